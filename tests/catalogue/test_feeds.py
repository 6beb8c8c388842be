"""Feeds: what is new and changed, in each language, as Atom (RFC 4287) and JSON Feed 1.1 ask."""

import json
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from fingerpost.catalogue import as_atom, as_json_feed, entries_of, feed_of
from fingerpost.catalogue.feeds import NEWEST
from fingerpost.library import Library

from tests.catalogue.test_catalogue import FILES, NOT_SHOWN, ONE
from tests.helpers import guide, read, toolkit, welsh, words

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MOMENT = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](?:Z|[+-][0-9]{2}:[0-9]{2})")
ADDRESS = re.compile(r"https?://[^\s<>]+")
# RFC 4287, 4.1.1 and 4.1.2: what a feed and an entry may hold, how often at least and at most.
IN_FEED = {
    "id": (1, 1), "title": (1, 1), "updated": (1, 1), "subtitle": (0, 1), "generator": (0, 1), "icon": (0, 1),
    "logo": (0, 1), "rights": (0, 1), "link": (0, 9), "author": (0, 9), "contributor": (0, 9), "category": (0, 9),
    "entry": (0, 999),
}  # fmt: skip
IN_ENTRY = {
    "id": (1, 1), "title": (1, 1), "updated": (1, 1), "published": (0, 1), "summary": (0, 1), "content": (0, 1),
    "rights": (0, 1), "source": (0, 1), "link": (0, 9), "author": (0, 9), "contributor": (0, 9), "category": (0, 99),
}  # fmt: skip


def atom(library: Library, language: str = "en") -> str:
    return as_atom(feed_of(library, entries_of(library), language, words()))


def json_feed(library: Library, language: str = "en") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(as_json_feed(feed_of(library, entries_of(library), language, words())))
    return found


def entries(text: str) -> dict[str, Element]:
    """Return the entries of an Atom feed by the last part of their ids, in their order."""
    found = ElementTree.fromstring(text).findall(f"{ATOM}entry")
    return {(entry.findtext(f"{ATOM}id") or "").rstrip("/").split("/")[-1]: entry for entry in found}


def said(entry: Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}") or ""


def broken_rules_of_atom(text: str) -> list[str]:
    """Return in sentences which rules of RFC 4287 a feed breaks."""
    root = ElementTree.fromstring(text)
    if root.tag != f"{ATOM}feed":
        return ["It is no feed."]
    broken = _contents(root, IN_FEED, "feed")
    if "alternate" not in _links(root) or "self" not in _links(root):
        broken.append("The feed does not say where it is and what it is of.")
    ids = []
    for entry in root.findall(f"{ATOM}entry"):
        broken += _contents(entry, IN_ENTRY, "entry")
        ids.append(said(entry, "id"))
        if entry.find(f"{ATOM}content") is None and "alternate" not in _links(entry):
            broken.append("An entry has no content and leads nowhere.")
        if entry.find(f"{ATOM}author") is None and root.find(f"{ATOM}author") is None:
            broken.append("An entry has no author.")
    return broken + (["Two entries have one id."] if len(ids) != len(set(ids)) else [])


def _links(element: Element) -> list[str]:
    return [link.get("rel", "alternate") for link in element.findall(f"{ATOM}link")]


def _contents(element: Element, allowed: dict[str, tuple[int, int]], name: str) -> list[str]:
    there = Counter(child.tag.removeprefix(ATOM) for child in element)
    broken = [f"{name}: {child}" for child in there if child not in allowed]
    broken += [f"{name}: {child}" for child, (least, most) in allowed.items() if not least <= there[child] <= most]
    for child in element:
        kind, text = child.tag.removeprefix(ATOM), child.text or ""
        if kind in ("updated", "published") and not MOMENT.fullmatch(text):
            broken.append(f"{name}: {kind} is no moment.")
        if kind == "id" and not ADDRESS.fullmatch(text):
            broken.append(f"{name}: id is no address.")
        if kind == "link" and not ADDRESS.fullmatch(child.get("href", "")):
            broken.append(f"{name}: a link leads nowhere.")
        if kind == "category" and not child.get("term"):
            broken.append(f"{name}: a category without a term.")
        if kind == "author" and not (child.findtext(f"{ATOM}name") or "").strip():
            broken.append(f"{name}: an author without a name.")
        if kind == "title" and not text.strip():
            broken.append(f"{name}: no title.")
    return broken


