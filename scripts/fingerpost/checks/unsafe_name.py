"""The name of a file or a folder can't be used on every computer and USB stick.

Why it matters

The collection travels on sticks (FAT32 and exFAT) and between Linux, macOS and Windows. A name that one of
them refuses stops the whole copy, and of two names that differ only in capitals one is lost.

Bad (file docs/guides/example/aux.png):

    (a picture)

Good (file docs/guides/example/plants.png):

    (a picture)

How to mend it

Rename the file, and change the links to it. Small letters, digits, hyphens and one full stop before the
ending work everywhere: `watering-can.png`.
"""

import unicodedata
from collections.abc import Iterator

from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown, slug
from fingerpost.library import Library, Resource

ID = "FP503"
SEVERITY = Severity.ERROR
MOST_CHARACTERS = 100
# Microsoft: Naming Files, Paths, and Namespaces; the exFAT specification, 7.7.3.
CHARACTERS = frozenset('<>:"|?*\\')
RESERVED = frozenset({"con", "prn", "aux", "nul", "clock$", "conin$", "conout$"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
}


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each name in the resource's folder that some computers refuse, and names that clash."""
    taken: dict[str, str] = {}
    for path in _paths(resource):
        name = path.rsplit("/", 1)[-1]
        why = why_unsafe(name)
        if why:
            yield Problem(ID, SEVERITY, path, 1, 1, f"{shown(name)} {why}.", _advice(name))
        other = taken.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            yield Problem(
                ID,
                SEVERITY,
                path,
                1,
                1,
                f"{shown(name)} and {shown(other.rsplit('/', 1)[-1])} differ only in capitals, "
                "and are the same file on many computers.",
                "Give one of them another name.",
            )


def why_unsafe(name: str) -> str:
    """Return why a name can't be used everywhere, to follow the name in a sentence; empty if it can."""
    if name.split(".")[0].rstrip(" ").casefold() in RESERVED:
        return "is a name that Windows keeps for itself, whatever its ending"
    bad = sorted({letter for letter in name if letter in CHARACTERS or not letter.isprintable()})
    if bad:
        return f"has what many computers refuse in a name: {' '.join(shown(letter) for letter in bad)}"
    if name != name.strip(" "):
        return "begins or ends with a space, which many computers take away"
    if name.endswith("."):
        return "ends with a full stop, which Windows takes away"
    if len(name) > MOST_CHARACTERS:
        return f"is {len(name)} characters long, and {MOST_CHARACTERS} are the most that work everywhere"
    return ""


def _paths(resource: Resource) -> list[str]:
    """Return the resource's folder, the folders in it and every file, each once."""
    files = [*(text.path for text in resource.texts), *resource.files]
    found = set(files)
    for path in files:
        steps = path.split("/")
        found |= {"/".join(steps[:length]) for length in range(3, len(steps))}
    return sorted(found)


def _advice(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    better = slug(stem if dot else name)[:40].strip("-") or "picture"
    ending = f".{slug(ending)}" if dot and slug(ending) else ""
    better = f"my-{better}" if better in RESERVED else better
    return f"Rename it, for example {better}{ending}, and mend the links to it."
