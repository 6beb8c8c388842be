"""EPUB: its author is named on purpose; the pictures in it are looked at."""

from collections.abc import Iterator
from dataclasses import replace

from fingerpost.metadata.inside import look_inside, strip_inside
from fingerpost.metadata.trace import Trace, Unreadable
from fingerpost.metadata.zips import Member, pack, unpack


def look(content: bytes) -> Iterator[Trace]:
    """Yield what the pictures in an EPUB carry; raises Unreadable."""
    for member in _members(content):
        yield from look_inside(member.name, member.data)


def strip(content: bytes) -> bytes:
    """Return the same EPUB with its pictures stripped; raises Unreadable."""
    members = _members(content)
    return pack(replace(member, data=strip_inside(member.name, member.data)) for member in members)


def _members(content: bytes) -> list[Member]:
    members = unpack(content)
    if all(member.name != "META-INF/container.xml" for member in members):
        raise Unreadable
    return members
