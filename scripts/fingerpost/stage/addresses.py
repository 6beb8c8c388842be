"""The public addresses of pages, and which of them are the same page in other languages."""

from collections.abc import Collection

from fingerpost.library import Site
from fingerpost.stage.tree import address


def address_in(site: Site, language: str, page: str) -> str:
    """Return the full web address of a staged page in a language."""
    return site.url + site.prefix(language) + address(page).removesuffix("index.html")


def alternates_of(site: Site, page: str, versions: Collection[str]) -> dict[str, str]:
    """Return a page's addresses by language, itself included, where there is more than one; else nothing.

    The start pages have an ``x-default`` beside them: the one at the root, for readers of any other language.
    """
    if len(versions) < 2:
        return {}
    found = {code: address_in(site, code, page) for code in site.codes if code in versions}
    return {**found, "x-default": site.url} if page == "index.md" else found
