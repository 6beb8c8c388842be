"""Barriers that axe-core finds, in every width, colour scheme and folding that readers may have."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page

from tests.looking.pages import unfold

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practices. No rule of these is left out.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# The rules whose answer can depend on colours; the others read the same document and the same boxes in each scheme.
OF_COLOUR = ("color-contrast", "link-in-text-block")
WIDTHS = (320, 768, 1280)
HEIGHT, TALLEST = 900, 16_000  # of a window; Chromium draws no taller one
# In forced colours the machine chooses every colour, and axe 4.14 reads the page's own (-webkit-text-fill-color, which
# Chromium does not force): it would compare colours that nobody sees. `senses.lost_in_forced_colours` looks there.
RUN = """async ([kind, values, without]) => (await axe.run({runOnly: {type: kind, values},
    rules: Object.fromEntries(without.map((id) => [id, {enabled: false}])), resultTypes: ['violations']}))
    .violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(', ')}`)"""


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a reader sees colours: by the settings of their machine, and by the site's own setting of contrast."""

    name: str
    colours: Literal["light", "dark"] = "light"
    contrast: Literal["no-preference", "more"] = "no-preference"
    forced: Literal["none", "active"] = "none"
    chosen: bool = False


LIGHT = Scheme("light")
SCHEMES = (
    LIGHT,
    Scheme("dark", "dark"),
    Scheme("high contrast", contrast="more"),
    Scheme("dark, high contrast", "dark", "more"),
    Scheme("high contrast chosen on the site", chosen=True),
    Scheme("dark, high contrast chosen on the site", "dark", chosen=True),
    Scheme("forced colours", forced="active"),
)


@cache
def axe() -> str:
    """Return axe-core's script."""
    return AXE.read_text("utf-8")


def violations(page: Page, rules: Sequence[str] = (), without: Sequence[str] = ()) -> list[str]:
    """Run axe-core on a page as it stands, with all rules, some, or all but some; return what is broken, and where."""
    # As a developer's tools would: the pages' policy lets no script be added.
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe())
    found: list[str] = page.evaluate(RUN, [*(["rule", list(rules)] if rules else ["tag", list(TAGS)]), list(without)])
    return found


def put_on(page: Page, scheme: Scheme) -> None:
    """Show an open page as a reader with these settings sees it."""
    page.emulate_media(color_scheme=scheme.colours, contrast=scheme.contrast, forced_colors=scheme.forced)
    page.evaluate(
        "(chosen) => { const look = document.documentElement.dataset;"
        " if (chosen) { look.scheme = chosen; look.contrast = 'more'; }"
        " else { delete look.scheme; delete look.contrast; } }",
        scheme.colours if scheme.chosen else "",
    )


def widen(page: Page, width: int) -> None:
    """Give a page's window this width in CSS pixels."""
    page.set_viewport_size({"width": width, "height": HEIGHT})


def uncover(page: Page, width: int) -> None:
    """Where a row stays in view, make the window as tall as the page, so that the row lies over nothing of it.

    axe takes a link that half a row lies over for one that is too small (target-size), wherever the page happens to be
    scrolled to. How much of a window such a row may take, and that it never lies over what has the focus, is looked at
    elsewhere (`room.covered`, tests/browser/test_leaving.py).
    """
    widen(page, width)
    tall = page.evaluate("document.querySelector('.leave') ? document.documentElement.scrollHeight : 0")
    if tall > HEIGHT:
        page.set_viewport_size({"width": width, "height": min(tall, TALLEST)})


def in_every_combination(
    page: Page, widths: Iterable[int] = WIDTHS, schemes: Iterable[Scheme] = SCHEMES, *, all_rules: bool = False
) -> list[str]:
    """Look at an open page in each width, scheme and folding; return faults, each with its combination.

    Unless `all_rules` (which the audit asks for), the light scheme is asked about everything, and each other scheme
    about its colours, with all folds open: what is seen with them closed is seen then too.
    """
    faults = []
    for width in widths:
        widen(page, width)
        for scheme in schemes:
            put_on(page, scheme)
            forced, quick = scheme.forced == "active", not all_rules and scheme is not LIGHT
            if forced and quick:
                continue
            for opened in (True,) if quick else (False, True):
                unfold(page, opened)
                uncover(page, width)
                rules = OF_COLOUR if quick else ()
                where = f"{width} px, {scheme.name}, folds {'open' if opened else 'closed'}"
                faults += [f"{where}: {fault}" for fault in violations(page, rules, OF_COLOUR if forced else ())]
    put_on(page, LIGHT)
    return faults
