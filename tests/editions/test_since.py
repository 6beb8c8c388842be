"""What readers of a translation are told when its original has changed: asked of a real Git history."""

import html
import os
import re
import shutil
import subprocess
import time
from datetime import date
from pathlib import Path

import pytest
from fingerpost.editions.since import passages_of, since_translated
from fingerpost.gate import Edition
from fingerpost.stage import Section, Since, stage_site

from tests.helpers import answer, archive, fingerpost, guide, page, read, toolkit, welsh, words, write
from tests.stage.collection import text_at

AT = "docs/guides/one"
EN, CY = f"{AT}/index.en.md", f"{AT}/index.cy.md"
OLD = "Before.\n\n## Say yes\n\nOld words.\n\n## Say no\n\nThe same.\n\n## Gone for good\n\nSecret words.\n"
NEW = "Before.\n\n## Say yes\n\nNew words.\n\n## Say no\n\nThe same.\n\n## Have words *ready*\n\nMore.\n"
OWN = "O'r blaen.\n\n## Dweud ie\n\nGeiriau.\n\n## Dweud na\n\nYr un.\n\n## Wedi mynd\n\nCudd.\n"
FIRST, SECOND = guide(OLD, title="Plants"), guide(NEW, title="Plants")
TRANSLATED = welsh(FIRST, OWN, title="Planhigion")


def git(root: Path, *asked: str, day: str = "2026-11-01", moment: str = "") -> None:
    """Run Git without anybody's own settings, as on a day or at a moment."""
    when = moment or f"{day}T12:00:00+00:00"
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    dated = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    who = ["-c", "user.name=Example", "-c", "user.email=example@example.org", "-c", "commit.gpgsign=false"]
    surroundings = {**os.environ, **quiet, **dated}
    subprocess.run(["git", "-C", str(root), *who, *asked], check=True, capture_output=True, env=surroundings)


