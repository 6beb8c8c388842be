"""Put the pieces of one folder together: which text is the original, which are its translations, which parts."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from fingerpost.library import kinds, schema
from fingerpost.library.faults import Fault
from fingerpost.library.kinds import Kind
from fingerpost.library.ledger import Withdrawal
from fingerpost.library.model import Piece, Resource, Text


@dataclass
class Folder:
    """One resource's files while they are being read: texts by stem and language, other files."""

    kind: Kind
    id: str
    path: str
    texts: dict[str, dict[str, Text]] = field(default_factory=lambda: defaultdict(dict))
    drafts: list[Text] = field(default_factory=list)
    unreadable: set[str] = field(default_factory=set)
    files: list[str] = field(default_factory=list)


def assemble(folder: Folder, ledger: Mapping[str, Withdrawal], faults: list[Fault]) -> Resource | None:
    """Return the resource that a folder holds, or nothing where it has no sound original; faults are added."""
    pieces = {stem: piece for stem in sorted(folder.texts) if (piece := _piece(folder, stem, faults))}
    if "index" not in folder.texts and "index" not in folder.unreadable:
        faults.append(Fault("no-index", folder.path, detail={"kind": folder.kind.name}))
    if "index" not in pieces:
        return None
    main = pieces.pop("index")
    easy = pieces.pop("easy", None)
    answers: tuple[Resource, ...] = ()
    parts: tuple[Piece, ...] = ()
    if folder.kind is kinds.QUESTION:
        whole = ledger.get(folder.id)  # a question that was taken back takes its answers with it
        answers = tuple(
            Resource(f"{folder.id}/{stem}", kinds.ANSWER, piece, withdrawn=ledger.get(f"{folder.id}/{stem}", whole))
            for stem, piece in sorted(pieces.items(), key=lambda item: int(item[0].split("-")[1]))
        )
    else:
        parts = _ordered_parts(main, pieces, folder, faults)
    return Resource(
        folder.id,
        folder.kind,
        main,
        parts,
        easy,
        answers,
        tuple(sorted(folder.files)),
        ledger.get(folder.id),
    )


def left_out(folder: Folder, resource: Resource | None) -> Resource | None:
    """Return what a folder holds that its resource does not, so that it can be looked at all the same.

    Those are texts whose facts can't be read, or that have no sound original. What comes back is no resource of any
    kind: a plain page, as it were, each text by itself, with a title and a summary at most.
    """
    there = {text.path for text in resource.texts} if resource else set()
    texts = [*folder.drafts, *(text for several in folder.texts.values() for text in several.values())]
    pieces = [_by_itself(text) for text in sorted(texts, key=lambda text: text.path) if text.path not in there]
    if not pieces:
        return None
    files = () if resource else tuple(sorted(folder.files))
    return Resource(folder.id, kinds.PAGE, pieces[0], tuple(pieces[1:]), files=files)


def _by_itself(text: Text) -> Piece:
    bare = schema.EasyRead.model_construct(title=text.title or None, summary=text.summary or None)
    return Piece(text.path, text.language, {text.language: replace(text, meta=bare)})


def _ordered_parts(main: Piece, pieces: dict[str, Piece], folder: Folder, faults: list[Fault]) -> tuple[Piece, ...]:
    meta = main.source.meta
    if not isinstance(meta, schema.Toolkit):
        return ()
    named = list(dict.fromkeys(meta.parts))
    for index, stem in enumerate(named):
        if stem not in pieces and stem not in folder.unreadable:
            line = main.source.line_of("parts", index)
            faults.append(
                Fault(
                    "part-not-there",
                    main.source.path,
                    line,
                    detail={"part": stem, "parts": ", ".join(pieces)},
                )
            )
    for stem in pieces:
        if stem not in named:
            faults.append(Fault("part-not-named", pieces[stem].source.path, detail={"part": stem}))
    return tuple(pieces[stem] for stem in named if stem in pieces)


def _piece(folder: Folder, stem: str, faults: list[Fault]) -> Piece | None:
    texts = folder.texts[stem]
    originals = [language for language, text in texts.items() if text.translation is None]
    if len(originals) > 1:
        for language in originals[1:]:
            other = texts[originals[0]].path.rsplit("/", 1)[-1]
            faults.append(Fault("two-originals", texts[language].path, detail={"other": other}))
        return None
    if not originals:
        if stem not in folder.unreadable:
            for text in texts.values():
                faults.append(Fault("translation-of-nothing", text.path, text.line_of("translation")))
        return None
    _check_translations(texts, originals[0], faults)
    return Piece(stem, originals[0], dict(sorted(texts.items())))


def _check_translations(texts: Mapping[str, Text], original: str, faults: list[Fault]) -> None:
    for text in texts.values():
        if not text.translation:
            continue
        if text.translation.origin != original:
            line = text.line_of("translation", "from")
            detail = {"from": text.translation.origin, "original": original}
            faults.append(Fault("translation-from-another", text.path, line, detail=detail))
        for key in ("title", "summary"):
            if getattr(texts[original].meta, key, None) and not getattr(text, key):
                faults.append(Fault("missing-key", text.path, detail={"key": key}))
