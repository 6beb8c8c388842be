"""The command line: words and options; no logic."""

import io
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fingerpost import __version__, cli_taking_part
from fingerpost.cli_taking_part import HERE, Root
from fingerpost.problems import FingerpostProblem, Misuse

if TYPE_CHECKING:
    from rich.console import Console

    from fingerpost.editions.build import Result
    from fingerpost.editions.collection import Collection
    from fingerpost.editions.made import Narration
    from fingerpost.languages.phrases import Phrase

app = typer.Typer(
    name="fingerpost",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Languages = Annotated[
    str, typer.Option("--languages", metavar="CODES", help="A smaller stick, in these languages alone: cy or en,cy")
]
Topics = Annotated[
    str, typer.Option("--topics", metavar="IDS", help="A smaller stick, with these topics alone: pay,wellbeing")
]
Without = Annotated[
    str,
    typer.Option("--without", metavar="WHAT", help="A smaller stick, without pdf, epub or both; or a smaller zim."),
]
INTERRUPTED = 130
LOOKING = "To look whether all is well"
MAKING = "To make site, paper and stick"
TAKING_BACK = "When its makers take something back"
GREETING = """\
Hello. Fingerpost turns a folder of texts into a knowledge base in two languages: a site, paper, a USB stick.

You write in docs/. Say one of the words below, and it does the rest, or tells you what is missing and how to mend it. \
If you are new here, begin with: fingerpost new guide "What I know"
"""
CLOSING = """\
Each word has a page of its own: fingerpost new --help

Nothing is sent anywhere. Whatever goes wrong, what was there before is still there.

Yn Gymraeg: mae'r rhan fwyaf o'r geiriau'n deall --language cy, er enghraifft fingerpost check --language cy
"""
STEPS = {
    "check": "Reading and checking",
    "print": "Drawing PDFs",
    "epub": "Making e-books",
    "stage": "Staging pages",
    "render": "Rendering pages",
    "search": "Indexing for search",
    "catalogue": "Writing the catalogue",
    "usb": "Making the USB folder",
    "zim": "Making files for Kiwix",
    "stick": "Writing the stick",
}


class Format(StrEnum):
    """How `check` says what it found."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"
    SARIF = "sarif"
    COMMENT = "comment"


class BoardFormat(StrEnum):
    """How `status` says how things are."""

    TEXT = "text"
    JSON = "json"


class EditionName(StrEnum):
    """What `build` can make."""

    WEB = "web"
    USB = "usb"
    PRINT = "print"
    EPUB = "epub"
    ZIM = "zim"
    ALL = "all"


for name, command in cli_taking_part.COMMANDS.items():
    app.command(name, rich_help_panel=cli_taking_part.WRITING)(command)


@app.command(rich_help_panel=LOOKING)
def check(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH]…", help="Report only these files and folders.")
    ] = None,
    root: Root = HERE,
    form: Annotated[
        Format,
        typer.Option(
            "--format", help="text for people; comment for a pull request; github, json or sarif for programs."
        ),
    ] = Format.TEXT,
    language: Annotated[str, typer.Option("--language", help="The language of the messages: en or cy.")] = "",
    strict: Annotated[bool, typer.Option("--strict", help="End with 1 for warnings too.")] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="First take names, places and the like out of pictures and documents.")
    ] = False,
    seen_at: Annotated[
        str, typer.Option("--seen-at", metavar="URL", help="With comment: the address before the path of a file.")
    ] = "",
) -> None:
    """Find every problem in one run, and say how to mend it."""
    from fingerpost.checks import as_github, as_json, as_sarif, as_text, catalogue_for, language_of
    from fingerpost.editions.checking import check_paths

    if form is Format.COMMENT:
        raise typer.Exit(_comment(root, paths or [], seen_at))
    catalogue = catalogue_for(language)
    report, mended = check_paths(root, paths or [], fix=fix)
    for file in mended:
        err().print(f"Took out of {file.path}: {', '.join(file.gone)}", markup=False)
    match form:
        case Format.JSON:
            print(as_json(report, catalogue=catalogue))
        case Format.SARIF:
            print(as_sarif(report, language=language, catalogue=catalogue))
        case Format.GITHUB:
            print(as_github(report, catalogue_of=lambda path: catalogue_for(language or language_of(path))))
        case Format.TEXT:
            print(as_text(report, colour=_in_colour(), catalogue=catalogue))
    raise typer.Exit(0 if report.ok and not (strict and report.counts["warning"]) else 1)


@app.command(rich_help_panel=MAKING)
def build(
    root: Root = HERE,
    edition: Annotated[
        EditionName, typer.Option("--edition", help="What to make; all is everything but zim, the files for Kiwix.")
    ] = EditionName.ALL,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only",
            metavar="WHAT",
            help="With --edition print: one resource, or as one PDF several, topic:pay, archive, a pack's code, all.",
        ),
    ] = None,
    languages: Languages = "",
    topics: Topics = "",
    without: Without = "",
) -> None:
    """Check, then make the site, the PDFs, the e-books and the stick."""
    raise typer.Exit(_build(root, edition.value, only or [], (languages, topics, without)))


@app.command(rich_help_panel=MAKING)
def usb(
    stick: Annotated[Path, typer.Argument(metavar="DEST", help="A folder on the stick, empty or with a copy in it.")],
    root: Root = HERE,
    language: Annotated[str, typer.Option("--language", help="The language of the messages: en or cy.")] = "",
    languages: Languages = "",
    topics: Topics = "",
    without: Without = "",
) -> None:
    """Write a stick or refresh one: only what differs, read back, and whole only when it is."""
    from fingerpost.editions.made import Narration
    from fingerpost.editions.stick.choosing import choose
    from fingerpost.editions.stick.command import Request, write_stick

    with _speaking(language) as tell, err().status("") as spinner:
        narration = Narration(tell=tell)
        narration.say = lambda step: spinner.update(STEPS.get(step, step))
        narration.count = lambda step, done, of: spinner.update(f"{STEPS.get(step, step)}: {done} of {of}")
        if not err().is_terminal:
            spinner.stop()
        code = write_stick(Request(root, stick, choose(languages, topics, without)), tell, narration)
    raise typer.Exit(code)


@app.command(rich_help_panel=LOOKING)
def verify(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a copy, on a stick or anywhere.")],
    root: Root = HERE,
    language: Annotated[str, typer.Option("--language", help="The language of the messages: en or cy.")] = "",
) -> None:
    """Say whether anything in a copy was changed, lost or added, and how old it is."""
    from fingerpost.editions.stick.command import verify_copy

    with _speaking(language) as tell:
        code = verify_copy(folder, root, tell)
    raise typer.Exit(code)


@app.command(rich_help_panel=MAKING)
def index(root: Root = HERE) -> None:
    """Write the catalogue (JSON, CSV, feeds, sitemap) into dist/catalogue/."""
    from fingerpost.editions.catalogue import build_catalogue
    from fingerpost.editions.collection import open_sound_collection

    made = build_catalogue(open_sound_collection(root))
    out().print(f"{made.holds} in {_shown(made.folder)}")


@app.command(rich_help_panel=LOOKING)
def serve(
    root: Root = HERE,
    port: Annotated[int, typer.Option("--port", min=1024, max=65535, help="Port on this computer.")] = 8000,
) -> None:
    """Show the site on this computer, and again after each change. Stop with Ctrl-C."""
    from fingerpost.render import open_project, preview

    preview(open_project(root.resolve()), port)


@app.command(rich_help_panel=LOOKING)
def explain(
    subject: Annotated[
        str, typer.Argument(metavar="ID", help="A resource (guides/setting-limits) or a check (FP402).")
    ],
    root: Root = HERE,
    language: Annotated[str, typer.Option("--language", help="The language of the words: en or cy.")] = "",
) -> None:
    """Say where a resource is shown, why, and what would change it; or print a check's page."""
    from fingerpost.checks import catalogue_for, is_check, reference_page
    from fingerpost.editions.collection import open_collection
    from fingerpost.editions.explain import explain_resource

    if is_check(subject.upper()):
        print(reference_page(subject, catalogue_for(language)))
        return
    for line in explain_resource(open_collection(root), subject, language):
        print(line)


@app.command(rich_help_panel=TAKING_BACK)
def withdraw(
    subject: Annotated[
        str, typer.Argument(metavar="[ID]", help="A resource (guides/setting-limits) or one answer to a question.")
    ] = "",
    root: Root = HERE,
    language: Annotated[
        str, typer.Option("--language", help="The language of the messages, and of --words: en or cy.")
    ] = "",
    words: Annotated[
        list[str] | None,
        typer.Option("--words", metavar="WORDS", help="What its makers wish to say there. For both: 'cy: Geiriau.'"),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Bring back what was not committed yet.")] = False,
    prove: Annotated[bool, typer.Option("--prove", help="Only look whether anything of it is left.")] = False,
) -> None:
    """Take back what its makers take back: out of docs/, and out of everything that was built."""
    from fingerpost.checks import catalogue_for
    from fingerpost.checks.wording import printable
    from fingerpost.editions import withdrawal
    from fingerpost.languages.phrases import in_words_of

    catalogue = catalogue_for(language)
    request = withdrawal.Request(root, subject, language, tuple(words or ()), asks=not yes)
    work = withdrawal.undo if undo else withdrawal.prove if prove else withdrawal.withdraw
    try:
        raise typer.Exit(work(request, lambda phrase: print(printable(in_words_of(phrase, catalogue))), _answer))
    except FingerpostProblem as problem:
        raise type(problem)(in_words_of(problem.args[0], catalogue)) from None


@app.command(rich_help_panel=LOOKING)
def status(
    root: Root = HERE,
    language: Annotated[str, typer.Option("--language", help="The language of the words: en or cy.")] = "",
    form: Annotated[
        BoardFormat, typer.Option("--format", help="text for people; json for programs.")
    ] = BoardFormat.TEXT,
) -> None:
    """Say what needs somebody this week, then all else: translations, days, gaps, growth."""
    from fingerpost.editions.status import status_as_json, status_lines

    if form is BoardFormat.JSON:
        print(status_as_json(root))
        return
    for line in status_lines(root, language):
        print(line)


def _comment(root: Path, paths: list[str], seen_at: str) -> int:
    from fingerpost.checks import Change, as_comment
    from fingerpost.editions.checking import check_change

    report, elsewhere = check_change(root, paths)
    print(as_comment(report, elsewhere, Change(tuple(paths), seen_at)), end="")
    return 0 if report.ok and elsewhere.ok else 1


@cache
def out() -> "Console":
    """Return what people read. Rich is fetched when something is printed with it: most runs of `check` do without."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=True)


@cache
def err() -> "Console":
    """Return what people read beside it: what is being done, and what could not be."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=True)


@contextmanager
def _speaking(language: str) -> "Iterator[Callable[[Phrase], None]]":
    """Say phrases, and what could not be done, in the language that was asked for."""
    from fingerpost.checks import catalogue_for
    from fingerpost.checks.wording import printable
    from fingerpost.languages.phrases import in_words_of

    catalogue = catalogue_for(language)
    try:
        yield lambda phrase: print(printable(in_words_of(phrase, catalogue)))
    except FingerpostProblem as problem:
        raise type(problem)(in_words_of(problem.args[0], catalogue)) from None


def _answer(question: str) -> str:
    """Return what a person types; nothing where nobody is there to type."""
    try:
        return input(question)
    except EOFError:
        return ""


def _in_colour() -> bool:
    # https://no-color.org
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"fingerpost {__version__}")
        raise typer.Exit


@app.callback(help=GREETING, epilog=CLOSING)
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
) -> None:
    """Write a letter to whoever is new here: GREETING, the words in their panels, CLOSING."""


