"""No copy tells of a web address at which the website shows nothing."""

from pathlib import Path
from typing import Any

import pytest
from fingerpost.gate import Edition

from tests.helpers import guide, page, toolkit, welsh
from tests.stage.collection import EVERYWHERE, collection, front_at, staged, text_at

ADDRESS = "https://fingerpost.example/"
KIT = "toolkits/more"


def agreed(*scope: str) -> dict[str, Any]:
    return {"made_by": "lived-experience-led", "consent": {**EVERYWHERE, "scope": [*scope, "translation"]}}


def kit(*scope: str) -> dict[str, str | bytes]:
    whole = toolkit(["activity-a"], title="More", **agreed(*scope))
    return {
        f"docs/{KIT}/index.en.md": whole,
        f"docs/{KIT}/index.cy.md": welsh(whole),
        f"docs/{KIT}/activity-a.en.md": page({"title": "Part", "part": "activity"}, "Do.\n"),
        f"docs/{KIT}/easy.en.md": page({"title": "Easy"}, "Words.\n"),
    }


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(("edition", "scope"), [(Edition.PRINT, "print"), (Edition.USB, "offline")])
def test_what_is_not_online_has_no_address_there(language: str, edition: Edition, scope: str, tmp_path: Path) -> None:
    tree = staged(collection(tmp_path, **kit(scope)), edition)
    pages = [path for path in tree.files if path.startswith(f"{language}/{KIT}/")]
    # On paper the Easy Read version, which is in English alone, has a sheet in English alone.
    assert len(pages) == ({"en": 3, "cy": 2}[language] if edition is Edition.PRINT else 3)
    for path in pages:
        assert ADDRESS not in text_at(tree, path)
        fp = front_at(tree, path)["fp"]
        if path.endswith("handouts.md"):
            fp = fp["pieces"]["activity-a"]["own"]
        assert fp["cite"].endswith(("Fingerpost.", "Mynegbost."))
        assert "(https://creativecommons.org/licenses/by-sa/4.0/)." in fp["attribution"]
        assert not fp.get("newest")  # and no QR code of it


@pytest.mark.parametrize(("edition", "scope"), [(Edition.PRINT, "print"), (Edition.USB, "offline")])
def test_what_is_online_too_has_its_address(edition: Edition, scope: str, tmp_path: Path) -> None:
    tree = staged(collection(tmp_path, **kit(scope, "web")), edition)
    fp = front_at(tree, f"cy/{KIT}/index.md")["fp"]
    assert fp["cite"].endswith(f" {ADDRESS}cy/{KIT}/")
    assert fp["attribution"].endswith(f" {ADDRESS}cy/{KIT}/")
    assert (fp["newest"] if edition is Edition.PRINT else fp["canonical"]) == f"{ADDRESS}cy/{KIT}/"


def test_on_paper_a_link_to_a_part_of_a_record_says_that_it_is_not_there(tmp_path: Path) -> None:
    reserved = toolkit(["activity-a"], rights={"licence": "InC"})
    links = "[a](../reserved/index.en.md)\n[b](../reserved/activity-a.en.md)\n"
    files: dict[str, str | bytes] = {
        "docs/toolkits/reserved/index.en.md": reserved,
        "docs/toolkits/reserved/activity-a.en.md": page({"title": "Part", "part": "activity"}, "Do.\n"),
        "docs/toolkits/from/index.en.md": toolkit([], links),
    }
    tree = staged(collection(tmp_path, **files), Edition.PRINT)
    assert front_at(tree, "en/toolkits/from/index.md")["fp"]["addresses"] == [
        f"{ADDRESS}toolkits/reserved/",
        f"{ADDRESS}not-here.html",
    ]


def test_on_paper_a_link_to_what_is_not_online_says_so(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/guides/paper/index.en.md": guide(**agreed("print")),
        "docs/toolkits/from/index.en.md": toolkit([], "[a](../../guides/paper/index.en.md)\n"),
    }
    tree = staged(collection(tmp_path, **files), Edition.PRINT)
    assert front_at(tree, "en/toolkits/from/index.md")["fp"]["addresses"] == [f"{ADDRESS}not-here.html"]
