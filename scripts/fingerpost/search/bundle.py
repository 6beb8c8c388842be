"""The bundle as Pagefind leaves it, reduced to what our search page asks for, and the same every time.

Pagefind 1.5.2 writes the values of each filter, and the list of filters, in the order of a hash table that
is seeded anew in every run; those files are named by their content, so their names and the two files that
hold the names change as well. Everything else came out the same in four runs over 2,000 pages. It also loads
the whole index when asked for all pages of a filter (1.6 MB of 1,000 pages), and does not find a value with a
straight quotation mark. So the filters are taken out of its hands: facets.<language>.fp says which pages have which
value, in order.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import cbor2

from fingerpost.languages.form_tables import form_tables
from fingerpost.languages.small_words import SMALL
from fingerpost.search.packed import name_of, packed, packed_json, read_cbor, read_json, unknown_layout
from fingerpost.search.problem import SearchProblem
from fingerpost.search.script import ordinary_script
from fingerpost.search.seams import seams_of
from fingerpost.search.shelves import SEARCHED, WELSH, in_pieces, on_shelves, words_of

ENTRY = "pagefind-entry.json"
SCRIPT = "pagefind.js"
PAGES_IN_META, PIECES_IN_META, FILTERS_IN_META, FIELDS_IN_META = 1, 2, 3, 5
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def languages_of(bundle: Path) -> Mapping[str, int]:
    """How many pages the bundle holds, by language code, in the order of the codes.

    Raises SearchProblem if a page does not say what language it is in: nobody would ever find it.
    """
    languages = _read_entry(bundle)["languages"]
    if "unknown" in languages:
        raise SearchProblem('A page that is marked for the search does not say its language (<html lang="…">).')
    return {code: int(languages[code]["page_count"]) for code in sorted(languages)}


def lay_out(bundle: Path) -> None:
    """Put each language's index as our search asks for it; raises SearchProblem if it is not as expected.

    For each language: the words on shelves (shelves.py), in small pieces; `facets.<language>.fp`, which pages have
    which value of which filter; `pages.<language>.fp`, the address, title and language of each page;
    `words.<language>.fp`, every word that the pages hold. Pagefind is left without filters.
    """
    entry = _read_entry(bundle)
    for language, about in entry["languages"].items():
        meta_file = bundle / f"pagefind.{about['hash']}.pf_meta"
        meta = read_cbor(meta_file)
        try:
            ids = [identity for identity, _ in meta[PAGES_IN_META]]
            pages = [read_json(bundle / "fragment" / f"{identity}.pf_fragment") for identity in ids]
            held = words_of(text for page in pages for text in (page["content"], *_fields_searched(page)))
            made = {
                "facets": _facets(bundle, meta, ids),
                "pages": [[page["url"], page["meta"].get("title", ""), page["meta"].get("lang", "")] for page in pages],
                "words": front_coded(sorted(held)),
                "language": {
                    "small": SMALL.get(language, ()),
                    **({"tables": form_tables()} if language == WELSH else {}),
                },
            }
            meta[PIECES_IN_META] = _write_pieces(bundle, language, meta, pages, held)
        except (IndexError, KeyError, TypeError, ValueError) as error:
            raise unknown_layout() from error
        for name, content in made.items():
            (bundle / f"{name}.{language}.fp").write_bytes(packed_json(content))
        meta[FILTERS_IN_META] = []
        meta_file.unlink()
        raw = cbor2.dumps(meta)
        about["hash"] = name_of(language, raw)
        (bundle / f"pagefind.{about['hash']}.pf_meta").write_bytes(packed(raw))
    shutil.rmtree(bundle / "filter", ignore_errors=True)
    text = json.dumps(entry, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (bundle / ENTRY).write_text(text, encoding="utf-8", newline="\n")


def _fields_searched(page: Mapping[str, Any]) -> list[str]:
    return [text for name, text in page["meta"].items() if name in SEARCHED]


def front_coded(words: list[str]) -> list[str]:
    """Sorted words, each without what it has in common with the one before: the length of that (one sign), the rest.

    The lengths are written 0 to 9 and then A to Z, so at most 35; `["cath", "cathod"]` gives `["0cath", "4od"]`.
    """
    coded, before = [], ""
    for word in words:
        shared = 0
        while shared < min(len(word), len(before), 35) and word[shared] == before[shared]:
            shared += 1
        coded.append(f"{DIGITS[shared]}{word[shared:]}")
        before = word
    return coded


def unfolded(coded: list[str]) -> list[str]:
    """The words that `front_coded` made shorter; search-engine.js does the same."""
    words, before = [], ""
    for one in coded:
        before = before[: DIGITS.index(one[0])] + one[1:] if one else before
        words.append(before)
    return words


def _facets(bundle: Path, meta: Any, ids: list[str]) -> Mapping[str, Any]:
    """`pages`, the ids of the language's pages; `filters`, name → value → positions; `labels`, name → value → words.

    A page gives a value as `value|label`; without a label the value is its own.
    """
    filters: dict[str, dict[str, list[int]]] = {}
    labels: dict[str, dict[str, str]] = {}
    for name, values in (read_cbor(bundle / "filter" / f"{mark}.pf_filter") for _, mark in meta[FILTERS_IN_META]):
        for given, places in values:
            value, _, label = given.partition("|")
            filters.setdefault(name, {})[value] = sorted({*filters.get(name, {}).get(value, []), *places})
            labels.setdefault(name, {})[value] = label or value
    return {"pages": ids, "filters": filters, "labels": labels}


def _write_pieces(
    bundle: Path, language: str, meta: Any, pages: list[Mapping[str, Any]], held: set[str]
) -> list[list[str]]:
    """Write the language's index anew; return the list of pieces as Pagefind keeps it: first, last, name."""
    old = [bundle / "index" / f"{name}.pf_index" for _, _, name in meta[PIECES_IN_META]]
    words = (word for file in old for word in read_cbor(file)[0])
    fields = meta[FIELDS_IN_META]
    shelves = on_shelves(language, words, fields, held, seams_of(pages, fields) if language == WELSH else {})
    for file in old:
        file.unlink()
    pieces = []
    for first, last, content in in_pieces(shelves):
        name = name_of(language, content)
        (bundle / "index" / f"{name}.pf_index").write_bytes(packed(content))
        pieces.append([first, last, name])
    return pieces


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


def _read_entry(bundle: Path) -> dict[str, Any]:
    try:
        entry = json.loads((bundle / ENTRY).read_text(encoding="utf-8"))
        if all({"hash", "wasm", "page_count"} <= set(facts) for facts in entry["languages"].values()):
            return dict(entry)
    except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
        raise unknown_layout() from error
    raise unknown_layout()
