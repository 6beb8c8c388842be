"""A file lies beside a text, and no text shows it or links to it.

Why it matters

Nobody who reads can get at it, yet it is published and carried on every stick. Often the link to it was
forgotten, or it is an older version with something in it that was meant to be gone.

Bad (file docs/guides/example/old-leaf.svg):

    <svg xmlns="http://www.w3.org/2000/svg"></svg>

Good (file docs/guides/example/leaf.svg):

    <svg xmlns="http://www.w3.org/2000/svg"></svg>

How to mend it

Link to it from the text (`[the handout](handout.pdf)`), show it (`![One leaf](leaf.svg)`), or delete it. In an
archive record, name the files of the work in the facts at the top of the file: `files: [report.pdf]`.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

from fingerpost.checks.places import file_name, visible
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource
from fingerpost.library.reading import ATTACHMENTS
from fingerpost.library.schema import Archive

ID = "FP505"
SEVERITY = Severity.WARNING
CAPTIONS = (".srt", ".vtt")
ENDING = re.compile(rf"(?:{'|'.join(re.escape(ending) for ending in sorted(ATTACHMENTS))})(?![\w.])", re.IGNORECASE)
BEFORE_NAME = re.compile(r"[\s/\"'()<>=]")
MOST_NAME = 300


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each file that is named neither in its own resource nor in any other text."""
    unused = [path for resource in library.resources.values() if resource.files for path in _unnamed(resource)]
    if not unused:
        return
    elsewhere = _names_in_other_folders(library)
    for path in unused:
        if not _forms(path) & elsewhere:
            message = say("No text shows {file} or links to it, so nobody can get at it.", file=shown(file_name(path)))
            yield Problem(ID, SEVERITY, path, 1, 1, message, say("Link to it, show it, or delete it."))


def _unnamed(resource: Resource) -> list[str]:
    words = "\n".join(visible(text.body) for text in resource.texts)
    named = {path for path in resource.files if any(_is_in(form, words) for form in _forms(path))}
    if isinstance(resource.meta, Archive):
        named |= {path for path in resource.files if file_name(path) in map(file_name, resource.meta.work.files)}
    # A player finds captions by the name of the recording.
    recordings = {path.rsplit(".", 1)[0] for path in named}
    return [path for path in resource.files if path not in named and not _is_caption_of(path, recordings)]


def _is_caption_of(path: str, recordings: set[str]) -> bool:
    stem = path.rsplit(".", 1)[0]
    return path.lower().endswith(CAPTIONS) and (stem in recordings or stem.rsplit(".", 1)[0] in recordings)


def _is_in(name: str, words: str) -> bool:
    place = words.find(name)
    while place >= 0:
        if place == 0 or BEFORE_NAME.match(words[place - 1]):
            return True
        place = words.find(name, place + 1)
    return False


def _forms(path: str) -> frozenset[str]:
    """Return a file's name as it stands, and as a web address writes it."""
    name = file_name(path)
    return frozenset({name, quote(name)})


def _names_in_other_folders(library: Library) -> frozenset[str]:
    """Return the names of files that texts link to in other folders, read off backwards from their endings."""
    found: set[str] = set()
    for resource in library.resources.values():
        for text in resource.texts:
            if "../" in text.body:
                for match in ENDING.finditer(text.body):
                    before = text.body[max(0, match.start() - MOST_NAME) : match.start()]
                    found.add(BEFORE_NAME.split(before)[-1] + match[0])
    return frozenset(found)
