"""The checks of language and translation find what they should, and leave alone what only looks like it."""

import time
from pathlib import Path

import pytest
from fingerpost.checks import registry
from fingerpost.checks.broken_letters import mended
from fingerpost.checks.problem import Problem
from fingerpost.library.fingerprint import fingerprint

from tests.checks.samples import GUIDE, base, check, read, with_body, write

CY = GUIDE.replace(".en.", ".cy.")
WELSH = "Mae angen dŵr ar y planhigion, ac mae rhai ohonyn nhw'n hoffi'r cysgod yn yr haf.\n"
ENGLISH = "Plants need water and light, and some of them would rather be in the shade.\n"
TITLE, SUMMARY = "Looking after the plants", "How to keep plants well, week by week."


def welsh(body: str, block: str = 'source: "00000000", status: draft', **changes: str) -> str:
    """Return the good guide's translation with another body, or another title or summary."""
    title = changes.get("title", "Gofalu am y planhigion")
    summary = changes.get("summary", "Sut i gadw planhigion yn iach, wythnos wrth wythnos.")
    return f"---\ntitle: {title}\nsummary: {summary}\ntranslation: {{from: en, {block}}}\n---\n\n{body}\n"


def found(root: Path, id: str, files: dict[str, str]) -> list[Problem]:
    """Return what a check finds in the good collection with some files changed."""
    base(root)
    for path, content in files.items():
        write(root, path, content)
    return [problem for problem in check(root).problems if problem.id == id]


# Who made a translation and who read it


@pytest.mark.parametrize(
    ("block", "ids"),
    [
        ("status: draft, made: 2026-08-23", set()),  # 90 days
        ("status: draft, made: 2026-08-22", {"FP204"}),
        ("status: draft", set()),  # published today
        ("status: draft, made: 2027-01-01", set()),
        ("status: draft, machine: true, made: 2025-01-01", {"FP204"}),
        ("status: draft, machine: true", set()),
        ("status: reviewed, reviewed_by: [{as: anonymous}], made: 2020-01-01", set()),
        ("status: reviewed, reviewed_by: [{as: anonymous}], machine: true", {"FP205"}),
        ("status: reviewed, reviewed_by: [{as: anonymous}], machine: false", set()),
        ("status: reviewed", {"FP206"}),
        ("status: draft, reviewed_by: [{name: Ann, as: named}]", set()),
        ("status: reviewed, by: [{name: Ann, as: named}], reviewed_by: [{name: ANN, as: named}]", {"FP213"}),
        ("status: draft, by: [{name: Ann, as: named}], reviewed_by: [{name: Ann, as: named}]", set()),
        ("status: reviewed, by: [{name: Ann, as: named}], reviewed_by: [{name: Anna, as: named}]", set()),
        (
            "status: reviewed, by: [{name: Ann, as: named}],"
            " reviewed_by: [{name: Ann, as: named}, {name: Bo, as: named}]",
            set(),
        ),
        ("status: reviewed, by: [{name: A Group, as: group}], reviewed_by: [{name: A Group, as: group}]", set()),
        ("status: reviewed, by: [{as: anonymous}], reviewed_by: [{as: anonymous}]", set()),
    ],
)
def test_who_made_and_who_read_a_translation(block: str, ids: set[str], tmp_path: Path) -> None:
    base(tmp_path)
    write(tmp_path, CY, welsh(WELSH, f'source: "00000000", {block}'))
    assert {problem.id for problem in check(tmp_path).problems} - {"FP203"} == ids


@pytest.mark.parametrize(
    ("dates", "late"),
    [
        ("published: 2025-01-01", True),
        ("published: 2025-01-01\nreviewed: 2026-10-01", False),
        ("published: 2026-10-01", False),
    ],
)
def test_without_a_day_of_its_own_a_draft_counts_from_the_original_s_last_date(
    dates: str, late: bool, tmp_path: Path
) -> None:
    original = with_body(ENGLISH).replace("published: 2026-11-21", dates)
    assert bool(found(tmp_path, "FP204", {GUIDE: original})) == late


