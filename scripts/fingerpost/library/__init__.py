"""The library: what people wrote, read and typed, with line numbers. It reads; it never writes."""

from fingerpost.library.faults import Fault
from fingerpost.library.model import Library, Piece, Resource, Text
from fingerpost.library.reading import read_library
from fingerpost.library.site import ContactDetails, Language, PublicPage, QuickExit, Site

__all__ = [
    "ContactDetails",
    "Fault",
    "Language",
    "Library",
    "Piece",
    "PublicPage",
    "QuickExit",
    "Resource",
    "Site",
    "Text",
    "read_library",
]
