"""Letters stand for a longer name, and the text never says for which.

Why it matters

Who knows what CQC or PCT stands for has worked in services, and who does not is shut out of the sentence (WCAG
2.2, 3.1.4, which is of level AAA; the GOV.UK style guide asks for it too). Read aloud, letters are harder still.

Bad (body):

    Send your report on the plants to the RHS.

Good (body):

    Send your report on the plants to the Royal Horticultural Society (RHS). The RHS reads each one.

Good (body):

    Send your report on the plants to the RHS.

    *[RHS]: Royal Horticultural Society

How to mend it

Write the whole name the first time, with the letters after it in round brackets. After that the letters will
do. Often you do not need them at all: "the commission" is easier to read. Letters that nearly everyone knows,
such as NHS or UK, and in Welsh GIG or DU, need no words. Each page has to say it again, as people arrive from anywhere.
Quotations, titles in italics, names of licences, numbers in Roman letters, and the name that is the title of a
record in the archive or of an entry in the directory are left alone.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.acronyms import KNOWN, KNOWN_IN_WELSH, LEFT_OUT, LICENCES, STRESSED
from fingerpost.checks.places import in_file, visible
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.quoted import own_words, unquoted
from fingerpost.checks.wording import shown
from fingerpost.languages import say
from fingerpost.library import Library, Resource, Text, kinds

ID = "FP605"
SEVERITY = Severity.WARNING
CAPITALS = re.compile(r"[A-Z]{2}")
# Not part of a code, a number, a file's name or an address.
ACRONYM = re.compile(r"(?<![\w./@#&$£€:-])[A-Z]{2,6}(?=(?:s|['’]\w{1,3})?(?![\w/@#&+-]|\.\w))")
ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
LICENCE = re.compile(r"\bCC[ -](?:BY|0)(?:[ -](?:NC|SA|ND)){0,2}\b")
SHOUTED = re.compile(r"[A-Z]{2,40}")
NEAR = 40
# The title of these is the name of an organisation or a work, which is what it is.
NAMED = (kinds.DIRECTORY, kinds.ARCHIVE)


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each acronym of a text that the text does not explain, once, at its first place."""
    for text in resource.texts:
        if not (CAPITALS.search(text.body) or CAPITALS.search(text.title) or CAPITALS.search(text.summary)):
            continue
        whole = f"{text.title}\n{text.summary}\n{visible(text.body)}"
        name = text.title if resource.kind in NAMED else ""
        for acronym, line in _acronyms(text).items():
            if acronym not in name and not _is_explained(acronym, whole):
                yield Problem(
                    ID,
                    SEVERITY,
                    text.path,
                    line,
                    1,
                    say("Nothing in this text says what {letters} stands for.", letters=shown(acronym)),
                    say("Write the whole name first, with {letters} after it in round brackets.", letters=acronym),
                )


def _acronyms(text: Text) -> dict[str, int]:
    """Return the acronyms that not everyone knows, each with the line in the file where it stands first."""
    known = KNOWN_IN_WELSH if text.language == "cy" else KNOWN
    found: dict[str, int] = {}
    for line, passage in _passages(text):
        if not CAPITALS.search(passage):
            continue
        for match in ACRONYM.finditer(LICENCE.sub("…", passage)):
            letters = match[0]
            if letters in found or letters in known | LICENCES | STRESSED or ROMAN.fullmatch(letters):
                continue
            if not _is_shouted(match, known):
                found[letters] = line + match.string.count("\n", 0, match.start())
    return found


def _passages(text: Text) -> Iterator[tuple[int, str]]:
    yield text.line_of("title"), unquoted(text.title)
    yield text.line_of("summary"), unquoted(text.summary)
    for block in own_words(text.body):
        yield in_file(text, block.line), "\n".join(block.lines)


def _is_shouted(match: re.Match[str], known: frozenset[str]) -> bool:
    """Whether the word beside it is in capitals too, so that it is a shout and no acronym."""
    before = match.string[max(0, match.start() - NEAR) : match.start()].split()[-1:]
    after = match.string[match.end() : match.end() + NEAR].split()[:1]
    return any(SHOUTED.fullmatch(word.strip(".,:;!?")) and word.strip(".,:;!?") not in known for word in before + after)


def _is_explained(letters: str, text: str) -> bool:
    """Whether a text says what letters stand for: in brackets beside them, as an abbreviation, or in full words."""
    if f"*[{letters}]:" in text or re.search(rf"<abbr\b[^<>]{{1,300}}>{letters}s?</abbr", text):
        return True
    if re.search(rf"\w[\"'”’*_]{{0,3}}\s{{0,9}}\([^()\n]{{0,30}}\b{letters}\b[^()\n]{{0,30}}\)", text):
        return True
    if re.search(rf"\b{letters}[*_]{{0,3}} \([^()\n]{{0,20}}\w+ [^()\n]{{0,150}}\)", text):
        return True
    if re.search(rf"\b{letters}(?: [\d.]{{1,9}})?, (?:the|an?|or|short for|y|yr|sef|neu)\b", text):
        return True
    words = rf"\w{{0,30}}[\s-]{{1,3}}(?:{LEFT_OUT}\s){{0,3}}".join(letters)
    return bool(re.search(rf"\b{words}", text, re.IGNORECASE))
