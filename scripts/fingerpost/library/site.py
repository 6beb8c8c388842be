"""What a collection says of itself: its name, its address and its languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site: its BCP 47 code, its own name for itself, and its direction."""

    code: str
    name: str
    site_name: str
    direction: str = "ltr"


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """How to reach the group that runs this copy; `words` holds a sentence per language, such as when they answer."""

    email: str = ""
    phone: str = ""
    post: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuickExit:
    """Which pages have a way to leave at once (everywhere, marked or nowhere), and where it leads per language."""

    where: str = "marked"
    to: Mapping[str, str] = field(default_factory=dict)

    def shown(self, own: bool | None, by_topic: bool) -> bool:
        """Whether a page has it. `own` is what the page's own facts say, `by_topic` whether one of its topics has it.

        What a group sets for all pages is never switched off by one of them, so that it is where people look for it.
        """
        if self.where != "marked":
            return self.where == "everywhere"
        return by_topic if own is None else own


@dataclass(frozen=True, slots=True)
class Site:
    """The site's public address (with a final slash), its languages, the first one at the root, contact, and exit."""

    url: str
    languages: tuple[Language, ...]
    contact: ContactDetails | None = None
    exit: QuickExit = field(default_factory=QuickExit)

    @property
    def codes(self) -> tuple[str, ...]:
        """Language codes, the first one first."""
        return tuple(language.code for language in self.languages)

    def language(self, code: str) -> Language:
        """Return the language with this code; KeyError if the site has none such."""
        for language in self.languages:
            if language.code == code:
                return language
        raise KeyError(code)

    def prefix(self, code: str) -> str:
        """Return the folder of a language's pages: empty for the first language, else ``cy/``."""
        return "" if code == self.languages[0].code else f"{code}/"


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A page that search engines may list: its full address, itself by language, and the day its words last changed.

    `alternates` holds the page's own address too, and is empty where there is no other; `changed` is nothing where
    that is not known.
    """

    address: str
    alternates: Mapping[str, str]
    changed: date | None = None
