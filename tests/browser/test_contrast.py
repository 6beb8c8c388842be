"""The contrast of every word on every ground it may stand on, in every scheme, computed from tokens.css."""

import re
from itertools import product
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

ASSETS = CHECKOUT / "overrides" / "assets"
SCHEMES = ("light", "dark", "black-on-white", "white-on-black")
ROW = re.compile(
    r"^  --([a-z-]+): var\(--light, (#[0-9a-f]{6})\) var\(--dark, (#[0-9a-f]{6})\)"
    r" var\(--black-on-white, (#[0-9a-f]{6})\) var\(--white-on-black, (#[0-9a-f]{6})\);",
    re.MULTILINE,
)
ENHANCED, MINIMUM, SHAPE = 7.0, 4.5, 3.0  # WCAG 2.2, 1.4.6, 1.4.3 and 1.4.11
PAGE = ("paper", "card", "warm-paper", "hover")
# Which words may stand on which grounds, and how much contrast they need there.
PAIRS: tuple[tuple[tuple[str, ...], tuple[str, ...], float], ...] = (
    (("ink", "soft", "post"), PAGE, ENHANCED),
    (("ink",), ("heat-low", "heat-mid", "heat-high"), ENHANCED),
    (("warm",), PAGE, MINIMUM),
    (("on-post",), ("post",), MINIMUM),
    (("on-sign",), ("sign", "sign-deep", "leave"), ENHANCED),
    (("sign", "leave"), ("on-sign",), ENHANCED),  # a button of the header under the pointer
    (("on-sun",), ("sun",), ENHANCED),
    (("edge",), ("paper", "card"), SHAPE),
)
WITHOUT_WORDS = {"line", "sign-edge"}  # never the only sign of anything


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` (WCAG 2.2, glossary)."""
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def colours(text: str) -> dict[str, dict[str, str]]:
    """Return each scheme's colours by name."""
    found = {name: values for name, *values in ROW.findall(text)}
    return {scheme: {name: values[place] for name, values in found.items()} for place, scheme in enumerate(SCHEMES)}


def too_faint(palette: dict[str, str]) -> list[str]:
    """Return each pair of a palette that has less contrast than it needs."""
    return [
        f"{word} on {ground}: {contrast(palette[word], palette[ground]):.2f}"
        for words, grounds, needed in PAIRS
        for word, ground in product(words, grounds)
        if contrast(palette[word], palette[ground]) < needed
    ]


TOKENS = (ASSETS / "tokens.css").read_text("utf-8")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_word_has_enough_contrast_on_every_ground(scheme: str) -> None:
    assert too_faint(colours(TOKENS)[scheme]) == []


def test_every_colour_is_looked_at() -> None:
    paired = {name for words, grounds, _ in PAIRS for name in (*words, *grounds)}
    assert set(colours(TOKENS)["light"]) == paired | WITHOUT_WORDS
    declared = re.findall(r"^  --([a-z-]+): var\(", TOKENS, re.MULTILINE)
    assert sorted(declared) == sorted(colours(TOKENS)["light"])


def test_high_contrast_is_black_and_white_with_strong_borders() -> None:
    for scheme, ground, ink in (("black-on-white", "#ffffff", "#000000"), ("white-on-black", "#000000", "#ffffff")):
        palette = colours(TOKENS)[scheme]
        assert [palette[name] for name in ("paper", "card", "ink", "soft")] == [ground, ground, ink, ink]
        assert [palette[name] for name in ("line", "edge")] == [ink, ink]


def test_the_contrast_test_is_awake() -> None:
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48  # the well-known grey that just fails
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    faint = {**colours(TOKENS)["light"], "soft": "#8a857c"}
    assert [said.split(":")[0] for said in too_faint(faint)] == [f"soft on {ground}" for ground in PAGE]


@pytest.mark.parametrize("file", sorted(ASSETS.glob("*.css")), ids=lambda file: str(file.name))
def test_no_style_names_a_colour_of_its_own_or_a_token_that_is_not_there(file: Path) -> None:
    text = file.read_text("utf-8")
    declared = {name for one in ASSETS.glob("*.css") for name in re.findall(r"(--[a-z-]+)\s*:", one.read_text("utf-8"))}
    assert set(re.findall(r"var\((--[a-z-]+)", text)) - declared == set()
    if file.name != "tokens.css":
        bare = re.sub(r"@media print \{(?:[^{}]|\{[^{}]*\})*\}", "", text)  # on paper, black is black
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)", bare) == []