def commit(root: Path, files: dict[str, str], day: str) -> None:
    """Write files and commit everything on a day."""
    write(root, files)
    if not (root / ".git").exists():
        git(root, "init", "--initial-branch=main")
    git(root, "add", "-A")
    git(root, "commit", "-m", "A change", day=day)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A collection whose original was changed on 3 November, and only in its front matter on the 5th."""
    commit(tmp_path, {EN: FIRST, CY: TRANSLATED}, "2026-11-01")
    commit(tmp_path, {EN: SECOND}, "2026-11-03")
    commit(tmp_path, {EN: guide(NEW, title="Plants", topics=["pay"])}, "2026-11-05")
    return tmp_path


def since(root: Path, path: str = CY) -> Since | None:
    return since_translated(read(root)).get(path)


# What is found


def test_the_day_and_the_sections_are_found(root: Path) -> None:
    assert since(root) == Since(
        day=date(2026, 11, 3),
        changed=(Section("Dweud ie", "cy"),),
        added=(Section("Have words ready", "en"),),
        gone=1,
    )


def test_without_the_same_sections_headings_are_those_of_the_original(root: Path) -> None:
    commit(root, {CY: welsh(FIRST, "## Popeth\n\nYn un.\n")}, "2026-11-06")
    found = since(root)
    assert found is not None
    assert found.changed == (Section("Say yes", "en"),)


@pytest.mark.parametrize("comment", ["<!-- from Zelda -->", "<!-- from Zelda"])
def test_what_is_remarked_in_a_heading_is_not_told(comment: str, tmp_path: Path) -> None:
    first = guide(OLD.replace("Say yes", f"Say yes {comment}"), title="Plants")
    own = OWN.replace("Dweud ie", f"Dweud ie {comment}")
    commit(tmp_path, {EN: first, CY: welsh(first, own, title="Planhigion")}, "2026-11-01")
    now = NEW.replace("Say yes", f"Say yes {comment}").replace("*ready*", f"*ready* {comment}")
    commit(tmp_path, {EN: guide(now, title="Plants")}, "2026-11-03")
    found = since(tmp_path)
    assert found is not None
    assert found.changed == (Section("Dweud ie", "cy"),)
    assert found.added == ((Section("Have words ready", "en"),) if comment.endswith("-->") else ())
    write(tmp_path, {CY: welsh(first, "Popeth.\n", title="Planhigion")})
    found = since(tmp_path)
    assert found is not None
    assert found.changed == (Section("Say yes", "en"),)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (guide(OLD, title="Other plants"), Since(named=True)),
        (guide(OLD, title="Plants", summary="Another."), Since(named=True)),
        (guide(OLD.replace("Before.", "After."), title="Plants"), Since(beginning=True)),
        (guide(OLD.replace("Say no", "Say never"), title="Plants"), Since(changed=(Section("Dweud na", "cy"),))),
        (guide("\n" + OLD.replace("\n\n", "\n\n\n"), title="Plants"), Since()),
        (
            guide("Before.\n\n## Say no\n\nThe same.\n\n## Say yes\n\nOld words.\n", title="Plants"),
            Since(gone=1),
        ),
        (guide("Nothing is as it was.\n", title="Plants"), Since(beginning=True, gone=3)),
        (guide(f"{OLD}\n```\n## Code\n```\n", title="Plants"), Since(changed=(Section("Wedi mynd", "cy"),))),
    ],
)
def test_each_sort_of_change_is_told_apart(now: str, expected: Since, tmp_path: Path) -> None:
    commit(tmp_path, {EN: FIRST, CY: TRANSLATED}, "2026-11-01")
    commit(tmp_path, {EN: now}, "2026-11-03")
    found = since(tmp_path)
    assert found == Since(date(2026, 11, 3), *[getattr(expected, name) for name in Since.__slots__[1:]])


def test_of_several_changes_the_last_day_counts(root: Path) -> None:
    commit(root, {EN: guide(NEW.replace("More.", "Much more."), title="Plants")}, "2026-11-07")
    found = since(root)
    assert found is not None
    assert found.day == date(2026, 11, 7)


def test_a_change_on_a_branch_counts_from_the_day_of_its_merge(tmp_path: Path) -> None:
    commit(tmp_path, {EN: FIRST, CY: TRANSLATED}, "2026-11-01")
    git(tmp_path, "checkout", "-b", "other")
    commit(tmp_path, {EN: SECOND}, "2026-11-02")
    git(tmp_path, "checkout", "main")
    commit(tmp_path, {"docs/note.txt": "x"}, "2026-11-04")
    git(tmp_path, "merge", "--no-ff", "-m", "Merge", "other", day="2026-11-09")
    found = since(tmp_path)
    assert found is not None
    assert found.day == date(2026, 11, 9)
    assert found.gone == 1


def test_what_was_moved_is_followed(tmp_path: Path) -> None:
    at = "docs/guides/once"
    commit(tmp_path, {f"{at}/index.en.md": FIRST, f"{at}/index.cy.md": TRANSLATED}, "2026-11-01")
    git(tmp_path, "mv", at, AT)
    git(tmp_path, "commit", "-m", "Move", day="2026-11-02")
    commit(tmp_path, {EN: SECOND}, "2026-11-03")
    found = since(tmp_path)
    assert found is not None
    assert found.day == date(2026, 11, 3)


# Where nothing certain is known


def test_a_day_that_no_calendar_has_is_not_said(root: Path) -> None:
    write(root, {EN: guide(NEW.replace("More.", "Much more."), title="Plants")})
    git(root, "add", "-A")
    git(root, "commit", "-m", "Later", moment="@253402300800 +0000")
    found = since(root)
    assert found is not None
    assert (found.day, found.gone) == (None, 1)


def test_a_day_that_the_history_does_not_know_is_not_said(root: Path) -> None:
    write(root, {EN: guide(NEW.replace("More.", "Not committed."), title="Plants")})
    found = since(root)
    assert found is not None
    assert found.day is None
    assert found.gone == 1


@pytest.mark.parametrize("made", ["2026-11-04", "2026-12-24"])
def test_a_day_before_the_translation_was_made_is_not_said(made: str, root: Path) -> None:
    commit(root, {CY: welsh(FIRST, OWN, made=date.fromisoformat(made))}, "2026-11-06")
    found = since(root)
    assert found is not None
    assert found.day is None


def test_a_day_that_is_yet_to_come_is_not_said(tmp_path: Path) -> None:
    commit(tmp_path, {EN: FIRST, CY: TRANSLATED}, "2026-11-01")
    commit(tmp_path, {EN: SECOND}, "2031-01-01")
    found = since(tmp_path)
    assert found is not None
    assert found.day is None


def test_without_history_nothing_is_said(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for change in ("shallow", "never", "none"):
        copy = tmp_path.parent / f"{tmp_path.name}-{change}"
        if change == "shallow":
            git(tmp_path, "clone", "--depth", "1", root.as_uri(), str(copy))
        else:
            shutil.copytree(root / "docs", copy / "docs")
        if change == "never":
            git(copy, "init")
        assert since_translated(read(copy)) == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert since_translated(read(root)) == {}


def test_a_version_that_was_never_committed_says_nothing(root: Path) -> None:
    commit(root, {CY: welsh(FIRST, OWN, source="00000000")}, "2026-11-06")
    assert since_translated(read(root)) == {}


def test_a_translation_that_is_up_to_date_is_not_asked_about(tmp_path: Path) -> None:
    commit(tmp_path, {EN: FIRST}, "2026-11-01")
    commit(tmp_path, {EN: SECOND, CY: welsh(SECOND)}, "2026-11-03")
    assert since_translated(read(tmp_path)) == {}


def test_git_is_not_waited_for(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "slow"
    slow.mkdir()
    (slow / "git").write_text("#!/bin/sh\nexec sleep 30\n", "utf-8")
    (slow / "git").chmod(0o755)
    library = read(root)
    monkeypatch.setenv("PATH", f"{slow}:{os.environ['PATH']}")
    began = time.monotonic()
    assert since_translated(library, longest=0.5) == {}
    assert time.monotonic() - began < 5
    assert since_translated(library, longest=0) == {}


def test_a_body_is_taken_apart_at_its_headings() -> None:
    body = "First.\n\n# One\nWords.\n\nTwo\n---\n\n### [Three](x.md) `now` {#own}\n```\n# Not\n```\n"
    assert [(part.level, part.heading) for part in passages_of(body)] == [
        (0, ""),
        (1, "One"),
        (2, "Two"),
        (3, "Three now"),
    ]
    assert [part.heading for part in passages_of("")] == [""]


# What stands on the pages


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built collection with stale translations of a guide, a part, an answer, a plain page and a record."""
    root = tmp_path_factory.mktemp("stale")
    kit, part = toolkit(["activity-a"], OLD, title="The kit"), page({"title": "A", "part": "activity"}, OLD)
    question, yes = guide("Now?\n", title="Q?"), answer(OLD, title="Yes")
    record = archive(OLD, title="Record")
    about = page({"title": "About", "summary": "Who."}, OLD)
    originals = {
        f"{AT}/index": FIRST,
        "docs/toolkits/kit/index": kit,
        "docs/toolkits/kit/activity-a": part,
        "docs/questions/q/answer-1": yes,
        "docs/archive/a-record/index": record,
        "docs/pages/about": about,
    }
    files = {f"{path}.en.md": text for path, text in originals.items()}
    files |= {f"{path}.cy.md": welsh(text, OWN, title="Teitl") for path, text in originals.items()}
    files |= {"docs/questions/q/index.en.md": question, "docs/questions/q/index.cy.md": welsh(question)}
    write(root, {**files, "docs/pages/home.en.md": page({"title": "Home", "summary": "What?"}, "Words.\n")})
    read(root)  # and its vocabularies
    commit(root, {}, "2026-11-01")
    commit(root, {f"{path}.en.md": text.replace(OLD, NEW) for path, text in originals.items()}, "2026-11-03")
    done = fingerpost("build", "--root", str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def told(site: Path, path: str) -> str:
    """Return what a page says of its state, tags and all, without line ends."""
    whole = html.unescape((site / path).read_text("utf-8"))
    found = re.search(r'<section class="state".*?</section>|<div class="before"[^>]*>.*?</div>', whole, re.DOTALL)
    assert found, path
    return found[0].replace("\n", "")


@pytest.mark.parametrize(
    ("path", "original"),
    [
        ("cy/guides/one/index.html", "../../../guides/one/index.html"),
        ("cy/toolkits/kit/index.html", "../../../toolkits/kit/index.html"),
        ("cy/toolkits/kit/activity-a.html", "../../../toolkits/kit/activity-a.html"),
        ("cy/questions/q/index.html", "../../../questions/q/index.html#answer-1"),
        ("cy/about.html", "../about.html"),
        ("cy/archive/a-record/index.html", "../../../archive/a-record/index.html"),
    ],
)
def test_a_page_says_what_changed_and_when_and_leads_to_the_original(path: str, original: str, site: Path) -> None:
    said = told(site, path)
    assert "Newidiwyd y gwreiddiol ar 3 Tachwedd 2026, ar ôl gwneud y cyfieithiad hwn." in said
    assert "<p>Wedi newid ers hynny:</p><ul><li>“Dweud ie”</li></ul>" in said
    assert '<p>Newydd ers hynny:</p><ul><li lang="en" dir="ltr">“Have words ready”</li></ul>' in said
    assert words()["cy"]("stale-gone", count=1) in said
    assert f'<a href="{original}" hreflang="en">Darllen y gwreiddiol (Saesneg)</a>' in said
    target, _, anchor = original.partition("#")
    there = (site / path).parent / target
    assert there.resolve().is_file()
    assert not anchor or f'id="{anchor}"' in there.read_text("utf-8")


def test_of_a_translation_that_is_not_shown_nothing_is_said(tmp_path: Path) -> None:
    held = archive(OLD, holding="full", title="Held", rights={"licence": "InC"})
    kept = guide(OLD, title="Kept", rights={"licence": "CC-BY-ND-4.0", "holder": "Example Group"})
    files: dict[str, str] = {}
    for path, text in {"docs/archive/a-record/index": held, "docs/guides/kept/index": kept}.items():
        files |= {f"{path}.en.md": text, f"{path}.cy.md": welsh(text, OWN, title="Teitl")}
    commit(tmp_path, files, "2026-11-01")
    commit(tmp_path, {path: text.replace(OLD, NEW) for path, text in files.items()}, "2026-11-03")
    library = read(tmp_path)
    found = since_translated(library)
    assert len(found) == 2
    for edition in (Edition.WEB, Edition.USB):
        tree = stage_site(library, edition, words(), {}, found)
        for path in ("cy/archive/a-record/index.md", "cy/guides/kept/index.md"):
            whole = text_at(tree, path)
            assert "Newidiwyd" not in whole
            assert "Dweud ie" not in whole
        assert "Have words" not in text_at(tree, "cy/archive/a-record/index.md")


def test_what_was_taken_out_stands_nowhere(site: Path) -> None:
    for folder in (site, site.parent / "dist", site.parent / "build"):
        for file in folder.rglob("*"):
            if file.is_file():
                assert b"Gone for good" not in file.read_bytes(), file
                assert b"Secret words" not in file.read_bytes(), file


def test_on_paper_it_is_one_sentence(site: Path) -> None:
    sheet = site.parent / "build" / "print" / "site" / "cy" / "toolkits" / "kit" / "index.html"
    whole = html.unescape(sheet.read_text("utf-8"))
    sentence = words()["cy"]("stale-on", day="3 Tachwedd 2026")
    assert whole.count(f"<p>{sentence}</p>") == 1
    assert whole.count(sentence) == 1  # what stands on the first page is not said again of each part
    assert "Darllen y gwreiddiol" not in whole


def test_without_git_the_page_says_when_the_translation_was_made(tmp_path: Path) -> None:
    made = welsh(FIRST, OWN, made=date(2026, 10, 2))
    files = {EN: SECOND, CY: made, "docs/guides/two/index.en.md": SECOND, "docs/guides/two/index.cy.md": TRANSLATED}
    write(tmp_path, {**files, "docs/pages/home.en.md": page({"title": "Home", "summary": "What?"}, "Words.\n")})
    read(tmp_path)
    done = fingerpost("build", "--edition", "web", "--root", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    say = words()["cy"]
    assert say("stale-made", day="2 Hydref 2026") in told(tmp_path / "site", "cy/guides/one/index.html")
    assert say("state-stale") in told(tmp_path / "site", "cy/guides/two/index.html")
    assert "../../../guides/two/index.html" in told(tmp_path / "site", "cy/guides/two/index.html")
