"""`fingerpost usb` and `fingerpost verify` from beginning to end, as a person at the keyboard meets them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fingerpost.editions.build import Edition as Wanted
from fingerpost.editions.build import build
from fingerpost.editions.collection import Collection, alone, check_collection, open_collection
from fingerpost.editions.made import Narration
from fingerpost.editions.stick.choosing import Choice, narrowed
from fingerpost.editions.stick.current import is_current
from fingerpost.editions.stick.first_pages import unfinished_pages
from fingerpost.editions.stick.names import LEDGER, SITE
from fingerpost.editions.stick.plan import read_copy
from fingerpost.editions.stick.refresh import is_a_copy, refresh, see_that_it_is_ours
from fingerpost.editions.stick.told import what_was_done, what_was_found
from fingerpost.editions.stick.verify import verify
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library.ledger import read_ledger
from fingerpost.problems import FingerpostProblem, Misuse

Tell = Callable[[Phrase], None]
WITHDRAWN = "docs/_withdrawn.yml"


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for: the collection's folder, the stick's, and what the copy is to hold."""

    root: Path
    stick: Path
    choice: Choice


def write_stick(request: Request, tell: Tell, narration: Narration) -> int:
    """Write or refresh a stick with the newest copy, which is made first where dist/usb is not it. Returns 0."""
    stick = request.stick.absolute()
    see_that_it_is_ours(stick)
    collection = open_collection(request.root)
    if collection.project.root in (stick, *stick.parents):
        raise Misuse(say("{path} is in the collection itself. Give a folder on a stick.", path=request.stick))
    narrowed(collection, request.choice)
    if not is_current(collection, request.choice):
        _make(collection, request.choice, tell, narration)
    with narration.step("stick"), alone(collection):
        pages = unfinished_pages(narrowed(collection, request.choice))
        copy = read_copy(collection.dist / "usb", tuple(pages))
        done = refresh(copy, stick, pages, lambda now, of: narration.count("stick", now, of))
    for phrase in what_was_done(done, copy):
        tell(phrase)
    return 0


def _make(collection: Collection, choice: Choice, tell: Tell, narration: Narration) -> None:
    report = check_collection(collection)
    if not report.publishable:
        count = report.counts["error"]
        raise FingerpostProblem(say("Things to mend first: {count}. fingerpost check lists them.", count=count))
    result = build(collection, Wanted.USB, narration, choice=choice)
    if result.problem:
        tell(say("{text}", text=result.problem))
    tell(say("Made: {made}", made=result.made[-1].holds))


def verify_copy(folder: Path, root: Path, tell: Tell) -> int:
    """Check a copy and say what came of it. Returns 0 where it is whole, else 1. Raises Misuse where there is none."""
    if not folder.is_dir():
        raise Misuse(say("There is no folder {path}.", path=folder))
    found = verify(folder)
    if found.nothing or not is_a_copy(folder):
        raise Misuse(say("There is no copy in {path}. Give the folder that holds its first page.", path=folder))
    today = datetime.now(UTC).astimezone().date()
    for phrase in what_was_found(found, today, withdrawn_since(folder, root)):
        tell(phrase)
    return 0 if found.whole else 1


def withdrawn_since(folder: Path, root: Path) -> Iterator[str]:
    """Yield the ids that a collection's ledger names and a copy still holds: its own ledger does not name them."""
    rows, _ = read_ledger(root / WITHDRAWN, WITHDRAWN, [])
    try:
        known = (folder / LEDGER).read_text("utf-8", "replace")
    except OSError:
        known = ""
    for row in rows:
        page = folder / SITE / row.id / "index.html"
        plain = folder / SITE / f"{row.id.removeprefix('pages/')}.html"
        if f'"{row.id}"' not in known and (page.is_file() or plain.is_file()):
            yield row.id
