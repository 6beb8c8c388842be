"""What the files beside a text carry besides what they show, in words. Nothing of what was found is repeated:
what the checks say stands in public logs."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from fingerpost.checks.contents import size_of
from fingerpost.checks.file_too_large import MOST
from fingerpost.checks.not_what_its_name_says import amiss
from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import Phrase, say, together
from fingerpost.library import Library, Resource
from fingerpost.metadata import Sort, Trace, look

# What a file with a trace of each sort tells.
MESSAGES: Mapping[Sort, Phrase] = {
    Sort.LOCATION: say("This file says where it was made."),
    Sort.OWNER: say("This file names the person who made or changed it."),
    Sort.COMPANY: say("This file names an organisation."),
    Sort.DEVICE: say("This file says with which device it was made."),
    Sort.THUMBNAIL: say("This file holds a small copy of itself, which may show what was cut away or covered later."),
    Sort.COMMENT: say("This file holds remarks that are not shown."),
    Sort.TRACKED_CHANGES: say("This file holds tracked changes: what was crossed out, when and by whom."),
    Sort.EDITOR_DATA: say("This file holds notes of the program it was made with."),
    Sort.HISTORY: say("This file holds earlier versions of itself, or the record of how it was made."),
    Sort.HIDDEN: say("This file holds something that is not shown."),
    Sort.ATTACHMENT: say("There are other files inside this file."),
    Sort.CUSTOM: say("This file holds properties that somebody has added."),
    Sort.UNREADABLE: say("This file can't be looked into, so nobody knows what it tells."),
}
# What a person does about what can't be taken out for them.
BY_HAND: Mapping[Sort, Phrase] = {
    Sort.TRACKED_CHANGES: say("Accept or refuse all changes in the program that you write with, and save it again."),
    Sort.COMMENT: say("Delete all comments in the program that you write with, and save it again."),
    Sort.ATTACHMENT: say(
        "Take them out in the program that made it, or put them beside this file under their own names."
    ),
    Sort.HIDDEN: say("Delete what is hidden in the program that made it, and save it again."),
    Sort.UNREADABLE: say("Open it in the program that made it, and save it again without a password."),
}
OTHERWISE = say("Take this out in the program that made it, and save it again.")
FIX = say("Run fingerpost check --fix: it takes this out of the file and changes nothing else.")


def hidden_in(
    resource: Resource, library: Library, endings: Collection[str], id: str, severity: Severity
) -> Iterator[Problem]:
    """Yield what a resource's files with these endings carry: what `--fix` takes out, and what only a person can."""
    for path in resource.files:
        if PurePosixPath(path).suffix.lower() not in endings:
            continue
        if size_of(library.root / path) > MOST:
            continue  # said by FP506, and not read: it may not fit into the memory
        try:
            traces = look(path, (library.root / path).read_bytes())
        except OSError:
            continue  # taken away since it was listed
        taken_out = [trace for trace in traces if trace.strippable]
        if taken_out:
            yield Problem(id, severity, path, 1, 1, told(taken_out), FIX)
        by_hand = [trace for trace in traces if not trace.strippable]
        if by_hand == [Trace(Sort.UNREADABLE)] and amiss(library.root / path):
            continue  # it is something else than its ending says: that is said by FP508
        if by_hand:
            yield Problem(
                id,
                severity,
                path,
                1,
                1,
                told(by_hand),
                together(*(BY_HAND.get(sort, OTHERWISE) for sort in _sorts(by_hand))),
            )


def told(traces: Collection[Trace]) -> Phrase:
    """Return in sentences what a file carries, each sort once."""
    return together(*(MESSAGES[sort] for sort in _sorts(traces)))


def _sorts(traces: Collection[Trace]) -> list[Sort]:
    there = {trace.sort for trace in traces}
    return [sort for sort in Sort if sort in there]
