"""A translation laid out: the structure of the original, and in the place of its words marks that hold them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from fingerpost.checks.marks import ToDo, mark
from fingerpost.intake.creating.composing import as_yaml
from fingerpost.intake.translating.passages import Passage, passages, rebuilt
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Piece, Resource, Text
from fingerpost.library.links import find_links, resolve

Words = Callable[[Phrase], str]


@dataclass(frozen=True, slots=True)
class Translated:
    """What is known of a translation of one text: its title, its summary, its passages by their number from 0."""

    title: str | None = None
    summary: str | None = None
    passages: Mapping[int, str] | None = None


NOTHING_YET = Translated()


def missing_pieces(resource: Resource, language: str) -> tuple[Piece, ...]:
    """Return the pieces of a resource and its answers that have no text in a language."""
    every = [piece for entry in (resource, *resource.answers) for piece in entry.pieces]
    return tuple(piece for piece in every if language not in piece.texts)


def path_in(text: Text, language: str) -> str:
    """Return the path of a text's translation into a language.

    >>> path_in(Text("docs/guides/x/index.en.md", "en", None, {}, "", 1, ""), "cy")
    'docs/guides/x/index.cy.md'
    """
    return f"{text.path.removesuffix(f'.{text.language}.md')}.{language}.md"


def body_for(library: Library, text: Text, language: str, beside: Collection[str] = ()) -> str:
    """Return an original's body with its links led to the same places in another language, where those are there.

    `beside` are paths that will be there too.
    """
    body, pieces, last = text.body, [], 0
    ending = f".{text.language}.md"
    for link in sorted(find_links(body), key=lambda link: link.start):
        there = resolve(link.path, text.path) if link.inside and link.path.endswith(ending) else None
        other = f"{there.removesuffix(ending)}.{language}.md" if there else ""
        if other and (other in beside or (library.root / other).is_file()):
            rest = link.target[len(link.path) :]
            pieces += [body[last : link.start], f"{link.path.removesuffix(ending)}.{language}.md{rest}"]
            last = link.end
    return "".join([*pieces, body[last:]])


def laid_out(
    library: Library,
    piece: Piece,
    language: str,
    words: Words,
    credit: Mapping[str, Any],
    known: Translated = NOTHING_YET,
    beside: Collection[str] = (),
) -> str:
    """Return the file of a translation: what is known of it, and marks for the rest. Always a draft.

    `credit` says who translates, and may be empty; `words` says a phrase in the translation's language.
    """
    source = piece.source
    block = {"from": source.language, "source": source.fingerprint, "made": library.today, "status": "draft"}
    block |= {"by": [dict(credit)]} if credit else {}
    lines = [*_facts(source, known, words), as_yaml({"translation": block})]
    parts = passages(body_for(library, source, language, beside))

    def said(number: int, passage: Passage) -> str:
        found = (known.passages or {}).get(number)
        return found if found is not None else mark(ToDo.TRANSLATE, passage.text, language)

    return f"---\n{''.join(lines)}---\n{rebuilt(parts, said)}"


def _facts(source: Text, known: Translated, words: Words) -> Iterator[str]:
    for key in ("title", "summary"):
        original, translated = getattr(source, key), getattr(known, key)
        if translated:
            yield as_yaml({key: translated})
        elif original:
            yield f"# {words(say('To translate, then take the sign # away:'))}\n# {as_yaml({key: original})}"
