"""The name of a file or a folder can't be used on every computer and USB stick.

Why it matters

The collection travels on sticks (FAT32 and exFAT) and between Linux, macOS and Windows. A name that one of them
refuses stops the whole copy. Of two names that differ only in capitals, one is lost.

Bad (file docs/guides/example/aux.txt):

    Once a week.

Good (file docs/guides/example/plants.txt):

    Once a week.

How to mend it

Rename the file, and change the links to it. Small letters, digits, hyphens and one full stop before the ending
work everywhere: `watering-can.png`. The folders count too: the whole path of a file, folders and all, may be 160
letters long. That leaves room for where somebody puts the copy (Windows allows 260).
"""

import unicodedata
from collections.abc import Iterator

from fingerpost.checks.places import file_name
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown, slug
from fingerpost.languages.phrases import NOTHING, Phrase, say
from fingerpost.library import Library, Resource

ID = "FP503"
SEVERITY = Severity.ERROR
MOST_CHARACTERS = 100
# Microsoft: Maximum Path Length Limitation is 260; 100 are left for C:\Users\…\ and the folders of a copy.
MOST_IN_ALL = 160
# Microsoft: Naming Files, Paths, and Namespaces; the exFAT specification, 7.7.3.
CHARACTERS = frozenset('<>:"|?*\\')
RESERVED = frozenset({"con", "prn", "aux", "nul", "clock$", "conin$", "conout$"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
}


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each name in the resource's folder that some computers refuse, and names that clash."""
    taken: dict[str, str] = {}
    for path in _paths(resource):
        name = file_name(path)
        why = why_unsafe(name)
        if why:
            yield Problem(ID, SEVERITY, path, 1, 1, why, _advice(name))
        elif len(path) > MOST_IN_ALL:
            yield Problem(ID, SEVERITY, path, 1, 1, *_too_far(path))
        other = taken.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            yield Problem(ID, SEVERITY, path, 1, 1, _clash(path, other), say("Give one of them another name."))


def why_unsafe(name: str) -> Phrase:
    """Return in a sentence why a name can't be used everywhere; empty if it can."""
    word = shown(name)
    if name.split(".")[0].rstrip(" ").casefold() in RESERVED:
        return say("{name} is a name that Windows keeps for itself, whatever its ending.", name=word)
    bad = sorted({letter for letter in name if letter in CHARACTERS or not letter.isprintable()})
    if bad:
        signs = " ".join(shown(letter) for letter in bad)
        return say("{name} has what many computers refuse in a name: {signs}.", name=word, signs=signs)
    if name != name.strip(" "):
        return say("{name} begins or ends with a space, which many computers take away.", name=word)
    if name.endswith("."):
        return say("{name} ends with a full stop, which Windows takes away.", name=word)
    if len(name) > MOST_CHARACTERS:
        return say(
            "{name} is {count} letters and signs long, and {most} are the most that work everywhere.",
            name=word,
            count=len(name),
            most=MOST_CHARACTERS,
        )
    return NOTHING


def _too_far(path: str) -> tuple[Phrase, Phrase]:
    return (
        say(
            "The way to this file is {count} letters and signs long, and {most} are the most that work everywhere.",
            count=len(path),
            most=MOST_IN_ALL,
        ),
        say("Give the file, or a folder on the way to it, a shorter name, and mend the links to it."),
    )


def _clash(path: str, other: str) -> Phrase:
    names = {"name": shown(file_name(path)), "other": shown(file_name(other))}
    if unicodedata.normalize("NFC", path) == unicodedata.normalize("NFC", other):
        return say(
            "{name} and {other} look the same: an accented letter is stored in two ways, "
            "and many computers keep only one of the files.",
            **names,
        )
    return say("{name} and {other} differ only in capitals, and are the same file on many computers.", **names)


def _paths(resource: Resource) -> list[str]:
    """Return the resource's folder, the folders in it and every file, each once."""
    files = [*(text.path for text in resource.texts), *resource.files]
    found = set(files)
    for path in files:
        steps = path.split("/")
        found |= {"/".join(steps[:length]) for length in range(3, len(steps))}
    return sorted(found)


def _advice(name: str) -> Phrase:
    stem, dot, ending = name.rpartition(".")
    better = slug(stem if dot else name)[:40].strip("-") or "picture"
    ending = f".{slug(ending)}" if dot and slug(ending) else ""
    better = f"my-{better}" if better in RESERVED else better
    return say("Rename it, for example {name}, and mend the links to it.", name=f"{better}{ending}")
