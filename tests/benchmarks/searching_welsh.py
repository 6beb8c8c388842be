"""Measure how much Welsh the search finds, beside plain Pagefind and Material's own search, on the same sentences.

    python -m tests.benchmarks.searching_welsh DIR

DIR holds `sentences.tsv` (sentence, text) and `words.tsv` (sentence, form, lemma, part of speech, mutation), derived
from the treebank UD_Welsh-CCG (Heinecke and Francis Tyers, CC BY-SA 4.0), which is not part of this project. Each
sentence is a page. A case is a word that is mutated, of an open class, with a dictionary form of three letters or
more: it is found if its sentence is among the results for that dictionary form. Precision is, over the different
dictionary forms that are looked for, the share of the sentences found that hold some form of it.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from fingerpost.search import index_site
from fingerpost.search.reading import SIGNATURE
from pagefind.service import get_executable
from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.make_collection import CHECKOUT
from tests.looking.serving import hosted

OPEN_CLASSES = ("NOUN", "ADJ", "VERB", "PROPN", "ADV")
FEWEST_LETTERS = 3
ASSETS = CHECKOUT / "overrides" / "assets"
OUR_SCRIPTS = ("welsh-grammar.js", "welsh-forms.js", "search-index.js", "search-engine.js", "search-find.js")
MATERIAL = """site_name: Plain
theme: {name: material, language: cy, font: false}
plugins: [search]
"""
OURS = """async (words) => {
  const found = {};
  for (const word of words) {
    const { results } = await window.fingerpost.search(word, { language: "cy" });
    found[word] = results.map(({ url }) => url);
  }
  return found;
}"""
PLAIN_PAGEFIND = """async (words) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const found = {};
  for (const word of words) found[word] = (await pagefind.search(word)).results.map(({ id }) => id);
  return found;
}"""
LUNR = """async ([worker, words]) => {
  const { config, docs } = await (await fetch("/search/search_index.json")).json();
  const engine = new Worker(`/${worker}`);
  const told = (type) => new Promise((tell) => {
    const hear = ({ data }) => {
      if (data.type !== type) return;
      engine.removeEventListener("message", hear);
      tell(data.data);
    };
    engine.addEventListener("message", hear);
  });
  const ready = told(1);
  engine.postMessage({ type: 0, data: { config, docs, options: { suggest: false } } });
  await ready;
  const found = {};
  for (const word of words) {
    const result = told(3);
    engine.postMessage({ type: 2, data: word });
    found[word] = (await result).items.flat().map(({ location }) => location.split("#")[0]);
  }
  return found;
}"""


@dataclass(frozen=True)
class Data:
    """The sentences by number, the cases (sentence, dictionary form), and the sentences that hold a dictionary form."""

    sentences: Mapping[str, str]
    cases: Sequence[tuple[str, str]]
    holding: Mapping[str, frozenset[str]]

    @property
    def sought(self) -> list[str]:
        """The different dictionary forms, in order."""
        return sorted({lemma for _, lemma in self.cases})


def read(folder: Path) -> Data:
    """Read both tables; dictionary forms are compared in lower case."""
    sentences = dict(_rows(folder / "sentences.tsv", 2))
    cases: list[tuple[str, str]] = []
    holding: dict[str, set[str]] = {}
    for sentence, _, lemma, part, mutation in _rows(folder / "words.tsv", 5):
        holding.setdefault(lemma.lower(), set()).add(sentence)
        if mutation and part in OPEN_CLASSES and len(lemma) >= FEWEST_LETTERS:
            cases.append((sentence, lemma.lower()))
    return Data(sentences, cases, {lemma: frozenset(those) for lemma, those in holding.items()})


def _rows(file: Path, columns: int) -> Iterator[list[str]]:
    for line in file.read_text("utf-8").splitlines()[1:]:
        cells = line.split("\t")
        yield [*cells, *[""] * (columns - len(cells))]


def figures(data: Data, found: Mapping[str, Sequence[str]]) -> tuple[float, float]:
    """Return the share of the cases that were found, and the precision, from the sentences found for each form."""
    answers = {lemma: frozenset(those) for lemma, those in found.items()}
    hits = sum(sentence in answers[lemma] for sentence, lemma in data.cases)
    returned = sum(map(len, answers.values()))
    right = sum(len(those & data.holding[lemma]) for lemma, those in answers.items())
    return hits / len(data.cases), right / returned if returned else 0.0


def write_site(site: Path, sentences: Mapping[str, str]) -> None:
    """Write each sentence as a page, and a page that can search."""
    (site / "assets").mkdir(parents=True)
    for number, text in sentences.items():
        body = f"<title>{number}</title><p data-pagefind-body>{escape(text)}</p>"
        page = f'<!doctype html><html lang="cy"><meta charset="utf-8">{body}</html>'
        (site / f"{number}.html").write_text(page, "utf-8")
    for name in OUR_SCRIPTS:
        (site / "assets" / name).write_bytes((ASSETS / name).read_bytes())
    tags = "".join(f'<script src="assets/{name}"></script>' for name in OUR_SCRIPTS[2:])
    (site / "search.html").write_text(
        f'<!doctype html><html lang="cy"><meta charset="utf-8"><title>Chwilio</title>{tags}</html>', "utf-8"
    )


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page of the real browser."""
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        yield browser.new_page()
        browser.close()


