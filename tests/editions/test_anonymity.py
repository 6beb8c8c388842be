"""People are named as they chose, and nothing else of anybody gets out: whole builds, and all that they made."""

import ast
import getpass
import gzip
import json
import os
import re
import shutil
import socket
import subprocess
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fingerpost.editions.build import Edition, build
from fingerpost.editions.collection import open_collection
from fingerpost.editions.made import Narration
from pypdf import PdfReader, PdfWriter

from tests.conftest import CHECKOUT, EPOCH, run_fingerpost
from tests.editions.outputs import readings, where_it_stands
from tests.helpers import answer, guide, page, toolkit, welsh, write

BASE = CHECKOUT / "tests" / "fixtures" / "base" / "docs"
LATER = "1800000000"  # 2027-01-15: not the day on which the test runs
SORTS = ("named", "pseudonym", "group", "anonymous")


def credit(shown: str, name: str, **more: str) -> dict[str, str]:
    return {**({} if shown == "anonymous" else {"name": name}), **more, "as": shown}


def translated(original: str, by: list[dict[str, str]], readers: list[dict[str, str]], title: str) -> str:
    return welsh(original, "Geiriau.\n", title=title, by=by, reviewed_by=readers)


def one_of_each(by: list[dict[str, str]], readers: list[dict[str, str]], makers: Any, holder: str) -> dict[str, str]:
    """A toolkit with a part and an Easy Read version, a question with an answer, and the Welsh of all of them."""
    rights = {"licence": "CC-BY-4.0", "holder": holder}
    kit = toolkit(["activity-a"], "Words.\n", title="The kit", credits=makers, rights=rights)
    part = page({"title": "The part", "part": "activity"}, "Do this.\n")
    easy = page({"title": "The kit, easy", "summary": "Short."}, "Short words.\n")
    question = guide("What now?\n", title="A question?")
    said = answer("This.\n", title="One", credits=makers, rights=rights)
    files = {
        "docs/toolkits/kit/index": kit,
        "docs/toolkits/kit/activity-a": part,
        "docs/toolkits/kit/easy": easy,
        "docs/questions/q/index": question,
        "docs/questions/q/answer-1": said,
    }
    welsh_files = {
        f"{path}.cy.md": translated(original, by, readers, f"Teitl {number}")
        for number, (path, original) in enumerate(files.items())
    }
    return {**{f"{path}.en.md": original for path, original in files.items()}, **welsh_files}


def collection(root: Path, files: Mapping[str, str]) -> Path:
    shutil.copytree(BASE, root / "docs")
    return write(root, files)


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection built with each sort of credit for makers, translators, readers and the rights' holder."""
    files = one_of_each(
        [credit(shown, f"Tarn{shown}x") for shown in SORTS],
        [credit(shown, f"Rill{shown}x") for shown in SORTS],
        [credit(shown, f"Moor{shown}x", role="author") for shown in SORTS],
        "Holdfastx",
    )
    root = collection(tmp_path_factory.mktemp("chosen"), files)
    done = run_fingerpost("build", "--root", str(root))
    assert done.returncode == 0, done.stdout + done.stderr
    return root


PAGES = [
    "toolkits/kit/index.html",
    "toolkits/kit/activity-a.html",
    "toolkits/kit/easy.html",
    "questions/q/index.html",
]


def own_part(path: str, text: str) -> str:
    """What a page says of whose it is: for a question, what its answer says."""
    begin = text.index('<article class="answer"' if "questions" in path else '<section class="from"')
    return text[begin:]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("place", ["site", "dist/usb/data/site"])
def test_each_page_names_people_as_they_chose(path: str, place: str, chosen: Path) -> None:
    english = own_part(path, (chosen / place / path).read_text("utf-8"))
    cymraeg = own_part(path, (chosen / place / "cy" / path).read_text("utf-8"))
    for shown in SORTS[:3]:
        assert f"Moor{shown}x" in english
        assert f"Moor{shown}x" in cymraeg
        assert f"Tarn{shown}x" in cymraeg
        assert f"Rill{shown}x" in cymraeg
        assert f"Tarn{shown}x" not in english
    assert "someone who chose not to be named (author)" in english
    assert cymraeg.count("rhywun a ddewisodd aros yn ddienw") >= 3  # the maker, the translator, the reader
    assert "Holdfastx" in english


