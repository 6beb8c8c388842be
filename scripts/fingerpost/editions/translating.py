"""A translation from beginning to end: laid out to be written, sent to an agency as XLIFF, and taken in again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fingerpost.checks import catalogue_for, known_languages
from fingerpost.checks.wording import as_it_stands, closest, listed, shown
from fingerpost.editions.checking import open_library
from fingerpost.editions.creating import still_to_say
from fingerpost.gate import Reason, translating_refused
from fingerpost.intake.creating import cleaned
from fingerpost.intake.creating.asking import in_lines
from fingerpost.intake.placing import place_files, replace_files
from fingerpost.intake.translating.coming_back import taken_in
from fingerpost.intake.translating.laying_out import Translated, laid_out, missing_pieces, path_in
from fingerpost.intake.translating.reading import Exchange, read_xliff
from fingerpost.intake.translating.xliff import as_xliff
from fingerpost.languages.phrases import NOTHING, Phrase, in_words_of, say, together
from fingerpost.library import Library, Piece, Resource
from fingerpost.library.ids import id_meant
from fingerpost.problems import FingerpostProblem, Misuse

Print = Callable[[str], None]
Tell = Callable[[Phrase], None]
ENDINGS = (".xlf", ".xliff")
MOST_TOLD = 20
SHOWN = ("named", "pseudonym", "group", "anonymous")
REFUSED: Mapping[Reason, Phrase] = {
    Reason.CONSENT_TRANSLATION: say("Its makers did not agree to a translation. Ask them first."),
    Reason.LICENCE_TRANSLATION: say("Its licence does not allow a translation. Ask whoever holds the rights first."),
}


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for: the folder, a resource or a file that came back, the language, who translates.

    `xliff` is the file to write for an agency; `replace` lets what came back take the place of what is there.
    `speaks` is the language of the messages.
    """

    root: Path
    subject: str
    to: str = ""
    speaks: str = ""
    xliff: Path | None = None
    by: str = ""
    named: str = ""
    replace: bool = False


def translate(request: Request, show: Print) -> int:
    """Do what was asked for, and say what came of it. Returns 0.

    Raises FingerpostProblem, its sentence in the language of the messages.
    """
    catalogue = catalogue_for(request.speaks if request.speaks in known_languages() else "")

    def tell(phrase: Phrase) -> None:
        show(in_lines(phrase, catalogue))

    try:
        library = open_library(request.root)
        credit = _credit(request)
        if request.subject.casefold().endswith(ENDINGS):
            written = _take_in(library, request, credit, tell)
        else:
            resource, language = _understood(library, request)
            pieces = _missing(resource, language)
            if request.xliff:
                _write_out(library, request.xliff, pieces, language, tell)
                return 0
            written = place_files(library.root, _files(library, pieces, language, credit, {}))
    except FingerpostProblem as problem:
        raise type(problem)(in_words_of(problem.args[0], catalogue)) from None
    for path in written:
        tell(say("Written: {path}", path=path))
    for line in still_to_say(request.root, written, catalogue):
        show(line)
    return 0


def _understood(library: Library, request: Request) -> tuple[Resource, str]:
    """Return the resource and the language that are meant. Raises Misuse for what is not there, or may not be done."""
    id = id_meant(request.subject)
    resource = library.resources.get(id) or library.resources.get(id.rpartition("/")[0])
    if resource is None:
        near = closest(id, library.resources)
        hint = say("Did you mean {id}?", id=near) if near else say("Ids look like {id}.", id="guides/setting-limits")
        raise Misuse(together(say("There is no {id} in docs/.", id=shown(id)), hint))
    others = [code for code in library.site.codes if code != resource.main.original]
    language = request.to or (others[0] if len(others) == 1 else "")
    if language not in others:
        codes = listed(others)
        raise Misuse(say("Say into which language it is to go, with --to. It can be: {codes}.", codes=codes))
    _may_be_translated(resource)
    return resource, language


def _may_be_translated(resource: Resource) -> None:
    for entry in (resource, *resource.answers):
        reason = translating_refused(entry)
        if reason:
            raise FingerpostProblem(together(say("{id} may not be translated.", id=entry.id), REFUSED[reason]))


def _missing(resource: Resource, language: str) -> tuple[Piece, ...]:
    pieces = missing_pieces(resource, language)
    if not pieces:
        raise FingerpostProblem(
            say(
                "All of {id} is there in '{language}' already, and nothing is overwritten. What changed in the "
                "original since: fingerpost translated {id} --language {language} --changes",
                id=resource.id,
                language=language,
            )
        )
    return pieces


