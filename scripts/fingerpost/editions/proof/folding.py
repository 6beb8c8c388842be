"""Text brought to one form, in which it is found however it was marked up, encoded, spaced or hyphenated."""

import html
import re
import unicodedata
from urllib.parse import unquote

NOT_LETTERS = re.compile(r"[\W_]+")
TAG = re.compile(r"<[^<>]*>")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")


def folded(text: str) -> str:
    """Return only the letters and figures of a text, in small letters and one Unicode form (UAX 15, NFKC).

    >>> folded("Setting <em>limits</em>!"), folded("Set-ting  LIMITS")
    ('settingemlimitsem', 'settinglimits')
    """
    return NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


def readings(text: str) -> set[str]:
    """Return a made text folded in each way in which words can stand in it.

    As it is, without its tags, with its character references, its ``%C5%B5`` and its ``\\u0175`` resolved.
    """
    decoded = html.unescape(text) if "&" in text else text
    if "\\u" in decoded:
        decoded = ESCAPED.sub(lambda found: chr(int(found[1], 16)), decoded)
    found = {folded(decoded)}
    if "<" in text:
        bare = TAG.sub("", text)
        found.add(folded(html.unescape(bare) if "&" in bare else bare))
    if "%" in decoded:
        found.add(folded(unquote(decoded)))
    return found
