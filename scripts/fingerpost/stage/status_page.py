"""The editors' page: how far every text is, what is due, where nothing is yet, how the collection grew.

It says what `fingerpost.library.board.Open` holds, which is made of what the website shows to everybody. It is for
editors: nothing collects it, search does not find it, and only the editors' guide leads to it.
"""

import html
import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from fingerpost.languages import collation_key
from fingerpost.library.board import Due, Open, State
from fingerpost.stage.facts import language_name
from fingerpost.stage.markdown import with_block
from fingerpost.stage.status_growth import growth_shown
from fingerpost.stage.status_lists import due_rows, folded, text_rows
from fingerpost.stage.tree import Tree, address, relative
from fingerpost.stage.view import Scene, View

STATUS = "status/index.md"
GUIDE = "pages/editors"
PLACE = re.compile(r"^\[status\][ \t]*$", re.MULTILINE)
STATES = (State.ORIGINAL, State.REVIEWED, State.DRAFT, State.STALE, State.MISSING)
TO_DO = (State.STALE, State.DRAFT, State.MISSING)
SOON = timedelta(days=60)
MONTHS = 12
MANY = 4  # resources from which on a field of the map is as dark as it gets
OF_NO_STAGE = "none"
Row = dict[str, Any]


def stage_status(tree: Tree, scene: Scene) -> None:
    """Put the editors' page into the tree, where the edition has one."""
    board, words = scene.board, scene.words
    if board is None:
        return
    fp = {
        "noindex": True,
        "crumbs": _crumbs(scene),
        "summary": words("board-about"),
        "day": words("board-day", day=words.day(board.today)),
        "totals": _totals(scene, board),
        "languages": [_language(scene, board, code) for code in scene.library.site.codes],
        "due": _due(scene, board),
        "reviews": _soon(scene, board, board.shared.reviews),
        "facts": _soon(scene, board, board.shared.facts),
        "aside": _aside(scene, board),
        "checks": _checks(scene),
        "gaps": _gaps(scene, board),
        "growth": growth_shown(words, scene.library.site.codes, board.shared.growth),
    }
    front = {"title": words("board"), "description": words("board-about"), "template": "status.html", "fp": fp}
    tree.page(scene.language, STATUS, front, "")


def with_status(scene: Scene, view: View, body: str) -> str:
    """Return a plain page's body with a link to the editors' page where it has the line ``[status]``."""
    words = scene.words
    there = relative(address(STATUS), view.path)
    said = (
        f'<a href="{there}">{html.escape(words("board"))}</a>' if scene.board else html.escape(words("board-not-here"))
    )
    way = scene.library.site.language(scene.language).direction
    block = (
        f'<p class="to-board" lang="{scene.language}" dir="{way}">{said}</p>'
        if view.foreign
        else f'<p class="to-board">{said}</p>'
    )
    return with_block(body, PLACE, block)


def _crumbs(scene: Scene) -> list[dict[str, str]]:
    crumbs = [{"title": scene.words("home"), "url": relative("index.html", STATUS)}]
    guide = scene.views.get(GUIDE)
    if guide:
        url = relative(address(guide.path), STATUS)
        crumbs.append({"title": guide.text.title, "url": url, "lang": guide.foreign_language})
    return crumbs


def _totals(scene: Scene, board: Open) -> Row:
    """How many texts there are of each state in each language: the heads of a table, and its rows."""
    count: dict[tuple[str, State], int] = {}
    for one in board.shared.standings:
        count[one.language, one.state] = count.get((one.language, one.state), 0) + 1
    codes = scene.library.site.codes
    rows = [
        {"title": scene.words(f"board-{state}"), "counts": [count.get((code, state), 0) for code in codes]}
        for state in STATES
    ]
    return {"heads": [language_name(code, scene.words) for code in codes], "rows": rows}


def _language(scene: Scene, board: Open, code: str) -> Row:
    """What there is to do in one language: a list for each state, with what to do next."""
    lists = []
    for state in TO_DO:
        texts = [one for one in board.shared.standings if one.language == code and one.state is state]
        if texts:
            commands = next_commands(state, code)
            says = scene.words(f"board-{state}-next")
            title = scene.words(f"board-{state}")
            lists.append(
                folded(scene, title, text_rows(scene, texts, STATUS), len(texts), says=says, commands=commands)
            )
    return {"title": language_name(code, scene.words), "lists": lists}


