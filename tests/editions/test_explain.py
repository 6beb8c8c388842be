"""Explain: what happens to a resource in each edition and language, why, and what would change it."""

import re
from pathlib import Path
from typing import Any

import pytest
from fingerpost.editions.collection import open_collection
from fingerpost.editions.explain import explain_resource
from fingerpost.gate import Edition
from fingerpost.gate_changes import Change, Ending
from fingerpost.problems import FingerpostProblem, Misuse

from tests.conftest import run_fingerpost
from tests.editions.test_promises import collection
from tests.helpers import EPOCH, answer, archive, guide, page, toolkit, welsh, words

FULL = "shown in full"
BROKEN = "---\ntitle: [\n---\nWords.\n"


def agreed(*scope: str, until: str | None = None) -> dict[str, Any]:
    consent: dict[str, Any] = {"reference": "C-0001", "scope": list(scope)}
    return {"made_by": "lived-experience-led", "consent": {**consent, "review_by": until} if until else consent}


STORY = guide("Words.\n", title="A story", **agreed("web"))
UNCHANGED = guide(title="No changes", rights={"licence": "CC-BY-ND-4.0"})
KIT = toolkit(["activity-a", "activity-b"], title="A kit")
PART = page({"title": "A part", "part": "activity"}, "Words.\n")
FILES = {
    "docs/guides/story/index.en.md": STORY,
    "docs/guides/story/index.cy.md": welsh(STORY, title="Stori"),
    "docs/guides/plain/index.en.md": guide(title="Compiled"),
    "docs/guides/agreed/index.en.md": guide(title="Agreed", **agreed("web", "print", "offline", until="2027-11-21")),
    "docs/guides/nobody-asked/index.en.md": guide(title="Nobody asked", made_by="co-produced"),
    "docs/guides/run-out/index.en.md": guide(title="Run out", **agreed("web", "offline", until="2026-11-20")),
    "docs/guides/unchanged/index.en.md": UNCHANGED,
    "docs/guides/unchanged/index.cy.md": welsh(UNCHANGED),
    "docs/guides/back/index.en.md": guide(title="Here again"),
    "docs/guides/broken/index.en.md": BROKEN,
    "docs/guides/half/index.en.md": guide(title="Half"),
    "docs/guides/half/index.cy.md": BROKEN,
    "docs/archive/allowed/index.en.md": archive(rights={"licence": "InC", "permission": "P-0007"}),
    "docs/archive/record/index.en.md": archive(rights={"licence": "InC"}),
    "docs/toolkits/kit/index.en.md": KIT,
    "docs/toolkits/kit/index.cy.md": welsh(KIT),
    "docs/toolkits/kit/activity-a.en.md": PART,
    "docs/toolkits/kit/activity-a.cy.md": welsh(PART),
    "docs/toolkits/kit/activity-b.en.md": PART,
    "docs/questions/q/index.en.md": guide(title="A question?"),
    "docs/questions/q/answer-1.en.md": answer("Yes.\n", title="Yes", **agreed("web")),
    "docs/questions/q/answer-2.en.md": answer("No.\n", title="No", rights={"licence": "InC"}),
    "docs/questions/kept/index.en.md": guide(title="Kept back?", **agreed("web")),
    "docs/questions/kept/answer-1.en.md": answer("Yes.\n", title="Everywhere"),
    "docs/_withdrawn.yml": (
        "- {id: guides/gone, on: 2026-11-20, words: {en: We changed our minds., cy: Newidiom ein meddwl.}}\n"
        "- {id: guides/back, on: 2026-11-19}\n"
        "- {id: questions/q/answer-9, on: 2026-11-18}\n"
    ),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return collection(tmp_path_factory.mktemp("explained"), FILES)


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def said(root: Path, id: str, language: str = "en") -> str:
    return "\n".join(explain_resource(open_collection(root), id, language))


def flat(text: str) -> str:
    return " ".join(text.split())


def outcomes(text: str) -> dict[str, list[str]]:
    """Return what the first table says: an edition's name to what becomes of it in each language."""
    rows = [re.split(r"\s{3,}", line) for line in text.split("\n\n")[1].splitlines()]
    return {row[0]: row[1:] for row in rows if row[0]}


@pytest.mark.parametrize(
    ("id", "web", "paper"),
    [
        ("guides/plain", [FULL, f"{FULL} (English)"], [FULL, f"{FULL} (English)"]),
        ("guides/story", ["shown in full", "shown in full (English)"], ["left out", "left out"]),
        ("guides/nobody-asked", ["left out", "left out"], ["left out", "left out"]),
        ("guides/run-out", ["left out", "left out"], ["left out", "left out"]),
        (
            "guides/unchanged",
            ["shown in full", "shown in full (English)"],
            ["shown in full", "shown in full (English)"],
        ),
        ("archive/record", ["record only", "record only (English)"], ["record only", "record only (English)"]),
        ("toolkits/kit", ["shown in full", "shown in full"], ["shown in full", "shown in full"]),
    ],
)
def test_a_table_says_what_happens_in_each_edition_and_language(
    id: str, web: list[str], paper: list[str], root: Path
) -> None:
    table = outcomes(said(root, id))
    assert list(table) == [words()["en"](f"edition-{edition.value}") for edition in Edition]
    assert (table["Website"], table["Paper and PDF"]) == (web, paper)


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("guides/story", "add 'print', 'offline' to 'scope', under 'consent' in docs/guides/story/index.en.md:"),
        ("guides/story", "scope: [web, print, offline]"),
        ("guides/story", "did not agree to a translation. The original stands in its place."),
        ("guides/story", "add 'translation' to 'scope'"),
        ("guides/nobody-asked", "consent: {reference: C-0000, scope: [web, print, offline]}"),
        ("guides/run-out", "set 'review_by', under 'consent' in docs/guides/run-out/index.en.md"),
        ("guides/run-out", "2. Ask the people who made it first. Only if they agree, add 'print' to 'scope'"),
        ("guides/unchanged", "Ask whoever holds the rights first."),
        ("guides/unchanged", "permission: P-0000"),
        ("guides/plain", "Make a translation: docs/guides/plain/index.cy.md"),
        ("pages/home", "It is a plain page of this site."),
        ("archive/record", "It holds nothing of the work itself."),
    ],
)
def test_it_says_why_and_what_would_show_more(id: str, expected: str, root: Path) -> None:
    assert expected in flat(said(root, id))


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        ("guides/agreed", "22 November 2027: the consent has run out. From then on: left out."),
        ("guides/agreed", "If its makers no longer agree to 'web', 'print', 'offline': left out."),
        (
            "guides/agreed",
            "If its makers take it back: a page that says it was taken back (Website, USB stick, ZIM for Kiwix); "
            "left out (Paper and PDF, E-book).",
        ),
        ("archive/allowed", "If the permission is taken back: record only."),
    ],
)
def test_it_says_what_would_end_it_and_when(id: str, expected: str, root: Path) -> None:
    text = flat(said(root, id))
    assert text.count(expected) == 1  # the same for both languages, so said once


