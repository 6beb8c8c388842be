"""What the settings may say of leaving at once, and what is said of them when they cannot be used."""

from typing import Any

import pytest
from fingerpost.library import QuickExit
from fingerpost.problems import FingerpostProblem
from fingerpost.render.leaving import exit_of, leaving_of

CODES = ("en", "cy", "ar")


def read(given: Any, codes: tuple[str, ...] = CODES) -> QuickExit:
    return exit_of({"site_url": "https://example.org/", "extra": {"exit": given}}, codes, "mkdocs.yml")


@pytest.mark.parametrize(
    "data", [{}, {"extra": None}, {"extra": {}}, {"extra": {"exit": None}}, {"extra": {"exit": {}}}]
)
def test_without_settings_it_is_as_shipped_in_every_language(data: dict[str, Any]) -> None:
    exits = exit_of(data, CODES, "mkdocs.yml")
    assert exits.where == "marked"
    assert exits.to == {
        "en": "https://www.bbc.co.uk/weather",
        "cy": "https://www.bbc.co.uk/cymrufyw",
        "ar": "https://www.bbc.co.uk/weather",
    }


def test_one_address_is_for_all_languages_and_several_are_each_for_one() -> None:
    assert set(read({"to": "https://maps.example.com/"}).to.values()) == {"https://maps.example.com/"}
    each = {code: f"https://{code}.example.com/" for code in CODES}
    assert read({"where": "everywhere", "to": each}) == QuickExit("everywhere", each)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("everywhere", "under extra, exit holds no settings. Write one a line under it: where: marked"),
        ({"were": "marked"}, "may hold where and to, and not 'were'. Did you mean 'where'?"),
        ({True: "marked"}, "may hold where and to, and not 'on'. Did you mean 'where'?"),
        ({"where": "some"}, "exit, where can be everywhere, marked or nowhere."),
        ({"where": True}, "exit, where can be everywhere, marked or nowhere."),
        ({"where": ["marked"]}, "exit, where can be everywhere, marked or nowhere."),
        ({"to": "http://maps.example.com/"}, "exit, to has to be an address that begins with https://"),
        ({"to": "https://maps example.com/"}, "exit, to has to be an address that begins with https://"),
        ({"to": "https://["}, "exit, to has to be an address that begins with https://"),
        ({"to": "https://here"}, "exit, to has to be an address that begins with https://"),
        ({"to": "javascript:alert(1)"}, "exit, to has to be an address that begins with https://"),
        ({"to": 'https://maps.example.com/"onclick="x'}, "exit, to has to be an address that begins with https://"),
        ({"to": 7}, "exit, to has to be an address that begins with https://"),
        (
            {"to": {"en": "https://maps.example.com/"}},
            "exit, to needs one address, or one for each language of the site",
        ),
        ({"to": []}, "exit, to has to be an address that begins with https://"),
        ({"to": "https://www.example.org/about.html"}, "exit, to leads back to this site."),
        ({"to": "https://example.org./"}, "exit, to leads back to this site."),
        ({"to": "https://example.org:443/"}, "exit, to leads back to this site."),
        ({"to": "https://someone:secret@maps.example.com/"}, "exit, to has a name or a password in it"),
        ({"to": "https://someone@maps.example.com/"}, "exit, to has a name or a password in it"),
    ],
)
def test_settings_that_cannot_be_used_are_said_plainly(given: Any, said: str) -> None:
    with pytest.raises(FingerpostProblem) as problem:
        read(given)
    assert str(problem.value).startswith("mkdocs.yml: under extra, exit")
    assert said in str(problem.value)


@pytest.mark.parametrize(
    ("where", "own", "by_topic", "shown"),
    [
        ("everywhere", None, False, True),
        ("everywhere", False, False, True),
        ("nowhere", None, True, False),
        ("nowhere", True, True, False),
        ("marked", None, False, False),
        ("marked", None, True, True),
        ("marked", False, True, False),
        ("marked", True, False, True),
    ],
)
def test_who_decides(where: str, own: bool | None, by_topic: bool, shown: bool) -> None:
    assert QuickExit(where).shown(own, by_topic) is shown


def test_a_page_that_says_nothing_of_it_goes_by_the_site() -> None:
    to = {"en": "https://maps.example.com/"}
    assert leaving_of(QuickExit("everywhere", to), {}, "en", offline=False)["shown"] is True
    assert leaving_of(QuickExit("marked", to), {}, "en", offline=False)["shown"] is False
    assert leaving_of(QuickExit("marked", to), {"exit": True}, "en", offline=False)["to"] == to["en"]
    assert leaving_of(QuickExit("marked", to), {"exit": True}, "en", offline=True)["to"] == ""
    assert leaving_of(QuickExit("nowhere", to), {}, "en", offline=False)["on"] is False
