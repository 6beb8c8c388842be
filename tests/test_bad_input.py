"""Bad input: a sentence that says which file and line, exit code 1, and the last good site as it was."""

import os
import sys
from pathlib import Path

import pytest

from tests.helpers import CHECKOUT, VOCABULARIES, Files, everything, fingerpost, guide, page, toolkit, welsh, write

ONE = "docs/guides/one/index.en.md"
ONE_CY = "docs/guides/one/index.cy.md"
SOUND: Files = {**VOCABULARIES, ONE: guide("Words.\n")}
SETTINGS = (CHECKOUT / "mkdocs.yml").read_text("utf-8")


def without(path: str) -> dict[str, str | bytes]:
    return {known: content for known, content in SOUND.items() if known != path}


# What is there, and what the message has to name.
LATIN = guide("One\nT\xe2l\n").encode("latin-1")
BAD: dict[str, tuple[Files, str]] = {
    "not UTF-8": ({**SOUND, ONE: LATIN}, f"{ONE}:{LATIN.count(bytes([10]))}"),
    "UTF-16": ({**SOUND, ONE: guide().encode("utf-16")}, f"{ONE}:1"),
    "front matter that is not YAML": ({**SOUND, ONE: "---\ntitle: A\nsummary: B: C\n---\nWords.\n"}, f"{ONE}:3"),
    "front matter with a tab": ({**SOUND, ONE: "---\ntitle: A\n\tsummary: B\n---\nWords.\n"}, f"{ONE}:3"),
    "front matter that is a list": ({**SOUND, ONE: "---\n- a\n- b\n---\nWords.\n"}, f"{ONE}:"),
    "front matter with an alias": ({**SOUND, ONE: guide().replace("title: A title", "title: &a A")}, f"{ONE}:2"),
    "front matter with a tag": ({**SOUND, ONE: guide().replace("title: A title", "title: !!int ''")}, f"{ONE}:2"),
    "a key that the reader uses itself": ({**SOUND, ONE: guide(content="x")}, f"{ONE}:"),
    "a key that is a number": ({**SOUND, ONE: guide().replace("title:", "1: x\ntitle:")}, f"{ONE}:2"),
    "a number without end": ({**SOUND, ONE: guide().replace("A title", f"0x{'f' * 5000}")}, f"{ONE}:2"),
    "a day that does not exist": ({**SOUND, ONE: guide().replace("2026-11-21", "2026-11-31")}, f"{ONE}:"),
    "no front matter": ({**SOUND, ONE: "# A guide\n\nWords.\n"}, ONE),
    "front matter not closed": ({**SOUND, ONE: "---\ntitle: A\n\nWords.\n"}, ONE),
    "an empty file": ({**SOUND, ONE: ""}, ONE),
    "a missing key": ({**SOUND, ONE: guide(rights=None)}, ONE),
    "a misspelt key": ({**SOUND, ONE: guide().replace("topics:", "topcis:")}, f"{ONE}:4"),
    "a missing vocabulary": (without("docs/_vocabulary/topics.yml"), "docs/_vocabulary/topics.yml"),
    "a vocabulary that is not YAML": (
        {**SOUND, "docs/_vocabulary/topics.yml": "- {id: a, label: {en: A}}\n- [\n"},
        "docs/_vocabulary/topics.yml:3",
    ),
    "a ledger that is not YAML": ({**SOUND, "docs/_withdrawn.yml": "- [\n"}, "docs/_withdrawn.yml:2"),
    "a withdrawn guide that came back": (
        {**SOUND, "docs/_withdrawn.yml": "- {id: guides/one, on: 2026-11-20}\n"},
        "docs/guides/one",
    ),
    "an unknown kind of folder": ({**SOUND, "docs/stories/mine/index.en.md": guide()}, "docs/stories"),
    "two originals": ({**SOUND, ONE_CY: guide()}, "docs/guides/one/index."),
    "a translation of nothing": ({**without(ONE), ONE_CY: welsh(guide())}, f"{ONE_CY}:4"),
    "a language that the site has not": (
        {**SOUND, "docs/guides/one/index.fr.md": guide()},
        "docs/guides/one/index.fr.md",
    ),
    "a file with a wrong name": ({**SOUND, "docs/guides/one/notes.md": "x"}, "docs/guides/one/notes.md"),
    "a part that is not there": (
        {**SOUND, "docs/toolkits/kit/index.en.md": toolkit(["activity-gone"])},
        "docs/toolkits/kit/index.en.md:",
    ),
    "a link to nothing": ({**SOUND, ONE: guide("[a](../gone/index.en.md)\n")}, f"{ONE}:"),
    "a script beside a guide": (
        {**SOUND, "docs/guides/one/index.html": "<script>alert(1)</script>"},
        "docs/guides/one",
    ),
    "a page that goes around the gate": (
        {**SOUND, "docs/guides/one/more.markdown": "---\ntitle: A\n---\nWords.\n"},
        "docs/guides/one/more.markdown",
    ),
    "a plain page with a name of ours": (
        {**SOUND, "docs/pages/index.en.md": page({"title": "A"})},
        "docs/pages/index.en.md",
    ),
    "vocabularies alone": ({**without(ONE)}, "docs"),
    "no docs": ({"readme.txt": "x"}, "docs"),
    "docs that is a file": ({"docs": "x"}, "docs"),
    "settings that are not YAML": ({**SOUND, "mkdocs.yml": SETTINGS + "\nnav: [\n"}, "mkdocs.yml:"),
    "settings that are not UTF-8": ({**SOUND, "mkdocs.yml": b"site_name: T\xe2l\n"}, "mkdocs.yml"),
    "empty settings": ({**SOUND, "mkdocs.yml": ""}, "mkdocs.yml"),
    "settings without languages": ({**SOUND, "mkdocs.yml": "site_name: A\n"}, "mkdocs.yml"),
    "settings with odd plugins": ({**SOUND, "mkdocs.yml": "plugins: 5\n"}, "mkdocs.yml"),
    "settings with an odd list of languages": (
        {**SOUND, "mkdocs.yml": "plugins:\n  - i18n:\n      languages: 5\n"},
        "mkdocs.yml",
    ),
}


