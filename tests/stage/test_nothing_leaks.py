"""What the gate keeps back is nowhere in what is staged: not in a page, not in a list, not in a file's name."""

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fingerpost.gate import Edition, Outcome, decide
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import Files, answer, archive, guide, page, read, steady, toolkit, welsh
from tests.stage.collection import EVERYWHERE, FILES, body_at, collection, front_at, pieces_at, staged, text_at, where

SITES = [Edition.WEB, Edition.USB, Edition.ZIM]
ALL = [*SITES, Edition.PRINT, Edition.EPUB]
PEOPLE_S = {"made_by": "lived-experience-led"}
LEDGER = "docs/_withdrawn.yml"
QUESTION, ANSWER = "docs/questions/q/index.en.md", "docs/questions/q/answer-1.en.md"
PHRASE = "marigold"


def secret(front: dict[str, Any], body: str = f"The {PHRASE} in the body.\n") -> Files:
    """Return a guide, a kit, a question and a record full of the phrase, and a guide that points at all of them."""
    whole: dict[str, Any] = {
        "title": f"A {PHRASE} title",
        "summary": f"A {PHRASE} summary.",
        "credits": [{"name": f"{PHRASE} Jones", "role": f"{PHRASE} keeper", "as": "named"}],
        **front,
    }
    original = guide(body, **whole)
    kit = toolkit([f"activity-{PHRASE}"], body, **whole)
    part = page({"title": f"{PHRASE} part", "part": "activity"}, body)
    record = archive(body, holding="full", **whole)
    pointing = "\n".join(f"[See](../../{kind}/{PHRASE}/index.en.md#here)" for kind in ("guides", "toolkits", "archive"))
    return {
        f"docs/guides/{PHRASE}/index.en.md": original,
        f"docs/guides/{PHRASE}/index.cy.md": welsh(original, body, title=f"Teitl {PHRASE}"),
        f"docs/guides/{PHRASE}/easy.en.md": page({"title": f"Easy {PHRASE}"}, body),
        f"docs/guides/{PHRASE}/{PHRASE}.png": f"{PHRASE}",
        f"docs/toolkits/{PHRASE}/index.en.md": kit,
        f"docs/toolkits/{PHRASE}/activity-{PHRASE}.en.md": part,
        f"docs/questions/{PHRASE}/index.en.md": guide(body, **whole),
        f"docs/questions/{PHRASE}/answer-1.en.md": answer(body, title=f"{PHRASE} answer"),
        f"docs/archive/{PHRASE}/index.en.md": record,
        "docs/guides/pointing/index.en.md": guide(pointing + "\n", title="Pointing", sources=[PHRASE]),
        "docs/archive/pointing/index.en.md": archive(seen_in=PHRASE, title="Pointing", sources=[PHRASE]),
    }


def withdrawn() -> Iterator[str]:
    for kind in ("guides", "toolkits", "questions", "archive"):
        yield f"- {{id: {kind}/{PHRASE}, on: 2026-11-20, words: {{en: Our own words., cy: Ein geiriau.}}}}"


# Excluded


@pytest.mark.parametrize("edition", ALL)
@pytest.mark.parametrize(
    "front",
    [
        PEOPLE_S,
        {**PEOPLE_S, "consent": {**EVERYWHERE, "review_by": "2026-11-20"}},
        {**PEOPLE_S, "consent": {**EVERYWHERE, "scope": ["translation"]}},
    ],
    ids=["no consent", "consent past its day", "consent to no channel"],
)
def test_what_is_excluded_is_nowhere(front: dict[str, Any], edition: Edition, tmp_path: Path) -> None:
    library = collection(tmp_path / "root", **secret(front))
    assert where(staged(library, edition), PHRASE) == []


@pytest.mark.parametrize("edition", ALL)
def test_the_same_with_consent_is_there(edition: Edition, tmp_path: Path) -> None:
    """The guard above can fail: what people agreed to is found by the same search."""
    library = collection(tmp_path / "root", **secret({**PEOPLE_S, "consent": EVERYWHERE}))
    assert where(staged(library, edition), PHRASE)