def test_editions_in_which_the_same_happens_are_told_of_together(root: Path) -> None:
    assert "\nEverywhere\n" in said(root, "guides/plain")
    story = said(root, "guides/story")
    assert "\nWebsite\n" in story
    assert "\nPaper and PDF, USB stick, ZIM for Kiwix, E-book\n" in story


def test_nobody_is_told_to_write_consent_that_nobody_gave() -> None:
    """Every sentence that says what to write into a file says first who has to be asked."""
    keys = [f"change-{change.value}" for change in Change if change is not Change.TRANSLATED]
    merged = {"change-channel-agreed", "change-translation-agreed"}
    for language, asks, only in (("en", "Ask ", "Only if they "), ("cy", "Gofynnwch ", "a dim ond bryd hynny")):
        for key in [*(set(keys) - merged), "change-scope-agreed"]:
            assert words()[language](key).startswith(asks)
            assert only in words()[language](key)
        assert asks in words()[language]("explain-back")
    assert {f"ends-{ending.value}" for ending in Ending} <= set(words()["en"].phrases)


def test_every_line_that_holds_something_to_write_follows_one_that_says_to_ask(root: Path) -> None:
    for id in ("guides/story", "guides/nobody-asked", "guides/run-out", "guides/unchanged", "archive/record"):
        steps = re.split(r"\n {6}(?:-|\d\.) ", said(root, id))[1:]
        for step in steps:
            if re.search(r"\n {11}\S", step):
                assert step.startswith("Ask ")


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(
    "id",
    ["guides/story", "guides/agreed", "guides/gone", "guides/back", "guides/run-out", "toolkits/kit", "questions/q"],
)
def test_it_fits_a_terminal_of_eighty_columns(id: str, language: str, root: Path) -> None:
    lines = said(root, id, language).splitlines()
    assert max(len(line) for line in lines) <= 80
    assert not any(line != line.rstrip() for line in lines)
    assert "\n\n\n" not in "\n".join(lines)


