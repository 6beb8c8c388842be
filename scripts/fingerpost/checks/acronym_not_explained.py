"""Letters stand for a longer name, and the text never says for which.

Why it matters

People who know what `CQC` or `PCT` stands for have worked in services. Everybody else is shut out of the sentence.
WCAG 2.2 (3.1.4, level AAA) and the GOV.UK style guide ask for such letters to be explained. Read aloud, letters
are harder still.

Bad (body):

    Send your report on the plants to the RHS.

Good (body):

    Send your report on the plants to the Royal Horticultural Society (RHS). The RHS reads each one.

Good (body):

    Send your report on the plants to the RHS.

    *[RHS]: Royal Horticultural Society

How to mend it

Write the whole name the first time, with the letters after it in round brackets. After that the letters will do.
Often you do not need them at all: "the commission" is easier to read. Letters that nearly everyone knows, such as
NHS or UK, and in Welsh `GIG` or `DU`, need no words. Each page has to say it again, as people arrive from
anywhere. Quotations, titles in italics, names of licences and numbers in Roman letters are left alone. So is a
name that is the title of a record in the archive or of an entry in the directory.
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
# Not part of a code, a number, a file's name or an address.
ACRONYM = re.compile(r"[A-Z](?<![\w./@#&$£€:-][A-Z])[A-Z]{1,5}(?=(?:s|['’]\w{1,3})?(?![\w/@#&+-]|\.\w))")
ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
LICENCE = re.compile(r"\bCC[ -](?:BY|0)(?:[ -](?:NC|SA|ND)){0,2}\b")
SHOUTED = re.compile(r"[A-Z]{2,40}")
NEAR = 40
# The title of these is the name of an organisation or a work, which is what it is.
NAMED = (kinds.DIRECTORY, kinds.ARCHIVE)
# Ways to say what letters stand for: the letters are the first group.
EXPLAINED = (
    re.compile(r"^ {0,3}\*\[([A-Z]{2,6})s?\]:", re.MULTILINE),
    re.compile(r"<abbr\b[^<>]{1,300}>([A-Z]{2,6})s?</abbr"),
    # the Care Quality Commission (CQC)
    re.compile(
        r"[\w)\]][\"'”’*_]{0,3}\s{0,3}\((?:(?:the|or|y|yr|neu|sef)\s)?[*_]{0,3}([A-Z]{2,6})s?"
        r"(?:[*_,;:/ ][^()\n]{0,40})?\)"
    ),
    # the CQC (Care Quality Commission)
    re.compile(r"\b([A-Z]{2,6})[*_]{0,3}\s\((?=[^()\n]{1,40} )[^()\n]{3,170}\)"),
    # WCAG 2.2, the international guidelines for websites
    re.compile(r"\b([A-Z]{2,6})(?: [\d.]{1,9})?,\s(?:the|an?|or|short for|y|yr|sef|neu)\b"),
)
# A name in full, such as Children and Young People, with the small words that its letters leave out.
NAME = re.compile(rf"\b[A-ZÀ-Þ]\w{{1,30}}(?:[\s-]{{1,3}}(?:{LEFT_OUT}\s){{0,3}}[A-ZÀ-Þ]\w{{1,30}}){{1,9}}")
INITIAL = re.compile(r"\b[A-ZÀ-Þ]")


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each acronym of a text that the text does not explain, once, at its first place."""
    for text in resource.texts:
        whole = f"{text.title}\n{text.summary}\n{visible(text.body)}"
        if not _unknown(whole, text.language):
            continue
        explained = _explained(whole)
        title = text.title if resource.kind in NAMED else ""
        for letters, line in _acronyms(text).items():
            if letters not in explained and letters not in title:
                yield Problem(
                    ID,
                    SEVERITY,
                    text.path,
                    line,
                    1,
                    say("Nothing in this text says what {letters} stands for.", letters=shown(letters)),
                    say("Write the whole name first, with {letters} after it in round brackets.", letters=letters),
                )


def _unknown(passage: str, language: str) -> set[str]:
    """Return the acronyms in a passage that not everyone knows."""
    known = KNOWN_IN_WELSH if language == "cy" else KNOWN
    found = set(ACRONYM.findall(passage)) - known - LICENCES - STRESSED
    return {letters for letters in found if not ROMAN.fullmatch(letters)}


def _explained(whole: str) -> set[str]:
    """Return the letters that a text explains: in one of the ways there are, or by the name that they stand for."""
    found = {match[1] for pattern in EXPLAINED for match in pattern.finditer(whole)}
    for name in NAME.finditer(whole):
        initials = "".join(INITIAL.findall(name[0]))
        found |= {initials[begin:end] for begin in range(len(initials)) for end in range(begin + 2, begin + 7)}
    return found


def _acronyms(text: Text) -> dict[str, int]:
    """Return the acronyms that not everyone knows, each with the line in the file where it stands first."""
    found: dict[str, int] = {}
    for line, passage in _passages(text):
        passage = LICENCE.sub("…", passage)
        unknown = _unknown(passage, text.language)
        before = 0
        for match in ACRONYM.finditer(passage) if unknown else ():
            line += passage.count("\n", before, match.start())
            before = match.start()
            if match[0] in unknown and match[0] not in found and not _is_shouted(match):
                found[match[0]] = line
    return found


def _passages(text: Text) -> Iterator[tuple[int, str]]:
    yield text.line_of("title"), unquoted(text.title)
    yield text.line_of("summary"), unquoted(text.summary)
    for block in own_words(text.body):
        yield in_file(text, block.line), "\n".join(block.lines)


def _is_shouted(match: re.Match[str]) -> bool:
    """Whether the word beside it is in capitals too, so that it is a shout and no acronym."""
    before = match.string[max(0, match.start() - NEAR) : match.start()].split()[-1:]
    after = match.string[match.end() : match.end() + NEAR].split()[:1]
    beside = (word.strip(".,:;!?") for word in before + after)
    return any(SHOUTED.fullmatch(word) and word not in KNOWN_IN_WELSH for word in beside)
