"""Every check there is. A new one is a new file and a new row here; an id is never used again."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from fingerpost.checks import (
    acronym_not_explained,
    agreed_to_less,
    anonymous_but_named,
    broken_front_matter,
    broken_interface_words,
    broken_letters,
    broken_link,
    clashing_ids,
    colour_as_the_only_cue,
    consent_missing,
    consent_run_out,
    consent_running_out,
    date_of_birth_in_text,
    dehumanising_words,
    document_that_can_run,
    draft_without_a_reader,
    easy_read_without_pictures,
    email_in_text,
    emoji_as_bullets,
    exception_without_effect,
    facts_not_confirmed_lately,
    file_too_large,
    footnote_without_its_note,
    hard_signs_in_easy_read,
    hard_to_read,
    heading_levels,
    heading_without_words,
    heavy_file,
    hidden_data_in_document,
    hidden_data_in_drawing,
    hidden_data_in_picture,
    hidden_data_in_recording,
    impossible_order_of_dates,
    interface_words_not_translated,
    jargon,
    kinder_words_unreadable,
    label_not_translated,
    licence_does_not_allow_it,
    link_text_says_nothing,
    link_to_another_language,
    link_unreadable_on_paper,
    long_sentence,
    long_sentence_in_easy_read,
    long_summary,
    machine_translation_marked_reviewed,
    misplaced_file,
    missing_alt_text,
    missing_front_matter,
    missing_key,
    more_than_was_agreed,
    national_insurance_number_in_text,
    nhs_number_in_text,
    not_what_its_name_says,
    nothing_to_publish,
    odd_characters,
    original_missing_or_double,
    passage_left_untranslated,
    personal_data_in_list,
    phone_number_in_text,
    picture_of_text,
    picture_too_coarse_for_print,
    postcode_in_text,
    quotation_without_its_language,
    read_by_its_own_translator,
    recording_without_a_transcript,
    repeated_entry,
    repeated_heading,
    review_date_near,
    review_date_passed,
    reviewed_by_nobody,
    same_link_text_for_different_places,
    stale_translation,
    still_mentions_withdrawn,
    still_to_write,
    table_too_wide_for_paper,
    table_without_headings,
    text_in_another_language,
    text_in_capitals,
    too_few_answers,
    translation_differs_in_structure,
    translation_repeats_shared,
    unclear_withdrawal,
    unknown_key,
    unknown_licence,
    unknown_source,
    unknown_term,
    unreadable_file,
    unreadable_work_date,
    unsafe_html,
    unsafe_name,
    unused_file,
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
    still_to_write,  # FP121
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
    consent_run_out,  # FP304
    consent_running_out,  # FP305
    more_than_was_agreed,  # FP306
    licence_does_not_allow_it,  # FP307
    anonymous_but_named,  # FP308
    phone_number_in_text,  # FP309
    postcode_in_text,  # FP310
    nhs_number_in_text,  # FP311
    national_insurance_number_in_text,  # FP312
    date_of_birth_in_text,  # FP313
    hidden_data_in_picture,  # FP314
    hidden_data_in_document,  # FP315
    hidden_data_in_drawing,  # FP316
    agreed_to_less,  # FP317
    hidden_data_in_recording,  # FP318
    personal_data_in_list,  # FP319
    heading_levels,  # FP401
    missing_alt_text,  # FP402
    link_text_says_nothing,  # FP403
    same_link_text_for_different_places,  # FP404
    table_without_headings,  # FP405
    text_in_capitals,  # FP406
    emoji_as_bullets,  # FP407
    colour_as_the_only_cue,  # FP408
    recording_without_a_transcript,  # FP409
    picture_of_text,  # FP410
    quotation_without_its_language,  # FP411
    long_sentence_in_easy_read,  # FP412
    repeated_heading,  # FP413
    easy_read_without_pictures,  # FP414
    footnote_without_its_note,  # FP415
    heading_without_words,  # FP416
    hard_signs_in_easy_read,  # FP417
    broken_link,  # FP501
    unsafe_html,  # FP502
    unsafe_name,  # FP503
    link_to_another_language,  # FP504
    unused_file,  # FP505
    file_too_large,  # FP506
    heavy_file,  # FP507
    not_what_its_name_says,  # FP508
    document_that_can_run,  # FP509
    long_sentence,  # FP601
    hard_to_read,  # FP602
    jargon,  # FP603
    dehumanising_words,  # FP604
    acronym_not_explained,  # FP605
    kinder_words_unreadable,  # FP606
    link_unreadable_on_paper,  # FP701
    table_too_wide_for_paper,  # FP702
    picture_too_coarse_for_print,  # FP703
    withdrawn_returned,  # FP901
    vocabulary_gaps,  # FP902
    nothing_to_publish,  # FP903
    broken_interface_words,  # FP904
    interface_words_not_translated,  # FP905
    unclear_withdrawal,  # FP906
    still_mentions_withdrawn,  # FP907
)
