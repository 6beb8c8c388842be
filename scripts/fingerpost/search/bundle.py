"""The bundle as Pagefind leaves it, reduced to what our search page asks for, and the same every time.

Pagefind 1.5.2 writes the values of each filter, and the list of filters, in the order of a hash table that
is seeded anew in every run; those files are named by their content, so their names and the two files that
hold the names change as well. Everything else came out the same in four runs over 2,000 pages. It also loads
the whole index when asked for all pages of a filter (1.6 MB of 1,000 pages), and does not find a value with a
straight quotation mark. So the filters are taken out of its hands: facets.<language>.json says which pages
have which value, in order. Pagefind's files are CBOR behind a signature, compressed with gzip.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cbor2

from fingerpost.search.problem import SearchProblem
from fingerpost.search.script import ordinary_script

ENTRY = "pagefind-entry.json"
SCRIPT = "pagefind.js"
SIGNATURE = b"pagefind_dcd"
PAGES_IN_META, FILTERS_IN_META = 1, 3


def languages_of(bundle: Path) -> Mapping[str, int]:
    """How many pages the bundle holds, by language code, in the order of the codes.

    Raises SearchProblem if a page does not say what language it is in: nobody would ever find it.
    """
    languages = _read_entry(bundle)["languages"]
    if "unknown" in languages:
        raise SearchProblem('A page that is marked for the search does not say its language (<html lang="…">).')
    return {code: int(languages[code]["page_count"]) for code in sorted(languages)}


def take_filters_out(bundle: Path) -> None:
    """Write facets.<language>.json from Pagefind's filters, and leave Pagefind without any.

    It holds `pages`, the ids of the language's pages, and `filters`: name → value → positions in `pages`.
    Raises SearchProblem if Pagefind's files are not as expected.
    """
    entry = _read_entry(bundle)
    for language, about in entry["languages"].items():
        meta_file = bundle / f"pagefind.{about['hash']}.pf_meta"
        meta = _read(meta_file)
        try:
            pages = [identity for identity, _ in meta[PAGES_IN_META]]
            filters = dict(_read(bundle / "filter" / f"{mark}.pf_filter") for _, mark in meta[FILTERS_IN_META])
            facets = {"pages": pages, "filters": {name: dict(values) for name, values in filters.items()}}
        except (IndexError, TypeError, ValueError) as error:
            raise _unknown() from error
        _write_json(bundle / f"facets.{language}.json", facets)
        meta[FILTERS_IN_META] = []
        meta_file.unlink()
        about["hash"] = _write_meta(bundle, language, meta)
    shutil.rmtree(bundle / "filter", ignore_errors=True)
    _write_json(bundle / ENTRY, entry)


def keep_what_readers_need(bundle: Path) -> None:
    """Delete from the bundle whatever our search page never asks for: ready-made interfaces, unused engines.

    The worker goes too: a search takes milliseconds, and doing without it saves a phone 41 KB and a start.
    """
    engines = {facts["wasm"] or "unknown" for facts in _read_entry(bundle)["languages"].values()}
    needed = {ENTRY, SCRIPT, *(f"wasm.{engine}.pagefind" for engine in engines)}
    for file in bundle.iterdir():
        if file.is_file() and file.name not in needed and not file.match("*.pf_meta"):
            file.unlink()
    missing = sorted(name for name in needed if not (bundle / name).is_file())
    if missing:
        raise SearchProblem(f"Pagefind did not write {', '.join(missing)}: it is a version we do not know.")


def make_script_ordinary(bundle: Path) -> None:
    """Replace Pagefind's module by the script that works both ways; raises SearchProblem if it is unknown."""
    script = bundle / SCRIPT
    script.write_text(ordinary_script(script.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def _read(file: Path) -> Any:
    try:
        content = gzip.decompress(file.read_bytes())
        if not content.startswith(SIGNATURE):
            raise _unknown()
        return cbor2.loads(content[len(SIGNATURE) :])
    except (OSError, EOFError, cbor2.CBORError) as error:
        raise _unknown() from error


def _write_meta(bundle: Path, language: str, meta: Any) -> str:
    """Write `meta` under a name made from its own content; return that mark, for example `cy_0f3a91c2d4`."""
    raw = SIGNATURE + cbor2.dumps(meta)
    mark = f"{language}_{hashlib.sha256(raw).hexdigest()[:10]}"
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, mtime=0) as file:
        file.write(raw)
    (bundle / f"pagefind.{mark}.pf_meta").write_bytes(packed.getvalue())
    return mark


def _read_entry(bundle: Path) -> dict[str, Any]:
    try:
        entry = json.loads((bundle / ENTRY).read_text(encoding="utf-8"))
        if all({"hash", "wasm", "page_count"} <= set(facts) for facts in entry["languages"].values()):
            return dict(entry)
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise _unknown() from error
    raise _unknown()


def _write_json(file: Path, content: Any) -> None:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    file.write_text(text, encoding="utf-8", newline="\n")


def _unknown() -> SearchProblem:
    return SearchProblem("The search index is not laid out as expected: Pagefind is a version we do not know.")
