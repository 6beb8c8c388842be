"""Run Lighthouse on our site and on plain Material, side by side, and on both made of the same large collection.

    python -m tests.benchmarks.lighthouse --resources 1000 --runs 3

Three sites: ours of the starter content, ours of a made-up collection, and plain Material of the same made-up
collection in the same two languages. Plain means as its makers hand it out, with mkdocs-static-i18n beside it, but for
two things that are to its advantage: its fonts, which come from another host, are left out, and each folder has a list
of what is in it, which it does not make by itself. Each page of each site by turns; the median of the runs is told.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks.make_collection import CHECKOUT, EPOCH, make_collection
from tests.looking.lighthouse import CATEGORIES, FOUR, Scores, in_each_language, look
from tests.looking.serving import hosted

PLAIN = """site_name: Plain
site_url: https://plain.example/
theme: {name: material, font: false}
plugins:
  - search
  - i18n:
      docs_structure: suffix
      languages:
        - {locale: en, name: English, default: true, build: true}
        - {locale: cy, name: Cymraeg, build: true}
"""
PAGES = ("home", "a listing", "a guide", "an archive record")


def environment() -> dict[str, str]:
    """Return the environment to build in: our package, and the day that the collection was made for."""
    path = os.pathsep.join(filter(None, (str(CHECKOUT / "scripts"), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1"}


def build(name: str, root: Path, *words: str) -> Path:
    """Build a site with these words of Python's, say how long it took, and return the folder it lies in."""
    begun = time.monotonic()
    command = [sys.executable, "-m", *words]
    done = subprocess.run(command, cwd=root, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{name} could not be built: {(done.stderr or done.stdout)[-2000:]}")
    print(f"{name}: built in {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
    return root / "site"


def ours(root: Path, docs: Path) -> Path:
    """Build our site of a folder of Markdown."""
    shutil.copytree(CHECKOUT / "overrides", root / "overrides")
    shutil.copytree(CHECKOUT / "scripts", root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(CHECKOUT / "mkdocs.yml", root / "mkdocs.yml")
    shutil.copytree(docs, root / "docs")
    return build(root.name, root, "fingerpost", "build", "--edition", "web", "--root", str(root))


def plain(root: Path, docs: Path) -> Path:
    """Build plain Material of the same folder, with a list in each folder of resources."""
    shutil.copytree(docs, root / "docs", ignore=shutil.ignore_patterns("_vocabulary"))
    for language in ("en", "cy"):
        home = (root / "docs" / "pages" / f"home.{language}.md").read_text("utf-8")
        (root / "docs" / f"index.{language}.md").write_text(home, "utf-8")
        for folder in ("guides", "toolkits", "archive", "questions", "directory"):
            entries = sorted((root / "docs" / folder).glob(f"*/index.{language}.md"))
            lines = [f"- [{file.parent.name}]({file.parent.name}/index.md)" for file in entries]
            text = "\n".join([f"# {folder.title()}", "", *lines, ""])
            (root / "docs" / folder / f"index.{language}.md").write_text(text, "utf-8")
    (root / "mkdocs.yml").write_text(PLAIN, "utf-8")
    return build(root.name, root, "mkdocs", "build", "--quiet")


def four_of(site: Path) -> list[str]:
    """Return the four pages of a site of the made-up collection, in each language."""
    found = []
    for folder in ("guides", "archive"):
        there = (file.relative_to(site) for file in sorted((site / folder).glob("*/index.html")))
        found.append(next(path for path in there if (site / "cy" / path).is_file()).as_posix())
    english = ["index.html", "guides/index.html", *found]
    return [*english, *(f"cy/{path}" for path in english)]


def look_by_turns(sites: dict[str, tuple[Path, list[str]]], runs: int) -> Iterator[tuple[str, int, list[Scores]]]:
    """Look at each page of each site in turn; yield the site's name, the page's number, and its scores."""
    with ExitStack() as stack:
        hosts = {name: stack.enter_context(hosted(folder)) for name, (folder, _) in sites.items()}
        taken: dict[tuple[str, int], list[Scores]] = {}
        for _ in range(runs):
            for number in range(len(FOUR) * 2):
                for name, (_, paths) in sites.items():
                    taken.setdefault((name, number), []).append(look(f"{hosts[name]}/{paths[number]}"))
                    print(".", end="", file=sys.stderr, flush=True)
        print(file=sys.stderr)
        for (name, number), scores in taken.items():
            yield name, number, scores


def main() -> None:
    """Build the sites, look at them, and print a table in Markdown."""
    parser = argparse.ArgumentParser(description="Run Lighthouse on our site and on plain Material, side by side.")
    parser.add_argument("--resources", type=int, default=1000, help="how many resources the made-up collection has")
    parser.add_argument("--runs", type=int, default=3, help="how often each page is looked at")
    given = parser.parse_args()
    with TemporaryDirectory() as folder:
        made = Path(folder, "made")
        make_collection(given.resources, made)
        here = Path(folder)
        roots = [here / name for name in ("Ours, starter content", f"Ours, {given.resources}", "Material")]
        for root in roots:
            root.mkdir()
        built = [ours(roots[0], CHECKOUT / "docs"), ours(roots[1], made / "docs"), plain(roots[2], made / "docs")]
        names = (roots[0].name, roots[1].name, f"Plain Material, {given.resources}")
        paths = [in_each_language(("en", "cy")), four_of(built[1]), four_of(built[2])]
        sites = {name: (site, list(each)) for name, site, each in zip(names, built, paths, strict=True)}
        print(f"| Page | Site | {' | '.join(CATEGORIES)} | kilobytes |\n|{' --- |' * 7}")
        for name, number, scores in sorted(look_by_turns(sites, given.runs), key=lambda one: one[1]):
            points = [round(median(one.points[category] for one in scores)) for category in CATEGORIES]
            page = f"{PAGES[number % len(PAGES)]}, {'English' if number < len(PAGES) else 'Welsh'}"
            size = median(one.bytes for one in scores) / 1000
            print(f"| {page} | {name} | {' | '.join(map(str, points))} | {size:,.0f} |")


if __name__ == "__main__":
    main()
