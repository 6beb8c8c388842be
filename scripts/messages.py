"""Bring the translations of the program's phrases up to date with the code.

For maintainers and translators, after a message or a check's page has changed:

    python3 scripts/messages.py            add what is new, without a translation, and take out what is gone
    python3 scripts/messages.py --check    say what is missing, and end with 1 if anything is

The translations are PO files (GNU gettext), one folder a language, in scripts/fingerpost/checks/words/. Any
PO editor opens them. What has no translation is said in English.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from fingerpost.checks.reference import paragraphs, title_of
from fingerpost.checks.registry import CHECKS

HERE = Path(__file__).resolve().parent
CHECKS_FOLDER = HERE / "fingerpost" / "checks"
WORDS = CHECKS_FOLDER / "words"
SHARED = "shared"
COMMANDS = "commands"  # what other commands say
ROOMS = ("intake", "editions")
HEADER = """\
# What fingerpost says, and the pages of its checks. {{Names in curly brackets}} stay as they are.
# Draft: no second person has read this translation yet.
msgid ""
msgstr ""
"Language: {language}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def phrases_in_code() -> Iterator[tuple[str, str]]:
    """Yield each phrase with the PO file it belongs to: ``fp4`` for a check's own, else ``shared``."""
    by_file = {f"{check.__name__.rsplit('.', 1)[-1]}.py": check for check in CHECKS}  # type: ignore[union-attr]
    for file in [*sorted(CHECKS_FOLDER.rglob("*.py")), HERE / "reference.py"]:
        check = by_file.get(file.name)
        for template in templates_in(file.read_text("utf-8")):
            yield (f"fp{check.ID[2]}" if check else SHARED), template
    for room in ROOMS:
        for file in sorted((HERE / "fingerpost" / room).rglob("*.py")):
            for template in templates_in(file.read_text("utf-8")):
                yield COMMANDS, template
    for check in CHECKS:
        yield f"fp{check.ID[2]}", str(title_of(check))
        for paragraph in paragraphs(check):
            if not paragraph.heading and paragraph.example is None:
                yield f"fp{check.ID[2]}", paragraph.words.template


def templates_in(source: str) -> Iterator[str]:
    """Yield the first argument of each call of `say` in a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say" and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def wanted() -> dict[str, list[str]]:
    """Return the phrases of each PO file, in the order of the code, each phrase in one file only."""
    files: dict[str, list[str]] = {}
    where: dict[str, str] = {}
    for file, template in phrases_in_code():
        if any(letter.isalpha() for letter in _bare(template)):
            where[template] = SHARED if where.get(template, file) != file else file
    for template, file in where.items():
        files.setdefault(file, []).append(template)
    return files


def known(language: str) -> dict[str, str]:
    """Return every translation there is, by its English."""
    found: dict[str, str] = {}
    for file in sorted((WORDS / language).glob("*.po")):
        with file.open("rb") as stream:
            catalogue = read_po(stream, locale=language)
        found |= {str(message.id): str(message.string) for message in catalogue if message.id and message.string}
    return found


def untranslated(language: str) -> list[str]:
    """Return the phrases that have no translation."""
    have = known(language)
    return [template for templates in wanted().values() for template in templates if template not in have]


def update(language: str) -> None:
    """Write the PO files of a language anew: what is in the code and nothing else."""
    have = known(language)
    files = wanted()
    (WORDS / language).mkdir(parents=True, exist_ok=True)
    for old in (WORDS / language).glob("*.po"):
        if old.stem not in files:
            old.unlink()
    for name, templates in files.items():
        catalogue = Catalog(locale=language)
        for template in templates:
            catalogue.add(template, have.get(template, ""))
        file = WORDS / language / f"{name}.po"
        beside = file.with_suffix(".new")
        with beside.open("wb") as stream:
            stream.write(HEADER.format(language=language).encode())
            write_po(stream, catalogue, width=100, omit_header=True)
        beside.replace(file)


def _bare(template: str) -> str:
    """Return a template without its places to fill."""
    return re.sub(r"\{\w+\}", "", template)


def main() -> None:
    """Update every language that has a folder, or check them."""
    languages = sorted(folder.name for folder in WORDS.glob("*") if folder.is_dir())
    missing = 0
    for language in languages:
        if "--check" not in sys.argv[1:]:
            update(language)
        for template in untranslated(language):
            missing += 1
            print(f"{language}: {template}")
    if "--check" in sys.argv[1:] and missing:
        sys.exit(f"{missing} phrases have no translation yet.")


if __name__ == "__main__":
    main()
