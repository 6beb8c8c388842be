"""Several people's words on one page: what one of them writes never changes another's. Seen in Chromium."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.conftest import run_fingerpost
from tests.editions.test_promises import collection
from tests.helpers import answer, guide, page, toolkit, welsh, words

LINKED = "See [the site][s] and this.[^1]\n\n[s]: https://{0}.example/\n[^1]: Note of {0}.\n\n"
ASKED = "What would the NHS say?\n\n## Answer 2\n\n## Why\n\nTo [the second](answer-2.en.md#find).\n"
# It defines what others say, ends boxes that it never opened, and leaves open what it began.
LOUD = "*[NHS]: something nasty\n*[Group]: something nasty\n\n" + LINKED.format("one") + "The NHS.\n\n## Find\n\n"
LOUD += "</div></section></article></main>\n\n<details>\n\n<div class='answer'>\n\n<ul><li>Left open\n\n"
LOUD += "<!-- never closed\n"
QUIET = LINKED.format("two") + "The NHS.\n\n## Find\n\n### Deeper\n\n[Down](#find), [up](#top),\n"
QUIET += "[one](answer-1.en.md#find), [why](index.en.md#why), [itself](answer-2.en.md#deeper).\n"
IN_WELSH = page(
    {
        "title": "Tri",
        "credits": [{"name": "Example Group", "role": "compiler", "as": "group"}],
        "made_by": "compiled",
        "rights": {"licence": "CC-BY-SA-4.0", "holder": "Example Group"},
    },
    "Geiriau.[^1]\n\n[^1]: Nodyn tri.\n",
)
KIT = toolkit(["activity-a", "handout-b"], "Intro for the NHS.\n\n## Activity a\n", title="The kit")
FILES = {
    "docs/questions/q/index.en.md": guide(ASKED, title="A question?"),
    "docs/questions/q/answer-1.en.md": answer(LOUD, title="One"),
    "docs/questions/q/answer-2.en.md": answer(QUIET, title="Two <b>*and*</b> more"),
    "docs/questions/q/answer-3.cy.md": IN_WELSH,
    "docs/questions/empty/index.en.md": guide("Words.\n", title="Nobody yet?"),
    "docs/guides/from/index.en.md": guide(
        "[a](../../questions/q/answer-2.en.md#find) [b](../../questions/q/answer-2.en.md) "
        "[c](../../questions/q/answer-3.cy.md)[^1]\n\n[^1]: English note.\n",
        title="From",
    ),
    "docs/toolkits/kit/index.en.md": KIT,
    "docs/toolkits/kit/index.cy.md": welsh(KIT, "Rhagair.\n", title="Y pecyn"),
    "docs/toolkits/kit/activity-a.en.md": page({"title": "First", "part": "activity"}, LOUD),
    "docs/toolkits/kit/handout-b.en.md": page(
        {"title": "Second", "part": "handout"}, LINKED.format("two") + "The NHS. [Up](#top)\n\n## Top\n"
    ),
    "docs/pages/home.en.md": page(
        {"title": "Welcome", "summary": "Here."}, "Words.[^1]\n\n*[From]: nasty\n[^1]: Note.\n"
    ),
}
HOME = "docs/pages/home.cy.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The root of a collection whose texts do all they can to each other, built."""
    root = collection(tmp_path_factory.mktemp("apart"), FILES)
    (root / HOME).unlink()
    for file in (root / "docs" / "pages").glob("*.cy.md"):
        file.write_text(file.read_text("utf-8").replace("home.cy.md", "home.en.md"), "utf-8")
    done = run_fingerpost("build", "--root", str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """An open tab."""
    opened = browser.new_page()
    yield opened
    opened.close()


@pytest.fixture
def question(root: Path, tab: Page) -> Page:
    """The question, as readers of English see it."""
    tab.goto((root / "site" / "questions" / "q" / "index.html").as_uri())
    return tab


def box(name: str) -> str:
    """Return the selector of an answer's box."""
    return f"article[aria-labelledby='{name}']"


def every(tab: Page, script: str) -> Any:
    """Return what a script finds on a page."""
    return tab.evaluate(script)


def test_an_abbreviation_changes_its_own_text_only(question: Page) -> None:
    assert question.locator(f"{box('answer-1')} abbr").all_inner_texts() == ["NHS"]
    assert question.locator("abbr").count() == 1
    assert question.locator("body").inner_text().count("NHS") == 3


def test_each_footnote_stands_under_its_own_text(question: Page) -> None:
    for name, said in (("answer-1", "one"), ("answer-2", "two")):
        notes = question.locator(f"{box(name)} .footnote")
        assert f"Note of {said}." in notes.inner_text()
        assert notes.locator("li").count() == 1
        question.locator(f"{box(name)} .footnote-ref").click()
        assert question.locator(":target").get_attribute("id") == f"{name}-fn:1"
        question.locator(f"{box(name)} .footnote-backref").click()
        assert question.locator(":target").get_attribute("id") == f"{name}-fnref:1"


def test_the_label_of_a_link_is_its_own_text_s(question: Page) -> None:
    for name, said in (("answer-1", "one"), ("answer-2", "two")):
        assert question.locator(box(name)).get_by_text("the site").get_attribute("href") == f"https://{said}.example/"


def test_nothing_leaves_its_box_and_nothing_is_swallowed(question: Page) -> None:
    assert question.locator("article article.answer").count() == 3
    assert question.locator("article.answer article.answer").count() == 0
    assert question.locator(f"{box('answer-1')} >> text=Left open").count() == 1
    assert question.locator(f"{box('answer-1')} > .facts").inner_text().startswith("Answer by: Example Group")
    assert question.locator("main .side section").count() > 0
    assert question.locator("main + footer").count() == 1
    assert question.locator("article details").count() == 1


def test_every_id_stands_once_and_every_link_on_the_page_leads_to_one(question: Page) -> None:
    ids = every(question, "[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    assert {"answer-1", "answer-2", "answer-3", "answer-1-find", "answer-2-find", "answer-2-deeper", "why"} <= set(ids)
    links = every(question, "[...document.querySelectorAll('a[href^=\"#\"]')].map(one => one.hash.slice(1))")
    assert [link for link in links if link not in {*ids, "top"}] == []
    assert question.locator("#answer-2").evaluate("one => one.tagName") == "H3"


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("Down", "answer-2-find"),
        ("one", "answer-1-find"),
        ("why", "why"),
        ("itself", "answer-2-deeper"),
        ("the second", "answer-2-find"),
    ],
)
def test_links_between_the_texts_of_a_page_lead_to_their_heading(link: str, target: str, question: Page) -> None:
    question.get_by_role("link", name=link, exact=True).click()
    assert question.locator(":target").get_attribute("id") == target


