"""Intake: the only room that writes in docs/."""

from fingerpost.intake.translated import stamp_translation

__all__ = ["stamp_translation"]
