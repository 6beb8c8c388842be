"""Dates as people write them, in English or Welsh, and what they are in figures: for did you mean."""

import re

from fingerpost.checks.wording import as_date
from fingerpost.library.edtf import read_edtf

# By how each begins: English, then Welsh. Where both begin alike (Mai, May) the longer sign comes first.
MONTHS = (
    ("jan", "ionawr"),
    ("feb", "chwef"),
    ("mar", "mawrth"),
    ("apr", "ebrill"),
    ("may", "mai"),
    ("jun", "mehefin"),
    ("jul", "gorff"),
    ("aug", "awst"),
    ("sep", "medi"),
    ("oct", "hydref"),
    ("nov", "tachwedd"),
    ("dec", "rhagfyr"),
)
SEASONS = (("spring", "gwanwyn"), ("summer", "haf"), ("autumn", "hydref"), ("winter", "gaeaf"))
ABOUT = re.compile(r"(?:c|ca|circa|about|around|approx|approximately|tua|oddeutu)[. ] ?(?P<rest>.+)")
DECADE = re.compile(r"(?:the )?(?P<start>[0-9]{3})0['’]?(?:s|au)")
CENTURY = re.compile(r"(?:the )?(?P<start>[0-9]{2})00['’]?(?:s|au)")
TO_NOW = r"(?P<start>[0-9]{4})(?: ?[-–—/] ?| to | onwards?| ymlaen)(?:present|now|today|heddiw)?"
OPEN = re.compile(rf"(?:since|from|ers) (?P<since>[0-9]{{4}})|{TO_NOW}")
RANGE = re.compile(r"(?P<start>[0-9]{4})(?: ?[-–—/] ?| to | i )(?P<end>[0-9]{4}|[0-9]{2})")
WORDY = re.compile(
    r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th|af|ain|eg|fed)? (?:of )?)?"
    r"(?P<word>[a-zŵŷâêîôû]{3,12})\.?,? (?P<year>[0-9]{4})"
)
AMERICAN = re.compile(r"(?P<word>[a-z]{3,12})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})")
MOST = 60


def as_day(text: str) -> str:
    """Return a day that people wrote in figures or words as ``2026-11-21``, or an empty string."""
    plain = _plain(text)
    compact = re.fullmatch(r"([12][0-9]{3})([01][0-9])([0-3][0-9])", plain)
    found = as_date("-".join(compact.groups()) if compact else plain.replace("t", " ")) or _in_words(plain)
    return found if len(found) == len("2026-11-21") else ""


def as_edtf(text: str) -> str:
    """Return a date that people wrote in their own way as EDTF level 1, or an empty string.

    >>> as_edtf("c. 1986"), as_edtf("1980s"), as_edtf("May 1986"), as_edtf("1986/87")
    ('1986~', '198X', '1986-05', '1986/1987')
    """
    found = _edtf(_plain(text))
    return found if found and read_edtf(found) else ""


def _edtf(plain: str) -> str:
    if read_edtf(plain):
        return plain
    about = ABOUT.fullmatch(plain) or re.fullmatch(r"c(?P<rest>[0-9].*)", plain)
    if about:
        inner = about["rest"] if read_edtf(about["rest"]) else _edtf(about["rest"])
        return f"{inner}~" if inner and inner[-1].isdigit() and "/" not in inner else inner
    if plain.endswith(("?", "~", "%")) and len(plain) > 1:
        inner = _edtf(plain[:-1].rstrip())
        return f"{inner}{plain[-1]}" if inner and inner[-1].isdigit() and "/" not in inner else inner
    bracketed = re.fullmatch(r"\[(?P<inner>[^\[\]]{1,40})\]", plain)
    if bracketed:
        return bracketed["inner"] if read_edtf(bracketed["inner"]) else _edtf(bracketed["inner"])
    for pattern, ending in ((CENTURY, "XX"), (DECADE, "X"), (OPEN, "/..")):
        found = pattern.fullmatch(plain)
        if found:
            return f"{found[found.lastgroup or 'start']}{ending}"
    span = RANGE.fullmatch(plain)
    if span:
        return f"{span['start']}/{span['start'][: 4 - len(span['end'])]}{span['end']}"
    figures = re.fullmatch(r"(?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})", plain)
    if figures:
        return f"{figures['year']}-{int(figures['month']):02}"
    short = re.fullmatch(r"(?P<year>[0-9]{4})[-/. ](?P<month>[0-9])", plain)
    if short:
        return f"{short['year']}-0{short['month']}"
    if re.fullmatch(r"[0-9]{3}[x_*-]|[0-9]{2}[x_*-]{2}", plain):
        return re.sub(r"[x_*-]", "X", plain)
    return _in_words(plain) or as_date(plain)


def _in_words(plain: str) -> str:
    found = WORDY.fullmatch(plain) or AMERICAN.fullmatch(plain)
    if not found:
        return ""
    year, day, word = found["year"], found["day"], found["word"]
    month = next((number for number, names in enumerate(MONTHS, start=1) if word.startswith(names)), 0)
    if word == "hydref" and not day:
        return f"{year}-10"  # October rather than autumn, which is written the same in Welsh
    if month and day:
        return as_date(f"{year}-{month}-{day}")
    if month:
        return f"{year}-{month:02}"
    season = next((number for number, names in enumerate(SEASONS, start=21) if word.startswith(names)), 0)
    return f"{year}-{season}" if season and not day else ""


def _plain(text: str) -> str:
    return " ".join(text[:MOST].casefold().split()).strip(" .,;\"'“”‘’")


def is_unknown(text: str) -> bool:
    """Whether somebody wrote that there is no date.

    >>> is_unknown("n.d."), is_unknown("1986")
    (True, False)
    """
    return re.sub(r"[^a-z]", "", _plain(text)) in (
        "nd",
        "undated",
        "unknown",
        "nodate",
        "none",
        "dimdyddiad",
        "anhysbys",
    )