def test_a_plain_page_has_no_dates_and_is_not_judged_until_it_has_a_day(tmp_path: Path) -> None:
    page = (tmp_path / "docs/pages/home.cy.md").relative_to(tmp_path).as_posix()
    home = base(tmp_path).joinpath(page).read_text("utf-8")
    assert not found(tmp_path, "FP204", {page: home})
    (problem,) = found(tmp_path, "FP204", {page: home.replace("status: draft", "status: draft, made: 2026-01-01")})
    assert problem.path == page


# Which language a text is in


@pytest.mark.parametrize(
    ("path", "content", "wrong"),
    [
        (CY, welsh(ENGLISH * 2, title=TITLE, summary=SUMMARY), True),
        (CY, welsh(WELSH), False),
        (CY, welsh(""), False),
        (CY, welsh("Light.\n"), False),  # too short to be certain
        (CY, welsh(WELSH + "\n" + ENGLISH), False),  # half and half: FP208 speaks
        (CY, welsh("> " + ENGLISH * 3), False),
        (CY, welsh("Les plantes ont besoin d'eau, de soleil et de temps, et elles aiment la musique.\n"), False),
        (CY, welsh("```\n" + ENGLISH * 3 + "```\n" + WELSH), False),
        (GUIDE, with_body(WELSH * 3), True),
        (GUIDE, with_body(ENGLISH), False),
        (GUIDE, with_body("* *Mae'r wawr yn torri dros y mynydd*\n* *Y mae yn y tŷ*\n\n" + ENGLISH), False),
    ],
)
def test_a_whole_text_in_the_other_language_is_found(path: str, content: str, wrong: bool, tmp_path: Path) -> None:
    problems = found(tmp_path, "FP207", {path: content})
    assert bool(problems) == wrong
    if wrong:
        assert not [problem for problem in check(tmp_path).problems if problem.id == "FP208"]


PASSAGE = "Put them where the sun does not reach them, and ask somebody to water them."


@pytest.mark.parametrize(
    "left",
    [
        PASSAGE,
        f"- {PASSAGE}",
        f"1. {PASSAGE}",
        f"## {PASSAGE}",
        f"**{PASSAGE}**",
        f"| Pryd | Beth |\n|---|---|\n| Yn yr haf | Yn y cysgod |\n| Summer | {PASSAGE} |",
        f"<p>{PASSAGE}</p>",
        "### In summer and winter",  # word for word as in the original
    ],
)
def test_a_passage_left_in_english_is_found(left: str, tmp_path: Path) -> None:
    original = with_body(ENGLISH + "\n### In summer and winter\n\nAsk.\n")
    (problem,) = found(tmp_path, "FP208", {GUIDE: original, CY: welsh(f"{WELSH}\n{left}\n\n{WELSH}")})
    line = (tmp_path / CY).read_text("utf-8").split("\n")[problem.line - 1]
    assert line == left.split("\n")[-1]


@pytest.mark.parametrize(
    "kept",
    [
        f"> {PASSAGE}",
        f'"{PASSAGE}"',
        f"“{PASSAGE}”",
        f"‘{PASSAGE}’",
        f"Dywedodd hi: “{PASSAGE}”",
        f'<p lang="en">{PASSAGE}</p>',
        f'<blockquote class="said" lang=en>\n\n{PASSAGE}\n\n</blockquote>',
        f"{PASSAGE}\n{{: lang=en }}",
        f"*{PASSAGE}*",
        f"[{PASSAGE}](https://example.org/)",
        f"`{PASSAGE}`",
        f"<!-- {PASSAGE} -->",
        "*The Value of Lived Experience in Social Change: The Need for Leadership*, 2017.",
        "The National Survivor User Network for Mental Health and the Centre for the Study of Power",
        "Centre for Mental Health, The Old Mill, 12 The Street, Newtown, SY16 0AA",
        "- Sandhu, B. (2017) *The value of lived experience in social change*. Ar gael oddi wrth y cyhoeddwr.",
        "Tea and toast.",
        "Mae gwefan The Value of Lived Experience in Social Change ar gael i bawb ac mae'n rhad ac am ddim.",
    ],
)
def test_quotations_titles_names_and_addresses_may_be_in_english(kept: str, tmp_path: Path) -> None:
    assert not found(tmp_path, "FP208", {CY: welsh(f"{WELSH}\n{kept}\n\n{WELSH}")})


