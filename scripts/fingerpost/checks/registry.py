"""Every check there is. A new one is a new file and a new row here; an id is never used again."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from fingerpost.checks import (
    broken_front_matter,
    broken_link,
    clashing_ids,
    consent_missing,
    email_in_text,
    exception_without_effect,
    facts_not_confirmed_lately,
    heading_levels,
    impossible_order_of_dates,
    long_summary,
    misplaced_file,
    missing_alt_text,
    missing_front_matter,
    missing_key,
    nothing_to_publish,
    odd_characters,
    original_missing_or_double,
    repeated_entry,
    review_date_near,
    review_date_passed,
    stale_translation,
    too_few_answers,
    translation_repeats_shared,
    unknown_key,
    unknown_licence,
    unknown_source,
    unknown_term,
    unreadable_file,
    unreadable_work_date,
    unsafe_html,
    unsafe_name,
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
    odd_characters,  # FP108
    unreadable_work_date,  # FP109
    impossible_order_of_dates,  # FP110
    review_date_passed,  # FP111
    unknown_term,  # FP112
    review_date_near,  # FP113
    too_few_answers,  # FP114
    unknown_source,  # FP115
    clashing_ids,  # FP116
    long_summary,  # FP117
    exception_without_effect,  # FP118
    facts_not_confirmed_lately,  # FP119
    repeated_entry,  # FP120
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
    withdrawn_returned,  # FP901
    vocabulary_gaps,  # FP902
    nothing_to_publish,  # FP903
)
