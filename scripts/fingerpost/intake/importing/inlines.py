"""Words within a block: pandoc's inline elements as Markdown."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from fingerpost.checks.wording import shown
from fingerpost.intake.importing.escaping import code, escaped
from fingerpost.intake.importing.state import State
from fingerpost.languages.phrases import say

Inline = dict[str, Any]
WEB = re.compile(r"https?://[^\s<>\"]+|(?:mailto|tel|sms):[^\s<>\"]+", re.IGNORECASE)
RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
ORDINALS = frozenset({"st", "nd", "rd", "th", "af", "ail", "ydd", "fed", "ed", "eg"})
BREAK = "  \n"


def inlines(found: Sequence[Inline], state: State) -> str:
    """Return inline elements as Markdown, on one line but for the breaks that were made by hand."""
    pieces: list[str] = []
    for element in _without_scripts(found):
        piece = _one(element, state)
        if piece.startswith("[") and pieces and pieces[-1].endswith("!") and not pieces[-1].endswith("\\!"):
            pieces[-1] = pieces[-1][:-1] + "\\!"
        pieces.append(piece)
    text = "".join(_told_apart(pieces))
    text = re.sub(r"[ \t\u00a0]*  \n\s*", BREAK, text)
    return re.sub(r"(?<! )[ \t]{2,}(?!\n)", " ", text)


def _without_scripts(found: Sequence[Inline]) -> Iterator[Inline]:
    """Yield inline elements, but not what stands between the tags of a script or a style."""
    until = ""
    for element in found:
        tag = str(element["c"][1]).lower() if element["t"] == "RawInline" else ""
        opens = re.match(r"<(script|style)\b", tag)
        if until and tag.startswith(f"</{until}"):
            until = ""
        elif not until:
            yield element
            until = opens[1] if opens else ""


def _told_apart(pieces: list[str]) -> list[str]:
    """Return pieces in which stars that end one mark don't run into stars that begin the next."""
    for number in range(1, len(pieces)):
        before, piece = pieces[number - 1], pieces[number]
        single = piece.startswith("*") and not piece.startswith("**") and piece.endswith("*")
        after = pieces[number + 1][:1] if number + 1 < len(pieces) else ""
        if single and before.endswith("**") and not before.endswith("\\*") and not after.isalnum():
            pieces[number] = f"_{piece[1:-1]}_"
    return pieces


def words(found: Any) -> str:
    """Return the words of any part of the tree, without marks."""
    if isinstance(found, list):
        return "".join(words(part) for part in found)
    if not isinstance(found, dict):
        return ""
    match found.get("t"):
        case "Str":
            return str(found["c"])
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Code" | "Math" | "CodeBlock":
            return str(found["c"][1])
        case "Note" | "RawInline" | "RawBlock":
            return ""
        case "Link" | "Image":
            return words(found["c"][1])
        case "Para" | "Plain" | "Header":
            return words(found["c"]) + " "
    return words(found.get("c"))


def _one(element: Inline, state: State) -> str:
    kind, inside = element["t"], element.get("c")
    if kind == "Underline" and words(inside).strip():
        state.leave(say("Underlining"), words(inside))
    written = WRITTEN.get(kind)
    return written(inside, state) if written else words(inside)


def _break(_inside: Any, state: State) -> str:
    return " " if state.on_one_line else BREAK


def _quoted(inside: Any, state: State) -> str:
    before, after = ("“", "”") if inside[0]["t"] == "DoubleQuote" else ("‘", "’")
    return before + inlines(inside[1], state) + after


def _equation(inside: Any, state: State) -> str:
    state.leave(say("An equation, which now stands as code"), str(inside[1]))
    return code(str(inside[1]))


def _marked(mark: str, inside: Sequence[Inline], state: State) -> str:
    """Return stressed words; a mark within the same mark, or around nothing, says nothing."""
    if mark in state.marks or state.in_heading:
        return inlines(inside, state)
    state.marks.append(mark)
    text = inlines(inside, state)
    state.marks.pop()
    body = text.strip()
    if not body:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before.replace(BREAK, ' ')}{mark}{body}{mark}{after}"


