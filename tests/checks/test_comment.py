"""An answer on a pull request: in plain words, in the languages of the change, and nothing in it acts."""

import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from fingerpost.checks import Change, Problem, Report, Severity, as_comment
from fingerpost.checks.comment import MARK, MOST
from fingerpost.languages import say
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import CHECKOUT

EN, CY = "docs/guides/x/index.en.md", "docs/guides/x/index.cy.md"
NOTHING = Report(())


def problem(path: str = EN, line: int = 4, severity: Severity = Severity.ERROR, word: str = "welbeing") -> Problem:
    return Problem("FP112", severity, path, line, 1, say("Did you mean '{word}'?", word=word), say(""))


def shown(comment: str) -> str:
    """Return the HTML that GitHub's own renderer of Markdown makes of it, dangerous tags kept."""
    made: str = cmarkgfm.github_flavored_markdown_to_html(comment, options=Options.CMARK_OPT_UNSAFE)
    return made


def test_each_problem_is_told_in_the_language_of_its_file_and_the_rest_in_each() -> None:
    report = Report((problem(CY), problem(EN, 7)))
    said = as_comment(report, NOTHING, Change((CY, EN), "https://forge.example/blob/abc/"))
    assert said.startswith(f"{MARK}\n\n**Diolch. Mae 2 o bethau") or said.startswith(
        f"{MARK}\n\n**Thank you. There are 2"
    )
    assert "[llinell 4](https://forge.example/blob/abc/docs/guides/x/index.cy.md#L4): Ai 'welbeing' oedd" in said
    assert "[line 7](https://forge.example/blob/abc/docs/guides/x/index.en.md#L7): Did you mean 'welbeing'?" in said
    assert "To mend something here" in said
    assert "I gywiro rhywbeth" in said


def test_a_change_in_one_language_is_answered_in_that_one() -> None:
    said = as_comment(Report((problem(CY), problem("docs/_vocabulary/topics.yml"))), NOTHING, Change((CY,)))
    assert "Thank you" not in said
    assert "Did you mean" not in said
    assert said.count("Ai 'welbeing' oedd") == 2


def test_nothing_to_mend_is_one_thank_you_without_instructions() -> None:
    said = as_comment(NOTHING, NOTHING, Change((EN,)))
    assert "Nothing here has to be mended." in said
    assert "Edit file" not in said
    assert said.count("**") == 2


def test_what_it_broke_elsewhere_is_told_and_milder_things_are_folded() -> None:
    report = Report((problem(severity=Severity.WARNING), problem(line=9, severity=Severity.NOTICE)))
    said = as_comment(report, Report((problem(CY), problem(CY, 8, Severity.WARNING))), Change((EN,)))
    assert "There is one thing to mend" in said
    assert "In other files, something no longer fits because of this change:" in said
    assert "llinell" not in said
    assert "<details><summary>Worth a look; nothing is held back because of it: 1</summary>" in said
    assert "<details><summary>Good to know: 1</summary>" in said
    assert shown(said).count("<li>") == 3


NASTY = (
    "@somebody", "#12", "GH-12", "owner/repo#3", "https://evil.example/x", "www.evil.example", "a@b.example",
    "![x](https://evil.example/y.png)", "[here](https://evil.example)", "<img src=x onerror=alert(1)>", "<!-- x",
    "</details><h1>Passed</h1>", "**Nothing to mend**", "`code`", "~~gone~~", "| a | b |", "&lt;b&gt;", "\\[x](y)",
    ":+1:", "$x$", "- [ ] task", "# Heading", "_x_",
)  # fmt: skip


@pytest.mark.parametrize("word", NASTY)
def test_words_of_a_file_do_nothing_there(word: str) -> None:
    plain = shown(as_comment(Report((problem(word="word"),)), NOTHING, Change((EN,))))
    html = shown(as_comment(Report((problem(word=word),)), NOTHING, Change((EN,))))
    assert re.findall(r"</?[a-z]\w*", html) == re.findall(r"</?[a-z]\w*", plain)
    assert not re.search(r"(?<![\w/])[@#]\w|GH-\d|https?://\w|www\.\w", re.sub(r"<[^>]+>", "", html))


def test_the_guard_trips_where_words_stand_as_they_are() -> None:
    acting = [word for word in NASTY if shown(word) not in {f"<p>{word}</p>\n", ""}]
    assert len(acting) > 10


@given(st.text(max_size=200))
def test_any_words_make_one_row(word: str) -> None:
    html = shown(as_comment(Report((problem(word=word),)), NOTHING, Change((EN,))))
    assert html.count("<li>") == 1
    assert not re.search(r"<(?!/?(?:p|strong|ul|li|sub|hr|br)\b|!-- fingerpost: answer -->)", html)


def test_it_fits_and_says_that_there_is_more() -> None:
    many = Report(tuple(problem(line=number, severity=Severity.WARNING) for number in range(1, 3000)))
    said = as_comment(many, NOTHING, Change((EN, CY)))
    assert len(said) < MOST + 1000
    assert "There is more than fits here." in said
    assert "Mae rhagor" in said
    assert said.count("<details>") == said.count("</details>")


def answered(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "fingerpost", "check", "--root", str(root), "--format", "comment", *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd=CHECKOUT)


def test_from_the_command_line_a_file_that_was_taken_away_is_answered_too(tmp_path: Path) -> None:
    root = tmp_path / "collection"
    for name in ("docs", "overrides"):
        copytree(CHECKOUT / name, root / name)
    (root / "mkdocs.yml").write_bytes((CHECKOUT / "mkdocs.yml").read_bytes())
    gone = "docs/guides/setting-limits/index.en.md"
    (root / gone).unlink()
    done = answered(root, gone)
    assert (done.returncode, done.stderr) == (1, "")
    assert "In other files, something no longer fits because of this change:" in done.stdout
    assert "\n- line " in done.stdout
