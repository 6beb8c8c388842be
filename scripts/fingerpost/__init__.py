"""Fingerpost: a folder of Markdown becomes a bilingual, accessible, searchable knowledge base."""

__version__ = "0.1.0"
