"""What files that lie beside a text carry besides what they show: who, where, with what, and what stood there before.

Bytes in, bytes out; nothing is read from or written to a disk, and nothing of ours is imported.
"""

import warnings

from fingerpost.metadata.trace import Sort, Trace, ending, few

__all__ = ["Sort", "Trace", "look", "strip"]


def look(name: str, content: bytes) -> tuple[Trace, ...]:
    """Return what a file carries besides what it shows, by the ending of its name; at most five of a sort.

    Nothing is raised, whatever the bytes: a file that can't be read gives one trace of the sort `unreadable`.
    A file whose ending is not in the table, and plain text, gives none.
    """
    from fingerpost.metadata.table import FAMILIES  # 0.15 s that only collections with such files have to wait for

    family = FAMILIES.get(ending(name))
    if family is None:
        return ()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of blocks that are not quite right, and reads them
            return tuple(few(family.look(content)))
    except Exception:  # the libraries below raise too many kinds over made-up bytes to list them all
        return (Trace(Sort.UNREADABLE),)


def strip(name: str, content: bytes) -> bytes:
    """Return the same file without the traces that can be stripped, and nothing else touched.

    Where there is nothing to strip, the very same bytes come back. They also come back where stripping did not
    take out everything it should have: then `look` still says so, and nobody takes the file for clean.
    Stripping twice changes nothing more; nothing is raised.
    """
    if not any(trace.strippable for trace in look(name, content)):
        return content
    from fingerpost.metadata.table import FAMILIES

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            stripped = FAMILIES[ending(name)].strip(content)
    except Exception:  # as above
        return content
    left = look(name, stripped)
    sound = all(trace.sort != Sort.UNREADABLE and not trace.strippable for trace in left)
    return stripped if sound else content
