"""Front matter against its schema: typed data, or faults with the line of each."""

from typing import Any

from pydantic import ValidationError

from fingerpost.library import schema
from fingerpost.library.faults import MOST_FAULTS, Fault
from fingerpost.library.front_matter import FrontMatter


def validate(front: FrontMatter, original: type[schema.Strict], path: str) -> tuple[schema.Strict | None, list[Fault]]:
    """Return the typed front matter, or nothing and a fault for each thing that does not fit.

    `original` is the schema of an original; with a ``translation`` block, a translation's schema holds.
    """
    translated = "translation" in front.data
    model = schema.Translated if translated else original
    try:
        return model.model_validate(dict(front.data)), []
    except ValidationError as error:
        shared = _keys_of(original)
        return None, [
            _fault_of(problem, front, path, model, shared if translated else ())
            for problem in error.errors()[:MOST_FAULTS]
        ]


def _fault_of(
    problem: Any, front: FrontMatter, path: str, model: type[schema.Strict], shared: tuple[str, ...]
) -> Fault:
    place = tuple(step for step in problem["loc"] if not str(step).startswith("function-"))
    key = str(place[-1]) if place else ""
    line = next((front.lines[place[:n]] for n in range(len(place), 0, -1) if place[:n] in front.lines), 1)
    where = ".".join(str(step) for step in place)
    if problem["type"] == "missing":
        return Fault("missing-key", path, line, detail={"key": where})
    if problem["type"] == "extra_forbidden":
        if len(place) == 1 and key in shared:
            return Fault("translation-repeats", path, line, detail={"key": key})
        known = _keys_of(_model_at(model, place[:-1]))
        # What follows a comma inside curly brackets is read as another name, without a value.
        cut = "yes" if len(place) > 1 and problem.get("input") is None else ""
        return Fault("unknown-key", path, line, detail={"key": key, "known": ", ".join(known), "cut": cut})
    detail = {"key": where, "value": _short(problem.get("input")), "type": problem["type"]}
    detail.update({name: str(value) for name, value in (problem.get("ctx") or {}).items() if name != "error"})
    return Fault("wrong-value", path, line, detail=detail)


def _short(value: object) -> str:
    try:
        return str(value)[:80]
    except ValueError:  # a number of more digits than Python will write out
        return "…"


def _keys_of(model: type[schema.Strict] | None) -> tuple[str, ...]:
    if model is None:
        return ()
    names = [info.alias or name for name, info in model.model_fields.items()]
    # What every file may have comes first in a schema, and last in a sentence.
    return tuple(sorted(names, key=lambda name: name in schema.Written.model_fields))


def _model_at(model: type[schema.Strict], place: tuple[str | int, ...]) -> type[schema.Strict] | None:
    """Return the schema of the mapping at `place`, following fields through lists and options."""
    current: type[schema.Strict] | None = model
    for step in place:
        if isinstance(step, int) or current is None:
            continue
        info = next((info for name, info in current.model_fields.items() if step in (name, info.alias)), None)
        current = _model_in(info.annotation) if info else None
    return current


def _model_in(annotation: Any) -> type[schema.Strict] | None:
    if isinstance(annotation, type) and issubclass(annotation, schema.Strict):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found:
            return found
    return None
