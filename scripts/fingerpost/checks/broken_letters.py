"""Letters were broken when a text was moved from one program to another.

Why it matters

`dŵr` that has become `dÅµr` can't be read, can't be said by a screen reader and is not found by searching.
Welsh suffers most, since old programs know no ŵ and no ŷ.

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft}
    ---

    Mae angen dÅµr ar blanhigion.

Bad (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft}
    ---

    Mae angen d?r ar blanhigion.

Good (file docs/guides/example/index.cy.md):

    ---
    title: Gofalu am y planhigion
    summary: Sut i gadw planhigion yn iach, wythnos wrth wythnos.
    translation: {from: en, source: "00000000", status: draft}
    ---

    Mae angen dŵr ar blanhigion.

How to mend it

The message shows the word as it was probably meant. Look for others of the same sort in the text: where one
letter broke, all of them did. Then keep it from happening again: when you save a text or move it, choose
UTF-8 where the program asks for an encoding.

The check finds letters in UTF-8 that were read as Windows-1252, and the sign that stands for a lost letter. It
finds a question mark in place of a letter with a circumflex in a common Welsh word. It also finds ð and þ: that
is how ŵ and ŷ come out of the old Welsh encoding, ISO 8859-14.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.checks.places import in_file, position, visible
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Text
from fingerpost.library.vocabulary import Vocabulary

ID = "FP209"
SEVERITY = Severity.ERROR
LOST = "\N{REPLACEMENT CHARACTER}"
# What Windows-1252 shows for the bytes 80 to BF; five of them it has no letter for, and they stay as they are.
CONTINUED = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
MISREAD = re.compile(f"[ÂÃÄÅ][{re.escape(CONTINUED)}]|á[ºð][{re.escape(CONTINUED)}]|[âï][{re.escape(CONTINUED)}]{{2}}")
# A text without any of these has no such pair.
SIGNS = ("Ã", "Å", "Â", "Ä", "â€", "â‚", "ï»", "áº", "á»")
# What such a pair may have been: a letter of western Europe or of Welsh, or a sign that Word writes.
MEANT = frozenset(
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŴŵŶŷŸẀẁẂẃẄẅỲỳ‘’“”–—…•·£€°½¼«»©®\u00a0\ufeff"
)
MOST_TIMES = 3
LONGEST = 16  # letters before or after a question mark
WORD = re.compile(r"\S{0,40}")
ICELANDIC = re.compile(r"\b(?=[a-z]{0,30}[ðþ])[a-zðþ]{2,30}\b")
QUESTION = re.compile(
    r"(?<![\w?=/&%-])(?:(?:[A-Za-z]{1,14}\?[a-z]{1,14}|\?[a-z]{1,14})(?!\w)|(?:[Tt]|[DdTtNn]h|[Dd])\?(?![\w?]))"
)
# Common Welsh words with a circumflex, and what becomes of them at their beginning.
CIRCUMFLEXED = """
dŵr ddŵr nŵr gŵr ŵr gŵyr ŵyr ŵyn tŷ dŷ thŷ nhŷ sŵn gŵyl ŵyl gŵyliau grŵp ngrŵp siŵr pŵer bŵer phŵer cŵn gŵn chŵn tŵr
stŵr rŵan cŵl hŷn gwŷr ôl sôn môr fôr côr gôr ffôn tôn rôl sgôr stôr dôl bôn nôl pôl lôn drôr mân fân tân dân cân gân
chân glân lân gwlân wlân tâl dâl thâl pâr bâr phâr plât blât siâp siâr tâp cânt gânt ânt câi gâi gwên pêl bêl fêl mêl
trên drên clên sêl llên gêm tîm dîm thîm ymlâdd iachâd caniatâd ganiatâd cytûn gytûn
"""
BROKEN = {
    word[:place] + "?" + word[place + 1 :]: word
    for word in CIRCUMFLEXED.split()
    for place, letter in enumerate(word)
    if letter in "âêîôûŵŷ"
}


@dataclass(frozen=True, slots=True)
class Break:
    """A broken word: where it begins, how it stands there, and how it was meant; nothing if nobody can tell."""

    start: int
    word: str
    meant: str | None


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield the first broken word of each line of the texts, and of each entry of the vocabularies."""
    for resource in library.resources.values():
        for text in resource.texts:
            yield from _in_text(text)
    for vocabulary in library.vocabularies.values():
        yield from _in_vocabulary(vocabulary)


def mended(word: str) -> str:
    """Return a word with the letters that were read wrongly read rightly, however often that happened."""
    for _ in range(MOST_TIMES):
        before, word = word, _decoded(word) or MISREAD.sub(_read_rightly, word)
        if before == word:
            break
    return word


