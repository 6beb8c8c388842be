"""Questions that people would put to the starter collection, in both languages, and what should come first."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import CHECKOUT

QUESTIONS = CHECKOUT / "tests" / "benchmarks" / "questions.tsv"
FIRST = 3
LEAST = 28  # of thirty
ASK = """async (questions) => {
  const found = [];
  for (const one of questions) found.push((await window.fingerpost.search(one)).results.map(({ url }) => url));
  return found;
}"""


def questions(language: str) -> list[tuple[str, str]]:
    """Return the questions of a language, each with the folder of the resource that should come first."""
    rows = [line.split("\t") for line in QUESTIONS.read_text("utf-8").splitlines()[1:]]
    return [(question, resource) for code, question, resource in rows if code == language]


@pytest.mark.parametrize("edition", ["http", "file"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_should_come_first_is_among_the_first_three(
    language: str, edition: str, built: Path, served: str, browser: Browser
) -> None:
    asked = questions(language)
    assert len(asked) == 30
    site = served if edition == "http" else (built / "dist" / "usb" / "data" / "site").as_uri()
    page = browser.new_page()
    page.goto(f"{site}/{'' if language == 'en' else language + '/'}search.html")
    found = page.evaluate(ASK, [question for question, _ in asked])
    page.close()
    folder = "" if language == "en" else f"{language}/"
    missed = [
        (question, urls[:FIRST])
        for (question, resource), urls in zip(asked, found, strict=True)
        if not any(url.startswith(f"{folder}{resource}/") for url in urls[:FIRST])
    ]
    assert len(missed) <= len(asked) - LEAST, missed