def test_all_of_it_is_there_in_welsh(root: Path) -> None:
    english = words()["en"].phrases
    for id in ("guides/story", "guides/agreed", "guides/run-out", "archive/record", "toolkits/kit", "guides/gone"):
        text = flat(said(root, id, "cy"))
        sentences = [phrase for phrase in english.values() if isinstance(phrase, str) and len(phrase) > 12]
        assert [phrase for phrase in sentences if phrase.split("{")[0].strip() and phrase.split("{")[0] in text] == []
    assert "Ni chytunodd" in said(root, "guides/story", "cy")
    assert "guides/story: Stori" in said(root, "guides/story", "cy")


def test_what_was_taken_back_is_explained(root: Path) -> None:
    text = flat(said(root, "guides/gone"))
    assert "guides/gone was taken back on 20 November 2026. That stands in docs/_withdrawn.yml, line 1." in text
    assert "Website a page that says it was taken back Paper and PDF left out USB stick a page" in text
    assert "in its makers' words: We changed our minds." in text
    assert "Nothing else of it is made" in text
    assert "Ask them first. Only if they agree anew" in text
    assert "Newidiom ein meddwl." in flat(said(root, "guides/gone", "cy"))
    assert "a page that says" not in said(root, "questions/q/answer-9")


def test_what_was_taken_back_and_is_here_again_is_explained(root: Path) -> None:
    text = flat(said(root, "guides/back"))
    assert "line 2. Its files are in docs/ again, and nothing is built while they are." in text
    assert "Only if they agree anew, take line 2 out of docs/_withdrawn.yml." in text


def test_parts_are_explained_where_they_differ_from_the_whole(root: Path) -> None:
    text = flat(said(root, "toolkits/kit"))
    assert "docs/toolkits/kit/activity-b.en.md: there is none in Welsh that may be shown" in text
    assert "activity-a.en.md" not in text
    assert said(root, "toolkits/kit/activity-b") == said(root, "toolkits/kit")


def test_answers_are_explained_one_by_one(root: Path) -> None:
    whole = said(root, "questions/q")
    assert "\nquestions/q/answer-1: Yes\n" in whole
    assert "An answer is shown in full or not at all." in flat(whole)
    one = said(root, "questions/q/answer-1")
    assert one.startswith("questions/q/answer-1: Yes")
    assert outcomes(one)["Website"] == ["shown in full", "shown in full (English)"]
    assert "It stands on the page of questions/q" in flat(one)
    # A record of an answer, or a stone in its place, is nothing: it has no page of its own.
    assert outcomes(said(root, "questions/q/answer-2"))["Website"] == ["left out", "left out"]
    assert "a page that says" not in one


def test_an_answer_goes_no_further_than_the_page_of_its_question(root: Path) -> None:
    one = said(root, "questions/kept/answer-1")
    assert outcomes(one)["Website"][0] == "shown in full"
    assert outcomes(one)["USB stick"] == ["left out", "left out"]
    assert "The page of its question does not let anything through here." in flat(one)


@pytest.mark.parametrize(
    "wanted",
    [
        "docs/guides/story",
        "guides/story/",
        "./docs/guides/story/index.en.md",
        "docs/guides/story/index.cy.md",
        "guides\\story",
    ],
)
def test_the_path_of_a_folder_or_a_file_will_do(wanted: str, root: Path) -> None:
    assert said(root, wanted).startswith("guides/story: A story")


