"""What the settings say of leaving a page at once: `extra: exit:` in mkdocs.yml, and what a page needs for it."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from fingerpost.library import QuickExit
from fingerpost.problems import FingerpostProblem

WHERE = ("everywhere", "marked", "nowhere")
KEYS = ("where", "to")
ADDRESS = re.compile(r"https://[^\s<>\"'\\]{1,400}")
# Where nothing is set: what many people in the language open every day, and nothing that would startle anyone.
BUSY = "https://www.bbc.co.uk/weather"
DEFAULTS: Mapping[str, str] = MappingProxyType({"cy": "https://www.bbc.co.uk/cymrufyw"})
# The page on the device itself, for copies without the internet; its name is all that an address bar shows of it.
NEUTRAL = "measures.html"
EXPLAINED = "leaving"  # the plain page that says what leaving does not hide


def exit_of(data: dict[str, Any], languages: tuple[str, ...], file: str) -> QuickExit:
    """Return what the settings `data` say of leaving at once; what they leave out is as shipped.

    Raises FingerpostProblem in a sentence that names `file`.
    """
    extra = data.get("extra")
    given = extra.get("exit") if isinstance(extra, dict) else None
    if given is None:
        given = {}
    if not isinstance(given, dict):
        raise _problem(file, "exit", "holds no settings. Write one a line under it: where: marked")
    for key in given:
        if key not in KEYS:
            word = "on" if key is True else str(key)[:30]  # YAML reads the word on as true
            near = get_close_matches(word, KEYS, 1) or (["where"] if key is True else [])
            guess = f" Did you mean '{near[0]}'?" if near else ""
            raise _problem(file, "exit", f"may hold {' and '.join(KEYS)}, and not '{word}'.{guess}")
    where = given.get("where", "marked")
    if where not in WHERE:
        raise _problem(
            file, "exit, where", "can be everywhere, marked or nowhere. Write one of them, like where: marked"
        )
    to = _addresses(file, given.get("to"), languages)
    own = _host(str(data.get("site_url") or ""))
    if any(_host(address) == own for address in to.values()):
        raise _problem(
            file, "exit, to", "leads back to this site. Give the address of another, one that many people use."
        )
    return QuickExit(str(where), to)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.").rstrip(".")
    except ValueError:
        return ""


def _addresses(file: str, given: object, languages: tuple[str, ...]) -> dict[str, str]:
    if given is None:
        return {language: DEFAULTS.get(language, BUSY) for language in languages}
    each = given if isinstance(given, dict) else dict.fromkeys(languages, given)
    if set(each) != set(languages):
        example = ", ".join(f'{language}: "https://…"' for language in languages)
        raise _problem(file, "exit, to", f"needs one address, or one for each language of the site: {{{example}}}")
    return {language: _address(file, each[language]) for language in languages}


def _address(file: str, given: object) -> str:
    if not isinstance(given, str) or not ADDRESS.fullmatch(given) or "." not in _host(given):
        said = f'has to be an address that begins with https://, like to: "{BUSY}" in quotes.'
        raise _problem(file, "exit, to", said)
    if "@" in urlsplit(given).netloc:
        raise _problem(file, "exit, to", "has a name or a password in it, before the sign @. Take them out.")
    return given


def _problem(file: str, place: str, said: str) -> FingerpostProblem:
    return FingerpostProblem(f"{file}: under extra, {place} {said}")


def leaving_of(exits: QuickExit, page: Mapping[str, Any], language: str, *, offline: bool) -> dict[str, Any]:
    """Return what the templates need to know: whether this page shows the way out, and where it leads.

    `page` is the page's front matter of ours. Offline, the link itself leads to the neutral page on the device,
    because scripts may be off there too.
    """
    return {
        "on": exits.where != "nowhere",
        "shown": bool(page.get("exit", exits.shown(None, False))),
        "to": "" if offline else exits.to[language],
        "neutral": NEUTRAL,
    }