@pytest.mark.parametrize(
    ("scope", "shown"),
    [("web", Edition.WEB), ("offline", Edition.USB), ("offline", Edition.EPUB), ("print", Edition.PRINT)],
)
def test_consent_to_one_channel_is_consent_to_no_other(scope: str, shown: Edition, tmp_path: Path) -> None:
    consent = {"reference": "C-1", "scope": [scope]}
    library = collection(tmp_path / "root", **secret({**PEOPLE_S, "consent": consent}))
    for edition in (Edition.WEB, Edition.PRINT, shown):
        tree = staged(library, edition)
        found = where(tree, PHRASE)
        if edition is Edition.PRINT and shown is Edition.WEB:
            # A guide on paper may spell out the address of what the website shows, and nothing more of it.
            assert all("/guides/pointing/" in path for path in found)
            left = [text_at(tree, path).lower().replace(f"/{PHRASE}/", "") for path in found]
            assert not any(PHRASE in text for text in left)
            continue
        assert bool(found) == (edition is shown)


@pytest.mark.parametrize("edition", SITES)
def test_an_answer_that_may_not_be_shown_is_nowhere_and_not_counted(edition: Edition, tmp_path: Path) -> None:
    consent = {**PEOPLE_S, "credits": [{"name": f"{PHRASE} Jones", "as": "named"}]}
    files = {
        "docs/questions/q/answer-3.en.md": answer(f"{PHRASE}\n", title=f"{PHRASE}", **consent),
        "docs/guides/pointing/index.en.md": guide("[See](../../questions/q/answer-3.en.md)\n"),
    }
    tree = staged(collection(tmp_path / "root", **files), edition)
    assert where(tree, PHRASE) == []
    assert "2 answers" in front_at(tree, "en/questions/q/index.md")["fp"]["facts"]


@pytest.mark.parametrize("edition", SITES)
def test_links_to_what_is_excluded_lead_to_a_page_that_says_so(edition: Edition, tmp_path: Path) -> None:
    tree = staged(collection(tmp_path / "root", **secret(PEOPLE_S)), edition)
    body = body_at(tree, "en/guides/pointing/index.md")
    assert body.strip().split("\n") == ["[See](../../not-here.md)"] * 3
    assert front_at(tree, "en/not-here.md")["fp"]["noindex"] is True


# Withdrawn


@pytest.mark.parametrize("edition", ALL)
@pytest.mark.parametrize("still_there", [True, False])
def test_of_what_was_withdrawn_only_that_it_was_is_left(still_there: bool, edition: Edition, tmp_path: Path) -> None:
    files = {path: text for path, text in secret({}).items() if still_there or PHRASE not in path}
    if not still_there:
        files |= {"docs/guides/pointing/index.en.md": guide(), "docs/archive/pointing/index.en.md": archive()}
    library = collection(tmp_path / "root", **files, **{LEDGER: "\n".join(withdrawn())})
    tree = staged(library, edition)
    found = where(tree, PHRASE)
    stones = [
        f"{code}/{kind}/{PHRASE}/index.md"
        for code in ("en", "cy")
        for kind in ("guides", "toolkits", "questions", "archive")
    ]
    # Only the address stays, so that an old link leads to the stone, and links that others wrote to it.
    pointing = [f"{code}/guides/pointing/index.md" for code in ("en", "cy")] if still_there else []
    if edition in (Edition.PRINT, Edition.EPUB):  # no stones stand there
        assert all("/guides/pointing/" in path for path in found)
        assert not any(PHRASE in text_at(tree, path).lower().replace(f"/{PHRASE}/", "") for path in found)
        return
    assert sorted(found) == sorted([*stones, *pointing])
    for stone in stones:
        assert PHRASE not in text_at(tree, stone).lower()
        assert front_at(tree, stone)["fp"]["noindex"] is True
        assert front_at(tree, stone)["template"] == "tombstone.html"
    for path in pointing:
        left = text_at(tree, path).lower().replace(f"/{PHRASE}/index.md", "")
        assert PHRASE not in left


def test_a_stone_says_when_and_the_makers_words_in_the_reader_s_language(tmp_path: Path) -> None:
    library = collection(tmp_path, **{LEDGER: "\n".join(withdrawn())})
    tree = staged(library)
    for code, other, day, other_day, own, theirs in (
        ("en", "cy", "20 November 2026", "20 Tachwedd 2026", "Our own words.", "Ein geiriau."),
        ("cy", "en", "20 Tachwedd 2026", "20 November 2026", "Ein geiriau.", "Our own words."),
    ):
        page = f"{code}/guides/{PHRASE}/index.md"
        body = html.unescape(body_at(tree, page))
        (stone,) = pieces_at(tree, page).values()
        assert [day in body, own in body, theirs in body] == [True, True, False]
        assert stone["lang"] == other
        assert [other_day in stone["body"], theirs in html.unescape(stone["body"])] == [True, True]


