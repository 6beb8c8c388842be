"""How to reach the group that runs a copy: people can, and nothing that collects addresses finds one."""

import json
import re
import shutil
from pathlib import Path

import pytest
from fingerpost.checks.email_in_text import found_in
from playwright.sync_api import Browser

from tests.conftest import CHECKOUT, run_fingerpost
from tests.editions.outputs import outputs, readings
from tests.helpers import page, toolkit, welsh, write

BASE = CHECKOUT / "tests" / "fixtures" / "base" / "docs"
EMAIL = "the-office.team@example.org"
OTHER = "hello@example.org"
ADDRESS = re.compile(rb"[\w.+-]+\s?@\s?[\w-]+\.[\w.-]*[a-z]{2}", re.IGNORECASE)
BACKWARDS = re.compile(rb"gro\.elpmaxe|elpmaxe")
TEXTS = (".html", ".json", ".csv", ".xml", ".js", ".css", ".txt", ".svg")


def project(root: Path, contact: str) -> Path:
    """A small collection with contact details in its settings, a page that shows them, and an entry with its own."""
    shutil.copytree(BASE, root / "docs")
    settings = (CHECKOUT / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("custom_dir: overrides", f"custom_dir: {CHECKOUT / 'overrides'}")
    entry = root / "docs" / "directory" / "example" / "index.en.md"
    entry.write_text(re.sub(r"\ncontact: .*", f"\ncontact: {{email: {OTHER}}}", entry.read_text("utf-8")), "utf-8")
    ask = page({"title": "Ask", "summary": "How."}, "Ask us.\n\n## Reach us\n\n[contact]\n")
    kit = toolkit(["activity-a"], title="The kit")
    files = {
        "mkdocs.yml": settings + contact,
        "docs/pages/ask.en.md": ask,
        "docs/pages/ask.cy.md": welsh(ask, "Gofynnwch i ni.\n\n## Cysylltu\n\n[contact]\n"),
        "docs/pages/only.en.md": page({"title": "Only English", "summary": "How."}, "Ask.\n\n[contact]\n"),
        "docs/toolkits/kit/index.en.md": kit,
        "docs/toolkits/kit/activity-a.en.md": page({"title": "The part", "part": "activity"}, "Do this.\n"),
    }
    for language in ("en", "cy"):
        home = root / "docs" / "pages" / f"home.{language}.md"
        home.write_text(home.read_text("utf-8") + "\n[contact]\n\n`[contact]` in code stays.\n", "utf-8")
    return write(root, files)


def details(email: str = EMAIL) -> str:
    words = "{en: We answer within a week., cy: Rydym yn ateb o fewn wythnos.}"
    phone = '"01632 960123"'
    rows = (f"email: {email}", f"phone: {phone}", "post: 1 Example Street", f"words: {words}")
    return "\nextra:\n  contact:\n" + "".join(f"    {row}\n" for row in rows)


@pytest.fixture(scope="module")
def reachable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection whose contact details are set, built."""
    root = project(tmp_path_factory.mktemp("reachable"), details())
    done = run_fingerpost("build", "--root", str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def harvested(reading: bytes) -> list[bytes]:
    """Return what a collector of addresses would take: plain, with words in brackets, or turned round."""
    spelt = [found.shown.encode() for found in found_in(reading.decode("utf-8", "replace"))]
    return [*ADDRESS.findall(reading), *BACKWARDS.findall(reading), *spelt]


def test_no_address_can_be_collected_from_anything_on_the_web_or_the_stick(reachable: Path) -> None:
    looked_at = set()
    for where, reading in outputs(reachable):
        if where.endswith(TEXTS):
            looked_at.add(Path(where).suffix)
            assert harvested(reading) == [], where
            assert b"mailto:" not in reading or where.endswith("contact.js"), where
    assert {".html", ".json", ".csv", ".xml", ".js"} <= looked_at


@pytest.mark.parametrize(
    "written",
    [
        EMAIL,
        "the-office.team&#64;example.org",
        "&#116;he-office.team&#x40;example.org",
        "the-office.team%40example.org",
        "the-office.team [at] example [dot] org",
        "the-office.team (at) example.org",
        "gro.elpmaxe@maet.eciffo-eht",
        "dGhlLW9mZmljZS50ZWFtQGV4YW1wbGUub3Jn",
    ],
)
def test_an_address_that_is_only_hidden_would_be_collected(written: str) -> None:
    assert any(harvested(reading) for reading in readings(written.encode()))


def test_without_scripts_the_address_can_be_read_in_words(reachable: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    shown = context.new_page()
    for path, said in (
        ("ask.html", "the hyphen office dot team, then the at sign, then example dot org"),
        ("cy/ask.html", "the cysylltnod office dot team, yna'r arwydd at, yna example dot org"),
        ("directory/example/index.html", "hello, then the at sign, then example dot org"),
    ):
        shown.goto((reachable / "site" / path).as_uri())
        assert shown.locator(".spelt").inner_text() == said
    shown.goto((reachable / "site" / "ask.html").as_uri())
    assert "so that machines that collect addresses do not find it" in shown.locator("main").inner_text()
    assert shown.locator('a[href="tel:01632960123"]').inner_text() == "01632 960123"
    assert "We answer within a week." in shown.locator("main").inner_text()
    context.close()


@pytest.mark.parametrize(
    "path", ["ask.html", "cy/ask.html", "directory/example/index.html", "cy/only.html", "index.html"]
)
def test_with_scripts_it_is_a_link_that_shows_its_focus(path: str, reachable: Path, browser: Browser) -> None:
    shown = browser.new_page()
    wrong: list[str] = []
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.goto((reachable / "site" / path).as_uri())
    wanted = OTHER if "directory" in path else EMAIL
    link = shown.get_by_role("link", name=wanted)
    assert link.get_attribute("href") == f"mailto:{wanted}"
    assert shown.locator(".spelt, .spelt-why").count() == 0
    for _ in range(40):
        shown.keyboard.press("Tab")
        if link.evaluate("one => one === document.activeElement"):
            break
    outline = link.evaluate(
        "one => [getComputedStyle(one).outlineStyle, parseFloat(getComputedStyle(one).outlineWidth)]"
    )
    assert outline[0] != "none"
    assert outline[1] >= 2
    assert wrong == []
    shown.close()


def test_on_paper_the_address_is_written_as_usual(reachable: Path) -> None:
    words = b"".join(readings((reachable / "dist" / "print" / "en" / "toolkit-kit.a4.pdf").read_bytes(), ".pdf"))
    assert EMAIL.encode() in words
    assert b"To ask for something to be changed or taken down" in words


def test_a_page_in_another_language_gives_the_details_in_the_readers(reachable: Path) -> None:
    html = (reachable / "site" / "cy" / "only.html").read_text("utf-8")
    assert re.search(r'<div (?=[^>]*lang="cy")[^>]*>\s*<div class="card">', html)
    assert "yna&#39;r arwydd at" in html or "yna'r arwydd at" in html


def test_where_nothing_is_set_the_page_says_whom_to_ask(tmp_path: Path) -> None:
    root = project(tmp_path, "")
    done = run_fingerpost("build", "--root", str(root), "--edition", "web")
    assert done.returncode == 0, done.stdout + done.stderr
    english = (root / "site" / "ask.html").read_text("utf-8")
    assert "ask the person or place that gave you this copy" in english
    assert "set contact in mkdocs.yml" in english
    assert "gofynnwch i'r person neu'r lle" in (root / "site" / "cy" / "ask.html").read_text("utf-8")
    for html in (english, (root / "site" / "index.html").read_text("utf-8")):
        assert "<p>[contact]" not in html
        assert "contact.js" not in html


def test_what_is_written_as_an_address_cannot_be_more(tmp_path: Path) -> None:
    root = project(tmp_path, "")
    entry = root / "docs" / "directory" / "example" / "index.en.md"
    hostile = json.dumps("x@<img src=x onerror=alert(1)>.org")
    entry.write_text(entry.read_text("utf-8").replace(OTHER, hostile), "utf-8")
    done = run_fingerpost("build", "--root", str(root), "--edition", "web")
    assert done.returncode == 0, done.stdout + done.stderr
    html = (root / "site" / "directory" / "example" / "index.html").read_text("utf-8")
    assert "<img src=x" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("office at example.org", "under extra, contact, email is not an e-mail address"),
        ("[a, b]", "under extra, contact, email is not text. Put it in quotation marks."),
        ("12", "under extra, contact, email is not text"),
        (f"{EMAIL}\n    phone: ring Wren", "under extra, contact, phone is not a telephone number"),
        (f"{EMAIL}\n    phone: 1632960123", "under extra, contact, phone is not text"),
        (f"{EMAIL}\n    emial: {EMAIL}", "and not 'emial'. Did you mean 'email'?"),
        (f"{EMAIL}\n    words: {{en: Soon.}}", "needs a sentence for each language of the site: words: {en: …, cy: …}"),
        (f"{EMAIL}\n    words: {{en: Soon., cy: }}", "has a language without words"),
        (f"{EMAIL}\n    post: {'x' * 501}", "has to be one line of at most 500 letters"),
    ],
)
def test_details_that_cannot_be_used_are_said_plainly(written: str, said: str, tmp_path: Path) -> None:
    root = project(tmp_path, f"\nextra:\n  contact:\n    email: {written}\n")
    for command in ("check", "build"):
        done = run_fingerpost(command, "--root", str(root))
        assert done.returncode == 1
        assert said in done.stderr
        assert "mkdocs.yml: " in done.stderr
        assert not re.search(r"Traceback|Wren|team@", done.stdout + done.stderr)


def test_details_that_are_no_list_of_details_are_said_plainly(tmp_path: Path) -> None:
    root = project(tmp_path, f"\nextra:\n  contact: {EMAIL}\n")
    done = run_fingerpost("check", "--root", str(root))
    assert done.returncode == 1
    assert "mkdocs.yml: under extra, contact holds no details." in done.stderr
    assert EMAIL not in done.stdout + done.stderr


def test_empty_details_are_none(tmp_path: Path) -> None:
    root = project(tmp_path, "\nextra:\n  contact:\n    email:\n    phone:\n")
    done = run_fingerpost("check", "--root", str(root))
    assert done.returncode == 0, done.stdout + done.stderr
