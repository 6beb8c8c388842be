"""Lighthouse on four pages, English and Welsh by turns: all points for accessibility, best practices and SEO.

Nothing here asserts a time: `bootstrap.py audit` asks for 95 points for performance, alone on the machine.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.looking.lighthouse import FOUR, look, read
from tests.looking.serving import hosted

HELD = ("accessibility", "best-practices", "seo")


@pytest.fixture(scope="module")
def host(built: Path) -> Iterator[str]:
    """The address of the built site at a host that compresses."""
    with hosted(built / "site") as address:
        yield address


@pytest.mark.parametrize(("turn", "path"), list(enumerate(FOUR)))
def test_lighthouse_gives_all_points(turn: int, path: str, host: str) -> None:
    seen = look(f"{host}/{'cy/' if turn % 2 else ''}{path}", HELD)
    assert seen.points == dict.fromkeys(HELD, 100), seen.lost


def test_lighthouse_is_awake(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<html><meta name=robots content=noindex><p onclick=x()>x<img src=x.png>", "utf-8"
    )
    with hosted(tmp_path) as address:
        seen = look(f"{address}/index.html", HELD)
    assert all(points < 100 for points in seen.points.values()), seen
    assert any(lost.startswith("seo: ") for lost in seen.lost), seen


def test_a_page_that_cannot_be_looked_at_is_told() -> None:
    error: dict[str, object] = {"categories": {}, "audits": {}}
    error |= {"requestedUrl": "http://127.0.0.1/x", "runtimeError": {"code": "NO_FCP"}}
    with pytest.raises(RuntimeError, match=r"could not look at http://127\.0\.0\.1/x"):
        read(error)
