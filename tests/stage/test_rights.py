"""What readers are told of rights: in words, whom to credit and how, and why there is only a record."""

from pathlib import Path
from typing import Any

import pytest
from fingerpost.gate import Edition, every_credit, public_holder
from fingerpost.library.schema import Credit, Rights

from tests.helpers import MADE, archive, entry, guide, page, read, toolkit, welsh, words
from tests.stage.collection import collection, front_at, staged, text_at

BY = {"licence": "CC-BY-4.0", "holder": "Example Group"}
ADDRESS = "https://fingerpost.example/guides/one/"


def said(
    root: Path, path: str = "en/guides/one/index.md", edition: Edition = Edition.WEB, **files: Any
) -> dict[str, Any]:
    tree = staged(collection(root, **files), edition)
    fp: dict[str, Any] = front_at(tree, path)["fp"]
    return fp


def guide_only(root: Path, language: str = "en", **changes: Any) -> dict[str, Any]:
    library = read(root, {"docs/guides/one/index.en.md": guide("Words.\n", title="One way", **changes)})
    assert not library.faults
    fp: dict[str, Any] = front_at(staged(library), f"{language}/guides/one/index.md")["fp"]
    return fp


def test_the_line_to_copy_has_title_author_source_and_licence(tmp_path: Path) -> None:
    assert guide_only(tmp_path, rights=BY)["attribution"] == (
        "“One way” by Example Group, licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). "
        f"Source: {ADDRESS}"
    )


def test_who_holds_the_rights_is_named_where_it_is_somebody_else(tmp_path: Path) -> None:
    line = guide_only(tmp_path, rights={"licence": "CC-BY-NC-SA-4.0", "holder": "Example Press"})["attribution"]
    assert "by Example Group, © Example Press, licensed under CC BY-NC-SA 4.0" in line


@pytest.mark.parametrize(
    ("credits", "names"),
    [
        ([{"as": "anonymous"}], "someone who chose not to be named"),
        ([{"as": "anonymous"}, {"name": "Robin", "as": "pseudonym"}], "Robin, someone who chose not to be named"),
        ([{"as": "anonymous"}, {"as": "anonymous"}], "2 people who chose not to be named"),
        ([{"name": "Robin", "as": "named"}, {"name": "Robin", "as": "named", "role": "editor"}], "Robin"),
    ],
)
def test_people_are_credited_as_they_chose(credits: list[dict[str, str]], names: str, tmp_path: Path) -> None:
    fp = guide_only(tmp_path, credits=credits, rights={"licence": "CC-BY-4.0"})
    assert fp["attribution"].startswith(f"“One way” by {names}, licensed under")
    unnamed = any(credit["as"] == "anonymous" for credit in credits)
    assert bool(fp["unnamed"]) == unnamed


@pytest.mark.parametrize("licence", ["CC0-1.0", "PDM-1.0"])
def test_where_no_credit_is_asked_for_that_is_said(licence: str, tmp_path: Path) -> None:
    fp = guide_only(tmp_path, rights={"licence": licence})
    assert fp["attribution"] == ""
    assert fp["uncredited"] == "You do not have to say who made it."
    assert fp["licence"]["address"].startswith("https://creativecommons.org/publicdomain/")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Contains public sector information licensed under the Open Government Licence v3.0 ("),
        (
            "cy",
            "Yn cynnwys gwybodaeth sector cyhoeddus a drwyddedwyd dan y drwydded hon: Trwydded Llywodraeth Agored v3.0 "
            "(",
        ),
    ],
)
def test_the_open_government_licence_is_credited_in_its_own_sentence(language: str, line: str, tmp_path: Path) -> None:
    fp = guide_only(tmp_path, language, rights={"licence": "OGL-UK-3.0"})
    assert fp["attribution"].startswith(line)
    assert fp["licence"]["address"].endswith("/open-government-licence/version/3/")


def test_an_older_licence_is_linked_as_it_is(tmp_path: Path) -> None:
    assert guide_only(tmp_path, rights={"licence": "OGL-UK-2.0"})["licence"]["address"].endswith("/version/2/")


