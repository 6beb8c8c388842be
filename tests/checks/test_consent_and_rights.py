"""Consent, licences and credits: what contradicts them is found, what agrees with them is let be."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from fingerpost.checks import Problem, consent_run_out, consent_running_out
from fingerpost.gate import Edition, Outcome, decide

from tests.checks.samples import GUIDE, base, check, ids, read, with_front_matter, write

WELSH = "docs/guides/example/index.cy.md"
RECORD = "docs/archive/example/index.en.md"
TODAY = date(2026, 11, 21)
ALL = "web, print, offline, translation"


def consent(scope: str = ALL, until: date | None = None) -> str:
    """Return front matter of something that people made and agreed to."""
    end = f", review_by: {until}" if until else ""
    return f"made_by: co-produced\nconsent: {{reference: C-0012, scope: [{scope}]{end}}}"


def changed(root: Path, front: str) -> set[str]:
    """Return the ids of what is found when the good guide has this front matter, but for translations gone stale."""
    write(base(root), GUIDE, with_front_matter(front))
    return ids(check(root)) - {"FP203"}


def of(root: Path, id: str) -> list[Problem]:
    """Return the problems of one check."""
    return [problem for problem in check(root).problems if problem.id == id]


@pytest.mark.parametrize(
    ("days", "found"),
    [(-400, {"FP304"}), (-1, {"FP304"}), (0, {"FP305"}), (1, {"FP305"}), (59, {"FP305"}), (60, set()), (400, set())],
)
def test_consent_is_asked_for_again_in_time(days: int, found: set[str], tmp_path: Path) -> None:
    assert changed(tmp_path, consent(until=TODAY + timedelta(days=days))) == found


@pytest.mark.parametrize("days", range(-2, 3))
def test_consent_has_run_out_where_the_gate_leaves_out(days: int, tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter(consent(until=TODAY + timedelta(days=days))))
    library = read(tmp_path)
    resource = library.resources["guides/example"]
    left_out = decide(resource, "en", Edition.WEB, today=library.today).outcome is Outcome.EXCLUDED
    assert bool(list(consent_run_out.check(resource, library))) == left_out
    assert bool(list(consent_running_out.check(resource, library))) != left_out


def test_consent_that_has_run_out_does_not_stop_a_build(tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter(consent(until=TODAY - timedelta(days=1))))
    report = check(tmp_path)
    assert not report.ok
    assert report.publishable


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        (ALL, set()),
        ("web, print, offline", {"FP306"}),
        ("web, translation", {"FP317"}),
        ("web", {"FP306", "FP317"}),
        ("translation", {"FP306"}),
        ("", {"FP306"}),
    ],
)
def test_a_scope_is_held_against_what_is_here(scope: str, found: set[str], tmp_path: Path) -> None:
    assert changed(tmp_path, consent(scope)) == found


def test_nothing_agreed_to_is_named_once_for_the_scope_and_once_for_each_translation(tmp_path: Path) -> None:
    changed(tmp_path, consent(""))
    assert {problem.path for problem in of(tmp_path, "FP306")} == {GUIDE, WELSH}
    assert len(of(tmp_path, "FP306")) == 2


def test_a_translation_of_an_easy_read_version_needs_consent_too(tmp_path: Path) -> None:
    changed(tmp_path, consent("web, print, offline"))
    (tmp_path / WELSH).unlink()
    assert not of(tmp_path, "FP306")
    write(tmp_path, "docs/guides/example/easy.en.md", "---\ntitle: Plants\n---\n\nLight.\n")
    assert not of(tmp_path, "FP306"), "an Easy Read version in the language of the original is none"
    stamp = "translation: {from: en, source: '00000000', status: draft}"
    write(tmp_path, "docs/guides/example/easy.cy.md", f"---\ntitle: Planhigion\n{stamp}\n---\n\nGolau.\n")
    assert [problem.path for problem in of(tmp_path, "FP306")] == ["docs/guides/example/easy.cy.md"]


@pytest.mark.parametrize(
    ("licence", "found"),
    [
        ("CC-BY-4.0", set()),
        ("CC-BY-NC-SA-4.0", set()),
        ("OGL-UK-3.0", set()),
        ("CC-BY-ND-4.0", {"FP307"}),
        ("CC-BY-NC-ND-4.0", {"FP307"}),
        ("InC", {"FP307", "FP317"}),
        ("all ours", {"FP302"}),
    ],
)
def test_a_translation_needs_a_licence_or_a_permission(licence: str, found: set[str], tmp_path: Path) -> None:
    assert changed(tmp_path, f"rights: {{licence: {licence}, holder: Example Group}}") == found
    allowed = changed(tmp_path, f"rights: {{licence: {licence}, holder: Example Group, permission: P-0007}}")
    assert allowed == found & {"FP302"}


@pytest.mark.parametrize(
    ("held", "rights", "count"),
    [
        ("holding: record", "licence: InC", 0),
        ("holding: excerpt", "licence: InC", 1),
        ("holding: full", "licence: UND", 1),
        ("holding: full\n  files: [plants.txt]", "licence: InC", 2),
        ("files: [plants.txt]", "licence: InC", 1),
        ("files: []", "licence: InC", 0),
        ("holding: full\n  files: [plants.txt]", "licence: InC, permission: P-0007", 0),
        ("holding: full\n  files: [plants.txt]", "licence: CC-BY-ND-4.0", 0),
        ("holding: excerpt", "licence: CC-BY-NC-SA-4.0", 0),
    ],
)
def test_a_work_needs_a_licence_or_a_permission(held: str, rights: str, count: int, tmp_path: Path) -> None:
    record = (base(tmp_path) / RECORD).read_text("utf-8")
    record = record.replace("  type: book\n", f"  type: book\n  {held}\n").replace("licence: InC", rights)
    write(tmp_path, RECORD, record)
    assert len(of(tmp_path, "FP307")) == count


def test_a_bare_record_of_a_reserved_work_may_be_translated(tmp_path: Path) -> None:
    stamp = "translation: {from: en, source: '00000000', status: draft}"
    words = f"---\ntitle: Llyfr am blanhigion\nsummary: Llyfr.\n{stamp}\n---\n\nDŵr.\n"
    write(base(tmp_path), "docs/archive/example/index.cy.md", words)
    assert not of(tmp_path, "FP307")


def credits(*entries: str) -> str:
    """Return front matter with these credits."""
    return f"credits: [{', '.join(f'{{{entry}}}' for entry in entries)}]"


@pytest.mark.parametrize(
    "entries",
    [
        ["role: author, as: anonymous"],
        ["name: Anonymous, role: author, as: anonymous"],
        ["name: Dienw, role: author, as: anonymous"],
        ["name: Robin, role: author, as: pseudonym"],
        ["name: Robin (not her real name), role: author, as: pseudonym"],
        ["name: Robin, role: author (a pseudonym), as: pseudonym"],
        ["name: Robin (Example Group), role: author, as: pseudonym"],
        ["name: Robin (nid ei enw iawn), role: author, as: pseudonym"],
        ["name: Robin, role: author, as: pseudonym", "name: Robin, role: illustrator, as: pseudonym"],
        ["name: Robin, role: author, as: pseudonym", "name: Robin Example, role: illustrator, as: named"],
        ["role: author, as: group"],
    ],
)
def test_credits_that_keep_their_word_are_let_be(entries: list[str], tmp_path: Path) -> None:
    assert changed(tmp_path, credits(*entries)) == set()


@pytest.mark.parametrize(
    "entries",
    [
        ["name: Rose, role: author, as: anonymous"],
        ["role: author, as: named"],
        ["role: author, as: pseudonym"],
        ["name: Robin (real name Rose), role: author, as: pseudonym"],
        ["name: Rose writing as Robin, role: author, as: pseudonym"],
        ["name: Rose a.k.a. Robin, role: author, as: pseudonym"],
        ["name: Robin (enw iawn Rose), role: author, as: pseudonym"],
        ["name: Robin, role: author (real name Rose), as: pseudonym"],
        ["name: Robin, role: author, as: pseudonym", "name: robin, role: illustrator, as: named"],
    ],
)
def test_credits_that_contradict_themselves_are_found(entries: list[str], tmp_path: Path) -> None:
    assert changed(tmp_path, credits(*entries)) == {"FP308"}
    assert all(problem.path == GUIDE for problem in of(tmp_path, "FP308"))


NAMELESS = credits("name: Marigold Example, role: author, as: anonymous")


@pytest.mark.parametrize(
    ("path", "content"),
    [
        (GUIDE, with_front_matter(f"{NAMELESS}\ntitle: Plants of Marigold Example")),
        (GUIDE, with_front_matter(f"{NAMELESS}\nsummary: By MARIGOLD  EXAMPLE.")),
        (GUIDE, with_front_matter(f"{NAMELESS}\nrights: {{licence: CC-BY-4.0, holder: Marigold Example}}")),
        (GUIDE, with_front_matter(NAMELESS) + "\nThanks to Marigold\nExample’s care.\n"),
        (GUIDE, with_front_matter(NAMELESS) + "\n<!-- Marigold Example -->\n"),
        (GUIDE, with_front_matter(NAMELESS) + "\n`Marigold Example`\n"),
        ("docs/guides/example/easy.en.md", "---\ntitle: Plants\n---\n\nMarigold Example waters them.\n"),
        ("docs/guides/example/by-marigold-example.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
)
def test_the_name_of_somebody_who_is_not_to_be_named_is_found(path: str, content: str, tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter(NAMELESS))
    before = {(problem.path, problem.line) for problem in of(tmp_path, "FP308")}
    assert len(before) == 1
    write(tmp_path, path, content)
    found = {(problem.path, problem.line) for problem in of(tmp_path, "FP308")}
    assert len(found) == 2
    assert path in {place for place, _line in found}


@pytest.mark.parametrize(
    "content",
    [
        with_front_matter(NAMELESS) + "\nMarigold is a plant, for example. Marigold Examples.\n",
        with_front_matter(credits("name: Rose, role: author, as: anonymous"))
        + "\nA rose. Rose rose. [Rose](leaf.svg)\n",
        with_front_matter(f"{credits('name: Rose, role: author, as: anonymous')}\ntitle: Rose"),
    ],
)
def test_what_is_no_name_is_let_be(content: str, tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, content)
    assert len(of(tmp_path, "FP308")) == 1, "only the credit itself"


def test_a_name_of_one_word_is_found_where_only_names_stand(tmp_path: Path) -> None:
    rights = "rights: {licence: CC-BY-4.0, holder: rose}"
    write(base(tmp_path), GUIDE, with_front_matter(f"{credits('name: Rose, role: author, as: anonymous')}\n{rights}"))
    assert len(of(tmp_path, "FP308")) == 2


def test_the_name_of_a_translator_who_is_not_to_be_named_is_found(tmp_path: Path) -> None:
    words = (base(tmp_path) / WELSH).read_text("utf-8")
    own = "by: [{name: Example Group, as: group}]"
    assert own in words
    write(tmp_path, WELSH, words.replace(own, "by: [{name: Marigold Example, as: anonymous}]"))
    assert [problem.path for problem in of(tmp_path, "FP308")] == [WELSH]


def test_an_answer_s_author_is_not_named_elsewhere_in_the_question(tmp_path: Path) -> None:
    path = "docs/questions/example/answer-1.en.md"
    words = (base(tmp_path) / path).read_text("utf-8")
    write(tmp_path, path, words.replace("{name: Example Group, role: author, as: group}", NAMELESS[10:-1]))
    assert len(of(tmp_path, "FP308")) == 1
    question = tmp_path / "docs/questions/example/index.en.md"
    question.write_text(question.read_text("utf-8") + "\nMarigold Example says tea.\n", "utf-8")
    assert len(of(tmp_path, "FP308")) == 2


@pytest.mark.parametrize("id", ["FP304", "FP306", "FP308", "FP309"])
def test_what_hurts_somebody_is_never_set_aside(id: str, tmp_path: Path) -> None:
    front = "\n".join(
        [
            "made_by: co-produced",
            "consent: {reference: C-0012, scope: [], review_by: 2026-01-01}",
            NAMELESS,
            "title: Ring 07700 900123",
            f"checks: {{ignore: {{{id}: everybody knows it}}}}",
        ]
    )
    assert id in changed(tmp_path, front)


def test_a_postcode_of_a_public_place_may_be_set_aside(tmp_path: Path) -> None:
    assert changed(tmp_path, "title: Near CF10 3NP") == {"FP310"}
    assert changed(tmp_path, "title: Near CF10 3NP\nchecks: {ignore: {FP310: a public library}}") == set()
