"""Which files are looked at how, by their ending. Plain text (.csv, .srt, .txt, .vtt) carries nothing beside itself."""

from collections.abc import Iterable

from fingerpost.metadata import epub, odf, office
from fingerpost.metadata.inside import SHOWN
from fingerpost.metadata.pictures import Family
from fingerpost.metadata.trace import Trace


def _look_at_pdf(content: bytes) -> Iterable[Trace]:
    from fingerpost.metadata import pdf  # pikepdf: 0.1 s that only collections with PDFs have to wait for

    return pdf.look(content)


def _strip_pdf(content: bytes) -> bytes:
    from fingerpost.metadata import pdf

    return pdf.strip(content)


FAMILIES = {
    **SHOWN,
    ".docx": Family(office.look, office.strip),
    ".epub": Family(epub.look, epub.strip),
    ".odt": Family(odf.look, odf.strip),
    ".pdf": Family(_look_at_pdf, _strip_pdf),
    ".pptx": Family(office.look, office.strip),
    ".xlsx": Family(office.look, office.strip),
}
PLAIN = frozenset({".csv", ".srt", ".txt", ".vtt"})
