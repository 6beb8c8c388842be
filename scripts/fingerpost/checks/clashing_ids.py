"""An id stands for two things, or is one that Fingerpost needs for itself.

Why it matters

An id becomes part of a web address. Where two things share one address, or nearly so, one of them is lost, or
readers and links end up at the wrong one.

Bad (file docs/pages/topics.en.md):

    ---
    title: What we write about
    ---

    Plants.

Good (file docs/pages/what-we-write-about.en.md):

    ---
    title: What we write about
    ---

    Plants.

How to mend it

Rename the file of the page, or the folder of the resource, and mend the links to it. `fingerpost check` names
those that no longer lead anywhere. Where two ids differ only in their hyphens, give one of them a name that says
what is different.
"""

from collections.abc import Iterator

from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.unsafe_name import why_unsafe
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource
from fingerpost.library.kinds import KINDS, PAGE

ID = "FP116"
SEVERITY = Severity.ERROR
WITH_PAGES = ("topics", "stages", "audiences", "ways")  # vocabularies whose terms have pages named after them
# Folders that staging, rendering and the editions make at the top of a site, beside those of kinds and languages.
MADE = frozenset(
    {"topics", "ways", "browse", "stages", "audiences", "languages", "print", "paper", "assets", "catalogue", "sitemap"}
    | {"feed", "robots", "withdrawn", "search-index"}
)


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield pages and topics in whose place something else stands, and ids that are hard to tell apart."""
    yield from _pages(library)
    yield from _topics(library)
    yield from _no_names(library)
    yield from _alike(library)


def _pages(library: Library) -> Iterator[Problem]:
    folders = {kind.folder for kind in KINDS}
    for page in library.of_kind(PAGE):
        if page.slug in library.site.codes:
            message = say("A page can't be named {word}: that is where a language begins.", word=shown(page.slug))
        elif page.slug in folders:
            message = say(
                "A page can't be named {word}: that is where a kind of resource is listed.", word=shown(page.slug)
            )
        elif page.slug in MADE:
            message = say(
                "A page can't be named {word}: Fingerpost makes something of that name.", word=shown(page.slug)
            )
        else:
            continue
        advice = say("Give the page another name, such as {name}.", name=f"about-{page.slug}")
        for text in page.main.texts.values():
            yield Problem(ID, SEVERITY, text.path, 1, 1, message, advice)


def _topics(library: Library) -> Iterator[Problem]:
    topics = library.vocabularies.get("topics")
    if topics and "index" in topics.terms:
        yield Problem(
            ID,
            SEVERITY,
            topics.path,
            topics.lines["index"],
            1,
            say("A topic can't be named 'index': that is the page that lists all topics."),
            say("Give it another id, here and wherever it is used."),
        )


def _no_names(library: Library) -> Iterator[Problem]:
    """Yield each term of a vocabulary whose own page some computers would refuse, because of its id."""
    for name in WITH_PAGES:
        vocabulary = library.vocabularies.get(name)
        for term in vocabulary.terms if vocabulary else ():
            why = why_unsafe(term)
            if vocabulary and why:
                advice = say("Give it another id, here and wherever it is used.")
                yield Problem(ID, SEVERITY, vocabulary.path, vocabulary.lines[term], 1, why, advice)


def _alike(library: Library) -> Iterator[Problem]:
    """Yield ids of one kind that are the same but for their hyphens."""
    seen: dict[str, Resource] = {}
    for resource in library.resources.values():
        other = seen.setdefault(resource.id.replace("-", ""), resource)
        if other is not resource:
            yield Problem(
                ID,
                Severity.WARNING,
                resource.main.source.path,
                1,
                1,
                say(
                    "The ids {word} and {other} differ only in hyphens.",
                    word=shown(resource.slug),
                    other=shown(other.slug),
                ),
                say("Give one of them a name that says what is different about it."),
            )
