"""What a collection says of itself: its name, its address and its languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site: its BCP 47 code, its own name for itself, and its direction."""

    code: str
    name: str
    site_name: str
    direction: str = "ltr"


@dataclass(frozen=True, slots=True)
class Site:
    """The site's public address (with a final slash) and its languages, the first one at the root."""

    url: str
    languages: tuple[Language, ...]

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
