"""A link leads to a text in another language, though the same text is there in this one.

Why it matters

On the site such a link leads to the page in the reader's language in any case. But it can't lead to the heading
after the hash sign, which has other words there. In the files, on GitHub and for the next translator it leads to
the wrong language.

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "ba303b6f", status: draft}
    ---

    Mae rhagor ar [y dudalen amdanom ni](../../pages/about.en.md).

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "ba303b6f", status: draft}
    ---

    Mae rhagor ar [y dudalen amdanom ni](../../pages/about.cy.md).

How to mend it

Change the language in the link: from a Welsh text to `index.cy.md`, from an English one to `index.en.md`.
After a hash sign, use the heading of that file. A link can't lead to the other language on purpose: each
page has a link of its own to itself in the other language. So leave out words such as "in English".
"""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from fingerpost.checks.headings import anchors
from fingerpost.checks.places import in_file, links
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.targets import piece_at, same_heading
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text
from fingerpost.library.links import Link, resolve

ID = "FP504"
SEVERITY = Severity.WARNING
NAMES_A_LANGUAGE = re.compile(r"\b(?:English|Welsh|Saesneg|[CG]ymraeg)\b", re.IGNORECASE)


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each link to a text in another language than its own, where its own has that text too."""
    for text in resource.texts:
        # A file's language stands between full stops in its name, so most texts are done with here.
        if not any(f".{code}.md" in text.body for code in library.site.codes if code != text.language):
            continue
        for link in links(text.body):
            words = _amiss(link, text, library)
            if words:
                yield Problem(ID, SEVERITY, text.path, in_file(text, link.line), link.column, *words)


def _amiss(link: Link, text: Text, library: Library) -> tuple[Phrase, Phrase] | None:
    goal = resolve(unquote(link.path), text.path) if link.inside else None
    found = piece_at(goal, library) if goal else None
    if found is None:
        return None
    piece, there = found
    own = piece.texts.get(text.language)
    fragment = unquote(link.fragment)
    # A heading that is not in the file at all is said by FP501.
    if own is None or there is own or (fragment and fragment not in anchors(there.body)):
        return None
    better = posixpath.relpath(own.path, posixpath.dirname(text.path))
    heading = same_heading(fragment, there, own) if fragment else ""
    better += f"#{heading}" if heading else ""
    message = say(
        "{path} leads to another language, though that text is there in this one too.", path=shown(link.target)
    )
    if NAMES_A_LANGUAGE.search(link.text or ""):
        return message, say(
            "On the site it leads to {file} whatever its words say. Link there, and mend the words.", file=better
        )
    return message, say("Link to {file}: on the site it leads there in any case.", file=better)
