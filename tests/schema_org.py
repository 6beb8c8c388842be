"""What schema.org says of the types and properties that our pages use, so that tests can hold pages to it offline.

Learned from the pages of schema.org: for each type what it is a kind of, for each property the types that have it
and what may stand in it. `Text`, `URL`, `Date`, `Duration`, `Boolean` and `Integer` are schema.org's data types.
"""

import re
from collections.abc import Iterator
from typing import Any

KIND_OF = {
    "Thing": (),
    "CreativeWork": ("Thing",),
    "WebPage": ("CreativeWork",),
    "CollectionPage": ("WebPage",),
    "QAPage": ("WebPage",),
    "WebSite": ("CreativeWork",),
    "Article": ("CreativeWork",),
    "Report": ("Article",),
    "Book": ("CreativeWork",),
    "Chapter": ("CreativeWork",),
    "Thesis": ("CreativeWork",),
    "Movie": ("CreativeWork",),
    "Blog": ("CreativeWork",),
    "MediaObject": ("CreativeWork",),
    "AudioObject": ("MediaObject",),
    "LearningResource": ("CreativeWork",),
    "Comment": ("CreativeWork",),
    "Question": ("Comment",),
    "Answer": ("Comment",),
    "Person": ("Thing",),
    "Organization": ("Thing",),
    "Intangible": ("Thing",),
    "Audience": ("Intangible",),
    "ItemList": ("Intangible",),
    "BreadcrumbList": ("ItemList",),
    "ListItem": ("Intangible",),
    "PropertyValue": ("Intangible",),
}
ANY = ("Thing",)
MAKER = ("Organization", "Person")
WORK = ("CreativeWork",)
PROPERTIES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "about": (WORK, ("Thing",)),
    "answerCount": (("Question",), ("Integer",)),
    "audience": (WORK, ("Audience",)),
    "audienceType": (("Audience",), ("Text",)),
    "author": (WORK, MAKER),
    "breadcrumb": (("WebPage",), ("BreadcrumbList", "Text")),
    "citation": (WORK, ("CreativeWork", "Text")),
    "contentUrl": (("MediaObject",), ("URL",)),
    "contributor": (WORK, MAKER),
    "copyrightNotice": (WORK, ("Text",)),
    "creativeWorkStatus": (WORK, ("Text",)),
    "creditText": (WORK, ("Text",)),
    "dateModified": (WORK, ("Date",)),
    "datePublished": (WORK, ("Date",)),
    "description": (ANY, ("Text",)),
    "editor": (WORK, ("Person",)),
    "encoding": (WORK, ("MediaObject",)),
    "encodingFormat": (("CreativeWork", "MediaObject"), ("Text", "URL")),
    "hasPart": (WORK, ("CreativeWork",)),
    "identifier": (ANY, ("PropertyValue", "Text", "URL")),
    "inLanguage": (WORK, ("Text",)),
    "isAccessibleForFree": (WORK, ("Boolean",)),
    "isBasedOn": (WORK, ("CreativeWork", "URL")),
    "isPartOf": (WORK, ("CreativeWork", "URL")),
    "isbn": (("Book",), ("Text",)),
    "item": (("ListItem",), ("Thing", "URL")),
    "itemListElement": (("ItemList",), ("ListItem", "Text", "Thing")),
    "keywords": (WORK, ("Text",)),
    "lastReviewed": (("WebPage",), ("Date",)),
    "learningResourceType": (("CreativeWork", "LearningResource"), ("Text",)),
    "license": (WORK, ("CreativeWork", "URL")),
    "mainEntity": (WORK, ("Thing",)),
    "name": (ANY, ("Text",)),
    "position": (("CreativeWork", "ListItem"), ("Integer", "Text")),
    "propertyID": (("PropertyValue",), ("Text", "URL")),
    "publisher": (WORK, MAKER),
    "sameAs": (ANY, ("URL",)),
    "suggestedAnswer": (("Question",), ("Answer",)),
    "timeRequired": (WORK, ("Duration",)),
    "translationOfWork": (WORK, ("CreativeWork",)),
    "translator": (WORK, MAKER),
    "url": (ANY, ("URL",)),
    "usageInfo": (WORK, ("CreativeWork", "URL")),
    "value": (("PropertyValue",), ("Text",)),
    "workTranslation": (WORK, ("CreativeWork",)),
}
FORMS = {
    "URL": re.compile(r"https?://[^\s<>\"]+"),
    "Date": re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)?"),
    "Duration": re.compile(r"PT[1-9][0-9]*M"),
    "Text": re.compile(r"\S.*", re.DOTALL),
}


def amiss(data: Any) -> list[str]:
    """Return what is amiss with a page's JSON-LD, in a sentence each."""
    if not isinstance(data, dict) or data.get("@context") != "https://schema.org":
        return ["The context is not schema.org."]
    return list(_of_node({key: value for key, value in data.items() if key != "@context"}, "page"))


def addresses_in(data: Any) -> Iterator[str]:
    """Yield every web address in JSON-LD."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key != "@context":
                yield from addresses_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from addresses_in(value)
    elif isinstance(data, str) and data.startswith(("http:", "https:")):
        yield data


def nodes_in(data: Any, kind: str) -> list[dict[str, Any]]:
    """Return every node of a type."""
    values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    own = [data] if isinstance(data, dict) and data.get("@type") == kind else []
    return own + [node for value in values for node in nodes_in(value, kind)]


def _is_a(kind: str, wanted: str) -> bool:
    return kind == wanted or any(_is_a(above, wanted) for above in KIND_OF.get(kind, ()))


def _of_node(node: dict[str, Any], where: str) -> Iterator[str]:
    kind = node.get("@type")
    if kind is None and "@id" in node:
        kind = "CreativeWork"  # a reference to a node that stands elsewhere
    if kind not in KIND_OF:
        yield f"{where}: {kind} is no type of schema.org that we use."
        return
    for name, value in node.items():
        if name == "@id" and not FORMS["URL"].fullmatch(str(value)):
            yield f"{where}: @id is no full address."
        if name.startswith("@"):
            continue
        if name not in PROPERTIES:
            yield f"{where}: {name} is no property that we know."
            continue
        having, allowed = PROPERTIES[name]
        if not any(_is_a(kind, one) for one in having):
            yield f"{where}: {kind} has no {name}."
        for one in value if isinstance(value, list) else [value]:
            yield from _of_value(one, allowed, f"{where}.{name}")


def _of_value(value: Any, allowed: tuple[str, ...], where: str) -> Iterator[str]:
    if isinstance(value, dict):
        kind = value.get("@type", "CreativeWork")
        if not any(_is_a(str(kind), one) for one in allowed):
            yield f"{where}: no {kind} may stand there."
        yield from _of_node(value, where)
    elif isinstance(value, bool):
        if "Boolean" not in allowed:
            yield f"{where}: not a yes or no."
    elif isinstance(value, int):
        if "Integer" not in allowed:
            yield f"{where}: not a number."
    elif not isinstance(value, str) or not any(FORMS[one].fullmatch(value) for one in allowed if one in FORMS):
        yield f"{where}: {value!r} is none of {', '.join(allowed)}."