def test_a_stone_leads_on_to_what_is_near_and_names_nothing_that_stood_there(tmp_path: Path) -> None:
    ledger = "- {id: guides/gone, on: 2026-11-20}\n- {id: pages/also-gone, on: 2026-11-20}\n"
    tree = staged(collection(tmp_path, **{LEDGER: ledger}))
    stone = body_at(tree, "en/guides/gone/index.md")
    assert [link in stone for link in ("(../index.md)", "(../../topics/index.md)", "(../../index.md)")] == [True] * 3
    page = body_at(tree, "en/also-gone.md")
    assert [link in page for link in ("(topics/index.md)", "(index.md)")] == [True] * 2
    assert front_at(tree, "en/guides/gone/index.md")["fp"]["noindex"]


def test_an_answer_that_was_taken_back_leaves_a_sentence_in_its_place(tmp_path: Path) -> None:
    ledger = '- {id: questions/q/answer-2, on: 2026-11-20, words: {en: "Moved on.", cy: "Symud ymlaen."}}'
    tree = staged(collection(tmp_path, **{LEDGER: ledger, QUESTION: guide("What?\n"), ANSWER: answer("This.\n")}))
    (stone,) = front_at(tree, "cy/questions/q/index.md")["fp"]["taken_back"]
    assert stone["id"] == "answer-2"
    assert "20 Tachwedd 2026" in stone["says"]
    assert stone["says"].endswith("Symud ymlaen.")
    assert "questions/q/answer-2" not in "".join(tree.files)


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [
        ("../gone/index.en.md#part", "](../gone/index.md)"),
        ("../gone/leaf.pdf", "](../gone/index.md)"),
        ("../../questions/q/answer-2.en.md", "](../../questions/q/index.md)"),
        ("../../pages/also-gone.en.md", "](../../also-gone.md)"),
    ],
)
def test_a_link_to_what_was_taken_back_leads_to_the_stone(target: str, leads_to: str, tmp_path: Path) -> None:
    ledger = "".join(
        f"- {{id: {id}, on: 2026-11-20}}\n" for id in ("guides/gone", "pages/also-gone", "questions/q/answer-2")
    )
    files = {LEDGER: ledger, QUESTION: guide("What?\n"), ANSWER: answer("This.\n")}
    tree = staged(collection(tmp_path, **files, **{"docs/guides/x/index.en.md": guide(f"See [there]({target}).\n")}))
    assert f"[there{leads_to}" in body_at(tree, "en/guides/x/index.md")


def test_a_picture_of_what_was_taken_back_leaves_its_words_only(tmp_path: Path) -> None:
    files = {LEDGER: "- {id: guides/gone, on: 2026-11-20}\n"}
    body = "![A leaf](../gone/leaf.png)\n"
    tree = staged(collection(tmp_path, **files, **{"docs/guides/x/index.en.md": guide(body)}))
    assert body_at(tree, "en/guides/x/index.md").strip() == "A leaf"


def test_a_stone_s_words_are_words_and_no_markdown(tmp_path: Path) -> None:
    ledger = '- {id: guides/gone, on: 2026-11-20, words: {en: "<script>x</script> [a](javascript:x)"}}'
    body = body_at(staged(collection(tmp_path, **{LEDGER: ledger})), "en/guides/gone/index.md")
    assert "<script" not in body
    assert "](javascript" not in body


@pytest.mark.parametrize("withdrawal", ["stories/x", "guides", "guides/", "questions/q/answer-9", "../x/y"])
def test_the_ledger_makes_no_page_outside_the_kinds(withdrawal: str, tmp_path: Path) -> None:
    before = set(staged(collection(tmp_path / "before")).files)
    ledger = f"- {{id: {withdrawal}, on: 2026-11-20}}"
    assert set(staged(collection(tmp_path / "after", **{LEDGER: ledger})).files) == before


@pytest.mark.parametrize("slug", ["..", "a b", "A", ".hidden", "x\\y", "con:"])
def test_the_ledger_makes_no_page_that_could_not_have_been(slug: str, tmp_path: Path) -> None:
    before = set(staged(collection(tmp_path / "before")).files)
    ledger = f"- {{id: 'guides/{slug}', on: 2026-11-20}}"
    assert set(staged(collection(tmp_path / "after", **{LEDGER: ledger})).files) == before


