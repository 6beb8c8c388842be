"""Something in a text or beside it could run in a reader's browser, or ask other computers for something.

Why it matters

People read this on shared and watched devices, and from sticks that pass from hand to hand. Nothing that
comes with a text may run, send or load anything. The site takes such things out, so what the maker meant is
lost too.

Bad (body):

    <script>document.title = "Hello"</script>

Good (body):

    Hello

Bad (body):

    [Press here](javascript:history.back())

Good (body):

    [Look here](https://example.org/)

Bad (file docs/guides/example/drawing.svg):

    <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>

Good (file docs/guides/example/drawing.svg):

    <svg xmlns="http://www.w3.org/2000/svg"></svg>

How to mend it

Take out what the message names: a whole element such as `<script>…</script>`, or one attribute such as
`onclick="…"`. Link to a film, a form or a map where it is, in place of setting it into the page. Put pictures
beside the text as files. Save a drawing as "plain SVG", without scripts.
"""

import html
import re
from collections.abc import Iterator
from pathlib import Path

from fingerpost.checks.contents import is_drawing
from fingerpost.checks.drawing import unknown_in_drawing
from fingerpost.checks.places import in_file, links, position, strings_of, visible
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.wording import printable, shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Resource, Text

ID = "FP502"
SEVERITY = Severity.ERROR
MOST_BYTES = 5_000_000
# HTML Living Standard: elements that run, load or send something, or change the whole page.
ELEMENT = re.compile(
    r"<(?P<name>script|iframe|object|embed|form|style|applet|base|frame|frameset|link|meta|svg|math|template|noscript"
    r"|audio|video|source|track|portal|input|button|select|textarea|plaintext)(?![\w-])",
    re.IGNORECASE,
)
IN_DRAWING = re.compile(
    r"<(?:\w+:)?(?P<name>script|iframe|object|embed|foreignObject|handler|!ENTITY)(?![\w-])", re.IGNORECASE
)
EVENT = re.compile(r"<[a-z][^<>]{0,2000}?[\s/\"'](?P<name>on[a-z]{3,30})\s*+=", re.IGNORECASE)
EVENT_IN_LIST = re.compile(r"\{:?[^{}\n]{0,300}?(?<![\w-])(?P<name>on[a-z]{3,30})\s*+=", re.IGNORECASE)
# The white space and control characters that browsers leave out of an address (WHATWG URL: basic URL parser).
SKIPPED = re.compile(r"[\x00-\x20]+")
SCHEME = re.compile(r"(?P<scheme>javascript|vbscript|data):", re.IGNORECASE)
# What the site lets an address begin with (render/sanitise.py); `file:` and a Windows drive are said by FP501.
BEGINNING = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]+):", re.IGNORECASE)
KNOWN = frozenset({"http", "https", "mailto", "tel", "sms", "file"})
# <javascript:…> is a link in Markdown, too.
ANGLED = re.compile(r"<(?P<target>(?:[a-z][\t ]*){2,30}:[^<>\n]{0,2000})>", re.IGNORECASE)
WRITTEN = re.compile(r"(?:\]\(|\]:|=)\s*+[<\"']*+\s*+(?P<scheme>javascript|vbscript|data):", re.IGNORECASE)
# Pictures and fonts inside a drawing are harmless.
IN_SVG = re.compile(
    r"=\s*[\"']\s*(?P<scheme>javascript|vbscript|data(?!:(?:image/(?:png|jpeg|gif|webp)|font/))):",
    re.IGNORECASE,
)
ELEMENT_ADVICE = say("Take it out. A film, a form or a map can be a link to where it is.")
EVENT_ADVICE = say("Take it out, with what follows the equals sign.")
DRAWING_ADVICE = say("Save it as plain SVG from a drawing program, or as PNG.")
ELSEWHERE = say(
    "A picture from another website is fetched each time somebody reads this, and that website learns of it."
)
ELSEWHERE_ADVICE = say("Put the picture beside this file, if its makers allow it, or link to the page it stands on.")
ADDRESS_ADVICE = say("Link to a web address (https://…), or to a file beside this one.")

