"""Pagefind's script for the browser, made to run from a server and without one.

Browsers refuse modules and `fetch` to a page that was opened by double-click, but run ordinary scripts that
lie beside it. So the module that Pagefind writes is made into an ordinary script, and given a `fetch` that
knows both ways (shim.js). It also notices what Pagefind keeps to itself: that a file did not arrive.
"""

from __future__ import annotations

import re
from importlib import resources

from fingerpost.search.problem import SearchProblem

PLACE = "/* PAGEFIND */"
EXPORT = re.compile(r"export\{([\w,]+)\};?\s*\Z")
MODULE_SYNTAX = re.compile(r"""\bimport\s*[({*."']|\bexport\s*[{*]|\bexport\s+\w""")
ADDRESS = "import.meta.url"
# What shim.js relies on, and how often it stands in the script of the pinned version (1.5.2).
EXPECTED = {
    ADDRESS: 4,
    "await fetch(queued.input)": 1,
    "fetch(": 2,
    "XMLHttpRequest": 0,
    "var PagefindInstance=class{": 1,
    "this.raw_ptr=this.backend[method](ptr,chunk)": 1,
    "this.loadEntry()": 1,
}


def ordinary_script(module: str) -> str:
    """Pagefind's `module` (the text of pagefind.js) as an ordinary script; shim.js says what it defines.

    Raises SearchProblem when the text is not what we know: better than a script that fails at the reader's.
    """
    export = EXPORT.search(module)
    if export is None or "createInstance" not in export.group(1).split(","):
        raise _unknown("it does not export createInstance at its end")
    for piece, times in EXPECTED.items():
        if module.count(piece) != times:
            raise _unknown(f"'{piece}' stands in it {module.count(piece)} times instead of {times}")
    script = module[: export.start()].replace(ADDRESS, "undefined")
    if rest := MODULE_SYNTAX.search(script):
        raise _unknown(f"'{rest.group()}' would not work outside a module")
    shim = resources.files("fingerpost.search").joinpath("shim.js").read_text(encoding="utf-8")
    before, after = shim.split(PLACE)
    return before + script + after


def _unknown(reason: str) -> SearchProblem:
    return SearchProblem(
        f"Pagefind's pagefind.js is not as expected ({reason}), so the search could not be made to work. "
        "Use the pinned version, or bring fingerpost/search/script.py up to date."
    )