def test_a_link_from_another_page_leads_to_the_answer(root: Path, tab: Page) -> None:
    for link, target in (("a", "answer-2-find"), ("b", "answer-2"), ("c", "answer-3")):
        tab.goto((root / "site" / "guides" / "from" / "index.html").as_uri())
        tab.locator("article").get_by_role("link", name=link, exact=True).click()
        assert tab.locator(":target").get_attribute("id") == target


def test_what_stands_around_the_answers_is_said(root: Path, question: Page) -> None:
    say = words()["en"]
    above = question.locator("article > .words").nth(1)
    assert above.locator("> h2, > p").all_inner_texts() == [say("answers-heading"), say("answers-order")]
    question.goto((root / "site" / "questions" / "empty" / "index.html").as_uri())
    assert question.locator("article > .words").nth(1).inner_text() == say("no-answers")


def test_headings_stand_below_the_answer_s_own(question: Page) -> None:
    found = question.locator(f"{box('answer-2')} :is(h1,h2,h3,h4,h5,h6)")
    assert found.evaluate_all("all => all.map(one => one.tagName + ' ' + one.innerText)") == [
        "H3 Two <b>*and*</b> more",
        "H4 Find",
        "H5 Deeper",
    ]


def test_an_answer_in_another_language_is_marked_with_its_footnotes(question: Page) -> None:
    for selector in ("p", ".footnote"):
        found = question.locator(f"{box('answer-3')} [lang=cy][dir=ltr] {selector}").first
        assert found.count() == 1
    assert question.locator(f"{box('answer-3')} > .facts").evaluate("one => one.closest('[lang]').lang") == "en"
    assert question.locator(f"{box('answer-2')} [lang]").count() == 0


def test_an_untranslated_page_is_marked_with_its_footnotes(root: Path, tab: Page) -> None:
    for path in ("cy/guides/from/index.html", "cy/index.html"):
        tab.goto((root / "site" / path).as_uri())
        for selector in (".footnote", ".footnote-ref"):
            assert tab.locator(selector).evaluate("one => one.closest('[lang]').lang") == "en", path
    assert tab.locator("#fp-newest").evaluate("one => one.closest('[lang]').lang") == "cy"


def test_what_home_defines_leaves_the_lists_on_it_alone(root: Path, tab: Page) -> None:
    tab.goto((root / "site" / "index.html").as_uri())
    assert tab.get_by_role("link", name="From", exact=True).count() == 1
    assert tab.locator("abbr").count() == 0


def test_on_paper_too_each_part_is_its_own(root: Path, tab: Page) -> None:
    tab.goto((root / "build" / "print" / "site" / "toolkits" / "kit" / "index.html").as_uri())
    assert tab.locator(".part").count() == 2
    assert tab.locator(".part .part").count() == 0
    assert tab.locator("abbr").count() == 1
    assert tab.locator("#activity-a").inner_text() == "First"
    assert tab.locator("#top").evaluate("one => one.tagName") == "BODY"
    assert tab.locator("#handout-b-top").inner_text() == "Top"
    ids = every(tab, "[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    text = "\n".join(
        sheet.extract_text() for sheet in PdfReader(root / "dist" / "print" / "en" / "toolkit-kit.a4.pdf").pages
    )
    first, second = text.index("Note of one."), text.index("Note of two.")
    # Addresses stand at the end of the text that links to them.
    assert (
        first < text.index("https://one.example/") < text.rindex("Second") < second < text.index("https://two.example/")
    )


def test_a_part_on_paper_is_marked_with_its_footnotes(root: Path, tab: Page) -> None:
    tab.goto((root / "build" / "print" / "site" / "cy" / "toolkits" / "kit" / "index.html").as_uri())
    notes = tab.locator(".part-handout .footnote")
    assert notes.evaluate("one => one.closest('[lang]').lang") == "en"


def test_search_finds_the_words_of_an_answer(root: Path, tab: Page) -> None:
    found = tab.locator("#search-results li > a", has_text="A question?")
    for word in ("Deeper", "nodyn"):
        tab.goto((root / "dist" / "usb" / "data" / "site" / "search.html").as_uri() + f"#q={word}")
        found.wait_for()
        tab.goto("about:blank")