# An offset, a message and advice.
Finding = tuple[int, Phrase, Phrase]


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield what could run or load something in bodies, in front matter and in the resource's own files."""
    for text in resource.texts:
        yield from _in_body(text)
        yield from _in_front_matter(text)
    for path in resource.files:
        if path.lower().endswith(".svg"):
            yield from _in_drawing(path, library.root / path)


def _in_body(text: Text) -> Iterator[Problem]:
    body = visible(text.body)
    places: dict[tuple[int, int], tuple[Phrase, Phrase]] = {}
    for offset, message, advice in [*_found(body, ELEMENT, WRITTEN), *_addresses(text)]:
        places.setdefault(position(text.body, offset), (message, advice))
    for (line, column), words in sorted(places.items()):
        yield Problem(ID, SEVERITY, text.path, in_file(text, line), column, *words)


def _addresses(text: Text) -> Iterator[Finding]:
    # WRITTEN finds what is written out; this finds addresses that hide behind character references.
    for link in links(text.body):
        if link.image and re.match(r"\s*(?:https?:)?//", link.target, re.IGNORECASE):
            yield link.start, ELSEWHERE, ELSEWHERE_ADVICE
        found = BEGINNING.match(SKIPPED.sub("", html.unescape(link.target)))
        if found and found["scheme"].lower() not in KNOWN and not SCHEME.match(link.target.strip()):
            yield link.start, *_about_address(found["scheme"])
    for angled in ANGLED.finditer(visible(text.body)):
        found = SCHEME.match(SKIPPED.sub("", html.unescape(angled["target"])))
        if found:
            yield angled.start(), *_about_address(found["scheme"])


def _in_front_matter(text: Text) -> Iterator[Problem]:
    for place, value in strings_of(text):
        found = SCHEME.match(SKIPPED.sub("", html.unescape(value)))
        # A sentence may well begin with "Data:"; an address goes on without a space.
        if found and not re.search(r":\s", value):
            yield Problem(ID, SEVERITY, text.path, text.line_of(*place), 1, *_about_address(found["scheme"]))


def _in_drawing(path: str, file: Path) -> Iterator[Problem]:
    try:
        raw = file.read_bytes()[:MOST_BYTES]
    except OSError:
        return
    source = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", errors="replace")
    found = sorted(_found(source, IN_DRAWING, IN_SVG))
    for offset, message, advice in found:
        line, column = position(source, offset)
        yield Problem(ID, SEVERITY, path, line, column, message, advice)
    # What is no drawing at all is said by FP508.
    if not found and ("<svg" in source or is_drawing(file)):
        for line, column, name in unknown_in_drawing(raw):
            message = say("{name} in this drawing is not known to be harmless.", name=shown(name))
            yield Problem(ID, SEVERITY, path, line, column, message, DRAWING_ADVICE)


def _found(source: str, elements: re.Pattern[str], addresses: re.Pattern[str]) -> Iterator[Finding]:
    for match in elements.finditer(source):
        yield (
            match.start(),
            say("{element} can run, load or send something.", element=shown(f"<{match['name']}>")),
            ELEMENT_ADVICE,
        )
    for pattern in (EVENT, EVENT_IN_LIST):
        for match in pattern.finditer(source):
            said = say("{attribute} makes something run.", attribute=shown(match["name"]))
            yield match.start("name"), said, EVENT_ADVICE
    for match in addresses.finditer(source):
        yield match.start("scheme"), *_about_address(match["scheme"])


def _about_address(scheme: str) -> tuple[Phrase, Phrase]:
    begins = f"'{printable(scheme).lower()}:'"
    return say("This address begins with {begins}, which can run or hide something.", begins=begins), ADDRESS_ADVICE
