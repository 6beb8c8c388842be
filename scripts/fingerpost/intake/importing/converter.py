"""The converter: pandoc, which reads a prepared document and gives back its tree (pandoc-types' JSON).

It gets the bytes of one document, in a sandbox (pandoc's manual, `--sandbox`: readers may read no other file and
fetch nothing), with limits to its memory and its time.

Chosen over mammoth, which reads .docx alone: tests/benchmarks/README.md has what came through with each.
"""

import json
import subprocess
from functools import cache
from typing import Any

from fingerpost.intake.importing.document import Choices
from fingerpost.intake.importing.guarding import TOO_DEEP, Refused
from fingerpost.languages.phrases import say

LONGEST = 120  # seconds; 12,000 paragraphs and 400 tables take 10 to 40, the documents of the corpus 0.2
MEMORY = "1500M"
FORMATS = {
    "docx": "docx",
    "odt": "odt",
    "html": "html-native_divs-native_spans-auto_identifiers",
    "md": "commonmark+pipe_tables+footnotes+strikeout+task_lists+definition_lists+raw_html+autolink_bare_uris"
    "+gfm_auto_identifiers",
}


@cache
def program() -> str:
    """Return where pandoc is."""
    import pypandoc  # only imports have to wait for it

    return str(pypandoc.get_pandoc_path())


def tree_of(content: bytes, reads: str, choices: Choices, longest: float = LONGEST) -> dict[str, Any]:
    """Return the tree of a document. Raises Refused where it can't be read, or takes more than `longest` seconds."""
    command = [program(), "--sandbox", "--from", FORMATS[reads], "--to", "json"]
    if reads == "docx":
        command.append(f"--track-changes={choices.changes or 'accept'}")
    command += ["+RTS", f"-M{MEMORY}", "-RTS"]
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=longest, check=False)
    except subprocess.TimeoutExpired:
        raise Refused(
            say("Reading it took more than {most} seconds, and was given up. Split it into shorter documents.",
                most=int(longest))
        ) from None  # fmt: skip
    if done.returncode:
        raise Refused(say("It can't be read. Open it in the program that it was made with, and save it anew."))
    try:
        tree: dict[str, Any] = json.loads(done.stdout)
    except RecursionError:
        raise Refused(TOO_DEEP) from None
    return tree
