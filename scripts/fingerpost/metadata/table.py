"""Which files are looked at how, by their ending. Plain text (.csv, .srt, .txt, .vtt) carries nothing beside itself."""

from fingerpost.metadata import epub, odf, office, pdf
from fingerpost.metadata.inside import SHOWN
from fingerpost.metadata.pictures import Family

FAMILIES = {
    **SHOWN,
    ".docx": Family(office.look, office.strip),
    ".epub": Family(epub.look, epub.strip),
    ".odt": Family(odf.look, odf.strip),
    ".pdf": Family(pdf.look, pdf.strip),
    ".pptx": Family(office.look, office.strip),
    ".xlsx": Family(office.look, office.strip),
}
PLAIN = frozenset({".csv", ".srt", ".txt", ".vtt"})
