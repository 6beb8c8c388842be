"""Every link inside the site and on the stick leads somewhere, to the heading it names."""

from pathlib import Path

import pytest

from tests.looking.links import broken_links, read_pages


@pytest.mark.parametrize("edition", ["site", "dist/usb"])
def test_no_link_is_broken(edition: str, built: Path) -> None:
    folder = built / edition
    lost = folder / "404.html"  # its links start at the top of the address, whatever was asked for
    assert [said for said in broken_links(folder) if not said.startswith(lost.name)] == []


@pytest.mark.parametrize("edition", ["site", "dist/usb"])
def test_no_page_uses_an_id_twice_and_each_says_its_language(edition: str, built: Path) -> None:
    for file, page in read_pages(built / edition).items():
        assert len(page.ids) == len(set(page.ids)), file
        assert page.language in ("en", "cy"), file


def test_the_link_check_is_awake(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<html lang="en"><p id="x"><a href="b.html"><a href="#y"><a href="#x">', "utf-8")
    assert [said.split(": ")[1] for said in broken_links(tmp_path)] == ["b.html", "#y"]
