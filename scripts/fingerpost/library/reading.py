"""Read a collection: a folder in, a Library out. Nothing is written, nothing is raised to the user."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from fingerpost.library import kinds, schema
from fingerpost.library.assembling import Folder, assemble, left_out
from fingerpost.library.clock import edition_time, gate_date
from fingerpost.library.decoding import decode_file
from fingerpost.library.faults import Fault
from fingerpost.library.fingerprint import fingerprint
from fingerpost.library.front_matter import FrontMatter, read_front_matter
from fingerpost.library.kinder_words import read_kinder_words
from fingerpost.library.kinds import Kind
from fingerpost.library.ledger import Withdrawal, read_ledger
from fingerpost.library.model import Library, Resource, Text
from fingerpost.library.site import Site
from fingerpost.library.validation import validate
from fingerpost.library.vocabulary import REQUIRED, Vocabulary, read_vocabulary

DOCS = "docs"
# What may lie beside a text. Anything else is refused: what the engine takes for a page (.markdown, .html) would
# be published without ever having passed the gate.
ATTACHMENTS = frozenset(
    {".avif", ".csv", ".docx", ".epub", ".gif", ".jpeg", ".jpg", ".mp3", ".mp4", ".odt", ".ogg", ".pdf", ".png"}
    | {".pptx", ".srt", ".svg", ".txt", ".vtt", ".webm", ".webp", ".xlsx"}
)
NAME = re.compile(r"(?P<stem>[a-z0-9][a-z0-9-]*)\.(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_library(root: Path, site: Site, made: datetime | None = None) -> Library:
    """Read everything under ``root/docs``, sorted by id.

    `made` is the edition's time; without it the one clock says. Every fault met is in `Library.faults`,
    what is odd and does no harm in `Library.notices`.
    """
    reader = _Reader(root, site)
    docs = root / DOCS
    if docs.is_symlink():
        reader.faults.append(Fault("symlink", DOCS))
        docs = root / "_nowhere"  # nothing is read of what it leads to
    if docs.is_dir():
        for folder in reader.entries(docs, DOCS):
            reader.read_top(folder)
    ledger, ledger_faults = read_ledger(docs / "_withdrawn.yml", f"{DOCS}/_withdrawn.yml", reader.notices)
    reader.faults += ledger_faults
    vocabularies = _read_vocabularies(docs, reader.faults, reader.notices)
    kinder_words, kinder_words_faults = read_kinder_words(docs / "_vocabulary" / "kinder-words.yml", reader.notices)
    reader.faults += kinder_words_faults
    sound, unsound = reader.finish({row.id: row for row in ledger})
    resources = {resource.id: resource for resource in sound}
    # Where everything was withdrawn there is still something to say: that it was.
    if not any(resource.kind.listed for resource in resources.values()) and not reader.faults and not ledger:
        reader.faults.append(Fault("nothing-here", DOCS))
    return Library(
        root=root,
        site=site,
        resources=dict(sorted(resources.items())),
        unsound=tuple(sorted(unsound, key=lambda resource: resource.id)),
        vocabularies=vocabularies,
        ledger=ledger,
        faults=_in_order(reader.faults),
        notices=_in_order(reader.notices),
        made=made or edition_time(root),
        today=made.date() if made else gate_date(root),
        kinder_words=kinder_words,
    )


def _in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.path, fault.line, fault.code)))


def _read_vocabularies(docs: Path, faults: list[Fault], notices: list[Fault]) -> Mapping[str, Vocabulary]:
    found: dict[str, Vocabulary] = {}
    for name in REQUIRED:
        file = docs / "_vocabulary" / f"{name}.yml"
        path = f"{DOCS}/_vocabulary/{name}.yml"
        if not file.is_file() and not file.is_symlink():
            if docs.is_dir() and not file.parent.is_symlink():
                faults.append(Fault("no-vocabulary", path, detail={"name": name}))
            continue
        if file.is_symlink() or file.parent.is_symlink():
            faults.append(Fault("symlink", path))
            continue
        found[name], more = read_vocabulary(file, path, notices)
        faults += more
    return found


class _Reader:
    def __init__(self, root: Path, site: Site) -> None:
        self.root = root
        self.site = site
        self.faults: list[Fault] = []
        self.notices: list[Fault] = []
        self.folders: list[Folder] = []

    def entries(self, folder: Path, path: str) -> list[Path]:
        """Return what is in a folder, sorted; a folder that may not be looked into is a fault."""
        try:
            return sorted(folder.iterdir())
        except OSError as error:
            self.faults.append(Fault("cannot-be-read", path, detail={"why": error.strerror or "unknown"}))
            return []

    def read_top(self, entry: Path) -> None:
        """Read one entry of docs/: a kind's folder, a vocabulary folder, or something out of place."""
        path = f"{DOCS}/{entry.name}"
        if entry.name.startswith("."):
            return
        if entry.is_symlink():
            self.faults.append(Fault("symlink", path))
            return
        if entry.name in ("_vocabulary", "_withdrawn.yml"):
            return
        kind = kinds.kind_of_folder(entry.name)
        if kind is None or not entry.is_dir():
            self.faults.append(
                Fault(
                    "unknown-folder" if entry.is_dir() else "misplaced-file",
                    path,
                    detail={"name": entry.name},
                )
            )
        elif kind is kinds.PAGE:
            self._read_pages(entry)
        else:
            for folder in self.entries(entry, path):
                self._read_folder(kind, folder)

    def _read_pages(self, folder: Path) -> None:
        by_stem: dict[str, Folder] = {}
        for file in self.entries(folder, f"{DOCS}/{folder.name}"):
            path = f"{DOCS}/{folder.name}/{file.name}"
            name = self._name_of(file, path)
            if name is None:
                continue
            stem, language = name
            page = by_stem.setdefault(stem, Folder(kinds.PAGE, f"pages/{stem}", path))
            self._read_text(page, file, path, "index", language)
        self.folders += by_stem.values()

    def _read_folder(self, kind: Kind, folder: Path) -> None:
        path = f"{DOCS}/{kind.folder}/{folder.name}"
        if folder.name.startswith("."):
            return
        if folder.is_symlink():
            self.faults.append(Fault("symlink", path))
            return
        if not folder.is_dir():
            self.faults.append(Fault("misplaced-file", path, detail={"name": folder.name}))
            return
        if not SLUG.fullmatch(folder.name):
            self.faults.append(Fault("bad-id", path, detail={"id": folder.name}))
            return
        found = Folder(kind, f"{kind.folder}/{folder.name}", path)
        for file in sorted(folder.rglob("*")):
            inner = f"{path}/{file.relative_to(folder).as_posix()}"
            if file.is_symlink():
                self.faults.append(Fault("symlink", inner))
                found.unreadable.add(file.name.split(".")[0])
            elif file.is_file() and not file.name.startswith("."):
                self._read_file(found, file, inner, nested=file.parent != folder)
        self.folders.append(found)

    def _read_file(self, folder: Folder, file: Path, path: str, *, nested: bool) -> None:
        if file.suffix.lower() in ATTACHMENTS:
            folder.files.append(path)
            return
        if file.suffix != ".md":
            detail = {"name": file.name, "kind": "", "allowed": ", ".join(sorted(ATTACHMENTS))}
            self.faults.append(Fault("not-an-attachment", path, detail=detail))
            return
        name = self._name_of(file, path)
        if name is None:
            return
        stem, language = name
        allowed = stem in ("index", "easy") or bool(folder.kind.stem and folder.kind.stem.fullmatch(stem))
        if nested or not allowed:
            self.faults.append(Fault("misnamed-file", path, detail={"name": file.name, "kind": folder.kind.name}))
            return
        self._read_text(folder, file, path, stem, language)

    def _name_of(self, file: Path, path: str) -> tuple[str, str] | None:
        if file.name.startswith("."):
            return None
        if file.is_symlink():
            self.faults.append(Fault("symlink", path))
            return None
        name = NAME.fullmatch(file.name)
        if not name:
            self.faults.append(Fault("misnamed-file", path, detail={"name": file.name, "kind": ""}))
            return None
        if name["language"] not in self.site.codes:
            detail = {"language": name["language"], "languages": ", ".join(self.site.codes)}
            self.faults.append(Fault("unknown-language", path, detail=detail))
            return None
        return name["stem"], name["language"]

    def _read_text(self, folder: Folder, file: Path, path: str, stem: str, language: str) -> None:
        decoded = decode_file(file, path)
        self.notices += decoded.notices
        if decoded.text is None:
            self.faults += [decoded.fault] if decoded.fault else []
            folder.unreadable.add(stem)
            return
        front = read_front_matter(decoded.text, path)
        meta, faults = (None, [front.fault]) if front.fault else validate(front, _schema_for(folder.kind, stem), path)
        self.faults += faults
        if meta is None:
            folder.unreadable.add(stem)
            folder.drafts.append(_draft(path, language, front))
            return
        mark = fingerprint(getattr(meta, "title", "") or "", getattr(meta, "summary", "") or "", front.body)
        folder.texts[stem][language] = Text(path, language, meta, front.lines, front.body, front.body_line, mark)

    def finish(self, ledger: Mapping[str, Withdrawal]) -> tuple[list[Resource], list[Resource]]:
        """Put the pieces of every folder together: what is sound, and what can only be looked at."""
        sound: list[Resource] = []
        unsound: list[Resource] = []
        for folder in self.folders:
            resource = assemble(folder, ledger, self.faults)
            rest = left_out(folder, resource)
            sound += [resource] if resource else []
            unsound += [rest] if rest else []
        return sound, unsound


def _draft(path: str, language: str, front: FrontMatter) -> Text:
    """Return a text whose facts can't be used, with the words that people would read."""
    words = [value if isinstance(value := front.data.get(name), str) else None for name in ("title", "summary")]
    meta = schema.EasyRead.model_construct(title=words[0], summary=words[1])
    return Text(path, language, meta, front.lines, front.body, front.body_line, "")


def _schema_for(kind: Kind, stem: str) -> type[schema.Strict]:
    if stem == "index":
        return kind.schema
    if stem == "easy":
        return schema.EasyRead
    return schema.Answer if kind is kinds.QUESTION else schema.Part
