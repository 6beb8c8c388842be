"""Writing a staged tree: exactly what is in it, nothing touched that would not change."""

from pathlib import Path

import pytest
from fingerpost.stage import Tree, address, relative, write_tree
from fingerpost.stage.tree import Copied
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import everything, steady

NAMES = st.sampled_from(["a.md", "b.md", "c.png"])
PATHS = st.lists(st.sampled_from(["en", "cy", "guides", "a.md"]), max_size=3).flatmap(
    lambda folders: NAMES.map(lambda name: "/".join([*folders, name]))
)


def without_clashes(files: dict[str, bytes]) -> dict[str, bytes]:
    """Leave out what would be a file and a folder at once."""
    folders = {"/".join(path.split("/")[:depth]) for path in files for depth in range(1, path.count("/") + 1)}
    return {path: content for path, content in files.items() if path not in folders}


TREES = st.dictionaries(PATHS, st.binary(max_size=4), max_size=6).map(without_clashes)


@steady
@given(TREES, TREES)
def test_the_folder_holds_exactly_the_tree_and_writing_again_changes_nothing(
    tmp_path_factory: pytest.TempPathFactory, one: dict[str, bytes], other: dict[str, bytes]
) -> None:
    target = tmp_path_factory.mktemp("stage")
    for files in (one, other):
        before = dict(everything(target))
        changed = write_tree(Tree(dict(files)), target)
        assert dict(everything(target)) == files
        differ = {path for path in before.keys() | files if before.get(path) != files.get(path)}
        assert changed >= len(differ)
        assert (changed == 0) == (not differ)
        assert write_tree(Tree(dict(files)), target) == 0
    assert all(any(folder.iterdir()) for folder in target.rglob("*") if folder.is_dir())


def test_a_file_that_would_not_change_is_not_touched(tmp_path: Path) -> None:
    tree = Tree({"en/a.md": b"a", "en/b.md": b"b"})
    write_tree(tree, tmp_path)
    times = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.md")}
    tree.files["en/b.md"] = b"B"
    assert write_tree(tree, tmp_path) == 1
    assert (tmp_path / "en/a.md").stat().st_mtime_ns == times[tmp_path / "en/a.md"]
    assert (tmp_path / "en/b.md").read_bytes() == b"B"


def test_a_file_is_copied_from_its_place(tmp_path: Path) -> None:
    source = tmp_path / "picture.png"
    source.write_bytes(b"one")
    tree = Tree({"en/picture.png": Copied(source)})
    assert write_tree(tree, tmp_path / "stage") == 1
    assert write_tree(tree, tmp_path / "stage") == 0
    source.write_bytes(b"two")
    assert write_tree(tree, tmp_path / "stage") == 1
    assert (tmp_path / "stage/en/picture.png").read_bytes() == b"two"


def test_what_somebody_left_in_the_stage_goes(tmp_path: Path) -> None:
    write_tree(Tree({"en/a.md": b"a"}), tmp_path)
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (outside / "kept.txt").write_text("kept", "utf-8")
    (tmp_path / "en/old/deep").mkdir(parents=True)
    (tmp_path / "en/old/deep/page.md").write_text("old", "utf-8")
    (tmp_path / "en/link").symlink_to(outside)
    assert write_tree(Tree({"en/a.md": b"a"}), tmp_path) == 2
    assert dict(everything(tmp_path)) == {"en/a.md": b"a"}
    assert not (tmp_path / "en/old").exists()
    assert (outside / "kept.txt").read_text("utf-8") == "kept"


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("topics/pay.md", "guides/x/index.md", "../../topics/pay.md"),
        ("guides/y/index.md", "guides/x/index.md", "../y/index.md"),
        ("guides/x/easy.md", "guides/x/index.md", "easy.md"),
        ("index.md", "guides/x/index.md", "../../index.md"),
        ("guides/x/index.md", "index.md", "guides/x/index.md"),
        ("guides/index.md", "guides/x/index.md", "../index.md"),
        ("guides/x/index.md", "guides/index.md", "x/index.md"),
        ("index.md", "index.md", "index.md"),
        ("guides/x/index.md", "guides/x/index.md", "index.md"),
    ],
)
def test_a_link_is_relative_to_its_page(target: str, page: str, expected: str) -> None:
    assert relative(target, page) == expected


def test_a_page_of_markdown_becomes_a_page_of_html() -> None:
    assert (address("guides/index.md"), address("a/picture.png")) == ("guides/index.html", "a/picture.png")