def _files(
    library: Library,
    pieces: tuple[Piece, ...],
    language: str,
    credit: Mapping[str, Any],
    known: Mapping[str, Translated],
) -> dict[str, str]:
    """Return the files of a translation: path to text."""
    paths = {path_in(piece.source, language): piece for piece in pieces}
    words = _words_in(language)
    return {
        path: laid_out(library, piece, language, words, credit, known.get(path, Translated()), tuple(paths))
        for path, piece in paths.items()
    }


def _words_in(language: str) -> Callable[[Phrase], str]:
    """Return what says a phrase in a language, or in English where the program does not speak it."""
    catalogue = catalogue_for(language if language in known_languages() else "")
    return lambda phrase: in_words_of(phrase, catalogue)


def _write_out(library: Library, file: Path, pieces: tuple[Piece, ...], language: str, tell: Tell) -> None:
    """Write an XLIFF file, whole or not at all; one that is there is not overwritten."""
    if file.exists() or file.is_symlink():
        raise Misuse(say("{file} is there already, and nothing is overwritten. Name another file.", file=file.name))
    if not file.name.casefold().endswith(ENDINGS):
        raise Misuse(say("{file} has to end in .xlf, so that translators' programs open it.", file=file.name))
    beside = tuple(path_in(piece.source, language) for piece in pieces)
    half = file.with_name(f".{file.name}.part")
    try:
        half.write_text(as_xliff(library, pieces, language, _words_in(language), beside), "utf-8", newline="\n")
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)
    tell(say("Written: {path}", path=str(file)))
    tell(say("Give it to whoever translates. When it comes back, take it in:"))
    tell(as_it_stands(f"  fingerpost translate {file}"))


def _take_in(library: Library, request: Request, credit: Mapping[str, Any], tell: Tell) -> tuple[str, ...]:
    """Write what came back from an agency. Returns the paths; raises FingerpostProblem where nothing can be used."""
    file = Path(request.subject)
    if not file.is_file():
        raise Misuse(say("There is no file {file}.", file=shown(request.subject)))
    came = read_xliff(file)
    language = came.target
    found = _pieces_that_came(library, came, file.name, language)
    beside = tuple(path_in(piece.source, language) for piece in found)
    known: dict[str, Translated] = {}
    for piece in found:
        path = path_in(piece.source, language)
        known[path], faults = taken_in(library, piece.source, language, came.units[piece.source.path], beside)
        for fault in faults[:MOST_TOLD]:
            place = f"{file.name}:{fault.line}" if fault.line else f"{file.name} ({piece.source.path})"
            tell(say("{place}: {what}", place=place, what=fault.says))
        if len(faults) > MOST_TOLD:
            tell(say("And {count} more.", count=len(faults) - MOST_TOLD))
    if not any(one.passages or one.title for one in known.values()):
        raise FingerpostProblem(
            say("{file} holds no translation of what is in docs/ now, so nothing was written.", file=file.name)
        )
    files = _files(library, tuple(found), language, credit, known)
    there = [path for path in files if (library.root / path).exists()]
    if there and not request.replace:
        raise FingerpostProblem(
            say(
                "There already, and nothing is overwritten: {paths}. To put what came back in its place: --replace",
                paths=listed(there),
            )
        )
    tell(NOTHING)
    return replace_files(library.root, files) if there else place_files(library.root, files)


def _pieces_that_came(library: Library, came: Exchange, name: str, language: str) -> list[Piece]:
    """Return the pieces whose originals a file is about. Raises FingerpostProblem where it is about nothing of ours."""
    if language not in library.site.codes:
        raise FingerpostProblem(
            say("{file} is in the language '{language}', which this site does not have.", file=name, language=language)
        )
    ours: dict[str, Piece] = {}
    for resource in library.resources.values():
        mine = [piece for entry in (resource, *resource.answers) for piece in entry.pieces]
        wanted = [piece for piece in mine if piece.source.path in came.units and piece.original != language]
        if wanted:
            _may_be_translated(resource)
        ours |= {piece.source.path: piece for piece in wanted}
    if not ours:
        raise FingerpostProblem(say("{file} is about no text that is in docs/.", file=name))
    return list(ours.values())


def _credit(request: Request) -> dict[str, str]:
    """Return who translates, as it will stand in the file; empty where nobody is named."""
    named = request.named or ("named" if request.by else "")
    if named and named not in SHOWN:
        raise Misuse(say("--as can be: {words}.", words=listed(SHOWN)))
    if named == "anonymous":
        return {"as": named}
    name = cleaned(request.by)
    return {"name": name, "as": named} if name else {}
