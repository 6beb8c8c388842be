"""The staged site: the same complete tree in every language, and what stands where a translation is missing."""

import html
from datetime import timedelta
from pathlib import Path

import pytest
from fingerpost.gate import Edition
from fingerpost.library import read_library
from fingerpost.stage import PrintFile, stage_site, write_tree

from tests.helpers import MADE, SITE, entry, guide, page, read, welsh, words
from tests.stage.collection import (
    ACTIVITY,
    ANSWER,
    FILES,
    QUESTION,
    TWO,
    body_at,
    collection,
    front_at,
    items_at,
    pieces_at,
    staged,
    text_at,
    where,
)

EDITIONS = [Edition.WEB, Edition.USB, Edition.ZIM]
ND = {"licence": "CC-BY-ND-4.0"}


def say(language: str, key: str, **values: object) -> str:
    return words()[language](key, **values)


def not_translated() -> str:
    return say("cy", "state-not-translated", here="Cymraeg", there="Saesneg")


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_language_has_the_same_paths(edition: Edition, tmp_path: Path) -> None:
    tree = staged(collection(tmp_path), edition)
    paths = {
        code: {path.removeprefix(f"{code}/") for path in tree.files if path.startswith(f"{code}/")}
        for code in SITE.codes
    }
    assert paths["en"] == paths["cy"]
    assert sum(len(found) for found in paths.values()) == len(tree.files)
    for expected in (
        "index.md",
        "search.md",
        "reading.md",
        "not-here.md",
        "about.md",
        "guides/index.md",
        "guides/one/index.md",
        "guides/one/easy.md",
        "guides/one/picture.png",
        "toolkits/kit/activity-a.md",
        "questions/q/index.md",
        "topics/index.md",
        "topics/wellbeing.md",
        "ways/start.md",
    ):
        assert expected in paths["en"]


@pytest.mark.parametrize("edition", [*EDITIONS, Edition.PRINT])
def test_staging_twice_changes_nothing(edition: Edition, tmp_path: Path) -> None:
    library = collection(tmp_path / "root")
    assert write_tree(staged(library, edition), tmp_path / "stage") > 0
    assert write_tree(staged(library, edition), tmp_path / "stage") == 0
    again = collection(tmp_path / "root")
    assert write_tree(staged(again, edition), tmp_path / "stage") == 0


def test_what_is_no_longer_there_goes_from_the_stage(tmp_path: Path) -> None:
    library = collection(tmp_path / "root", **{"docs/guides/brief/index.en.md": guide("Brief words.\n")})
    write_tree(staged(library), tmp_path / "stage")
    assert (tmp_path / "stage/cy/guides/brief/index.md").is_file()
    (tmp_path / "root/docs/guides/brief/index.en.md").unlink()
    (tmp_path / "root/docs/guides/brief").rmdir()
    assert write_tree(staged(collection(tmp_path / "root")), tmp_path / "stage") > 0
    assert not (tmp_path / "stage/cy/guides/brief").exists()


def test_an_edition_without_pages_is_not_staged_as_a_site(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="epub"):
        stage_site(collection(tmp_path), Edition.EPUB, words(), {})


# Where there is no translation


def test_a_missing_translation_is_said_and_the_original_stands_in_its_language(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path))
    fp = front_at(tree, "cy/guides/two/index.md")["fp"]
    assert fp["states"] == [not_translated()]
    assert fp["lang"] == "en"
    assert body_at(tree, "cy/guides/two/index.md").strip() == "Only in English."
    assert front_at(tree, "en/guides/two/index.md")["fp"]["states"] == []
    assert front_at(tree, "en/guides/two/index.md")["fp"]["lang"] == ""


def test_in_a_listing_a_title_says_its_language(tmp_path: Path) -> None:
    items = items_at(staged(collection(tmp_path)), "cy/guides/index.md")
    said = [(item["title"], item["url"], item.get("lang", "")) for item in items]
    assert ("Guide two", "two/index.html", "en") in said
    assert ("Canllaw un", "one/index.html", "") in said


