"""Which files beside the texts an edition shows: those of texts that it shows itself, and no others.

A file has no consent of its own: it goes where a text goes that uses it. What only a text uses that is kept back (an
answer, a translation) is kept back with it, also where a text in another folder shows it. What nobody uses goes
nowhere.
"""

from collections.abc import Iterable, Iterator

from fingerpost.gate import Edition, Outcome, shows_body
from fingerpost.library import Library, Resource, Text
from fingerpost.library.files import captions_of, is_named_after, linked_files
from fingerpost.library.schema import Archive
from fingerpost.stage.view import View, see, shown_text


def files_shown(library: Library, edition: Edition, views: Iterable[View]) -> frozenset[str]:
    """Return the paths of the files that an edition shows in the language of `views`, which are all it shows there."""
    seen = tuple(views)
    used = {path for view in seen for path in _used(library, view, edition)}
    found: set[str] = set()
    for view in seen:
        files = view.resource.files
        if files and view.outcome is Outcome.FULL:
            here = used.intersection(files)
            found |= here.union(captions_of(here, files)) - withheld_files(library, view.resource, edition)
    return frozenset(found)


def withheld_files(library: Library, resource: Resource, edition: Edition) -> frozenset[str]:
    """Return the files of a resource that an edition must not hold in any language.

    All of them where it is not shown whole; else those that only texts use that the edition keeps back.
    """
    if not resource.files:
        return frozenset()
    seen = (see(library, resource, code, edition) for code in library.site.codes)
    whole = [view for view in seen if view and view.outcome is Outcome.FULL]
    if not whole:
        return frozenset(resource.files)
    shown = {text for view in whole for text in texts_shown(library, view, edition)}
    used = {path for view in whole for path in _used(library, view, edition)}
    kept_back = {path for text in resource.texts if text not in shown for path in linked_files(text)}
    for answer in resource.answers:
        if not shown.intersection(answer.texts):
            kept_back |= {path for path in resource.files if is_named_after(path, answer.slug)}
    kept_back -= used
    return frozenset((kept_back.union(captions_of(kept_back, resource.files)) - used).intersection(resource.files))


def texts_shown(library: Library, view: View, edition: Edition) -> Iterator[Text]:
    """Yield every text whose words an edition shows of a resource in the language of its view."""
    if shows_body(view.resource, view.outcome):
        yield view.text
    if view.outcome is not Outcome.FULL:
        return
    for piece in view.resource.pieces:
        if piece is not view.resource.main:
            yield shown_text(piece, view.resource, view.language)
    for answer in view.resource.answers:
        found = see(library, answer, view.language, edition)
        if found and found.outcome is Outcome.FULL:
            yield found.text


def _used(library: Library, view: View, edition: Edition) -> Iterator[str]:
    for text in texts_shown(library, view, edition):
        yield from linked_files(text)
    meta = view.resource.meta
    if isinstance(meta, Archive) and view.outcome is Outcome.FULL:
        names = {name.rsplit("/", 1)[-1] for name in meta.work.files}
        yield from (path for path in view.resource.files if path.rsplit("/", 1)[-1] in names)
