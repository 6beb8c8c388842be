"""Translations: a body in passages, laid out to be translated, carried to an agency and back (XLIFF 2.0)."""
