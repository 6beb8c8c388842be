"""What a person is asked about a new resource, in the order in which it is asked: one row a question."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from fingerpost.intake.creating.choices import ACCESS, COSTS, LICENCES, MADE_BY, SCOPE, SHOWN, TYPES
from fingerpost.languages.phrases import NOTHING, Phrase, say
from fingerpost.library.kinds import ARCHIVE, DIRECTORY, PAGE, QUESTION, TOOLKIT, Kind

Answers = Mapping[str, Any]


class Sort(StrEnum):
    """What an answer is: words, several of them, one or several of a list, a day, a number, an address, a reference."""

    WORDS = "words"
    SEVERAL = "several"
    CHOICE = "choice"
    CHOICES = "choices"
    DAY = "day"
    NUMBER = "number"
    ADDRESS = "address"
    REFERENCE = "reference"
    LANGUAGES = "languages"


def _always(_answers: Answers) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its name (the option is the same, with hyphens), its words, what more can be said, what it takes.

    `choices` are what can be chosen, id to words; `vocabulary` names the list that holds them instead. `may_be_empty`
    says that nothing is an answer too. It is asked only where `asked_if` says so of what was answered before.
    """

    name: str
    asks: Phrase
    helps: Phrase
    sort: Sort = Sort.WORDS
    choices: Mapping[str, Phrase] | None = None
    vocabulary: str = ""
    may_be_empty: bool = False
    asked_if: Callable[[Answers], bool] = _always

    @property
    def option(self) -> str:
        """How the answer is given on the command line."""
        return f"--{self.name.replace('_', '-')}"


def _needs_consent(answers: Answers) -> bool:
    return answers.get("made_by") in ("lived-experience-led", "co-produced")


def _is_named(answers: Answers) -> bool:
    return answers.get("named") in ("named", "pseudonym", "group")


def _has_consent(answers: Answers) -> bool:
    return bool(answers.get("consent"))


