"""A story is planted, built, taken back, and looked for in every byte of everything that was made."""

import dataclasses
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock
from fingerpost.editions.build import Edition as Buildable
from fingerpost.editions.collection import open_collection
from fingerpost.editions.proof import Sort, prove
from fingerpost.editions.proof.places import MADE_IN, PLACES, made_files, place_of
from fingerpost.editions.proof.prove import Proof, Sought
from fingerpost.gate import Edition
from fingerpost.intake.withdrawing import NotAllRemoved, plan_withdrawal
from fingerpost.intake.withdrawing import withdraw as remove
from playwright.sync_api import Browser

from tests.conftest import CHECKOUT, run_fingerpost
from tests.editions.planted import (
    ALL,
    DOCUMENT,
    ID,
    KIT,
    NAME,
    PHRASE,
    PICTURE,
    READER,
    TITLE,
    WELSH_PHRASE,
    WELSH_TITLE,
    commit,
    lay,
    question,
    run_git,
    story,
)
from tests.helpers import everything, guide, surroundings
from tests.looking.barriers import violations

EVERYWHERE = frozenset(Edition)
MARKS = [PHRASE, WELSH_PHRASE, TITLE, WELSH_TITLE, NAME, READER, PICTURE, DOCUMENT, "zanthoxylum"]


def as_bytes(files: Mapping[str, str | bytes]) -> dict[str, bytes]:
    return {path: content.encode() if isinstance(content, str) else content for path, content in files.items()}


def hunt(
    root: Path, files: Mapping[str, str | bytes], editions: frozenset[Edition] = EVERYWHERE, id: str = ID
) -> Proof:
    return prove(root, id, [Sought(editions, as_bytes(files))], CHECKOUT / "overrides")