def test_a_withdrawn_answer_is_nowhere(tmp_path: Path) -> None:
    ledger = "- {id: questions/q/answer-1, on: 2026-11-20}"
    tree = staged(collection(tmp_path / "root", **{LEDGER: ledger}))
    assert where(tree, "I think so") == []
    assert "1 answer" in front_at(tree, "en/questions/q/index.md")["fp"]["facts"]


# Names that nobody is to read


@pytest.mark.parametrize("edition", ALL)
def test_a_name_that_somebody_chose_not_to_give_is_nowhere(edition: Edition, tmp_path: Path) -> None:
    nameless = [{"name": f"{PHRASE} Jones", "role": "author", "as": "anonymous"}]
    kit = toolkit(["activity-a"], title="Plain kit", credits=nameless)
    translation = welsh(kit, title="Pecyn plaen", by=nameless, reviewed_by=nameless)
    files = {
        "docs/guides/plain/index.en.md": guide("Words.\n", credits=nameless),
        "docs/toolkits/plain/index.en.md": kit,
        "docs/toolkits/plain/index.cy.md": translation,
        "docs/toolkits/plain/activity-a.en.md": page({"title": "A", "part": "activity"}, "Words.\n"),
        "docs/questions/q/answer-3.en.md": answer("Words.\n", credits=nameless),
        "docs/archive/plain/index.en.md": archive(credits=nameless),
    }
    tree = staged(collection(tmp_path / "root", **files), edition)
    assert where(tree, PHRASE) == []
    credits = front_at(tree, "en/toolkits/plain/index.md")["fp"]["credits"]
    assert credits == ["someone who chose not to be named (author)"]


@pytest.mark.parametrize("shown", ["named", "pseudonym", "group"])
def test_a_name_that_somebody_chose_to_give_is_there(shown: str, tmp_path: Path) -> None:
    credits = [{"name": "Chosen Name", "role": "author", "as": shown}]
    tree = staged(collection(tmp_path, **{"docs/guides/plain/index.en.md": guide(credits=credits)}))
    fp = front_at(tree, "en/guides/plain/index.md")["fp"]
    assert fp["credits"] == ["Chosen Name (author)"]
    assert "Chosen Name" in fp["cite"]


@pytest.mark.parametrize("edition", ALL)
def test_the_numbers_of_the_private_register_stay_out(edition: Edition, tmp_path: Path) -> None:
    rights = {"licence": "InC", "permission": f"P-{PHRASE}"}
    consent = {**EVERYWHERE, "reference": f"C-{PHRASE}"}
    files = {
        "docs/guides/plain/index.en.md": guide(rights=rights, consent=consent),
        "docs/toolkits/plain/index.en.md": toolkit([], rights=rights, consent=consent),
        "docs/questions/q/answer-3.en.md": answer("Words.\n", rights=rights, consent=consent),
    }
    tree = staged(collection(tmp_path / "root", **files), edition)
    assert "en/toolkits/plain/index.md" in tree.files
    assert where(tree, PHRASE) == []


# Records


@pytest.mark.parametrize("edition", SITES)
def test_of_what_is_reserved_only_the_record_is_shown(edition: Edition, tmp_path: Path) -> None:
    reserved = {"rights": {"licence": "InC", "holder": "Example Press"}}
    body = f"The {PHRASE} in the body. ![x](picture.png)\n"
    files = {
        "docs/guides/reserved/index.en.md": guide(body, title="Reserved", summary="Our summary.", **reserved),
        "docs/guides/reserved/easy.en.md": page({"title": "Easy"}, body),
        "docs/guides/reserved/picture.png": PHRASE,
        "docs/toolkits/reserved/index.en.md": toolkit(["activity-a"], body, **reserved),
        "docs/toolkits/reserved/activity-a.en.md": page({"title": "Part", "part": "activity"}, body),
    }
    tree = staged(collection(tmp_path / "root", **files), edition)
    assert where(tree, PHRASE) == []
    front = front_at(tree, "en/guides/reserved/index.md")
    assert (front["title"], front["description"]) == ("Reserved", "Our summary.")
    assert [said.split(",")[0] for said in front["fp"]["why_record"]] == [
        "The work is under copyright",
        "We do not know where the work can be had. A library may be able to find it by its title.",
    ]
    assert front["fp"]["take"] == []
    assert front_at(tree, "en/toolkits/reserved/index.md")["fp"]["parts"] == []
    assert "en/toolkits/reserved/activity-a.md" not in tree.files