def next_commands(state: State, language: str) -> list[str]:
    """Return what to type for a text of this state in a language, with ID in the place of its name."""
    stamp = f"fingerpost translated ID --language {language}"
    return {
        State.STALE: [f"{stamp} --changes", stamp],
        State.MISSING: [f"fingerpost translate ID --to {language}"],
        State.REFUSED: ["fingerpost explain ID"],
    }.get(state, [])


def _soon(scene: Scene, board: Open, dues: Iterable[Due]) -> Row:
    """What is past its day, or will be soon, as a list."""
    near = [due for due in dues if due.day <= board.today + SOON]
    return folded(scene, scene.words("board-soon"), due_rows(scene, near, STATUS), len(near))


def _due(scene: Scene, board: Open) -> Row:
    """How much is due in each month: what is overdue first, then a year of months, then all that is later."""
    words = scene.words
    reviews, consents = [due.day for due in board.shared.reviews], board.consents or {}
    this = board.today.replace(day=1)
    months = [_later(this, number) for number in range(MONTHS + 1)]
    counted = [
        (words("board-overdue"), sum(day < board.today for day in reviews), 0),
        *(
            (words.month(start), sum(max(start, board.today) <= day < end for day in reviews), consents.get(start, 0))
            for start, end in pairwise(months)
        ),
        (
            words("board-later"),
            sum(day >= months[-1] for day in reviews),
            sum(number for month, number in consents.items() if month >= months[-1]),
        ),
    ]
    kinds = 1 if board.consents is None else 2
    rows = [(title, numbers[:kinds]) for title, *numbers in counted if any(numbers[:kinds])]
    most = max((number for _, numbers in rows for number in numbers), default=0)
    return {
        "heads": [words("board-reviews"), words("board-consents")][:kinds],
        "rows": [
            {"title": title, "counts": [{"count": number, "width": _share(number, most)} for number in numbers]}
            for title, numbers in rows
        ],
        "says": words("board-few" if board.consents is None else "board-consents-next"),
    }


def _later(month: date, number: int) -> date:
    years, rest = divmod(month.month - 1 + number, 12)
    return date(month.year + years, rest + 1, 1)


def _share(number: int, most: int) -> int:
    """Return a number as per cent of the greatest, so that what is there can be seen."""
    return max(round(100 * number / most), 1) if number else 0


def _aside(scene: Scene, board: Open) -> list[Row]:
    rows = []
    for check, count in board.aside.items():
        names = board.names.get(check, {})
        own = scene.language in names
        name = names.get(scene.language) or next(iter(names.values()), "")
        language = "" if own else next(iter(names), "")
        rows.append({"check": check, "title": name, "lang": language, "count": count})
    return rows


def _checks(scene: Scene) -> dict[str, str]:
    """Return the page that explains the checks, where there is one."""
    view = scene.views.get("pages/checks")
    if view is None:
        return {}
    return {"title": view.text.title, "url": relative(address(view.path), STATUS), "lang": view.foreign_language}


def _gaps(scene: Scene, board: Open) -> Row:
    """How many resources each topic has for each stage: a table for each format."""
    cells = board.shared.cells
    stages = list(dict.fromkeys(cell.stage for cell in cells))
    key = collation_key(scene.language)
    topics = sorted(dict.fromkeys(cell.topic for cell in cells), key=lambda term: key(scene.label("topics", term)))
    count = {(cell.format, cell.topic, cell.stage): cell.count for cell in cells}
    tables = []
    for form in dict.fromkeys(cell.format for cell in cells):
        fields = {topic: [_field(stage, count[form, topic, stage]) for stage in stages] for topic in topics}
        gaps = [field for row in fields.values() for field in row if field["heat"] != OF_NO_STAGE]
        empty = sum(not field["count"] for field in gaps)
        says = scene.words("board-empty", empty=empty, all=len(gaps))
        rows = [{"title": scene.label("topics", topic), "counts": row} for topic, row in fields.items()]
        tables.append({"id": form, "title": scene.words(f"board-format-{form}"), "says": says, "rows": rows})
    heads = [scene.label("stages", stage) if stage else scene.words("board-no-stage") for stage in stages]
    return {"heads": heads, "tables": tables}


def _field(stage: str, count: int) -> Row:
    """Return a number and how dark its field is. That nothing is there for no stage is no gap."""
    return {"count": count, "heat": _heat(count) if stage else OF_NO_STAGE}


def _heat(count: int) -> int:
    """Return how dark a field is: 0 for nothing, 1, 2 and 3 for one, a few and many."""
    return 0 if not count else 1 if count == 1 else 2 if count < MANY else 3
