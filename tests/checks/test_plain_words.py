"""Plain words: near misses in both languages, and nothing that reaches for the network."""

import socket
from pathlib import Path

import pytest
from fingerpost.checks import (
    acronym_not_explained,
    dehumanising_words,
    hard_to_read,
    jargon,
    long_sentence,
)
from fingerpost.checks.prose import Sentence
from fingerpost.checks.registry import ResourceCheck
from fingerpost.library.kinder_words import read_kinder_words

from tests.checks.samples import base, read, with_body, write

SHIPPED = Path(__file__).resolve().parents[2] / "docs/_vocabulary/kinder-words.yml"
LONG = "Professional organisations facilitate considerable interdisciplinary collaboration. " * 20
LONG_WELSH = (
    "Mae gofal am blanhigion yn beth da i bawb ac mae llawer o bobl yn dweud hynny wrthym bob dydd o'r haf. " * 8
)


def found(module: ResourceCheck, body: str, language: str, root: Path) -> list[str]:
    """Return what a check says of a guide with this body."""
    base(root)
    path = f"docs/guides/body/index.{language}.md"
    write(root, path, with_body(body))
    library = read(root)
    return [problem.message for problem in module.check(library.resources["guides/body"], library)]


@pytest.mark.parametrize(
    ("body", "language", "times"),
    [
        (f"{'word ' * 24}word.", "en", 0),
        (f"{'word ' * 25}word.", "en", 1),
        (f"{'gair ' * 29}gair.", "cy", 0),
        (f"{'gair ' * 30}gair.", "cy", 1),
        (f"{'word ' * 20}end. {'Word ' * 20}end.", "en", 0),
        (f"> {'word ' * 40}word.", "en", 0),
        (f"```\n{'word ' * 40}\n```", "en", 0),
        ("one line of a poem  \n" * 12 + "the last line", "en", 0),
        ("- one thing to bring along\n" * 12, "en", 0),
        (f"{'word ' * 26}word. {'Word ' * 26}word.", "en", 2),
    ],
)
def test_a_sentence_is_long_beyond_what_its_language_allows(
    body: str, language: str, times: int, tmp_path: Path
) -> None:
    assert len(found(long_sentence, body, language, tmp_path)) == times


@pytest.mark.parametrize(
    ("body", "language", "times"),
    [
        (LONG, "en", 1),
        (f"> {LONG}", "en", 0),
        (LONG[:600], "en", 0),
        ("Water the plants once a week. " * 30, "en", 0),
        (LONG_WELSH, "cy", 1),
        ("Rhowch ddŵr i'r planhigion unwaith yr wythnos. " * 30, "cy", 0),
        ("Ymgynghoriadau rhyngddisgyblaethol cynhwysfawr. " * 40, "cy", 1),
    ],
)
def test_a_text_is_hard_to_read_or_not(body: str, language: str, times: int, tmp_path: Path) -> None:
    assert len(found(hard_to_read, body, language, tmp_path)) == times


def test_the_reading_age_is_worked_out_without_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise AssertionError("the network was asked")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    with pytest.raises(AssertionError):
        socket.create_connection(("example.org", 80))
    age = hard_to_read.reading_age([Sentence("Organisations facilitate considerable transformation.", 1, 4)] * 30)
    assert age > hard_to_read.HIGHEST_AGE
    assert hard_to_read.reading_age([Sentence("Water it once a week.", 1, 5)] * 30) < 9


