"""A file lies beside a text, and no text shows it or links to it.

Why it matters

Nobody who reads can get at it, so it is left out of the site and of every stick. Often the link to it was
forgotten, or it is an older version with something in it that was meant to be gone.

Bad (file docs/guides/example/old-leaf.svg):

    <svg xmlns="http://www.w3.org/2000/svg"></svg>

Good (file docs/guides/example/leaf.svg):

    <svg xmlns="http://www.w3.org/2000/svg"></svg>

How to mend it

Link to it from the text (`[the handout](handout.pdf)`), show it (`![One leaf](leaf.svg)`), or delete it. In an
archive record, name the files of the work in the facts at the top of the file: `files: [report.pdf]`.
"""

from collections.abc import Iterator

from fingerpost.checks.places import file_name
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource
from fingerpost.library.files import captions_of, linked_files
from fingerpost.library.schema import Archive

ID = "FP505"
SEVERITY = Severity.WARNING


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each file that neither a text of its own resource nor any other text links to or shows."""
    unused = [path for resource in library.resources.values() if resource.files for path in _unused(resource)]
    if not unused:
        return
    texts = (text for resource in library.resources.values() for text in resource.texts if "../" in text.body)
    elsewhere = {path for text in texts for path in linked_files(text)}
    for path in unused:
        if path not in elsewhere:
            message = say("No text shows {file} or links to it, so nobody can get at it.", file=shown(file_name(path)))
            yield Problem(ID, SEVERITY, path, 1, 1, message, say("Link to it, show it, or delete it."))


def _unused(resource: Resource) -> list[str]:
    used = {path for text in resource.texts for path in linked_files(text)}
    if isinstance(resource.meta, Archive):
        used |= {path for path in resource.files if file_name(path) in map(file_name, resource.meta.work.files)}
    used |= set(captions_of(used, resource.files))
    return [path for path in resource.files if path not in used]
