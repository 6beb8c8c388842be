"""QR codes, drawn only while their page is: the code of an address takes a pure Python program seven milliseconds.

A page on paper asks for one as a picture at ``qr:`` and the address.
"""

from io import BytesIO

ASKED = "qr:"


def code_of(url: str) -> bytes:
    """Return the QR code (ISO/IEC 18004) of the address that `url` asks for, as a drawing in SVG without an edge.

    Error correction is of level M: up to 15 % of it may be smudged.
    """
    import segno  # only who draws has to wait for it

    drawing = BytesIO()
    segno.make(url.removeprefix(ASKED), error="m").save(drawing, kind="svg", border=0)
    return drawing.getvalue()