def ours(folder: Path, data: Data) -> dict[str, list[str]]:
    """What our search finds."""
    write_site(folder / "site", data.sentences)
    index_site(folder / "site")
    with hosted(folder / "site") as address, browser_page() as page:
        page.goto(f"{address}/search.html")
        found = page.evaluate(OURS, data.sought)
    return {word: [url.removesuffix(".html") for url in urls] for word, urls in found.items()}


def plain_pagefind(folder: Path, data: Data) -> dict[str, list[str]]:
    """What Pagefind finds as it is handed out; pages by its own ids, which the fragments' addresses tell."""
    write_site(folder / "site", data.sentences)
    program = get_executable()
    if program is None:
        sys.exit("Pagefind is not installed.")
    subprocess.run([program, "--site", folder / "site", "--silent"], check=True)
    fragments = (folder / "site" / "pagefind" / "fragment").iterdir()
    read = {file.stem: gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE) for file in fragments}
    urls = {name: str(json.loads(text)["url"]) for name, text in read.items()}
    with hosted(folder / "site") as address, browser_page() as page:
        page.goto(f"{address}/search.html")
        found = page.evaluate(PLAIN_PAGEFIND, data.sought)
    return {word: [urls[one].strip("/").removesuffix(".html") for one in those] for word, those in found.items()}


def material(folder: Path, data: Data) -> dict[str, list[str]]:
    """What Material's search (lunr) finds, asked through its own worker."""
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(MATERIAL, "utf-8")
    (folder / "docs" / "index.md").write_text("# Plain\n", "utf-8")
    for number, text in data.sentences.items():
        (folder / "docs" / f"{number}.md").write_text(f"# {number}\n\n{escape(text)}\n", "utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, env=environment, check=True)
    worker = next((folder / "site" / "assets" / "javascripts" / "workers").glob("search.*.js"))
    with hosted(folder / "site") as address, browser_page() as page:
        page.goto(f"{address}/404.html")
        found = page.evaluate(LUNR, [worker.relative_to(folder / "site").as_posix(), data.sought])
    return {word: [place.strip("/") for place in places] for word, places in found.items()}


ENGINES = {"Fingerpost": ours, "plain Pagefind": plain_pagefind, "Material's lunr": material}


def main() -> None:
    """Measure the three and print a table in Markdown."""
    parser = argparse.ArgumentParser(description="How much Welsh is found, beside plain Pagefind and Material.")
    parser.add_argument("folder", type=Path, help="where sentences.tsv and words.tsv lie")
    parser.add_argument("--only", choices=ENGINES, help="one of the engines")
    parser.add_argument("--found", type=Path, help="write what was found as JSON")
    given = parser.parse_args()
    data = read(given.folder)
    print(f"{len(data.sentences):,} sentences, {len(data.cases):,} cases, {len(data.sought):,} dictionary forms\n")
    print("| Search | found | precision |\n| --- | --- | --- |")
    for name, engine in ENGINES.items():
        if given.only in (None, name):
            with TemporaryDirectory() as folder:
                found = engine(Path(folder), data)
            recall, precision = figures(data, found)
            print(f"| {name} | {recall:.1%} | {precision:.3f} |", flush=True)
            if given.found:
                given.found.write_text(json.dumps(found, ensure_ascii=False), "utf-8")


if __name__ == "__main__":
    main()
