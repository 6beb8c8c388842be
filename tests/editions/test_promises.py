"""What was promised to makers and readers, tried through whole builds of small collections."""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from filelock import FileLock

from tests.conftest import CHECKOUT, run_fingerpost
from tests.helpers import answer, guide, page, toolkit, welsh

BASE = CHECKOUT / "tests" / "fixtures" / "base" / "docs"
GUIDE = "docs/guides/example/index.en.md"


def collection(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Make the smallest sound collection, with more files laid over it."""
    shutil.copytree(BASE, root / "docs")
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    return root


def built_text(root: Path) -> str:
    """Return everything that can be read in what was built."""
    files = [file for folder in ("site", "dist") for file in (root / folder).rglob("*") if file.is_file()]
    return "\n".join(file.read_bytes().decode("utf-8", "replace") for file in files)


def build(root: Path, *words: str) -> str:
    done = run_fingerpost("build", "--root", str(root), *words)
    assert done.returncode == 0, done.stdout + done.stderr
    return built_text(root)


@pytest.mark.parametrize("name", ["draft.markdown", "draft.mkd", "NOTES.MD", "page.html", "run.js", "x.xml", "x.svgz"])
def test_only_known_kinds_of_file_may_lie_beside_a_text(name: str, tmp_path: Path) -> None:
    front = "---\ntemplate: part.html\nfp: {back: {url: 'javascript:1', title: x}}\n---\n\nNobody agreed to this.\n"
    root = collection(tmp_path, {f"docs/guides/example/{name}": front})
    done = run_fingerpost("build", "--root", str(root))
    assert done.returncode == 1
    assert f"docs/guides/example/{name}:1" in done.stderr
    assert not (root / "site").exists()


@pytest.mark.parametrize(
    "drawing",
    [
        '<a-b:svg xmlns:a-b="http://www.w3.org/2000/svg"><a-b:script>x()</a-b:script></a-b:svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.org/x.png"/></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><style>@import "https://example.org/x.css"</style></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(https://example.org/x)"/></svg>',
        '<?xml-stylesheet href="x.xsl"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        "<svg",
    ],
)
def test_a_drawing_that_could_do_more_than_draw_is_refused(drawing: str, tmp_path: Path) -> None:
    done = run_fingerpost("check", "--root", str(collection(tmp_path, {"docs/guides/example/x.svg": drawing})))
    assert done.returncode == 1
    assert "docs/guides/example/x.svg" in done.stdout
    assert "FP502" in done.stdout


def test_a_picture_from_another_website_is_refused(tmp_path: Path) -> None:
    for body in ("![A leaf](https://example.org/x.png)\n", '<img alt="A leaf" src="//example.org/x.png">\n'):
        shutil.rmtree(tmp_path / "docs", ignore_errors=True)
        done = run_fingerpost("check", "--root", str(collection(tmp_path, {GUIDE: guide(body)})))
        assert done.returncode == 1
        assert "A picture from another website" in done.stdout


def test_an_answer_keeps_its_notes_its_footnotes_and_its_licence(tmp_path: Path) -> None:
    words = "See [the site][1] and this.[^1]\n\n[1]: https://{0}.example/\n[^1]: Note of {0}.\n\n## Find\n"
    files = {
        "docs/questions/q/index.en.md": guide("What now?\n", title="A question?"),
        "docs/questions/q/answer-1.en.md": answer(words.format("one"), title="One", content_notes=["coercion"]),
        "docs/questions/q/answer-2.en.md": answer(
            words.format("two"), title="Two", rights={"licence": "CC-BY-ND-4.0", "holder": "Example Group"}
        ),
    }
    root = collection(tmp_path, files)
    vocabulary = root / "docs" / "_vocabulary" / "content-notes.yml"
    vocabulary.write_text("- {id: coercion, label: {en: Coercion, cy: Gorfodaeth}}\n", "utf-8")
    build(root, "--edition", "web")
    html = (root / "site" / "questions" / "q" / "index.html").read_text("utf-8")
    for own in ("https://one.example/", "https://two.example/", "Note of one.", "Note of two."):
        assert own in html
    assert '<div class="before" data-pagefind-ignore><p>Before you read: Coercion' in " ".join(html.split())
    assert "You may copy and share it unchanged" in html
    assert "Content note: Coercion" in (root / "site" / "questions" / "index.html").read_text("utf-8")
    rows = json.loads((root / "site" / "catalogue.json").read_text("utf-8"))["resources"]
    assert next(row for row in rows if row["id"] == "questions/q")["content_notes"] == ["coercion"]
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_a_name_that_is_not_to_be_known_stops_the_build_and_is_not_said(tmp_path: Path) -> None:
    nameless = {
        "credits": [{"name": "Marigold Example", "role": "author", "as": "anonymous"}],
        "rights": {"licence": "CC-BY-4.0", "holder": "Marigold Example"},
    }
    done = run_fingerpost("build", "--root", str(collection(tmp_path, {GUIDE: guide(**nameless)})))
    assert done.returncode == 1
    assert "FP308" in done.stdout + done.stderr
    assert "Marigold" not in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()


def test_a_word_is_no_permission(tmp_path: Path) -> None:
    rights = {"licence": "InC", "holder": "Example Press", "permission": "no"}
    done = run_fingerpost("check", "--root", str(collection(tmp_path, {GUIDE: guide(rights=rights)})))
    assert done.returncode == 1
    assert "permission" in done.stdout


def test_consent_runs_out_on_its_day_also_where_nothing_was_committed(tmp_path: Path) -> None:
    consent = {"reference": "C-0001", "scope": ["web", "print", "offline"], "review_by": "2026-03-01"}
    story = guide("Marigold.\n", title="Marigold", made_by="lived-experience-led", consent=consent)
    root = collection(tmp_path, {"docs/guides/story/index.en.md": story})
    for file in (root / "docs").rglob("*.md"):  # nothing was published after February
        file.write_text(file.read_text("utf-8").replace("2026-11-21", "2026-01-05"), "utf-8")
    in_february = {"SOURCE_DATE_EPOCH": "1771000000"}
    assert run_fingerpost("build", "--root", str(root), env=in_february).returncode == 0
    assert "Marigold" in built_text(root)
    # The last commit may well be older than the consent: the gate goes by today.
    assert run_fingerpost("build", "--root", str(root), env={"SOURCE_DATE_EPOCH": ""}).returncode == 0
    assert "Marigold" not in built_text(root)


def test_the_last_resource_can_be_withdrawn(tmp_path: Path) -> None:
    root = collection(tmp_path, {})
    build(root, "--edition", "web")
    ledger = []
    for kind in ("guides", "toolkits", "archive", "questions", "directory"):
        for folder in sorted((root / "docs" / kind).glob("*")):
            ledger.append(f"- {{id: {kind}/{folder.name}, on: 2026-11-21}}\n")
        shutil.rmtree(root / "docs" / kind)
    for file in (root / "docs" / "pages").glob("*.md"):
        file.write_text(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", file.read_text("utf-8")), "utf-8")
    (root / "docs" / "_withdrawn.yml").write_text("".join(ledger), "utf-8")
    build(root)
    assert "took it back" in (root / "site" / "guides" / "example" / "index.html").read_text("utf-8")


def test_what_other_commands_left_goes_with_the_next_build(tmp_path: Path) -> None:
    root = collection(tmp_path, {"docs/guides/marigold/index.en.md": guide("Marigold.\n", title="Marigold")})
    assert run_fingerpost("index", "--root", str(root)).returncode == 0
    assert "Marigold" in (root / "dist" / "catalogue" / "catalogue.json").read_text("utf-8")
    shutil.rmtree(root / "docs" / "guides" / "marigold")
    (root / "docs" / "_withdrawn.yml").write_text("- {id: guides/marigold, on: 2026-11-21}\n", "utf-8")
    build(root)
    for folder in ("site", "dist", "build"):
        for file in (root / folder).rglob("*"):
            if file.is_file():
                assert b"Marigold" not in file.read_bytes(), file


def test_two_builds_at_once_is_said_plainly(tmp_path: Path) -> None:
    root = collection(tmp_path, {})
    (root / "build").mkdir()
    with FileLock(root / "build" / ".lock"):
        done = run_fingerpost("build", "--root", str(root))
    assert done.returncode == 1
    assert "Another build of this collection is running." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_site_that_is_a_link_is_replaced_where_it_leads(tmp_path: Path) -> None:
    root = collection(tmp_path / "root", {})
    served = tmp_path / "served"
    served.mkdir()
    (served / "old.html").write_text("old", "utf-8")
    (root / "site").symlink_to(served)
    build(root, "--edition", "web")
    assert (root / "site").is_symlink()
    assert (served / "index.html").is_file()
    assert not (served / "old.html").exists()


def test_an_untranslated_home_and_part_say_so_and_are_marked(tmp_path: Path) -> None:
    kit = toolkit(["activity-a"], "Intro.\n", title="The kit")
    files = {
        "docs/toolkits/kit/index.en.md": kit,
        "docs/toolkits/kit/index.cy.md": welsh(kit, "Rhagair.\n", title="Y pecyn"),
        "docs/toolkits/kit/activity-a.en.md": page({"title": "Only English", "part": "activity"}, "Do this.\n"),
    }
    root = collection(tmp_path, files)
    (root / "docs" / "pages" / "home.cy.md").unlink()
    for file in (root / "docs" / "pages").glob("*.cy.md"):
        file.write_text(file.read_text("utf-8").replace("home.cy.md", "home.en.md"), "utf-8")
    build(root, "--edition", "web")
    home = (root / "site" / "cy" / "index.html").read_text("utf-8")
    assert 'hreflang="cy"' not in home.split("</head>")[0]
    assert "Nid oes fersiwn" in home
    part = (root / "site" / "cy" / "toolkits" / "kit" / "activity-a.html").read_text("utf-8")
    assert '<h1 data-pagefind-meta="title" lang="en" dir="ltr">Only English</h1>' in part
    assert "Nid oes fersiwn" in part