STATEMENTS = ["InC", "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU", "UND", "CNE", "NKC"]
STATEMENTS += ["NoC-CR", "NoC-NC", "NoC-OKLR", "NoC-US"]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_rights_statement_says_what_it_means_and_leads_to_its_text(statement: str, tmp_path: Path) -> None:
    for language in ("en", "cy"):
        fp = guide_only(tmp_path, language, rights={"licence": statement})
        assert fp["licence"]["address"] == f"https://rightsstatements.org/vocab/{statement}/1.0/"
        assert fp["licence"]["says"] == words()[language](f"licence-{statement}")
        assert fp["licence"]["name"] == words()[language](f"licence-name-{statement}")
        assert fp["attribution"] == ""


def test_what_is_shown_by_permission_says_so(tmp_path: Path) -> None:
    fp = guide_only(tmp_path, rights={"licence": "InC", "permission": "P-0001"})
    assert fp["licence"]["more"].startswith("The work is shown here with permission.")
    assert guide_only(tmp_path, rights=BY)["licence"]["more"] == ""


def test_a_translation_is_credited_as_one(tmp_path: Path) -> None:
    original = guide("Words.\n", title="One way", rights=BY)
    by = [{"name": "Robin", "as": "pseudonym"}, {"as": "anonymous"}]
    readers = [{"name": "Reading Group", "as": "group"}]
    files = {
        "docs/guides/one/index.en.md": original,
        "docs/guides/one/index.cy.md": welsh(original, title="Un ffordd", by=by, reviewed_by=readers),
    }
    tree = staged(read(tmp_path, files))
    fp = front_at(tree, "cy/guides/one/index.md")["fp"]
    assert fp["attribution"].startswith(
        "“Un ffordd” gan Example Group, cyfieithiad gan Robin, rywun a ddewisodd aros yn ddienw "
        "(iaith y gwreiddiol: Saesneg), dan y drwydded CC BY 4.0 ("
    )
    assert fp["translated"] == [
        "Cyfieithwyd gan: Robin, rhywun a ddewisodd aros yn ddienw. Iaith y gwreiddiol: Saesneg.",
        "Darllenwyd y cyfieithiad gan: Reading Group.",
    ]
    assert front_at(tree, "en/guides/one/index.md")["fp"]["translated"] == []


@pytest.mark.parametrize(
    ("path", "begins"),
    [
        ("en/toolkits/kit/activity-a.md", "“Activity”, part of “The kit” by Example Group, licensed"),
        ("cy/toolkits/kit/activity-a.md", "“Gweithgaredd”, rhan o “Y pecyn” gan Example Group, cyfieithiad ("),
        ("en/guides/one/easy.md", "“One, easy (Easy Read)” by Example Group, licensed"),
    ],
)
def test_a_part_and_an_easy_read_page_say_whose_they_are(path: str, begins: str, tmp_path: Path) -> None:
    fp = said(tmp_path, path)
    assert fp["attribution"].startswith(begins)
    assert fp["credits"]
    assert fp["licence"]["says"]
    assert path.split("/", 1)[1].removesuffix(".md") in fp["cite"]


def test_a_part_is_cited_with_what_it_is_a_part_of(tmp_path: Path) -> None:
    cite = said(tmp_path, "en/toolkits/kit/activity-a.md")["cite"]
    assert cite.startswith("Example Group (2026). Activity. The kit. Fingerpost. https://")


def test_paper_says_the_same(tmp_path: Path) -> None:
    fp = said(tmp_path, "cy/toolkits/kit/index.md", Edition.PRINT)
    assert fp["attribution"].startswith("“Y pecyn” gan Example Group, cyfieithiad (")
    assert "Y pecyn" in fp["cite"]
    assert fp["contact"] == []


# Records


def record(root: Path, rights: dict[str, str], **work: Any) -> dict[str, Any]:
    text = archive("Our words.\n", title="Our title", rights=rights)
    for key, value in work.items():
        text = text.replace("work:\n", f"work:\n  {key}: {value}\n")
    library = read(root, {"docs/archive/a-record/index.en.md": text})
    assert not library.faults, library.faults
    fp: dict[str, Any] = front_at(staged(library), "en/archive/a-record/index.md")["fp"]
    return fp


def test_a_record_says_why_it_is_one_and_where_the_work_can_be_had(tmp_path: Path) -> None:
    fp = record(tmp_path, {"licence": "InC"}, where="{url: 'https://example.org/work', access: library}")
    assert len(fp["why_record"]) == 1
    assert fp["why_record"][0].startswith("The work is under copyright")
    shown = {row["label"]: row["value"] for row in fp["card"]}
    assert (shown["How to get it"], shown["Web address"]) == ("In libraries", "https://example.org/work")


