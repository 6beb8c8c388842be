"""Characters that nobody sees, and that a search, a screen reader or a computer stumbles over."""

import re

# Soft hyphen; zero-width space; word joiner; byte-order mark within a text; Mongolian vowel separator; the
# invisible letters of the Hangul block, which are used to look like an empty name.
IN_WORDS = "\u00ad\u200b\u2060\ufeff\u180e\u115f\u1160\u3164\uffa0"
# What turns the direction of text, so that it is read otherwise than it is kept (Boucher and Anderson, Trojan Source,
# 2021; CVE-2021-42574). The plain direction marks (U+200E, U+200F, U+061C) hide nothing and are of use.
TURNING = "\u202a-\u202e\u2066-\u2069"
SIGNS = [*IN_WORDS, *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))]
HIDDEN = re.compile(f"[{IN_WORDS}{TURNING}]")
ANY_ODD = re.compile(f"[{IN_WORDS}{TURNING}\u00a0\u202f\u200c-\u200f\u2000-\u200a\u205f\u3000]")


def without_hidden(text: str) -> str:
    """Return text without characters that can't be seen and with ordinary spaces only."""
    return ANY_ODD.sub("", text)
