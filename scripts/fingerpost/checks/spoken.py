"""What language the parts of a text are in, without what may well be in another: quotations, titles, names."""

import re
from functools import lru_cache

from fingerpost.checks.places import REMEMBERED
from fingerpost.checks.prose import Sort, blocks
from fingerpost.languages.recognition import SMALL, language_of
from fingerpost.library import Text

# Small words of one language that the other hasn't got, and that hardly any sentence is without.
CUE = {
    "en": re.compile(r" (?:the|of|and|to|in|you|your|with|that|for|it|are|this|be|they)(?=[ \n])"),
    "cy": re.compile(r" (?:y|yn|yr|i|o|ac|ar|ei|eich|mae|yw|os|neu|bod|chi|gan|wedi)(?=[ \n])"),
}
MARKED = re.compile(r"<(?P<tag>[a-z]{1,12})\b[^<>]{0,300}?\blang\s{0,9}=[^<>]{1,300}>", re.IGNORECASE)
HELD_APART = re.compile(
    # Links and pictures: their words are names of pages and of works.
    r"!?\[[^\[\]\n]{0,300}\](?:\([^()\n]{0,300}\)|\[[^\[\]\n]{0,200}\])?"
    r"|\"[^\"\n]{1,600}\"|“[^”\n]{1,600}”|«[^»\n]{1,600}»|‘[^’\n]{1,600}’(?!\w)"
    r"|(?<![\w*_])([*_])(?=[^\s*_])[^*_\n]{1,300}\1(?![\w*_])"  # titles of works stand in italics
    r"|`[^`\n]{1,300}`|https?://[^\s<>]{1,600}|[^\s@]{1,60}@[^\s@]{1,60}|</?[a-zA-Z][^<>\n]{0,300}>"
)
NAME = re.compile(r"(?<=[\w,;'’]\s)[A-ZÀ-ÖØ-ÞŴŶ][^\s]*")
GLIMPSE = 500
ENOUGH = 4


def other_languages(language: str) -> tuple[str, ...]:
    """Return the languages that can be recognised in a text that should be in `language`; none for one unknown."""
    return tuple(other for other in SMALL if other != language) if language in SMALL else ()


def may_hold(text: str, language: str) -> bool:
    """Whether there is any sign of a language in a text: a quick look, before a careful one."""
    return bool(CUE[language].search(text))


def whole_language(text: Text) -> str | None:
    """Return the language of a whole text, or nothing where it is not certain or can't be told from others."""
    if text.language not in SMALL:
        return None
    # Most texts are in their own language, and a few of its small words near the beginning are enough to see it.
    own = _cues(text.body, text.language)
    if own >= ENOUGH and own > 3 * max(_cues(text.body, other) for other in other_languages(text.language)):
        return text.language
    return _whole_language(text.title, text.summary, text.body)


def _cues(body: str, language: str) -> int:
    return len(CUE[language].findall(body, 0, GLIMPSE))


@lru_cache(maxsize=REMEMBERED)
def _whole_language(title: str, summary: str, body: str) -> str | None:
    parts = [title, summary, *(block.text for block in blocks(without_marked(body)) if block.sort is not Sort.QUOTE)]
    return language_of(own_words("\n".join(parts)), tuple(SMALL))


def own_words(raw: str) -> str:
    """Return Markdown without links, quotations, titles in italics, addresses and names."""
    return NAME.sub(" ", HELD_APART.sub(" ", raw))


def without_marked(body: str) -> str:
    """Return a body with every element blanked out that says which language it is in; every line stays."""
    pieces: list[str] = []
    last = 0
    for match in MARKED.finditer(body):
        if match.start() < last:
            continue
        closing = f"</{match['tag']}>"
        end = body.find(closing, match.end())
        stop = len(body) if end < 0 else end + len(closing)
        pieces += [body[last : match.start()], "\n" * body.count("\n", match.start(), stop)]
        last = stop
    return "".join([*pieces, body[last:]])
