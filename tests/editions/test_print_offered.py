"""Which PDFs an edition may offer: every text in one must be open to paper and to that edition."""

from pathlib import Path

import pytest
from fingerpost.editions.print.shelf import Sheet, Shelf, may_offer, offered
from fingerpost.gate import Edition
from fingerpost.library import Library

from tests.helpers import answer, guide, read, toolkit, welsh

THEIRS = {"made_by": "lived-experience-led", "credits": [{"name": "Example Group", "role": "author", "as": "group"}]}
RIGHTS = {"licence": "InC", "holder": "Example Publisher"}


def agreed(*scope: str) -> dict[str, object]:
    return {**THEIRS, "consent": {"reference": "C-0001", "scope": [*scope]}}


def library(root: Path, *answers: tuple[str, ...]) -> Library:
    """Return a guide, a toolkit and a question whose answers were agreed to as far as `answers` say."""
    whole = guide("Words.\n", title="A guide", **agreed("web", "print", "offline", "translation"))
    files: dict[str, str] = {
        "docs/guides/whole/index.en.md": whole,
        "docs/guides/whole/index.cy.md": welsh(whole),
        "docs/guides/online/index.en.md": guide("Words.\n", title="On screens", **agreed("web", "offline")),
        "docs/guides/paper/index.en.md": guide("Words.\n", title="Not carried", **agreed("web", "print")),
        "docs/toolkits/bare/index.en.md": toolkit([], "Words.\n", title="A record", rights=RIGHTS),
        "docs/questions/asked/index.en.md": guide("What now?\n", title="What now?"),
    }
    for number, scope in enumerate(answers, start=1):
        files[f"docs/questions/asked/answer-{number}.en.md"] = answer(f"Words {number}.\n", **agreed(*scope))
    return read(root, files)


@pytest.mark.parametrize(
    ("id", "language", "edition", "may"),
    [
        ("guides/whole", "en", Edition.WEB, True),
        ("guides/whole", "cy", Edition.USB, True),
        ("guides/online", "en", Edition.WEB, False),  # nobody agreed to paper
        ("guides/paper", "en", Edition.WEB, True),
        ("guides/paper", "en", Edition.USB, False),  # paper may be made, but not carried on a stick
        ("guides/paper", "cy", Edition.WEB, False),  # there are no Welsh words to print
        ("toolkits/bare", "en", Edition.WEB, True),  # a record here and there
    ],
)
def test_both_gates_have_to_be_open(id: str, language: str, edition: Edition, may: bool, tmp_path: Path) -> None:
    made = library(tmp_path)
    assert may_offer(made, made.resources[id], language, edition) is may


@pytest.mark.parametrize(
    ("scope", "web", "usb"),
    [
        (("web", "print", "offline"), True, True),
        (("web", "print"), True, False),  # the PDF holds this answer, and a stick must not
        (("print", "offline"), False, True),  # the PDF holds it, and the site must not
        (("web", "offline"), True, True),  # the PDF is without it
    ],
)
def test_every_answer_in_a_pdf_is_asked_about(scope: tuple[str, ...], web: bool, usb: bool, tmp_path: Path) -> None:
    made = library(tmp_path, ("web", "print", "offline"), scope)
    question = made.resources["questions/asked"]
    assert may_offer(made, question, "en", Edition.WEB) is web
    assert may_offer(made, question, "en", Edition.USB) is usb


def test_a_booklet_is_offered_only_where_each_of_its_languages_may_be(tmp_path: Path) -> None:
    made = library(tmp_path)

    def row(id: str, variant: str, *holds: str) -> Sheet:
        return Sheet(id, "en", variant, f"en/{id.replace('/', '-')}.{variant}.pdf", 4, 4000, holds)

    shelf = Shelf(
        tmp_path,
        (
            row("guides/whole", "tilt-and-turn", "en", "cy"),
            row("guides/paper", "tilt-and-turn", "en", "cy"),  # as it would be left by a build before its Welsh went
            row("guides/paper", "a4", "en"),
            row("guides/gone", "a4", "en"),
        ),
    )
    found = offered(made, shelf, Edition.WEB, "print")
    assert {key: [one.variant for one in prints] for key, prints in found.items()} == {
        ("guides/whole", "en"): ["tilt-and-turn"],
        ("guides/paper", "en"): ["a4"],
    }
