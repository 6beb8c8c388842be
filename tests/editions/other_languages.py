"""Collections in other languages than the shipped one: Welsh first, and a third language written from right to left."""

import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from fingerpost.library.fingerprint import fingerprint
from fingerpost.library.front_matter import read_front_matter

from tests.conftest import CHECKOUT
from tests.helpers import answer, guide, page, toolkit, welsh, write

BASE = CHECKOUT / "tests" / "fixtures" / "base" / "docs"
ARABIC = {"locale": "ar", "name": "العربية", "site_name": "معلم الطريق"}
# One Arabic letter for each Latin one: nobody's language, but written as Arabic is.
LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "ابتثجحخدذرزسشصضطظعغفقكلمنهابتثجحخدذرزسشصضطظعغفقكلمنه"
)


def lay_out(root: Path, languages: list[dict[str, Any]]) -> Path:
    """Make a collection with the shipped theme and small texts, and settings that name these languages in order."""
    shutil.copytree(BASE, root / "docs")
    shutil.copytree(CHECKOUT / "overrides", root / "overrides")
    # Read without acting on MkDocs's tags; there are none in the shipped settings.
    settings = yaml.safe_load((CHECKOUT / "mkdocs.yml").read_text("utf-8"))
    settings["plugins"][0]["i18n"]["languages"] = languages
    settings["site_name"] = languages[0]["site_name"]
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False), "utf-8")
    return root


def welsh_first(root: Path) -> Path:
    """Make a collection with Welsh at the root and English below it; most originals are Welsh."""
    first = {"locale": "cy", "name": "Cymraeg", "default": True, "site_name": "Mynegbost"}
    lay_out(root, [first, {"locale": "en", "name": "English", "site_name": "Fingerpost"}])
    both = guide(
        "Mae'r planhigion yn tyfu yma, ac mae angen dŵr arnyn nhw bob dydd.[^1]\n\n[^1]: Ond nid yn y gaeaf.\n",
        title="Gofalu am yr ardd",
        summary="Sut i ofalu am yr ardd gyda'ch gilydd.",
        topics=["groups"],
    )
    kit = toolkit(["activity-dwr"], "Darllenwch hwn yn gyntaf.\n", title="Awr yn yr ardd", topics=["groups"])
    part = page({"title": "Dyfrhau", "part": "activity"}, "Mae pawb yn dyfrhau un planhigyn.\n")
    english: dict[str, Any] = {"from": "cy"}
    files = {
        "docs/guides/gardd/index.cy.md": both,
        "docs/guides/gardd/index.en.md": welsh(both, "The plants grow here.\n", title="Looking after it", **english),
        "docs/guides/chwyn/index.cy.md": guide(
            "Mae'r chwyn yn tyfu hefyd, ac nid oes neb yn gwybod pam.\n", title="Y chwyn", topics=["groups"]
        ),
        "docs/toolkits/gardd/index.cy.md": kit,
        "docs/toolkits/gardd/index.en.md": welsh(kit, "Read this first.\n", title="An hour in it", **english),
        "docs/toolkits/gardd/activity-dwr.cy.md": part,
    }
    return write(root, files)


def with_arabic(root: Path) -> Path:
    """Make a collection in English, Welsh and a third language; some of it is in all three."""
    shipped = yaml.safe_load((CHECKOUT / "mkdocs.yml").read_text("utf-8"))["plugins"][0]["i18n"]["languages"]
    lay_out(root, [{"site_name": "Fingerpost", **shipped[0]}, shipped[1], ARABIC])
    words = root / "overrides" / "words"
    (words / "ar.yml").write_text(arabic_words((words / "en.yml").read_text("utf-8")), "utf-8")
    for file in (root / "docs" / "_vocabulary").glob("*.yml"):
        file.write_text(_with_labels(file.read_text("utf-8")), "utf-8")
    guides, at = root / "docs" / "guides", "docs/toolkits/example"
    old = guide(
        "First.\n\n## One\n\nOld.\n\n## Two\n\n> Quoted.\n\n1. A\n2. B\n", title="Stale", content_notes=["bereavement"]
    )
    files = {
        "docs/guides/example/index.ar.md": arabic((guides / "example/index.en.md").read_text("utf-8")),
        "docs/pages/home.ar.md": arabic((root / "docs/pages/home.en.md").read_text("utf-8")),
        f"{at}/index.ar.md": arabic((root / at / "index.en.md").read_text("utf-8")),
        "docs/guides/stale/index.en.md": old.replace("Old.", "New.").replace("First.", "Begin."),
        "docs/guides/stale/index.ar.md": arabic(old),
        "docs/questions/example/index.ar.md": arabic((root / "docs/questions/example/index.en.md").read_text("utf-8")),
        "docs/questions/example/answer-3.en.md": answer("Neither.\n", title="Water", content_notes=["bereavement"]),
    }
    # Titles out of order, to be sorted by their own alphabet: the second letters are p, t, th.
    for name, title in (("c", "ثالث"), ("a", "باب"), ("b", "ةابع")):
        text = guide(title=f"Title {name}", topics=["groups"])
        files |= {
            f"docs/guides/sort-{name}/index.en.md": text,
            f"docs/guides/sort-{name}/index.ar.md": arabic(text, title),
        }
    return write(root, files)


def spelt_in_arabic(text: str) -> str:
    """Return a text with each Latin letter replaced by an Arabic one; what stands in curly brackets stays."""
    pieces = text.replace("}", "{").split("{")
    return "".join(f"{{{one}}}" if place % 2 else one.translate(LETTERS) for place, one in enumerate(pieces))


def arabic_words(english: str) -> str:
    """Return interface words for the third language, every phrase and every plural that it has."""
    plurals = sorted(Locale("ar").plural_form.tags | {"other"})
    phrases: dict[str, str | dict[str, str]] = {}
    for key, phrase in yaml.load(english, Loader=yaml.CBaseLoader).items():
        if isinstance(phrase, dict):
            phrases[key] = {form: spelt_in_arabic(str(phrase.get(form, phrase["other"]))) for form in plurals}
        else:
            phrases[key] = spelt_in_arabic(phrase)
    phrases["usb-file"] = "ابدأ-هنا"
    return yaml.safe_dump(phrases, allow_unicode=True, sort_keys=False)


def arabic(original: str, title: str = "") -> str:
    """Return a translation of an original into the third language."""
    front = read_front_matter(original, "")
    had = {name: front.data.get(name, "") for name in ("title", "summary")}
    block = {"from": "en", "source": fingerprint(had["title"], had["summary"], front.body), "status": "draft"}
    kept = {name: spelt_in_arabic(text) for name, text in had.items() if text}
    body = re.sub(r"\[([^]]*)\]\(#[^)]*\)", r"\1", front.body)  # headings have other anchors in another language
    pieces = re.split(r"(\]\([^)]*\))", body)
    spelt = "".join(piece if place % 2 else spelt_in_arabic(piece) for place, piece in enumerate(pieces))
    return page({**kept, **({"title": title} if title else {}), "translation": block}, spelt)


def _with_labels(vocabulary: str) -> str:
    terms = yaml.safe_load(vocabulary)
    if not isinstance(terms, list):
        return vocabulary
    for number, term in enumerate(terms):
        if isinstance(term.get("label"), dict):
            term["label"]["ar"] = spelt_in_arabic(term["label"]["en"])
            if number % 2 and "en" in term.get("description", {}):  # only some say more in the third language
                term["description"]["ar"] = spelt_in_arabic(term["description"]["en"])
    return yaml.safe_dump(terms, allow_unicode=True, sort_keys=False)
