"""A list of terms is missing, or holds an entry that can't be read or has no label in one of the site's languages.

Why it matters

Readers know topics, stages and content notes by their labels. Where one is missing, readers in that language meet
a word in another, in the middle of their own.

Bad (without docs/_vocabulary/regions.yml):

Bad (file docs/_vocabulary/regions.yml):

    - id: wales
      label: {en: Wales}
    - id: online
      label: {en: Online, cy: Ar-lein}

Good (file docs/_vocabulary/regions.yml):

    - id: wales
      label: {en: Wales, cy: Cymru}
    - id: online
      label: {en: Online, cy: Ar-lein}

How to mend it

Each list of terms (vocabulary) is a file in `docs/_vocabulary/`. A term has an id in small letters, digits and
hyphens, and a label in every language of the site. Copy an entry that works, and change what it says. If a file is
missing, bring it back: an empty list is written `[]`.
"""

from collections.abc import Iterator, Mapping

from fingerpost.checks.places import faults_of
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import did_you_mean, listed, reason, shown
from fingerpost.languages.phrases import Phrase, say, together
from fingerpost.library import Fault, Library
from fingerpost.library.kinds import LISTED
from fingerpost.library.vocabulary import Term, Vocabulary

ID = "FP902"
SEVERITY = Severity.ERROR
FAULTS = ("no-vocabulary", "vocabulary-not-a-list", "vocabulary-entry")


def check_collection(library: Library) -> Iterator[Problem]:
    """Yield what is missing from the vocabularies, and what in them can't be read."""
    for fault in faults_of(library, FAULTS):
        message, advice = _words(fault, library)
        yield Problem(ID, SEVERITY, fault.path, fault.line, fault.column, message, advice)
    for vocabulary in library.vocabularies.values():
        for term in vocabulary.terms.values():
            for message, advice in [*_labels(term, library), *_shows(term, library), *_exit(term, vocabulary)]:
                yield Problem(ID, SEVERITY, vocabulary.path, vocabulary.lines[term.id], 1, message, advice)


def _words(fault: Fault, library: Library) -> tuple[Phrase, Phrase]:
    form = f"- {{id: a-short-name, label: {{{', '.join(f'{code}: …' for code in library.site.codes)}}}}}"
    if fault.code == "no-vocabulary":
        return (
            say("The vocabulary {name} is missing.", name=shown(fault.detail["name"])),
            say("Bring the file {file} back. Write each entry like this: {example}", file=fault.path, example=form),
        )
    if fault.code == "vocabulary-not-a-list":
        return say("This vocabulary is not a list."), say("Begin each entry with a hyphen: {example}", example=form)
    if fault.detail["why"] == "appears twice":
        return say("{word} stands in this list twice.", word=shown(fault.detail["key"])), say("Keep one of the two.")
    why = reason(fault.detail["key"], fault.detail["why"])
    return say("This entry can't be read: {why}.", why=why), say("Write it like this: {example}", example=form)


def _labels(term: Term, library: Library) -> Iterator[tuple[Phrase, Phrase]]:
    for language in library.site.languages:
        if not term.label.get(language.code, "").strip():
            yield (
                say("{word} has no label in this language: {language}.", word=shown(term.id), language=language.name),
                say("Add one to its label: {example}", example=f"{language.code}: …"),
            )


def _shows(term: Term, library: Library) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield what is amiss with the terms that a way on the home page shows."""
    if not term.shows:
        return
    known: Mapping[str, list[str]] = {
        "topics": list(library.vocabularies["topics"].terms) if "topics" in library.vocabularies else [],
        "stages": list(library.vocabularies["stages"].terms) if "stages" in library.vocabularies else [],
        "kinds": [kind.folder for kind in LISTED],
    }
    for field, words in known.items():
        for word in getattr(term.shows, field):
            if words and word not in words:
                yield (
                    say("{way} shows {word}, and there is none such.", way=shown(term.id), word=f"{field}: {word}"),
                    together(did_you_mean(word, words), say("There are these: {words}.", words=listed(words))),
                )


def _exit(term: Term, vocabulary: Vocabulary) -> Iterator[tuple[Phrase, Phrase]]:
    """Yield a term that is to give pages the way to leave at once, and is no topic: nothing would come of it."""
    if term.exit and vocabulary.name != "topics":
        yield (
            say("{word} has the line 'exit', which only topics can have.", word=shown(term.id)),
            say("Take it out here. Write 'exit: true' at the top of each resource that needs it, or at its topic."),
        )