@pytest.mark.parametrize(
    ("wanted", "hint"),
    [
        ("toolkits/story", "Did you mean 'guides/story'?"),
        ("guides/stroy", "Did you mean 'guides/story'?"),
        ("stroy", "Did you mean 'guides/story'?"),
        ("Guides/Story", "Did you mean 'guides/story'?"),
        ("questions/q/answer-7", "Did you mean 'questions/q/answer-2'?"),
        ("xyzzy", "such as guides/setting-limits."),
        ("", "such as guides/setting-limits."),
        ("../..", "such as guides/setting-limits."),
    ],
)
def test_what_is_not_there_is_said_with_what_may_be_meant(wanted: str, hint: str, root: Path) -> None:
    with pytest.raises(Misuse, match="There is no resource") as raised:
        said(root, wanted)
    assert str(raised.value).endswith(hint)


def test_what_cannot_be_read_points_to_check(root: Path) -> None:
    with pytest.raises(FingerpostProblem, match=r"can't be read yet.*fingerpost check docs/guides/broken"):
        said(root, "guides/broken")
    with pytest.raises(FingerpostProblem, match=r"Ni ellir darllen.*fingerpost check docs/guides/broken"):
        said(root, "guides/broken", "cy")
    assert flat(said(root, "guides/half")).endswith("To see why: fingerpost check docs/guides/half")
    assert "can't be read" not in said(root, "guides/plain")


# At the terminal


def test_nothing_in_a_title_or_in_the_makers_words_acts_on_a_terminal(tmp_path: Path) -> None:
    title = '---\ntitle: "A \\e[31m\\a title"\n'
    files = {
        "docs/guides/red/index.en.md": guide().replace("---\ntitle: A title\n", title),
        "docs/_withdrawn.yml": '- {id: guides/gone, on: 2026-11-20, words: {en: "A \\e]0;x\\a stone."}}\n',
    }
    odd = collection(tmp_path, files)
    for text in (said(odd, "guides/red"), said(odd, "guides/gone")):
        assert text.replace("\n", "").isprintable()


@pytest.mark.parametrize(
    ("given", "code", "expected"),
    [
        (["guides/story"], 0, "shown in full"),
        (["guides/story", "--language", "cy"], 0, "dangosir yn llawn"),
        (["guides/gone"], 0, "was taken back on 20 November 2026"),
        (["guides/broken"], 1, "To see why: fingerpost check docs/guides/broken"),
        (["guides/nothing"], 2, "There is no resource 'guides/nothing'."),
        (["toolkits/story", "--language", "cy"], 2, "Nid oes adnodd 'toolkits/story'. Ai 'guides/story'"),
        (["guides/story", "--language", "fr"], 2, "This site has no language 'fr'. It has: en, cy."),
        (["FP999"], 2, "FP999"),
    ],
)
def test_what_is_said_and_how_it_ends(given: list[str], code: int, expected: str, root: Path) -> None:
    done = run_fingerpost("explain", *given, "--root", str(root))
    assert done.returncode == code
    assert expected in (done.stderr if code else done.stdout)
    assert "Traceback" not in done.stderr


def test_an_answer_that_was_taken_back_leaves_a_sentence_and_it_is_told(tmp_path: Path) -> None:
    files = {
        "docs/questions/q/index.en.md": guide("What?\n"),
        "docs/questions/q/answer-1.en.md": answer("This.\n"),
        "docs/_withdrawn.yml": "- {id: questions/q/answer-2, on: 2026-11-20, words: {en: Moved on.}}\n",
    }
    text = flat(said(collection(tmp_path, files), "questions/q/answer-2"))
    assert "On the page of its question a sentence stays" in text
    assert "Moved on." in text


def test_a_check_has_its_page() -> None:
    text = run_fingerpost("explain", "fp402").stdout
    assert text.startswith("# FP402")
    for heading in ("## Why it matters", "**Bad, ", "**Good, ", "## How to mend it"):
        assert heading in text


def test_a_check_s_page_is_there_in_welsh_too() -> None:
    text = run_fingerpost("explain", "FP402", "--language", "cy").stdout
    assert text.startswith("# FP402")
    assert "## Why it matters" not in text
    assert text.count("\n## ") == 2
