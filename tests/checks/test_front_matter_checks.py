"""Front matter: what each check must find, and what comes near it and is sound."""

from pathlib import Path

import pytest
from fingerpost.checks import Problem
from fingerpost.checks.clashing_ids import MADE
from fingerpost.checks.written_dates import as_day, as_edtf, is_unknown
from fingerpost.gate import Edition
from fingerpost.library.kinds import KINDS, RESERVED_PAGES
from fingerpost.stage import stage_site

from tests.checks.samples import GUIDE, base, check, with_body, with_front_matter, write
from tests.helpers import guide, read, words

ARCHIVE = "docs/archive/example/index.en.md"
DIRECTORY = "docs/directory/example/index.en.md"
TOOLKIT = "docs/toolkits/example/index.en.md"


def found(root: Path, id: str) -> list[Problem]:
    return [problem for problem in check(root).problems if problem.id == id]


def changed(root: Path, path: str, before: str, after: str) -> Path:
    """Put the good collection into `root` with one thing changed in one file."""
    base(root)
    words = (root / path).read_text("utf-8")
    assert before in words
    write(root, path, words.replace(before, after))
    return root


@pytest.mark.parametrize(
    ("front", "lines"),
    [
        ("published: 2026-11-21\nreviewed: 2026-11-21\nreview_by: 2027-11-21", []),
        ("published: 2026-11-21\nreviewed: 2026-11-22", []),  # tomorrow in UTC may be today elsewhere
        ("published: 2026-11-21\nreviewed: 2026-11-23", [12]),
        ("published: 2026-11-22", []),
        ("published: 2026-11-23", [11]),
        ("published: 2026-11-21\nreviewed: 2026-11-20", [12]),
        ("published: 2026-11-20\nreview_by: 2026-11-19", [12]),
        ("published: 2020-02-29\nreviewed: 2021-01-01\nreview_by: 2020-12-31", [13]),
    ],
)
def test_dates_are_in_order(front: str, lines: list[int], tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter(front))
    assert [problem.line for problem in found(tmp_path, "FP110")] == lines


@pytest.mark.parametrize(
    ("date", "amiss"),
    [
        *(('"2026-11-21"', False), ('"2026"', False), ('"202X"', False), ('"../2026"', False), ('"2026-11-22"', True)),
        *(('"2027~"', True), ('"Y170000002"', True), ('"-0044"', False), ('"2020/.."', False), ('"203X"', True)),
    ],
)
def test_a_work_is_not_newer_than_the_day_it_was_confirmed(date: str, amiss: bool, tmp_path: Path) -> None:
    changed(tmp_path, ARCHIVE, '"1986"', date)
    assert bool(found(tmp_path, "FP110")) is amiss


@pytest.mark.parametrize(("size", "amiss"), [("{from: 4, to: 4}", False), ("{from: 5, to: 4}", True)])
def test_a_group_has_its_smaller_number_first(size: str, amiss: bool, tmp_path: Path) -> None:
    changed(tmp_path, TOOLKIT, "{from: 2, to: 8}", size)
    assert bool(found(tmp_path, "FP110")) is amiss


@pytest.mark.parametrize(
    ("day", "id"),
    [
        *(("2026-11-20", "FP111"), ("2026-11-21", "FP113"), ("2027-01-20", "FP113"), ("2027-01-21", "")),
        *(("2024-11-20", "FP111"), ("2030-01-01", "")),
    ],
)
def test_a_review_is_overdue_or_near_or_neither(day: str, id: str, tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter(f"published: 2024-01-01\nreview_by: {day}"))
    said = {problem.id for problem in check(tmp_path).problems}
    assert said & {"FP111", "FP113"} == ({id} if id else set())


def test_what_time_alone_brings_does_not_stop_a_build(tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter("published: 2024-01-01\nreview_by: 2025-01-01"))
    report = check(tmp_path)
    assert not report.ok
    assert report.publishable


@pytest.mark.parametrize(("day", "amiss"), [("2025-11-21", False), ("2025-11-20", True), ("2026-11-22", False)])
def test_facts_hold_for_a_year(day: str, amiss: bool, tmp_path: Path) -> None:
    changed(tmp_path, DIRECTORY, "checked: 2026-11-21", f"checked: {day}")
    assert bool(found(tmp_path, "FP119")) is amiss


