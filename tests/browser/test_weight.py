"""The first view of a guide: at most 100 KB over the wire, fonts included, images not, and from this host alone.

Measured by Chromium with an empty cache, from a host that compresses text with gzip, as hosts of static sites do.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.looking.serving import hosted
from tests.looking.weight import MOST, first_view

GUIDE = "guides/burn-out-and-rest/index.html"


@pytest.fixture(scope="module")
def host(built: Path) -> Iterator[str]:
    """The address of the built site at a host that compresses."""
    with hosted(built / "site") as address:
        yield address


@pytest.mark.parametrize("prefix", ["", "cy/"])
def test_the_first_view_of_a_guide_is_light(prefix: str, built: Path, host: str, browser: Browser) -> None:
    guides = (built / "site" / prefix / "guides").glob("*/index.html")
    heaviest = max(guides, key=lambda file: file.stat().st_size).relative_to(built / "site").as_posix()
    for path in dict.fromkeys((f"{prefix}{GUIDE}", heaviest)):
        seen = first_view(browser, f"{host}/{path}")
        assert seen.bytes <= MOST, (path, seen.sorts)
        assert seen.sorts["Font"] > 20_000, seen.sorts  # ours, two weights: so they were counted
        assert seen.sorts["Document"] < (built / "site" / path).stat().st_size / 2  # so it was compressed
        assert [address for address in seen.addresses if not address.startswith((host, "data:"))] == []


def test_a_heavy_page_and_another_host_are_noticed(tmp_path: Path, browser: Browser) -> None:
    (tmp_path / "font.woff2").write_bytes(b"x" * (MOST + 1))
    (tmp_path / "picture.png").write_bytes(b"x" * MOST)
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>x</title><style>@font-face { font-family: f; src: url(font.woff2) }"
        " p { font-family: f }</style><p>x<img src=picture.png><script src=http://localhost:9/x.js></script>",
        "utf-8",
    )
    with hosted(tmp_path) as address:
        seen = first_view(browser, f"{address}/index.html")
    assert MOST < seen.bytes < MOST + 2000
    assert seen.sorts["Image"] > 60_000  # it stops reading when it sees that this is no picture
    assert [other for other in seen.addresses if not other.startswith(address)] == ["http://localhost:9/x.js"]