def test_a_part_that_is_not_translated_is_said_in_a_toolkit_that_is(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path))
    front = front_at(tree, "cy/toolkits/kit/notes-b.md")
    assert front["fp"]["states"] == [not_translated()]
    assert front["fp"]["lang"] == "en"
    assert body_at(tree, "cy/toolkits/kit/notes-b.md").strip() == "Only in English too."
    assert front_at(tree, "cy/toolkits/kit/activity-a.md")["title"] == "Gweithgaredd"
    assert "Gwnewch hyn." in body_at(tree, "cy/toolkits/kit/activity-a.md")
    listed = front_at(tree, "cy/toolkits/kit/index.md")["fp"]["parts"]
    assert [(part["title"], part["lang"]) for part in listed] == [("Notes", "en"), ("Gweithgaredd", "")]


def test_an_answer_that_is_not_translated_says_its_language(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path))
    answer = pieces_at(tree, "cy/questions/q/index.md")["answer-1"]
    assert (answer["title"], answer["body"], answer["lang"]) == ("Yes", "I think so.", "en")
    assert pieces_at(tree, "en/questions/q/index.md")["answer-1"]["lang"] == ""


def test_an_answer_in_a_translated_question_says_that_it_is_not_translated(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path, **{"docs/questions/q/index.cy.md": welsh(QUESTION)}))
    assert pieces_at(tree, "cy/questions/q/index.md")["answer-1"]["before"] == [not_translated()]


def test_a_home_page_that_is_not_translated_says_its_language(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path))
    for code, language in (("cy", "en"), ("en", "")):
        assert body_at(tree, f"{code}/index.md").strip() == "Take what helps."
        assert front_at(tree, f"{code}/index.md")["fp"]["lang"] == language


# What is said of a translation


@pytest.mark.parametrize("place", ["resource", "part", "answer", "easy"])
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"status": "draft"}, ["state-draft"]),
        ({"status": "draft", "machine": True}, ["state-machine"]),
        ({"status": "reviewed"}, []),
        ({"status": "reviewed", "source": "00000000"}, ["state-stale"]),
        ({"status": "draft", "source": "00000000"}, ["state-draft", "state-stale"]),
    ],
)
def test_everything_with_words_in_it_says_how_far_its_translation_is(
    place: str, changes: dict[str, object], said: list[str], tmp_path: Path
) -> None:
    easy = page({"title": "Easy"}, "Short.\n")
    files, staged_page = {
        "resource": ({"docs/guides/two/index.cy.md": welsh(TWO, **changes)}, "cy/guides/two/index.md"),
        "part": ({"docs/toolkits/kit/activity-a.cy.md": welsh(ACTIVITY, **changes)}, "cy/toolkits/kit/activity-a.md"),
        "answer": (
            {
                "docs/questions/q/index.cy.md": welsh(QUESTION),
                "docs/questions/q/answer-1.cy.md": welsh(ANSWER, **changes),
            },
            "cy/questions/q/index.md",
        ),
        "easy": (
            {"docs/guides/one/easy.en.md": easy, "docs/guides/one/easy.cy.md": welsh(easy, **changes)},
            "cy/guides/one/easy.md",
        ),
    }[place]
    tree = staged(collection(tmp_path, **files))
    whole = html.unescape(text_at(tree, staged_page))
    states = {key: say("cy", key) for key in ("state-draft", "state-machine", "state-stale")}
    assert [key for key, sentence in states.items() if sentence in whole] == [key for key in states if key in said]


def test_a_record_and_old_facts_are_said(tmp_path: Path) -> None:
    old = MADE.date() - timedelta(400)
    contact = {"link": "https://example.org/", "checked": old, "where": ["wales"], "offers": ["training"]}
    due = guide(review_by=MADE.date() - timedelta(1))
    library = collection(
        tmp_path,
        **{
            "docs/directory/group/index.en.md": page(entry(**contact), "Words.\n"),
            "docs/directory/new/index.en.md": page(
                entry(**{**contact, "checked": MADE.date() - timedelta(364)}), "W\n"
            ),
            "docs/guides/due/index.en.md": due,
        },
    )
    tree = staged(library)
    assert front_at(tree, "en/archive/record/index.md")["fp"]["states"] == [say("en", "state-record")]
    assert front_at(tree, "en/directory/group/index.md")["fp"]["states"] == [
        say("en", "state-unconfirmed", month=words()["en"].month(old))
    ]
    assert front_at(tree, "en/directory/new/index.md")["fp"]["states"] == []
    assert front_at(tree, "en/guides/due/index.md")["fp"]["states"] == [
        say("en", "state-review-due", day="20 November 2026")
    ]


