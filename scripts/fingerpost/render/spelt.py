"""Links spelt out for paper: the public address of the page that a link leads to, beside the link, for print styles.

A page's own front matter says what its address is, and has none where the website does not show it: so paper never
names an address that leads to nothing.
"""

import posixpath
import re
from collections.abc import Iterable, Mapping
from urllib.parse import unquote

from mkdocs.structure.files import File

LINK = re.compile(r'<a (?P<rest>[^<>]*?\bhref="(?P<there>[^"#:?]+)[^"]*"[^<>]*)>')


def addresses_of(files: Iterable[File]) -> dict[str, str]:
    """Return the public address of each page that has one, without its scheme, by where the page stands in the site."""
    found = {}
    for file in files:
        canonical = (file.page.meta.get("fp") or {}).get("canonical") if file.page else ""
        if canonical:
            found[file.dest_uri] = canonical.removeprefix("https://")
    return found


def spelt(there: str, place: str, addresses: Mapping[str, str]) -> str:
    """Return the public address of what a link `there` on the page at `place` leads to, perhaps nothing.

    >>> spelt("../b/index.html#top", "guides/a/index.html", {"guides/b/index.html": "x.example/guides/b/"})
    'x.example/guides/b/'
    """
    path = unquote(there.partition("#")[0])
    return addresses.get(posixpath.normpath(posixpath.join(posixpath.dirname(place), path)), "") if path else ""


def with_addresses(html: str, place: str, addresses: Mapping[str, str]) -> str:
    """Return sanitised HTML in which each link to a page of the website carries that page's address for paper."""

    def told(link: re.Match[str]) -> str:
        address = spelt(link["there"], place, addresses)
        return f'<a data-address="{address}" {link["rest"]}>' if address else link[0]

    return LINK.sub(told, html)
