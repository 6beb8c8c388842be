"""The pages that PDFs are drawn from: staged, and rendered where something that they are made of has changed."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from fingerpost.editions.collection import Collection
from fingerpost.render import render
from fingerpost.stage import stage_sheets, write_tree

PACKAGE = Path(__file__).resolve().parents[2]


def make_pages(collection: Collection, work: Path) -> None:
    """Make ``site/`` in the folder `work` hold the page of each PDF, and the styles, drawings and typefaces of paper.

    Where the staged tree, the templates, the settings and the program are as they were, what stands there stays.
    """
    site, stamp = work / "site", work / "pages.txt"
    write_tree(stage_sheets(collection.library, collection.words, collection.since), work / "docs")
    mark = mark_of(collection, work / "docs")
    if stamp.is_file() and stamp.read_text("utf-8") == mark and (site / "paper").is_dir():
        shutil.rmtree(site / "fold", ignore_errors=True)
        shutil.rmtree(site / "bound", ignore_errors=True)
        return
    stamp.unlink(missing_ok=True)
    render(work / "docs", site, collection.project)
    shutil.copytree(collection.project.overrides / "paper", site / "paper")
    stamp.write_text(mark, "utf-8")


def mark_of(collection: Collection, staged: Path) -> str:
    """Return a mark of everything that the pages depend on."""
    digest = hashlib.sha256(collection.project.settings.read_bytes())
    for top in (staged, collection.project.overrides, PACKAGE):
        for file in _files(top):
            digest.update(file.relative_to(top).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _files(top: Path) -> Iterator[Path]:
    return (file for file in sorted(top.rglob("*")) if file.is_file() and "__pycache__" not in file.parts)