def find_breaks(words: str, language: str) -> Iterator[Break]:
    """Yield the broken words of a text in one language: of each sort the first in each line, in no order."""
    if not words.isascii():
        if any(sign in words for sign in SIGNS):
            yield from _misread(words)
        for place in _places(words, LOST):
            yield Break(*_word_around(words, place), None)
    if language == "cy":
        if "ð" in words or "þ" in words:
            for match in ICELANDIC.finditer(words):
                yield Break(match.start(), match[0], match[0].replace("ð", "ŵ").replace("þ", "ŷ"))
        yield from _questioned(words)


def _misread(words: str) -> Iterator[Break]:
    match = MISREAD.search(words)
    while match:
        after = match.end()
        if _read_rightly(match) != match[0]:
            start, word = _word_around(words, match.start())
            yield Break(start, word, mended(word))
            after = _next_line(words, after)
        match = MISREAD.search(words, after)


def _questioned(words: str) -> Iterator[Break]:
    place = words.find("?")
    while place >= 0:
        # Looked for around each question mark only: from every letter of a body it took ten times as long.
        first = max(0, place - LONGEST)
        match = next((one for one in QUESTION.finditer(words, first, place + LONGEST) if place < one.end()), None)
        meant = BROKEN.get(match[0].lower()) if match else None
        if match and meant:
            yield Break(match.start(), match[0], meant.capitalize() if match[0][0].isupper() else meant)
            place = _next_line(words, place)
        place = words.find("?", place + 1)


def _places(words: str, sign: str) -> Iterator[int]:
    """Yield the first place of a sign in each line that has it."""
    place = words.find(sign)
    while place >= 0:
        yield place
        place = words.find(sign, _next_line(words, place))


def _next_line(words: str, place: int) -> int:
    end = words.find("\n", place)
    return len(words) if end < 0 else end


def _in_text(text: Text) -> Iterator[Problem]:
    for name in ("title", "summary"):
        for found in list(find_breaks(getattr(text, name), text.language))[:1]:
            yield _problem(text.path, text.line_of(name), 1, found)
    # Code is blanked out only where there is anything to find: most texts have nothing.
    if next(find_breaks(text.body, text.language), None) is None:
        return
    first: dict[int, tuple[int, Break]] = {}
    for found in find_breaks(visible(text.body), text.language):
        line, column = position(text.body, found.start)
        if line not in first or column < first[line][0]:
            first[line] = (column, found)
    for line, (column, found) in sorted(first.items()):
        yield _problem(text.path, in_file(text, line), column, found)


def _in_vocabulary(vocabulary: Vocabulary) -> Iterator[Problem]:
    for term in vocabulary.terms.values():
        said = [*term.label.items(), *term.description.items()]
        said += [(language, word) for language, words in term.also.items() for word in words]
        for found in [found for language, words in said for found in find_breaks(words, language)][:1]:
            yield _problem(vocabulary.path, vocabulary.lines[term.id], 1, found)


def _problem(path: str, line: int, column: int, found: Break) -> Problem:
    return Problem(ID, SEVERITY, path, line, column, _message(found), _advice(found))


def _message(found: Break) -> Phrase:
    if found.meant is None:
        return say("A letter has been lost here: {word}.", word=shown(found.word))
    return say("A letter has been broken here: {word}.", word=shown(found.word))


def _advice(found: Break) -> Phrase:
    if found.meant is None:
        return say("Type the word again, and look for others like it. Save the file as UTF-8.")
    if not found.meant.strip():
        return say("Take it out, and look for others like it. Save the file as UTF-8.")
    return say("Did you mean {word}? Look for others like it. Save the file as UTF-8.", word=shown(found.meant))


def _word_around(words: str, place: int) -> tuple[int, str]:
    """Return the start of the word at a place, and the word without what only stands beside it."""
    start = max(words.rfind(space, max(0, place - 40), place) for space in " \n\t") + 1 or max(0, place - 40)
    match = WORD.match(words, start)
    word = match[0] if match else ""
    bare = word.lstrip("([*_>\"'")
    return start + len(word) - len(bare), bare.rstrip(")]*_.,;:\"'")


def _read_rightly(match: re.Match[str]) -> str:
    meant = _decoded(match[0])
    return meant if meant in MEANT else match[0]


def _decoded(letters: str) -> str:
    """Return letters of Windows-1252 as the UTF-8 that their bytes are, or an empty string where they are none."""
    try:
        return b"".join(_byte(letter) for letter in letters).decode("utf-8")
    except UnicodeError:
        return ""


def _byte(letter: str) -> bytes:
    """Return the byte of a letter; those that Windows-1252 gives no letter to stand for themselves."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
