"""What a built page says to people, in which language it says so, and which words of ours stand in the wrong one."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from fingerpost.languages import Words
from fingerpost.languages.recognition import language_of

SPOKEN = ("title", "aria-label", "alt", "placeholder", "aria-description", "aria-roledescription", "label", "summary")
# What `content` of a meta element with one of these names says is shown: by search, or by other sites.
SHOWN_META = re.compile(r"description|fp-(?!id|lang)|og:(?:title|description|site_name)")
INLINE = frozenset(re.findall(r"\w+", "a abbr b bdi bdo br cite em i mark q s small span strong sub sup time u"))
EMPTY = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta source track wbr"))
SAMPLES = frozenset({"code", "pre", "kbd", "samp"})  # signs for a machine, in no language
ADDRESS = re.compile(r"https?://\S+")
FILLED = re.compile(r"\{\w+\}")
LONG = 12  # letters after which a phrase is looked for inside other words too


@dataclass(frozen=True, slots=True)
class Said:
    """Some words on a page: their language as the page says, their direction, where they stand, and the words."""

    language: str
    direction: str
    where: str
    text: str


class _Listener(HTMLParser):
    """Collects what is said; `block` holds the running text of the innermost block, per language."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str, str]] = []
        self.said: list[Said] = []
        self.blocks: list[Said] = []
        self.running: list[Said] = []

    @property
    def around(self) -> tuple[str, str]:
        return self.open[-1][1:] if self.open else ("", "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        language, direction = given.get("lang", self.around[0]), given.get("dir", self.around[1])
        if tag not in INLINE:
            self.end_block()
        meta = tag == "meta" and SHOWN_META.match(given.get("name", given.get("property", "")))
        for name in (*SPOKEN, *(("content",) if meta else ())):
            if given.get(name, "").strip():
                self.said.append(Said(language, direction, f"{tag}[{name}]", given[name].strip()))
        if tag not in EMPTY:
            self.open.append((tag, language, direction))

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self.end_block()
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        tag = self.open[-1][0] if self.open else ""
        if tag == "script":
            self.said += [Said(*self.around, "script", text) for text in _strings(data)]
        elif tag != "style" and data.strip() and not SAMPLES & {name for name, _, _ in self.open}:
            one = Said(*self.around, tag, data.strip())
            self.said.append(one)
            self.running.append(one)

    def end_block(self) -> None:
        for language in {one.language for one in self.running}:
            text = " ".join(one.text for one in self.running if one.language == language)
            self.blocks.append(Said(language, "", self.running[0].where, text))
        self.running = []


def _strings(data: str) -> Iterator[str]:
    """Yield the texts of a script that is data."""
    try:
        waiting = [json.loads(data)]
    except ValueError:
        return
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict | list):
            # What begins with an @ is said to programs, in words that are no language's (JSON-LD 1.1, 1.7).
            waiting += [value for key, value in one.items() if key[:1] != "@"] if isinstance(one, dict) else one


def said_on(page: str) -> tuple[list[Said], list[Said]]:
    """Return everything that a page says, piece by piece and block by block."""
    listener = _Listener()
    listener.feed(page)
    listener.close()
    return listener.said, listener.blocks


def faults_on(page: str, words: Mapping[str, Words], names: frozenset[str] = frozenset()) -> list[str]:
    """Return what a page says in another language than it says it does.

    Phrases of the interface are known by themselves, texts of some length by their words (English and Welsh only).
    `names` of works and publishers are in whatever language their makers gave them (WCAG 2.2, 3.1.2).
    """
    pieces, blocks = said_on(page)
    found = []
    for one in pieces:
        for other in words:
            key = other != one.language and one.language in words and _phrase_in(one.text, other, one.language, words)
            if key:
                found.append(f"{one.where} is {one.language}, but {other}.yml has {key}: {one.text[:80]}")
    for one in blocks:
        language = language_of(_without(one.text, names), ("en", "cy"))
        if language and language != one.language:
            found.append(f"{one.where} is {one.language}, but reads as {language}: {one.text[:80]}")
    return found


def faults_in(site: Path, words: Mapping[str, Words], names: frozenset[str] = frozenset()) -> dict[str, list[str]]:
    """Return the faults of each page below a folder that has any. The page for lost addresses is in every language."""
    pages = {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}
    assert pages
    for lost in [path for path in pages if path.endswith("404.html")]:
        pages[lost] = re.sub(r"<title>.*?</title>", "", pages[lost])  # a title cannot say the language of its parts
    return {path: faults for path, page in pages.items() if (faults := faults_on(page, words, names))}


def _without(text: str, names: frozenset[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    return ADDRESS.sub(" ", text)


def _phrase_in(text: str, other: str, language: str, words: Mapping[str, Words]) -> str:
    whole, filled, inside = _known(other, language, tuple(words.values()))
    for segment in [text, *text.split(" · ")]:
        if segment.strip().casefold() in whole:
            return whole[segment.strip().casefold()]
        if match := filled.fullmatch(segment.strip()):
            return f"“{match[0]}”"
    match = inside.search(text)
    return f"“{match[0]}”" if match else ""


_compiled: dict[tuple[str, str, int], tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]] = {}


def _known(
    other: str, language: str, words: tuple[Words, ...]
) -> tuple[dict[str, str], re.Pattern[str], re.Pattern[str]]:
    """Return what tells the phrases of `other` that `language` does not share.

    Whole ones by their words; a pattern for those with something filled in; a pattern for long pieces of any.
    """
    key = (other, language, id(words[0]))
    if key not in _compiled:
        theirs, ours = (next(one for one in words if one.language == code) for code in (other, language))
        own = {
            piece.casefold() for phrase in ours.phrases.values() for form in _forms(phrase) for piece in _pieces(form)
        }
        every = [(form, name) for name, phrase in theirs.phrases.items() for form in _forms(phrase)]
        pieces = {p: name for form, name in every for p in _pieces(form) if p.casefold() not in own}
        gaps = {form for form, _ in every if FILLED.search(form) and set(_pieces(form)) & set(pieces)}
        telling = [form for form in gaps if re.search(r"[^\W\d_]{4}", FILLED.sub("", form))]
        filled = "|".join(sorted(".+".join(map(re.escape, FILLED.split(form))) for form in telling))
        long = "|".join(sorted((re.escape(p) for p in pieces if len(p) >= LONG), key=len, reverse=True))
        whole = {form.casefold(): name for form, name in every if form in pieces}
        _compiled[key] = whole, re.compile(filled), re.compile(rf"(?<!\w)(?:{long})(?!\w)")
    return _compiled[key]


def _forms(phrase: str | Mapping[str, str]) -> list[str]:
    return list(phrase.values()) if isinstance(phrase, Mapping) else [phrase]


def _pieces(form: str) -> Iterator[str]:
    """Yield what stands between the gaps of a phrase and holds a word."""
    for piece in FILLED.split(form):
        bare = piece.strip(" .,:;()“”")
        if re.search(r"[^\W\d_]{2}", bare):
            yield bare
