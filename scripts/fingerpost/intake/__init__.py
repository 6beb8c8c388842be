"""Intake: the only room that writes in docs/."""

from fingerpost.intake.history import what_changed
from fingerpost.intake.translated import stamp_translation

__all__ = ["stamp_translation", "what_changed"]
