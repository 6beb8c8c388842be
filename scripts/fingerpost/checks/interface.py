"""The interface words as files: overrides/words/<language>.yml, each with the line of every phrase."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter

from fingerpost.library import Fault, Library
from fingerpost.library.front_matter import Place, read_yaml

FOLDER = "overrides/words"
MOST_BYTES = 500_000  # the whole interface is about 10,000

Forms = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WordsFile:
    """One language's file: its phrases as text or as forms for counting, and the line of each.

    `source` is empty where there is no such file. `fault` says why its words are not known.
    """

    language: str
    path: str
    source: str = ""
    phrases: Mapping[str, object] | None = None
    lines: Mapping[Place, int] | None = None
    fault: Fault | None = None

    def line_of(self, phrase: str) -> int:
        """Return the line of a phrase; the first one if it has none."""
        return (self.lines or {}).get((phrase,), 1)


def has_words(library: Library) -> bool:
    """Whether the collection has interface words of its own; a bare folder of texts has none."""
    return (library.root / FOLDER).is_dir()


def words_files(library: Library) -> tuple[WordsFile, ...]:
    """Return the interface words of each language of the site, in its order; nothing is raised."""
    return tuple(_read(library, code) for code in library.site.codes) if has_words(library) else ()


def forms_of(value: object) -> Forms:
    """Return the forms of a phrase: ``{"other": …}`` for a plain text; empty for what holds no words."""
    if isinstance(value, Mapping):
        return {str(name): _text(form) for name, form in value.items()}
    return {"other": _text(value)}


def placeholders(text: str) -> frozenset[str]:
    """Return the names in curly brackets. Raises ValueError where a bracket is open, or holds no name.

    A phrase without any is shown as it stands (str.format is only used where there is something to fill in).
    """
    names = {name for _before, name, _form, _sort in Formatter().parse(text) if name is not None}
    if not all(name.isidentifier() for name in names):
        raise ValueError(text)
    return frozenset(names)


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, Mapping | list) else str(value)


def _read(library: Library, code: str) -> WordsFile:
    path = f"{FOLDER}/{code}.yml"
    try:
        raw = (library.root / path).read_bytes()
    except OSError:
        return WordsFile(code, path, fault=Fault("no-file", path))
    try:
        source = raw[:MOST_BYTES].decode("utf-8-sig") if len(raw) <= MOST_BYTES else ""
    except UnicodeDecodeError as error:
        return WordsFile(code, path, fault=Fault("not-utf-8", path, raw.count(b"\n", 0, error.start) + 1))
    data, lines, fault = read_yaml(source, path)
    if fault or not isinstance(data, dict) or not data:
        return WordsFile(code, path, source, fault=fault or Fault("no-words", path))
    return WordsFile(code, path, source, data, lines)


def readable(files: tuple[WordsFile, ...]) -> Iterator[tuple[WordsFile, Mapping[str, object]]]:
    """Yield the files whose phrases are known, with them."""
    return ((file, file.phrases) for file in files if file.phrases is not None)
