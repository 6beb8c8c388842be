"""How old a copy is, in the two places that all its pages share: a rule of the styles and a script that holds data."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

MADE = "made.js"
RULE = """.made:lang(%s)::before {
  content: %s;
}"""


def style_of(language: str, age: Mapping[str, Any]) -> str:
    """Return the rule that writes the edition's day into the header of each page in a language, scripts or not."""
    return RULE % (language, json.dumps(age["shown"], ensure_ascii=False))


def write_age(ages: Mapping[str, Mapping[str, Any]], site: Path) -> None:
    """Write ``assets/made.js``, which `assets/age.js` reads, by language; nothing for what is read online."""
    if ages:
        data = json.dumps(ages, ensure_ascii=False, indent=1, sort_keys=True)
        text = f"// When this copy was made, and what its pages say when it is old.\nwindow.fingerpostMade = {data};\n"
        (site / "assets" / MADE).write_text(text, "utf-8", newline="\n")
