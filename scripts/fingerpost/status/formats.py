"""The whole board for programs: JSON as board.schema.json says. It names what is not public, so it is for one's own."""

import json
from typing import Any

from fingerpost.library.board import Board, Due


def as_json(board: Board) -> str:
    """Return the board as JSON: ids, paths and ISO days, no words of any language but the reasons as written."""
    shared = board.shared
    data = {
        "today": board.today.isoformat(),
        "texts": [
            {"id": one.id, "path": one.path, "language": one.language, "state": one.state.value}
            for one in shared.standings
        ],
        "consents": [_due(one) for one in board.consents],
        "reviews": [_due(one) for one in shared.reviews],
        "facts": [_due(one) for one in shared.facts],
        "set_aside": [{"check": one.check, "path": one.path, "reason": one.reason} for one in board.aside],
        "gaps": [
            {"topic": one.topic, "stage": one.stage or None, "format": one.format, "count": one.count}
            for one in shared.cells
        ],
        "growth": [
            {
                "from": one.day.isoformat(),
                "period": "year" if one.yearly else "month",
                "resources": one.resources,
                "languages": dict(one.languages),
            }
            for one in shared.growth
        ],
        "unread": list(board.unread),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _due(due: Due) -> dict[str, Any]:
    return {"by": due.day.isoformat(), "id": due.id, "path": due.path}
