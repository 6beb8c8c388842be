"""What a new resource is called: a title without hidden characters, and an id made from it."""

import unicodedata

from fingerpost.checks.unsafe_name import RESERVED
from fingerpost.checks.unseen import HIDDEN
from fingerpost.checks.wording import shown, slug
from fingerpost.languages.phrases import say
from fingerpost.library import Library
from fingerpost.library.kinds import PAGE, RESERVED_PAGES, Kind
from fingerpost.library.reading import SLUG
from fingerpost.problems import Misuse

LONGEST_ID = 60
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co"})  # Unicode's general categories: controls, formats, halves, private
JOINER = "\N{ZERO WIDTH JOINER}"  # holds some emoji together


def cleaned(text: str) -> str:
    """Return words on one line, in composed form (NFC), without characters that nobody sees.

    >>> cleaned(" Dwr\\u0302\\n\\u202eglân ")
    'Dŵr glân'
    """
    seen = HIDDEN.sub("", unicodedata.normalize("NFC", " ".join(text.split())))
    kept = (letter for letter in seen if letter == JOINER or unicodedata.category(letter) not in UNSEEN)
    return " ".join("".join(kept).split())


def id_for(library: Library, kind: Kind, title: str, wanted: str = "") -> str:
    """Return the id of a new resource: from its title, or the one that is `wanted`.

    Raises Misuse where no name can be made of the title, where the wanted one is not written as an id, or where the
    id was withdrawn: it may not come back by accident.
    """
    name = wanted or shortened(slug(cleaned(title)))
    if not name:
        raise Misuse(
            say("No name for a folder can be made of this title. Give one in small letters and hyphens: --id NAME")
        )
    if not SLUG.fullmatch(name) or len(name) > LONGEST_ID:
        raise Misuse(
            say(
                "{name} can't be the name of a folder. Use small letters without accents, digits and single hyphens, "
                "{most} of them at most.",
                name=shown(name),
                most=LONGEST_ID,
            )
        )
    if name in RESERVED or (kind is PAGE and name in RESERVED_PAGES):
        if wanted:
            raise Misuse(say("{name} is a name that is kept for something else. Give another: --id NAME", name=name))
        name = f"{kind.name}-{name}"
    id = f"{kind.folder}/{name}"
    if any(row.id == id for row in library.ledger):
        raise Misuse(
            say("{id} was withdrawn, and may not come back. If this is something else, name it: --id NAME", id=id)
        )
    return id


def shortened(name: str) -> str:
    """Return a name that is not too long, cut between two words where it can be."""
    if len(name) <= LONGEST_ID:
        return name
    whole = name[: LONGEST_ID + 1].rpartition("-")[0]
    return (whole or name[:LONGEST_ID]).strip("-")
