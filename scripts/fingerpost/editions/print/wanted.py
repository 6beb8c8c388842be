"""What is to be printed: a row for each PDF, with the pages that it is drawn from."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fingerpost.editions.print.draw import Layout
from fingerpost.editions.print.drawings import Drawing
from fingerpost.library import Library, Resource, Site
from fingerpost.stage import BOTH, VARIANTS, Variant

PAPER = "paper"  # the folder of styles below the rendered pages


@dataclass(frozen=True, slots=True)
class Wanted:
    """One PDF: whose, in which language and variant, its file below the shelf, its title, and its drawings.

    Of a booklet with two languages there are two drawings, that of its own language first; `holds` names them.
    """

    resource: str
    language: str
    variant: Variant
    name: str
    title: str
    drawings: tuple[Drawing, ...]
    holds: tuple[str, ...]


def wanted_of(library: Library, site: Path, resources: Iterable[Resource]) -> tuple[Wanted, ...]:
    """Return the PDFs of resources whose pages were staged and rendered into the folder `site`."""
    return tuple(
        wanted
        for resource in resources
        for language in library.site.codes
        for variant in VARIANTS
        if variant.fits(resource.kind) and (wanted := _wanted(library.site, site, resource, language, variant))
    )


def file_name(language: str, kind: str, slug: str, variant: str) -> str:
    """Return where a PDF stands below the shelf.

    >>> file_name("cy", "guide", "setting-limits", "large")
    'cy/guide-setting-limits.large.pdf'
    """
    return f"{language}/{kind}-{slug}.{variant}.pdf"


def layout_of(variant: Variant) -> Layout:
    """Return how the drawer lays a variant out."""
    return Layout(f"{PAPER}/{variant.style}", variant.columns)


def _wanted(place: Site, site: Path, resource: Resource, language: str, variant: Variant) -> Wanted | None:
    holds = (language, *_other(place, language)) if variant.name == BOTH else (language,)
    if variant.name == BOTH and len(holds) < 2:
        return None
    pages = [site / place.prefix(code) / resource.id / f"{variant.page}.html" for code in holds]
    if not all(page.is_file() for page in pages):
        return None
    name = file_name(language, resource.kind.name, resource.slug, variant.name)
    layout = layout_of(variant)
    drawings = tuple(
        Drawing(page, layout, f"{resource.id} ({code}, {variant.name})")
        for page, code in zip(pages, holds, strict=True)
    )
    title = resource.main.text_for(language).title
    return Wanted(resource.id, language, variant, name, title, drawings, holds)


def _other(place: Site, language: str) -> tuple[str, ...]:
    """Return the language that shares a booklet with `language`: of two, the other; of more, the first beside it."""
    return tuple(code for code in place.codes if code != language)[:1]
