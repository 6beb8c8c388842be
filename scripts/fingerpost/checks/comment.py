"""The report as an answer to a change, in Markdown as GitHub shows it, in the languages of the files changed."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote

from fingerpost.checks.catalogues import catalogue_for, known_languages
from fingerpost.checks.formats import Catalogue, words_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.report import Report
from fingerpost.checks.wording import printable
from fingerpost.languages.phrases import SOURCE_LANGUAGE, Phrase, in_words_of, say

# By this line the answer before is known and replaced, so that there is only ever one.
MARK = "<!-- fingerpost: answer -->"
# GitHub takes 65,536 characters; a link to the lines that are left out has to fit as well.
MOST = 60_000
LANGUAGE = re.compile(r"\.([a-z]{2,3})\.md$")
# What CommonMark or GitHub could take for markup in the middle of a line.
MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$:-])")
# GitHub makes a mention, a reference or a link of these, behind a backslash too: an invisible letter holds them apart.
APART = re.compile(r"(?<=[@#])(?=\w)|(?<=//)(?=\w)|(?<=www)(?=\\?\.)|(?<=GH)(?=\\?-)", re.IGNORECASE)
WORD_JOINER = "\N{WORD JOINER}"
OTHERS = say("In other files, something no longer fits because of this change:")
HOW_TO_MEND = say(
    "To mend something here on the website: open 'Files changed', then the three dots beside the file, then "
    "'Edit file'. Save, and this answer is made again. If anything is unclear, ask in a comment."
)
WHO_WROTE_THIS = say(
    "A program wrote this, and writes it anew whenever the change is changed. It knows rules, not people."
)
MORE = say("There is more than fits here. The rest is told when these are mended.")
FOLDS = {
    Severity.WARNING: say("Worth a look; nothing is held back because of it"),
    Severity.NOTICE: say("Good to know"),
}


def language_of(path: str) -> str:
    """Return the language of a file by its name, where the checks speak it; the source language for any other."""
    match = LANGUAGE.search(path)
    return match[1] if match and match[1] in known_languages() else SOURCE_LANGUAGE


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody changed: the paths of the files, and the address under which a line of one can be seen.

    `seen_at` is the beginning of that address, to which a path is added; empty where there is none.
    """

    files: Sequence[str]
    seen_at: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the files, that with most files first; the source language where none has any."""
        found = [language_of(file) for file in self.files if LANGUAGE.search(file)]
        return tuple(sorted(set(found), key=lambda one: (-found.count(one), one))) or (SOURCE_LANGUAGE,)

    def language_of(self, path: str) -> str:
        """Return the language in which to speak of a file: its own, or else the first of the change."""
        own = language_of(path)
        return own if own in self.languages and LANGUAGE.search(path) else self.languages[0]


def as_comment(report: Report, elsewhere: Report, change: Change) -> str:
    """Return an answer to a change: what the checks found in its files, and what it broke in other files.

    The words that a file holds cannot do anything in it: no mention, no link, no markup. Each problem is told in the
    language of its file, and what is said to the person in each language of the change. What does not fit GitHub's
    limit of a comment is left for later, and it says so. Raises nothing.
    """
    errors = [problem for problem in report.problems if problem.severity is Severity.ERROR]
    broken = [problem for problem in elsewhere.problems if problem.severity is Severity.ERROR]
    parts = [MARK, *(f"**{words}**" for words in _each(change, _greeting(len(errors) + len(broken))))]
    parts += _files(errors, change)
    if broken:
        parts += [*_each(change, OTHERS), *_files(broken, change)]
    for severity, heading in FOLDS.items():
        milder = [problem for problem in report.problems if problem.severity is severity]
        parts += _folded(heading, milder, change)
    if errors or broken:
        parts += _each(change, HOW_TO_MEND)
    parts += ["---", *(f"<sub>{words}</sub>" for words in _each(change, WHO_WROTE_THIS))]
    return _fitting("\n\n".join(parts) + "\n", change)


def _each(change: Change, phrase: Phrase) -> list[str]:
    return [in_words_of(phrase, catalogue_for(language)) for language in change.languages]


def _greeting(count: int) -> Phrase:
    if not count:
        return say("Thank you. Nothing here has to be mended. A person reads it before it is published.")
    if count == 1:
        return say("Thank you. There is one thing to mend before this can be published.")
    return say("Thank you. There are {count} things to mend before this can be published.", count=count)


def _files(problems: Iterable[Problem], change: Change) -> Iterator[str]:
    for path, group in groupby(problems, key=lambda problem: problem.path):
        catalogue = catalogue_for(change.language_of(path))
        rows = "\n".join(_row(problem, change, catalogue) for problem in group)
        yield f"**{_harmless(path)}**\n\n{rows}"


def _row(problem: Problem, change: Change, catalogue: Catalogue) -> str:
    line = in_words_of(say("line {number}", number=problem.line), catalogue)
    if change.seen_at:
        line = f"[{line}]({change.seen_at}{quote(problem.path.encode('utf-8', 'replace'))}#L{problem.line})"
    return f"- {line}: {_harmless(words_of(problem, catalogue))} ({problem.id})"


def _folded(heading: Phrase, problems: Sequence[Problem], change: Change) -> Iterator[str]:
    if not problems:
        return
    yield f"<details><summary>{' · '.join(_each(change, heading))}: {len(problems)}</summary>"
    yield from _files(problems, change)
    yield "</details>"


def _harmless(text: str) -> str:
    return APART.sub(WORD_JOINER, MARKUP.sub(r"\\\1", printable(text)))


def _fitting(whole: str, change: Change) -> str:
    if len(whole) <= MOST:
        return whole
    kept = whole[:MOST].rsplit("\n", 1)[0]
    unfolded = "\n\n</details>" if kept.count("<details>") > kept.count("</details>") else ""
    more = "\n\n".join(_each(change, MORE))
    return f"{kept}{unfolded}\n\n{more}\n"