def test_a_record_says_when_nobody_knows_where_the_work_is(tmp_path: Path) -> None:
    fp = record(tmp_path, {"licence": "InC"})
    assert fp["why_record"][1].startswith("We do not know where the work can be had.")
    assert {"label": "How to get it", "value": "Not known to us"} in fp["card"]


def test_an_address_is_not_called_unknown(tmp_path: Path) -> None:
    fp = record(tmp_path, {"licence": "InC"}, identifiers="{doi: 10.1000/182}")
    shown = {row["label"]: row["value"] for row in fp["card"]}
    assert "How to get it" not in shown
    assert shown["DOI"] == "https://doi.org/10.1000/182"
    assert len(fp["why_record"]) == 1


def test_an_open_work_that_is_not_kept_here_is_credited_itself(tmp_path: Path) -> None:
    fp = record(tmp_path, BY, creators="[Robin Example]", where="{url: 'https://example.org/work'}")
    assert fp["why_record"] == ["We describe the work here. The work itself is not kept here."]
    assert fp["attribution"] == (
        "“As published” by Robin Example, © Example Group, licensed under CC BY 4.0 "
        "(https://creativecommons.org/licenses/by/4.0/). Source: https://example.org/work"
    )


# The rights' holder


@pytest.mark.parametrize("holder", ["Wren Example", "wren  example", "Wren Example and others", "© Wren Example, 2026"])
def test_a_holder_who_is_not_to_be_named_is_not(holder: str, tmp_path: Path) -> None:
    original = guide("Words.\n", credits=[{"name": "Someone Else", "as": "named"}], rights={**BY, "holder": holder})
    by = [{"name": "Wren Example", "as": "anonymous"}]
    files = {"docs/guides/one/index.en.md": original, "docs/guides/one/index.cy.md": welsh(original, by=by)}
    library = read(tmp_path, files)
    tree = staged(library)
    assert all("wren" not in text_at(tree, f"{code}/guides/one/index.md").lower() for code in ("en", "cy"))
    credits = every_credit(library.resources["guides/one"])
    assert public_holder(Rights(licence="CC-BY-4.0", holder=holder), credits) is None


@pytest.mark.parametrize("holder", ["Wren Examples", "Jenny Wren", "Example Group", None])
def test_another_holder_is_named(holder: str | None) -> None:
    nameless = Credit.model_validate({"name": "Wren Example", "as": "anonymous"})
    rights = Rights(licence="CC-BY-4.0", holder=holder)
    assert public_holder(rights, [nameless]) == holder


def test_every_piece_of_a_toolkit_counts_as_credit(tmp_path: Path) -> None:
    kit = toolkit(["activity-a"], title="The kit")
    part = page({"title": "The part", "part": "activity"}, "Do this.\n")
    files = {
        "docs/toolkits/kit/index.en.md": kit,
        "docs/toolkits/kit/activity-a.en.md": part,
        "docs/toolkits/kit/activity-a.cy.md": welsh(part, by=[{"name": "Robin", "as": "named"}]),
    }
    names = [credit.name for credit in every_credit(read(tmp_path, files).resources["toolkits/kit"])]
    assert names == ["Example Group", "Robin", None]


def test_a_record_says_how_to_cite_the_work_and_not_only_the_page(tmp_path: Path) -> None:
    work = {
        "title": "Our Own Words",
        "creators": ["A Maker", "B Maker"],
        "publisher": "Example Press",
        "date": "1986~",
        "type": "book",
        "languages": ["en"],
        "identifiers": {"doi": "10.1234/example"},
        "where": {"url": "https://example.org/work"},
        "confirmed": {"in": "record", "on": MADE.date()},
        "holding": "record",
    }
    tree = staged(collection(tmp_path, **{"docs/archive/cited/index.en.md": page(entry(work=work), "Ours.\n")}))
    fp = front_at(tree, "en/archive/cited/index.md")["fp"]
    assert fp["cite_work"] == (
        "A Maker, B Maker (about 1986). Our Own Words. Example Press. https://doi.org/10.1234/example"
    )
    assert "fingerpost.example" in fp["cite"]
    assert front_at(tree, "en/guides/one/index.md")["fp"]["cite_work"] == ""
