"""How every page of the real site is known outside: its address, its alternates, its data, previews of links to it."""

import copy
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag

import pytest
from PIL import Image

from tests.heads import HOME, Head, address_of, disagreements, head_of, heads_of, sitemap_of
from tests.schema_org import addresses_in, amiss, nodes_in


@cache
def heads(site: Path) -> dict[str, Head]:
    return {address: head for address, head in heads_of(site).items() if not address.endswith("/404.html")}


def files(site: Path) -> set[str]:
    return {address_of(file.relative_to(site).as_posix()) for file in site.rglob("*") if file.is_file()}


def test_addresses_alternates_and_the_sitemap_agree_on_every_page(built: Path) -> None:
    site = built / "site"
    listed = sitemap_of(site)
    assert disagreements(heads(site), listed) == []
    assert len(listed) > 150
    # Everything is translated here, so that every page but the few that say noindex is listed.
    assert set(listed) == {address for address, head in heads(site).items() if not head.noindex}
    hidden = {address.removeprefix(HOME).removeprefix("cy/") for address, head in heads(site).items() if head.noindex}
    assert {"not-here.html", "search.html"} <= hidden


@pytest.mark.parametrize(
    "change",
    [
        lambda pages, _: pages[f"{HOME}guides/"].alternates.pop("cy"),
        lambda pages, _: pages[f"{HOME}guides/"].alternates.update(fr=f"{HOME}fr/guides/"),
        lambda pages, _: pages[f"{HOME}guides/"].canonical.append(HOME),
        lambda pages, _: pages[f"{HOME}guides/"].canonical.clear(),
        lambda pages, _: pages.pop(f"{HOME}cy/guides/"),
        lambda pages, _: setattr(pages[f"{HOME}guides/"], "noindex", True),
        lambda _, listed: listed.pop(f"{HOME}guides/"),
        lambda _, listed: listed.update({f"{HOME}gone/": (None, {})}),
        lambda _, listed: listed[f"{HOME}guides/"][1].clear(),
    ],
)
def test_whatever_does_not_agree_is_seen(change: Callable[[Any, Any], object], built: Path) -> None:
    pages, listed = copy.deepcopy(heads(built / "site")), sitemap_of(built / "site")
    change(pages, listed)
    assert disagreements(pages, listed) != []


def test_the_start_pages_have_one_for_all_other_languages(built: Path) -> None:
    listed = sitemap_of(built / "site")
    with_default = {address for address, (_, others) in listed.items() if "x-default" in others}
    assert with_default == {HOME, f"{HOME}cy/"}
    assert {listed[address][1]["x-default"] for address in with_default} == {HOME}


def test_the_data_of_every_page_is_schema_org_s(built: Path) -> None:
    found = {}
    for address, head in heads(built / "site").items():
        if not head.noindex:
            assert len(head.data) == 1, address
            if said := amiss(head.data[0]):
                found[address] = said
    assert found == {}


def test_every_address_of_ours_in_the_data_is_there(built: Path) -> None:
    site = built / "site"
    there = files(site) | {HOME}
    lost = {
        target
        for head in heads(site).values()
        for data in head.data
        for target in addresses_in(data)
        if target.startswith(HOME) and urldefrag(target)[0] not in there
    }
    assert lost == set()


def test_the_data_names_the_page_and_its_language(built: Path) -> None:
    for address, head in heads(built / "site").items():
        for data in head.data:
            assert data["url"] == head.canonical[0] == address
            assert data["inLanguage"] == ("cy" if address.startswith(f"{HOME}cy/") else "en")


@pytest.mark.parametrize(
    ("path", "page", "thing"),
    [
        ("index.html", "WebSite", None),
        ("about.html", "WebPage", None),
        ("guides/index.html", "CollectionPage", None),
        ("topics/pay.html", "CollectionPage", None),
        ("guides/setting-limits/index.html", "WebPage", "Article"),
        ("cy/toolkits/first-six-meetings/index.html", "WebPage", "LearningResource"),
        ("toolkits/first-six-meetings/poster-our-agreement.html", "WebPage", "LearningResource"),
        ("questions/should-i-use-my-own-name/index.html", "QAPage", "Question"),
    ],
)
def test_each_kind_of_page_is_what_it_is(path: str, page: str, thing: str | None, built: Path) -> None:
    (data,) = head_of(built / "site" / path).data
    assert data["@type"] == page
    assert data.get("mainEntity", {}).get("@type") == thing


def test_a_published_work_is_its_makers_and_not_ours(built: Path) -> None:
    (data,) = head_of(built / "site" / "archive" / "the-patient-revolution" / "index.html").data
    assert (data["@type"], data["about"]["@type"], data["about"]["creditText"]) == ("WebPage", "Book", "David Gilbert")
    assert data["about"]["usageInfo"].startswith("https://rightsstatements.org/")
    assert [maker["name"] for maker in data["author"]] == ["Fingerpost"]
    assert "author" not in data["about"]
    assert "license" not in data