def _raised(inside: Sequence[Inline], state: State, table: Mapping[int, int]) -> str:
    """Return small figures as the signs that there are for them (10², H₂O), and anything else as it is, and say so."""
    text = words(inside)
    if re.fullmatch(r"[0-9+-]{1,6}", text) or (len(text) == 1 and ord(text) in table.values()):
        return text.translate(table)
    if text.strip() and text.casefold() not in ORDINALS:
        state.leave(say("A raised or lowered letter, which now stands in the line"), text)
    return inlines(inside, state)


def _link(inside: Any, state: State) -> str:
    _, content, (target, _) = inside
    if state.in_link:
        return inlines(content, state)
    target = str(target).strip()
    if target.startswith("#"):
        number = state.heading_of(unquote(target[1:]))
        address = f"#fp-heading-{number}" if number is not None else ""
    else:
        address = target if WEB.fullmatch(target) else ""
    if not address:
        what = say("A link within the document, to a place that is no heading") if target.startswith("#") else (
            say("A link to a file or a place that nobody else can reach")
        )  # fmt: skip
        state.leave(what, words(content))
        return inlines(content, state)
    state.in_link = True
    text = inlines(content, state).replace(BREAK, " ").strip()
    state.in_link = False
    if not text:
        return ""
    if address in (words(content), f"http://{words(content)}") and words(content).startswith("http"):
        return f"<{address}>"
    return f"[{text}]({_address(address)})"


def _address(target: str) -> str:
    return re.sub(r"[()\\\s<>|*_~`]", lambda found: f"%{ord(found[0]):02X}" if found[0] != "_" else "_", target)


def _image(inside: Any, state: State) -> str:
    _, content, (target, title) = inside
    picture = state.prepared.pictures.get(str(target)) or state.prepared.pictures.get(unquote(str(target)))
    alt = " ".join((words(content) or (picture.alt if picture and picture.alt else "") or str(title)).split())
    if picture is None:
        state.leave(say("A picture that is not in the file"), alt)
        return escaped(alt)
    name = state.pictures.name_for(picture.content)
    if not name:
        state.leave(say("A picture in a form that the site can't show"), alt)
        return escaped(alt)
    return f"![{escaped(alt)}]({name})"


def _raw(inside: Any, state: State) -> str:
    tag = str(inside[1])
    if re.match(r"<br\b", tag, re.IGNORECASE):
        return _break(None, state)
    found = re.match(r"<\s*([a-zA-Z][\w-]*)", tag)
    if found:
        state.leave(say("HTML: {tag}", tag=shown(f"<{found[1].lower()}>")), "")
    return ""


WRITTEN: Mapping[str, Callable[[Any, State], str]] = {
    "Str": lambda inside, _: escaped(str(inside).replace("\u00ad", "")),
    "Space": lambda _inside, _: " ",
    "SoftBreak": lambda _inside, _: " ",
    "LineBreak": _break,
    "Code": lambda inside, _: code(str(inside[1])),
    "Emph": lambda inside, state: _marked("*", inside, state),
    "Strong": lambda inside, state: _marked("**", inside, state),
    "Strikeout": lambda inside, state: _marked("~~", inside, state),
    "Superscript": lambda inside, state: _raised(inside, state, RAISED),
    "Subscript": lambda inside, state: _raised(inside, state, LOWERED),
    "Quoted": _quoted,
    "Math": _equation,
    "Link": lambda inside, state: _link(inside, state),
    "Image": lambda inside, state: _image(inside, state),
    "Note": lambda inside, state: state.note(inside),
    "RawInline": _raw,
    "Span": lambda inside, state: inlines(inside[1], state),
    "Cite": lambda inside, state: inlines(inside[1], state),
    "SmallCaps": lambda inside, state: inlines(inside, state),
    "Underline": lambda inside, state: inlines(inside, state),
}
