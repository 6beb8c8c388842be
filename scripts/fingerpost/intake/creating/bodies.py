"""What a new text holds below its facts: a few headings that such texts have, and marks for what is to be written."""

from collections.abc import Callable, Mapping

from fingerpost.checks.marks import ToDo, mark
from fingerpost.languages.phrases import Phrase, say

# A line that is a heading (True) or something to write (False).
Line = tuple[bool, Phrase]
BODIES: Mapping[str, tuple[Line, ...]] = {
    "guide": (
        (False, say("for whom this is, and what it helps with, in two or three plain sentences")),
        (True, say("What you can do")),
        (False, say("one way after the other, the easiest first; a list often reads best")),
        (True, say("What can be hard")),
        (False, say("what others met with, and what helped them")),
    ),
    "toolkit": (
        (False, say("what a group can do with this, for whom it is, and what it needs")),
        (True, say("Before you start")),
        (False, say("what to get ready, and what to agree with the group")),
    ),
    "archive": (
        (False, say("in your own words, what this work is and who made it")),
        (True, say("Why it matters")),
        (False, say("what it changed, or what can be learnt from it")),
        (True, say("Finding it")),
        (False, say("where people can read or borrow it")),
    ),
    "question": ((False, say("why people ask this, and why there is more than one answer")),),
    "answer": (
        (False, say("this answer, in one or two sentences")),
        (True, say("What it gives")),
        (False, say("what is good about it")),
        (True, say("What it costs")),
        (False, say("what is hard about it")),
    ),
    "directory": (
        (False, say("what they do, and for whom it may be right")),
        (True, say("Check first")),
        (False, say("what to ask or look at before relying on it")),
    ),
    "page": ((False, say("what this page says")),),
    "activity": (
        (False, say("what people do, step by step, with minutes")),
        (True, say("Afterwards")),
        (False, say("how to end it well, and what to look out for")),
    ),
    "handout": ((False, say("what people take away with them")),),
    "checklist": ((False, say("one thing to tick on each line, beginning with - [ ]")),),
    "notes": ((False, say("what whoever leads the group has to know")),),
    "poster": ((False, say("a few large words")),),
}


def body_of(sort: str, language: str, words: Callable[[Phrase], str]) -> str:
    """Return the body of a new text of a sort (a kind, a part or an answer), in the language of `words`."""
    lines = []
    for is_heading, phrase in BODIES[sort]:
        lines.append(f"## {words(phrase)}\n" if is_heading else f"{mark(ToDo.WRITE, words(phrase), language)}\n")
    return "\n".join(lines)
