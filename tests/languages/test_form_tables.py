"""The tables for the browser, and that the scripts find with them what Python finds."""

import json
import random
import re
import shutil
import subprocess
from pathlib import Path

from fingerpost.languages.form_tables import form_tables
from fingerpost.languages.set_words import function_words
from fingerpost.languages.word_forms import forms_held, held_words

ROOT = Path(__file__).parents[2]
SCRIPTS = [ROOT / "overrides/assets" / name for name in ("welsh-grammar.js", "welsh-forms.js")]
ASK = """
const { scripts, tables, held, asked } = JSON.parse(require("fs").readFileSync(0, "utf8"));
globalThis.window = globalThis;
for (const script of scripts) require("vm").runInThisContext(script);
const welsh = window.fingerpostForms(tables);
const words = new Set(held);
const found = asked.map((word) => welsh.forms(word, words).map(({ form, nearness }) => [form, nearness]));
console.log(JSON.stringify({ found, functionWords: asked.filter(welsh.isFunctionWord) }));
"""


def in_the_browser(held: list[str], asked: list[str]) -> dict[str, list[object]]:
    node = shutil.which("node")
    assert node, "Node.js is needed to run the scripts of the pages."
    scripts = [script.read_text(encoding="utf-8") for script in SCRIPTS]
    given = json.dumps({"scripts": scripts, "tables": form_tables(), "held": held, "asked": asked})
    done = subprocess.run([node, "-e", ASK], input=given, capture_output=True, check=True, encoding="utf-8")
    answer: dict[str, list[object]] = json.loads(done.stdout)
    return answer


def same_in_both(held: list[str], asked: list[str]) -> None:
    ours = held_words(held)
    theirs = in_the_browser(held, asked)
    found = dict(zip(asked, theirs["found"], strict=True))
    different = [
        word for word in asked if [[form, near] for form, near in forms_held(word, ours).items()] != found[word]
    ]
    assert not different
    assert theirs["functionWords"] == [word for word in asked if word.lower() in function_words()]


def test_the_browser_finds_the_same_for_every_word_of_the_collection() -> None:
    text = " ".join(page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").rglob("*.cy.md")))
    held = sorted(set(re.findall(r"[^\W\d_]+", text.lower())))
    assert len(held) > 3000
    same_in_both(held, held)


def test_the_browser_finds_the_same_for_words_that_nobody_wrote() -> None:
    chance = random.Random(6)
    letters = "aeiouwyŵŷâôïbcdfghlmnprst"
    endings = [
        "",
        "au",
        "ion",
        "oedd",
        "i",
        "odd",
        "wyd",
        "ach",
        "af",
        "en",
        "yn",
        "hau",
        "oi",
        "fod",
        "wr",
        "fa",
        "áu",
    ]
    made = ["".join(chance.choices(letters, k=chance.randint(1, 5))) + chance.choice(endings) for _ in range(1500)]
    typed = [*made[::3], "", "h", "x" * 70, "Cath", "ŴYN", "123", "<b>", "e\u0301", "日本", "mae’r", "w" * 60]
    same_in_both(sorted(set(made)), typed)


def test_the_tables_are_small_and_say_the_same_each_time() -> None:
    text = json.dumps(form_tables(), ensure_ascii=False)
    assert len(text.encode()) < 12_000
    assert text == json.dumps(form_tables(), ensure_ascii=False)
