"""From finished HTML to the bundle: what is in it, that it is always the same, what is said when it fails."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from fingerpost.search import SearchProblem, index_site
from fingerpost.search.offline import pack_of
from fingerpost.search.script import ordinary_script
from pagefind.service import get_executable

from .site import ENGLISH, WELSH, document, many_pages, write, write_site


def contents(bundle: Path) -> Mapping[str, bytes]:
    """Every file of the bundle by its name."""
    return {file.relative_to(bundle).as_posix(): file.read_bytes() for file in bundle.rglob("*") if file.is_file()}


def handed_over(bundle: Path) -> Mapping[str, bytes]:
    """Every file that the offline part hands over, by name; each must be in the pack where it is sought."""
    files: dict[str, bytes] = {}
    for script in (bundle / "offline").rglob("*.js"):
        text = script.read_text(encoding="ascii")
        given = json.loads(text.removeprefix("fingerpostPagefind.handOver(").removesuffix(");\n"))
        for name, data in given.items():
            assert script == bundle / "offline" / pack_of(name)
            files[name] = base64.b64decode(data)
    return files


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A site of our own, not indexed."""
    write_site(tmp_path / "site")
    return tmp_path / "site"


def test_says_what_was_indexed(fresh: Path) -> None:
    index = index_site(fresh)
    assert index.pages == {"cy": len(WELSH), "en": len(ENGLISH) + len(many_pages(23))}
    assert index.words > 100
    bundle = contents(fresh / "pagefind")
    assert index.bytes == sum(map(len, bundle.values()))
    offline = sum(len(data) for name, data in bundle.items() if name.startswith("offline/"))
    assert index.offline_bytes == offline


def test_holds_what_readers_need_and_nothing_else(fresh: Path) -> None:
    index_site(fresh)
    bundle = contents(fresh / "pagefind")
    kinds = {re.sub(r"[0-9a-f]{7,}", "*", name) for name in bundle if not name.startswith("offline/")}
    assert kinds == {
        "facets.cy.fp",
        "facets.en.fp",
        "fragment/cy_*.pf_fragment",
        "fragment/en_*.pf_fragment",
        "index/cy_*.pf_index",
        "index/en_*.pf_index",
        "language.cy.fp",
        "language.en.fp",
        "pagefind-entry.json",
        "pagefind.cy_*.pf_meta",
        "pagefind.en_*.pf_meta",
        "pagefind.js",
        "pages.cy.fp",
        "pages.en.fp",
        "wasm.en.pagefind",
        "wasm.unknown.pagefind",
        "words.cy.fp",
        "words.en.fp",
    }
    assert [path.name for path in fresh.parent.iterdir()] == ["site"]


def test_the_offline_part_hands_over_every_index_file_and_can_be_left_out(fresh: Path) -> None:
    index_site(fresh)
    ordinary = {name: data for name, data in contents(fresh / "pagefind").items() if not name.startswith("offline/")}
    assert handed_over(fresh / "pagefind") == {name: data for name, data in ordinary.items() if name != "pagefind.js"}
    assert index_site(fresh, offline=False).offline_bytes == 0
    assert contents(fresh / "pagefind") == ordinary


def test_many_pages_share_a_pack(fresh: Path) -> None:
    for page in range(600):
        text = f"<article data-pagefind-body><h1>Page {page}</h1><p>Word{page}</p></article>"
        write(fresh / f"more/{page}.html", document("en", "../", text))
    index_site(fresh)
    packs = list((fresh / "pagefind/offline/fragment").glob("en_*"))
    assert len(packs) <= 256 < len(list((fresh / "pagefind/fragment").glob("en_*")))


def test_the_same_site_gives_the_same_bytes(fresh: Path, tmp_path: Path) -> None:
    elsewhere = shutil.copytree(fresh, tmp_path / "elsewhere" / "another name")
    index_site(fresh)
    first = contents(fresh / "pagefind")
    for site in (elsewhere, fresh, elsewhere, fresh):
        index_site(site)
        assert contents(site / "pagefind") == first


def test_what_was_withdrawn_is_gone(fresh: Path) -> None:
    index_site(fresh)
    assert any(b"Secretword" in gzip_text(data) for data in handed_over(fresh / "pagefind").values())
    (fresh / "toolkits/first-six/index.html").unlink()
    index_site(fresh)
    bundle = [*contents(fresh / "pagefind").values(), *handed_over(fresh / "pagefind").values()]
    assert not any(b"ecretword" in gzip_text(data) for data in bundle)


def gzip_text(data: bytes) -> bytes:
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def test_settings_that_lie_about_are_not_obeyed(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index_site(fresh)
    first = contents(fresh / "pagefind")
    write(fresh.parent / "pagefind.yml", "root_selector: nothing\n")
    monkeypatch.chdir(fresh.parent)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "p")
    index_site(fresh)
    assert contents(fresh / "pagefind") == first


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
    before = contents(fresh / "pagefind")
    spoil(fresh, monkeypatch)
    with pytest.raises(SearchProblem, match=rf"\A{sentence}\Z"):
        index_site(fresh)
    if fresh.exists():
        assert contents(fresh / "pagefind") == before
    assert not list(fresh.parent.glob(".*-search"))


@pytest.fixture(scope="module")
def module_script(tmp_path_factory: pytest.TempPathFactory) -> str:
    """pagefind.js as the pinned Pagefind writes it."""
    site = tmp_path_factory.mktemp("plain")
    write(site / "index.html", document("en", "./", "<p data-pagefind-body>Word</p>"))
    program = get_executable()
    assert program is not None
    subprocess.run([program, "--site", site, "--silent"], check=True)
    return (site / "pagefind" / "pagefind.js").read_text(encoding="utf-8")


def test_the_pinned_script_of_pagefind_is_known(module_script: str) -> None:
    script = ordinary_script(module_script)
    assert "import.meta" not in script
    assert "fingerpostPagefind" in script


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("export{", "module.exports={"),
        ("createInstance,", ""),
        ("import.meta.url", "import.meta.resolve('x')"),
        ("await fetch(queued.input)", "await get(queued.input)"),
        ("var asyncSleep", "fetch('more');var asyncSleep"),
        ("var asyncSleep", "new XMLHttpRequest();var asyncSleep"),
        ("var PagefindInstance=class{", "var PagefindPart=class{"),
        ("this.raw_ptr=this.backend[method](ptr,chunk)", "this.raw_ptr=this.backend.load(ptr,chunk)"),
        ("this.loadEntry()", "this.readEntry()"),
        ("var asyncSleep", "import{x}from'./x.js';var asyncSleep"),
        ("var asyncSleep", "await import('./x.js');var asyncSleep"),
        ("var asyncSleep", "export default 1;var asyncSleep"),
    ],
)
def test_an_unknown_script_of_pagefind_is_refused(module_script: str, old: str, new: str) -> None:
    assert old in module_script
    with pytest.raises(SearchProblem, match=r"Pagefind's pagefind.js is not as expected"):
        ordinary_script(module_script.replace(old, new, 1))
