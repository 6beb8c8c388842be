"""Every check there is. A new one is a new file and a new row here; an id is never used again."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from fingerpost.checks import (
    broken_front_matter,
    broken_interface_words,
    broken_link,
    consent_missing,
    document_that_can_run,
    email_in_text,
    file_too_large,
    heading_levels,
    heavy_file,
    interface_words_not_translated,
    link_to_another_language,
    link_unreadable_on_paper,
    misplaced_file,
    missing_alt_text,
    missing_front_matter,
    missing_key,
    not_what_its_name_says,
    nothing_to_publish,
    original_missing_or_double,
    picture_too_coarse_for_print,
    stale_translation,
    table_too_wide_for_paper,
    too_few_answers,
    translation_repeats_shared,
    unclear_withdrawal,
    unknown_key,
    unknown_licence,
    unknown_source,
    unknown_term,
    unreadable_file,
    unsafe_html,
    unsafe_name,
    unused_file,
    vocabulary_gaps,
    withdrawn_returned,
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
    consent_missing,  # FP301
    unknown_licence,  # FP302
    email_in_text,  # FP303
    heading_levels,  # FP401
    missing_alt_text,  # FP402
    broken_link,  # FP501
    unsafe_html,  # FP502
    unsafe_name,  # FP503
    link_to_another_language,  # FP504
    unused_file,  # FP505
    file_too_large,  # FP506
    heavy_file,  # FP507
    not_what_its_name_says,  # FP508
    document_that_can_run,  # FP509
    link_unreadable_on_paper,  # FP701
    table_too_wide_for_paper,  # FP702
    picture_too_coarse_for_print,  # FP703
    withdrawn_returned,  # FP901
    vocabulary_gaps,  # FP902
    nothing_to_publish,  # FP903
    broken_interface_words,  # FP904
    interface_words_not_translated,  # FP905
    unclear_withdrawal,  # FP906
)
