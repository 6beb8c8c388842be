"""XMP (ISO 16684-1): the block of RDF that editing programs put into pictures, films and PDFs."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from fingerpost.metadata.markup import local, read_xml, words
from fingerpost.metadata.trace import Sort, Trace, Unreadable, found, found_number

# By local name, because the names are the same in every namespace that has them.
OWNERS = {"creator", "Owner", "OwnerName", "CameraOwnerName", "Author", "Artist", "CaptionWriter", "CopyrightOwner"}
OWNERS |= {"contributor", "Credit", "PersonInImage", "CreatorContactInfo", "rights", "Copyright", "publisher"}
PLACES = {"City", "State", "Country", "Location", "LocationCreated", "LocationShown", "SubLocation", "CountryCode"}
DEVICES = {"Make", "Model"}
NUMBERS = {"SerialNumber", "LensSerialNumber", "BodySerialNumber", "ImageUniqueID"}
THUMBNAILS = {"Thumbnails"}
COMMENTS = {"description", "UserComment", "Headline", "Instructions", "ImageDescription"}
PAST = {"History", "DerivedFrom", "Ingredients", "Pantry", "DocumentAncestors", "Versions", "ManageFrom"}
REGIONS = {"RegionList", "RegionInfo", "Regions"}


def look_at_xmp(packet: bytes) -> Iterator[Trace]:
    """Yield what a packet carries; one that can't be read is editor's data."""
    packet = packet.strip(b"\0 \t\r\n")
    if not packet:
        return
    try:
        root = read_xml(packet)
    except Unreadable:
        yield found(Sort.EDITOR_DATA, "XMP")
        return
    for element in root.iter():
        name = local(element.tag)
        if name in REGIONS:
            yield from _names_of_faces(element)
        else:
            yield from _look_at(name, _value(element))
        for key, value in element.attrib.items():
            yield from _look_at(local(key), value)


def _names_of_faces(regions: Element) -> Iterator[Trace]:
    """Yield who is in the picture, as the Metadata Working Group's regions name them."""
    for element in regions:
        for inner in element.iter():
            named = [value for key, value in inner.attrib.items() if local(key) in ("Name", "PersonDisplayName")]
            if local(inner.tag) in ("Name", "PersonDisplayName"):
                named.append(words(inner))
            yield from (found(Sort.OWNER, name) for name in named if name.strip())


def _value(element: Element) -> str:
    if local(element.tag) in PAST | THUMBNAILS:
        return "…" if len(element) or element.attrib else ""
    return words(element)


def _look_at(name: str, value: str) -> Iterator[Trace]:
    if not value.strip():
        return
    if name.startswith("GPS") and name != "GPSVersionID":
        yield found(Sort.LOCATION, "GPS")
    elif name in PLACES:
        yield found(Sort.LOCATION, value)
    elif name in OWNERS:
        yield found(Sort.OWNER, value)
    elif name in DEVICES:
        yield found(Sort.DEVICE, value)
    elif name in NUMBERS:
        yield found_number(Sort.DEVICE, value)
    elif name in COMMENTS:
        yield found(Sort.COMMENT, value)
    elif name in THUMBNAILS:
        yield found(Sort.THUMBNAIL)
    elif name in PAST:
        yield found(Sort.HISTORY, name)
