"""What the tests of the inner rooms share: a tiny collection from a dict of path to text, written and read."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from fingerpost.languages import Words, read_words
from fingerpost.library import Fault, Language, Library, Site, read_library
from fingerpost.library.fingerprint import fingerprint
from fingerpost.library.front_matter import read_front_matter
from fingerpost.library.vocabulary import REQUIRED
from hypothesis import HealthCheck, settings

CHECKOUT = Path(__file__).resolve().parents[1]
EPOCH = "1795219200"  # 2026-11-21
MADE = datetime.fromtimestamp(int(EPOCH), UTC)
SITE = Site(
    "https://fingerpost.example/",
    (Language("en", "English", "Fingerpost"), Language("cy", "Cymraeg", "Mynegbost")),
)
TERMS = {
    "topics": "- {id: wellbeing, label: {en: Wellbeing, cy: Llesiant}}\n- {id: pay, label: {en: Pay, cy: Tâl}}\n",
    "stages": "- {id: early, label: {en: Early, cy: Cynnar}}\n",
    "audiences": "- {id: allies, label: {en: Allies, cy: Cynghreiriaid}}\n",
    "content-notes": (
        "- {id: coercion, label: {en: Coercion, cy: Gorfodaeth}, description: {en: Tells of coercion., cy: Sôn.}}\n"
    ),
    "regions": "- {id: wales, label: {en: Wales, cy: Cymru}}\n",
    "offers": "- {id: training, label: {en: Training, cy: Hyfforddiant}}\n",
    "materials": "- {id: pens, label: {en: Pens, cy: Pinnau}}\n",
    "ways": "- {id: start, label: {en: Start, cy: Dechrau}, shows: {stages: [early]}}\n",
}
VOCABULARIES: dict[str, str] = {f"docs/_vocabulary/{name}.yml": TERMS[name] for name in REQUIRED}

# Examples are the same in every run, so that a red build can be looked into; none has to be fast.
steady = settings(derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Files = Mapping[str, str | bytes]


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True  # anchors are refused in front matter


def page(front: Mapping[str, Any], body: str = "") -> str:
    """Return a file of Markdown; a key whose value is None is left out."""
    kept = {key: value for key, value in front.items() if value is not None}
    header = yaml.dump(kept, Dumper=_Plain, allow_unicode=True, sort_keys=False)
    return f"---\n{header}---\n{body}"


def entry(**changes: Any) -> dict[str, Any]:
    """Return the front matter of a sound original that is compiled, so that it needs nobody's consent."""
    return {
        "title": "A title",
        "summary": "A summary.",
        "topics": ["wellbeing"],
        "credits": [{"name": "Example Group", "role": "compiler", "as": "group"}],
        "made_by": "compiled",
        "published": MADE.date(),
        "rights": {"licence": "CC-BY-SA-4.0", "holder": "Example Group"},
        **changes,
    }


def guide(body: str = "Words.\n", /, **changes: Any) -> str:
    """Return the file of a guide's original."""
    return page(entry(**changes), body)


def toolkit(parts: list[str], body: str = "Words.\n", /, **changes: Any) -> str:
    """Return the file of a toolkit's original."""
    return page(entry(parts=parts, **changes), body)


def archive(body: str = "Our words.\n", /, holding: str = "record", seen_in: str = "a-record", **changes: Any) -> str:
    """Return the file of an archive record, its facts seen in another one."""
    work = {
        "title": "As published",
        "date": "1986~",
        "type": "book",
        "languages": ["en"],
        "confirmed": {"in": seen_in, "on": MADE.date()},
        "holding": holding,
    }
    return page(entry(work=work, **changes), body)


def answer(body: str, /, **changes: Any) -> str:
    """Return the file of an answer to a question."""
    kept = {key: value for key, value in entry().items() if key in ("title", "credits", "made_by", "rights")}
    return page({**kept, **changes}, body)


def welsh(original: str, body: str = "Geiriau.\n", /, **changes: Any) -> str:
    """Return a Welsh translation made from `original` as it stands; `changes` go into its translation block."""
    front = read_front_matter(original, "")
    mark = fingerprint(front.data.get("title", ""), front.data.get("summary", ""), front.body)
    title, summary = changes.pop("title", "Teitl"), changes.pop("summary", "Crynodeb.")
    block = {"from": "en", "source": mark, "status": "reviewed", "reviewed_by": [{"as": "anonymous"}], **changes}
    return page({"title": title, "summary": summary if "summary" in front.data else None, "translation": block}, body)


def write(root: Path, files: Files) -> Path:
    """Write files below `root`, byte for byte, and give `root` back."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def read(root: Path, files: Files | None = None, *, vocabularies: bool = True) -> Library:
    """Write a collection, with small vocabularies unless told otherwise, and read it."""
    write(root, {**(VOCABULARIES if vocabularies else {}), **(files or {})})
    return read_library(root, SITE, MADE)


def codes(library: Library) -> list[tuple[str, str, int]]:
    """Return what reading found amiss: code, path, line."""
    return [(fault.code, fault.path, fault.line) for fault in library.faults]


def the_fault(library: Library) -> Fault:
    """Return the only fault there is."""
    assert len(library.faults) == 1, codes(library)
    return library.faults[0]


def everything(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file below a folder: its relative path and its bytes."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_bytes()


@cache
def words() -> dict[str, Words]:
    """Return the interface words as they ship."""
    return read_words(CHECKOUT / "overrides" / "words", SITE.codes)


def surroundings() -> dict[str, str]:
    """Return the environment in which the command line gives the same bytes each day."""
    return {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}


def fingerpost(*given: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a person would."""
    command = [sys.executable, "-m", "fingerpost", *given]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=surroundings())
