"""Mend what can be mended without a person: metadata is taken out of the files beside a text, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.checks.contents import size_of
from fingerpost.checks.file_too_large import MOST
from fingerpost.library import Library
from fingerpost.metadata import Sort, look, strip


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that was written anew, and the sorts of traces that are gone from it."""

    path: str
    gone: tuple[Sort, ...]


def strip_metadata(library: Library, wanted: tuple[str, ...] = ()) -> Iterator[Mended]:
    """Strip the files of every resource, or of those files and folders that are `wanted` (paths from the root).

    Yields each file that was changed, once it is in its place whole. What can't be stripped is left as it is: the
    checks say so. Raises OSError where a file can't be written; what was there before is then still there.
    """
    for resource in (*library.resources.values(), *library.unsound):
        for path in resource.files:
            if wanted and not any(path == place or path.startswith(f"{place}/") for place in wanted):
                continue
            file = library.root / path
            if size_of(file) > MOST:
                continue  # said by FP506, and not read: it may not fit into the memory
            before = file.read_bytes()
            after = strip(path, before)
            if after == before:
                continue
            half = file.with_name(f".{file.name}.part")
            try:
                half.write_bytes(after)
                half.chmod(file.stat().st_mode)
                half.replace(file)
            finally:
                half.unlink(missing_ok=True)
            left = {trace.sort for trace in look(path, after)}
            yield Mended(path, tuple(dict.fromkeys(t.sort for t in look(path, before) if t.sort not in left)))
