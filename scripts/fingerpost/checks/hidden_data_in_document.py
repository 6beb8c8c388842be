"""A PDF, Word or other document tells more than it shows: its author, an organisation, comments, or tracked changes.

Why it matters

Programs write the name of whoever is signed in into each document. A sentence that somebody took back stays
in it as a tracked change, with the name and the hour. Readers can see all that with two clicks.

Bad (bytes docs/guides/example/notes.pdf):

    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
    4 0 obj<</Author(Example Name)>>endobj
    trailer<</Root 1 0 R/Info 4 0 R/Size 5>>
    startxref
    0
    %%EOF

Good (bytes docs/guides/example/notes.pdf):

    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
    trailer<</Root 1 0 R/Size 5>>
    startxref
    0
    %%EOF

How to mend it

Run `fingerpost check --fix`. It takes out names, organisations, small pictures of the first page and earlier
versions, and changes nothing else. Comments and tracked changes are part of the text, so a person has to decide
about them. In the program that you write with, accept or refuse the changes and delete the comments. Then save
the file again.
"""

from collections.abc import Iterator

from fingerpost.checks.hidden import hidden_in
from fingerpost.checks.problem import Problem, Severity
from fingerpost.library import Library, Resource

ID = "FP315"
SEVERITY = Severity.ERROR
ENDINGS = frozenset({".docx", ".epub", ".odt", ".pdf", ".pptx", ".xlsx"})


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each document that tells more than it shows."""
    return hidden_in(resource, library, ENDINGS, ID, SEVERITY)
