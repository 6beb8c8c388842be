"""Tables: pandoc's as Markdown's, in which a cell is one line and no cells are merged."""

from typing import Any

from fingerpost.intake.importing.escaping import in_cell
from fingerpost.intake.importing.inlines import inlines, words
from fingerpost.intake.importing.state import State
from fingerpost.languages.phrases import say

ALIGNED = {"AlignLeft": ":---", "AlignRight": "---:", "AlignCenter": ":---:"}
MOST_SPAN = 100
Cell = tuple[Any, int, int]  # its blocks, rows and columns


def table(found: list[Any], state: State) -> str:
    """Return a table as Markdown. A table of one cell is a box, and its words stand as they are."""
    _, caption, columns, head, bodies, foot = found
    headers = [_row(row) for row in head[1]]
    rows = [_row(row) for body in bodies for row in [*body[2], *body[3]]] + [_row(row) for row in foot[1]]
    name = words(caption[1]).strip()
    cells = [cell for row in (*headers, *rows) for cell in row]
    if len(cells) == 1:
        state.leave(say("A box around words, which now stand without it"), words(cells[0][0]))
        return state.write_blocks(cells[0][0], state)
    above = state.write_blocks(caption[1], state) if name else ""
    if any(tall > 1 or wide > 1 for _, tall, wide in cells):
        state.leave(say("Merged cells: the words stand in the first of them"), words(cells[0][0]))
    if len(headers) > 1:
        state.leave(say("A second row of headings, which is now an ordinary row"), words(cells[0][0]))
    grid = _grid([*headers, *rows])
    wide = max([len(row) for row in grid] + [len(columns)], default=0)
    lines = [[_cell(cell, state) for cell in row] + [""] * (wide - len(row)) for row in grid]
    if not headers:
        lines.insert(0, [""] * wide)
    # What Word says of a cell is not said of a column: only Markdown's own alignment is kept.
    under = [ALIGNED.get(column[0]["t"], "---") for column in columns] + ["---"] * (wide - len(columns))
    if not wide or not any(any(line) for line in lines):
        return above
    drawn = [_line(lines[0]), _line(under if state.prepared.reads == "md" else ["---"] * wide)]
    drawn += [_line(line) for line in lines[1:]]
    return "\n\n".join(part for part in (above, "\n".join(drawn)) if part)


def _row(row: Any) -> list[Cell]:
    return [(cell[4], min(cell[2], MOST_SPAN), min(cell[3], MOST_SPAN)) for cell in row[1]]


def _grid(rows: list[list[Cell]]) -> list[list[Any]]:
    """Return the cells' blocks in a grid: where cells were merged, the first has them, and the others are empty."""
    waiting: dict[int, int] = {}
    grid: list[list[Any]] = []
    for row in rows:
        line: list[Any] = []
        for blocks, tall, wide in row:
            while waiting.get(len(line)):
                waiting[len(line)] -= 1
                line.append([])
            for column in range(len(line), len(line) + wide):
                waiting[column] = tall - 1
            line += [blocks] + [[]] * (wide - 1)
        while waiting.get(len(line)):
            waiting[len(line)] -= 1
            line.append([])
        grid.append(line)
    return grid


def _cell(blocks: Any, state: State) -> str:
    state.in_cell = True
    pieces = [piece for piece in _pieces(blocks, state) if piece.strip()]
    state.in_cell = False
    if len(pieces) > 1:
        state.leave(say("A cell with more than one paragraph: they stand one after the other"), words(blocks))
    return in_cell("; ".join(pieces) if _is_list(blocks) else " ".join(pieces))


def _is_list(blocks: Any) -> bool:
    return any(block["t"] not in ("Para", "Plain", "Div") for block in blocks)


def _pieces(blocks: Any, state: State) -> list[str]:
    """Return the lines of words in a cell, whatever they stand in."""
    found: list[str] = []
    for block in blocks:
        kind, inside = block["t"], block.get("c")
        if kind in ("Para", "Plain"):
            found.append(inlines(inside, state))
        elif kind == "Header":
            found.append(inlines(inside[2], state))
        elif kind == "CodeBlock":
            found.append(inlines([{"t": "Code", "c": inside}], state))
        elif kind == "LineBlock":
            found += [inlines(line, state) for line in inside]
        else:
            found += [piece for part in _parts(kind, inside) for piece in _pieces(part, state)]
    return found


def _parts(kind: str, inside: Any) -> list[Any]:
    """Return the lists of blocks that a block is made of."""
    match kind:
        case "BulletList":
            return list(inside)
        case "OrderedList":
            return list(inside[1])
        case "Table":
            rows = [row for part in (inside[3][1], *(body[3] for body in inside[4]), inside[5][1]) for row in part]
            return [cell[4] for row in rows for cell in row[1]]
        case "Div" | "Figure":
            return [inside[-1]]
        case "BlockQuote":
            return [inside]
        case "DefinitionList":
            return [[{"t": "Plain", "c": term}, *(b for said in meanings for b in said)] for term, meanings in inside]
    return []


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
