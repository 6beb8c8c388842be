"""The command line of taking part: words and options of what writes in docs/; no logic."""

import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

HERE = Path(__file__).resolve().parents[2]
Root = Annotated[
    Path, typer.Option("--root", metavar="DIR", help="The folder that holds docs/. Without it: this project.")
]
Said = list[str] | None
WRITING = "To write something"
FACTS, MAKERS, RIGHTS, OWN = "What it is", "Who made it", "What was agreed", "Of one kind only"


def new(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="guide, toolkit, archive, question, directory or page.")],
    title: Annotated[str, typer.Argument(metavar="TITLE", help='Its title, in quotation marks: "Being paid"')],
    root: Root = HERE,
    language: Annotated[
        str,
        typer.Option("--language", help="The language that it is written in, and in which you are asked: en or cy."),
    ] = "",
    id: Annotated[
        str, typer.Option("--id", metavar="NAME", help="What its folder is called. Without it: as its title.")
    ] = "",
    no_questions: Annotated[
        bool, typer.Option("--no-questions", help="Ask nothing: options say what is known.")
    ] = False,
    summary: Annotated[Said, typer.Option(help="One sentence that readers choose by.", rich_help_panel=FACTS)] = None,
    topics: Annotated[Said, typer.Option(help="What it is about: wellbeing, pay", rich_help_panel=FACTS)] = None,
    stages: Annotated[Said, typer.Option(help="For people how far along: early", rich_help_panel=FACTS)] = None,
    audiences: Annotated[Said, typer.Option(help="Who it is for: allies", rich_help_panel=FACTS)] = None,
    content_notes: Annotated[Said, typer.Option(help="What it touches on: coercion", rich_help_panel=FACTS)] = None,
    made_by: Annotated[
        Said, typer.Option(help="lived-experience-led, co-produced or compiled.", rich_help_panel=MAKERS)
    ] = None,
    named: Annotated[
        Said,
        typer.Option(help="How they want to be named: named, pseudonym, group or anonymous.", rich_help_panel=MAKERS),
    ] = None,
    by: Annotated[Said, typer.Option(help="The name that is shown.", rich_help_panel=MAKERS)] = None,
    licence: Annotated[Said, typer.Option(help="What others may do: CC-BY-SA-4.0", rich_help_panel=RIGHTS)] = None,
    consent: Annotated[Said, typer.Option(help="The number in your register: C-0012", rich_help_panel=RIGHTS)] = None,
    scope: Annotated[Said, typer.Option(help="web, print, offline, translation.", rich_help_panel=RIGHTS)] = None,
    agreed_until: Annotated[Said, typer.Option(help="The last day: 2027-11-21", rich_help_panel=RIGHTS)] = None,
    holder: Annotated[Said, typer.Option(help="Archive: who holds the rights.", rich_help_panel=RIGHTS)] = None,
    parts: Annotated[
        Said, typer.Option(help='Toolkit: "activity: Arriving; handout: Notes"', rich_help_panel=OWN)
    ] = None,
    time: Annotated[Said, typer.Option(help="Toolkit: minutes in all.", rich_help_panel=OWN)] = None,
    answers: Annotated[Said, typer.Option(help='Question: "One way; Another way"', rich_help_panel=OWN)] = None,
    link: Annotated[Said, typer.Option(help="Directory, archive: the address.", rich_help_panel=OWN)] = None,
    offers: Annotated[Said, typer.Option(help="Directory: what it offers.", rich_help_panel=OWN)] = None,
    where: Annotated[Said, typer.Option(help="Directory: the regions.", rich_help_panel=OWN)] = None,
    cost: Annotated[Said, typer.Option(help="Directory: free, paid, varies or unknown.", rich_help_panel=OWN)] = None,
    checked: Annotated[Said, typer.Option(help="Directory: the day of the last look.", rich_help_panel=OWN)] = None,
    work_title: Annotated[Said, typer.Option(help="Archive: the title as published.", rich_help_panel=OWN)] = None,
    creators: Annotated[Said, typer.Option(help="Archive: who made the work.", rich_help_panel=OWN)] = None,
    work_type: Annotated[Said, typer.Option(help="Archive: book, report, film …", rich_help_panel=OWN)] = None,
    work_date: Annotated[Said, typer.Option(help="Archive: 1986, 1986~ or 198X.", rich_help_panel=OWN)] = None,
    publisher: Annotated[Said, typer.Option(help="Archive: who published it.", rich_help_panel=OWN)] = None,
    work_languages: Annotated[Said, typer.Option(help="Archive: en, cy", rich_help_panel=OWN)] = None,
    access: Annotated[Said, typer.Option(help="Archive: open, library, purchase …", rich_help_panel=OWN)] = None,
    seen_in: Annotated[Said, typer.Option(help="Archive: the record that gave the facts.", rich_help_panel=OWN)] = None,
) -> None:
    """Begin a resource: you are asked what has to be known, and told what is still to write."""
    options = {name: value or [] for name, value in locals().items() if name not in NOT_ANSWERS}
    with _whole():
        from fingerpost.editions.creating import Request, create

    asks = not no_questions and sys.stdin.isatty()
    raise typer.Exit(create(Request(root, kind, title, language, id, options, asks), _show, _answer))