def stands_as_it_did(root: Path, *words: str) -> str:
    """Run the command line where a site stands; it has to refuse in words, and leave every file as it was."""
    write(root, {"site/index.html": "the last good site", "site/guides/a.html": "<p>A</p>", "dist/print/a.pdf": "%PDF"})
    before = dict(everything(root))
    done = fingerpost(*words, "--root", str(root))
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    assert dict(everything(root)) == before
    assert said.strip()
    return said


def test_what_all_of_these_are_made_from_is_sound(tmp_path: Path) -> None:
    done = fingerpost("check", "--root", str(write(tmp_path, SOUND)))
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_said_where_it_stands_and_the_site_is_left(case: str, tmp_path: Path) -> None:
    files, named = BAD[case]
    said = stands_as_it_did(write(tmp_path, files), "build", "--edition", "web")
    assert named in said


@pytest.mark.parametrize("case", ["not UTF-8", "two originals", "no docs", "settings that are not YAML"])
def test_check_says_so_too(case: str, tmp_path: Path) -> None:
    files, named = BAD[case]
    assert named in stands_as_it_did(write(tmp_path, files), "check")


def test_an_empty_docs_is_said(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    assert "docs" in stands_as_it_did(tmp_path, "build", "--edition", "web")


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = fingerpost("build", "--edition", "web", "--root", str(tmp_path / "nowhere"))
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such name")
def test_a_name_that_no_alphabet_has_is_said(tmp_path: Path) -> None:
    write(tmp_path, SOUND)
    (tmp_path / "docs/guides/one" / os.fsdecode(b"\xff.md")).write_text("x", "utf-8")
    assert "docs/guides/one" in stands_as_it_did(tmp_path, "build", "--edition", "web")


@pytest.mark.skipif(sys.platform == "win32", reason="making a symlink needs a right there")
@pytest.mark.parametrize("place", ["docs/guides/one/secret.txt", "docs/guides/two", "docs/_vocabulary/topics.yml"])
def test_a_symlink_is_said_and_what_it_leads_to_is_not(place: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write(outside, {"index.en.md": guide("A secret.\n"), "secret.txt": "A secret.", "topics.yml": "- A secret.\n"})
    root = write(tmp_path / "root", without(place))
    (root / place).symlink_to(outside if "." not in Path(place).name else outside / Path(place).name)
    said = stands_as_it_did(root, "build", "--edition", "web")
    assert place in said
    assert "A secret" not in said


def test_every_problem_is_found_in_one_run(tmp_path: Path) -> None:
    more: dict[str, str | bytes] = {
        ONE: b"\xff",
        "docs/guides/two/index.en.md": "no front matter",
        "docs/stories/mine/index.en.md": "x",
        "docs/pages/about.en.md": page({"title": "About", "sumary": "B"}),
    }
    said = stands_as_it_did(
        write(tmp_path, {**without("docs/_vocabulary/ways.yml"), **more}), "build", "--edition", "web"
    )
    for path in (*more, "docs/_vocabulary/ways.yml"):
        assert path.removesuffix("/mine/index.en.md") in said


def test_what_looks_like_a_marked_section_is_words(tmp_path: Path) -> None:
    """Some Pythons' parser of HTML, with which the engine looks for ids, stops at it."""
    body = "Less <![x](#here) and <![[ more.\n\n```\n<![x\n```\n\n## Here\n"
    root = write(tmp_path, {**SOUND, "docs/guides/one/index.en.md": guide(body)})
    done = fingerpost("build", "--edition", "web", "--root", str(root))
    said = done.stdout + done.stderr
    assert "Traceback" not in said