@pytest.mark.parametrize(
    ("title", "summary", "amiss"),
    [
        ("Looking after the plants", "How to keep plants well.", False),
        ("Looking after the plants", "Looking after the plants", True),
        ("Looking after the plants", "LOOKING AFTER THE PLANTS: a guide.", True),
        ("Looking after the plants", "Looking after the plantsmen.", False),
        ("Looking after the plants", "Looking after them.", False),
        ("Plants", "Plants need water.", False),  # a short title may begin a sentence
        ("Gofalu am y planhigion", "Gofalu am y planhigion, wythnos wrth wythnos.", True),
        ("What is this?", "What does it do?", False),
        ("A title", "Some say “enough.”", False),
        ("A title", "One thing (and another).", False),
        ("A title", "It never ends…", False),
        ("A title", "It ends without a stop", True),
        ("A title", "It ends with a comma,", True),
        ("T" * 100, f"{'s' * 199}.", False),
        ("T" * 101, "A summary.", True),
        ("A title", f"{'s' * 200}.", True),
    ],
)
def test_a_title_and_a_summary_suit_a_list(title: str, summary: str, amiss: bool, tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter(f'title: "{title}"\nsummary: "{summary}"'))
    assert bool(found(tmp_path, "FP117")) is amiss


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("Plants need wa\u00adter.", 1),
        ("One\u200b two\u200b three.", 1),  # each sort is named once
        ("One\u200b two \u202ethree\u202c.", 2),
        ("Ten\u00a0kilometres, caf\u00e9, \u0175y, a fam\u200dily \U0001f468\u200d\U0001f469\u200d\U0001f467.", 0),
        ("A word, \u2067\u05e9\u05dc\u05d5\u05dd\u2069, set apart as Unicode asks.", 0),
        ("A word, \u2067\u05e9\u05dc\u05d5\u05dd, not closed.", 1),
        ("A mark of direction \u200e does no harm.", 0),
        ("Plants &shy; need water.", 0),
    ],
)
def test_hidden_characters_are_found_and_useful_ones_are_not(body: str, count: int, tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_body(body))
    assert len(found(tmp_path, "FP108")) == count


def test_many_files_from_one_program_are_named_once(tmp_path: Path) -> None:
    base(tmp_path)
    for number in range(6):
        write(tmp_path, f"docs/pages/page-{number}.en.md", "---\r\ntitle: A page\r\n---\r\n\r\nWords.\r\n")
    (problem,) = found(tmp_path, "FP108")
    assert (problem.path, problem.severity) == ("docs", "notice")
    assert problem.message.startswith("6 files ")


@pytest.mark.parametrize(
    ("front", "amiss"),
    [
        ("checks: {ignore: {FP402: The picture is only for show.}}", False),
        ("checks: {ignore: {FP117: The title is the name of a poem.}}", False),
        ("checks: {ignore: {FP402: '...'}}", True),
        ("checks: {ignore: {FP301: They agreed.}}", True),
        ("checks: {ignore: {FP4: All of them.}}", True),
        ("checks: {ignore: {}}", False),
    ],
)
def test_an_exception_has_an_effect(front: str, amiss: bool, tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter(front))
    assert bool(found(tmp_path, "FP118")) is amiss


@pytest.mark.parametrize(
    ("front", "count"),
    [
        ("topics: [wellbeing, ownership]", 0),
        ("topics: [wellbeing, ownership, wellbeing, wellbeing]", 1),
        ("credits: [{role: author, as: anonymous}, {role: author, as: anonymous}]", 0),  # two who are not named
        ("credits: [{name: A, role: author, as: named}, {name: A, role: editor, as: named}]", 0),
        ("credits: [{name: A, role: author, as: named}, {name: a, role: author, as: named}]", 1),
    ],
)
def test_an_entry_stands_in_a_list_once(front: str, count: int, tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter(front))
    assert len(found(tmp_path, "FP120")) == count


@pytest.mark.parametrize(
    ("path", "amiss"),
    [
        ("docs/pages/ways.en.md", True),
        ("docs/pages/browse.en.md", True),
        ("docs/pages/languages.cy.md", True),
        ("docs/pages/print.cy.md", True),
        ("docs/pages/printing.en.md", False),
        ("docs/pages/de.en.md", False),  # not a language of this site
        ("docs/guides/topics/index.en.md", False),  # below its kind's folder there is room
    ],
)
def test_a_page_is_not_named_like_what_is_made_here(path: str, amiss: bool, tmp_path: Path) -> None:
    write(base(tmp_path), path, with_body("Words.") if "guides" in path else "---\ntitle: A page\n---\n\nWords.\n")
    assert bool(found(tmp_path, "FP116")) is amiss


def test_whatever_is_made_at_the_top_of_a_site_can_be_no_page_s_name(tmp_path: Path) -> None:
    library = read(tmp_path, {"docs/guides/x/index.en.md": guide(stages=["early"], audiences=["allies"])})
    tree = stage_site(library, Edition.WEB, words(), {})
    made = {path.split("/")[1].removesuffix(".md") for path in tree.files}
    assert {"browse", "stages", "audiences", "languages"} <= made
    assert made <= MADE | {*RESERVED_PAGES, *(kind.folder for kind in KINDS)}


