"""What explain says: lines for a terminal, in words for somebody who has never seen YAML."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fingerpost.editions.explained import Fate, Fates, Stands, fates_of, languages_together, stones_of, together
from fingerpost.editions.lines import item, paragraph, table
from fingerpost.gate import CHANNEL, Edition, Outcome, consent_of
from fingerpost.gate_changes import Change
from fingerpost.languages import Words
from fingerpost.library import Library, Resource
from fingerpost.library.kinds import ANSWER
from fingerpost.library.ledger import Withdrawal
from fingerpost.stage import shown_text
from fingerpost.stage.facts import language_name


@dataclass(frozen=True, slots=True)
class _Teller:
    """What is needed to speak of one resource in one language."""

    library: Library
    words: Words
    resource: Resource

    @property
    def file(self) -> str:
        """The original's file, where what holds in every language is written."""
        return self.resource.main.source.path

    def edition_names(self, editions: Iterable[Edition]) -> str:
        return ", ".join(self.words(f"edition-{edition.value}") for edition in editions)

    def language_names(self, codes: Iterable[str]) -> str:
        return ", ".join(language_name(code, self.words) for code in codes)

    def stands(self, stands: Stands) -> str:
        outcome = self.words(f"outcome-{stands.outcome.value}")
        if not stands.foreign:
            return outcome
        return self.words("explain-in", outcome=outcome, language=language_name(stands.foreign, self.words))


def tell(library: Library, words: Words, resource: Resource) -> Iterator[str]:
    """Yield the lines about a resource: a table first, then each group of editions, its parts and its answers."""
    teller = _Teller(library, words, resource)
    yield from _about(teller)
    if resource.kind is ANSWER:
        yield from ("", *paragraph(words("explain-answer-of", id=resource.id.rpartition("/")[0])))
    for piece in _pieces(teller):
        yield from piece
    if resource.answers:
        yield from ("", *paragraph(words("explain-answers")))
    for answer in resource.answers:
        yield ""
        yield from _about(_Teller(library, words, answer))
    yield from ("", *paragraph(words("explain-may")))


def taken_back(library: Library, words: Words, row: Withdrawal) -> Iterator[str]:
    """Yield the lines about what stands in the ledger and, as it should be, no longer in the collection."""
    yield from paragraph(words("explain-withdrawn", id=row.id, day=words.day(row.on), line=row.line))
    yield ""
    stones = stones_of(row, library.today)
    yield from table([[words(f"edition-{edition}"), words(f"outcome-{stones[edition]}")] for edition in stones])
    yield ""
    own = dict(row.words).get(words.language)
    among_answers = row.id.rpartition("/")[0] in library.resources
    if among_answers:
        yield from paragraph(words("explain-answer-stone"))
    if own and (among_answers or Outcome.TOMBSTONE in stones.values()):
        yield from paragraph(words("explain-own-words", words=own))
    yield from paragraph(words("explain-nothing-else"))
    yield from ("", *paragraph(words("explain-back", line=row.line)))


def _about(teller: _Teller) -> Iterator[str]:
    resource, words = teller.resource, teller.words
    yield from paragraph(f"{resource.id}: {resource.main.text_for(words.language).title}")
    yield teller.file
    yield ""
    if resource.withdrawn:
        row = resource.withdrawn
        yield from paragraph(words("explain-withdrawn", id=row.id, day=words.day(row.on), line=row.line))
        yield from (*paragraph(words("explain-still-there")), "")
    fates = fates_of(teller.library, resource)
    codes = teller.library.site.codes
    head = ["", *(teller.language_names([code]) for code in codes)]
    rows = [[teller.edition_names([one]), *(teller.stands(fates[one][code].stands) for code in codes)] for one in fates]
    yield from table([head, *rows])
    for editions in together(fates):
        yield ""
        everywhere = len(editions) == len(fates)
        yield from paragraph(words("explain-everywhere") if everywhere else teller.edition_names(editions))
        several = [fates[edition] for edition in editions]
        # What would end it is said once, where it is the same in every language.
        ends = [list(_ends(teller, several, code, editions)) for code in codes]
        at_once = ends.count(ends[0]) == len(ends)
        for languages in languages_together(several[0]):
            yield from _fate(teller, editions, languages, several[0][languages[0]])
            yield from [] if at_once else ends[codes.index(languages[0])]
        yield from ends[0] if at_once else []


