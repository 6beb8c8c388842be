"""A whole text asks for more years of school than many people have had, or feel they have on a bad day.

Why it matters

Words here should reach people who are tired, unwell, new to the language or not used to reading much. GOV.UK
writes for a reading age of 9. Here a text is pointed out from a reading age of 15.

Bad (file docs/pages/about.en.md):

    ---
    title: About
    ---

    Comprehensive horticultural interventions facilitate considerable organisational transformation throughout
    participating communities. Interdisciplinary collaboration between experienced practitioners encourages
    sustainable cultivation methodologies. Environmental considerations necessitate appropriate irrigation
    infrastructure, particularly during unseasonably elevated temperatures. Participants subsequently demonstrate
    increased understanding regarding photosynthesis, pollination and decomposition. Accordingly, administrators
    recommend continuous professional development opportunities. Additional recommendations concerning fertilisation
    procedures accompany supplementary documentation. Contemporary horticultural publications substantiate these
    observations, notwithstanding methodological limitations. Experimental investigations demonstrated considerable
    improvements following systematic applications. Nevertheless, administrative responsibilities occasionally
    overwhelm inexperienced practitioners. Organisational representatives therefore recommend proportionate
    administrative arrangements. Comprehensive documentation facilitates successful implementation everywhere.
    Professional development opportunities encourage experienced practitioners considerably. Complementary
    educational materials are available throughout participating organisations, and representatives disseminate
    supplementary information periodically.

Good (file docs/pages/about.en.md):

    ---
    title: About
    ---

    This is about plants, and about people who look after them. Water them once a week. In summer they need more
    water than that. Put them where there is light, but not in the full sun at noon. Some plants like shade, and
    they do well in the corner of a room. If a leaf turns yellow, you may have given too much water. If it turns
    brown at the edge, you may have given too little. Take off dead leaves with your hand. Turn the pot round each
    week, so that all sides of the plant get light. When roots come out at the bottom, the plant needs a larger
    pot. Ask a friend to water your plants when you go away.

How to mend it

Begin with the longest sentences: make two of each. Then look for long words, and use the short ones that you
would say aloud. Read the text to somebody, and change what makes them stop. In English the reading age is
worked out from the length of words and sentences (the Automated Readability Index of 1967, by textstat). That
is a rough measure, and names count too. For Welsh nobody has tested such a measure. So only the length of its
sentences and words is looked at, and what is said of it is less sure. A text of fewer than 100 words is not judged,
and nor are quotations.
"""

import re
from collections.abc import Iterator

from fingerpost.checks.places import in_file
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.prose import Sentence, Sort, plain, prose, sentences
from fingerpost.checks.wording import listed
from fingerpost.languages import Phrase, say
from fingerpost.library import Library, Resource, Text

ID = "FP602"
SEVERITY = Severity.WARNING
FEWEST_WORDS = 100
MOST_CHARACTERS = 200_000
MOST_BLOCKS = 2_000  # what is not hard by then is not hard
# Measured on our own collection (2026-11, 58 English texts of 100 words or more): reading ages from 7 to 14, in the
# middle 9. Welsh: 5.9 to 17.3 words in a sentence, 4.0 to 5.3 characters in a word.
HIGHEST_AGE = 14
AGE_AT_GRADE_NOUGHT = 5
GROWN_UP = 18  # beyond it the years mean nothing
# Our own estimate and textstat's figure were never more than 0.7 apart there.
ESTIMATE_MARGIN = 1
MOST_WORDS_IN_WELSH = 20
MOST_CHARACTERS_IN_WELSH = 6
# With these, the formula below gives a reading age of 11.
SURELY_SHORT = 14
SURELY_SHORT_WORDS = 4.4
ENDS = (". ", ".\n", "? ", "?\n")
STOPS = re.compile(r"[.!?]{1,9}")


def check(resource: Resource, _library: Library) -> Iterator[Problem]:
    """Yield each text of at least 100 words whose reading age (English) or length (Welsh) is above the limit."""
    for text in resource.texts:
        if text.language not in ("en", "cy") or len(text.body) < FEWEST_WORDS * 2 or _is_easy(text.body):
            continue
        found = [
            sentence
            for block in prose(text.body)[:MOST_BLOCKS]
            if block.sort is not Sort.QUOTE
            for sentence in sentences(block)
        ]
        words = sum(sentence.words for sentence in found)
        if words >= FEWEST_WORDS:
            message = _english(found, words) if text.language == "en" else _welsh(found, words)
            if message:
                yield Problem(ID, SEVERITY, text.path, in_file(text, found[0].line), 1, message, _advice(text, found))


def _is_easy(body: str) -> bool:
    """Whether a text is so far below the limits that its sentences need not be told apart: most are."""
    shown = plain(body)
    words = shown.count(" ") + shown.count("\n")
    ends = sum(map(shown.count, ENDS)) + 1
    in_a_sentence, in_a_word = words / ends, len(shown) / (words + 1) - 1
    return in_a_sentence < SURELY_SHORT and in_a_word < SURELY_SHORT_WORDS


def _english(found: list[Sentence], words: int) -> Phrase | None:
    estimate = 4.71 * _characters_in_a_word(found, words) + 0.5 * words / len(found) - 21.43
    if estimate + AGE_AT_GRADE_NOUGHT < HIGHEST_AGE - ESTIMATE_MARGIN:
        return None
    age = reading_age(found)
    if age > GROWN_UP:
        return say("This text is as hard to read as one for students at a university.")
    return say("This text asks for a reading age of about {age}.", age=age) if age > HIGHEST_AGE else None


def reading_age(found: list[Sentence]) -> int:
    """Return the age in years at which English sentences can be read, by the Automated Readability Index.

    Smith and Senter, Automated Readability Index, 1967: it gives a grade of American schools, which begin at 5.
    Of textstat's formulas it is the one that counts no syllables, and so looks into no dictionary.
    """
    import textstat  # 0.1 s that only texts near the limit have to wait for

    flat = " ".join(f"{STOPS.sub('', sentence.text)}." for sentence in found)
    grade = float(textstat.automated_readability_index(flat[:MOST_CHARACTERS]))
    return round(grade) + AGE_AT_GRADE_NOUGHT


def _welsh(found: list[Sentence], words: int) -> Phrase | None:
    in_a_sentence = words / len(found)
    if in_a_sentence > MOST_WORDS_IN_WELSH:
        return say(
            "The sentences here have {count} words on average, which makes Welsh hard to read.",
            count=round(in_a_sentence),
        )
    if _characters_in_a_word(found, words) > MOST_CHARACTERS_IN_WELSH:
        return say("Many words here are long, which makes Welsh hard to read.")
    return None


def _characters_in_a_word(found: list[Sentence], words: int) -> float:
    return sum(len(sentence.text) - sentence.text.count(" ") for sentence in found) / words


def _advice(text: Text, found: list[Sentence]) -> Phrase:
    longest = sorted(found, key=lambda sentence: (-sentence.words, sentence.line))[:3]
    lines = sorted({in_file(text, sentence.line) for sentence in longest})
    if len(lines) == 1:
        return say("Shorter sentences and words help most. The longest sentences are on line {line}.", line=lines[0])
    return say(
        "Shorter sentences and words help most. The longest sentences begin on lines {lines}.",
        lines=listed(str(line) for line in lines),
    )