def translate(
    subject: Annotated[
        str,
        typer.Argument(metavar="ID|FILE", help="A resource (guides/setting-limits), or an .xlf file that came back."),
    ],
    root: Root = HERE,
    to: Annotated[str, typer.Option("--to", help="The language that it is to be in: cy.")] = "",
    language: Annotated[str, typer.Option("--language", help="The language of the messages: en or cy.")] = "",
    xliff: Annotated[
        Path | None, typer.Option("--xliff", metavar="FILE", help="Write this .xlf file for an agency instead.")
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who translates, as readers may see it.")] = "",
    named: Annotated[
        str, typer.Option("--as", help="How they want to be named: named, pseudonym, group or anonymous.")
    ] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="What came back takes the place of what is there.")
    ] = False,
) -> None:
    """Lay a translation out to be written, send it to an agency (XLIFF), or take in what came back."""
    with _whole():
        from fingerpost.editions.translating import Request
        from fingerpost.editions.translating import translate as work

    raise typer.Exit(work(Request(root, subject, to, language, xliff, by, named, replace), _show))


def translated(
    resource: Annotated[str, typer.Argument(metavar="ID", help="A resource: guides/setting-limits")],
    language: Annotated[str, typer.Option("--language", help="The translation's language: cy")],
    root: Root = HERE,
    changes: Annotated[
        bool, typer.Option("--changes", help="Show what changed in the original since then; stamp nothing.")
    ] = False,
    minor: Annotated[
        bool, typer.Option("--minor", help="The change did not touch the meaning: what was read stays as read.")
    ] = False,
) -> None:
    """Say that a translation was made from the original as it stands now."""
    from fingerpost.editions.checking import open_library
    from fingerpost.intake import stamp_translation, what_changed

    library = open_library(root)
    if changes:
        print("\n\n".join(what_changed(library, resource, language)))
        return
    stamped = stamp_translation(library, resource, language, minor=minor)
    for file in stamped:
        print(f"Stamped {file.path}" + (", a draft again until a second person reads it" if file.unread else ""))
    if not stamped:
        print("Nothing to stamp: it already stands as it is now.")


def import_documents(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Documents: .docx, .odt, .html or .md.")],
    root: Root = HERE,
    kind: Annotated[
        str, typer.Option("--kind", help="What they become: guide, toolkit, archive, question or directory.")
    ] = "guide",
    language: Annotated[
        str, typer.Option("--language", help="The language of the text: en or cy. Without it, it is recognised.")
    ] = "",
    speak: Annotated[
        str, typer.Option("--speak", help="The language of the messages: en or cy. Without it: the text's.")
    ] = "",
    name: Annotated[str, typer.Option("--id", metavar="NAME", help="What the folder of one resource is called.")] = "",
    changes: Annotated[
        str, typer.Option("--changes", metavar="accept|reject", help="What is done with tracked changes.")
    ] = "",
    comments: Annotated[str, typer.Option("--comments", metavar="drop", help="Leave comments out.")] = "",
) -> None:
    """Make a resource of each document that was written elsewhere, and list what could not be carried over."""
    with _whole():
        from fingerpost.editions.importing import Request, import_files

    raise typer.Exit(import_files(Request(tuple(files), root, kind, language, speak, name, changes, comments), _show))


COMMANDS: Mapping[str, Callable[..., None]] = {
    "new": new,
    "import": import_documents,
    "translate": translate,
    "translated": translated,
}
NOT_ANSWERS = ("kind", "title", "root", "language", "id", "no_questions")


@contextmanager
def _whole() -> Iterator[None]:
    """Let Ctrl-C wait while modules are read: Pydantic swallows one that comes then, and prints a traceback of it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _show(lines: str) -> None:
    """Print lines, without anything in them that a terminal could act on."""
    from fingerpost.checks.wording import printable

    print("\n".join(printable(line) for line in lines.split("\n")))


def _answer(prompt: str) -> str | None:
    """Return what a person types; nothing where nobody is there any more."""
    try:
        return input(prompt)
    except EOFError:
        print()
        return None
