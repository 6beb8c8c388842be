"""A quotation is in another language than the text around it, and does not say so.

Why it matters

Unless it is told, a screen reader says the words of one language with the sounds of another (WCAG 2.2, 3.1.2).
Welsh read out by an English voice can't be understood. Spelling and hyphens go wrong in the same way.

Bad (body):

    > Mae angen dŵr ar y planhigion, ac mae angen golau ac amser arnyn nhw hefyd. Dyna sydd yn bwysig.

Good (body):

    > Mae angen dŵr ar y planhigion, ac mae angen golau ac amser arnyn nhw hefyd. Dyna sydd yn bwysig.
    {: lang=cy }

Good (body):

    <blockquote lang="cy" markdown>

    Mae angen dŵr ar y planhigion, ac mae angen golau ac amser arnyn nhw hefyd.

    Dyna sydd yn bwysig yn yr haf, ac mae hynny yn wir am y gaeaf.

    </blockquote>

How to mend it

Write the language on a line of its own straight below the quotation: `{: lang=cy }`. It holds for one paragraph.
Where a quotation has several paragraphs, put all of it between `<blockquote lang="cy" markdown>` and
`</blockquote>`, with empty lines around. Then leave out the `>` signs at the beginning of the lines. For a few
words in a sentence: `*bore da*{: lang=cy }` or `<span lang="cy">bore da</span>`. The check compares the languages
of this site, and says nothing where it is not sure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.checks.places import in_file, position, visible
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import Block, Sort, blocks, plain
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.languages.recognition import language_of
from fingerpost.library import Library, Resource

ID = "FP411"
SEVERITY = Severity.WARNING
SAYS_LANGUAGE = re.compile(r"\blang\s*=\s*[\"']?[a-z]", re.IGNORECASE)
TAG = re.compile(r"<(?P<close>/?)(?P<name>blockquote|q|span|div)\b(?P<inside>[^<>]{0,300})>", re.IGNORECASE)
QUOTING = ("blockquote", "q", "span")
FEWEST_LETTERS = 25  # a name or a title may look like any language
MOST_LETTERS = 2000  # enough to know a language by
QUOTED_LINE = re.compile(r"^[ ]{0,3}>", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation around which no language is given: its line in the body, its plain words, its HTML tag if any."""

    line: int
    words: str
    tag: str = ""


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each quotation that is in another of the site's languages and is not marked as such."""
    languages = tuple(language.code for language in library.site.languages)
    for text in resource.texts:
        for quotation in _unmarked(text.body) if ">" in text.body else ():
            if len(quotation.words) < FEWEST_LETTERS:
                continue
            found = language_of(quotation.words, languages)
            if found and found != text.language:
                message = say(
                    "The quotation {words} seems to be in {language}.",
                    words=shown(quotation.words),
                    language=library.site.language(found).name,
                )
                line = in_file(text, quotation.line)
                yield Problem(ID, SEVERITY, text.path, line, 1, message, _advice(quotation, found))


def _advice(quotation: Quotation, language: str) -> Phrase:
    if quotation.tag:
        return say("Say so in its tag, so that it is read out right: {tag}", tag=f'<{quotation.tag} lang="{language}">')
    return say(
        "Say so on a line of its own straight below it, so that it is read out right: {example}",
        example=f"{{: lang={language} }}",
    )


def _unmarked(body: str) -> Iterator[Quotation]:
    in_html, covered = _in_html(body)
    yield from in_html
    if not QUOTED_LINE.search(body):
        return
    lines = visible(body).split("\n")
    for block in blocks(body):
        if block.sort is Sort.QUOTE:
            for first, last, words in _paragraphs(block):
                marked = SAYS_LANGUAGE.search("\n".join(lines[first - 1 : last + 1]))
                if not marked and first not in covered:
                    yield Quotation(first, words[:MOST_LETTERS])


def _paragraphs(block: Block) -> Iterator[tuple[int, int, str]]:
    """Yield the first and the last line of each paragraph of a quotation, and its words."""
    first, words = 0, list[str]()
    for number, line in enumerate([*block.lines, ""], start=block.line):
        if line.strip():
            first = first if words else number
            words.append(line.strip())
        elif words:
            yield first, number - 1, " ".join(words)
            words = []


def _in_html(body: str) -> tuple[list[Quotation], set[int]]:
    """Return quotations in HTML that give no language, and the lines around which a language is given."""
    unmarked: list[Quotation] = []
    covered: set[int] = set()
    if "</" not in body:
        return unmarked, covered
    opened: list[tuple[str, int, bool]] = []
    body = visible(body)
    for match in TAG.finditer(body):
        name = match["name"].lower()
        around = bool(opened and opened[-1][2])
        if not match["close"]:
            opened.append((name, match.end(), around or bool(SAYS_LANGUAGE.search(match["inside"]))))
        elif opened and opened[-1][0] == name:
            _, begin, marked = opened.pop()
            line, _ = position(body, begin)
            # What is inside another marked element is covered with that.
            if marked and not (opened and opened[-1][2]):
                covered |= set(range(line, position(body, match.start())[0] + 1))
            elif not marked and name in QUOTING:
                unmarked.append(Quotation(line, _plain(body[begin : match.start()]), name))
    return unmarked, covered


def _plain(inside: str) -> str:
    return " ".join(plain(inside[:MOST_LETTERS]).split())
