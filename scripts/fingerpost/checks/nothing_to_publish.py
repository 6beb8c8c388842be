"""There is no folder `docs/`, or no resource in it.

Why it matters

A site with nothing in it helps nobody. Most often the command was run in the wrong folder.

Bad (without docs):

Good (file docs/guides/plants/index.en.md):

    ---
    title: More about plants
    summary: What else plants need.
    topics: [wellbeing]
    credits: [{name: Example Group, role: author, as: group}]
    made_by: compiled
    published: 2026-11-21
    rights: {licence: CC-BY-SA-4.0, holder: Example Group}
    ---

    Light.

How to mend it

Run the command in the folder that holds `docs/`, or name that folder with `--root`. In a new collection,
add a first resource: a folder such as `docs/guides/looking-after-plants/` with a file `index.en.md` in it.
"""

from collections.abc import Iterator

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.languages.phrases import say
from fingerpost.library import Library
from fingerpost.library.kinds import KINDS

ID = "FP903"
SEVERITY = Severity.ERROR
FAULTS = ("nothing-here",)


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield that there is nothing, unless something is there that can't be read: that is said elsewhere."""
    folders = tuple(f"docs/{kind.folder}" for kind in KINDS)
    # Where everything was withdrawn, the pages that say so still have to be made.
    empty = (
        not library.listed
        and not library.ledger
        and not any(fault.path.startswith(folders) for fault in library.faults)
    )
    if not empty and not any(faults_of(library, FAULTS)):
        return
    if (library.root / "docs").is_dir():
        message = say("There is no resource in the folder docs, so there is nothing to publish.")
        file = f"docs/guides/looking-after-plants/index.{library.site.codes[0]}.md"
        advice = say("Add a first one, such as {file}.", file=file)
    else:
        message = say("There is no folder docs here, so there is nothing to publish.")
        advice = say("Run the command in the folder that holds docs, or name that folder with --root.")
    yield Problem(ID, SEVERITY, "docs", 1, 1, message, advice)
