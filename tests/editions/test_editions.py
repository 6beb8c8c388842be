"""The editions as a whole: what is said, what stands there, the same by both ways of building, the same twice."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import EPOCH, copy_of_the_project, run_fingerpost


def bytes_of(folder: Path) -> dict[str, str]:
    """Return a digest of each file in a folder, by its relative path."""
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_the_build_says_what_was_made_and_what_to_open(build_said: str) -> None:
    assert re.search(r"^\d+ resources: \d+ in English, \d+ in Cymraeg\.$", build_said, re.MULTILINE)
    for edition in ("print", "epub", "web", "usb"):
        assert re.search(rf"^  {edition} ", build_said, re.MULTILINE)
    for step in ("check", "print", "epub", "stage", "render", "search", "catalogue", "usb"):
        assert re.search(rf"\b{step} \d+\.\d s", build_said)
    assert re.search(r"^Open .*index\.html$", build_said, re.MULTILINE)
    assert "\x1b" not in build_said


def test_the_same_input_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    again = copy_of_the_project(tmp_path / "again")
    done = run_fingerpost("build", "--root", str(again))
    assert done.returncode == 0, done.stderr
    for edition in ("site", "dist"):
        assert bytes_of(again / edition) == bytes_of(built / edition)


def test_plain_mkdocs_gives_the_same_site(built: Path, tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "plain")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
    )
    assert done.returncode == 0, done.stderr
    assert bytes_of(root / "site") == bytes_of(built / "site")


def test_plain_mkdocs_says_what_is_wrong_and_leaves_the_site(tmp_path: Path) -> None:
    root = copy_of_the_project(tmp_path / "plain")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("as it was", "utf-8")
    (root / "docs" / "guides" / "online-abuse" / "index.en.md").write_text("no front matter", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "docs/guides/online-abuse/index.en.md" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert bytes_of(root / "site") == {"index.html": hashlib.sha256(b"as it was").hexdigest()}


def test_both_languages_have_the_same_pages(built: Path) -> None:
    site = built / "site"
    english = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*.html")
        if not file.is_relative_to(site / "cy") and file.name not in ("404.html", "measures.html")  # in both at once
    }
    welsh = {file.relative_to(site / "cy").as_posix() for file in (site / "cy").rglob("*.html")}
    assert english == welsh


def test_the_site_ships_nothing_of_the_theme_and_names_no_machine(built: Path) -> None:
    for edition in ("site", "dist/usb"):
        for file in (built / edition).rglob("*"):
            if file.is_file() and file.suffix in (".html", ".css", ".js", ".json", ".xml", ".csv"):
                text = file.read_text("utf-8")
                assert str(built) not in text, file
                assert str(Path.home()) + "/" not in text, file
        assert not list((built / edition).rglob("*material*"))
        assert not list((built / edition).rglob("bundle*.js"))


def test_the_catalogue_holds_every_resource_in_both_languages(built: Path) -> None:
    data = json.loads((built / "site" / "catalogue.json").read_text("utf-8"))
    rows = {row["id"]: row for row in data["resources"]}
    assert len(rows) >= 6 + 3 + 12 + 5 + 2
    guide = rows["guides/setting-limits"]
    assert guide["kind"] == "guide"
    assert guide["languages"]["en"]["url"] == "https://fingerpost.example/guides/setting-limits/"
    assert guide["languages"]["cy"]["url"] == "https://fingerpost.example/cy/guides/setting-limits/"
    assert guide["languages"]["cy"]["status"] == "draft"
    assert all(set(row["languages"]) == {"en", "cy"} for row in rows.values())


def test_the_stick_has_few_things_at_the_top(built: Path) -> None:
    top = sorted(entry.name for entry in (built / "dist" / "usb").iterdir())
    first = ["DARLLENWCH-FI.txt", "DECHRAU-YMA.html", "GWIRIO-Y-COPI-HWN.html"]
    assert [name for name in top if "bag" not in name and "manifest" not in name] == [
        "CHECK-THIS-COPY.html",
        *first,
        "READ-ME.txt",
        "START-HERE.html",
        "data",
    ]
    assert len(top) == 13  # the others are those that the standard asks for (RFC 8493)
    longest = max(len(str(file.relative_to(built))) for file in (built / "dist" / "usb").rglob("*"))
    assert longest < 200  # Windows opens paths of up to 260 characters, and the stick has a letter and a folder too
    names = [str(file).lower() for file in (built / "dist" / "usb").rglob("*")]
    assert len(names) == len(set(names))


def test_a_withdrawn_resource_leaves_a_stone_and_nothing_else(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "after"
    shutil.copytree(built, root)
    shutil.rmtree(root / "docs" / "toolkits" / "sharing-a-story-safely")
    for file in (root / "docs").rglob("*.md"):
        text = file.read_text("utf-8")
        cut = re.sub(r"\[([^\]]*)\]\([^)]*toolkits/sharing-a-story-safely/[^)]*\)", r"\1", text)
        if cut != text:
            file.write_text(cut, "utf-8")
    words = "{en: Taken back., cy: Tynnwyd yn ôl.}"
    line = f"- {{id: toolkits/sharing-a-story-safely, on: 2026-11-21, words: {words}}}\n"
    (root / "docs" / "_withdrawn.yml").write_text(line, "utf-8")
    done = run_fingerpost("build", "--root", str(root))
    assert done.returncode == 0, done.stderr
    stone = (root / "site" / "cy" / "toolkits" / "sharing-a-story-safely" / "index.html").read_text("utf-8")
    assert "Tynnwyd yn ôl." in stone
    assert 'content="noindex"' in stone
    phrase = "stop signal"
    assert phrase in (built / "site/toolkits/sharing-a-story-safely/index.html").read_text("utf-8").lower()
    for folder in ("site", "dist", "build"):
        for file in (root / folder).rglob("*"):
            assert "sharing-a-story-safely." not in file.name, file
            if file.is_file() and file.suffix in (".html", ".md", ".json", ".csv"):
                assert phrase not in file.read_text("utf-8").lower(), file
