"""Ids as people write them."""

from fingerpost.library.reading import DOCS, NAME


def id_meant(wanted: str) -> str:
    """Return the id that somebody means who wrote one, or the path of a folder or a file.

    >>> id_meant("docs/guides/x/index.cy.md"), id_meant("guides/x/"), id_meant("questions/q/answer-2.en.md")
    ('guides/x', 'guides/x', 'questions/q/answer-2')
    """
    id = wanted.strip().replace("\\", "/").removeprefix("./").strip("/").removeprefix(f"{DOCS}/")
    folder, _, name = id.rpartition("/")
    file = NAME.fullmatch(name)
    if not file:
        # A resource may be called `easy` or `index` itself.
        return folder if "/" in folder and name in ("index", "easy") else id
    return folder if file["stem"] in ("index", "easy") else f"{folder}/{file['stem']}"
