"""What the search page narrows by, in ids and words, and what else finds a page."""

from pathlib import Path
from typing import Any

import pytest
from fingerpost.gate import Edition
from fingerpost.library import Library
from fingerpost.stage import PrintFile, stage_site

from tests.helpers import VOCABULARIES, answer, entry, guide, page, read, welsh, words
from tests.stage.collection import body_at, front_at, staged

TOPICS = (
    "- {id: wellbeing, label: {en: Wellbeing, cy: Llesiant},"
    " also: {en: [burnout, rest], cy: [gorflino]}}\n- {id: pay, label: {en: Pay, cy: Tâl}, also: {en: [money, rest]}}\n"
)
ONE = guide("Words.\n", topics=["wellbeing", "pay"], stages=["early"], audiences=["allies"], content_notes=["coercion"])
PLACE = page({"title": "Taking part", "summary": "How."}, "Write.\n\n[contact]\n")
CONSENT = {"reference": "C-0001", "scope": ["web", "print", "offline", "translation"]}


def library(root: Path, **more: str) -> Library:
    files = {
        **VOCABULARIES,
        "docs/_vocabulary/topics.yml": TOPICS,
        "docs/guides/one/index.en.md": ONE,
        "docs/guides/one/index.cy.md": welsh(ONE),
        "docs/guides/one/easy.en.md": page({"title": "Easy", "summary": "Easy words."}, "Easy words.\n"),
        "docs/guides/two/index.en.md": guide("Two.\n"),
        **more,
    }
    return read(root, files, vocabularies=False)


def fp(library: Library, path: str, edition: Edition = Edition.WEB) -> dict[str, Any]:
    found: dict[str, Any] = front_at(staged(library, edition), path)["fp"]
    return found


def test_a_page_says_what_it_can_be_narrowed_by_as_an_id_and_a_label(tmp_path: Path) -> None:
    one = library(tmp_path)
    assert fp(one, "en/guides/one/index.md")["filters"] == {
        "kind": ["guide|Guides"],
        "topic": ["wellbeing|Wellbeing", "pay|Pay"],
        "format": ["web|Web page"],
        "audience": ["allies|Allies"],
        "stage": ["early|Early"],
        "language": ["en|English"],
        "made": ["compiled|From published work"],
        "note": ["coercion|Coercion"],
    }
    assert fp(one, "cy/guides/one/index.md")["filters"] == {
        "kind": ["guide|Canllawiau"],
        "topic": ["wellbeing|Llesiant", "pay|Tâl"],
        "format": ["web|Tudalen we"],
        "audience": ["allies|Cynghreiriaid"],
        "stage": ["early|Cynnar"],
        "language": ["cy|Cymraeg"],
        "made": ["compiled|O waith cyhoeddedig"],
        "note": ["coercion|Gorfodaeth"],
    }


def test_ids_are_the_same_in_every_language_but_for_the_language(tmp_path: Path) -> None:
    one = library(tmp_path)

    def ids(code: str) -> dict[str, list[str]]:
        filters = fp(one, f"{code}/guides/one/index.md")["filters"]
        return {
            name: [value.split("|")[0] for value in values] for name, values in filters.items() if name != "language"
        }

    assert ids("en") == ids("cy")


def test_a_page_is_in_the_language_of_its_words(tmp_path: Path) -> None:
    assert fp(library(tmp_path), "cy/guides/two/index.md")["filters"]["language"] == ["en|Saesneg"]


def test_a_page_without_a_note_says_so_and_nothing_that_it_has_not(tmp_path: Path) -> None:
    filters = fp(library(tmp_path), "en/guides/two/index.md")["filters"]
    assert filters["note"] == ["no-note|No content note"]
    assert "stage" not in filters
    assert "audience" not in filters


def test_an_easy_read_version_is_found_as_one(tmp_path: Path) -> None:
    one = library(tmp_path)
    easy = fp(one, "en/guides/one/easy.md")
    assert easy["filters"]["format"] == ["easy-read|Easy Read"]
    assert easy["facts_line"].startswith("Easy Read")
    assert easy["filters"]["note"] == ["coercion|Coercion"]