def test_a_passage_left_in_welsh_is_found_and_so_is_a_summary(tmp_path: Path) -> None:
    files = {GUIDE: with_body(f"{ENGLISH}\n{WELSH}"), CY: welsh(WELSH, summary=f'"{ENGLISH.strip()}"')}
    said = [(problem.path, problem.line) for problem in found(tmp_path, "FP208", files)]
    assert (CY, 3) in said
    assert [path for path, _ in said].count(GUIDE) == 1


# Letters and apostrophes


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("dÅµr", "dŵr"),
        ("tÅ·", "tŷ"),
        ("Å´yl", "Ŵyl"),
        ("cÃ´r", "côr"),
        ("tÃ¢n", "tân"),
        ("trÃªn", "trên"),
        ("donâ€™t", "don’t"),
        ("â€œIeâ€\x9d", "“Ie”"),
        ("2019â€“21", "2019–21"),
        ("Â£50", "£50"),
        ("cafÃ©", "café"),
        ("tÃƒÂ´n", "tôn"),
        ("d?r", "dŵr"),
        ("D?r", "Dŵr"),
        ("t?", "tŷ"),
        ("nh?", "nhŷ"),
        ("?l", "ôl"),
        ("dðr", "dŵr"),
        ("c\N{REPLACEMENT CHARACTER}n", None),
    ],
)
def test_broken_letters_are_found_and_mended(broken: str, meant: str | None, tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "FP209", {CY: welsh(f"Dyma'r {broken} i chi.")})
    assert problem.message.startswith("A letter has been " + ("broken" if meant else "lost"))
    assert (f"Did you mean '{meant}'?" in problem.advice) == (meant is not None)


@pytest.mark.parametrize(
    "sound",
    [
        "Â phob dymuniad, ac â'i holl galon.",
        "Beth? Pwy? Ble mae'r ci? A'r gath?",
        "Ble mae'r tŷ? Beth am y dŵr?",
        "Ydych chi'n dod?Dewch.",
        "SÃO PAULO, São Paulo, Ångström, Zoë, naïf, Ærø, ÄÖÜ",
        "École « À la carte » : É»",
        "w^ a y^ fel y'u teipir, ac w\u0302 ac y\u0302 hefyd",
        "Cost: £50–£60, “tua” 20 °C · ½ awr…",
        "https://example.org/?q=d?r",
        "`dÅµr`",
    ],
)
def test_what_is_written_soundly_is_left_alone(sound: str, tmp_path: Path) -> None:
    files = {CY: welsh(sound), GUIDE: with_body(sound)}
    assert not found(tmp_path, "FP209", files)


def test_a_question_mark_in_an_english_word_is_not_judged(tmp_path: Path) -> None:
    assert not found(tmp_path, "FP209", {GUIDE: with_body("Sugar or t? Write d?r down.\n")})


@pytest.mark.parametrize("word", ["dŵr", "tŷ", "“côr”", "café", "Llŷn", "’r", "£50", "a"])
@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_word_that_is_broken_again_and_again_is_mended(word: str, times: int) -> None:
    broken = word
    for _ in range(times):
        broken = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in broken.encode())
    assert mended(broken) == word


@pytest.mark.parametrize(
    ("path", "words", "right"),
    [
        (CY, "Dyma i´r tŷ.", "i'r"),
        (CY, "Mae ‘n braf.", "'n"),
        (CY, "Mae ‘r tŷ yno.", "'r"),
        (CY, "Mae´n braf.", "Mae'n"),
        (CY, "Mae`n braf, ac mae`r haul allan.", "Mae'n"),
        (CY, "Mae‘n braf.", "Mae'n"),
        (GUIDE, "We don´t know.", "don't"),
        (GUIDE, "We don`t know.", "don't"),
        (GUIDE, "It was the ‘90s.", "'90s"),
        (GUIDE, "The groups´ work.", "groups'"),
    ],
)
def test_wrong_apostrophes_are_found(path: str, words: str, right: str, tmp_path: Path) -> None:
    content = welsh(words) if path == CY else with_body(words + "\n")
    (problem,) = found(tmp_path, "FP210", {path: content})
    assert problem.advice.startswith(f"Write: {right}")
    line = (tmp_path / path).read_text("utf-8").split("\n")[problem.line - 1]
    assert line[problem.column - 1 :].replace("´", "'").replace("`", "'").replace("‘", "'").startswith(right)


