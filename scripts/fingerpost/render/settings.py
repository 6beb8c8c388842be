"""Where a collection's settings are, and what they say of its name, address and languages."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from fingerpost.languages import direction
from fingerpost.library import Language, Site
from fingerpost.problems import FingerpostProblem, Misuse
from fingerpost.render.contact import contact_of
from fingerpost.render.leaving import exit_of

CHECKOUT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Project:
    """A collection's folder, its settings file, its theme, and what the settings say."""

    root: Path
    settings: Path
    overrides: Path
    site: Site


class _Lenient(yaml.SafeLoader):
    """Reads settings whose tags only MkDocs knows (`!ENV`, `!!python/name:…`) without acting on them."""


_Lenient.add_multi_constructor("", lambda *_: None)


def open_project(root: Path) -> Project:
    """Find the settings of the collection in `root`: its own mkdocs.yml, else Fingerpost's, and the theme it names.

    Raises FingerpostProblem in a plain sentence when they cannot be used.
    """
    if not root.is_dir():
        raise Misuse(f"There is no folder {root}. Give the folder that holds docs/ with --root.")
    settings = root / "mkdocs.yml"
    if not settings.is_file():
        settings = CHECKOUT / "mkdocs.yml"
    data = _read(settings)
    theme = data.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    return Project(root, settings, settings.parent / str(custom or "overrides"), _site_of(data, settings))


def _read(settings: Path) -> dict[str, Any]:
    try:
        data: Any = yaml.load(settings.read_text("utf-8"), Loader=_Lenient)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        said = f"{settings.name}{line} cannot be read as YAML. Look at that line and the one before it."
        raise FingerpostProblem(said) from None
    return data if isinstance(data, dict) else {}


def _site_of(data: dict[str, Any], settings: Path) -> Site:
    listed = _languages_of(data)
    if not listed:
        raise FingerpostProblem(
            f"{settings.name} names no languages. Under plugins, i18n, languages, give at least one: locale and name."
        )
    name = str(data.get("site_name") or "Fingerpost")
    first = [row for row in listed if row.get("default")] or listed[:1]
    ordered = [*first, *(row for row in listed if row not in first)]
    languages = tuple(
        Language(
            code=str(row["locale"]),
            name=str(row.get("name") or row["locale"]),
            site_name=str(row.get("site_name") or name),
            direction=direction(str(row["locale"])),
        )
        for row in ordered
    )
    address = str(data.get("site_url") or "")
    if not address.startswith(("http://", "https://")):
        raise FingerpostProblem(
            f"{settings.name} does not say where the site stands. Add: site_url: https://example.org/"
        )
    codes = tuple(language.code for language in languages)
    contact = contact_of(data, codes, settings.name)
    return Site(address.rstrip("/") + "/", languages, contact, exit_of(data, codes, settings.name))


def _languages_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    listed = data.get("plugins")
    for plugin in listed if isinstance(listed, list) else [listed]:
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict):
            rows = plugin["i18n"].get("languages")
            return (
                [row for row in rows if isinstance(row, dict) and row.get("locale")] if isinstance(rows, list) else []
            )
    return []
