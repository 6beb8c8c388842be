"""My pack: put together on pages, kept on the device, ordered, printed as one, passed on by link and by code."""

import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from fingerpost.stage.pack import SIGNS, code_of
from playwright.sync_api import Browser, Page, expect

from tests.browser.looks import reader, stored

KEY = "fingerpost-pack"
GUIDE = "guides/setting-limits"
KIT = "toolkits/asking-for-consent"
QUESTION = "questions/should-i-use-my-own-name"  # has a content note: discrimination
RECORD = "archive/stopsim"
THREE = [GUIDE, KIT, QUESTION]
TITLES = {
    GUIDE: "Setting limits when you share your story",
    KIT: "Asking for consent",
    QUESTION: "Should I use my own name when I publish?",
}


@pytest.fixture(params=["http", "file"])
def site(request: pytest.FixtureRequest, built: Path, served: str) -> str:
    """The site from a host, and the one on a stick as it opens by double-click."""
    return served if request.param == "http" else (built / "dist" / "usb" / "data" / "site").as_uri()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page of a reader who has chosen nothing, with nothing said in the console."""
    with reader(browser, site) as page:
        said: list[str] = []
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        yield page
        assert said == []


def kept(page: Page) -> list[str]:
    found: list[str] = json.loads(stored(page).get(KEY, '{"ids": []}'))["ids"]
    return found


def opened(page: Page, address: str) -> Page:
    """Open the page of the pack afresh, and wait until all is fetched."""
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#fp-pack-count")).not_to_contain_text("…")
    expect(page.locator("#fp-pack-count")).not_to_be_empty()
    return page


def order(page: Page) -> list[str]:
    return [str(row.get_attribute("data-id")) for row in page.locator("#fp-pack-list > li[data-id]").all()]


def on_paper(page: Page) -> list[str]:
    """Return the text of each printed page."""
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4")))
    return [" ".join(sheet.get_textpage().get_text_range().split()) for sheet in document]


def beginning(sheets: list[str], title: str) -> int:
    """Return the page on which a title stands at the top; the first page is the list of what is in the pack."""
    return next(number for number, text in enumerate(sheets) if number and title in text[: len(title) + 10])


def code(*ids: str) -> str:
    """Return a pack's code as it stands in the module's words: four signs each, and a sign that makes the sum even."""
    signs = "".join(map(code_of, ids))
    check = next(one for one in SIGNS if _rest(signs + one) == 0)
    return "-".join(re.findall(".{1,4}", signs + check))


def _rest(signs: str) -> int:
    rest = 0
    for sign in signs:
        rest = (rest * 3 + SIGNS.index(sign)) % 31
    return rest


def test_a_pack_is_put_together_on_pages_and_printed_as_one(page: Page, site: str) -> None:
    for id in THREE:
        page.goto(f"{site}/{id}/index.html")
        page.get_by_role("button", name="Add to my pack").press("Enter")
        expect(page.locator("#fp-pack [role=status]")).to_have_text("This is in your pack.")
        expect(page.get_by_role("button", name="Take out of my pack")).to_be_focused()
    assert kept(page) == THREE
    page.get_by_role("link", name="See my pack").click()
    expect(page.locator("#fp-pack-count")).to_have_text("3 things in the pack")
    assert "#" not in page.url
    assert order(page) == THREE
    expect(page.locator("#fp-pack-shared")).to_be_hidden()
    expect(page.locator("li", has_text=TITLES[QUESTION]).locator(".tag")).to_have_text("Content note: Discrimination")
    expect(page.locator("li", has_text=TITLES[KIT]).locator(".pack-pdf")).to_contain_text(re.compile(r"PDF, \d+ pages"))
    sheets = on_paper(page)
    assert "My pack" in sheets[0]
    assert code(*THREE) in sheets[0]
    places = [sheets[0].index(TITLES[id]) for id in THREE]
    assert places == sorted(places)
    starts = [beginning(sheets, TITLES[id]) for id in THREE]
    assert starts == sorted(starts)
    first = sheets[starts[2]]
    for said in ("Before you read: Discrimination", "Edition of 21 November 2026", f"fingerpost.example/{QUESTION}/"):
        assert said in first, first
    whole = " ".join(sheets)
    assert whole.count("How to cite this") == 3
    assert whole.count("What you may do with it:") >= 3
    for furniture in ("Move up", "Copy", "Everything here", "Add to my pack", "Type in a code"):
        assert furniture not in whole
    assert "Your work, your choice" in whole  # a part of the toolkit
    assert min(len(text) for text in sheets) > 40  # no empty sheet


def test_its_order_is_changed_with_the_keyboard_and_said(page: Page, site: str) -> None:
    opened(page, f"{site}/pack.html#p={','.join(THREE)}")
    page.get_by_role("button", name="Keep it as my pack").click()
    expect(page.locator("#fp-pack-said")).to_have_text("This is your pack now.")
    assert "#" not in page.url
    down = page.get_by_role("button", name=re.compile(rf"^Move down ?: {re.escape(TITLES[GUIDE])}$"))
    down.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#fp-pack-said")).to_have_text(f"“{TITLES[GUIDE]}” is number 2 of 3 now.")
    expect(page.get_by_role("button", name=re.compile(rf"^Move down ?: {re.escape(TITLES[GUIDE])}$"))).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("#fp-pack-said")).to_have_text(f"“{TITLES[GUIDE]}” is the last already.")
    assert order(page) == kept(page) == [KIT, QUESTION, GUIDE]
    page.get_by_role("button", name=re.compile(rf"^Take out ?: {re.escape(TITLES[QUESTION])}$")).click()
    expect(page.get_by_role("button", name=re.compile(rf"^Take out ?: {re.escape(TITLES[GUIDE])}$"))).to_be_focused()
    assert kept(page) == [KIT, GUIDE]
    page.get_by_role("button", name="Undo that").click()
    assert order(page) == kept(page) == [KIT, QUESTION, GUIDE]
    page.get_by_role("button", name="Empty the pack").click()
    assert stored(page) == {}
    expect(page.locator("#fp-pack-count")).to_have_text("Your pack is empty.")
    expect(page.get_by_role("button", name="Undo that")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#fp-pack-said")).to_have_text("It is as it was before.")
    assert kept(page) == [KIT, QUESTION, GUIDE]
    sizes = [button.bounding_box() for button in page.locator("#fp-pack-on button:visible").all()]
    assert all(size and size["height"] >= 44 and size["width"] >= 44 for size in sizes)


def test_a_pack_is_passed_on_by_link_and_by_code_and_kept_only_when_asked(page: Page, site: str) -> None:
    opened(page, f"{site}/pack.html#p={KIT},{RECORD}")
    expect(page.locator("#fp-pack-code")).to_have_text(code(KIT, RECORD))
    expect(page.locator("#fp-pack-link")).to_have_text(re.compile(rf"pack\.html#p={KIT},{RECORD}$"))
    line = f"python3 scripts/bootstrap.py build --edition print --only {KIT},{RECORD}"
    expect(page.locator("#fp-pack-command")).to_have_text(line)
    assert stored(page) == {}
    page.get_by_role("banner").get_by_role("link", name="Cymraeg").click()
    expect(page.locator("#fp-pack-count")).to_have_text("2 beth yn y pecyn")
    assert order(page) == [KIT, RECORD]
    typed = f" {code(GUIDE, KIT).lower().replace('-', ' ')} "
    page.get_by_label("Teipio cod").fill(typed)
    page.get_by_role("button", name="Dangos y pecyn hwn").click()
    expect(page.locator("#fp-pack-code")).to_have_text(code(GUIDE, KIT))
    assert order(page) == [GUIDE, KIT]
    assert stored(page) == {}


def test_a_slip_in_a_code_is_noticed(page: Page, site: str) -> None:
    whole = code(GUIDE, KIT)
    signs = whole.replace("-", "")
    wrong = [signs[:at] + next(one for one in SIGNS if one != signs[at]) + signs[at + 1 :] for at in range(len(signs))]
    pairs = [(at, at + 1) for at in range(len(signs) - 1) if signs[at] != signs[at + 1]]
    wrong += [signs[:a] + signs[b] + signs[a] + signs[b + 1 :] for a, b in pairs]
    wrong += [signs[:-1], signs + "2", "", "O" + signs[1:]]
    opened(page, f"{site}/pack.html")
    read = "(all) => all.map((one) => window.fingerpostPackCode.read(one))"
    assert page.evaluate(read, wrong) == [None] * len(wrong)
    assert (
        page.evaluate(read, [signs, whole, whole.lower().replace("-", " – ")]) == [[code_of(GUIDE), code_of(KIT)]] * 3
    )
    page.get_by_label("Type in a code").fill(wrong[0])
    page.keyboard.press("Enter")
    expect(page.locator("#fp-pack-slip")).to_contain_text("Please look at each sign once more.")
    expect(page.get_by_label("Type in a code")).to_be_focused()


def test_what_is_not_here_is_said_and_not_named(page: Page, site: str) -> None:
    opened(page, f"{site}/pack.html#p={GUIDE},guides/nothing-of-that-name")
    expect(page.locator("#fp-pack-told")).to_contain_text("1 thing in this pack is not here.")
    assert order(page) == [GUIDE]
    page.get_by_label("Type in a code").fill(code("guides/old", GUIDE, "guides/older"))
    page.keyboard.press("Enter")
    expect(page.locator("#fp-pack-told")).to_contain_text("2 things in this pack are not here.")
    assert order(page) == [GUIDE]


def test_a_pack_that_came_is_added_to_one_s_own_only_when_asked(page: Page, site: str) -> None:
    page.goto(f"{site}/not-here.html")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps({"v": 1, "ids": [GUIDE, KIT]})])
    opened(page, f"{site}/pack.html#p={RECORD},{KIT}")
    page.get_by_role("button", name="Go back to my own pack").click()
    expect(page.locator("#fp-pack-count")).to_be_focused()
    assert order(page) == [GUIDE, KIT]
    opened(page, f"{site}/pack.html#p={RECORD},{KIT}")
    page.get_by_role("button", name=re.compile("^Take out ?: Asking")).click()
    assert kept(page) == [GUIDE, KIT]
    page.get_by_role("button", name="Add it to my pack").click()
    expect(page.locator("#fp-pack-count")).to_have_text("3 things in the pack")
    assert order(page) == kept(page) == [GUIDE, KIT, RECORD]


def test_what_was_taken_back_is_dropped_and_said_without_a_name(built: Path, tmp_path: Path, browser: Browser) -> None:
    """The page as a build makes it when the ledger names the guide: its signs alone."""
    here = built / "site"
    shutil.copytree(here / "assets", tmp_path / "assets")
    shutil.copytree(here / KIT, tmp_path / KIT)
    html = (here / "pack.html").read_text("utf-8")
    assert f'"{GUIDE}", ' in html
    assert '"gone": []' in html
    html = html.replace(f'"{GUIDE}", ', "").replace('"gone": []', f'"gone": ["{code_of(GUIDE)}"]')
    (tmp_path / "pack.html").write_text(html, "utf-8")
    with reader(browser, tmp_path.as_uri()) as page:
        page.goto((tmp_path / "pack.html").as_uri())
        page.evaluate(
            "([key, text]) => localStorage.setItem(key, text)", [KEY, json.dumps({"v": 1, "ids": [GUIDE, KIT]})]
        )
        opened(page, (tmp_path / "pack.html").as_uri())
        told = "1 thing was taken back by the people who made it, so it is no longer in this pack."
        expect(page.locator("#fp-pack-told")).to_have_text(told)
        assert kept(page) == order(page) == [KIT]
        assert "Setting limits" not in page.get_by_role("main").inner_text()
        page.get_by_label("Type in a code").fill(code(GUIDE, KIT))
        page.keyboard.press("Enter")
        expect(page.locator("#fp-pack-told")).to_have_text(told)
        assert order(page) == [KIT]


def test_a_page_from_a_folder_leads_to_a_pack_that_knows_of_it(built: Path, browser: Browser) -> None:
    """Firefox keeps the things of each file apart, so the way to the pack says what is to be in it."""
    site = (built / "dist" / "usb" / "data" / "site").as_uri()
    with reader(browser, site) as page:
        page.goto(f"{site}/{GUIDE}/index.html")
        page.get_by_role("button", name="Add to my pack").click()
        way = page.get_by_role("link", name="See my pack").get_attribute("href")
        assert str(way).endswith(f"/pack.html#add={GUIDE}")
        page.evaluate("() => localStorage.clear()")  # as the pack's own page would find it there
        opened(page, f"{site}/pack.html#add={GUIDE}")
        assert kept(page) == [GUIDE]
        opened(page, f"{site}/pack.html#add={GUIDE},made/up")
        assert kept(page) == [GUIDE]


def test_where_nothing_may_be_kept_it_says_so_and_still_works(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        page.add_init_script(
            "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }"
        )
        page.goto(f"{served}/{GUIDE}/index.html")
        page.get_by_role("button", name="Add to my pack").click()
        expect(page.locator("#fp-pack [role=status]")).to_contain_text("does not let this page keep a pack")
        page.get_by_role("link", name="See my pack").click()
        expect(page.locator("#fp-pack-count")).to_have_text("1 thing in the pack")
        page.get_by_role("button", name="Keep it as my pack").click()
        expect(page.locator("#fp-pack-refused")).to_be_visible()


def test_without_scripts_there_is_no_button_and_the_page_says_why(served: str, browser: Browser) -> None:
    with reader(browser, served, java_script_enabled=False) as page:
        page.goto(f"{served}/{GUIDE}/index.html")
        expect(page.locator("#fp-pack")).to_be_hidden()
        page.goto(f"{served}/pack.html")
        expect(page.get_by_role("main")).to_contain_text("A pack needs scripts")
        expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)


def test_what_a_reader_would_rather_not_meet_is_not_printed_unasked(served: str, browser: Browser) -> None:
    with reader(browser, served, {"warn": ["discrimination"]}) as page:
        opened(page, f"{served}/pack.html#p={QUESTION},{GUIDE}")
        expect(page.locator("li", has_text=TITLES[QUESTION])).to_contain_text("so it will not be printed")
        assert TITLES[QUESTION] not in " ".join(on_paper(page))
        page.get_by_role("button", name="Print it all the same").click()
        expect(page.locator("#fp-pack-said")).to_contain_text("will be printed")
        assert TITLES[QUESTION] in " ".join(on_paper(page))
    with reader(browser, served, {"leave": ["discrimination"]}) as page:
        opened(page, f"{served}/pack.html#p={QUESTION},{GUIDE}")
        assert order(page) == [GUIDE]
        expect(page.get_by_role("main")).to_contain_text("1 text is left out here because of your choices.")
        assert TITLES[QUESTION] not in " ".join(on_paper(page))
        page.get_by_role("button", name="Show what is left out").click()
        assert order(page) == [QUESTION, GUIDE]


def test_forgetting_everything_forgets_the_pack_too(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        page.goto(f"{served}/{GUIDE}/index.html")
        page.get_by_role("button", name="Add to my pack").click()
        page.goto(f"{served}/reading.html")
        page.get_by_role("button", name="Forget everything").click()
        assert stored(page) == {}


def test_rubbish_on_the_device_and_in_the_address_does_nothing(page: Page, site: str) -> None:
    page.goto(f"{site}/not-here.html")
    for rubbish in ("{", '{"v": 1, "ids": "x"}', '{"v": 1, "ids": [1, null, "../x", "guides/<b>"]}', '{"v": 2}'):
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, rubbish])
        opened(page, f"{site}/pack.html#p=../../x,%3Cscript%3E,https://example.org/,guides/..")
        expect(page.locator("#fp-pack-count")).to_have_text("Your pack is empty.")
        assert page.locator("script[data-place]").count() == 0


def test_asked_for_is_only_what_is_in_the_pack(served: str, browser: Browser) -> None:
    asked: list[str] = []
    with reader(browser, served) as page:
        page.on("request", lambda request: asked.append(request.url.removeprefix(served)))
        opened(page, f"{served}/pack.html#p={GUIDE}")
        assert [address for address in asked if address.endswith("/pack.js") and "assets" not in address] == [
            f"/{GUIDE}/pack.js"
        ]
        assert not [address for address in asked if "#" in address or address.startswith("http")]
