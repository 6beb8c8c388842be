"""A document holds something that runs when it is opened: macros, scripts, or a command to start a program.

Why it matters

People open documents on shared computers and from sticks. What runs in a document can do harm, and many
computers refuse to open it at all. Nothing here may need it.

Bad (file docs/guides/example/form.pdf):

    %PDF-1.7
    1 0 obj << /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >> endobj

Good (file docs/guides/example/form.pdf):

    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
    trailer<</Root 1 0 R/Size 5>>
    startxref
    0
    %%EOF

How to mend it

Save a document from Word, Excel, PowerPoint or LibreOffice anew without macros. Print a PDF to a new PDF, or
export it anew from where it was made: that leaves out what runs. A form that people fill in can be a document to
print. What is packed and locked inside a PDF can't always be seen from outside. So if nothing was found, that is
no promise that there is nothing.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from fingerpost.checks.contents import ZIP, first_bytes, members
from fingerpost.checks.places import file_name
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource

ID = "FP509"
SEVERITY = Severity.ERROR
ARCHIVES = (".docx", ".xlsx", ".pptx", ".odt", ".epub")
MOST_BYTES = 50_000_000  # FP506 stops what is larger
MOST_UNPACKED = 20_000_000
# ISO 32000-2, 12.6.4: an action is a dictionary whose /S is its type. In a name, #4a stands for J (7.3.5).
ACTION = re.compile(rb"/S\s{0,20}/(?P<what>JavaScript|Launch)(?![A-Za-z])")
SCRIPT = re.compile(rb"/JS\s{0,20}(?:[(<]|\d{1,10}\s)")
WRITTEN_OTHERWISE = re.compile(rb"#([0-9A-Fa-f]{2})")
STREAM = re.compile(rb">>\s{0,10}stream\r?\n")
PACKED = re.compile(rb"/ObjStm(?![A-Za-z])")
ENDS = b"endstream"
BEFORE = 1000
# ECMA-376 part 1 (VBA is Microsoft's, [MS-OVBA]); ODF 1.3, part 2; EPUB 3.3.
IN_ARCHIVE = re.compile(
    r"(?:^|/)vbaProject\.bin$|(?:^|/)activeX/|^Basic/[^/]+/(?!script-l[bc]\.xml$|dialog-l[bc]\.xml$)[^/]+\.xml$"
    r"|^Scripts/.+\.\w+$|\.(?:js|mjs|exe|bat|cmd|vbs|ps1)$",
    re.IGNORECASE,
)


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each PDF, Office document and EPUB beside a text that holds something that runs."""
    for path in resource.files:
        ending = path[path.rfind(".") :].lower()
        if ending == ".pdf":
            message = _in_pdf(library.root / path)
        elif ending in ARCHIVES:
            message = _in_archive(library.root / path)
        else:
            continue
        if message:
            advice = say("Save it anew without that, or make a new PDF of it and put the PDF here.")
            yield Problem(ID, SEVERITY, path, 1, 1, message, advice)


def _in_archive(file: Path) -> Phrase | None:
    if not (first_bytes(file, len(ZIP)) or b"").startswith(ZIP):
        return None
    for name in members(file):
        if IN_ARCHIVE.search(name):
            return say("{file} holds something that runs: {name}.", file=shown(file.name), name=shown(file_name(name)))
    return None


def _in_pdf(file: Path) -> Phrase | None:
    raw = first_bytes(file, MOST_BYTES) or b""
    for piece in _pieces(raw):
        if b"#" in piece:
            piece = WRITTEN_OTHERWISE.sub(lambda match: bytes([int(match[1], 16)]), piece)
        action = ACTION.search(piece)
        if action and action["what"] == b"Launch":
            return say("{file} can start another program.", file=shown(file.name))
        if action or SCRIPT.search(piece):
            return say(
                "{file} holds a script (JavaScript), which runs when it is opened or used.", file=shown(file.name)
            )
    return None


def _pieces(raw: bytes) -> Iterator[bytes]:
    """Yield what stands outside the streams of a PDF, and the objects packed in streams (ISO 32000-2, 7.5.7).

    Other streams hold pictures and pages, in which any three letters turn up by chance.
    """
    start, left = 0, MOST_UNPACKED
    while True:
        stream = STREAM.search(raw, start)
        if not stream:
            break
        yield raw[start : stream.start()]
        end = raw.find(ENDS, stream.end())
        end = len(raw) if end < 0 else end
        if left > 0 and PACKED.search(raw, max(start, stream.start() - BEFORE), stream.start()):
            unpacked = _unpacked(raw[stream.end() : end], left)
            left -= len(unpacked)
            yield unpacked
        start = end + len(ENDS)
    yield raw[start:]


def _unpacked(packed: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error:
        return packed[:most]
