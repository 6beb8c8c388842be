"""Every check there is. A new one is a new file and a new row here; an id is never used again."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from fingerpost.checks import (
    broken_front_matter,
    broken_letters,
    broken_link,
    consent_missing,
    draft_without_a_reader,
    email_in_text,
    heading_levels,
    label_not_translated,
    machine_translation_marked_reviewed,
    misplaced_file,
    missing_alt_text,
    missing_front_matter,
    missing_key,
    nothing_to_publish,
    original_missing_or_double,
    passage_left_untranslated,
    read_by_its_own_translator,
    reviewed_by_nobody,
    stale_translation,
    text_in_another_language,
    too_few_answers,
    translation_differs_in_structure,
    translation_repeats_shared,
    unknown_key,
    unknown_licence,
    unknown_source,
    unknown_term,
    unreadable_file,
    unsafe_html,
    unsafe_name,
    vocabulary_gaps,
    withdrawn_returned,
    wrong_apostrophes,
    wrong_value,
)
from fingerpost.checks.problem import Problem, Severity
from fingerpost.library import Library, Resource


@runtime_checkable
class ResourceCheck(Protocol):
    """A module that looks at one resource, its parts and its answers at a time."""

    ID: str
    SEVERITY: Severity

    def check(self, resource: Resource, library: Library, /) -> Iterator[Problem]:
        """Yield what is amiss with the resource."""


@runtime_checkable
class CollectionCheck(Protocol):
    """A module that looks at the whole collection at once: faults of reading, vocabularies, the ledger."""

    ID: str
    SEVERITY: Severity

    def check_collection(self, library: Library, /) -> Iterator[Problem]:
        """Yield what is amiss with the collection."""


Check = ResourceCheck | CollectionCheck

# Errors that appear on their day without anybody having changed a file. `check` reports them as errors; `build` goes
# on, because the gate already keeps back what has to be kept back, and the copy online has to be replaced.
BY_TIME_ALONE = frozenset({"FP111", "FP304"})

CHECKS: tuple[Check, ...] = (
    unreadable_file,  # FP101
    missing_front_matter,  # FP102
    broken_front_matter,  # FP103
    unknown_key,  # FP104
    missing_key,  # FP105
    wrong_value,  # FP106
    misplaced_file,  # FP107
    unknown_term,  # FP112
    too_few_answers,  # FP114
    unknown_source,  # FP115
    original_missing_or_double,  # FP201
    translation_repeats_shared,  # FP202
    stale_translation,  # FP203
    draft_without_a_reader,  # FP204
    machine_translation_marked_reviewed,  # FP205
    reviewed_by_nobody,  # FP206
    text_in_another_language,  # FP207
    passage_left_untranslated,  # FP208
    broken_letters,  # FP209
    wrong_apostrophes,  # FP210
    label_not_translated,  # FP211
    translation_differs_in_structure,  # FP212
    read_by_its_own_translator,  # FP213
    consent_missing,  # FP301
    unknown_licence,  # FP302
    email_in_text,  # FP303
    heading_levels,  # FP401
    missing_alt_text,  # FP402
    broken_link,  # FP501
    unsafe_html,  # FP502
    unsafe_name,  # FP503
    withdrawn_returned,  # FP901
    vocabulary_gaps,  # FP902
    nothing_to_publish,  # FP903
)
