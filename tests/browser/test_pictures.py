"""Ten pages in both languages and two widths look as they did when a person last looked at them.

The kept pictures lie in tests/browser/pictures/. After a change that is meant, look at each page, then run

    FINGERPOST_REWRITE_PICTURES=1 python3 scripts/bootstrap.py test tests/browser/test_pictures.py

and look at what Git says has changed.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from playwright.sync_api import Page

from tests.looking.pictures import WIDTHS, compare, keep, take

PICTURES = Path(__file__).with_name("pictures")
REWRITE = "FINGERPOST_REWRITE_PICTURES"
TEN = {
    "home": "index.html",
    "guides": "guides/index.html",
    "guide": "guides/burn-out-and-rest/index.html",
    "toolkit": "toolkits/first-six-meetings/index.html",
    "record": "archive/rebooting-the-dna-of-leadership/index.html",
    "question": "questions/should-i-use-my-own-name/index.html",
    "entry": "directory/survivor-research-network/index.html",
    "topic": "topics/wellbeing.html",
    "search": "search.html",
    "accessibility": "accessibility.html",
}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_ten_pages_look_as_they_did(language: str, width: int, served: str, window: Page, tmp_path: Path) -> None:
    told = []
    for name, path in TEN.items():
        file = PICTURES / f"{name}-{language}-{width}.webp"
        taken = take(window, f"{served}/{'' if language == 'en' else 'cy/'}{path}", width)
        if os.environ.get(REWRITE):
            keep(taken, file)
        elif not file.is_file():
            told.append(f"{file.name} is not there")
        elif (seen := compare(Image.open(file), taken)).is_noticeable:
            keep(taken, tmp_path / file.name)
            told.append(f"{file.name}: {seen.share:.2%} differs, {seen.kept} kept, {seen.taken} now: {tmp_path}")
    assert told == [], f"To keep pictures as they are now: {REWRITE}=1, as tests/browser/test_pictures.py says."


def test_no_picture_is_kept_that_is_not_compared() -> None:
    wanted = {f"{name}-{language}-{width}.webp" for name in TEN for language in ("en", "cy") for width in WIDTHS}
    assert {file.name for file in PICTURES.glob("*")} <= wanted


BLOCKS = (
    "<h1>A page</h1><p id=p>Words of a page, in a line or two.</p><p id=q>And some more of them.</p>" + "<p>More." * 20
)


@pytest.mark.parametrize(
    ("change", "noticed"),
    [
        ("", False),
        ("-webkit-font-smoothing: none; text-rendering: geometricPrecision; transform: translateX(0.3px)", False),
        ("position: relative; top: 12px", True),
        ("margin-inline-start: 16px", True),
        ("color: white", True),
        ("font-weight: bold; font-size: 1.3em", True),
        ("padding-top: 20px", True),
    ],
)
def test_a_block_that_moved_is_noticed_and_smoothing_is_not(
    change: str, noticed: bool, faulty: Callable[..., Page], tmp_path: Path
) -> None:
    page = faulty(BLOCKS, "body { font: 19px/1.6 sans-serif }")
    keep(take(page, page.url, 360), tmp_path / "kept.webp")
    page = faulty(BLOCKS, f"body {{ font: 19px/1.6 sans-serif }} #p {{ {change} }}")
    assert compare(Image.open(tmp_path / "kept.webp"), take(page, page.url, 360)).is_noticeable is noticed


def test_a_whole_page_of_letters_smoothed_otherwise_is_passed() -> None:
    """Drawn three times as large and made small by another rule: every edge of every letter differs a little."""
    large = Image.new("RGB", (1080, 2400), "white")
    for line in range(40):
        ImageDraw.Draw(large).text((30, 60 * line), "Geiriau ar dudalen, a rhagor ohonyn nhw", "black", font_size=48)
    one, other = (large.resize((360, 800), how) for how in (Image.Resampling.BOX, Image.Resampling.LANCZOS))
    assert one.tobytes() != other.tobytes()
    assert not compare(one, other).is_noticeable
