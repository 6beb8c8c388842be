"""A recording has no transcript, or a film has no captions.

Why it matters

Some people do not hear, some are in a place that is too quiet or too loud, and some hold the page on paper. They
have only what is written (WCAG 2.2, 1.2.1 to 1.2.3). Search, too, finds only what is written.

Bad (body):

    Listen to [two people talking about plants](https://example.org/plants.mp3).

Good (body):

    Listen to [two people talking about plants](https://example.org/plants.mp3).

    ## Transcript

    First speaker: How often do you water yours?

How to mend it

Write down what is said, and what else can be heard or seen. Put it under a heading "Transcript" ("Trawsgrifiad"),
or in a file beside the recording with the same name: `talk.mp3` and `talk.txt`. Where there is one for each
language, name them like this: `talk.en.txt`. A film needs captions too, in a file with the same name that ends in
`.vtt` or `.srt`. Captions made by a machine have to be read and mended by a person. Captions also count as a
transcript.
"""

import re
from collections.abc import Iterable, Iterator

from fingerpost.checks.headings import find_headings
from fingerpost.checks.link_texts import link_texts
from fingerpost.checks.places import file_name, in_file, links
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text
from fingerpost.library.links import resolve

ID = "FP409"
SEVERITY = Severity.ERROR
FILM = (".mp4", ".webm")
RECORDING = (".mp3", ".ogg", *FILM)
CAPTIONS = frozenset({"vtt", "srt"})
TRANSCRIPT = CAPTIONS | {"txt"}
# English; Welsh with its mutations.
SAYS_TRANSCRIPT = re.compile(r"\b(?:transcripts?|(?:t|d|th|nh)rawsgrifiad(?:au)?)\b", re.IGNORECASE)

Place = tuple[str, int, int]


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each recording, linked or beside a text, whose words can't be read, and each film without captions."""
    recordings = {file for file in resource.files if _is(file, RECORDING)}
    linked: set[str] = set()
    for text in resource.texts:
        has_transcript: bool | None = None
        for link in links(text.body):
            if not _is(link.path, RECORDING):
                continue
            if has_transcript is None:
                has_transcript = _has_transcript(text)
            file = (resolve(link.path, text.path) if link.inside else None) or link.path
            linked.add(file)
            place = text.path, in_file(text, link.line), link.column
            yield from _amiss(file, resource.files, place, written=has_transcript, ours=file in recordings)
    for file in sorted(recordings - linked):
        yield from _amiss(file, resource.files, (file, 1, 1), written=False, ours=True)


def _is(path: str, kinds: tuple[str, ...]) -> bool:
    return path.lower().endswith(kinds)


def _has_transcript(text: Text) -> bool:
    headings = (heading.text for heading in find_headings(text.body))
    said = (link.words for link in link_texts(text.body) if not _is(link.target, RECORDING))
    return any(SAYS_TRANSCRIPT.search(words) for words in (*headings, *said))


def _amiss(file: str, beside: Iterable[str], place: Place, *, written: bool, ours: bool) -> Iterator[Problem]:
    kinds = _kinds_beside(file, beside)
    name = shown(file_name(file))
    if not written and not kinds & TRANSCRIPT:
        yield _problem(
            place,
            say("What is said in {file} can't be read anywhere.", file=name),
            say("Write it down under a heading 'Transcript' ('Trawsgrifiad'), or in a .txt file with the same name."),
        )
    # What lies elsewhere may have its captions inside it.
    if ours and _is(file, FILM) and not kinds & CAPTIONS:
        yield _problem(
            place,
            say("The film {file} has no captions.", file=name),
            say("Put a file with captions beside it, with the same name and .vtt or .srt at the end."),
        )


def _kinds_beside(file: str, beside: Iterable[str]) -> set[str]:
    """Return the endings of the files with this one's name, also with a language in it: `talk.en.vtt`."""
    stem = file.rsplit(".", 1)[0]
    rests = (other.removeprefix(f"{stem}.") for other in beside if other.startswith(f"{stem}."))
    return {rest.rsplit(".", 1)[-1].lower() for rest in rests if rest.count(".") <= 1}


def _problem(place: Place, message: Phrase, advice: Phrase) -> Problem:
    return Problem(ID, SEVERITY, *place, message, advice)
