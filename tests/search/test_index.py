"""From finished HTML to the index: what is in it, that it is always the same, what is said when it fails."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from fingerpost.search import SearchProblem, handed_over, index_site
from fingerpost.search.index import FOLDER

from .site import ENGLISH, WELSH, many_pages, write, write_site


def contents(bundle: Path) -> Mapping[str, bytes]:
    """Every file of the index by its name."""
    return {file.relative_to(bundle).as_posix(): file.read_bytes() for file in bundle.rglob("*") if file.is_file()}


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A site of our own, not indexed."""
    write_site(tmp_path / "site")
    return tmp_path / "site"


def test_says_what_was_indexed(fresh: Path) -> None:
    index = index_site(fresh)
    assert index.pages == {"cy": len(WELSH), "en": len(ENGLISH) + len(many_pages(23))}
    assert index.words["en"] > 100
    assert index.words["cy"] > 20
    assert index.bytes == sum(map(len, contents(fresh / FOLDER).values()))


def test_holds_what_readers_need_and_nothing_else(fresh: Path) -> None:
    index_site(fresh)
    assert {re.sub(r"-\d+", "-*", name) for name in contents(fresh / FOLDER)} == {
        "languages.js",
        *(
            f"{language}/{name}.js"
            for language in ("cy", "en")
            for name in ("entry", "facets", "page-*", "places-*", "shelves-*", "titles", "words")
        ),
    }
    assert [path.name for path in fresh.parent.iterdir()] == ["site"]


def test_every_file_hands_over_its_part_with_the_version_of_its_language(fresh: Path) -> None:
    index_site(fresh)
    versions = handed_over((fresh / FOLDER / "languages.js").read_text("utf-8"))
    assert set(versions) == {"cy", "en"}
    for name, content in contents(fresh / FOLDER).items():
        if name != "languages.js":
            language, part = name.removesuffix(".js").split("/")
            assert content.startswith(f'fingerpostIndex.take("{language}","{part}","{versions[language]}",'.encode())
            handed_over(content.decode())


def test_another_text_is_another_version_of_its_language_alone(fresh: Path) -> None:
    index_site(fresh)
    before = handed_over((fresh / FOLDER / "languages.js").read_text("utf-8"))
    page = fresh / "guides/limits/index.html"
    write(page, page.read_text("utf-8").replace("owe", "give"))
    index_site(fresh)
    after = handed_over((fresh / FOLDER / "languages.js").read_text("utf-8"))
    assert after["cy"] == before["cy"]
    assert after["en"] != before["en"]


def test_of_a_page_with_a_content_note_nothing_is_kept_to_quote(fresh: Path) -> None:
    index_site(fresh)
    pages = [handed_over(text.decode()) for name, text in contents(fresh / FOLDER).items() if "/page-" in name]
    noted = [page for page in pages if "notes" in page["meta"]]
    assert len(noted) == 2
    assert all(set(page) == {"url", "meta"} for page in noted)
    assert all("text" in page for page in pages if page not in noted)


def test_many_pages_are_laid_out_by_several_processes_alike(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index_site(fresh)
    alone = contents(fresh / FOLDER)
    monkeypatch.setattr("fingerpost.search.index.MANY", 1)
    index_site(fresh)
    assert contents(fresh / FOLDER) == alone


def test_the_same_site_gives_the_same_bytes(fresh: Path, tmp_path: Path) -> None:
    elsewhere = shutil.copytree(fresh, tmp_path / "elsewhere" / "another name")
    index_site(fresh)
    first = contents(fresh / FOLDER)
    for site in (elsewhere, fresh, elsewhere, fresh):
        index_site(site)
        assert contents(site / FOLDER) == first


def test_what_was_withdrawn_is_gone(fresh: Path) -> None:
    index_site(fresh)
    assert any(b"secretword" in text for text in contents(fresh / FOLDER).values())
    (fresh / "toolkits/first-six/index.html").unlink()
    index_site(fresh)
    assert not any(b"secretword" in text.lower() for text in contents(fresh / FOLDER).values())


def test_settings_that_lie_about_are_not_obeyed(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index_site(fresh)
    first = contents(fresh / FOLDER)
    write(fresh.parent / "pagefind.yml", "root_selector: nothing\n")
    monkeypatch.chdir(fresh.parent)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    index_site(fresh)
    assert contents(fresh / FOLDER) == first


Environment = pytest.MonkeyPatch


def no_site(site: Path, _environment: Environment) -> None:
    shutil.rmtree(site)


def no_marked_page(site: Path, _environment: Environment) -> None:
    for page in ENGLISH + WELSH + many_pages(23):
        (site / page.path).unlink()


def no_language(site: Path, _environment: Environment) -> None:
    for page in site.rglob("*.html"):
        write(page, re.sub(r'<html lang=".."', "<html", page.read_text(encoding="utf-8")))


def no_program(site: Path, environment: Environment) -> None:
    environment.setenv("PAGEFIND_BINARY_PATH", str(site / "no-such-program"))


def program_stops(site: Path, environment: Environment) -> None:
    use_program(site, environment, "echo Out of memory >&2; exit 3")


def program_is_unknown(site: Path, environment: Environment) -> None:
    use_program(site, environment, "echo All went well")


def program_writes_nothing(site: Path, environment: Environment) -> None:
    use_program(site, environment, "echo Indexed 3 words")


def use_program(site: Path, environment: Environment, script: str) -> None:
    program = site.parent / "program"
    write(program, f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    environment.setenv("PAGEFIND_BINARY_PATH", str(program))


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (no_site, "There is no site to search at .*[.] Build the site first."),
        (no_marked_page, r"No page in .* is marked for the search \(data-pagefind-body\)."),
        (
            no_language,
            'A page that is marked for the search does not say its language [(]<html lang="…">[)][.]',
        ),
        (no_program, "Pagefind, which makes the search index, could not be started: .*"),
        (program_stops, "Pagefind, which makes the search index, stopped: Out of memory"),
        (program_is_unknown, "Pagefind did not say what it indexed: it is a version we do not know."),
        (
            program_writes_nothing,
            "The search index is not laid out as expected: .* a version we do not know.",
        ),
    ],
)
def test_a_problem_is_one_plain_sentence_and_leaves_the_bundle_that_was_there(
    fresh: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path, Environment], None],
    sentence: str,
) -> None:
    index_site(fresh)
    before = contents(fresh / FOLDER)
    spoil(fresh, monkeypatch)
    with pytest.raises(SearchProblem, match=rf"\A{sentence}\Z"):
        index_site(fresh)
    if fresh.exists():
        assert contents(fresh / FOLDER) == before
    assert not list(fresh.parent.glob(".*-search"))