def run(root: Path, *words: str) -> str:
    done = run_fingerpost(*words, "--root", str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The collection with the story in it, everything built: to be copied, not changed."""
    root = lay(tmp_path_factory.mktemp("planted"), story() | question())
    run(root, "build")
    run(root, "index")
    return root


@pytest.fixture
def root(planted: Path, tmp_path: Path) -> Path:
    return shutil.copytree(planted, tmp_path / "root", symlinks=True)


def test_before_it_is_taken_back_it_is_found_in_every_place_and_every_form(planted: Path) -> None:
    """What sees nothing now would prove nothing later."""
    found = hunt(planted, story()).found
    places = {place.folder for one in found if (place := place_of(one.path))}
    standing = {place.folder for path, place in made_files(planted) if place and not place.holds}  # a zip is compared
    assert places == standing
    assert {Path(one.path).suffix for one in found} >= {
        ".csv", ".docx", ".epub", ".html", ".js", ".json", ".md", ".pdf", ".png", ".xml",
    }  # fmt: skip
    feeds = {
        f"{folder}/{name}" for folder in ("site", "site/cy", "dist/catalogue") for name in ("feed.xml", "feed.json")
    }
    assert feeds <= {one.path for one in found}
    assert {one.clue.sort for one in found} == set(Sort)
    on_paper = {one.clue.sort for one in found if one.path.endswith(".pdf")}
    assert on_paper >= {Sort.PASSAGE, Sort.TITLE, Sort.NAME, Sort.PICTURE}
    for part in ("shelves", "words", "page", "titles"):
        assert any(f"/search-index/cy/{part}" in one.path for one in found)
    in_the_index = {one.clue.form for one in found if "/search-index/" in one.path and "/shelves-" in one.path}
    assert {"zanthoxylum", "sibrydodd"} <= in_the_index


def test_what_is_taken_back_is_in_nothing_that_was_made(root: Path) -> None:
    said = run(root, "withdraw", ID, "--yes")
    assert "Nothing of it is in any of them." in said
    proof = hunt(root, story())
    assert proof.looked_for > 30
    assert proof.looked_into == sum(1 for _, place in made_files(root) if not (place and place.holds))
    assert proof.unseen == ()  # what is a zip of a folder holds the same, and nothing else
    assert (proof.found, proof.unseen) == ((), ())
    # And with other eyes: no file beside Git's own holds any of it, nor is called like it.
    for path, content in everything(root):
        if not path.startswith(".git/"):
            for mark in MARKS:
                assert mark.lower() not in path.lower()
                assert mark.encode().lower() not in content.lower(), path
    assert run_fingerpost("withdraw", "--prove", ID, "--root", str(root)).returncode == 0


def test_files_for_kiwix_are_made_again_without_it(root: Path) -> None:
    run(root, "build", "--edition", "zim")
    found = [one for one in hunt(root, story(), frozenset({Edition.ZIM})).found if one.path.startswith("dist/zim/")]
    assert {one.path.rpartition("_all")[0][-3:] for one in found} == {"mul", "eng", "cym"}
    assert {one.clue.sort for one in found} == set(Sort)
    said = run(root, "withdraw", ID, "--yes")
    assert "Nothing of it is in any of them." in said
    assert len(list((root / "dist" / "zim").glob("*.zim"))) == 3
    proof = hunt(root, story())
    assert (proof.found, proof.unseen) == ((), ())


def test_a_stone_stays_at_the_address_in_both_languages_and_is_in_no_list(root: Path) -> None:
    run(root, "withdraw", ID, "--yes", "--words", "en: We have moved on.", "--words", "cy: Rydym wedi symud ymlaen.")
    for path in ("toolkits/kit/index.html", "cy/toolkits/kit/index.html"):
        for site in (root / "site", root / "dist" / "usb" / "data" / "site"):
            html = (site / path).read_text("utf-8")
            assert 'name="robots" content="noindex"' in html
            assert "21 November 2026" in html
            assert "21 Tachwedd 2026" in html
            assert "We have moved on." in html
            assert "Rydym wedi symud ymlaen." in html
            assert "data-pagefind-body" not in html
            assert 'rel="canonical"' not in html
    for name in (
        "sitemap.xml",
        "catalogue.json",
        "catalogue.csv",
        "feed.xml",
        "feed.json",
        "cy/feed.xml",
        "cy/feed.json",
    ):
        assert ID not in (root / "site" / name).read_text("utf-8")
    # What linked to it leads to the stone, and nothing was held up.
    pointing = (root / "site" / "guides" / "pointing" / "index.html").read_text("utf-8")
    assert 'href="../../toolkits/kit/index.html"' in pointing


def test_a_stone_and_what_stays_of_an_answer_pass_axe(root: Path, browser: Browser) -> None:
    run(root, "withdraw", ID, "--yes", "--words", "We have moved on.", "--words", "cy: Rydym wedi symud ymlaen.")
    run(root, "withdraw", "questions/planted/answer-2", "--yes")
    found = {}
    for scheme, width in (("light", 320), ("dark", 1280)):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        for path in (f"{ID}/index.html", f"cy/{ID}/index.html", "cy/questions/planted/index.html"):
            page.goto((root / "site" / path).as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            if trouble := violations(page):
                found[scheme, path] = trouble
        context.close()
    assert found == {}


def test_one_answer_is_taken_back_and_the_others_stay(root: Path) -> None:
    said = run(root, "withdraw", "questions/planted/answer-2", "--yes")
    assert "docs/questions/planted/quincelike-leaf.png" in said
    gone = {path: content for path, content in question().items() if "answer-2" in path or "leaf" in path}
    assert not any((root / path).exists() for path in gone)
    assert (root / "docs/questions/planted/pot.png").is_file()
    proof = hunt(root, gone, id="questions/planted/answer-2")
    assert (proof.found, proof.unseen, proof.looked_for > 5) == ((), (), True)
    html = (root / "site" / "questions" / "planted" / "index.html").read_text("utf-8")
    assert "An answer that stood here was taken back by the people who made it, on 21 November 2026." in html
    assert "Water it daily." in html


@pytest.mark.parametrize("scope", [["web"], ["print"], ["offline"], ["web", "print"], ["web", "offline"]])
def test_without_a_scope_it_is_in_no_edition_that_needs_it(scope: list[str], tmp_path: Path) -> None:
    consent = {"reference": "C-0001", "scope": [*scope, "translation"]}
    files = story(consent)
    root = lay(tmp_path, files)
    run(root, "build")
    needed = {Edition.WEB: "web", Edition.USB: "offline", Edition.PRINT: "print"}
    for edition, channel in needed.items():
        proof = hunt(root, files, frozenset({edition}))
        if channel not in scope:
            assert (proof.found, proof.unseen) == ((), ()), edition
            assert proof.looked_into > 0
        else:
            assert proof.found, edition
    assert run_fingerpost("withdraw", "--prove", ID, "--root", str(root)).returncode == 0
    # A PDF that one gate keeps back is not given away by the other.
    if "print" not in scope:
        assert not [path for path, _ in everything(root) if path.endswith("en/toolkit-kit.a4.pdf")]


def test_a_translation_that_nobody_agreed_to_stops_the_build(tmp_path: Path) -> None:
    root = lay(tmp_path, story({"reference": "C-0001", "scope": ["web", "print", "offline"]}))
    done = run_fingerpost("build", "--root", str(root))
    assert done.returncode == 1
    assert f"{KIT}/index.cy.md:" in done.stderr
    assert not (root / "site").exists()


def test_when_consent_has_run_out_it_is_in_nothing_that_is_made(tmp_path: Path) -> None:
    files = story({**ALL, "review_by": date(2026, 11, 22)})
    root = lay(tmp_path, files)
    run(root, "build")
    assert hunt(root, files).found
    later = {"SOURCE_DATE_EPOCH": "1795392000"}  # 2026-11-23
    done = run_fingerpost("build", "--root", str(root), env=later)
    assert done.returncode == 0, done.stderr
    proof = hunt(root, files)
    assert (proof.found, proof.unseen) == ((), ())
    assert run_fingerpost("withdraw", "--prove", ID, "--root", str(root), env=later).returncode == 0


# A new edition has to join the proof


def test_every_edition_that_can_be_built_has_a_place_in_the_proof() -> None:
    proved = {edition.value for place in PLACES for edition in place.editions}
    assert {edition.value for edition in Buildable if edition is not Buildable.ALL} <= proved


def test_whatever_a_build_leaves_is_in_a_place_that_is_known(planted: Path) -> None:
    made = list(made_files(planted))
    assert len(made) > 100
    assert [path for path, place in made if place is None] == []
    # Nothing is made outside the three folders that are looked through.
    made_elsewhere = {path.split("/")[0] for path, _ in everything(planted)} - {*MADE_IN, "docs", ".git", ".gitignore"}
    assert made_elsewhere == set()


@pytest.mark.parametrize(
    "path",
    [
        "dist/epub/en.epub",
        "dist/everything.zim",
        "dist/usb/data/site/words.zim",
        "site/words.unknown",
        "build/new/x.html",
    ],
)
def test_what_is_not_known_is_not_passed_over(path: str, root: Path) -> None:
    run(root, "withdraw", ID, "--yes")
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(b"words")
    done = run_fingerpost("withdraw", "--prove", ID, "--root", str(root))
    assert done.returncode == 1
    assert f"Nobody could look into {path}, so nothing is proved for it." in done.stdout


# What is asked, told and kept


def test_it_is_shown_first_and_anything_but_yes_leaves_every_byte(root: Path) -> None:
    before = dict(everything(root))
    for typed in ("", "no\n", "n\n", "y\n", "perhaps\n"):
        done = run_fingerpost_typing(typed, "withdraw", ID, "--root", str(root))
        assert done.returncode == 1
        assert f"  {KIT}/{PICTURE}" in done.stdout
        assert "Nothing was removed." in done.stdout
    assert dict(everything(root)) == before
    assert run_fingerpost_typing("yes\n", "withdraw", ID, "--root", str(root)).returncode == 0
    assert not (root / KIT).exists()


def run_fingerpost_typing(typed: str, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "fingerpost", *words]
    return subprocess.run(command, input=typed, capture_output=True, encoding="utf-8", check=False, env=surroundings())


def test_undone_before_it_is_committed_everything_is_as_it_was(root: Path) -> None:
    before = {path: content for path, content in everything(root) if path.startswith(("docs/", "site/", "dist/usb/"))}
    run(root, "withdraw", ID, "--yes")
    run(root, "withdraw", "--undo")
    after = {path: content for path, content in everything(root) if path.startswith(("docs/", "site/", "dist/usb/"))}
    assert after == before
    assert run_git(root, "status", "--porcelain") == ""
    done = run_fingerpost("withdraw", "--undo", "--root", str(root))
    assert done.returncode == 1
    assert "There is no withdrawal to undo." in done.stderr


def test_once_committed_it_does_not_come_back_by_undoing(root: Path) -> None:
    run(root, "withdraw", ID, "--yes")
    commit(root)
    done = run_fingerpost("withdraw", "--undo", "--root", str(root))
    assert done.returncode == 1
    assert not (root / KIT).exists()
    # Git still knows what it said, so that it can be looked for.
    assert run_fingerpost("withdraw", "--prove", ID, "--root", str(root)).returncode == 0
    (root / "site" / "index.html").write_text(f"<p>{PHRASE}</p>", "utf-8")
    done = run_fingerpost("withdraw", "--prove", ID, "--root", str(root))
    assert done.returncode == 1
    assert "Still there, in site/index.html: 'Zanthoxylum whispers marigolds beneath the quiet'" in done.stdout


def test_what_another_text_says_of_it_is_told_with_its_line(root: Path) -> None:
    mention = guide(f"Words.\n\nAs {NAME} says in “{TITLE}”.\n", title="About another")
    (root / "docs/guides/about").mkdir()
    (root / "docs/guides/about/index.en.md").write_text(mention, "utf-8")
    done = run_fingerpost("withdraw", ID, "--yes", "--root", str(root))
    assert done.returncode == 1
    line = mention[: mention.index(NAME)].count("\n") + 1
    assert "Other texts have the same words." in done.stdout
    assert f"  docs/guides/about/index.en.md:{line}  '{TITLE}'" in done.stdout


def test_our_own_first_lines_of_the_ledger_are_nobody_s_words(root: Path) -> None:
    ledger, story = root / "docs/_withdrawn.yml", root / KIT / "index.en.md"
    ledger.unlink()  # so that it is begun anew, with our lines
    story.write_text(story.read_text("utf-8").replace(NAME, "Its makers"), "utf-8")
    done = run_fingerpost("withdraw", ID, "--yes", "--root", str(root))
    assert "its makers" in ledger.read_text("utf-8").splitlines()[0]
    assert "Its makers" not in done.stdout
    ledger.write_text(ledger.read_text("utf-8") + "# Its makers are known to us.\n", "utf-8")
    done = run_fingerpost("withdraw", "--prove", ID, "--root", str(root))
    line = len(ledger.read_text("utf-8").splitlines())
    assert f"docs/_withdrawn.yml:{line}  'Its makers'" in done.stdout


def test_what_may_be_shown_everywhere_is_not_said_to_be_proved_absent(root: Path) -> None:
    done = run_fingerpost("withdraw", "--prove", "guides/pointing", "--root", str(root))
    assert done.returncode == 1
    assert "guides/pointing was not withdrawn, and all of it may be shown everywhere." in done.stdout


def test_where_nothing_can_be_built_what_was_built_is_taken_away(root: Path) -> None:
    (root / "docs/guides/pointing/index.en.md").write_text("---\ntitle: [\n---\n", "utf-8")
    done = run_fingerpost("withdraw", ID, "--yes", "--root", str(root))
    assert done.returncode == 1
    assert "So what was built before was taken away: site, dist/print, dist/usb" in done.stdout
    assert not (root / "site").exists()
    assert hunt(root, story()).found == ()


def test_a_story_whose_facts_cannot_be_read_can_be_taken_back(root: Path) -> None:
    (root / KIT / "index.en.md").write_text(f"---\ntitle: [\n---\n{PHRASE}\n", "utf-8")
    (root / KIT / ".index.en.md.swp").write_text(PHRASE, "utf-8")
    (root / KIT / "deep").mkdir()
    (root / KIT / "deep" / "draft.unknown").write_text(PHRASE, "utf-8")
    said = run(root, "withdraw", ID, "--yes")
    assert f"{KIT}/.index.en.md.swp" in said
    assert not (root / KIT).exists()
    assert hunt(root, story()).found == ()


def test_while_a_build_runs_nothing_is_removed(root: Path) -> None:
    with FileLock(root / "build" / ".lock"):
        done = run_fingerpost("withdraw", ID, "--yes", "--root", str(root))
    assert done.returncode == 1
    assert "Another build of this collection is running." in done.stderr
    assert (root / KIT / "index.en.md").is_file()


def test_nothing_in_a_title_or_a_name_acts_on_a_terminal(root: Path) -> None:
    index = root / KIT / "index.en.md"
    index.write_text(index.read_text("utf-8").replace(f"title: {TITLE}", 'title: "A \\e[31m\\a title"'), "utf-8")
    (root / KIT / "\x1b[31mred.unknown").write_bytes(b"x")
    done = run_fingerpost("withdraw", ID, "--root", str(root), "--words", "We\x1b]0;x\x07 moved on.")
    assert done.returncode == 1
    assert "red.unknown" in done.stdout
    assert done.stdout.replace("\n", "").isprintable()


def test_it_speaks_welsh(root: Path) -> None:
    said = run(root, "withdraw", ID, "--yes", "--language", "cy", "--words", "Rydym wedi symud ymlaen.")
    assert "words: {cy: Rydym wedi symud ymlaen.}" in (root / "docs/_withdrawn.yml").read_text("utf-8")
    assert "Withdrawn" not in said
    assert "Looked into" not in said


def test_stopped_half_way_and_done_again_it_is_gone_whole_and_can_be_undone(root: Path) -> None:
    # As a crash would leave it: the ledger written, one file gone.
    before = dict(everything(root / "docs"))
    run(root, "withdraw", ID, "--yes")
    kept = story()[f"{KIT}/{PICTURE}"]
    (root / KIT).mkdir()
    assert isinstance(kept, bytes)
    (root / KIT / PICTURE).write_bytes(kept)
    run(root, "withdraw", ID, "--yes")
    assert hunt(root, story()).found == ()
    run(root, "withdraw", "--undo")
    assert dict(everything(root / "docs")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_stopped_by_a_person_while_it_builds_again_nothing_built_holds_it(root: Path) -> None:
    command = [sys.executable, "-m", "fingerpost", "withdraw", ID, "--yes", "--root", str(root)]
    process = subprocess.Popen(command, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    until = time.monotonic() + 60
    while (root / KIT).exists() and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(0.4)
    process.send_signal(signal.SIGINT)
    said, trouble = process.communicate()
    assert process.returncode == 1, said + trouble
    assert "Stopped before it could be built again." in trouble
    assert not (root / "site").exists()
    assert hunt(root, story()).found == ()


def test_undone_where_nothing_can_be_built_what_stands_stays(root: Path) -> None:
    run(root, "withdraw", ID, "--yes")
    (root / "docs/guides/pointing/index.en.md").write_text("---\ntitle: [\n---\n", "utf-8")
    done = run_fingerpost("withdraw", "--undo", "--root", str(root))
    assert done.returncode == 1
    assert "Nothing could be built." in done.stdout
    assert (root / KIT / "index.en.md").is_file()
    assert (root / "site" / "index.html").is_file()


def test_what_is_not_the_program_s_own_in_build_stays_and_so_does_what_links_lead_to(
    root: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("Mine.\n", "utf-8")
    for link in ("build/web/linked", "build/linked"):
        (root / link).symlink_to(elsewhere)
    for own in ("build/own", ".site-notes"):
        (root / own).mkdir()
        (root / own / "mine.txt").write_text("Mine.\n", "utf-8")
    shutil.copytree(root / "site", root / ".site-before")
    done = run_fingerpost("withdraw", ID, "--yes", "--root", str(root))
    assert "Built again: site, dist/print, dist/usb, dist/epub, dist/catalogue." in done.stdout
    assert "Nobody could look into build/own/mine.txt" in done.stdout
    for kept in (elsewhere, root / "build/own", root / ".site-notes"):
        assert (kept / "mine.txt").read_text("utf-8") == "Mine.\n"
    assert not (root / ".site-before").exists()


def test_behind_a_link_to_a_stick_it_is_found_and_it_goes_from_there(root: Path, tmp_path: Path) -> None:
    (root / "dist/usb").rename(tmp_path / "stick")
    (root / "dist/usb").symlink_to(tmp_path / "stick")
    (root / "dist/usb" / "back").symlink_to(tmp_path / "stick")
    assert any(one.path.startswith("dist/usb/") for one in hunt(root, story()).found)
    run(root, "withdraw", ID, "--yes")
    assert hunt(root, story()).found == ()
    assert all(PHRASE.encode() not in content for _, content in everything(tmp_path / "stick"))


def test_what_says_nothing_of_its_own_is_not_said_to_be_proved_away(root: Path) -> None:
    (root / "docs/guides/pay").mkdir()
    (root / "docs/guides/pay/index.en.md").write_text(guide("Ask at once.\n", title="Pay"), "utf-8")
    commit(root)
    run(root, "build")
    done = run_fingerpost("withdraw", "guides/pay", "--yes", "--root", str(root))
    assert done.returncode == 1
    assert "Nothing is proved." in done.stdout
    assert "Nothing of it is in any of them." not in done.stdout


def test_what_may_be_everywhere_is_not_said_to_be_nowhere(root: Path) -> None:
    done = run_fingerpost("withdraw", "--prove", "guides/pointing", "--root", str(root))
    assert done.returncode == 1
    assert "guides/pointing was not withdrawn, and all of it may be shown everywhere." in done.stdout
    assert "Nothing has been built here" not in done.stdout


def test_without_git_it_is_looked_for_all_the_same(root: Path) -> None:
    shutil.rmtree(root / ".git")
    assert "Nothing of it is in any of them." in run(root, "withdraw", ID, "--yes")


def test_a_file_that_stays_is_told(root: Path) -> None:
    """As where a folder may not be written to: here the name of a file is a folder's by the time it is removed."""
    library = open_collection(root).library
    plan = plan_withdrawal(library, ID, {})
    (root / KIT / PICTURE).unlink()
    (root / KIT / PICTURE).mkdir()
    (root / KIT / PICTURE / "inner").write_text("Words.\n", "utf-8")
    with pytest.raises(NotAllRemoved, match=f"{PICTURE} could not be removed"):
        remove(library, dataclasses.replace(plan, can_be_undone=False))
    assert (root / KIT / PICTURE).is_dir()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever may do everything is refused nothing"
)
def test_where_a_folder_may_not_be_written_to_nothing_built_holds_it(root: Path) -> None:
    (root / KIT).chmod(0o555)
    done = run_fingerpost("withdraw", ID, "--yes", "--root", str(root))
    (root / KIT).chmod(0o755)
    assert done.returncode == 1
    assert "could not be removed" in done.stdout
    assert hunt(root, story()).found == ()


def test_undone_where_the_list_named_it_before_it_is_not_said_to_be_out_of_the_list(root: Path) -> None:
    (root / "docs/_withdrawn.yml").write_text(f"- {{id: {ID}, on: 2026-11-20}}  # by telephone\n", "utf-8")
    commit(root)
    before = dict(everything(root / "docs"))
    run_fingerpost("withdraw", ID, "--yes", "--root", str(root))
    assert "# by telephone" in (root / "docs/_withdrawn.yml").read_text("utf-8")
    done = run_fingerpost("withdraw", "--undo", "--root", str(root))
    assert "It stands in docs/_withdrawn.yml, as it did before." in done.stdout
    assert dict(everything(root / "docs")) == before


def test_what_another_text_quotes_is_told(root: Path) -> None:
    (root / "docs/guides/quoting").mkdir()
    (root / "docs/guides/quoting/index.en.md").write_text(guide(f"{PHRASE}.\n", title="Quoting"), "utf-8")
    said = run(root, "withdraw", ID, "--yes")
    assert "Other texts have these words too, so they were not looked for." in said
    assert "  'Zanthoxylum whispers marigolds beneath the quiet'" in said
