"""What a page may do in a reader's browser: the one place that says so, for the pages and for the host.

Content Security Policy Level 3 (W3C). A page carries its policy itself, because it is also opened by double-click and
from hosts that send no headers; the host's copy in `_headers` adds what a page cannot say of itself.
"""

from collections.abc import Mapping
from types import MappingProxyType

POLICY: Mapping[str, str] = MappingProxyType(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "media-src": "'self'",
        "object-src": "'none'",
        "base-uri": "'none'",
        # Firefox does not take a page that was opened by double-click for 'self' when a form is sent.
        "form-action": "'self' file:",
    }
)
PREVIEW = "'unsafe-inline'"  # MkDocs puts the script that reloads a preview into each page
# A few powers that browsers give to pages unasked; a page of words and pictures needs none.
POWERS = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "payment", "usb")


def policy(*, preview: bool = False) -> str:
    """Return the value of Content-Security-Policy for a page's `<meta>`.

    With `preview` the script that MkDocs adds to what `fingerpost serve` shows may run; nothing that is built has it.
    """
    more = {"script-src": [PREVIEW] * preview}
    return "; ".join(" ".join([name, value, *more.get(name, [])]) for name, value in POLICY.items())


def headers_file() -> str:
    """Return the text of `_headers`, which Netlify, Cloudflare Pages and others read. It holds for every address."""
    rows = {
        "Content-Security-Policy": f"{policy()}; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{power}=()" for power in POWERS),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in rows.items())
