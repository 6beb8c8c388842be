"""Draw one PDF from one page of HTML with WeasyPrint: tagged, with our typeface, the same bytes each time."""

import logging
import mimetypes
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from fingerpost.editions.print.codes import ASKED, code_of
from fingerpost.editions.print.fitting import outside_the_margins, with_scopes, with_wide_tables_as_lists
from fingerpost.editions.print.tidying import tidy_tags

LONGEST_WITHOUT_CONTENTS = 6  # pages
DOTS = 300  # an inch: what an office printer shows of a picture; larger ones are made smaller in the PDF
LETTERS_A_PAGE = 2500  # of HTML: only a first guess at whether a contents list will be needed
WHEN_LONG, BODY = 'class="when-long"', '<body id="top" class="paper'
NO_LETTER = re.compile(r'\.notdef glyph rendered .*"(?P<letter>.*)" \(U\+(?P<code>[0-9A-F]+)\)', re.DOTALL)


class DrawingProblem(Exception):
    """PDFs cannot be drawn here at all; the message says what is missing."""


class PageProblem(Exception):
    """One page could not be drawn without a loss; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How pages are laid out: a file of styles below the staged pages, and how many columns a table may have."""

    style: str = ""
    columns: int = 6


def draw(
    page: Path,
    target: Path,
    *,
    allowed: Path,
    address: str,
    made: datetime,
    layout: Layout | None = None,
    name: str = "",
) -> int:
    """Write the PDF of `page` to `target` and return how many pages it has.

    Only files under `allowed`, data in the page itself and QR codes are fetched. `address` is where the folder
    `allowed` stands on the web: what the page links to beside it is written so, and nothing in the PDF tells of this
    computer. `made` becomes the PDF's date; `name` is what the resource is called where something is said of it.
    Raises DrawingProblem where WeasyPrint cannot run, PageProblem for anything it warns of: a picture or a letter that
    is left out is a page that lies.
    """
    _weasyprint()
    layout = layout or Layout()
    text = page.read_text("utf-8")
    place = address + page.relative_to(allowed).as_posix()
    half = target.with_suffix(".part")
    with _listening() as heard:
        try:
            document = _laid_out(text, place, allowed.resolve(), address, layout)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:  # faults of WeasyPrint
            said = f"WeasyPrint stopped at it ({error}). Write what is unusual in it more simply."
            raise PageProblem(f"{name or page.parent.name}: {said}") from error
        wrong = [*heard, *outside_the_margins(document)]
        if not wrong:
            with _dated(made):
                document.write_pdf(half, finisher=tidy_tags, pdf_variant="pdf/ua-1", pdf_tags=True, dpi=DOTS)
            wrong = heard
    if wrong:
        half.unlink(missing_ok=True)
        raise PageProblem(f"{name or page.parent.name}: {in_plain_words(wrong[0])}")
    half.replace(target)
    return len(document.pages)


def in_plain_words(said: str) -> str:
    """Return what WeasyPrint warns of as what to do about it, where we know."""
    letter = NO_LETTER.search(said)
    if letter:
        return (
            f"no typeface on this computer has the letter {letter['letter']} (U+{letter['code']}). Write it in other "
            "letters, or put a typeface that has it into overrides/paper/ and name it in sheet.css."
        )
    return said


def _laid_out(text: str, place: str, allowed: Path, address: str, layout: Layout) -> Any:
    """Lay a page out, with a contents list where it has more than six pages; the first guess is from its length."""
    if WHEN_LONG not in text:
        return _rendered(text, place, allowed, address, layout)
    long = len(text) > LETTERS_A_PAGE * LONGEST_WITHOUT_CONTENTS
    document = _rendered(_with_contents(text) if long else text, place, allowed, address, layout)
    if (len(document.pages) > LONGEST_WITHOUT_CONTENTS) is not long:
        document = _rendered(text if long else _with_contents(text), place, allowed, address, layout)
    return document


def _with_contents(text: str) -> str:
    return text.replace(BODY, f"{BODY} long", 1)


def _rendered(text: str, place: str, allowed: Path, address: str, layout: Layout) -> Any:
    weasyprint = _weasyprint()
    html = weasyprint.HTML(string=text, base_url=place, url_fetcher=_fetcher(allowed, address))
    if "<table" in text:
        with_wide_tables_as_lists(html, layout.columns)
        with_scopes(html)
    styles = [_style(allowed, address, layout.style)] if layout.style else []
    return html.render(font_config=_fonts(), stylesheets=styles, pdf_variant="pdf/ua-1", pdf_tags=True, dpi=DOTS)


@cache
def _weasyprint() -> Any:
    try:
        import weasyprint
    except OSError as error:
        library = str(error).split("'")[1] if "'" in str(error) else "Pango"
        raise DrawingProblem(
            f"PDFs were not made: the system library {library} is not installed. "
            "Install Pango (Debian and Ubuntu: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
            "macOS: brew install pango) and build again."
        ) from None
    return weasyprint


@cache
def _fonts() -> Any:
    """One set of typefaces for all that a process draws: to unpack ours takes as long as drawing four pages."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@cache
def _style(allowed: Path, address: str, style: str) -> Any:
    """Read a file of styles once for all that a process draws. Raises DrawingProblem where something is wrong in it."""
    with _listening() as heard:
        read = _weasyprint().CSS(url=f"{address}{style}", url_fetcher=_fetcher(allowed, address), font_config=_fonts())
    if heard:
        raise DrawingProblem(f"PDFs were not made: overrides/{style}, or what it imports, is wrong. {heard[0]}")
    return read


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Hear what WeasyPrint warns of: there is no warning that a reader would not see on the page."""
    heard = _Heard()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(heard)
    logger.propagate = False
    try:
        yield heard.messages
    finally:
        logger.removeHandler(heard)


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


@cache
def _fetcher(allowed: Path, address: str) -> Any:
    weasyprint = _weasyprint()

    class Fetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc, name-defined]
        """Fetches what lies in the staged pages, under their address, and nothing else: no network, no other file."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> object:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if url.startswith(ASKED):
                return weasyprint.urls.URLFetcherResponse(url, code_of(url), {"Content-Type": "image/svg+xml"})
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
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
