"""A small collection with a story in it that can be told from everything else: words, names, a picture, a file."""

import io
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fingerpost.metadata import strip
from PIL import Image

from tests.conftest import CHECKOUT
from tests.helpers import answer, guide, page, toolkit, welsh
from tests.metadata.files import docx

BASE = CHECKOUT / "tests" / "fixtures" / "base" / "docs"
PHRASE = "Zanthoxylum whispers marigolds beneath the quiet stair"
WELSH_PHRASE = "Sibrydodd gelynnen wrth bwrpasau llechwraidd neithiwr"
ANSWER = "Quincelike dumplings overflowed Bartholomew's pantry yesterday"
TITLE, WELSH_TITLE = "Zanthoxylum evenings", "Nosweithiau santhocsylwm"
NAME, READER = "Quillon Featherstonehaugh", "Wilhelmina Oxenthwaite"
ALL = {"reference": "C-0001", "scope": ["web", "print", "offline", "translation"]}
ID = "toolkits/kit"
KIT = f"docs/{ID}"
PICTURE, DOCUMENT = "zanthoxylum-stair.png", "zanthoxylum-notes.docx"


def picture(step: int = 3) -> bytes:
    """Return a picture whose pixels are like no other's."""
    drawn = Image.new("RGB", (160, 120))
    drawn.putdata([((x * step) % 256, (y * 5) % 256, (x * y) % 256) for y in range(120) for x in range(160)])
    stream = io.BytesIO()
    drawn.save(stream, "PNG")
    return stream.getvalue()


def document() -> bytes:
    """Return a Word file with the phrase in it, and nothing that says who wrote it."""
    return strip(DOCUMENT, docx(body=f"<w:p><w:r><w:t>{PHRASE}</w:t></w:r></w:p>"))


def story(consent: Mapping[str, Any] | None = ALL) -> dict[str, str | bytes]:
    """Return the planted toolkit's files."""
    body = f"{PHRASE}.\n\n![A zanthoxylum by the stair]({PICTURE})\n\nTake [the zanthoxylum notes]({DOCUMENT}) along.\n"
    about = {
        "title": TITLE,
        "summary": "How zanthoxylum evenings began upon a staircase.",
        "credits": [{"name": NAME, "role": "author", "as": "named"}],
        "made_by": "lived-experience-led",
        "rights": {"licence": "CC-BY-SA-4.0", "holder": NAME},
        "consent": consent,
    }
    whole = toolkit(["activity-stair"], body, **about)
    part = page({"title": "Climbing zanthoxylum", "part": "activity"}, f"{PHRASE}, said the activity.\n")
    read_by = {"reviewed_by": [{"name": READER, "as": "named"}]}
    return {
        f"{KIT}/index.en.md": whole,
        f"{KIT}/index.cy.md": welsh(whole, f"{WELSH_PHRASE}.\n", title=WELSH_TITLE, **read_by),
        f"{KIT}/activity-stair.en.md": part,
        f"{KIT}/activity-stair.cy.md": welsh(part, f"{WELSH_PHRASE}, meddai.\n", title="Dringo santhocsylwm"),
        f"{KIT}/easy.en.md": page({"title": "Zanthoxylum in easy words"}, f"{PHRASE}. It was easy.\n"),
        f"{KIT}/{PICTURE}": picture(),
        f"{KIT}/{DOCUMENT}": document(),
    }


def question() -> dict[str, str | bytes]:
    """Return a question with an answer that is planted, and two that are nobody's story."""
    planted = answer(f"{ANSWER}.\n\n![A quince leaf](quincelike-leaf.png)\n", title="Quincelike pottering")
    return {
        "docs/questions/planted/index.en.md": guide("What now?\n", title="What now, then?"),
        "docs/questions/planted/answer-1.en.md": answer("Water it daily.\n", title="Water"),
        "docs/questions/planted/answer-2.en.md": planted,
        "docs/questions/planted/answer-3.en.md": answer("Wait.\n\n![A pot](pot.png)\n", title="Wait"),
        "docs/questions/planted/quincelike-leaf.png": picture(7),
        "docs/questions/planted/pot.png": _grey(),
    }


def _grey() -> bytes:
    stream = io.BytesIO()
    Image.new("L", (32, 32), 99).save(stream, "PNG")
    return stream.getvalue()


def lay(root: Path, files: Mapping[str, str | bytes], *, git: bool = True) -> Path:
    """Make the good collection in `root` with more files in it, committed by default."""
    shutil.copytree(BASE, root / "docs", dirs_exist_ok=True)
    pointing = "See [this kit](../../toolkits/kit/index.en.md) and [its words](../../toolkits/kit/easy.en.md).\n"
    more = (
        {"docs/guides/pointing/index.en.md": guide(pointing, title="Pointing on")}
        if f"{KIT}/index.en.md" in files
        else {}
    )
    for path, content in {**more, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    if git:
        (root / ".gitignore").write_text("/site/\n/dist/\n/build/\n", "utf-8")
        run_git(root, "init", "-q")
        commit(root)
    return root


def run_git(root: Path, *asked: str) -> str:
    """Run Git as nobody in particular."""
    who = ["-c", "user.name=Example", "-c", "user.email=someone@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", "-C", str(root), *who, *asked], capture_output=True, text=True, check=True)
    return done.stdout


def commit(root: Path) -> None:
    """Commit whatever stands there, at a fixed time."""
    run_git(root, "add", "-A")
    run_git(root, "commit", "-q", "-m", "Words", "--date=2026-11-20T12:00:00Z")
