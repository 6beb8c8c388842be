"""Importing from beginning to end, as a person at the keyboard meets it: read, placed, checked, told."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from fingerpost.checks import as_text, catalogue_for, run_checks
from fingerpost.checks.wording import any_of, listed, shown
from fingerpost.editions.checking import open_library
from fingerpost.intake.importing import Choices, Document, Placed, Refused, Wanted, place, read_document
from fingerpost.intake.importing.document import Left
from fingerpost.languages.phrases import NOTHING, Phrase, in_words_of, say
from fingerpost.library import Library
from fingerpost.library.kinds import LISTED, Kind
from fingerpost.problems import FingerpostProblem, Misuse

Tell = Callable[[str], None]
MOST_PLACES = 4
TITLED_BY: Mapping[str, Phrase] = {
    "style": say("from the line in the style Title"),
    "heading": say("from the first heading"),
    "page": say("as the file calls itself"),
    "file": say("from the file's name, as it has no title and no heading"),
}


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for: files, the collection's folder, kind, the text's language, the messages', what is chosen."""

    files: tuple[Path, ...]
    root: Path
    kind: str = "guide"
    language: str = ""
    speaks: str = ""
    id: str = ""
    changes: str = ""
    comments: str = ""


def import_files(request: Request, tell: Tell) -> int:
    """Make a resource of each file, all of them or none, and tell what came of it. Returns 0, or 1 where none was made.

    Raises FingerpostProblem, its sentence in the language of the messages, where the request can't be carried out.
    """
    catalogue = catalogue_for(request.speaks or (request.language if request.language == "cy" else ""))
    try:
        library = open_library(request.root)
        kind, choices = _understood(request, library)
        documents, refused = _read(request, library, choices)
        if refused:
            for file, why in refused:
                tell(in_words_of(say("{file}: {why}", file=_name(file), why=why), catalogue))
            tell(in_words_of(say("Nothing was written."), catalogue))
            return 1
        spoken = request.speaks or _spoken(documents)
        catalogue = catalogue_for(spoken)
        placed = place(library, [Wanted(document, kind, request.id) for document in documents])
    except FingerpostProblem as problem:
        raise type(problem)(in_words_of(problem.args[0], catalogue)) from None
    for one in placed:
        for phrase in what_was_made(one, library):
            tell(in_words_of(phrase, catalogue))
    for line in _to_be_said(request.root, placed, catalogue):
        tell(line)
    return 0


def _understood(request: Request, library: Library) -> tuple[Kind, Choices]:
    """Return the kind and the choices. Raises Misuse for what is not known here."""
    kind = next((kind for kind in LISTED if kind.name == request.kind), None)
    if kind is None:
        kinds = any_of(kind.name for kind in LISTED)
        raise Misuse(say("There is no kind {kind}. It can be {kinds}.", kind=shown(request.kind), kinds=kinds))
    if request.language and request.language not in library.site.codes:
        codes = listed(library.site.codes)
        raise Misuse(
            say("This site has no language {language}. It has: {codes}", language=shown(request.language), codes=codes)
        )
    if request.id and len(request.files) > 1:
        raise Misuse(say("--id names one resource. Import the files one by one, or leave it out."))
    return kind, Choices(
        _one_of(request.changes, "accept", "reject"),  # type: ignore[arg-type]
        _one_of(request.comments, "drop"),  # type: ignore[arg-type]
    )


def _one_of(word: str, *known: str) -> Literal["", "accept", "reject", "drop"]:
    if word and word not in known:
        raise Misuse(say("{word} can't be chosen here. It can be {words}.", word=shown(word), words=any_of(known)))
    return word  # type: ignore[return-value]


def _read(request: Request, library: Library, choices: Choices) -> tuple[list[Document], list[tuple[Path, Phrase]]]:
    documents: list[Document] = []
    refused: list[tuple[Path, Phrase]] = []
    for file in request.files:
        try:
            documents.append(read_document(file, choices, library.site.codes, request.language, _picture_word))
        except Refused as problem:
            refused.append((file, problem.args[0]))
    return documents, refused


def _picture_word(language: str) -> str:
    try:
        return in_words_of(say("picture"), catalogue_for(language))
    except Misuse:  # a language that the program does not speak
        return "picture"


def _spoken(documents: list[Document]) -> str:
    """Return the language that all the texts are in, where the program speaks it: their maker reads it, too."""
    found = {document.language for document in documents}
    try:
        return next(iter(found)) if len(found) == 1 and catalogue_for(next(iter(found))) is not None else ""
    except Misuse:
        return ""


def what_was_made(placed: Placed, library: Library) -> Iterator[Phrase]:
    """Yield what is to be told of one document: where it stands now, and what of it was left, with the places."""
    document = placed.document
    name = next((one.name for one in library.site.languages if one.code == document.language), document.language)
    yield say("{file} is now {path}", file=_name(Path(document.name)), path=placed.path)
    yield say("  Title: {title}, {how}.", title=shown(document.title), how=TITLED_BY[document.titled_by])
    yield say("  Language: {language}.", language=name)
    if document.pictures:
        yield say("  Pictures beside it: {names}", names=listed(document.pictures))
    grouped = _grouped(document.left)
    if not grouped:
        yield say("  Everything was carried over.")
    else:
        yield say("  What could not be carried over as it was:")
    for what, places in grouped.items():
        yield say("  - {what} ({where})", what=what, where=_places(places))
    yield NOTHING


def _grouped(left: tuple[Left, ...]) -> dict[Phrase, list[Phrase]]:
    grouped: dict[Phrase, list[Phrase]] = {}
    for one in left:
        places = grouped.setdefault(one.what, [])
        if one.where not in places:
            places.append(one.where)
    return grouped


def _places(places: list[Phrase]) -> Phrase:
    found = places[0]
    for where in places[1:MOST_PLACES]:
        found = say("{first}; {second}", first=found, second=where)
    more = len(places) - MOST_PLACES
    return say("{places}; and {count} more", places=found, count=more) if more > 0 else found


def _to_be_said(root: Path, placed: tuple[Placed, ...], catalogue: Mapping[str, str]) -> Iterator[str]:
    """Yield what the checks find in the new resources: what a person has still to say, and to mend."""
    report = run_checks(open_library(root)).within(tuple(str(Path(one.path).parent.as_posix()) for one in placed))
    if report.problems:
        yield in_words_of(say("What is still to be said or mended, at the top of each file and in it:"), catalogue)
        yield as_text(report, colour=False, catalogue=catalogue)
    where = " ".join(str(Path(one.path).parent.as_posix()) for one in placed)
    yield in_words_of(say("Look again with: fingerpost check {where}", where=where), catalogue)


def _name(file: Path) -> str:
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in file.name)
