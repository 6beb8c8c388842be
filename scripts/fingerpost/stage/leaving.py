"""Which pages have a way to leave at once: asked of the site's settings, the resource's own facts, and its topics."""

from collections.abc import Iterable

from fingerpost.library import Library, Resource
from fingerpost.library.schema import Entry, Page


def resource_has_exit(library: Library, resource: Resource) -> bool:
    """Whether the pages of a resource or a plain page have it: itself, its parts, its Easy Read version."""
    meta = resource.meta
    own = meta.exit if isinstance(meta, Entry | Page) else None
    topics = meta.topics if isinstance(meta, Entry) else []
    return library.site.exit.shown(own, any_topic_has_exit(library, topics))


def list_has_exit(library: Library, topics: Iterable[str]) -> bool:
    """Whether the page of a topic, or of an answer on the home page that leads to some topics, has it."""
    return library.site.exit.shown(None, any_topic_has_exit(library, topics))


def any_topic_has_exit(library: Library, topics: Iterable[str]) -> bool:
    """Whether the vocabulary gives it to one of these topics."""
    vocabulary = library.vocabularies.get("topics")
    return any(vocabulary.terms[topic].exit for topic in topics if vocabulary and topic in vocabulary.terms)