# A translation that must not be shown


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("why", ["licence", "consent"])
def test_a_translation_that_may_not_be_shown_counts_as_not_made(why: str, edition: Edition, tmp_path: Path) -> None:
    consent = {"reference": "C-1", "scope": ["web", "print", "offline"]}
    changes = {"rights": ND} if why == "licence" else {"made_by": "co-produced", "consent": consent}
    original = guide("Unchanged words.\n", title="Unchanged", **changes)
    translation = welsh(original, "Geiriau cwbl gudd.\n", title="Teitl cudd", summary="Crynodeb cudd.")
    files = {"docs/guides/nd/index.en.md": original, "docs/guides/nd/index.cy.md": translation}
    tree = staged(collection(tmp_path / "root", **files), edition)
    assert body_at(tree, "cy/guides/nd/index.md").strip() == "Unchanged words."
    front = front_at(tree, "cy/guides/nd/index.md")
    assert front["fp"]["lang"] == "en"
    assert front["title"] == "Unchanged"
    assert front["fp"]["states"] == [not_translated()]
    assert where(tree, "cudd") == []
    # And nobody is told that it can be read in Welsh.
    assert "Cymraeg" not in front["fp"]["facts_line"]
    assert "Cymraeg" in front_at(tree, "cy/guides/one/index.md")["fp"]["facts_line"]


# Lists, facts, what stands around


def test_lists_are_sorted_as_their_language_sorts(tmp_path: Path) -> None:
    titles = {"a": "Llaw", "b": "Lôn", "c": "Dŵr", "d": "Ddoe", "e": "Cwm", "f": "Chwarae"}
    original = guide("W\n", topics=["pay"], title="X")
    files: dict[str, str | bytes] = {}
    for name, title in titles.items():
        files[f"docs/guides/{name}/index.en.md"] = original
        files[f"docs/guides/{name}/index.cy.md"] = welsh(original, title=title)
    items = items_at(staged(collection(tmp_path, **files)), "cy/topics/pay.md")
    assert [item["title"] for item in items] == ["Cwm", "Chwarae", "Dŵr", "Ddoe", "Lôn", "Llaw"]


def test_a_topic_that_nothing_has_gets_no_page(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path))
    assert "en/topics/pay.md" not in tree.files
    assert [(item["title"], item["url"]) for item in items_at(tree, "en/topics/index.md")] == [
        ("Wellbeing", "wellbeing.html")
    ]


def test_content_notes_are_said_with_what_a_reader_will_meet(tmp_path: Path) -> None:
    noted = guide(content_notes=["coercion"], title="Noted")
    tree = staged(collection(tmp_path, **{"docs/guides/noted/index.en.md": noted}))
    assert front_at(tree, "en/guides/noted/index.md")["fp"]["notes"] == [
        {"id": "coercion", "label": "Coercion", "says": "Tells of coercion."}
    ]
    assert front_at(tree, "cy/guides/noted/index.md")["fp"]["notes"][0]["label"] == "Gorfodaeth"
    noted_item = next(item for item in items_at(tree, "cy/guides/index.md") if item["title"] == "Noted")
    assert noted_item["notes"] == [{"id": "coercion", "label": "Gorfodaeth"}]


def test_the_facts_of_a_toolkit_and_a_record(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path))
    facts = front_at(tree, "en/toolkits/kit/index.md")["fp"]["facts"]
    assert facts[-3:] == ["2 parts", "2 hours 30 minutes", "3 to 9 people"]
    card = {row["label"]: row["value"] for row in front_at(tree, "en/archive/record/index.md")["fp"]["card"]}
    assert card["Title as published"] == "As published"
    assert card["Date"] == "about 1986"
    assert "Published by" not in card


