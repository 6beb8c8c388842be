"""The files that a reader's browser asks for: small scripts that hand over data, so that they need no server.

Browsers refuse to fetch files beside a page that was opened by double-click, but run scripts that lie there. So each
file is a script of one call, over https:// and over file:// alike::

    fingerpostIndex.take("cy", "shelves-3", "9f3a01c2", …);

language, name, version, content in JSON. The version is that of the language's whole index: browsers keep files under
their address with it, and files of two versions never answer together. `languages.js` says which languages there are,
each with its version.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TAKE = "fingerpostIndex.take("
CALL = re.compile(rf'\A{re.escape(TAKE)}"[^"]*","[^"]+","[0-9a-f]*",(.*)\);\n\Z', re.DOTALL)
LANGUAGES = "languages"
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def write_files(folder: Path, language: str, contents: Mapping[str, Any]) -> str:
    """Write each content, by name, as a script in `folder`; return their version; the same for the same."""
    texts = {name: _json(content) for name, content in sorted(contents.items())}
    version = hashlib.sha256(_json(texts).encode()).hexdigest()[:8]
    folder.mkdir(parents=True)
    for name, text in texts.items():
        _write(folder, language, name, version, text)
    return version


def write_languages(folder: Path, versions: Mapping[str, str]) -> None:
    """Write which languages there are, each with the version of its index."""
    _write(folder, "", LANGUAGES, "", _json(versions))


def _write(folder: Path, language: str, name: str, version: str, text: str) -> None:
    script = f'{TAKE}{_json(language)},{_json(name)},"{version}",{text});\n'
    (folder / f"{name}.js").write_text(script, encoding="utf-8", newline="\n")


def handed_over(script: str) -> Any:
    """Return the content that such a script hands over; raises ValueError if it is none."""
    call = CALL.match(script)
    if call is None:
        raise ValueError("not a file of the search index")
    return json.loads(call[1])


def _json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")  # ended a line of script before ES2019


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
    """The words that `front_coded` made shorter; search-index.js does the same."""
    words, before = [], ""
    for one in coded:
        before = before[: DIGITS.index(one[0])] + one[1:] if one else before
        words.append(before)
    return words