def test_what_is_printed_can_be_narrowed_to(tmp_path: Path) -> None:
    prints = {("guides/one", "en"): (PrintFile("print/en/guide-one.a4.pdf", 2, 1000),)}
    tree = stage_site(library(tmp_path), Edition.WEB, words(), prints)
    assert front_at(tree, "cy/guides/one/index.md")["fp"]["filters"]["format"] == [
        "web|Tudalen we",
        "print|I'w hargraffu",
    ]
    assert front_at(tree, "cy/guides/two/index.md")["fp"]["filters"]["format"] == ["web|Tudalen we"]


def test_a_question_is_made_as_its_answers_are(tmp_path: Path) -> None:
    files = {
        "docs/questions/q/index.en.md": page(entry(), "Asked.\n"),
        "docs/questions/q/answer-1.en.md": answer("One.\n"),
        "docs/questions/q/answer-2.en.md": answer("Two.\n", made_by="lived-experience-led", consent=CONSENT),
    }
    shown = fp(library(tmp_path / "a", **files), "en/questions/q/index.md")
    assert shown["filters"]["made"] == [
        "lived-experience-led|By people with lived experience",
        "compiled|From published work",
    ]
    kept_back = answer("Two.\n", made_by="lived-experience-led", consent={**CONSENT, "scope": ["print"]})
    hidden = fp(
        library(tmp_path / "b", **{**files, "docs/questions/q/answer-2.en.md": kept_back}), "en/questions/q/index.md"
    )
    assert hidden["filters"]["made"] == ["compiled|From published work"]


def test_other_words_for_the_topics_find_a_page_in_the_reader_s_language(tmp_path: Path) -> None:
    one = library(tmp_path)
    assert fp(one, "en/guides/one/index.md")["also"] == "Wellbeing, burnout, rest, Pay, money"
    assert fp(one, "cy/guides/one/index.md")["also"] == "Llesiant, gorflino, Tâl"
    assert fp(one, "cy/guides/two/index.md")["also"] == "Llesiant, gorflino"


def test_the_search_page_knows_the_orders_the_other_languages_and_the_topics(tmp_path: Path) -> None:
    search = fp(library(tmp_path), "cy/search.md")
    assert search["order"]["topic"] == ["wellbeing", "pay"]  # Llesiant, Tâl
    assert fp(library(tmp_path), "en/search.md")["order"]["topic"] == ["pay", "wellbeing"]
    assert search["order"]["language"] == ["cy", "en"]
    assert search["order"]["note"] == ["no-note", "coercion"]
    assert search["languages"] == [
        {"code": "en", "direction": "ltr", "title": "Yn Saesneg", "also": "Chwilio yn Saesneg hefyd"}
    ]
    assert search["topics"] == [
        {"title": "Llesiant", "url": "topics/wellbeing.html"},
        {"title": "Tâl", "url": "topics/pay.html"},
    ]
    assert set(search["order"]) == set(fp(library(tmp_path), "en/guides/one/index.md")["filters"])


@pytest.mark.parametrize(
    ("files", "asked"),
    [
        ({}, {}),
        ({"docs/pages/about.en.md": PLACE}, {"title": "Taking part", "url": "about.html", "lang": "en"}),
        (
            {"docs/pages/about.en.md": PLACE.replace("Taking part", "About"), "docs/pages/taking-part.en.md": PLACE},
            {"title": "Taking part", "url": "taking-part.html", "lang": "en"},
        ),
    ],
)
def test_the_search_page_leads_to_where_one_can_ask(
    files: dict[str, str], asked: dict[str, str], tmp_path: Path
) -> None:
    assert fp(library(tmp_path, **files), "cy/search.md")["ask"] == asked


def test_a_page_that_is_taken_back_has_nothing_for_the_search(tmp_path: Path) -> None:
    ledger = "- {id: guides/one, on: 2026-11-20}\n"
    tree = staged(library(tmp_path, **{"docs/_withdrawn.yml": ledger}), Edition.WEB)
    front = front_at(tree, "en/guides/one/index.md")["fp"]
    assert "filters" not in front
    assert "also" not in front
    assert "Words." not in body_at(tree, "en/guides/one/index.md")
