"""What a reader will meet is said before a summary wherever the summary stands by itself."""

import json
from pathlib import Path
from typing import Any

import pytest
from fingerpost.gate import Edition

from tests.helpers import MADE, answer, archive, entry, guide, page, toolkit, welsh
from tests.stage.collection import QUESTION, collection, front_at, staged

NOTED: dict[str, Any] = {"content_notes": ["coercion"], "summary": "Held down on a ward."}
BEFORE = {"en": "Content note: Coercion. ", "cy": "Nodyn cynnwys: Gorfodaeth. "}
GUIDE = guide(title="Noted", **NOTED)
KIT = toolkit(["activity-a"], title="Noted", **NOTED)
PART = page({"title": "Part", "part": "activity"}, "Do.\n")
ENTRY = {**entry(title="Noted", **NOTED), "link": "https://there.example/", "checked": MADE.date()}
FILES: dict[str, str | bytes] = {
    "docs/guides/noted/index.en.md": GUIDE,
    "docs/guides/noted/index.cy.md": welsh(GUIDE, summary="Cael eich dal."),
    "docs/guides/noted/easy.en.md": page({"title": "Easy"}, "Words.\n"),
    "docs/toolkits/noted/index.en.md": KIT,
    "docs/toolkits/noted/index.cy.md": welsh(KIT, summary="Cael eich dal."),
    "docs/toolkits/noted/activity-a.en.md": PART,
    "docs/archive/noted/index.en.md": archive(title="Noted", **NOTED),
    "docs/directory/noted/index.en.md": page(ENTRY, "Words.\n"),
    "docs/questions/q/index.en.md": QUESTION,
    "docs/questions/q/answer-1.en.md": answer("Words.\n", content_notes=["coercion"]),
}
PAGES = {
    "guides/noted/index.md": "Held down on a ward.",
    "guides/noted/easy.md": "Held down on a ward.",
    "toolkits/noted/index.md": "Held down on a ward.",
    "toolkits/noted/activity-a.md": "Held down on a ward.",
    "archive/noted/index.md": "Held down on a ward.",
    "directory/noted/index.md": "Held down on a ward.",
    "questions/q/index.md": "A summary.",
}


@pytest.mark.parametrize("edition", [Edition.WEB, Edition.USB])
def test_the_note_stands_before_every_description(edition: Edition, tmp_path: Path) -> None:
    tree = staged(collection(tmp_path, **FILES), edition)
    for path, summary in PAGES.items():
        assert front_at(tree, f"en/{path}")["description"] == f"{BEFORE['en']}{summary}", path
    for path in ("guides/noted/index.md", "toolkits/noted/index.md"):
        assert front_at(tree, f"cy/{path}")["description"] == f"{BEFORE['cy']}Cael eich dal.", path
    # What is not translated is described by the original's summary, after a note that the page's reader can read.
    assert front_at(tree, "cy/archive/noted/index.md")["description"] == f"{BEFORE['cy']}Held down on a ward."


def test_the_note_stands_before_every_description_in_data(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path, **FILES))
    for path, summary in PAGES.items():
        data = front_at(tree, f"en/{path}")["fp"]["data"]
        assert f'"description":{json.dumps(BEFORE["en"] + summary)}' in data, path
        assert f'"{summary}"' not in data, path


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_note_stands_before_the_description_of_a_pdf(language: str, tmp_path: Path) -> None:
    tree = staged(collection(tmp_path, **FILES), Edition.PRINT)
    assert front_at(tree, f"{language}/toolkits/noted/index.md")["description"].startswith(BEFORE[language])


def test_without_a_note_the_summary_stands_alone(tmp_path: Path) -> None:
    tree = staged(collection(tmp_path))
    assert front_at(tree, "en/guides/two/index.md")["description"] == "About two."
