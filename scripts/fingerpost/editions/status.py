"""What fingerpost status says: first what needs somebody this week, then the whole board, in lines for a terminal."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from fingerpost.checks.wording import covered
from fingerpost.editions.board import whole_board
from fingerpost.editions.checking import open_library
from fingerpost.editions.collection import open_collection
from fingerpost.editions.lines import paragraph, table, terminal_width
from fingerpost.editions.print.shelf import read_shelf
from fingerpost.languages import Words, collation_key
from fingerpost.library import Library
from fingerpost.library.board import Board, Due, Standing, State
from fingerpost.problems import Misuse
from fingerpost.stage.facts import language_name
from fingerpost.stage.status_page import next_commands
from fingerpost.status import as_json

WEEK = timedelta(days=7)
SHORT = 5  # rows of each sort that stand under what needs somebody this week
TO_DO = (State.STALE, State.DRAFT, State.MISSING, State.REFUSED)


def status_as_json(root: Path) -> str:
    """Return the board of the collection in `root` for programs, as status/board.schema.json says."""
    library = open_library(root)
    return as_json(whole_board(library, _made(library)))


def status_lines(root: Path, language: str = "") -> Iterator[str]:
    """Yield the board in one of the site's languages (the first, if none is named). Raises Misuse for another."""
    collection = open_collection(root)
    codes = collection.project.site.codes
    if language and language not in codes:
        raise Misuse(f"This site has no language '{language}'. It has: {', '.join(codes)}.")
    library, words = collection.library, collection.words[language or codes[0]]
    yield from tell(whole_board(library, _made(library)), library, words, terminal_width())


def _made(library: Library) -> frozenset[str]:
    """Return the ids of resources whose PDFs stand there from the last build."""
    return frozenset(sheet.resource for sheet in read_shelf(library.root / "dist" / "print").sheets)


def tell(board: Board, library: Library, words: Words, width: int) -> Iterator[str]:
    """Yield the lines about a board, none longer than `width` but for a name or a command that is."""
    told = _Told(board, library, words, width)
    yield from (words("board"), words("board-day", day=words.day(board.today)))
    for section in (told.week(), told.texts(), told.due(), told.aside(), told.gaps(), told.growth()):
        lines = list(section)
        yield from ["", *lines] if lines else []