SUMMARY = Question(
    "summary",
    say("In one sentence: what is it, and what does it help with?"),
    say("Readers see this in lists and in search, and choose by it. At most 200 letters."),
)
ABOUT = (
    Question(
        "topics",
        say("What is it about? One to four of these, with commas between."),
        say("Type the numbers or the words: 1, 4. The list is in docs/_vocabulary/topics.yml, and can be changed."),
        Sort.CHOICES,
        vocabulary="topics",
    ),
    Question(
        "stages",
        say("For people how far along? Leave it empty if that does not matter."),
        NOTHING,
        Sort.CHOICES,
        vocabulary="stages",
        may_be_empty=True,
    ),
    Question(
        "audiences",
        say("Who is it for? Leave it empty if it is for everybody."),
        NOTHING,
        Sort.CHOICES,
        vocabulary="audiences",
        may_be_empty=True,
    ),
    Question(
        "content_notes",
        say("Does it touch on any of these? Leave it empty if it does not."),
        say("A note then stands before the text, so that nobody comes upon it unprepared."),
        Sort.CHOICES,
        vocabulary="content-notes",
        may_be_empty=True,
    ),
)
MAKERS = (
    Question("made_by", say("Who made it?"), NOTHING, Sort.CHOICE, MADE_BY),
    Question(
        "named",
        say("How do its makers want to be named?"),
        say("It is theirs to choose. If you have not asked them yet, leave it for later."),
        Sort.CHOICE,
        SHOWN,
    ),
    Question(
        "by",
        say("Which name is to be shown?"),
        say("Only the name that readers may see. Never write the name behind a chosen one anywhere here."),
        asked_if=_is_named,
    ),
)
RIGHTS = (
    Question(
        "licence",
        say("What may others do with it?"),
        say("The licence stays with every copy that others have. Another one can be typed by its short name (SPDX)."),
        Sort.CHOICE,
        LICENCES,
    ),
    Question(
        "consent",
        say("Under which number is their agreement kept in your register? For example C-0012."),
        say("Only the number. Who they are, and how to reach them, is never written here."),
        Sort.REFERENCE,
        asked_if=_needs_consent,
    ),
    Question(
        "scope",
        say("Where did they agree that it may go? With commas between."),
        say("What is not named means no."),
        Sort.CHOICES,
        SCOPE,
        asked_if=_has_consent,
    ),
    Question(
        "agreed_until",
        say("Until which day did they agree? For example 2027-11-21. Leave it empty if they set none."),
        say("From the next day on it is left out of everything that is made."),
        Sort.DAY,
        may_be_empty=True,
        asked_if=_has_consent,
    ),
)
OF_TOOLKITS = (
    Question(
        "parts",
        say("Which parts does it have? Each with its sort, and semicolons between: activity: Arriving; handout: Notes"),
        say("Sorts: activity, handout, checklist, notes, poster. Each part becomes a file, and prints by itself."),
        Sort.SEVERAL,
        may_be_empty=True,
    ),
    Question("time", say("How many minutes does it take in all?"), NOTHING, Sort.NUMBER, may_be_empty=True),
)
OF_QUESTIONS = (
    Question(
        "answers",
        say("What are the answers called? At least two, with semicolons between."),
        say("More than one way is the point. Each answer becomes a file, and can have makers of its own."),
        Sort.SEVERAL,
    ),
)
OF_DIRECTORY = (
    Question("link", say("What is its address on the internet?"), NOTHING, Sort.ADDRESS),
    Question("offers", say("What does it offer?"), NOTHING, Sort.CHOICES, vocabulary="offers", may_be_empty=True),
    Question("where", say("Where?"), NOTHING, Sort.CHOICES, vocabulary="regions", may_be_empty=True),
    Question("cost", say("What does it cost?"), NOTHING, Sort.CHOICE, COSTS, may_be_empty=True),
    Question(
        "checked",
        say("On which day did somebody last see that all this is so? For example 2026-11-21."),
        say("After a year readers are told that it may be out of date."),
        Sort.DAY,
    ),
)
OF_ARCHIVE = (
    Question("work_title", say("What is the work called, as it was published?"), NOTHING),
    Question(
        "creators",
        say("Who made the work, as they are named on it? With semicolons between."),
        NOTHING,
        Sort.SEVERAL,
        may_be_empty=True,
    ),
    Question("work_type", say("What sort of work is it?"), NOTHING, Sort.CHOICE, TYPES),
    Question(
        "work_date",
        say("When was it published? 1986, or 1986~ for about then, or 198X for some time in those ten years."),
        NOTHING,
        may_be_empty=True,
    ),
    Question("publisher", say("Who published it?"), NOTHING, may_be_empty=True),
    Question(
        "work_languages",
        say("In which languages is it? Their codes, with commas between: en, cy"),
        NOTHING,
        Sort.LANGUAGES,
    ),
    Question("link", say("Where is it on the internet?"), NOTHING, Sort.ADDRESS, may_be_empty=True),
    Question("access", say("How can it be had?"), NOTHING, Sort.CHOICE, ACCESS, may_be_empty=True),
    Question(
        "seen_in",
        say("In which record of the archive did you see these facts? Leave it empty if in the work itself."),
        say("The name of its folder in docs/archive."),
        may_be_empty=True,
    ),
    Question(
        "licence",
        say("What may others do with the work?"),
        say("Another licence can be typed by its short name (SPDX), or a statement of RightsStatements.org: UND, NKC."),
        Sort.CHOICE,
        LICENCES,
    ),
    Question("holder", say("Who holds the rights?"), NOTHING, may_be_empty=True),
)
OWN: Mapping[str, tuple[Question, ...]] = {
    TOOLKIT.name: OF_TOOLKITS,
    QUESTION.name: OF_QUESTIONS,
    DIRECTORY.name: OF_DIRECTORY,
    ARCHIVE.name: OF_ARCHIVE,
}


def questions_for(kind: Kind) -> tuple[Question, ...]:
    """Return what is asked about a new resource of a kind, in order."""
    if kind is PAGE:
        return (SUMMARY,)
    if kind is ARCHIVE:  # a record is put together from what is published, its rights are the work's, and nobody's
        makers = tuple(one for one in MAKERS if one.name != "made_by")  # consent is needed for it
        return (SUMMARY, *OF_ARCHIVE, *ABOUT, *makers)
    return (SUMMARY, *OWN.get(kind.name, ()), *ABOUT, *MAKERS, *RIGHTS)


def every_question() -> tuple[Question, ...]:
    """Return every question that there is, each name once: those are the command's options."""
    rows = (SUMMARY, *ABOUT, *MAKERS, *RIGHTS, *(one for several in OWN.values() for one in several))
    return tuple({row.name: row for row in rows}.values())
