"""The tags of sound and film: a name and a value, whatever the format; what a tag leads to is seen by its name."""

import re
from collections.abc import Iterator

from fingerpost.metadata.trace import Sort, Trace, found, found_number

# The first that is found in the name decides. Names as in Vorbis comments, Matroska, QuickTime, ID3 and APE.
SORTS = (
    (Sort.LOCATION, re.compile(r"location|gps|iso6709|latitude|longitude|\bgeo")),
    (Sort.THUMBNAIL, re.compile(r"picture|cover|thumb|artwork")),
    (Sort.COMPANY, re.compile(r"organi[sz]ation|publisher|company|label")),
    (
        Sort.OWNER,
        re.compile(
            r"artist|author|perform|compos|direct|produce|copyright|owner|creator|encoded.?by|contact|lyricist"
            r"|conductor|written|actor|account|person|cinematographer|remixe"
        ),
    ),
    (Sort.DEVICE, re.compile(r"serial|\bmake\b|model|manufacturer|device|camera|identifier")),
    (Sort.COMMENT, re.compile(r"comment|descri|synopsis|summary|lyrics|keyword|information|subject|instruction")),
)
HARMLESS = re.compile(
    r"title|encod|duration|date|year|track|genre|album|language|software|version|handler|vendor|bps|number|statistic"
    r"|brand|replaygain|creation|disc|disk|length|rating|tempo|speed|hdvd|stik|compilation|gapless|live.?photo|full.?frame"
)


def look_at_tag(name: str, value: bytes | str) -> Iterator[Trace]:
    """Yield what a tag carries, if it leads to anybody; one whose name nobody knows is a property made up."""
    text = found(Sort.CUSTOM, value).value
    lowered = name[:200].lower()
    sort = next((sort for sort, names in SORTS if names.search(lowered)), None)
    if not text and sort != Sort.THUMBNAIL:
        return
    if sort is None:
        if not HARMLESS.search(lowered):
            yield found(Sort.CUSTOM, name)
    elif sort in (Sort.LOCATION, Sort.THUMBNAIL):
        yield found(sort, "GPS" if sort == Sort.LOCATION else "")
    elif "serial" in lowered or "identifier" in lowered:
        yield found_number(sort, text)
    else:
        yield found(sort, text)
