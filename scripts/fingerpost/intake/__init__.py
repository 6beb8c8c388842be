"""Intake: the only room that writes in docs/."""

from fingerpost.intake.history import what_changed
from fingerpost.intake.fixing import Mended, strip_metadata
from fingerpost.intake.translated import stamp_translation

__all__ = ["Mended", "strip_metadata", "stamp_translation", "what_changed"]