def _build(root: Path, edition: str, only: list[str], smaller: tuple[str, str, str]) -> int:
    """Build and say so; returns 0, or 1 where something has to be mended or could not be made."""
    from fingerpost.checks import as_text, summary
    from fingerpost.editions.build import Edition, counts
    from fingerpost.editions.build import build as build_editions
    from fingerpost.editions.collection import check_collection, open_collection
    from fingerpost.editions.made import Narration
    from fingerpost.editions.stick.choosing import choose

    narration = Narration(tell=lambda sentence: out().print(sentence, markup=False))
    # A spinner at a terminal, silence in CI.
    with err().status("") as spinner:
        narration.say = lambda step: spinner.update(STEPS.get(step, step))
        narration.count = lambda step, done, of: spinner.update(f"{STEPS.get(step, step)}: {done} of {of}")
        if not err().is_terminal:
            spinner.stop()
        with narration.step("check"):
            collection = open_collection(root)
            report = check_collection(collection)
        if not report.publishable:
            spinner.stop()
            print(as_text(report, colour=err().is_terminal), file=sys.stderr)
            err().print("Nothing was built: what is above has to be mended first. What was there before is untouched.")
            return 1
        result = build_editions(collection, Edition(edition), narration, only, choose(*smaller))
    _say_what_was_made(collection, counts(collection), result, narration)
    if report.problems:
        out().print(f"{summary(report)} fingerpost check lists them.", markup=False)
    for place in result.older:
        out().print(f"{_shown(place)}/ is from an earlier build: it may hold what was withdrawn since.", markup=False)
    if result.problem:
        err().print(result.problem, markup=False)
        return 1
    return 0


