"""Which files are looked at how, by their ending. Plain text (.csv, .srt, .txt, .vtt) carries nothing beside itself."""

from fingerpost.metadata import avif, drawing, epub, film, mp3, odf, office, ogg, pdf, webm
from fingerpost.metadata.pictures import PICTURES, Family

FAMILIES = {
    **PICTURES,
    ".avif": Family(avif.look, avif.strip),
    ".docx": Family(office.look, office.strip),
    ".epub": Family(epub.look, epub.strip),
    ".mp3": Family(mp3.look, mp3.strip),
    ".mp4": Family(film.look, film.strip),
    ".odt": Family(odf.look, odf.strip),
    ".ogg": Family(ogg.look, ogg.strip),
    ".pdf": Family(pdf.look, pdf.strip),
    ".pptx": Family(office.look, office.strip),
    ".svg": Family(drawing.look, drawing.strip),
    ".webm": Family(webm.look, webm.strip),
    ".xlsx": Family(office.look, office.strip),
}
PLAIN = frozenset({".csv", ".srt", ".txt", ".vtt"})
