"""Intake: the only room that writes in docs/."""

from fingerpost.intake.fixing import Mended, strip_metadata
from fingerpost.intake.history import what_changed
from fingerpost.intake.translated import stamp_translation

__all__ = ["Mended", "stamp_translation", "strip_metadata", "what_changed"]
