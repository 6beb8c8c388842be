"""The fingerprint of a text: what a translation says it was made from (content-model: Originals and translations)."""

import hashlib
import unicodedata


def fingerprint(title: str, summary: str, body: str) -> str:
    """Return eight hexadecimal digits that change when the words change.

    Line ends, trailing space and Unicode form (NFC) make no difference.
    """
    joined = "\n\f\n".join(_normalised(part) for part in (title, summary, body))
    return hashlib.sha256(joined.encode()).hexdigest()[:8]


def _normalised(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()
