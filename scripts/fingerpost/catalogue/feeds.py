"""Feeds of what is new and changed, one of each kind a language: Atom (RFC 4287) and JSON Feed (version 1.1).

They hold what the listings of that language show, in the words they show: what is not translated stands in its own
language, marked as such. What was withdrawn, or may not be shown on the web, is in neither.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from fingerpost.languages import Words, after_content_notes
from fingerpost.library import Library
from fingerpost.library.kinds import LISTED

NEWEST = 40
ATOM, JSON = "feed.xml", "feed.json"
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


@dataclass(frozen=True, slots=True)
class Item:
    """One resource as a feed shows it: `language` is that of its words, `address` stays the same for good.

    `topics` are ids with their labels; `names` are those of the makers who are named.
    """

    address: str
    language: str
    title: str
    summary: str
    published: date
    updated: date
    names: tuple[str, ...]
    topics: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """What is new and changed in one language, newest first; `updated` is when the newest of it was."""

    language: str
    title: str
    home: str
    updated: date
    items: tuple[Item, ...]
    nameless: Mapping[str, str]


def feed_of(library: Library, entries: Iterable[Mapping[str, Any]], language: str, words: Mapping[str, Words]) -> Feed:
    """Return the feed of a language from the catalogue's entries (`entries_of`), which have passed the gate."""
    found = [(entry, item) for entry in entries if (item := _item(library, entry, language, words))]
    items = tuple(_newest_first(found)[:NEWEST])
    return Feed(
        language=language,
        title=words[language]("feed-title", site=library.site.language(language).site_name),
        home=library.site.url + library.site.prefix(language),
        updated=items[0].updated if items else library.made.date(),
        items=items,
        nameless={code: said("credit-anonymous") for code, said in words.items()},
    )


def as_atom(feed: Feed) -> str:
    """Return a feed as Atom. An entry has to have an author: where none is named, that is said in its place."""
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language})
    _text(root, "id", feed.home + ATOM)
    _text(root, "title", feed.title)
    _text(root, "updated", _moment(feed.updated))
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.home + ATOM})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.home})
    for item in feed.items:
        entry = SubElement(root, "entry", {"xml:lang": item.language} if item.language != feed.language else {})
        _text(entry, "id", item.address)
        _text(entry, "title", item.title)
        SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.address})
        _text(entry, "updated", _moment(item.updated))
        _text(entry, "published", _moment(item.published))
        for name in item.names or (feed.nameless[item.language],):
            _text(SubElement(entry, "author"), "name", name)
        for term, label in item.topics:
            SubElement(entry, "category", {"term": term, "label": _clean(label)})
        _text(entry, "summary", item.summary)
    ElementTree.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'


def as_json_feed(feed: Feed) -> str:
    """Return a feed as JSON Feed; nobody is an author who is not named."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.home + JSON,
        "language": feed.language,
        "items": [dict(_json_item(item)) for item in feed.items],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _json_item(item: Item) -> Iterator[tuple[str, Any]]:
    yield "id", item.address
    yield "url", item.address
    yield "title", item.title
    yield "content_text", item.summary
    yield "date_published", _moment(item.published)
    yield "date_modified", _moment(item.updated)
    if item.names:
        yield "authors", [{"name": name} for name in item.names]
    yield "tags", [label for _, label in item.topics]
    yield "language", item.language


def _item(library: Library, entry: Mapping[str, Any], language: str, words: Mapping[str, Words]) -> Item | None:
    """Return an entry as a reader of `language` meets it; nothing where even its original may not be shown to them."""
    texts = entry["languages"]
    shown = language if language in texts else entry["original"]
    if shown not in texts:
        return None
    resource = library.resources[entry["id"]]
    meta, made = resource.entry, resource.main.texts[shown].translation
    days = [day for day in (meta.published, meta.reviewed, made.made if made else None) if day]
    notes = [library.label("content-notes", term, shown) for term in entry["content_notes"]]
    return Item(
        address=f"{library.site.url}{library.site.prefix(language)}{resource.id}/",
        language=shown,
        title=texts[shown]["title"],
        summary=after_content_notes(texts[shown]["summary"], notes, words[shown]),
        published=meta.published,
        updated=max(days),
        names=tuple(dict.fromkeys(credit["name"] for credit in entry["credits"] if credit["name"])),
        topics=tuple((term, library.label("topics", term, shown)) for term in meta.topics),
    )


def _newest_first(found: Iterable[tuple[Mapping[str, Any], Item]]) -> list[Item]:
    """Return items by the day they changed; of one day, the kinds take turns, as in the site's listings."""
    kinds = [kind.name for kind in LISTED]
    turns: Counter[tuple[date, str]] = Counter()
    ordered = []
    for entry, item in sorted(found, key=lambda pair: str(pair[0]["id"])):
        turn = (item.updated, entry["kind"])
        ordered.append((-item.updated.toordinal(), turns[turn], kinds.index(entry["kind"]), item))
        turns[turn] += 1
    return [row[-1] for row in sorted(ordered, key=lambda row: row[:-1])]


def _text(above: Element, name: str, said: str) -> None:
    SubElement(above, name).text = _clean(said)


def _clean(said: str) -> str:
    return NOT_IN_XML.sub("", said)


def _moment(day: date) -> str:
    """Return the beginning of a day as RFC 3339 writes it: nobody writes down at which hour something was published."""
    return f"{day.isoformat()}T00:00:00Z"
