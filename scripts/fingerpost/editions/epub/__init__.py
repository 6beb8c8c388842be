"""The e-book edition: for each language the whole collection, and each toolkit, as an EPUB 3.3 (W3C)."""
