"""Checks: one file each, a registry, and the report in its formats. They read; they never write."""

from fingerpost.checks.formats import as_github, as_json, as_text
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.reference import is_check, reference_page
from fingerpost.checks.registry import CHECKS
from fingerpost.checks.report import Report, run_checks

__all__ = [
    "CHECKS",
    "Problem",
    "Report",
    "Severity",
    "as_github",
    "as_json",
    "as_text",
    "is_check",
    "reference_page",
    "run_checks",
]
