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
from fingerpost.languages.phrases import Phrase, say, together
from fingerpost.library import Fault, Library
from fingerpost.library.kinds import KINDS, PAGE, PART_PREFIXES, QUESTION, RESERVED_PAGES, TOOLKIT, Kind, kind_of_folder
from fingerpost.library.reading import NAME

ID = "FP107"
SEVERITY = Severity.ERROR

Words = tuple[Phrase, Phrase]


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield each file and folder that is out of place or misnamed."""
    for fault in faults_of(library, FAULTS):
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, *WORDS[fault.code](fault, library))
    for page in library.of_kind(PAGE):
        if page.slug in RESERVED_PAGES:
            message = say("A page named {word} is made by Fingerpost itself.", word=shown(page.slug))
            yield Problem(ID, SEVERITY, page.main.source.path, 1, 1, message, say("Give this one another name."))


def _unknown_folder(fault: Fault, _library: Library) -> Words:
    name = fault.detail["name"]
    folders = [kind.folder for kind in KINDS]
    return (
        say("{word} is not a folder that Fingerpost knows.", word=shown(name)),
        together(did_you_mean(name, folders), say("(folders in docs/ are: {folders})", folders=listed(folders))),
    )


def _misplaced(fault: Fault, library: Library) -> Words:
    *above, name = fault.path.split("/")
    kind = _kind_of(fault.path)
    folder = f"docs/{kind.folder if kind else 'guides'}"
    if kind is PAGE:
        return (
            say("{word} is a file where a folder has to be.", word=shown(name)),
            say("{folder} has to be a folder of pages.", folder=folder),
        )
    stem = slug(name.split(".")[0]) or "looking-after-plants"
    return (
        say("{word} lies by itself in {folder}.", word=shown(name), folder="/".join(above)),
        say(
            "Each resource has its own folder. Did you mean '{path}'?",
            path=f"{folder}/{stem}/index.{library.site.codes[0]}.md",
        ),
    )


def _bad_id(fault: Fault, _library: Library) -> Words:
    name = slug(fault.detail["id"])
    advice = say("Use small letters, digits and hyphens.")
    return (
        say("{word} can't name a resource's folder: it becomes part of a web address.", word=shown(fault.detail["id"])),
        together(advice, did_you_mean(name, [name])) if name else advice,
    )


def _misnamed(fault: Fault, library: Library) -> Words:
    name, kind = fault.detail["name"], _kind_of(fault.path)
    if kind is PAGE:
        return (
            say("{word} is not the name of a page.", word=shown(name)),
            say(
                "Only pages lie here, named like {example}: small letters, digits and hyphens, "
                "then the language, then .md.",
                example=_names(["about"], library),
            ),
        )
    if fault.path.count("/") > 3:
        return (
            say("{word} lies in a folder inside a resource's folder.", word=shown(name)),
            say(
                "Move it up, beside {file}. Folders inside are for pictures.",
                file=f"index.{library.site.codes[0]}.md",
            ),
        )
    return (
        say("{word} is not a name that a text in this folder can have.", word=shown(name)),
        together(
            _likely_name(name, kind, library),
            say("(names here: {names}; then the language, then .md)", names=listed(_stems(kind))),
        ),
    )


def _not_an_attachment(fault: Fault, _library: Library) -> Words:
    return (
        say("{word} is not of a kind that may lie here.", word=shown(fault.detail["name"])),
        say("These may: {endings}. Save it as one of them, or take it out.", endings=fault.detail["allowed"]),
    )


def _unknown_language(fault: Fault, _library: Library) -> Words:
    codes = fault.detail["languages"].split(", ")
    stem, code = file_name(fault.path).split(".")[:2]
    return (
        say("This file's name says that it is in {word}, which is not a language of this site.", word=shown(code)),
        say(
            "Did you mean {files}? To add a language, ask whoever looks after mkdocs.yml.",
            files=any_of(f"{stem}.{known}.md" for known in codes),
        ),
    )


def _symlink(_fault: Fault, _library: Library) -> Words:
    return (
        say("This is a pointer to a file or folder somewhere else (a symbolic link), and is not followed."),
        say("Copy the file or folder itself to this place."),
    )


def _no_index(_fault: Fault, library: Library) -> Words:
    return (
        say("There is no index file in this folder, so there is nothing to show."),
        say("Add {files}, or take the folder away.", files=_names(["index"], library)),
    )


def _part_not_there(fault: Fault, library: Library) -> Words:
    part, others = fault.detail["part"], [name for name in fault.detail["parts"].split(", ") if name]
    advice = did_you_mean(part, others) or say(
        "Add the file {file}, or take the name out.", file=f"{part}.{library.site.codes[0]}.md"
    )
    if others:
        advice = together(advice, say("(parts in this folder: {parts})", parts=listed(others)))
    return say("The part {word} has no file in this folder.", word=shown(part)), advice


def _part_not_named(fault: Fault, _library: Library) -> Words:
    part = fault.detail["part"]
    return (
        say("This part is not named in the toolkit's list of parts, so nobody would see it."),
        say("Add {part} where it belongs in the index file: {line}", part=part, line=f"parts: [{part}]"),
    )


def _likely_name(name: str, kind: Kind | None, library: Library) -> Phrase:
    tidy = name.lower().replace("_", "-").replace(" ", "-")
    found = NAME.fullmatch(tidy)
    if found and kind and kind.stem and kind.stem.fullmatch(found["stem"]):
        return did_you_mean(tidy, [tidy])
    stem, *endings = tidy.split(".")
    code = endings[0] if endings and endings[0] in library.site.codes else library.site.codes[0]
    likely = closest(stem, ["index", "easy"])
    return did_you_mean(f"{likely}.{code}.md", [f"{likely}.{code}.md"] if likely else [])


def _kind_of(path: str) -> Kind | None:
    steps = path.split("/")
    return kind_of_folder(steps[1]) if len(steps) > 1 else None


def _stems(kind: Kind | None) -> list[str]:
    more = {
        QUESTION.name: ["answer-1", "answer-2, …"],
        TOOLKIT.name: [f"{prefix}-…" for prefix in PART_PREFIXES],
    }
    return ["index", "easy", *more.get(kind.name if kind else "", [])]


def _names(stems: list[str], library: Library) -> Phrase:
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
