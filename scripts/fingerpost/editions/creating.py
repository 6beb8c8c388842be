"""A new resource from beginning to end, as a person at the keyboard meets it: asked, written, checked, told."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from fingerpost.checks import as_text, catalogue_for, known_languages, run_checks
from fingerpost.checks.wording import any_of, did_you_mean, listed, shown
from fingerpost.editions.checking import open_library
from fingerpost.intake.creating import Unfit, cleaned, compose, id_for, questions_for
from fingerpost.intake.creating.answering import LONGEST, given
from fingerpost.intake.creating.asking import Ask, ask_all, in_lines
from fingerpost.intake.placing import place_files, place_folder
from fingerpost.languages.phrases import NOTHING, Phrase, in_words_of, say, together
from fingerpost.library import Library
from fingerpost.library.kinds import KINDS, PAGE, Kind
from fingerpost.library.reading import DOCS
from fingerpost.problems import FingerpostProblem, Misuse

Print = Callable[[str], None]
KIND_NAMES: Mapping[str, Phrase] = {
    "guide": say("A new guide"),
    "toolkit": say("A new toolkit"),
    "archive": say("A new record in the archive"),
    "question": say("A new question"),
    "directory": say("A new entry in the directory"),
    "page": say("A new page"),
}


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for: the folder, a kind, a title, a language, an id, answers by name, and whether to ask."""

    root: Path
    kind: str
    title: str
    language: str = ""
    id: str = ""
    options: Mapping[str, list[str]] = field(default_factory=dict)
    asks: bool = True


def create(request: Request, show: Print, ask: Ask) -> int:
    """Ask what has to be known, write the resource, and list what a person has still to say. Returns 0.

    Nothing is written before the last answer. Raises FingerpostProblem, its sentence in the language of the request.
    """
    catalogue = catalogue_for(request.language if request.language in known_languages() else "")

    def tell(phrase: Phrase) -> None:
        show(in_lines(phrase, catalogue))

    try:
        library = open_library(request.root)
        kind, language, title = _understood(request, library)
        id = id_for(library, kind, title, request.id)
        _is_free(library, kind, id, language)
        questions = questions_for(kind)
        answers = given(questions, request.options, library)
        if request.asks and any(one.name not in answers for one in questions):
            for phrase in _beginning(kind, title, id):
                tell(phrase)
            answers = ask_all(questions, answers, library, tell, ask)
            tell(NOTHING)
        files = compose(kind, id, title, language, answers, library.today, lambda said: in_words_of(said, catalogue))
        written = _place(library.root, kind, id, files)
    except Unfit as unfit:
        raise Misuse(in_words_of(unfit.args[0], catalogue)) from None
    except FingerpostProblem as problem:
        raise type(problem)(in_words_of(problem.args[0], catalogue)) from None
    for path in written:
        tell(say("Written: {path}", path=path))
    for line in still_to_say(request.root, written, catalogue):
        show(line)
    return 0


def still_to_say(root: Path, written: tuple[str, ...], catalogue: Mapping[str, str]) -> Iterator[str]:
    """Yield what the checks find in files that were written just now, and what to do next."""
    report = run_checks(open_library(root)).within(written)
    place = str(PurePosixPath(written[0]).parent) if not written[0].startswith(f"{DOCS}/{PAGE.folder}/") else written[0]
    if report.problems:
        yield ""
        yield in_words_of(say("What is still to be said, and where:"), catalogue)
        yield ""
        yield as_text(report, colour=False, catalogue=catalogue)
        yield ""
        yield in_lines(say("Open the files and write. Then look again:"), catalogue)
        yield f"  fingerpost check {place}"
    else:
        yield in_lines(say("Nothing is missing."), catalogue)


def _understood(request: Request, library: Library) -> tuple[Kind, str, str]:
    """Return the kind, the language and the title. Raises Misuse for what can't be used."""
    kind = next((kind for kind in KINDS if request.kind.casefold() in (kind.name, kind.folder)), None)
    if kind is None:
        names = [kind.name for kind in KINDS]
        hint = did_you_mean(request.kind, names) or say("It can be {kinds}.", kinds=any_of(names))
        raise Misuse(together(say("There is no kind {kind}.", kind=shown(request.kind)), hint))
    language = request.language or library.site.codes[0]
    if language not in library.site.codes:
        codes = listed(library.site.codes)
        raise Misuse(
            say("This site has no language {language}. It has: {codes}.", language=shown(language), codes=codes)
        )
    title = cleaned(request.title)
    if not title:
        raise Misuse(say('Give a title in quotation marks: fingerpost new {kind} "…"', kind=kind.name))
    if len(title) > LONGEST:
        raise Misuse(
            say("The title has {count} letters and signs, and {most} are the most.", count=len(title), most=LONGEST)
        )
    return kind, language, title


def _is_free(library: Library, kind: Kind, id: str, language: str) -> None:
    """Raise Misuse where the id is taken, before anything is asked."""
    path = f"{DOCS}/{id}.{language}.md" if kind is PAGE else f"{DOCS}/{id}"
    taken = (library.root / path).exists() or (library.root / path).is_symlink()
    if taken or (kind is PAGE and id in library.resources):
        raise Misuse(
            say("{id} is there already, and nothing is overwritten. Give this one another name: --id NAME", id=id)
        )


def _beginning(kind: Kind, title: str, id: str) -> Iterator[Phrase]:
    yield say("{kind}: {title}", kind=KIND_NAMES[kind.name], title=title)
    yield say("Its address will end in {id}. Another name: Ctrl-C, then again with --id NAME.", id=id)
    yield NOTHING
    yield say("Answer each question and press Enter. Enter alone leaves it for later, ? says more.")
    yield say("Ctrl-C stops, and nothing is written.")


def _place(root: Path, kind: Kind, id: str, files: dict[str, str]) -> tuple[str, ...]:
    if kind is PAGE:
        return place_files(root, {f"{DOCS}/{PAGE.folder}/{name}": text for name, text in files.items()})
    return place_folder(root, id, files)
