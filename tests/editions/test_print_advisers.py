"""What pdfua and outloud say of one PDF of each variant and language: nothing but what is explained."""

from pathlib import Path

import pikepdf
import pytest
from fingerpost.stage import BY_NAME

from tests.looking.advisers import EXPLAINED, Finding, asked, unexplained

WHOSE = "toolkit-asking-for-consent"


@pytest.fixture(scope="module")
def findings(built: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """What both advisers find in twelve PDFs, in one go: most of their time is their start."""
    shelf = built / "dist/print"
    files = [shelf / language / f"{WHOSE}.{variant}.pdf" for language in ("en", "cy") for variant in BY_NAME]
    return asked(files, tmp_path_factory.mktemp("advisers"))


def test_advisers_find_nothing_that_is_not_explained(findings: list[Finding]) -> None:
    assert unexplained(findings) == []


def test_there_is_no_explanation_for_what_is_not_found_any_more(findings: list[Finding]) -> None:
    assert [reason.rule for reason in EXPLAINED if not any(reason.explains(one) for one in findings)] == []


def test_advisers_say_what_is_wrong_with_a_pdf_whose_tags_are_gone(built: Path, tmp_path: Path) -> None:
    broken = tmp_path / f"{WHOSE}.a4.pdf"
    with pikepdf.open(built / f"dist/print/en/{WHOSE}.a4.pdf") as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(broken)
    found = unexplained(asked([broken], tmp_path))
    assert {words.split()[1] for words in found} == {"pdfua", "outloud"}


@pytest.mark.parametrize("variant", ["a4", "booklet"])
def test_an_explanation_is_only_for_its_own_variants_and_words(variant: str) -> None:
    file = Path(f"{WHOSE}.{variant}.pdf")
    assert unexplained([Finding(file, "outloud", "TAG-002", "1 line of prose", "A sentence, in the text.")]) != []
    known = unexplained([Finding(file, "outloud", "DOC-002", "no tree")]) == []
    assert known is (variant == "booklet")
