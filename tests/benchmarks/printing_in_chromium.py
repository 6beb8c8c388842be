"""Print pages that were made for paper with Chromium, on every core: what `printing.py` compares ours with.

    python -m tests.benchmarks.printing_in_chromium SITE DIR

SITE is the folder of pages that a print build leaves. Each toolkit is printed with the styles of A4, of large print, of
a booklet's pages, and its handouts with theirs, tagged and with bookmarks, as ours are.
"""

import json
import multiprocessing
import os
import sys
from pathlib import Path

import pypdfium2
from playwright.sync_api import sync_playwright

from tests.looking.lighthouse import chromium

SHEETS = (("index", "a4"), ("index", "large"), ("index", "a5"), ("handouts", "handouts"))


def print_all(site: Path, pages: list[Path], target: Path) -> int:
    """Print each page with each of its styles into the folder `target`; return how many pages that makes."""
    made = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        window = browser.new_page()
        for folder in pages:
            for name, style in SHEETS:
                window.goto((folder / f"{name}.html").as_uri())
                window.add_style_tag(url=(site / "paper" / f"{style}.css").as_uri())
                window.evaluate("document.fonts.ready.then(() => null)")
                file = target / f"{len(folder.relative_to(site).parts)}-{folder.name}.{style}.pdf"
                window.pdf(path=file, prefer_css_page_size=True, tagged=True, outline=True)
                with pypdfium2.PdfDocument(file) as pdf:
                    made += len(pdf)
        browser.close()
    return made


def main() -> None:
    """Share the pages out among the cores, print them, and say how many pages that made."""
    site, target = (Path(word).resolve() for word in sys.argv[1:3])
    target.mkdir(parents=True, exist_ok=True)
    folders = sorted(file.parent for file in site.glob("**/toolkits/*/handouts.html"))
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with multiprocessing.get_context("spawn").Pool(cores) as pool:
        made = pool.starmap(print_all, [(site, folders[at::cores], target) for at in range(cores)])
        pool.close()
        pool.join()
    print(json.dumps({"files": len(folders) * len(SHEETS), "pages": sum(made)}))


if __name__ == "__main__":
    main()