@pytest.mark.parametrize(
    "sound",
    [
        "Mae'n braf, mae’r haul allan, a ‘hyfryd’ yw'r gair.",
        "Y llythrennau ‘n’ ac ‘r’ a ‘ch’.",
        "‘I mewn i’r tŷ’ meddai hi. ‘Mae’n oer.’",
        "Use `don` or `code`s, and ``a`b``.",
        "``quoted'' in the old way",
        "The signs ´ and ` and ‘ by themselves",
        "```\nit´s don`t\n```",
        "‘so’, ‘the ‘inner’ one’ and (‘this’)",
    ],
)
def test_real_quotations_and_code_are_left_alone(sound: str, tmp_path: Path) -> None:
    assert not found(tmp_path, "FP210", {CY: welsh(sound), GUIDE: with_body(sound + "\n")})


def test_a_text_full_of_wrong_apostrophes_is_said_once_with_their_number(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "FP210", {CY: welsh("Mae´n braf. " * 200)})
    assert "found 200 times" in problem.advice


# Vocabularies


@pytest.mark.parametrize(
    ("term", "count"),
    [
        ("label: {en: Online, cy: Ar-lein}", 0),
        ("label: {en: Online, cy: Online}", 1),
        ("label: {en: Gwent, cy: Gwent}\n  description: {en: In Wales., cy: Yng Nghymru.}", 0),
        ("label: {en: Gwent, cy: Gwent}\n  description: {en: In Wales., cy: In Wales.}", 1),
        ("label: {en: Gwent, cy: Gwent}\n  description: {en: In Wales.}", 2),
        ("label: {en: Online, cy: Ar-lein}\n  also: {cy: [y we]}", 1),
        ("label: {en: Online, cy: Ar-lein}\n  also: {en: [web], cy: []}", 1),
        ("label: {en: Online, cy: Ar-lein}\n  also: {en: [web], cy: [web]}", 0),
        ("label: {en: Online}", 0),  # FP902 says so
    ],
)
def test_labels_are_in_every_language_or_said_to_be_the_same(term: str, count: int, tmp_path: Path) -> None:
    regions = f"- id: wales\n  label: {{en: Wales, cy: Cymru}}\n- id: online\n  {term}\n"
    problems = found(tmp_path, "FP211", {"docs/_vocabulary/regions.yml": regions})
    assert len(problems) == count
    assert {problem.line for problem in problems} <= {3}


# Structure

LONG = """Intro [one](../../toolkits/example/index.en.md) and [two](https://www.example.org/en/page).

## First

- a
- b

## Second

| A | B |
|---|---|
| 1 | 2 |

![Leaf](leaf.svg)

### Third

See [first](#first).
"""
SAME = """Rhagair [dau](https://example.org/cy/tudalen), yna [un](../../toolkits/example/index.cy.md).

## Cyntaf

* a

* b

## Ail

| A | B |
|:--|--:|
| 1 | 2 |

![Deilen](leaf.svg)

Gair ychwanegol.

### Trydydd

Gweler [y cyntaf](#cyntaf).
"""


def structure(root: Path, original: str, body: str) -> list[str]:
    """Return what is said of a translation's structure."""
    english = with_body(original)
    mark = fingerprint(TITLE, SUMMARY, "\n" + original)
    files = {GUIDE: english, CY: welsh(body, f'source: "{mark}", status: draft')}
    problems = found(root, "FP212", files)
    assert not [problem for problem in check(root).problems if problem.id == "FP203"]
    lines = (root / CY).read_text("utf-8").count("\n") + 1
    assert all(1 <= problem.line <= lines for problem in problems)
    return [problem.message for problem in problems]


