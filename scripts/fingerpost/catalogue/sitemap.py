"""What search engines may list, and that they may: sitemap.xml and robots.txt."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from fingerpost.library import PublicPage, Site

SITEMAP = "sitemap.xml"


def as_sitemap(pages: Iterable[PublicPage]) -> str:
    """Return a sitemap (sitemaps.org 0.9) of pages, each with the alternates that stand in its head too.

    ``lastmod`` stands where the day is known on which the words of a page changed.
    """
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        + "".join(_url(page) for page in sorted(pages, key=lambda page: page.address))
        + "</urlset>\n"
    )


def robots_file(site: Site) -> str:
    """Return robots.txt (RFC 9309): everything may be read, and there is the list of it."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.url}{SITEMAP}\n"


def _url(page: PublicPage) -> str:
    changed = f"<lastmod>{page.changed.isoformat()}</lastmod>" if page.changed else ""
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(there)}/>'
        for code, there in page.alternates.items()
    )
    return f"<url><loc>{escape(page.address)}</loc>{changed}{alternates}</url>\n"
