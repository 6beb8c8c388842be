"""Checks: one file each, a registry, and the report in its formats. They read; they never write."""

from fingerpost.checks.catalogues import catalogue_for, known_languages
from fingerpost.checks.comment import Change, as_comment, language_of
from fingerpost.checks.formats import as_github, as_json, as_text, summary
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.reference import is_check, reference_page
from fingerpost.checks.registry import CHECKS
from fingerpost.checks.report import Report, run_checks
from fingerpost.checks.sarif import as_sarif

__all__ = [
    "CHECKS",
    "Change",
    "Problem",
    "Report",
    "Severity",
    "as_comment",
    "as_github",
    "as_json",
    "as_sarif",
    "as_text",
    "catalogue_for",
    "is_check",
    "known_languages",
    "language_of",
    "reference_page",
    "run_checks",
    "summary",
]
