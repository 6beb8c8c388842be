"""Pagefind's files: CBOR (RFC 8949) behind a signature, compressed with gzip, named by their content."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
from pathlib import Path
from typing import Any

import cbor2

from fingerpost.search.problem import SearchProblem

SIGNATURE = b"pagefind_dcd"


def read_packed(file: Path) -> bytes:
    """What `file` holds, without signature and compression; raises SearchProblem if it is not one of Pagefind's."""
    try:
        content = gzip.decompress(file.read_bytes())
    except (OSError, EOFError) as error:
        raise unknown_layout() from error
    if not content.startswith(SIGNATURE):
        raise unknown_layout()
    return content[len(SIGNATURE) :]


def read_cbor(file: Path) -> Any:
    """The value that `file` holds; raises SearchProblem if it holds none."""
    try:
        return cbor2.loads(read_packed(file))
    except cbor2.CBORError as error:
        raise unknown_layout() from error


def read_json(file: Path) -> Any:
    """The value that the fragment `file` holds; raises SearchProblem if it holds none."""
    try:
        return json.loads(read_packed(file))
    except ValueError as error:
        raise unknown_layout() from error


def packed(content: bytes) -> bytes:
    """`content` as Pagefind's script reads it: the same bytes every time."""
    made = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=made, mtime=0) as file:
        file.write(SIGNATURE + content)
    return made.getvalue()


def packed_json(value: Any) -> bytes:
    """`value` as packed JSON, its keys in order."""
    return packed(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def name_of(language: str, content: bytes) -> str:
    """A name made from the content, in Pagefind's manner, for example `cy_0f3a91c2d4`."""
    return f"{language}_{hashlib.sha256(content).hexdigest()[:10]}"


def unknown_layout() -> SearchProblem:
    """The problem of a Pagefind that writes other files than the pinned one."""
    return SearchProblem("The search index is not laid out as expected: Pagefind is a version we do not know.")
