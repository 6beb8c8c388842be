"""What the settings say of how to reach the group that runs a copy: `extra: contact:` in mkdocs.yml."""

import re
from difflib import get_close_matches
from typing import Any

from fingerpost.library import ContactDetails
from fingerpost.problems import FingerpostProblem

KEYS = ("email", "phone", "post", "words")
EMAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}")
PHONE = re.compile(r"\+?[0-9][0-9 ()-]{4,30}")
LONGEST = 500


def contact_of(data: dict[str, Any], languages: tuple[str, ...], file: str) -> ContactDetails | None:
    """Return the contact details in the settings `data`, or nothing where none are set.

    Raises FingerpostProblem in a sentence that names `file`. It repeats no address and no number: logs are public.
    """
    extra = data.get("extra")
    given = extra.get("contact") if isinstance(extra, dict) else None
    if given is None:
        return None
    if not isinstance(given, dict):
        raise _problem(file, "contact", "holds no details. Write one a line under it, such as email: and phone:")
    for key in given:
        if key not in KEYS:
            near = get_close_matches(str(key), KEYS, 1)
            guess = f" Did you mean '{near[0]}'?" if near else ""
            raise _problem(file, "contact", f"may hold {', '.join(KEYS)}, and not '{str(key)[:30]}'.{guess}")
    texts = {key: _line(file, key, given.get(key)) for key in ("email", "phone", "post")}
    if texts["email"] and not EMAIL.fullmatch(texts["email"]):
        raise _problem(file, "contact, email", "is not an e-mail address. Write one, like name@example.org")
    if texts["phone"] and not PHONE.fullmatch(texts["phone"]):
        raise _problem(file, "contact, phone", 'is not a telephone number. Write one, like "01632 960123"')
    words = _words(file, given.get("words"), languages)
    return ContactDetails(**texts, words=words) if words or any(texts.values()) else None


def _line(file: str, key: str, value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _problem(file, f"contact, {key}", "is not text. Put it in quotation marks.")
    line = " ".join(value.split())
    if len(line) > LONGEST or not line.isprintable():
        raise _problem(file, f"contact, {key}", f"has to be one line of at most {LONGEST} letters.")
    return line


def _words(file: str, value: object, languages: tuple[str, ...]) -> dict[str, str]:
    if value is None:
        return {}
    place = "contact, words"
    if not isinstance(value, dict) or set(value) != set(languages):
        example = ", ".join(f"{language}: …" for language in languages)
        raise _problem(file, place, f"needs a sentence for each language of the site: words: {{{example}}}")
    said = {language: _line(file, f"words, {language}", value[language]) for language in languages}
    if not all(said.values()):
        raise _problem(file, place, "has a language without words. Write a sentence for each, or leave words out.")
    return said


def _problem(file: str, place: str, said: str) -> FingerpostProblem:
    return FingerpostProblem(f"{file}: under extra, {place} {said}")