def test_on_paper_people_are_named_as_they_chose(chosen: Path) -> None:
    print_file = (chosen / "dist" / "print" / "cy" / "toolkit-kit.a4.pdf").read_bytes()
    words = b"\n".join(readings(print_file, ".pdf")).decode("utf-8", "replace")
    for marker in ("Moor", "Tarn", "Rill"):
        assert all(f"{marker}{shown}x" in words for shown in SORTS[:3])
    assert "rhywun a ddewisodd aros yn ddienw" in words
    assert PdfReader(chosen / "dist" / "print" / "cy" / "toolkit-kit.a4.pdf").metadata.author is None  # type: ignore[union-attr]


def test_the_catalogue_names_people_as_they_chose(chosen: Path) -> None:
    rows = json.loads((chosen / "site" / "catalogue.json").read_text("utf-8"))["resources"]
    kit = next(row for row in rows if row["id"] == "toolkits/kit")
    assert [one["name"] for one in kit["credits"]] == ["Moornamedx", "Moorpseudonymx", "Moorgroupx", None]
    assert [one["name"] for one in kit["languages"]["cy"]["translators"]][3] is None
    assert [one["as"] for one in kit["languages"]["cy"]["readers"]] == [*SORTS]
    assert kit["languages"]["en"]["translators"] == []
    table = (chosen / "site" / "catalogue.csv").read_text("utf-8")
    assert "Tarnnamedx; Tarnpseudonymx; Tarngroupx; anonymous" in table


def test_somebody_unnamed_is_credited_and_left_unnamed(chosen: Path) -> None:
    part = own_part(PAGES[1], (chosen / "site" / PAGES[1]).read_text("utf-8"))
    assert "Somebody here chose not to be named. Please leave it so." in part
    assert "Moorgroupx, someone who chose not to be named, © Holdfastx, licensed under CC BY 4.0" in part


NAMELESS = {"name": "Zanthorpe Quillfeather", "as": "anonymous"}
NOBODY = [{"as": "anonymous"}]
PLACES: dict[str, dict[str, str]] = {
    "author": one_of_each(NOBODY, NOBODY, [{**NAMELESS, "role": "author"}], "Example Group"),
    "translator": one_of_each([NAMELESS], NOBODY, NOBODY, "Example Group"),
    "reader": one_of_each(NOBODY, [NAMELESS], NOBODY, "Example Group"),
    "holder": one_of_each(NOBODY, NOBODY, [NAMELESS], "Zanthorpe Quillfeather and others"),
}
# A part and an Easy Read version have the makers of their resource, and translators of their own.
FOUND_IN = [
    *((place, file) for place in ("author", "holder") for file in ("index", "answer-1")),
    *((place, file) for place in ("translator", "reader") for file in ("index", "activity-a", "easy", "answer-1")),
]


@pytest.mark.parametrize(("place", "file"), FOUND_IN)
def test_a_name_beside_anonymous_stops_the_build(place: str, file: str, tmp_path: Path) -> None:
    sound = one_of_each(NOBODY, NOBODY, NOBODY, "Example Group")
    named = {path: text for path, text in PLACES[place].items() if f"/{file}." in path and "/q/index" not in path}
    if place in ("author", "holder"):
        named = {path: text for path, text in named.items() if path.endswith(".en.md")}
    done = run_fingerpost("build", "--root", str(collection(tmp_path, {**sound, **named})))
    assert done.returncode == 1
    assert "FP308" in done.stderr
    assert "Quillfeather" not in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("place", PLACES)
