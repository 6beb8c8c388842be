"""What an archive says of itself (openZIM, Metadata): in its language, and of all in each language."""

import re
from urllib.parse import urlsplit

from babel.core import get_global

from fingerpost import __version__
from fingerpost.editions.collection import Collection

LONGEST_TITLE, LONGEST_DESCRIPTION = 30, 80  # letters, as openZIM's convention says
# Codes of ISO 639-2/B, which are none of ISO 639-3.
NOT_IN_639_3 = re.compile("alb|arm|baq|bur|chi|cze|dut|fre|geo|ger|gre|ice|mac|mao|may|per|rum|slo|tib|wel")


def three_letters(code: str) -> str:
    """Return a language's code of ISO 639-3, as ZIM files name it.

    >>> three_letters("cy"), three_letters("en"), three_letters("zh-Hant"), three_letters("bfi")
    ('cym', 'eng', 'zho', 'bfi')
    """
    plain = code.split("-")[0].lower()
    if len(plain) == 3 or plain == "zh":
        return "zho" if plain == "zh" else plain
    aliases = get_global("language_aliases")
    found = (
        long
        for long, short in aliases.items()
        if short == plain and len(long) == 3 and not NOT_IN_639_3.fullmatch(long)
    )
    return min(found, default="und")


def name_of(collection: Collection, languages: tuple[str, ...], *, pdfs: bool) -> str:
    """Return the name by which Kiwix knows the archive in every edition, which is its file's name too.

    It is made as openZIM's convention asks: where it comes from, its language or ``mul``, what of it, its flavour.
    """
    host = urlsplit(collection.project.site.url).hostname or "fingerpost"
    said = three_letters(languages[0]) if len(languages) == 1 else "mul"
    return f"{host}_{said}_all" + ("" if pdfs else "_nopdf")


def described(collection: Collection, languages: tuple[str, ...], *, pdfs: bool) -> dict[str, str]:
    """Return the metadata of an archive, by openZIM's names."""
    site, made = collection.project.site, collection.library.made
    words = [collection.words[code] for code in languages]
    names = dict.fromkeys(site.language(code).site_name for code in languages)
    title = " · ".join(names)
    said = [
        one("zim-about", day=one.day(made.date()), address=site.url + site.prefix(code))
        for one, code in zip(words, languages, strict=True)
    ]
    return {
        "Name": name_of(collection, languages, pdfs=pdfs),
        "Title": _cut(title, LONGEST_TITLE),
        "Description": _cut(words[0]("book-about"), LONGEST_DESCRIPTION),
        "LongDescription": "\n\n".join(said),
        "Language": ",".join(three_letters(code) for code in languages),
        "Creator": next(iter(names)),
        "Publisher": next(iter(names)),
        "Source": site.url,
        "Date": made.date().isoformat(),
        "Flavour": "maxi" if pdfs else "nopdf",
        "Tags": f"_category:other;_ftindex:yes;_pictures:yes;_videos:no;_details:yes;_pdf:{'yes' if pdfs else 'no'}",
        "Scraper": f"fingerpost {__version__}",
    }


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
