"""CHECK-THIS-COPY.html in a real browser, opened from the folder with the network off, in each language."""

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.editions.stick.conftest import Two
from tests.editions.stick.faults import FAULTS
from tests.helpers import words

PLACES = 100
PAGES = {"en": "CHECK-THIS-COPY.html", "cy": "GWIRIO-Y-COPI-HWN.html"}
# What the page itself runs on: where it is spoilt, the page says that it did not start, or finds it too.
ITS_OWN = ("data/site/assets/check.js", "data/site/assets/check-bag.js")
SORTS = ("changed", "lost", "renamed", "added", "beside")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without a network that remembers what it asked for."""
    context = browser.new_context(offline=True)
    opened = context.new_page()
    yield opened
    context.close()


@pytest.fixture
def stick(two: Two, tmp_path: Path) -> Path:
    return Path(shutil.copytree(two.first.folder, tmp_path / "my stick"))


def check(page: Page, stick: Path, language: str = "en", chosen: Path | None = None) -> dict[str, set[str]]:
    """Choose the folder on the page; returns the files that it names, by what it says of them, in every language."""
    page.goto((stick / PAGES[language]).as_uri())
    page.locator("#check-folder").set_input_files(chosen or stick)
    page.locator("html[data-checked=yes]").wait_for(timeout=60_000)
    named = [named_in(page, code) for code in ("en", "cy")]
    assert named[0] == named[1]  # both languages say the same
    return named[0]


def named_in(page: Page, code: str) -> dict[str, set[str]]:
    titles = {words()[code](f"usb-check-{sort}"): sort for sort in SORTS}
    found: dict[str, set[str]] = {sort: set() for sort in SORTS}
    place = page.locator(f"section[lang={code}] .check-said")
    for items in place.locator("ul").all():
        title = items.locator("xpath=preceding-sibling::p[1]").inner_text()
        found[titles[title]] |= set(items.locator("li").all_inner_texts())
    return found


def verdict(page: Page, code: str) -> str:
    said = page.locator(f"section[lang={code}] .check-said strong").inner_text()
    every = ("whole", "broken", "unfinished", "no-copy")
    return next(one for one in every if words()[code](f"usb-check-{one}") == said)


@pytest.mark.parametrize("language", PAGES)
def test_a_whole_copy_is_said_to_be_whole_and_how_old_it_is(language: str, two: Two, stick: Path, page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.set_fixed_time("2027-01-05T10:00:00")
    assert check(page, stick, language) == {sort: set() for sort in SORTS}
    for code in PAGES:
        assert verdict(page, code) == "whole"
    english, welsh = (page.locator(f"section[lang={code}] .check-said").inner_text() for code in ("en", "cy"))
    assert "This copy was made on 21 November 2026." in english
    assert "Gwnaed y copi hwn ar 21 Tachwedd 2026." in welsh
    assert "Look for a newer copy after 23 May 2027." in english
    assert f"Number of this edition: {two.first.number}. To be sure" in english
    assert [url for url in asked if not url.startswith("file:")] == []


@pytest.mark.parametrize(
    ("today", "english", "welsh"),
    [
        ("2028-03-01", "after 23 May 2027. By this device’s clock, today is 1 March 2028.", "1 Mawrth 2028"),
        ("2015-01-01", "This device’s clock says 1 January 2015. That is before the copy was made", "1 Ionawr 2015"),
    ],
)
def test_an_old_copy_and_a_wrong_clock_are_told(today: str, english: str, welsh: str, stick: Path, page: Page) -> None:
    page.clock.set_fixed_time(f"{today}T10:00:00")
    check(page, stick)
    assert verdict(page, "en") == "whole"
    assert english in page.locator("section[lang=en] .check-said").inner_text()
    assert welsh in page.locator("section[lang=cy] .check-said").inner_text()


def test_the_folder_above_will_do_too(stick: Path, page: Page) -> None:
    (stick.parent / "photo.jpg").write_bytes(b"mine")
    (stick.parent / "page.html").write_bytes(b"mine")
    assert check(page, stick, chosen=stick.parent)["added"] == set()
    assert verdict(page, "cy") == "whole"


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_in_many_places_are_all_found_and_named(fault: str, two: Two, stick: Path, page: Page) -> None:
    """A hundred files at once, each at another place in it; nothing else is named."""
    chance = random.Random(f"{fault} 8")
    files = sorted(path for path in two.first.digests if path.startswith("data/") and path not in ITS_OWN)
    places = set(chance.sample(files, PLACES))
    for path in sorted(places):
        FAULTS[fault](stick / path, chance)
    found = check(page, stick)
    other = {path: "/".join([*path.split("/")[:-1], path.split("/")[-1].swapcase()]) for path in places}
    match fault:
        case "changed" | "short":
            expected = {"changed": places}
        case "lost":
            expected = {"lost": places}
        case "added":
            expected = {"added": {f"{path}.x" for path in places}}
        case _:
            expected = {"renamed": {f"{path} → {other[path]}" for path in places}}
    assert found == {**{sort: set() for sort in SORTS}, **expected}
    assert verdict(page, "en") == verdict(page, "cy") == "broken"


@pytest.mark.parametrize("fault", ["changed", "short", "lost", "renamed"])
def test_where_its_own_scripts_are_spoilt_it_never_says_whole(fault: str, stick: Path, page: Page) -> None:
    chance = random.Random(f"{fault} 10")
    for path in ITS_OWN:
        content = (stick / path).read_bytes()
        FAULTS[fault](stick / path, chance)
        page.goto((stick / PAGES["en"]).as_uri())
        page.wait_for_load_state()
        said = page.locator("section[lang=cy] .check-said")
        if page.locator("#check-folder").is_enabled():
            page.locator("#check-folder").set_input_files(stick)
            page.wait_for_timeout(3000)
        assert words()["cy"]("usb-check-whole") not in said.inner_text()
        (stick / path.replace(path.rpartition("/")[2], path.rpartition("/")[2].swapcase())).unlink(missing_ok=True)
        (stick / path).write_bytes(content)


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_at_the_top_are_found_too(fault: str, two: Two, stick: Path, page: Page) -> None:
    chance = random.Random(f"{fault} 9")
    # The page itself has to open: where its own bytes are changed it is not the page that was made.
    top = sorted(path for path in two.first.digests if "/" not in path and path not in PAGES.values())
    for path in chance.sample(top, 4):
        content = (stick / path).read_bytes()
        FAULTS[fault](stick / path, chance)
        found = check(page, stick)
        assert sum(len(files) for files in found.values()) == 1, (path, found)
        assert path in str(found)
        assert verdict(page, "en") == ("whole" if fault == "added" else "broken"), path
        for left in (stick / f"{path}.x", stick / path.swapcase()):
            left.unlink(missing_ok=True)
        (stick / path).write_bytes(content)


def test_a_stopped_copy_and_a_folder_without_one_are_told(two: Two, stick: Path, page: Page, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "photo.jpg").write_bytes(b"mine")
    check(page, stick, chosen=tmp_path / "empty")
    assert verdict(page, "en") == verdict(page, "cy") == "no-copy"
    for name, text in two.pages.items():
        (stick / name).write_bytes(text)
    (stick / "bagit.txt").unlink()
    check(page, stick)
    assert verdict(page, "en") == verdict(page, "cy") == "unfinished"


def test_without_its_script_it_says_that_the_check_has_not_started(stick: Path, page: Page) -> None:
    (stick / "data/site/assets/check.js").unlink()
    page.goto((stick / PAGES["cy"]).as_uri())
    for code in PAGES:
        said = page.locator(f"section[lang={code}] .check-said")
        expect(said).to_have_text(words()[code]("usb-check-not-started"))
    expect(page.locator("#check-folder")).to_be_disabled()


# Every page says how old it is


MADE = {"en": "Edition of 21 November 2026", "cy": "Rhifyn 21 Tachwedd 2026"}


@pytest.mark.parametrize("language", MADE)
def test_every_page_says_of_which_day_it_is_also_without_scripts(language: str, stick: Path, browser: Browser) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    first = {"en": "START-HERE.html", "cy": "DECHRAU-YMA.html"}[language]
    site = stick / "data/site" / ("" if language == "en" else language)
    for file in (stick / first, stick / PAGES[language], site / "index.html", site / "guides/changes/index.html"):
        page.goto(file.as_uri())
        expect(page.locator("header .made")).to_be_visible()
        shown = page.evaluate("getComputedStyle(document.querySelector('.made'), '::before').content")
        assert shown == f'"{MADE[language]}"', file
    context.close()
    assert len(list(site.rglob("*.html"))) == sum(
        '<p class="wrap made"></p>' in file.read_text("utf-8") or file.name == "measures.html"
        for file in site.rglob("*.html")
    )


@pytest.mark.parametrize(
    ("language", "said"), [("", "today is 1 March 2028."), ("cy/", "y dyddiad heddiw yw 1 Mawrth 2028.")]
)
def test_after_its_day_every_page_says_so_in_its_header(language: str, said: str, stick: Path, page: Page) -> None:
    page.clock.set_fixed_time("2028-03-01T10:00:00")
    for path in ("index.html", "guides/changes/index.html", "search.html"):
        page.goto((stick / "data/site" / f"{language}{path}").as_uri())
        expect(page.locator("header .old")).to_contain_text(said)
        assert page.evaluate("getComputedStyle(document.querySelector('.made'), '::before').content").strip('"')


@pytest.mark.parametrize("today", ["2026-11-21", "2027-05-23", "2015-01-01"])
def test_before_its_day_and_by_a_wrong_clock_nothing_is_said(today: str, stick: Path, page: Page) -> None:
    page.clock.set_fixed_time(f"{today}T10:00:00")
    page.goto((stick / "data/site/index.html").as_uri())
    page.wait_for_load_state()
    assert page.locator(".old").count() == 0


def test_what_was_withdrawn_since_is_listed_where_it_is_known(two: Two, tmp_path: Path, page: Page) -> None:
    stick = Path(shutil.copytree(two.second.folder, tmp_path / "stick"))
    page.goto((stick / "data/site/index.html").as_uri())
    assert page.locator(".old").count() == 0  # withdrawn on the day it was made: nobody who has it can have read it
    made = stick / "data/site/assets/made.js"
    text = made.read_text("utf-8")
    row = '"gone": [{"id": "guides/taken", "url": "guides/taken/index.html"}]'
    made.write_text(text.replace('"gone": []', row), "utf-8")
    page.goto((stick / "data/site/guides/changes/index.html").as_uri())
    page.locator(".old a").click()
    expect(page).to_have_url((stick / "data/site/guides/taken/index.html").as_uri())