def broken_rules_of_json_feed(feed: dict[str, Any]) -> list[str]:
    """Return in sentences which rules of JSON Feed 1.1 a feed breaks."""
    broken = []
    if feed.get("version") != "https://jsonfeed.org/version/1.1" or not feed.get("title"):
        broken.append("It has no version or no title.")
    broken += [name for name in ("home_page_url", "feed_url") if not ADDRESS.fullmatch(str(feed.get(name)))]
    for item in feed.get("items", [None]):
        if not isinstance(item, dict) or not isinstance(item.get("id"), str):
            broken.append("An item has no id.")
            continue
        if not (isinstance(item.get("content_text"), str) or isinstance(item.get("content_html"), str)):
            broken.append("An item has no content.")
        broken += [name for name in ("date_published", "date_modified") if not MOMENT.fullmatch(str(item.get(name)))]
        if not all(isinstance(one, dict) and one.get("name") for one in item.get("authors", [])):
            broken.append("An author has no name.")
        if not all(isinstance(tag, str) for tag in item.get("tags", [])):
            broken.append("A tag is no text.")
    return broken


@pytest.mark.parametrize("language", ["en", "cy"])
def test_both_kinds_of_feed_keep_their_rules(language: str, tmp_path: Path) -> None:
    library = read(tmp_path, FILES)
    assert broken_rules_of_atom(atom(library, language)) == []
    assert broken_rules_of_json_feed(json_feed(library, language)) == []
    assert ElementTree.fromstring(atom(library, language)).get(LANG) == language
    assert json_feed(library, language)["language"] == language


def test_an_empty_collection_has_sound_feeds(tmp_path: Path) -> None:
    library = read(tmp_path)
    assert broken_rules_of_atom(atom(library)) == []
    assert broken_rules_of_json_feed(json_feed(library)) == []
    assert entries(atom(library)) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<id>https://fingerpost.example/guides/one/</id>", ""),
        ("<id>https://fingerpost.example/guides/one/</id>", "<id>guides/one</id>"),
        ("https://fingerpost.example/guides/one/</id>", "https://fingerpost.example/guides/two/</id>"),
        ("T00:00:00Z</updated>", "</updated>"),
        ("<name>Example Group</name>", "<name />"),
        ("<title>Guide one</title>", "<title>Guide one</title><title>Again</title>"),
        ("<title>Guide one</title>", "<title />"),
        ('rel="self"', 'rel="related"'),
        ('term="wellbeing"', 'term=""'),
        ("<summary>About one.</summary>", "<description>About one.</description>"),
    ],
)
def test_a_broken_rule_of_atom_is_seen(old: str, new: str, tmp_path: Path) -> None:
    text = atom(read(tmp_path, FILES))
    assert old in text
    assert broken_rules_of_atom(text.replace(old, new)) != []


@pytest.mark.parametrize(
    "change",
    [{"version": "1"}, {"title": ""}, {"feed_url": "feed.json"}, {"items": [{}]}, {"items": [{"id": "x"}]}],
)
def test_a_broken_rule_of_json_feed_is_seen(change: dict[str, Any], tmp_path: Path) -> None:
    assert broken_rules_of_json_feed({**json_feed(read(tmp_path, FILES)), **change}) != []


