"""Draw one PDF from one page of HTML with WeasyPrint: tagged, with our typeface only, the same bytes each time."""

import logging
import mimetypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

DRAWER = "weasyprint 70, pdf/ua-1, at its address"


class DrawingProblem(Exception):
    """PDFs cannot be drawn here at all; the message says what is missing."""


class PageProblem(Exception):
    """One page could not be drawn without a loss; the message says which and why."""


def draw(page: Path, target: Path, *, allowed: Path, address: str, made: datetime) -> int:
    """Write the PDF of `page` to `target` and return how many pages it has.

    Only files under `allowed` and data in the page itself are fetched. `address` is where the folder `allowed` stands
    on the web: what the page links to beside it is written so, and nothing in the PDF tells of this computer. `made`
    becomes the PDF's date.
    Raises DrawingProblem where WeasyPrint cannot run, PageProblem for any error it reports: a picture
    that is left out is a page that lies.
    """
    try:
        import weasyprint
    except OSError as error:
        library = str(error).split("'")[1] if "'" in str(error) else "Pango"
        raise DrawingProblem(
            f"PDFs were not made: the system library {library} is not installed. "
            "Install Pango (Debian and Ubuntu: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
            "macOS: brew install pango) and build again."
        ) from None
    heard = _Heard()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(heard)
    logger.propagate = False
    try:
        place = address + page.relative_to(allowed).as_posix()
        fetcher = _fetcher(weasyprint, allowed.resolve(), address)
        html = weasyprint.HTML(string=page.read_text("utf-8"), base_url=place, url_fetcher=fetcher)
        document = html.render(pdf_variant="pdf/ua-1", pdf_tags=True)
        half = target.with_suffix(".part")
        with _dated(made):
            document.write_pdf(half, pdf_variant="pdf/ua-1", pdf_tags=True)
    finally:
        logger.removeHandler(heard)
    if heard.messages:
        half.unlink(missing_ok=True)
        raise PageProblem(f"{page.parent.name}: {heard.messages[0]}")
    half.replace(target)
    return len(document.pages)


@contextmanager
def _dated(made: datetime) -> Iterator[None]:
    """WeasyPrint takes a PDF's dates from SOURCE_DATE_EPOCH; whoever else reads it keeps theirs."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(made.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def _fetcher(weasyprint, allowed: Path, address: str):  # type: ignore[no-untyped-def]
    class Fetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        """Fetches what lies in the staged pages, under their address, and nothing else: no network, no other file."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> object:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if not url.startswith(address):
                raise ValueError(f"{url} is not one of the staged pages")
            place = (allowed / unquote(urlsplit(url.removeprefix(address)).path)).resolve()
            if not place.is_relative_to(allowed):
                raise ValueError(f"{place.name} lies outside the staged pages")
            kind = mimetypes.guess_type(place.name)[0] or "application/octet-stream"
            return weasyprint.urls.URLFetcherResponse(url, place.read_bytes(), {"Content-Type": kind})

    return Fetcher(allowed_protocols={"data"})


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
