"""A sentence of an Easy Read version is longer than 15 words.

Why it matters

Easy Read is for people with a learning disability, and helps many others. Each sentence holds one idea, in 10 to
15 words at most (UK Government, Disability Unit: "Accessible communication formats", Easy Read and Makaton).

Bad (file docs/guides/example/easy.en.md):

    ---
    title: Plants
    ---

    ![A glass of water](leaf.svg)

    Plants need water and they need light, and in the summer they need water two times every week.

Good (file docs/guides/example/easy.en.md):

    ---
    title: Plants
    ---

    ![A glass of water](leaf.svg)

    Plants need water. In the summer they need water 2 times a week.

How to mend it

Look for "and", "but", "because" and "which" (in Welsh "a", "ond", "achos", "sydd"): often a new sentence can begin
there. Say one thing in each sentence, and leave out what people can do without.
"""

from collections.abc import Iterator

from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import prose, sentences
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import say
from fingerpost.library import Library, Resource

ID = "FP412"
SEVERITY = Severity.WARNING
MOST_WORDS = 15


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each sentence of an Easy Read version that has too many words."""
    for text in resource.easy.texts.values() if resource.easy else ():
        for block in prose(text.body):
            for sentence in sentences(block):
                if sentence.words > MOST_WORDS:
                    yield Problem(
                        ID,
                        SEVERITY,
                        text.path,
                        in_file(text, sentence.line),
                        1,
                        say(
                            "{sentence} has {count} words, and in Easy Read 15 are the most.",
                            count=sentence.words,
                            sentence=shown(sentence.text),
                        ),
                        say("Make two sentences of it, with one idea in each."),
                    )
