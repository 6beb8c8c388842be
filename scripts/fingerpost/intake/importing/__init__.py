"""Import: a document that somebody wrote elsewhere becomes a resource of Markdown, with a list of what was left."""

from fingerpost.intake.importing.document import Choices, Document
from fingerpost.intake.importing.placing import Placed, Wanted, place
from fingerpost.intake.importing.reading import Refused, read_document

__all__ = ["Choices", "Document", "Placed", "Refused", "Wanted", "place", "read_document"]