def test_an_entry_says_what_the_listing_says(tmp_path: Path) -> None:
    library = read(tmp_path, FILES)
    one = entries(atom(library))["one"]
    assert (said(one, "title"), said(one, "summary")) == ("Guide one", "About one.")
    assert said(one, "id") == "https://fingerpost.example/guides/one/"
    assert (said(one, "published"), said(one, "updated")) == ("2026-11-21T00:00:00Z", "2026-11-21T00:00:00Z")
    assert [(kind.get("term"), kind.get("label")) for kind in one.findall(f"{ATOM}category")] == [
        ("wellbeing", "Wellbeing")
    ]
    assert one.findtext(f"{ATOM}author/{ATOM}name") == "Example Group"
    (item,) = (item for item in json_feed(library)["items"] if item["id"].endswith("guides/one/"))
    assert item == {
        "id": "https://fingerpost.example/guides/one/",
        "url": "https://fingerpost.example/guides/one/",
        "title": "Guide one",
        "content_text": "About one.",
        "date_published": "2026-11-21T00:00:00Z",
        "date_modified": "2026-11-21T00:00:00Z",
        "authors": [{"name": "Example Group"}],
        "tags": ["Wellbeing"],
        "language": "en",
    }


def test_the_other_language_has_its_own_words_and_addresses(tmp_path: Path) -> None:
    library = read(tmp_path, FILES)
    one = entries(atom(library, "cy"))["one"]
    assert said(one, "title") == "Canllaw un"
    assert said(one, "id") == "https://fingerpost.example/cy/guides/one/"
    assert one.find(f"{ATOM}category[@label='Llesiant']") is not None
    assert ElementTree.fromstring(atom(library, "cy")).findtext(f"{ATOM}title") == "Mynegbost: newydd ac wedi newid"


def test_what_is_not_translated_is_marked_in_its_own_language(tmp_path: Path) -> None:
    files = {**FILES, "docs/guides/two/index.en.md": guide(title="Guide two", content_notes=["coercion"])}
    library = read(tmp_path, files)
    two = entries(atom(library, "cy"))["two"]
    assert (two.get(LANG), said(two, "title")) == ("en", "Guide two")
    assert said(two, "summary") == "Content note: Coercion. A summary."
    assert said(two, "id") == "https://fingerpost.example/cy/guides/two/"
    assert entries(atom(library, "cy"))["one"].get(LANG) is None


@pytest.mark.parametrize(("language", "begins"), [("en", "Content note: Coercion. "), ("cy", "Nodyn cynnwys: ")])
def test_a_content_note_comes_before_everything_else(language: str, begins: str, tmp_path: Path) -> None:
    noted = guide(title="Noted", content_notes=["coercion"])
    files = {**FILES, "docs/guides/noted/index.en.md": noted, "docs/guides/noted/index.cy.md": welsh(noted)}
    library = read(tmp_path, files)
    assert said(entries(atom(library, language))["noted"], "summary").startswith(begins)
    (item,) = (item for item in json_feed(library, language)["items"] if "noted" in item["id"])
    assert item["content_text"].startswith(begins)


def test_the_newest_comes_first_and_kinds_take_turns(tmp_path: Path) -> None:
    files = {
        "docs/guides/a/index.en.md": guide(published=date(2026, 3, 1)),
        "docs/guides/b/index.en.md": guide(published=date(2026, 1, 1), reviewed=date(2026, 5, 1)),
        "docs/guides/c/index.en.md": guide(published=date(2026, 3, 1)),
        "docs/toolkits/d/index.en.md": toolkit([], published=date(2026, 3, 1)),
    }
    library = read(tmp_path, files)
    assert list(entries(atom(library))) == ["b", "a", "d", "c"]
    assert said(entries(atom(library))["b"], "updated") == "2026-05-01T00:00:00Z"
    assert said(entries(atom(library))["b"], "published") == "2026-01-01T00:00:00Z"
    assert ElementTree.fromstring(atom(library)).findtext(f"{ATOM}updated") == "2026-05-01T00:00:00Z"


