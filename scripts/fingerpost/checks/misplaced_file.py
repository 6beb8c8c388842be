"""A file or a folder is not where Fingerpost looks for it, or not named as it expects.

Why it matters

The folder says what kind of thing a resource is, and the file's name says its language. A file in another
place is not published, and nobody would notice.

Bad (file docs/guide/example/index.en.md):

    ---
    title: Looking after the plants
    ---

Good (file docs/pages/plants.en.md):

    ---
    title: Looking after the plants
    ---

Bad (file docs/guides/example/index.md):

    Water them once a week.

How to mend it

Each resource has a folder of its own inside the folder of its kind, named in small letters, digits and
hyphens: `docs/guides/looking-after-plants/`. In it lies `index.en.md` for English or `index.cy.md` for
Welsh. Plain pages lie in `docs/pages/` and are named like `about.en.md`. Move or rename what the message
names.
"""

from collections.abc import Callable, Iterator, Mapping

from fingerpost.checks.places import faults_of, file_name
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import any_of, closest, did_you_mean, listed, shown, slug
from fingerpost.library import Fault, Library
from fingerpost.library.kinds import KINDS, PAGE, PART_PREFIXES, QUESTION, RESERVED_PAGES, TOOLKIT, Kind, kind_of_folder
from fingerpost.library.reading import NAME

ID = "FP107"
SEVERITY = Severity.ERROR

Words = tuple[str, str]


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each file and folder that is out of place or misnamed."""
    for fault in faults_of(library, FAULTS):
        message, advice = WORDS[fault.code](fault, library)
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, message, advice.strip())
    for page in library.of_kind(PAGE):
        if page.slug in RESERVED_PAGES:
            message = f"A page named {shown(page.slug)} is made by Fingerpost itself."
            yield Problem(ID, SEVERITY, page.main.source.path, 1, 1, message, "Give this one another name.")


def _unknown_folder(fault: Fault, _library: Library) -> Words:
    name = fault.detail["name"]
    folders = [kind.folder for kind in KINDS]
    return (
        f"{shown(name)} is not a folder that Fingerpost knows.",
        f"{did_you_mean(name, folders)} (folders in docs/ are: {listed(folders)})",
    )


def _misplaced(fault: Fault, library: Library) -> Words:
    *above, name = fault.path.split("/")
    kind = _kind_of(fault.path)
    folder = f"docs/{kind.folder if kind else 'guides'}"
    if kind is PAGE:
        return f"{shown(name)} is a file where a folder has to be.", f"{folder} has to be a folder of pages."
    stem = slug(name.split(".")[0]) or "looking-after-plants"
    return (
        f"{shown(name)} lies by itself in {'/'.join(above)}.",
        f"Each resource has its own folder. Did you mean '{folder}/{stem}/index.{library.site.codes[0]}.md'?",
    )


def _bad_id(fault: Fault, _library: Library) -> Words:
    name = slug(fault.detail["id"])
    return (
        f"{shown(fault.detail['id'])} can't name a resource's folder: it becomes part of a web address.",
        f"Use small letters, digits and hyphens. {f'''Did you mean '{name}'?''' if name else ''}",
    )


def _misnamed(fault: Fault, library: Library) -> Words:
    name, kind = fault.detail["name"], _kind_of(fault.path)
    if kind is PAGE:
        return (
            f"{shown(name)} is not the name of a page.",
            f"Only pages lie in docs/pages, named like {_names(['about'], library)}: "
            "small letters, digits and hyphens, then the language, then .md.",
        )
    if fault.path.count("/") > 3:
        return (
            f"{shown(name)} lies in a folder inside a resource's folder.",
            f"Move it up, beside index.{library.site.codes[0]}.md. Folders inside are for pictures.",
        )
    guess = _likely_name(name, kind, library)
    noun = _noun(kind)
    return (
        f"{shown(name)} is not a name that a {noun} can use.",
        f"{guess} (a {noun}'s files are: {listed(_stems(kind))}; then the language, then .md)",
    )


def _not_an_attachment(fault: Fault, _library: Library) -> Words:
    return (
        f"{shown(fault.detail['name'])} is not of a kind that may lie here.",
        f"These may: {fault.detail['allowed']}. Save it as one of them, or take it out.",
    )


def _unknown_language(fault: Fault, _library: Library) -> Words:
    codes = fault.detail["languages"].split(", ")
    stem, code = file_name(fault.path).split(".")[:2]
    return (
        f"This file's name says that it is in {shown(code)}, which is not a language of this site.",
        f"Did you mean {any_of(f'''{stem}.{known}.md''' for known in codes)}? "
        "To add a language, ask whoever looks after mkdocs.yml.",
    )


def _symlink(_fault: Fault, _library: Library) -> Words:
    return (
        "This is a pointer to a file or folder somewhere else (a symbolic link), and is not followed.",
        "Copy the file or folder itself to this place.",
    )


def _no_index(fault: Fault, library: Library) -> Words:
    return (
        f"There is no index file in this {fault.detail['kind']}'s folder, so there is nothing to show.",
        f"Add {_names(['index'], library)}, or take the folder away.",
    )


def _part_not_there(fault: Fault, library: Library) -> Words:
    part, others = fault.detail["part"], [name for name in fault.detail["parts"].split(", ") if name]
    there = f" (parts in this folder: {listed(others)})" if others else ""
    otherwise = f"Add the file {part}.{library.site.codes[0]}.md, or take the name out."
    guess = did_you_mean(part, others) or otherwise
    return f"The part {shown(part)} has no file in this folder.", guess + there


def _part_not_named(fault: Fault, _library: Library) -> Words:
    part = fault.detail["part"]
    return (
        "This part is not named in the toolkit's list of parts, so nobody would see it.",
        f"Add {part} where it belongs in the index file: parts: [{part}]",
    )


def _likely_name(name: str, kind: Kind | None, library: Library) -> str:
    tidy = name.lower().replace("_", "-").replace(" ", "-")
    found = NAME.fullmatch(tidy)
    if found and kind and kind.stem and kind.stem.fullmatch(found["stem"]):
        return f"Did you mean '{tidy}'?"
    stem, *endings = tidy.split(".")
    code = endings[0] if endings and endings[0] in library.site.codes else library.site.codes[0]
    likely = closest(stem, ["index", "easy"])
    return f"Did you mean '{likely}.{code}.md'?" if likely else ""


def _kind_of(path: str) -> Kind | None:
    steps = path.split("/")
    return kind_of_folder(steps[1]) if len(steps) > 1 else None


def _noun(kind: Kind | None) -> str:
    return "directory entry" if kind and kind.name == "directory" else kind.name if kind else "resource"


def _stems(kind: Kind | None) -> list[str]:
    more = {
        QUESTION.name: ["answer-1", "answer-2, …"],
        TOOLKIT.name: [f"{prefix}-…" for prefix in PART_PREFIXES],
    }
    return ["index", "easy", *more.get(kind.name if kind else "", [])]


def _names(stems: list[str], library: Library) -> str:
    return any_of(f"{stem}.{code}.md" for stem in stems for code in library.site.codes)


WORDS: Mapping[str, Callable[[Fault, Library], Words]] = {
    "unknown-folder": _unknown_folder,
    "misplaced-file": _misplaced,
    "not-an-attachment": _not_an_attachment,
    "bad-id": _bad_id,
    "misnamed-file": _misnamed,
    "unknown-language": _unknown_language,
    "symlink": _symlink,
    "no-index": _no_index,
    "part-not-there": _part_not_there,
    "part-not-named": _part_not_named,
}
FAULTS = tuple(WORDS)