def test_every_answer_has_an_anchor_of_its_own(built: Path) -> None:
    file = built / "site" / "questions" / "should-i-use-my-own-name" / "index.html"
    (data,) = head_of(file).data
    answers = nodes_in(data, "Answer")
    assert len(answers) == data["mainEntity"]["answerCount"] == 4
    html = file.read_text("utf-8")
    for answer in answers:
        assert f'id="{urldefrag(answer["url"])[1]}"' in html
        assert "text" not in answer  # its words would stand in search results without the note that comes first


def test_a_link_that_is_passed_on_has_a_preview(built: Path) -> None:
    site = built / "site"
    for address, head in heads(site).items():
        if head.noindex:
            assert head.properties == {}
            continue
        said = {name: values for name, values in head.properties.items() if name != "og:locale:alternate"}
        assert all(len(values) == 1 and values[0] for values in said.values()), address
        assert {"og:title", "og:type", "og:url", "og:locale", "og:site_name", "og:image", "twitter:card"} <= set(said)
        assert said["og:url"] == head.canonical
        welsh = address.startswith(f"{HOME}cy/")
        assert said["og:locale"] == ["cy_GB" if welsh else "en_GB"]
        others = len(set(head.alternates) - {"x-default"}) - 1
        assert len(head.properties.get("og:locale:alternate", [])) == max(others, 0)
        assert said["og:site_name"] == ["Mynegbost" if welsh else "Fingerpost"]


def test_the_card_is_small_and_of_the_size_that_is_said(built: Path) -> None:
    head = head_of(built / "site" / "index.html")
    card = built / "site" / head.properties["og:image"][0].removeprefix(HOME)
    with Image.open(card) as picture:
        size = [str(side) for side in picture.size]
        assert size == ["1200", "630"]
        assert not picture.info.get("exif")
    assert [head.properties["og:image:width"][0], head.properties["og:image:height"][0]] == size
    assert card.stat().st_size < 40_000


def test_the_feeds_are_linked_from_every_page_in_its_language(built: Path) -> None:
    site = built / "site"
    for file in sorted(site.rglob("*.html")):
        head = head_of(file)
        if head.noindex:
            continue
        language = site / "cy" if file.is_relative_to(site / "cy") else site
        found = {kind: (file.parent / target).resolve() for kind, target in head.feeds.items()}
        assert found == {
            "application/atom+xml": (language / "feed.xml").resolve(),
            "application/feed+json": (language / "feed.json").resolve(),
        }, file
        shown = file.read_text("utf-8").split("</head>")[1].count("feed.xml")
        assert shown == (1 if file.parts[-2:] == ("browse", "new.html") else 0)


def test_whoever_wants_the_whole_list_finds_the_catalogue_from_the_page_that_leads_to_every_list(built: Path) -> None:
    for file in (built / "site" / "browse" / "index.html", built / "site" / "cy" / "browse" / "index.html"):
        found = re.findall(r'href="([^"]*catalogue\.(?:csv|json))"', file.read_text("utf-8"))
        there = [(file.parent / target).resolve() for target in found]
        assert there == [built / "site" / "catalogue.csv", built / "site" / "catalogue.json"], file
        assert all(one.is_file() for one in there)
    for file in (built / "dist" / "usb").rglob("*.html"):
        assert "catalogue.csv" not in file.read_text("utf-8"), file


def test_robots_may_read_everything_and_find_the_sitemap(built: Path) -> None:
    lines = (built / "site" / "robots.txt").read_text("utf-8").split("\n")
    assert lines == ["User-agent: *", "Allow: /", "", f"Sitemap: {HOME}sitemap.xml", ""]


def test_a_stick_tells_programs_nothing(built: Path) -> None:
    stick = built / "dist" / "usb"
    assert [
        file.name for file in stick.rglob("*") if file.name in ("feed.xml", "feed.json", "sitemap.xml", "robots.txt")
    ] == []
    for file in (stick / "data" / "site").rglob("*.html"):
        head = head_of(file)
        assert (head.data, head.properties, head.feeds) == ([], {}, {}), file
        assert "feed.xml" not in file.read_text("utf-8")


def test_the_table_of_schema_org_sees_what_is_amiss() -> None:
    sound = {"@context": "https://schema.org", "@type": "WebPage", "name": "A", "datePublished": "2026-11-21"}
    assert amiss(sound) == []
    for change in (
        {"@context": "http://example.org"},
        {"@type": "Leaflet"},
        {"naem": "A"},
        {"isbn": "1"},
        {"datePublished": "21 November"},
        {"url": "/guides/"},
        {"author": "A name"},
        {"author": {"@type": "Article", "name": "A"}},
        {"author": {"@type": "Person", "email": "x"}},
        {"isAccessibleForFree": "yes"},
        {"name": ""},
        {"name": ["A", 3]},
    ):
        assert amiss({**sound, **change}) != [], change
    assert list(addresses_in(json.loads('{"a": [{"b": "https://example.org/"}]}'))) == ["https://example.org/"]
