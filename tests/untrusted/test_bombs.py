"""What is small and becomes enormous: named where it stands, in little memory and time, by every command."""

import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers import fingerpost, guide, surroundings, write
from tests.untrusted.bombs import BOMBS, nested
from tests.untrusted.collection import BASE

MEMORY = 900_000_000  # bytes of addresses, of which Python and its libraries take a third
SECONDS = 60
FOLDER = "docs/toolkits/example"


def limited(*words: str) -> tuple[subprocess.CompletedProcess[str], float]:
    """Run the command line with little memory; return what it said and the seconds it took."""
    before = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "fingerpost", *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=surroundings(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    return done, time.monotonic() - before


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection with every bomb beside a toolkit, the pictures shown in a part that would be drawn as a PDF."""
    root = tmp_path_factory.mktemp("bombs")
    shutil.copytree(BASE, root / "docs")
    write(root, {f"{FOLDER}/{name}": make() for name, (_, make) in BOMBS.items()})
    with (root / FOLDER / "huge.pdf").open("wb") as file:
        file.truncate(20_000_000_000)  # takes no room on the disk
    part = root / FOLDER / "activity-watering.en.md"
    part.write_text(part.read_text("utf-8") + "".join(f"\n[A file]({name})\n" for name in BOMBS), "utf-8")
    return root


@pytest.mark.skipif(sys.platform != "linux", reason="other systems limit memory otherwise")
@pytest.mark.parametrize("words", [["check"], ["check", "--fix"], ["build"]], ids=" ".join)
def test_each_is_named_in_little_memory_and_time(words: list[str], root: Path) -> None:
    done, seconds = limited(*words, "--root", str(root))
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Traceback" not in said
    assert "could not finish" not in said
    missing = [name for name, (id, _) in BOMBS.items() if f"{FOLDER}/{name}:1  {id}  " not in said]
    assert missing == []
    assert f"{FOLDER}/huge.pdf:1  FP506" in said
    assert seconds < SECONDS
    assert not (root / "site").exists()


def test_bombs_are_small(root: Path) -> None:
    """They would not be stopped by their size: each is far below what may be kept."""
    assert all((root / FOLDER / name).stat().st_size < 6_000_000 for name in BOMBS)


def test_archives_in_archives_are_not_unpacked(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "docs")
    write(tmp_path, {f"{FOLDER}/nested.docx": nested()})
    done, seconds = limited("check", "--fix", "--root", str(tmp_path))
    assert "Traceback" not in done.stdout + done.stderr
    assert seconds < SECONDS


BILLION = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)
YAML = {
    "aliases": BILLION,
    "an alias of itself": "a: &a [*a]\n",
    "merged": "a: &a {b: c}\nd: {<<: *a}\n",
    "deep lists": f"a: {'[' * 5000}{']' * 5000}\n",
    "deep mappings": "".join(f"{' ' * n}a:\n" for n in range(300)),
    "a huge key": f"{'k' * 60_000}: 1\n",
    "a huge number": f"title: {'9' * 50_000}\n",
    "many keys": "".join(f"k{n}: 1\n" for n in range(6000)),
    "five megabytes": f"title: {'x' * 5_000_000}\n",
    "tags that run": "title: !!python/object/apply:os.system ['touch struck']\n",
}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems limit memory otherwise")
def test_facts_that_grow_are_named_where_they_stand(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "docs")
    files = {f"docs/guides/y-{n}/index.en.md": f"---\n{text}---\nWords.\n" for n, text in enumerate(YAML.values())}
    write(tmp_path, files)
    for words in (["check"], ["build"]):
        done, seconds = limited(*words, "--root", str(tmp_path))
        said = done.stdout + done.stderr
        assert done.returncode == 1
        assert "Traceback" not in said
        assert [name for path, name in zip(files, YAML, strict=True) if f"{path}:" not in said] == []
        assert len(said) < 100_000
        assert seconds < SECONDS
    assert not list(tmp_path.rglob("struck"))


LISTS = ("docs/_vocabulary/topics.yml", "docs/_vocabulary/kinder-words.yml", "docs/_withdrawn.yml")


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("text", [BILLION, f"- {'[' * 5000}{']' * 5000}\n", f"- {'x' * 5_000_000}\n"], ids=str.__len__)
def test_so_are_lists(path: str, text: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "docs")
    write(tmp_path, {path: text})
    done = fingerpost("check", "--root", str(tmp_path))
    assert done.returncode == 1
    assert f"{path}:" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


SECRET = "Marigold-secret"
LINKED = (
    "docs",
    "docs/guides",
    "docs/guides/linked",
    "docs/guides/example/index.cy.md",
    "docs/guides/example/easy.en.md",
    "docs/guides/example/linked.txt",
    "docs/guides/example/inner/linked.txt",
    "docs/pages/linked.en.md",
    "docs/_vocabulary",
    "docs/_vocabulary/topics.yml",
    "docs/_vocabulary/kinder-words.yml",
    "docs/_withdrawn.yml",
)


@pytest.mark.skipif(sys.platform == "win32", reason="making a symlink needs a right there")
@pytest.mark.parametrize("place", LINKED)
def test_a_symlink_is_refused_wherever_it_stands(place: str, tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    shutil.copytree(BASE, root / "docs")
    shutil.copytree(BASE, outside / "docs")
    write(outside, {"docs/guides/index.en.md": guide(SECRET, title=SECRET), "secret": f"- {SECRET}\n"})
    write(outside, {"docs/guides/example/index.en.md": guide(SECRET, title=SECRET)})
    target = outside / "secret" if "." in Path(place).name else outside / place.replace("/linked", "")
    there = root / place
    if there.is_dir():
        shutil.rmtree(there)
    there.unlink(missing_ok=True)
    there.parent.mkdir(parents=True, exist_ok=True)
    there.symlink_to(target)
    for words in (["check"], ["check", "--fix"], ["build", "--edition", "web"]):
        done = fingerpost(*words, "--root", str(root))
        said = done.stdout + done.stderr
        assert done.returncode == 1, said
        assert f"{place}:1" in said
        assert SECRET not in said
        assert "Traceback" not in said
    assert not (root / "site").exists()


PATHS = (
    "[x](../../../../etc/passwd)",
    "[x](../../../secret.txt)",
    "[x](%2e%2e/%2e%2e/%2e%2e/secret.txt)",
    "[x](..%2f..%2f..%2fsecret.txt)",
    "[x](..\\..\\..\\secret.txt)",
    "[x](/etc/passwd)",
    "[x](file:///etc/passwd)",
    "[x](C:\\secret.txt)",
    "![A secret written on paper](../../../secret.png)",
    "![A secret written on paper](%2E%2E/%2e%2e/..//secret.png)",
    '<a href="../../../secret.txt">x</a>',
    '<img src="../../../secret.png" alt="A secret written on paper">',
    "<img src='&#46;&#46;/../../secret.png' alt='A secret written on paper'>",
    "[x][y]\n\n[y]: ../../../secret.txt",
)


@pytest.mark.parametrize("written", PATHS)
def test_a_path_that_leaves_the_collection_is_refused(written: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "docs")
    write(tmp_path, {"secret.txt": SECRET, "secret.png": SECRET})
    write(tmp_path, {"docs/guides/leaving/index.en.md": guide(f"Words.\n\n{written}\n")})
    done = fingerpost("build", "--edition", "web", "--root", str(tmp_path))
    assert done.returncode == 1
    assert "docs/guides/leaving/index.en.md:" in done.stderr
    assert SECRET not in done.stdout + done.stderr
    assert not (tmp_path / "site").exists()