def _fate(teller: _Teller, editions: Iterable[Edition], languages: Sequence[str], fate: Fate) -> Iterator[str]:
    """Yield what happens in these languages of these editions, why, and what would show more."""
    words = teller.words
    yield from paragraph(f"{teller.language_names(languages)}: {teller.stands(fate.stands)}", 2)
    yield from paragraph(" ".join([words("explain-why"), *(words(key) for key in fate.why)]), 4)
    if fate.changes is None:
        yield from paragraph(words("explain-nothing-would"), 4)
    elif fate.changes:
        full = fate.stands.outcome is Outcome.FULL
        yield from paragraph(words("explain-to-translation" if full else "explain-to-full"), 4)
        steps = list(_steps(teller, editions, languages, fate.changes))
        for number, (sentence, example) in enumerate(steps, 1):
            yield from item(f"{number}." if len(steps) > 1 else "-", sentence)
            yield from [f"{' ' * 11}{example}"] if example else []


def _ends(teller: _Teller, fates: Sequence[Fates], code: str, editions: Sequence[Edition]) -> Iterator[str]:
    """Yield what would end it in one language of these editions, when, and what stands there then."""
    words, ends = teller.words, fates[0][code].ends
    if ends:
        yield from paragraph(words("explain-ends"), 2)
    for number, (ending, on) in enumerate(ends):
        then = {edition: several[code].then[number] for edition, several in zip(editions, fates, strict=True)}
        day = words.day(on) if on else ""
        said = words(f"ends-{ending.value}", outcome=_then(teller, then), day=day, names=_quoted(_channels(editions)))
        yield from item("-", said, 4)


def _then(teller: _Teller, then: Mapping[Edition, Stands]) -> str:
    """Return what stands there afterwards: once for all editions, or with the editions of each."""
    groups: dict[str, list[Edition]] = {}
    for edition, stands in then.items():
        said = teller.words(f"outcome-{stands.outcome.value}")
        said = teller.words("explain-then-original", outcome=said) if stands.foreign else said
        groups.setdefault(said, []).append(edition)
    if len(groups) == 1:
        return f"{next(iter(groups))}."
    return "; ".join(f"{said} ({teller.edition_names(editions)})" for said, editions in groups.items()) + "."


def _steps(
    teller: _Teller, editions: Iterable[Edition], languages: Iterable[str], changes: Sequence[Change]
) -> Iterator[tuple[str, str]]:
    """Yield each change as a sentence, and what is then written in the file, if it can be shown."""
    words, file = teller.words, teller.file
    more = _wider(editions, changes)
    names = _quoted(more)
    consent = consent_of(teller.resource)
    scope = ", ".join(dict.fromkeys([*(consent.scope if consent else ()), *more]))
    told = Change.CONSENT_RECORDED in changes  # its example holds the whole scope
    for change in changes:
        match change:
            case Change.AGREED_ANEW if teller.resource.withdrawn:
                yield words("change-agreed-anew", line=teller.resource.withdrawn.line), ""
            case Change.CONSENT_RECORDED:
                example = f"consent: {{reference: C-0000, scope: [{scope}]}}"
                yield words("change-consent-recorded", file=file), example
            case Change.CONSENT_RENEWED:
                yield words("change-consent-renewed", file=file), ""
            case Change.CHANNEL_AGREED | Change.TRANSLATION_AGREED if not told:
                told = True
                yield words("change-scope-agreed", file=file, names=names), f"scope: [{scope}]"
            case Change.PERMISSION_GIVEN:
                yield words("change-permission-given", file=file), "permission: P-0000"
            case Change.TRANSLATED:
                for code in languages:
                    stem = file.removesuffix(f".{teller.resource.main.original}.md")
                    yield words("change-translated", file=f"{stem}.{code}.md"), ""


def _wider(editions: Iterable[Edition], changes: Iterable[Change]) -> list[str]:
    """Return the words that the scope of the consent would need besides those it has."""
    channels = {Change.CHANNEL_AGREED, Change.CONSENT_RECORDED} & set(changes)
    translation = ["translation"] if Change.TRANSLATION_AGREED in changes else []
    return [*(_channels(editions) if channels else []), *translation]


def _channels(editions: Iterable[Edition]) -> list[str]:
    return list(dict.fromkeys(CHANNEL[edition] for edition in editions))


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _pieces(teller: _Teller) -> Iterator[list[str]]:
    """Yield where a part or an Easy Read version is in another language than the whole."""
    resource, words = teller.resource, teller.words
    pieces = list(resource.pieces)[1:]
    if pieces:
        yield ["", *paragraph(words("explain-parts"))]
    for piece in pieces:
        for code in teller.library.site.codes:
            there = shown_text(piece, resource, code).language == code
            whole = shown_text(resource.main, resource, code).language == code
            if there != whole:
                key = "explain-part-alone" if there else "explain-part"
                language = language_name(code, words)
                yield item("-", words(key, file=piece.source.path, language=language), 2)
