"""Where the way to leave at once stands: by resource, by topic, on every page, or nowhere; web and stick."""

import re
import shutil
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT, run_fingerpost
from tests.helpers import answer, guide, page, toolkit, write

BASE = CHECKOUT / "tests" / "fixtures" / "base" / "docs"
FOLDERS = ("site", "dist/usb/data/site")
PRESS = 'class="leave-now"'
MARKED = {
    "guides/own/index.html",
    "toolkits/kit/index.html",
    "toolkits/kit/activity-a.html",
    "toolkits/kit/easy.html",
    "questions/q/index.html",
    "topics/watched.html",
    "ask.html",
}


def collection(root: Path, settings: str = "") -> Path:
    """A collection in which a guide, a page and a topic are marked, and one resource with the topic is not."""
    shutil.copytree(BASE, root / "docs")
    vocabulary = root / "docs" / "_vocabulary" / "topics.yml"
    vocabulary.write_text(
        vocabulary.read_text("utf-8") + "- {id: watched, label: {en: Watched, cy: Gwylio}, exit: true}\n", "utf-8"
    )
    yml = (CHECKOUT / "mkdocs.yml").read_text("utf-8")
    easy = "![A leaf](leaf.svg)\n\nPlants need water.\n"
    leaf = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>A leaf</title></svg>'
    return write(
        root,
        {
            "mkdocs.yml": yml.replace("custom_dir: overrides", f"custom_dir: {CHECKOUT / 'overrides'}") + settings,
            "docs/guides/own/index.en.md": guide(title="Own", exit=True),
            "docs/guides/off/index.en.md": guide(title="Off", topics=["watched"], exit=False),
            "docs/guides/plain/index.en.md": guide(title="Plain"),
            "docs/toolkits/kit/index.en.md": toolkit(["activity-a"], title="The kit", topics=["wellbeing", "watched"]),
            "docs/toolkits/kit/activity-a.en.md": page({"title": "The part", "part": "activity"}, "Do this.\n"),
            "docs/toolkits/kit/easy.en.md": page({}, easy),
            "docs/toolkits/kit/leaf.svg": leaf,
            "docs/questions/q/index.en.md": guide("What now?\n", title="A question?", topics=["watched"]),
            "docs/questions/q/answer-1.en.md": answer("One.\n", title="One"),
            "docs/questions/q/answer-2.en.md": answer("Two.\n", title="Two"),
            "docs/pages/ask.en.md": page({"title": "Ask", "summary": "How.", "exit": True}, "Ask us.\n"),
        },
    )


def with_it(root: Path, folder: str) -> set[str]:
    """Return the pages that have the link, by their paths."""
    pages = (root / folder).rglob("*.html")
    return {one.relative_to(root / folder).as_posix() for one in pages if PRESS in one.read_text("utf-8")}


def test_what_is_marked_has_it_in_both_languages_and_nothing_else(tmp_path: Path) -> None:
    root = collection(tmp_path)
    done = run_fingerpost("build", "--root", str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    for folder in FOLDERS:
        assert with_it(root, folder) == MARKED | {f"cy/{path}" for path in MARKED}
    web = (root / "site" / "cy" / "guides" / "own" / "index.html").read_text("utf-8")
    assert f'{PRESS} href="https://www.bbc.co.uk/cymrufyw"' in web
    # This collection has no page that explains it, and no link that leads to none.
    assert "leave-why" not in web
    stick = (root / "dist" / "usb" / "data" / "site" / "cy" / "guides" / "own" / "index.html").read_text("utf-8")
    assert f'{PRESS} href="../../../measures.html"' in stick
    for file in (root / "dist" / "usb").rglob("*.html"):
        assert "bbc.co.uk" not in file.read_text("utf-8")


def test_everywhere_means_everywhere(tmp_path: Path) -> None:
    root = collection(tmp_path, '\nextra:\n  exit: {where: everywhere, to: "https://maps.example.com/"}\n')
    assert run_fingerpost("build", "--root", str(root), "--edition", "web").returncode == 0
    every = {file.relative_to(root / "site").as_posix() for file in (root / "site").rglob("*.html")}
    assert every - with_it(root, "site") == {"measures.html"}
    assert 'href="https://maps.example.com/"' in (root / "site" / "guides" / "off" / "index.html").read_text("utf-8")


def test_everywhere_is_the_first_page_of_a_stick_too(tmp_path: Path) -> None:
    root = collection(tmp_path, "\nextra:\n  exit: {where: everywhere}\n")
    assert run_fingerpost("build", "--root", str(root), "--edition", "usb").returncode == 0
    for file in (root / "dist" / "usb").glob("*.html"):
        assert f'{PRESS} href="data/site/measures.html"' in file.read_text("utf-8")


def test_nowhere_leaves_no_trace_of_it(tmp_path: Path) -> None:
    root = collection(tmp_path, "\nextra:\n  exit: {where: nowhere}\n")
    assert run_fingerpost("build", "--root", str(root), "--edition", "web").returncode == 0
    assert with_it(root, "site") == set()
    for file in (root / "site").rglob("*.html"):
        assert not re.search(r"exit\.(?:js|css)", file.read_text("utf-8"))


@pytest.mark.parametrize("command", ["build", "check"])
def test_settings_that_cannot_be_used_stop_with_a_sentence(command: str, tmp_path: Path) -> None:
    root = collection(tmp_path, "\nextra:\n  exit: {on: marked}\n")
    done = run_fingerpost(command, "--root", str(root))
    assert done.returncode == 1
    assert "mkdocs.yml: under extra, exit may hold where and to, and not 'on'." in done.stderr
    assert "Traceback" not in done.stderr
    assert not (root / "site").exists()


def test_the_starter_collection_has_it_where_readers_may_be_watched(built: Path) -> None:
    found = {path for path in with_it(built, "site") if not path.startswith("cy/")}
    assert {"guides/online-abuse/index.html", "guides/when-you-are-not-believed/index.html"} <= found
    assert {"topics/online-abuse.html", "topics/discrimination.html", "leaving.html"} <= found
    # The answer on the home page that leads to these topics, and none that leads elsewhere.
    assert {path for path in found if path.startswith("ways/")} == {"ways/deal-with-something-hard.html"}
    assert "index.html" not in found