def test_the_same_structure_in_other_words_and_another_order_is_no_difference(tmp_path: Path) -> None:
    assert structure(tmp_path, LONG, SAME) == []


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("## Ail\n", "", ["The heading 'Second' of the original has none like it here."]),
        ("### Trydydd", "## Trydydd", ["'Trydydd' is a heading of level 2, and of level 3 in the original ('Third')."]),
        ("Gair ychwanegol.", "## Gair", ["The heading 'Gair' has none like it in the original."]),
        ("* b\n", "", ["List items in this part: 1 here, 2 in the original."]),
        ("| 1 | 2 |", "| 1 | 2 |\n| 3 | 4 |", ["Rows of tables in this part: 4 here, 3 in the original."]),
        ("![Deilen](leaf.svg)", "", ["The original shows the picture 'leaf.svg', this does not."]),
        ("Gair", "![Map](map.svg)", ["The original does not show the picture 'map.svg'."]),
        (
            "[un](../../toolkits/example/index.cy.md)",
            "un",
            ["The original leads to '../../toolkits/example/index.en.md', this does not."],
        ),
        (
            "[dau](https://example.org/cy/tudalen)",
            "dau",
            ["The original leads to 'https://www.example.org/en/page', this does not."],
        ),
        ("Gair", "[Gair](https://example.com/)", ["The original does not lead to 'https://example.com/'."]),
        ("Gair", "[Gair](../../pages/about.cy.md)", ["The original does not lead to '../../pages/about.cy.md'."]),
        # What is no difference.
        ("https://example.org/cy/tudalen", "https://cymraeg.example.com/", []),
        ("leaf.svg", "leaf.cy.svg", []),
        ("index.cy.md", "index.en.md", []),
        ("#cyntaf", "#ail", []),
        ("Gair ychwanegol.", "Gair.\n\nGair arall.", []),
    ],
)
def test_a_difference_in_structure_is_said_in_words(was: str, becomes: str, said: list[str], tmp_path: Path) -> None:
    assert was in SAME
    assert structure(tmp_path, LONG, SAME.replace(was, becomes, 1)) == said


def test_a_stale_translation_is_not_compared(tmp_path: Path) -> None:
    assert not found(tmp_path, "FP212", {CY: welsh("Dim byd.\n")})


NASTY = [
    "a" * 1_000_000,
    "a`" * 500_000,
    "‘n " * 300_000,
    "a´" * 500_000,
    "d?r " * 250_000,
    "?" * 1_000_000,
    "Ã" * 1_000_000,
    "Ã´" * 500_000,
    "â€™ " * 250_000,
    "the of and " * 90_000,
    "the of and\n\n" * 80_000,
    "- yn y mae\n" * 90_000,
    "| the of and to\n" * 60_000,
    "## a\n" * 150_000,
    "[a](b.en.md) " * 70_000,
    '"the ' * 200_000,
    "*the " * 200_000,
    '<p lang="en">the ' * 50_000,
    "<p " * 300_000,
    "A " * 500_000,
    "þ" * 1_000_000,
    "## a\n\n- b\n\n" * 90_000,
]


@pytest.mark.parametrize("body", NASTY, ids=lambda body: repr(body[:12]))
def test_nothing_that_is_long_takes_long(body: str, tmp_path: Path) -> None:
    base(tmp_path)
    body = body.encode()[:400_000].decode("utf-8", "ignore")
    mark = fingerprint(TITLE, SUMMARY, "\n" + body)
    write(tmp_path, GUIDE, with_body(body))
    write(tmp_path, CY, welsh("x" + body, f'source: "{mark}", status: draft'))
    library = read(tmp_path)
    slow = {}
    for module in registry.CHECKS:
        if module.ID.startswith("FP2"):
            start = time.process_time()
            if isinstance(module, registry.ResourceCheck):
                list(module.check(library.resources["guides/example"], library))
            else:
                list(module.check_collection(library))
            slow[module.ID] = time.process_time() - start
    assert max(slow.values()) < 2, slow  # two files, together not quite a megabyte