@pytest.mark.parametrize(
    ("vocabulary", "id", "amiss"),
    [
        ("topics", "con", True),
        ("stages", "nul", True),
        ("audiences", "com1", True),
        ("topics", "connected", False),
        ("content-notes", "con", False),  # has no page of its own
    ],
)
def test_what_a_page_is_named_after_can_be_a_name_everywhere(
    vocabulary: str, id: str, amiss: bool, tmp_path: Path
) -> None:
    base(tmp_path)
    file = f"docs/_vocabulary/{vocabulary}.yml"
    before = (tmp_path / file).read_text("utf-8")
    write(tmp_path, file, f"{before}- {{id: {id}, label: {{en: Word, cy: Gair}}}}\n")
    lines = [(problem.path, problem.line) for problem in found(tmp_path, "FP116")]
    assert lines == ([(file, before.count("\n") + 1)] if amiss else [])


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        *(
            ("c. 1986", "1986~"),
            ("c1986", "1986~"),
            ("circa 1986", "1986~"),
            ("about 1986", "1986~"),
            ("tua 1986", "1986~"),
        ),
        *(("1980s", "198X"), ("the 1980s", "198X"), ("1980's", "198X"), ("1980au", "198X"), ("198x", "198X")),
        *(
            ("1900s", "19XX"),
            ("19--", "19XX"),
            ("May 1986", "1986-05"),
            ("Mai 1986", "1986-05"),
            ("05/1986", "1986-05"),
        ),
        *(("12 May 1986", "1986-05-12"), ("May 12, 1986", "1986-05-12"), ("12/05/1986", "1986-05-12")),
        *(
            ("1986/87", "1986/1987"),
            ("1986-87", "1986/1987"),
            ("1986–1988", "1986/1988"),
            ("1986 to 1988", "1986/1988"),
        ),
        *(("1986-", "1986/.."), ("since 1986", "1986/.."), ("1986 onwards", "1986/.."), ("Spring 1986", "1986-21")),
        *(
            ("[1986]", "1986"),
            ("1986-5", "1986-05"),
            ("1986.", "1986"),
            ("hydref 1986", "1986-10"),
            ("c. May 1986", "1986-05~"),
        ),
        *(("", ""), ("soon", ""), ("in her youth", ""), ("31/02/1986", ""), ("1987/86", ""), ("?", ""), ("12345", "")),
    ],
)
def test_how_people_write_dates_is_understood(written: str, edtf: str) -> None:
    assert as_edtf(written) == edtf


@pytest.mark.parametrize(
    ("written", "day"),
    [
        *(("21/11/2026", "2026-11-21"), ("20261121", "2026-11-21"), ("21 November 2026", "2026-11-21")),
        *(
            ("21st November, 2026", "2026-11-21"),
            ("21ain Tachwedd 2026", "2026-11-21"),
            ("2026-11-21T12:00", "2026-11-21"),
        ),
        *(("“2026-11-21”", "2026-11-21"), ("November 2026", ""), ("2026-02-30", ""), ("soon", ""), ("86400", "")),
    ],
)
def test_how_people_write_days_is_understood(written: str, day: str) -> None:
    assert as_day(written) == day


def test_that_nobody_knows_is_understood() -> None:
    assert is_unknown("n.d.")
    assert is_unknown("Unknown")
    assert not is_unknown("1986")


@pytest.mark.parametrize(
    "front",
    [
        'title: It\'s about "plants"',
        "content_notes : [bereavement]",
        "title: Plants # a remark",
        "# a remark\ntitle: Plants",
        'title: "Plants: a guide"',
        "topics:\n  - wellbeing\n  - groups",
        "topics:\n- wellbeing\n- groups",
        "summary: >\n  How to keep plants well,\n  week by week.",
        "summary: |\n  How to keep plants well.",
        "summary: How to keep plants\n  well, week by week.",
        "title: 12:30 at the plants",
        "title: http://example.org",
    ],
)
def test_sound_ways_to_write_front_matter_are_left_alone(front: str, tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter(front))
    assert [problem for problem in check(tmp_path).problems if problem.id.startswith("FP1")] == []


@pytest.mark.parametrize(
    ("front", "id", "said"),
    [
        ("title:Plants", "FP103", "No space follows the colon"),
        ("\ttitle: Plants", "FP103", "begins with a tab"),
        ('title: "Plants', "FP103", "never closed"),
        ("title: “Plants: a guide”", "FP103", "curly ones"),
        ("topics:\n  - wellbeing\n - groups", "FP103", "one below the other"),
        ("title: Plants\n  stages: [early]", "FP103", "further in"),
        ("title:", "FP106", "is empty"),
        ("topics: wellbeing, groups", "FP106", "topics: [wellbeing, groups]"),
        ("topics: [wellbeing; groups]", "FP106", "[wellbeing, groups]"),
        ("title: [[Plants]]", "FP106", "is a list"),
        ("Title: Plants", "FP104", "Did you mean 'title'"),
        ("title: &a Plants", "FP103", "can't begin with &"),
        ("topics: *a", "FP103", "can't begin with & or *"),
        ("<<: {stages: [early]}", "FP104", "'<<' is not a name"),
        ("stages: [early]\nstages: [senior]", "FP103", "a second time"),
        (f"stages: {'[' * 40}{']' * 40}", "FP103", "inside brackets"),
        ("title: %A", "FP103", "can't begin"),
        ("title: `A`", "FP103", "can't begin"),
        ("2019: A", "FP103", "not a word"),
        ("made_by:\u00a0compiled", "FP103", "not an ordinary one"),
    ],
)
def test_a_slip_is_answered_with_what_to_do(front: str, id: str, said: str, tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter(front))
    problems = found(tmp_path, id)
    assert any(said in f"{problem.message} {problem.advice}" for problem in problems), check(tmp_path).problems