@pytest.mark.parametrize("edition", SITES)
def test_our_own_words_about_a_reserved_work_are_shown_and_the_work_is_not(edition: Edition, tmp_path: Path) -> None:
    reserved: dict[str, Any] = {"rights": {"licence": "InC"}}
    files = {
        "docs/archive/known/index.en.md": archive("Our own words.\n", title="Known", **reserved),
        "docs/archive/known/the-work.pdf": PHRASE,
        # Where the work is held, the body may be its own words.
        "docs/archive/held/index.en.md": archive(f"{PHRASE}\n", holding="full", title="Held", **reserved),
        "docs/archive/piece/index.en.md": archive(f"{PHRASE}\n", holding="excerpt", title="Piece", **reserved),
    }
    tree = staged(collection(tmp_path / "root", **files), edition)
    assert "Our own words." in body_at(tree, "en/archive/known/index.md")
    assert [front_at(tree, f"en/archive/{name}/index.md")["title"] for name in ("held", "piece")] == ["Held", "Piece"]
    assert where(tree, PHRASE) == []


# Anything at all

CHOICES = st.fixed_dictionaries(
    {
        "made_by": st.sampled_from(["compiled", "co-produced"]),
        "scope": st.one_of(st.none(), st.sets(st.sampled_from(["web", "print", "offline", "translation"]))),
        "until": st.sampled_from([None, "2026-11-20", "2026-11-21"]),
        "licence": st.sampled_from(["CC-BY-4.0", "CC-BY-ND-4.0", "InC"]),
        "permission": st.sampled_from([None, "P-1"]),
        "withdrawn": st.booleans(),
        "kind": st.sampled_from(["guides", "toolkits", "archive", "questions"]),
    }
)


@settings(steady, max_examples=25)
@given(CHOICES)
def test_whatever_the_gate_says_nothing_more_is_staged(tmp_path_factory: pytest.TempPathFactory, choice: Any) -> None:
    folder = tmp_path_factory.mktemp("any")
    consent = (
        {"reference": "C-1", "scope": sorted(choice["scope"]), "review_by": choice["until"]}
        if choice["scope"]
        else None
    )
    front = {
        "title": "English titleword",
        "summary": "English summaryword",
        "made_by": choice["made_by"],
        "rights": {"licence": choice["licence"], "permission": choice["permission"]},
        "consent": consent,
    }
    body = "English bodyword. [File](the-fileword.txt)\n"
    original = archive(body, holding="full", **front) if choice["kind"] == "archive" else guide(body, **front)
    at = f"docs/{choice['kind']}/any"
    files = {
        f"{at}/index.en.md": original,
        f"{at}/index.cy.md": welsh(original, "Cymraeg corffair.\n", title="Cymraeg teitlair", summary="Crynodebair."),
        f"{at}/the-fileword.txt": "fileword",
        "docs/guides/pointing/index.en.md": guide(f"[See](../../{choice['kind']}/any/index.en.md)\n", sources=["any"]),
    }
    ledger = f"- {{id: {choice['kind']}/any, on: 2026-11-20}}" if choice["withdrawn"] else ""
    library = read(folder / "root", {**FILES, **files, LEDGER: ledger})
    resource = library.resources[f"{choice['kind']}/any"]
    for edition in ALL:
        tree = staged(library, edition)
        outcomes = {code: decide(resource, code, edition, today=library.today).outcome for code in ("en", "cy")}
        english = outcomes["en"] in (Outcome.FULL, Outcome.RECORD)
        # Our own words about a work in the archive may always be shown; the work's own files may not.
        shows_body = outcomes["en"] is Outcome.FULL or (english and choice["kind"] == "archive")
        welsh_too = outcomes["cy"] in (Outcome.FULL, Outcome.RECORD)
        allowed = {
            "titleword": english,
            "summaryword": english,
            "bodyword": shows_body,
            "fileword": outcomes["en"] is Outcome.FULL,
            "teitlair": welsh_too,
            "crynodebair": welsh_too,
            "corffair": welsh_too and shows_body,
        }
        found = {word for word in allowed if where(tree, word)}
        assert found <= {word for word, may in allowed.items() if may}, (edition, outcomes)
        if edition is not Edition.PRINT and english:
            assert "titleword" in found
