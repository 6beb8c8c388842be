"""A staged tree: what one edition's Markdown will be, before and as it is written."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from fingerpost.library import PublicPage


@dataclass(frozen=True, slots=True)
class Copied:
    """A file to copy as it is, from an absolute place."""

    source: Path


@dataclass(slots=True)
class Tree:
    """Relative path (with the language's folder first) to the bytes, or the file, that stands there.

    `add` gives what every page's front matter says under `fp` beside what its maker put there; `public` are the pages
    that search engines may list.
    """

    files: dict[str, bytes | Copied] = field(default_factory=dict)
    public: list[PublicPage] = field(default_factory=list)
    add: Callable[[str, Mapping[str, Any]], Mapping[str, Any]] | None = None

    def page(self, language: str, path: str, front: Mapping[str, Any], body: str) -> None:
        """Put a page of Markdown at `path` (``guides/index.md``) in a language's tree."""
        if self.add:
            front = {**front, "fp": {**front.get("fp", {}), **self.add(path, front)}}
        header = yaml.dump(dict(front), Dumper=_Readable, allow_unicode=True, sort_keys=False, width=10_000)
        self.files[f"{language}/{path}"] = f"---\n{header}---\n\n{body.strip()}\n".encode()

    def write(self, target: Path) -> int:
        """Make `target` hold exactly this tree; returns how many files were changed or removed.

        A file whose bytes would not change is not touched. What should not be there goes first, so
        that an interrupted run never leaves a page that the gate has since refused.
        """
        changed = 0
        wanted = {target / path for path in self.files}
        if target.is_dir():
            for file in sorted(target.rglob("*"), reverse=True):
                if file.is_dir() and not file.is_symlink():
                    if not any(file.iterdir()):
                        file.rmdir()
                elif file not in wanted:
                    file.unlink()
                    changed += 1
        for path, content in self.files.items():
            data = content.source.read_bytes() if isinstance(content, Copied) else content
            file = target / path
            if file.is_file() and file.stat().st_size == len(data) and file.read_bytes() == data:
                continue
            if file.is_dir():
                file.rmdir()
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            changed += 1
        return changed


class _Readable(yaml.CSafeDumper):
    """Writes what has several lines as lines: a text in front matter can be read there as it was written."""


def _in_lines(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    # libyaml loses some of YAML 1.1's rarer line ends in this style, so it is kept for the usual one.
    lines = "\n" in text and text.splitlines() == text.removesuffix("\n").split("\n")
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if lines else None)


_Readable.add_representer(str, _in_lines)


def address(path: str) -> str:
    """Return the address of a staged page: ``guides/index.md`` gives ``guides/index.html``."""
    return path[:-3] + ".html" if path.endswith(".md") else path


def relative(target: str, page: str) -> str:
    """Return `target` as a link from `page`, both paths in the same tree.

    >>> relative("topics/pay.md", "guides/x/index.md")
    '../../topics/pay.md'
    """
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