class _Told:
    """A board, and how it is said."""

    def __init__(self, board: Board, library: Library, words: Words, width: int) -> None:
        self.board, self.library, self.words, self.width = board, library, words, width

    def week(self) -> Iterator[str]:
        """What cannot wait: days that are past or come within a week, and translations whose original has changed."""
        words, shared = self.words, self.board.shared
        until = self.board.today + WEEK
        stale = [one for one in shared.standings if one.state is State.STALE]
        groups: list[tuple[str, Sequence[Due | Standing]]] = [
            *((name, [due for due in dues if due.day <= until]) for name, dues in self._dues()),
            *(("stale", [one for one in stale if one.language == code]) for code in self.library.site.codes),
        ]
        yield self._heading("board-week")
        if self.board.unread:
            yield from self._wrapped(words("board-unread"), 2)
        if not any(found for _, found in groups) and not self.board.unread:
            yield from self._wrapped(words("board-week-none"), 2)
        for name, found in groups:
            if found:
                yield from self._list(name, found, SHORT)

    def texts(self) -> Iterator[str]:
        """How many texts there are of each state in each language, and then which."""
        words, codes = self.words, self.library.site.codes
        standings = self.board.shared.standings
        count = {(state, code): 0 for state in State for code in codes}
        for one in standings:
            count[one.state, one.language] += 1
        yield self._heading("board-texts")
        rows = [
            [words(f"board-{state}"), *(str(count[state, code]) for code in codes)]
            for state in State
            if state is not State.REFUSED or any(count[state, code] for code in codes)
        ]
        yield from self._table([["", *(language_name(code, words) for code in codes)], *rows])
        for code in codes:
            for state in TO_DO:
                found = [one for one in standings if one.language == code and one.state is state]
                if found:
                    yield ""
                    yield from self._list(state.value, found, len(found))

    def due(self) -> Iterator[str]:
        """Every day that is written down, by month."""
        yield self._heading("board-due")
        for name, dues in self._dues():
            months: dict[str, list[Due]] = {}
            for due in dues:
                months.setdefault(self.words.month(due.day), []).append(due)
            if dues:
                yield f"  {self.words(f'board-{name}')}"
                yield from self._table([[month, str(len(found))] for month, found in months.items()], 4)
                yield from self._list(name, dues, len(dues), titled=False)
        if not any(dues for _, dues in self._dues()):
            yield from self._wrapped(self.words("board-nothing"), 2)

    def aside(self) -> Iterator[str]:
        """Which checks are set aside where, and why."""
        yield self._heading("board-aside")
        for one in self.board.aside:
            yield from self._wrapped(f"{one.check} {one.path}", 2)
            yield from self._wrapped(covered(one.reason), 8)
        next_step = "board-aside-next" if self.board.aside else "board-nothing"
        yield from self._wrapped(self.words(next_step), 2)

    def gaps(self) -> Iterator[str]:
        """How many resources each topic has for each stage, a table for each format."""
        words, cells = self.words, self.board.shared.cells
        label, language = self.library.label, self.words.language
        stages = list(dict.fromkeys(cell.stage for cell in cells))
        key = collation_key(language)
        topics = sorted(
            dict.fromkeys(cell.topic for cell in cells), key=lambda term: key(label("topics", term, language))
        )
        count = {(cell.format, cell.topic, cell.stage): cell.count for cell in cells}
        yield self._heading("board-gaps")
        named = [label("stages", stage, language) if stage else words("board-no-stage") for stage in stages]
        for form in dict.fromkeys(cell.format for cell in cells):
            numbers = [[count[form, topic, stage] for stage in stages] for topic in topics]
            fields = [number for row in numbers for number, stage in zip(row, stages, strict=True) if stage]
            said = words("board-empty", empty=fields.count(0), all=len(fields))
            yield from ("", f"  {words(f'board-format-{form}')}. {said}")
            rows = [
                [label("topics", topic, language), *map(str, row)] for topic, row in zip(topics, numbers, strict=True)
            ]
            yield from self._table([["", *named], *rows])

    def growth(self) -> Iterator[str]:
        """How much there was at the end of each month or year."""
        words, codes = self.words, self.library.site.codes
        growth = self.board.shared.growth
        if not growth:
            return
        yield self._heading("board-growth")
        head = [words("board-period"), words("board-resources"), *(language_name(code, words) for code in codes)]
        yield from self._table(
            [
                head,
                *(
                    [
                        str(period.day.year) if period.yearly else words.month(period.day),
                        str(period.resources),
                        *(str(period.languages.get(code, 0)) for code in codes),
                    ]
                    for period in growth
                ),
            ]
        )

    def _dues(self) -> list[tuple[str, Sequence[Due]]]:
        shared = self.board.shared
        return [("consents", self.board.consents), ("reviews", shared.reviews), ("facts", shared.facts)]

    def _list(self, name: str, found: Sequence[Due | Standing], most: int, *, titled: bool = True) -> Iterator[str]:
        """Yield a title with a number, what to do next, and the first rows."""
        words, first = self.words, found[0]
        commands = {"consents": ["fingerpost withdraw ID"]}.get(name, [])
        title = words(f"board-{name}")
        if isinstance(first, Standing):
            commands = next_commands(first.state, first.language)
            title = f"{language_name(first.language, words)}: {title}"
        if titled:
            yield from self._wrapped(f"{title} ({len(found)})", 2)
        step = words("board-consents-ask" if name == "consents" else f"board-{name}-next")
        yield from self._wrapped(f"{words('board-next')} {step}", 4)
        alone = first.name if isinstance(first, Standing) else first.id
        yield from (f"      {command.replace('ID', alone) if len(found) == 1 else command}" for command in commands)
        for one in found[:most]:
            row = one.name if isinstance(one, Standing) else f"{one.day.isoformat()}  {one.id}"
            yield f"    - {row}"
        if len(found) > most:
            yield f"      {words('board-week-more', count=str(len(found) - most))}"

    def _heading(self, key: str) -> str:
        said = self.words(key)
        return f"{said}\n{'=' * len(said)}"

    def _wrapped(self, text: str, indent: int) -> list[str]:
        return paragraph(text, indent, self.width)

    def _table(self, rows: list[list[str]], indent: int = 2) -> list[str]:
        return [f"{' ' * indent}{line}".rstrip() for line in table(rows, self.width - indent, figures=True)]