def _say_what_was_made(
    collection: "Collection", count: tuple[int, dict[str, int]], result: "Result", narration: "Narration"
) -> None:
    shown, own = count
    languages = ", ".join(f"{own[language.code]} in {language.name}" for language in collection.project.site.languages)
    out().print(f"{shown} resources: {languages}.")
    for made in result.made:
        out().print(f"  {made.edition:6} {_shown(made.folder)}/  {made.holds}", markup=False)
    times = ", ".join(f"{step} {seconds:.1f} s" for step, seconds in narration.seconds.items())
    out().print(f"Took {sum(narration.seconds.values()):.1f} s: {times}.")
    if result.made:
        first = next((made for made in result.made if made.edition == "web"), result.made[0])
        out().print(f"Open {_shown(first.opens)}", markup=False)


def _shown(path: Path) -> str:
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive, on Windows
        return str(path)


def main() -> None:
    """Run the command line; foreseeable trouble ends in one sentence and exit code 1, misuse in 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if not re.fullmatch(r"[0-9]{1,11}", os.environ.get("SOURCE_DATE_EPOCH", "0")):
        stated = os.environ.pop("SOURCE_DATE_EPOCH")
        if stated:
            err().print(
                "SOURCE_DATE_EPOCH is set, and is not a number of seconds since 1970: it is left out of account."
            )
    try:
        app(prog_name="fingerpost")
    except FingerpostProblem as problem:
        err().print(str(problem), markup=False)
        sys.exit(2 if isinstance(problem, Misuse) else 1)
    except OSError as error:
        what = f"{error.filename} could not be read or written" if error.filename else "The system refused"
        err().print(f"{what}: {error.strerror or error}. What was there before is still there.", markup=False)
        sys.exit(1)
    except SystemExit as done:
        if done.code == INTERRUPTED:  # Typer turns Ctrl-C into this
            err().print("Stopped. What was there before is still there.")
        raise
