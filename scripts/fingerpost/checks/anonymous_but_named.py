"""The credits say that somebody is not to be named, and the name stands here all the same.

Why it matters

People leave their name out for a reason: a job, a family, a hospital, somebody who looks for them. A name
in one place undoes every other place where it was left out, and the files can be read by anybody.

Bad (front matter):

    credits: [{name: Marigold Example, role: author, as: anonymous}]

Bad (front matter):

    credits: [{name: Robin (real name Marigold Example), role: author, as: pseudonym}]

Bad (front matter):

    credits: [{role: author, as: named}]

Good (front matter):

    credits: [{role: author, as: anonymous}]

How to mend it

Somebody who is `anonymous` has no name in the credits: write the role alone. For a `pseudonym` write the
pseudonym alone. Who is behind it stands in your own register and nowhere else. Look for the name in the text, the
title, the rights, the translations and the names of files, and take it out there too. If the person does want to
be named, say so: `as: named`, and then with the name.

A name of two words or more is looked for everywhere in the resource. A single word (Rose) is looked for only
where nothing but a name can stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.checks.personal import MOST_FOUND, Passage, passages
from fingerpost.checks.places import file_name, with_answers
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import slug
from fingerpost.gate import public_name
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text
from fingerpost.library.front_matter import Place
from fingerpost.library.schema import Answer, Credit, Entry

ID = "FP308"
SEVERITY = Severity.ERROR
# What people write where there is no name.
NO_NAMES = frozenset({"anonymous", "anon", "unknown", "name withheld", "no name", "dienw", "anhysbys", "heb enw"})
REAL_NAME = re.compile(
    r"(?<!not )(?<!not her )(?<!not his )(?<!not their )(?<!nid )(?<!nid ei )"
    r"\b(?:real name|aka|also known as|writing as|writes as|born as|enw iawn|enw go iawn|yn ysgrifennu fel)\b"
    r"|\ba\.k\.a\.",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Credited:
    """A credit and where it stands."""

    text: Text
    place: Place
    credit: Credit

    def problem(self, message: Phrase, advice: Phrase) -> Problem:
        """Return a problem at this credit."""
        return Problem(ID, SEVERITY, self.text.path, self.text.line_of(*self.place), 1, message, advice)


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each credit that contradicts itself, and each place where a name stands that is not to be known."""
    credited = tuple(_credited(resource))
    for one in credited:
        yield from _contradiction(one)
    nameless = {_folded(one.credit.name): one.credit.name for one in credited if one.credit.name and _has_a_name(one)}
    if nameless:
        own = {(one.text.path, (*one.place, "name")) for one in credited if _has_a_name(one)}
        for name in nameless.values():
            yield from _elsewhere(resource, name, own)
            yield from _in_file_names(resource, name)
    yield from _pseudonyms_named(credited)


def _credited(resource: Resource) -> Iterator[Credited]:
    for entry in with_answers(resource):
        if isinstance(entry.meta, Entry | Answer):
            for number, credit in enumerate(entry.meta.credits):
                yield Credited(entry.main.source, ("credits", number), credit)
    for text in resource.texts:
        if text.translation:
            for key, credits in (("by", text.translation.by), ("reviewed_by", text.translation.reviewed_by)):
                for number, credit in enumerate(credits):
                    yield Credited(text, ("translation", key, number), credit)


def _contradiction(one: Credited) -> Iterator[Problem]:
    credit = one.credit
    if _has_a_name(one):
        yield one.problem(
            say("The credit says 'anonymous', and a name stands beside it ({name}).", name=_initial(credit.name)),
            _left_alone(one.place),
        )
    elif credit.shown in ("named", "pseudonym") and not credit.name:
        yield one.problem(
            say("Somebody is to be named here, and there is no name."),
            say("Add 'name', or write 'as: anonymous' if that is what they want."),
        )
    elif credit.shown == "pseudonym" and any(REAL_NAME.search(words or "") for words in (credit.name, credit.role)):
        yield one.problem(
            say("A real name seems to stand beside the pseudonym ({name}).", name=_initial(credit.name)),
            say("Write the pseudonym alone. Who is behind it stands in your own register and nowhere else."),
        )


def _left_alone(place: Place) -> Phrase:
    """How to write a credit without a name: makers keep their role, translators and readers stand in their block."""
    if place[0] != "translation":
        return say("Take the name out and leave the role: credits: [{role: author, as: anonymous}].")
    if place[1] == "by":
        return say("Take the name out. It is enough to write: by: [{as: anonymous}].")
    return say("Take the name out. It is enough to write: reviewed_by: [{as: anonymous}].")


def _elsewhere(resource: Resource, name: str, own: set[tuple[str, Place]]) -> Iterator[Problem]:
    alone = len(name.split()) == 1
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())) + r"(?!\w)", re.IGNORECASE)
    found = 0
    for passage in passages(resource):
        for match in pattern.finditer(passage.words):
            place = passage.place(match.start())
            if (passage.text.path, place) in own or (alone and not _is_a_name(passage, place, name)):
                continue
            yield Problem(
                ID,
                SEVERITY,
                passage.text.path,
                *passage.spot(match.start()),
                say("Somebody who chose not to be named is named here ({name}).", name=_initial(name)),
                say("Take the name out, here and wherever else it stands."),
            )
            found += 1
            if found == MOST_FOUND:
                return


def _is_a_name(passage: Passage, place: Place, name: str) -> bool:
    """Whether a value of the front matter holds names, and this one and nothing else."""
    if not place or place[-1] not in ("name", "holder"):
        return False
    end = passage.starts[passage.places.index(place)] + len(name)
    return passage.words[end : end + 1] in ("", "\n")


def _in_file_names(resource: Resource, name: str) -> Iterator[Problem]:
    wanted = slug(name)
    if "-" not in wanted:
        return
    paths = [path for entry in with_answers(resource) for path in entry.files if _holds(file_name(path), wanted)]
    if _holds(resource.slug, wanted):
        paths.append(resource.main.source.path)
    for path in paths:
        yield Problem(
            ID,
            SEVERITY,
            path,
            1,
            1,
            say("The name of somebody who chose not to be named is in the name of this file or folder."),
            say("Give it another name, and change what leads to it."),
        )


def _pseudonyms_named(credited: tuple[Credited, ...]) -> Iterator[Problem]:
    pseudonyms = {_folded(one.credit.name) for one in credited if one.credit.shown == "pseudonym" and one.credit.name}
    for one in credited:
        if one.credit.shown == "named" and one.credit.name and _folded(one.credit.name) in pseudonyms:
            yield one.problem(
                say("The same name is a pseudonym in another credit ({name}).", name=_initial(one.credit.name)),
                say("If it is one person, write 'as: pseudonym' here too."),
            )


def _has_a_name(one: Credited) -> bool:
    name = one.credit.name
    return bool(name) and public_name(one.credit) is None and _folded(name) not in NO_NAMES


def _holds(words: str, wanted: str) -> bool:
    return f"-{wanted}-" in f"-{slug(words)}-"


def _folded(name: str | None) -> str:
    return " ".join((name or "").casefold().split())


def _initial(name: str | None) -> str:
    return f"'{(name or '')[:1]}…'"
