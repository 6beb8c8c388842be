"""Pages of each variant look as they did when a person last looked at them: the first, one in the middle, the last.

The kept pictures lie in tests/editions/pictures/. After a change that is meant, look at each page, then run

    FINGERPOST_REWRITE_PICTURES=1 python3 scripts/bootstrap.py test tests/editions/test_print_pictures.py

and look at what Git says has changed.
"""

import os
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from fingerpost.stage import BY_NAME
from PIL import Image

from tests.editions.test_print_bad_input import drawn
from tests.looking.paper import sizes_of_pages
from tests.looking.pictures import compare, keep

PICTURES = Path(__file__).with_name("pictures")
REWRITE = "FINGERPOST_REWRITE_PICTURES"
WHOSE = "toolkit-asking-for-consent"
DOTS = 80  # an inch: letters can still be read
PLACES = ("first", "middle", "last")
LANGUAGES = ("en", "cy")
# The languages take turns, so that each variant is seen in both.
PAGES = [
    (variant, place, LANGUAGES[(row + column) % 2])
    for row, variant in enumerate(BY_NAME)
    for column, place in enumerate(PLACES)
]
pytestmark = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler-utils is not installed")


def take(pdf: Path, number: int) -> Image.Image:
    """Take a picture of a page of a PDF, as Poppler draws it."""
    words = ["pdftoppm", "-r", str(DOTS), "-f", str(number), "-l", str(number), "-png", str(pdf)]
    return Image.open(BytesIO(subprocess.run(words, capture_output=True, check=True).stdout)).convert("RGB")


def number_of(place: str, pages: int) -> int:
    return {"first": 1, "middle": pages // 2 + 1, "last": pages}[place]


@pytest.mark.parametrize("variant", BY_NAME)
def test_pages_look_as_they_did(variant: str, built: Path, tmp_path: Path) -> None:
    told = []
    for name, place, language in PAGES:
        if name != variant:
            continue
        pdf = built / f"dist/print/{language}/{WHOSE}.{variant}.pdf"
        taken = take(pdf, number_of(place, len(sizes_of_pages(pdf))))
        file = PICTURES / f"{variant}-{place}-{language}.webp"
        if os.environ.get(REWRITE):
            keep(taken, file)
        elif not file.is_file():
            told.append(f"{file.name} is not there")
        elif (seen := compare(Image.open(file), taken)).is_noticeable:
            keep(taken, tmp_path / file.name)
            told.append(f"{file.name}: {seen.share:.2%} differs: {tmp_path}")
    assert told == [], f"To keep pictures as they are now: {REWRITE}=1, as tests/editions/test_print_pictures.py says."


def test_every_variant_is_kept_in_both_languages_and_nothing_else() -> None:
    assert {file.name for file in PICTURES.glob("*")} == {f"{'-'.join(page)}.webp" for page in PAGES}
    for variant in BY_NAME:
        assert {language for name, _, language in PAGES if name == variant} == set(LANGUAGES)


@pytest.mark.parametrize(
    ("change", "noticed"),
    [
        ("", False),
        ("margin-left: 4mm", True),
        ("font-weight: 700", True),
        ("color: #999", True),
        ("margin: 5mm 0", True),
    ],
)
def test_what_has_moved_or_faded_is_noticed(change: str, noticed: bool, tmp_path: Path) -> None:
    words = "Words on a page, as they were drawn before. " * 6
    keep(take(drawn(tmp_path, f"<p>{words}</p><p>{words}</p>"), 1), tmp_path / "kept.webp")
    now = take(drawn(tmp_path, f'<p style="{change}">{words}</p><p>{words}</p>'), 1)
    assert compare(Image.open(tmp_path / "kept.webp"), now).is_noticeable is noticed
