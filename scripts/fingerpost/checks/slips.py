"""Slips of the pen in front matter that a line shows by itself, whatever YAML makes of it."""

import re

from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Fault
from fingerpost.library.kinds import KINDS

Words = tuple[Phrase, Phrase]

NO_SPACE = re.compile(r"[ ]*(?:- )?(?P<name>[a-z_]{2,20}):(?P<value>[^\s/].{0,80}|)")
NO_COLON = re.compile(r"(?P<name>[a-z_]{2,20})[ ]{1,9}(?P<value>[^:]{1,80})")
NAME = re.compile(r"[ ]*[a-z_]{2,20}:(?: |$)")
# A line whose value is there, and which no value opens: nothing may stand further in below it.
COMPLETE = re.compile(r"[ ]*[a-z_]{2,20}: +[^\s\[{|>\"'#&]")
QUOTED = re.compile(r"[ ]*(?:- )?(?P<name>[a-z_]{2,20}): *(?P<quote>[\"'])(?P<value>[^#]{1,100})")
TAB = re.compile(r"[ ]*\t")
CURLY = re.compile(r"[ ]*(?:- )?[a-z_]{2,20}: *[“”„‘’«].*[:#]")
# Names that a line at the top begins with; other words at the beginning of a line may be part of a longer value.
FIRST_NAMES = frozenset(name for kind in KINDS for name in kind.schema.model_fields)


def seen_amiss(fault: Fault) -> tuple[int, Words] | None:
    """Return what the line that YAML stopped at, or the one above it, shows to be amiss, and its line."""
    above, text = fault.detail.get("above", ""), fault.detail.get("text", "")
    indented = _indented(above, text)
    if indented:
        return fault.line, indented
    for line, written in ((fault.line - 1, above), (fault.line, text)):
        words = _amiss(written)
        if words:
            return line, words
    return None


def _indented(above: str, text: str) -> Words | None:
    """Return what to say of a line that begins further in, or less far in, than the one above lets it."""
    here, before = (len(line) - len(line.lstrip(" ")) for line in (text, above))
    if text.startswith(" ") and text.lstrip().startswith("- ") and above.lstrip().startswith("- ") and here != before:
        return (
            say("The hyphens of this list do not stand exactly one below the other."),
            say("Begin each entry with as many spaces as the first one."),
        )
    if here > before and COMPLETE.match(above) and NAME.match(text):
        return (
            say("This line begins further in than the one above it."),
            say("Take the spaces at its beginning away, so that it begins where the others do."),
        )
    return None


def _amiss(text: str) -> Words | None:
    if TAB.match(text):
        return say("This line begins with a tab."), say("Use spaces in place of the tab.")
    if CURLY.match(text):
        return (
            say("The quotation marks in this line are curly ones, which do not hold a value together."),
            say('Use straight ones, as on the keyboard: title: "Plants: a guide"'),
        )
    quoted = QUOTED.fullmatch(text)
    if quoted and quoted["quote"] in quoted["value"].replace(f"\\{quoted['quote']}", "").rstrip()[:-1]:
        return _quote_within(quoted["name"], quoted["quote"], quoted["value"].strip())
    unspaced = NO_SPACE.fullmatch(text)
    if unspaced and unspaced["value"]:
        return (
            say("No space follows the colon in this line."),
            say("Write it like this: {line}", line=shown(f"{unspaced['name']}: {unspaced['value']}")),
        )
    colonless = NO_COLON.fullmatch(text)
    if colonless and colonless["name"] in FIRST_NAMES:
        return (
            say("A name is without its colon in this line."),
            say("Write it like this: {line}", line=shown(f"{colonless['name']}: {colonless['value']}")),
        )
    return None


def _quote_within(name: str, quote: str, value: str) -> Words:
    other = "'" if quote == '"' else '"'
    inner = value.removesuffix(quote)
    message = say("The value ends at the second quotation mark in this line, and something follows it.")
    if other in inner:
        return message, say("Write curly marks inside the value, as in “plants” or it’s, and straight ones around it.")
    return message, say(
        "Put the other sort of quotation marks around it: {line}", line=f"{name}: {other}{inner}{other}"
    )
