"""The catalogue: what each resource is, as far as the web edition lets it be known."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fingerpost.catalogue import as_csv, as_json, entries_of, write_catalogue
from fingerpost.gate import Edition
from fingerpost.library import Library
from fingerpost.stage import stage_site

from tests.heads import sitemap_of
from tests.helpers import SITE, answer, archive, everything, guide, page, read, toolkit, welsh, words

ONE = guide("Words.\n", title="Guide one", summary="About one.", stages=["early"], sources=["record"])
FILES: dict[str, str | bytes] = {
    "docs/guides/one/index.en.md": ONE,
    "docs/guides/one/index.cy.md": welsh(ONE, title="Canllaw un", summary="Am un.", status="draft"),
    "docs/guides/two/index.en.md": guide(title="Guide two"),
    "docs/archive/record/index.en.md": archive(rights={"licence": "InC", "holder": "Example Press"}),
    "docs/toolkits/kit/index.en.md": toolkit([]),
    "docs/questions/q/index.en.md": guide(title="Q?"),
    "docs/questions/q/answer-1.en.md": answer("Yes.\n"),
    "docs/pages/about.en.md": page({"title": "About"}),
}


def catalogue(library: Library) -> dict[str, dict[str, Any]]:
    data = json.loads(as_json(entries_of(library)))
    assert list(data) == ["resources"]
    ids = [row["id"] for row in data["resources"]]
    assert ids == sorted(set(ids))
    return {row["id"]: row for row in data["resources"]}


def written(library: Library, target: Path) -> int:
    """Write the catalogue as a build of the web edition does."""
    target.mkdir(exist_ok=True)
    return write_catalogue(library, words(), stage_site(library, Edition.WEB, words(), {}).public, target)


def rows(library: Library) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv(entries_of(library), SITE.codes), newline="")))


def test_a_resource_is_said_as_the_catalogue_promises(tmp_path: Path) -> None:
    found = catalogue(read(tmp_path, FILES))
    assert found["guides/one"] == {
        "id": "guides/one",
        "kind": "guide",
        "topics": ["wellbeing"],
        "stages": ["early"],
        "audiences": [],
        "content_notes": [],
        "made_by": "compiled",
        "credits": [{"name": "Example Group", "role": "compiler", "as": "group"}],
        "sources": ["record"],
        "published": "2026-11-21",
        "reviewed": None,
        "review_by": None,
        "licence": "CC-BY-SA-4.0",
        "holder": "Example Group",
        "shown": "full",
        "original": "en",
        "languages": {
            "cy": {
                "title": "Canllaw un",
                "summary": "Am un.",
                "url": "https://fingerpost.example/cy/guides/one/",
                "status": "draft",
                "stale": False,
                "translators": [],
                "readers": [{"name": None, "role": None, "as": "anonymous"}],
            },
            "en": {
                "title": "Guide one",
                "summary": "About one.",
                "url": "https://fingerpost.example/guides/one/",
                "status": "original",
                "stale": False,
                "translators": [],
                "readers": [],
            },
        },
    }


def test_every_listed_resource_is_there_and_nothing_else(tmp_path: Path) -> None:
    found = catalogue(read(tmp_path, FILES))
    assert sorted(found) == ["archive/record", "guides/one", "guides/two", "questions/q", "toolkits/kit"]
    assert found["archive/record"]["shown"] == "record"
    assert list(found["guides/two"]["languages"]) == ["en"]


def test_a_stale_translation_is_marked(tmp_path: Path) -> None:
    changed = {**FILES, "docs/guides/one/index.cy.md": welsh(ONE, source="00000000")}
    languages = catalogue(read(tmp_path, changed))["guides/one"]["languages"]
    assert (languages["cy"]["stale"], languages["en"]["stale"]) == (True, False)
    assert languages["cy"]["status"] == "reviewed"


NOT_SHOWN: dict[str, dict[str, str | bytes]] = {
    "no consent": {"docs/guides/gone/index.en.md": guide(title="Gone", made_by="co-produced")},
    "consent past its day": {
        "docs/guides/gone/index.en.md": guide(
            title="Gone",
            made_by="co-produced",
            consent={"reference": "C-1", "scope": ["web"], "review_by": "2026-11-20"},
        )
    },
    "consent to print alone": {
        "docs/guides/gone/index.en.md": guide(
            title="Gone", made_by="co-produced", consent={"reference": "C-1", "scope": ["print"]}
        )
    },
    "withdrawn": {
        "docs/guides/gone/index.en.md": guide(title="Gone"),
        "docs/_withdrawn.yml": "- {id: guides/gone, on: 2026-11-20}\n",
    },
}


@pytest.mark.parametrize("why", NOT_SHOWN)
def test_what_the_web_may_not_show_is_in_no_export(why: str, tmp_path: Path) -> None:
    library = read(tmp_path / "root", {**FILES, **NOT_SHOWN[why]})
    assert "guides/gone" in library.resources
    assert written(library, tmp_path / "out") == 5
    for name, content in everything(tmp_path / "out"):
        # The page that says that it was taken back is in no list either.
        assert b"gone" not in content.lower(), name


@pytest.mark.parametrize("why", NOT_SHOWN)
def test_what_the_web_may_not_show_is_no_source_either(why: str, tmp_path: Path) -> None:
    hidden = {path.replace("guides", "archive"): text for path, text in NOT_SHOWN[why].items()}
    if "docs/_withdrawn.yml" in hidden:
        hidden = {**hidden, "docs/_withdrawn.yml": "- {id: archive/gone, on: 2026-11-20}\n"}
    front = next(text for path, text in hidden.items() if path.endswith("index.en.md"))
    work = "work:\n  title: Gone\n  type: book\n  languages: [en]\n  holding: full\n"
    work += "  confirmed: {in: gone, on: 2026-11-20}\n"
    assert isinstance(front, str)
    hidden["docs/archive/gone/index.en.md"] = front.replace("published:", work + "published:")
    library = read(tmp_path, {**FILES, **hidden, "docs/guides/from/index.en.md": guide(sources=["gone", "record"])})
    assert not library.faults
    assert catalogue(library)["guides/from"]["sources"] == ["record"]


def test_a_translation_that_may_not_be_shown_is_not_named(tmp_path: Path) -> None:
    original = guide(rights={"licence": "CC-BY-ND-4.0"})
    files = {"docs/guides/nd/index.en.md": original, "docs/guides/nd/index.cy.md": welsh(original)}
    assert list(catalogue(read(tmp_path, files))["guides/nd"]["languages"]) == ["en"]


def test_a_name_that_was_not_to_be_given_is_not(tmp_path: Path) -> None:
    credits = [
        {"name": "Secret Jones", "role": "author", "as": "anonymous"},
        {"name": "Chosen Name", "role": "author", "as": "pseudonym"},
    ]
    library = read(tmp_path / "root", {**FILES, "docs/guides/two/index.en.md": guide(credits=credits)})
    assert catalogue(library)["guides/two"]["credits"] == [
        {"name": None, "role": "author", "as": "anonymous"},
        {"name": "Chosen Name", "role": "author", "as": "pseudonym"},
    ]
    written(library, tmp_path / "out")
    for _, content in everything(tmp_path / "out"):
        assert b"Secret" not in content
    assert "Chosen Name" in (tmp_path / "out" / "catalogue.csv").read_text("utf-8")


def test_the_numbers_of_the_private_register_stay_out(tmp_path: Path) -> None:
    consent = {"reference": "C-4711", "scope": ["web"]}
    rights = {"licence": "InC", "permission": "P-4711"}
    library = read(tmp_path / "root", {"docs/guides/one/index.en.md": guide(consent=consent, rights=rights)})
    assert written(library, tmp_path / "out") == 1
    for _, content in everything(tmp_path / "out"):
        assert b"4711" not in content


# CSV


def test_the_table_has_one_row_a_resource(tmp_path: Path) -> None:
    library = read(tmp_path, FILES)
    table = rows(library)
    assert [row["id"] for row in table] == list(catalogue(library))
    one = next(row for row in table if row["id"] == "guides/one")
    assert (one["title_en"], one["title_cy"], one["status_cy"]) == ("Guide one", "Canllaw un", "draft")
    assert one["url_cy"] == "https://fingerpost.example/cy/guides/one/"
    two = next(row for row in table if row["id"] == "guides/two")
    assert (two["title_cy"], two["status_cy"], two["reviewed"]) == ("", "", "")


def test_a_cell_holds_commas_quotation_marks_and_several_terms(tmp_path: Path) -> None:
    front = guide(title='Say "yes", or "no"', topics=["wellbeing", "pay"])
    (row,) = rows(read(tmp_path, {"docs/guides/one/index.en.md": front}))
    assert row["title_en"] == 'Say "yes", or "no"'
    assert row["topics"] == "wellbeing; pay"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "=1+1|", "＝", "＋", "－", "＠"])
def test_a_cell_is_never_a_formula(start: str, tmp_path: Path) -> None:
    """OWASP, CSV injection; East Asian spreadsheets take the wide signs too."""
    text = f'{start}HYPERLINK("https://example.org/","x")'
    front = guide(
        title=text,
        summary=text,
        credits=[{"name": text, "as": "named"}],
        rights={"licence": "CC0-1.0", "holder": text},
    )
    library = read(tmp_path, {"docs/guides/one/index.en.md": front})
    (row,) = rows(library)
    assert {row["title_en"], row["summary_en"], row["credits"], row["holder"]} == {f"'{text}"}
    assert not any(cell.startswith(tuple("=+-@＝＋－＠\t\r\n")) for cell in row.values())
    # Only the table is for spreadsheets: elsewhere the words are as they were written.
    assert catalogue(library)["guides/one"]["languages"]["en"]["title"] == text


# Sitemap


def addresses(library: Library, target: Path) -> dict[str, dict[str, str]]:
    """Return the sitemap: each address with its alternates by language."""
    written(library, target)
    return {address: others for address, (_, others) in sitemap_of(target).items()}


def test_alternates_stand_only_where_there_is_a_text(tmp_path: Path) -> None:
    found = addresses(read(tmp_path / "root", FILES), tmp_path / "out")
    base = "https://fingerpost.example/"
    both = {"en": f"{base}guides/one/", "cy": f"{base}cy/guides/one/"}
    assert found[both["en"]] == found[both["cy"]] == both
    assert found[f"{base}guides/two/"] == {}
    assert f"{base}cy/guides/two/" not in found
    assert found[base] == {"en": base, "cy": f"{base}cy/", "x-default": base}
    assert found[f"{base}about.html"] == {}
    assert found[f"{base}topics/wellbeing.html"].keys() == {"en", "cy"}
    assert not {address for address in found if "search" in address or "not-here" in address}


def test_an_address_is_written_as_xml_asks(tmp_path: Path) -> None:
    library = read(tmp_path / "root", FILES)
    library = replace(library, site=replace(SITE, url="https://fingerpost.example/a&b/"))
    assert "https://fingerpost.example/a&b/guides/one/" in addresses(library, tmp_path / "out")


def test_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    found = []
    for name in ("one", "other"):
        written(read(tmp_path / "root", FILES), tmp_path / name)
        found.append(dict(everything(tmp_path / name)))
    assert found[0] == found[1]
    feeds = {"feed.xml", "feed.json", "cy/feed.xml", "cy/feed.json"}
    assert set(found[0]) == {"catalogue.json", "catalogue.csv", "sitemap.xml", *feeds}


def test_the_notes_of_an_answer_that_is_kept_back_are_not_the_question_s(tmp_path: Path) -> None:
    noted = {"content_notes": ["coercion"]}
    files = {**FILES, "docs/questions/q/answer-2.en.md": answer("No.\n", made_by="co-produced", **noted)}
    assert catalogue(read(tmp_path / "kept", files))["questions/q"]["content_notes"] == []
    files["docs/questions/q/answer-2.en.md"] = answer("No.\n", **noted)
    assert catalogue(read(tmp_path / "shown", files))["questions/q"]["content_notes"] == ["coercion"]