def test_a_new_translation_is_news_in_its_language_alone(tmp_path: Path) -> None:
    old = guide(title="Old", published=date(2026, 1, 1))
    files = {"docs/guides/old/index.en.md": old, "docs/guides/old/index.cy.md": welsh(old, made=date(2026, 6, 1))}
    library = read(tmp_path, files)
    updated = {code: said(entries(atom(library, code))["old"], "updated") for code in ("en", "cy")}
    assert updated == {"en": "2026-01-01T00:00:00Z", "cy": "2026-06-01T00:00:00Z"}


def test_a_feed_does_not_grow_for_ever(tmp_path: Path) -> None:
    first = date(2026, 1, 1)
    files = {
        f"docs/guides/g{number}/index.en.md": guide(published=first + timedelta(days=number))
        for number in range(NEWEST + 5)
    }
    library = read(tmp_path, files)
    found = list(entries(atom(library)))
    assert (len(found), found[0], found[-1]) == (NEWEST, f"g{NEWEST + 4}", "g5")
    assert len(json_feed(library)["items"]) == NEWEST


def test_nobody_is_named_who_chose_not_to_be(tmp_path: Path) -> None:
    credits = [{"name": "Secret Jones", "role": "author", "as": "anonymous"}]
    library = read(tmp_path, {**FILES, "docs/guides/nameless/index.en.md": guide(credits=credits)})
    for language in ("en", "cy"):
        assert "Secret" not in atom(library, language) + json.dumps(json_feed(library, language))
    nameless = entries(atom(library))["nameless"]
    assert nameless.findtext(f"{ATOM}author/{ATOM}name") == "someone who chose not to be named"
    (item,) = (item for item in json_feed(library)["items"] if "nameless" in item["id"])
    assert "authors" not in item


@pytest.mark.parametrize("why", NOT_SHOWN)
def test_what_the_web_may_not_show_is_in_no_feed(why: str, tmp_path: Path) -> None:
    library = read(tmp_path, {**FILES, **NOT_SHOWN[why]})
    assert "guides/gone" in library.resources
    for language in ("en", "cy"):
        text = atom(library, language) + json.dumps(json_feed(library, language))
        assert "guides/one" in text
        assert "gone" not in text.lower()


def test_a_translation_that_may_not_be_shown_gives_way_to_its_original(tmp_path: Path) -> None:
    original = guide(title="Whole", rights={"licence": "CC-BY-ND-4.0"})
    files = {"docs/guides/nd/index.en.md": original, "docs/guides/nd/index.cy.md": welsh(original, title="Cyfan")}
    library = read(tmp_path, files)
    assert said(entries(atom(library, "cy"))["nd"], "title") == "Whole"


def test_markup_and_what_xml_cannot_hold_are_only_words(tmp_path: Path) -> None:
    front = guide(title="A <b>&amp;</b> ]]> \x0b\ufffe title", summary="</summary><script>x</script>.")
    library = read(tmp_path, {"docs/guides/one/index.en.md": front})
    assert library.resources, library.faults
    one = entries(atom(library))["one"]
    assert said(one, "title").startswith("A <b>&amp;</b> ]]>")
    assert said(one, "summary") == "</summary><script>x</script>."
    assert broken_rules_of_atom(atom(library)) == []


def test_a_feed_is_the_same_whenever_it_is_made(tmp_path: Path) -> None:
    first, second = (atom(read(tmp_path / name, {"docs/guides/one/index.en.md": ONE})) for name in ("a", "b"))
    assert first == second


def test_a_label_with_a_sign_that_xml_cannot_hold_stops_no_feed(tmp_path: Path) -> None:
    topics = '- {id: wellbeing, label: {en: "Well\\x0bbeing", cy: Llesiant}}\n'
    library = read(tmp_path, {**FILES, "docs/_vocabulary/topics.yml": topics})
    labels = [one.get("label") for one in ElementTree.fromstring(atom(library)).iter(f"{ATOM}category")]
    assert "Wellbeing" in labels
