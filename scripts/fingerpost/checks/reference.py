"""The page of a check, made from its docstring: for `fingerpost explain` and for the reference."""

import inspect
import re
from types import ModuleType
from typing import cast

from fingerpost.checks.problem import Severity
from fingerpost.checks.registry import CHECKS, Check
from fingerpost.checks.wording import closest
from fingerpost.problems import FingerpostProblem

HEADINGS = ("Why it matters", "How to mend it")
EXAMPLE = re.compile(
    r"(?P<word>Bad|Good) "
    r"\((?P<how>front matter|body|(?:file|bytes|without) (?P<path>\S+))\):"
)
PLACES = {"front matter": "In the facts at the top of the file:", "body": "In the text:"}

WEIGHTS = {
    Severity.ERROR: "This is an error: it has to be mended before anything is published.",
    Severity.WARNING: "This is a warning: it is worth a look, and nothing is held back because of it.",
    Severity.NOTICE: "This is only good to know.",
}
ID = re.compile(r"FP[0-9]+", re.IGNORECASE)


def is_check(subject: str) -> bool:
    """Whether this is written like a check's id: ``FP402`` or ``fp402``."""
    return bool(ID.fullmatch(subject.strip()))


def reference_page(id: str) -> str:
    """Return the page of a check in Markdown, by its id in capitals or small letters.

    Raises FingerpostProblem, with a sentence for the person who asked, if there is no such check.
    """
    by_id = {check.ID: check for check in CHECKS}
    wanted = id.strip().upper()
    if wanted not in by_id:
        guess = closest(wanted, by_id)
        raise FingerpostProblem(f"There is no check {wanted}." + (f" Did you mean {guess}?" if guess else ""))
    check = by_id[wanted]
    first, _, rest = docstring(check).partition("\n")
    lines = [f"# {check.ID}: {title(check)}", "", first, "", WEIGHTS[check.SEVERITY]]
    return "\n".join([*lines, *(_as_markdown(line) for line in rest.split("\n"))]).strip()


def title(check: Check) -> str:
    """Return a check's name in words: ``missing alt text``."""
    return cast("ModuleType", check).__name__.rsplit(".", 1)[-1].replace("_", " ")


def docstring(check: Check) -> str:
    """Return a check's docstring without its indentation."""
    return inspect.getdoc(check) or ""


def _as_markdown(line: str) -> str:
    if line in HEADINGS:
        return f"## {line}"
    example = EXAMPLE.fullmatch(line)
    if not example:
        return line
    sort = example["how"].split(" ")[0]
    place = PLACES.get(example["how"]) or (
        f"Without {example['path']}." if sort == "without" else f"In {example['path']}:"
    )
    return f"## {example['word']}\n\n{place}"