@pytest.mark.parametrize(
    ("body", "language", "words"),
    [
        ("Stakeholders met.", "en", ["Stakeholders"]),
        ("The **stakeholders** met.", "en", ["stakeholders"]),
        ("We are going\nforward.", "en", ["going forward"]),
        ("| Who |\n|---|\n| a stakeholder |\n", "en", ["stakeholder"]),
        ("![A stakeholder with a can](leaf.svg)", "en", ["stakeholder"]),
        ("## For stakeholders", "en", ["stakeholders"]),
        ("The Stakeholder Forum met, as did Stakeholder Wales.", "en", []),
        ("Stakeholder Forum Wales met.", "en", []),
        ('They say "stakeholder".', "en", []),
        ("They say ‘stakeholder’s view’ often.", "en", []),
        ("The word *stakeholder* is long.", "en", []),
        ("> Stakeholders met.", "en", []),
        ("`stakeholder` is code.", "en", []),
        ("[a word](https://example.org/stakeholder)", "en", []),
        ("Cymru: rhanddeiliaid.", "en", []),
        ("stakeholderish", "en", []),
        ("ſtakeholder utiliſe", "en", []),
        ("Dylai iwtileiddio dŵr.", "cy", ["iwtileiddio"]),
        ("Gofynnwch i randdeiliaid.", "cy", ["randdeiliaid"]),
        ("The stakeholders.", "cy", []),
    ],
)
def test_jargon_is_found_in_our_own_words_only(body: str, language: str, words: list[str], tmp_path: Path) -> None:
    said = found(jargon, body, language, tmp_path)
    assert [message.split("'")[1] for message in said] == words


@pytest.mark.parametrize(
    ("body", "language", "times"),
    [
        ("The mentally ill came.", "en", 1),
        ("The mentally ill came. The mentally ill went.", "en", 1),
        ("They refused treatment.", "en", 1),
        ("You have the right to refuse treatment.", "en", 0),
        ("You have the right to refuse treatment, and they refuse treatment.", "en", 1),
        ("“The mentally ill”, they wrote.", "en", 0),
        ("Daeth cleifion meddwl.", "cy", 1),
        ("Â chleifion meddwl y siaradodd.", "cy", 1),
        ("Mae gennych hawl i wrthod triniaeth.", "cy", 0),
        ("Peidiwch â gwrthod triniaeth.", "cy", 1),
    ],
)
def test_dehumanising_words_are_found_once_a_text(body: str, language: str, times: int, tmp_path: Path) -> None:
    assert len(found(dehumanising_words, body, language, tmp_path)) == times


@pytest.mark.parametrize(
    ("body", "language", "letters"),
    [
        ("Ask the RHS.", "en", ["RHS"]),
        ("Ask the RHS. The RHS knows.", "en", ["RHS"]),
        ("Ask the Royal Horticultural Society (RHS).", "en", []),
        ("Ask the RHS (Royal Horticultural Society).", "en", []),
        ("Ask the Royal Horticultural Society. The RHS knows.", "en", []),
        ("Ask the RHS.\n\n*[RHS]: Royal Horticultural Society", "en", []),
        ('Ask the <abbr title="Royal Horticultural Society">RHS</abbr>.', "en", []),
        ("Children and Young People come first. CYP too.", "en", []),
        ("Aim for WCAG 2.2, the guidelines for websites.", "en", []),
        ("The NHS, the BBC, a GP and A4 paper; ID by PDF or USB.", "en", []),
        ("Share it under CC BY-NC-SA 4.0 or the MIT licence.", "en", []),
        ("Henry VIII, part IV, chapter XII.", "en", []),
        ("See FP605, C-0012, README.md and SA43 1AB.", "en", []),
        ("Do NOT water it. PLEASE READ THIS.", "en", []),
        ("*RHS Handbook* and “RHS” are left alone, and `RHS` is code.", "en", []),
        ("The PCTs' plants and the CQC's.", "en", ["PCT", "CQC"]),
        ("Gofynnwch i AGIC, i'r GIG ac yn y DU.", "cy", ["AGIC"]),
        ("Gofynnwch i Arolygiaeth Gofal Cymru (AGC). AGC sy'n gwybod.", "cy", []),
    ],
)
def test_acronyms_are_explained_or_not(body: str, language: str, letters: list[str], tmp_path: Path) -> None:
    said = found(acronym_not_explained, body, language, tmp_path)
    assert [message.split("'")[1] for message in said] == letters


def test_the_list_that_comes_with_it_can_be_read_and_fits_into_messages() -> None:
    entries, faults = read_kinder_words(SHIPPED, [])
    assert not faults
    assert len(entries) > 60
    for entry in entries:
        assert entry.words.keys() >= entry.instead.keys()
        longest = max(len(words) for several in entry.words.values() for words in several)
        assert all(longest + len(reason) < 125 for reason in entry.why.values()), entry.id
        for language, instead in entry.instead.items():
            assert len(" ".join(instead)) < 120, (entry.id, language)
