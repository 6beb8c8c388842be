"""What the gate keeps back is not counted, dated, listed or described either."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from tests.helpers import answer, guide, page, toolkit, welsh
from tests.stage.collection import EVERYWHERE, QUESTION, collection, front_at, items_at, staged

RESERVED: dict[str, Any] = {"rights": {"licence": "InC"}}
NOT_TRANSLATED = {"made_by": "lived-experience-led", "consent": {**EVERYWHERE, "scope": ["web", "print", "offline"]}}


def own_words(data: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(data)["mainEntity"]
    return found


def test_a_page_is_not_dated_by_an_answer_that_is_kept_back(tmp_path: Path) -> None:
    dated = {"published": "2026-11-21", "reviewed": "2026-11-22"}
    files: dict[str, str | bytes] = {
        "docs/questions/q/index.en.md": QUESTION.replace("2026-11-21", "2026-11-01"),
        "docs/questions/q/answer-1.en.md": answer("Yes.\n", published="2026-11-02"),
        "docs/questions/q/answer-3.en.md": answer("No.\n", made_by="co-produced", **dated),
    }
    tree = staged(collection(tmp_path, **files))
    (there,) = (page for page in tree.public if page.address == "https://fingerpost.example/questions/q/")
    assert there.changed == date(2026, 11, 2)


def test_an_easy_read_version_that_is_kept_back_is_in_no_list(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/guides/two/index.en.md": guide(title="Guide two", **RESERVED),
        "docs/guides/two/easy.en.md": page({"title": "Two, easy"}, "Words.\n"),
    }
    tree = staged(collection(tmp_path, **files))
    assert [item["title"] for item in items_at(tree, "en/browse/easy-read.md")] == ["One, easy"]
    formats = {item["title"]: item["terms"]["format"] for item in items_at(tree, "en/guides/index.md")}
    assert (formats["Guide one"], formats["Guide two"]) == (["easy-read"], [])
    assert b"Two, easy" not in b"".join(text for text in tree.files.values() if isinstance(text, bytes))


def test_a_translation_that_is_kept_back_is_no_version_of_a_part(tmp_path: Path) -> None:
    kit = toolkit(["activity-a"], title="Kit", **NOT_TRANSLATED)
    part, easy = page({"title": "Part", "part": "activity"}, "Do.\n"), page({"title": "Easy"}, "Words.\n")
    at = "docs/toolkits/kept"
    files: dict[str, str | bytes] = {
        f"{at}/index.en.md": kit,
        f"{at}/activity-a.en.md": part,
        f"{at}/activity-a.cy.md": welsh(part),
        f"{at}/easy.en.md": easy,
        f"{at}/easy.cy.md": welsh(easy),
    }
    tree = staged(collection(tmp_path, **files))
    for stem in ("activity-a", "easy"):
        fp = front_at(tree, f"en/toolkits/kept/{stem}.md")["fp"]
        assert (fp["versions"], fp["alternates"]) == (["en"], {}), stem


def test_what_is_only_a_record_is_not_said_to_be_there_for_free_nor_to_have_parts(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/toolkits/held/index.en.md": toolkit(["activity-a"], **RESERVED),
        "docs/toolkits/held/activity-a.en.md": page({"title": "Part", "part": "activity"}, "Do.\n"),
    }
    tree = staged(collection(tmp_path, **files))
    held, whole = (own_words(front_at(tree, f"en/toolkits/{slug}/index.md")["fp"]["data"]) for slug in ("held", "kit"))
    assert {"isAccessibleForFree", "hasPart"}.isdisjoint(held)
    assert whole["isAccessibleForFree"] is True
    assert len(whole["hasPart"]) == 2
