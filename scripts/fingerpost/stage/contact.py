"""Contact details on pages: e-mail addresses are spelt out in words, so that nothing which collects them finds one.

People and screen readers read the words, and can copy them down from paper; `contact.js` makes a link of them.
"""

import html
import re
from collections.abc import Iterable

from fingerpost.gate import Edition
from fingerpost.languages import Words
from fingerpost.library import ContactDetails
from fingerpost.stage.markdown import with_block
from fingerpost.stage.view import Scene, View

SIGNS = {"@": "at", ".": "dot", "-": "hyphen", "_": "underscore", "+": "plus"}
SIGN = re.compile(r"([@.\-_+])")
PLACE = re.compile(r"^\[contact\][ \t]*$", re.MULTILINE)


def spelt(address: str, words: Words) -> str:
    """Return an e-mail address as HTML in words: *office, then the at sign, then example dot org*.

    Each piece stands in an element of its own, and the signs by name alone.
    """
    pieces = []
    for piece in SIGN.split(address):
        if piece in SIGNS:
            said = words(f"spelt-{SIGNS[piece]}")
            before = "" if said.startswith(",") else " "
            pieces.append(f'{before}<span class="{SIGNS[piece]}">{html.escape(said)}</span> ')
        elif piece:
            pieces.append(f"<b>{html.escape(piece)}</b>")
    return f'<span class="spelt">{"".join(pieces).strip()}</span>'


def with_contact(scene: Scene, view: View, body: str) -> str:
    """Return a plain page's body with how to get in touch where it has the line ``[contact]``."""
    block = _block(scene)
    if view.foreign:
        direction = scene.library.site.language(scene.language).direction
        block = f'<div lang="{scene.language}" dir="{direction}">\n\n{block}\n\n</div>'
    return with_block(body, PLACE, block)


def _block(scene: Scene) -> str:
    """How to get in touch, as HTML for a page of Markdown, or what to do where nothing is known."""
    words, contact = scene.words, scene.library.site.contact
    if contact is None:
        return _paragraphs(words(key) for key in ("contact-none", "contact-none-reader", "contact-none-editor"))
    ways = []
    if contact.email:
        why = f'<span class="spelt-why">{html.escape(words("spelt-why"))}</span>'
        ways.append((words("directory-email"), f"{spelt(contact.email, words)}<br>{why}"))
    if contact.phone:
        ways.append((words("directory-phone"), _dialled(contact.phone)))
    if contact.post:
        ways.append((words("contact-post"), html.escape(contact.post)))
    rows = "".join(f"<dt>{html.escape(label)}</dt><dd>{value}</dd>" for label, value in ways)
    said = contact.words.get(scene.language, "")
    listed = f'<div class="card"><dl>{rows}</dl></div>' if rows else ""
    return "\n\n".join(part for part in (listed, _paragraphs([said]) if said else "") if part)


def contact_on_paper(contact: ContactDetails | None, words: Words) -> list[dict[str, str]]:
    """Return how to get in touch as rows of label and value; on paper an address is written as usual."""
    if contact is None:
        return []
    ways = (
        (words("directory-email"), contact.email),
        (words("directory-phone"), contact.phone),
        (words("contact-post"), contact.post),
        ("", contact.words.get(words.language, "")),
    )
    return [{"label": label, "value": value} for label, value in ways if value]


def email_row(label: str, address: str, scene: Scene) -> dict[str, str]:
    """Return a row of a card with an e-mail address: in words on pages, as usual on paper."""
    row = {"label": label, "value": address}
    return (
        row if scene.edition is Edition.PRINT else {"label": label, "value": "", "spelt": spelt(address, scene.words)}
    )


def _dialled(phone: str) -> str:
    number = re.sub(r"(?!^\+)[^0-9]", "", phone)
    return f'<a href="tel:{number}">{html.escape(phone)}</a>'


def _paragraphs(said: Iterable[str]) -> str:
    return "\n\n".join(f"<p>{html.escape(line, quote=False)}</p>" for line in said)