def test_answers_take_turns_to_stand_first(tmp_path: Path) -> None:
    collection(tmp_path)
    first = []
    for month in (1, 2, 3):
        tree = staged(read_library(tmp_path, SITE, MADE.replace(month=month)))
        first.append(next(iter(pieces_at(tree, "en/questions/q/index.md"))))
    assert first in (["answer-1", "answer-2", "answer-1"], ["answer-2", "answer-1", "answer-2"])


def test_a_question_without_answers_has_none_to_show(tmp_path: Path) -> None:
    library = collection(tmp_path, **{"docs/questions/empty/index.en.md": guide(title="Empty?")})
    assert pieces_at(staged(library), "en/questions/empty/index.md") == {}


def test_pdfs_are_offered_in_the_reader_s_language_first(tmp_path: Path) -> None:
    prints = {
        ("toolkits/kit", code): tuple(
            PrintFile(f"print/{code}/kit.{variant}.pdf", 4, 51_700, variant) for variant in ("a4", "large")
        )
        for code in SITE.codes
    }
    tree = staged(collection(tmp_path), prints=prints)
    taken = front_at(tree, "cy/toolkits/kit/index.md")["fp"]["take"]
    assert [(one["hreflang"], one["url"]) for one in taken] == [
        ("cy", "../../../print/cy/kit.a4.pdf"),
        ("cy", "../../../print/cy/kit.large.pdf"),
        ("en", "../../../print/en/kit.a4.pdf"),
        ("en", "../../../print/en/kit.large.pdf"),
    ]
    assert [one["title"] for one in taken] == [
        "Argraffu, A4",
        "Print bras",
        "Argraffu yn Saesneg, A4",
        "Print bras: Saesneg",
    ]
    assert front_at(tree, "en/toolkits/kit/index.md")["fp"]["take"][0]["url"] == "../../print/en/kit.a4.pdf"
    assert taken[0]["detail"] == "PDF, 4 tudalen, 52 KB"


def test_the_newest_stand_on_the_home_page(tmp_path: Path) -> None:
    old = guide(title="An old one", published=MADE.date() - timedelta(900))
    files = {f"docs/guides/more-{number}/index.en.md": guide(title=f"More {number}") for number in range(6)}
    tree = staged(collection(tmp_path, **files, **{"docs/guides/old/index.en.md": old}))
    titles = [item["title"] for item in front_at(tree, "en/index.md")["fp"]["newest"]]
    assert "An old one" not in titles
    assert len(titles) == 6
    assert "The kit" in titles  # the kinds take turns, so that six new guides don't hide a new toolkit
    assert "A record" in titles


@pytest.mark.parametrize("name", ["index", "search", "reading", "not-here"])
def test_a_plain_page_never_takes_the_place_of_one_of_ours(name: str, tmp_path: Path) -> None:
    ours = text_at(staged(collection(tmp_path / "without")), f"en/{name}.md")
    files = {f"docs/pages/{name}.en.md": page({"title": "Mine"}, "Mine.\n")}
    library = read(tmp_path / "with", {**FILES, **files})  # reading may refuse the name; staging has to stand without
    assert text_at(staged(library), f"en/{name}.md") == ours


def test_a_page_that_is_part_of_another_says_so_and_stays_out_of_the_foot(tmp_path: Path) -> None:
    library = read(
        tmp_path,
        {
            "docs/pages/about.en.md": page({"title": "About"}, "Words.\n"),
            "docs/pages/more.en.md": page({"title": "More", "part_of": "about"}, "Words.\n"),
            "docs/pages/lost.en.md": page({"title": "Lost", "part_of": "nothing"}, "Words.\n"),
        },
    )
    tree = staged(library, Edition.WEB)
    inner = front_at(tree, "cy/more.md")["fp"]
    assert inner["inner"] is True
    assert [crumb["url"] for crumb in inner["crumbs"]] == ["index.html", "about.html"]
    assert inner["crumbs"][1] == {"title": "About", "url": "about.html", "lang": "en"}
    for path in ("en/about.md", "en/lost.md"):
        assert "inner" not in front_at(tree, path)["fp"]