def test_past_the_check_such_a_name_is_in_no_output_all_the_same(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    root = collection(tmp_path, PLACES[place])
    made = build(open_collection(root), Edition.ALL, Narration())
    assert [one.edition for one in made.made] == ["print", "epub", "web", "usb"]
    assert where_it_stands(root, "Quillfeather", "build") == []
    assert where_it_stands(root, "Zanthorpe", "build") == []


def test_a_name_that_is_there_is_found(tmp_path: Path) -> None:
    for name, data in {
        "plain": b"Quillfeather",
        "entity": b"Quill&#102;eather",
        "address": b"Quill%66eather",
        "packed": gzip.compress(b"xx Quillfeather"),
        "base64": b"a('UXVpbGxmZWF0aGVyIHdhcyBoZXJl');",
    }.items():
        file = f"site/{name}.gz" if name == "packed" else f"site/{name}.txt"
        write(tmp_path, {file: data})
        assert where_it_stands(tmp_path, "quillfeather") == [file]
        (tmp_path / file).unlink()


MARKERS = {
    "USER": "Wrensonguser",
    "LOGNAME": "Wrensonglogname",
    "HOSTNAME": "Wrensonghostname",
    "GIT_AUTHOR_NAME": "Wrensonggitauthor",
    "GIT_AUTHOR_EMAIL": "wrensonggitauthor@example.org",
    "GIT_COMMITTER_NAME": "Wrensongcommitter",
    "GIT_COMMITTER_EMAIL": "wrensongcommitter@example.org",
    "EMAIL": "wrensongemail@example.org",
}


@pytest.fixture(scope="module")
def built_here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection built in a Git repository in a folder with a name of its own, by somebody who is known by name."""
    root = tmp_path_factory.mktemp("Wrensongfolder")
    collection(root, one_of_each(NOBODY, NOBODY, NOBODY, "Example Group"))
    surroundings = {**os.environ, **MARKERS, "GIT_CONFIG_NOSYSTEM": "1", "HOME": str(root.parent)}
    for words in (
        ("init", "-q"),
        ("add", "-A"),
        ("commit", "-q", "-m", "Wrensongmessage"),
        ("notes", "add", "-m", "Wrensongnote"),
        ("tag", "-a", "Wrensongtag", "-m", "Wrensongtagmessage"),
    ):
        subprocess.run(["git", "-C", str(root), *words], check=True, env=surroundings, capture_output=True)
    done = run_fingerpost("build", "--root", str(root), env={**MARKERS, "SOURCE_DATE_EPOCH": LATER})
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def test_no_output_knows_the_machine_the_folder_or_who_built_it(built_here: Path) -> None:
    # Every marker begins alike, whether it stands in the surroundings, in Git's history or in the folder's name.
    assert where_it_stands(built_here, "wrensong") == []
    assert where_it_stands(built_here, str(CHECKOUT)) == []
    assert where_it_stands(built_here, f"{Path.home()}/") == []
    for name in (socket.gethostname(), getpass.getuser()):
        if len(name) > len("admin"):  # root and the like are words of CSS
            assert where_it_stands(built_here, name) == []


def test_the_time_of_the_last_commit_is_all_that_is_read_of_git(built_here: Path, tmp_path: Path) -> None:
    shutil.copytree(built_here, tmp_path / "Wrensongcopy", ignore=shutil.ignore_patterns("site", "dist", "build"))
    root = tmp_path / "Wrensongcopy"
    done = run_fingerpost("build", "--root", str(root), env={**MARKERS, "SOURCE_DATE_EPOCH": ""})
    assert done.returncode == 0, done.stdout + done.stderr
    assert where_it_stands(root, "wrensong") == []
    commit = subprocess.run(
        ["git", "-C", str(root), "rev-parse", "HEAD"], check=True, capture_output=True, text=True
    ).stdout.strip()
    assert where_it_stands(root, commit[:10]) == []


def says_today(data: bytes) -> bool:
    """Whether a PDF, a packed file or an archive says that it was made today, or the day before or after."""
    now = datetime.now(UTC)
    days = [now + timedelta(days=off) for off in (-1, 0, 1)]
    if data.startswith(b"%PDF"):
        forms = [day.strftime(form).encode() for day in days for form in ("D:%Y%m%d", "%Y-%m-%dT")]
        return any(form in reading for form in forms for reading in readings(data, ".pdf"))
    if data.startswith(b"PK\x03\x04"):
        members = zipfile.ZipFile(BytesIO(data)).infolist()
        return any(member.date_time[:3] == (day.year, day.month, day.day) for member in members for day in days)
    stamped = int.from_bytes(data[4:8], "little") if data.startswith(b"\x1f\x8b") else 0
    return abs(stamped - now.timestamp()) < timedelta(days=2).total_seconds()


def test_no_file_carries_the_time_at_which_it_was_made(built_here: Path) -> None:
    files = [file for folder in ("site", "dist") for file in (built_here / folder).rglob("*") if file.is_file()]
    assert {".pdf", ".js"} <= {file.suffix for file in files}
    assert [file for file in files if says_today(file.read_bytes())] == []


def test_a_time_that_is_there_is_found() -> None:
    archive, document = BytesIO(), BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr(zipfile.ZipInfo("x", datetime.now(UTC).timetuple()[:6]), "x")
    writer = PdfWriter()
    writer.add_blank_page(10, 10)
    writer.add_metadata({"/CreationDate": datetime.now(UTC).strftime("D:%Y%m%d%H%M%SZ")})
    writer.write(document)
    assert all(says_today(data) for data in (archive.getvalue(), document.getvalue(), gzip.compress(b"x")))
    assert not says_today(gzip.compress(b"x", mtime=0))


# Git


WHAT_MAY_BE_ASKED = frozenset({"%ct", "%cs", "%H", "%x00"})  # times, ids of commits, and what stands between them
NOT_ASKED = frozenset(
    {"shortlog", "blame", "annotate", "whatchanged", "show", "notes", "config", "for-each-ref", "var"}
)
PLACEHOLDER = re.compile(r"%(?:x[0-9a-f]{2}|[acgG].|.)")


def asks_for_people(source: str) -> list[str]:
    """Return what a Python file asks Git for that could name somebody."""
    amiss = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
            amiss += [name for name in names if name.split(".")[0] in ("git", "dulwich", "pygit2")]
        if not isinstance(node, ast.Call | ast.List | ast.Tuple):
            continue
        elements = node.args if isinstance(node, ast.Call) else node.elts
        words = [one.value for one in elements if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
        if "git" not in words and called != "_git":
            continue
        amiss += [word for word in words if word in NOT_ASKED]
        formats = [word for word in words if word.startswith(("--format", "--pretty"))]
        amiss += [mark for word in formats for mark in PLACEHOLDER.findall(word) if mark not in WHAT_MAY_BE_ASKED]
        if "log" in words and not any(word.startswith("--format=") for word in formats):
            amiss.append("log")  # without a format, it says who
    return amiss


@pytest.mark.parametrize("file", sorted((CHECKOUT / "scripts").rglob("*.py")), ids=lambda file: file.stem)
def test_git_is_asked_for_times_and_contents_alone(file: Path) -> None:
    assert asks_for_people(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "run(['git', 'log', '--format=%an'])",
        "run(['git', '-C', x, 'log', '-1', '--format=%H %cE'])",
        "run(['git', 'log', '-1'])",
        "run(['git', 'log', '--pretty=fuller'])",
        "run(['git', 'shortlog', '-s'])",
        "_git(root, 'blame', path)",
        "import git",
        "from dulwich.repo import Repo",
    ],
)
def test_asking_git_for_people_is_noticed(source: str) -> None:
    assert asks_for_people(source)


def test_git_is_asked_somewhere() -> None:
    asking = [file for file in (CHECKOUT / "scripts").rglob("*.py") if '"git", "-C"' in file.read_text("utf-8")]
    assert len(asking) == 2  # so that the tests above have something to look at


# Links to a file's history


def test_no_page_leads_to_the_history_of_its_file(tmp_path: Path) -> None:
    collection(tmp_path, one_of_each(NOBODY, NOBODY, NOBODY, "Example Group"))
    settings = (CHECKOUT / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("custom_dir: overrides", f"custom_dir: {CHECKOUT / 'overrides'}")
    settings += "\nrepo_url: https://code.example/wren/collection\nedit_uri: edit/main/docs/\n"
    write(tmp_path, {"mkdocs.yml": settings})
    done = run_fingerpost("build", "--root", str(tmp_path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site" / PAGES[0]).is_file()
    assert where_it_stands(tmp_path, "code.example") == []
