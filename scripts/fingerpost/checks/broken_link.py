"""A link or a picture leads to something that is not in the collection.

Why it matters

A reader who follows it finds nothing. On a USB stick, where there is no internet, there is no other way to
get there.

Bad (body):

    Read [the answers](../../questions/exmaple/index.en.md).

Good (body):

    Read [the answers](../../questions/example/index.en.md).

Bad (body):

    See [watering](#watring).

    ## Watering

Good (body):

    See [watering](#watering).

    ## Watering

How to mend it

Write the path from this file to the other, through the folders: `../` goes one folder up. Link to the Markdown
file itself (`index.en.md`), in the language of this text where there is one. It becomes a link to the page. Use
forward slashes, and capitals exactly as in the file's name. After a hash sign (`#`) comes a heading, in small
letters with hyphens. Use the words of the file that the link names: a Welsh file has Welsh headings.
"""

import html
import posixpath
import re
from bisect import bisect_left
from collections.abc import Iterator
from urllib.parse import unquote

from fingerpost.checks.headings import anchors
from fingerpost.checks.places import file_name, in_file, links
from fingerpost.checks.problem import Problem, Severity
from fingerpost.checks.targets import piece_at, resource_at, same_heading
from fingerpost.checks.wording import closest, did_you_mean, shown
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library import Library, Piece, Resource, Text
from fingerpost.library.kinds import KINDS, PAGE, kind_of_folder
from fingerpost.library.links import Link, resolve

ID = "FP501"
SEVERITY = Severity.ERROR
ON_THIS_COMPUTER = re.compile(r"file:|[a-z]:[\\/]", re.IGNORECASE)
ELSEWHERE = re.compile(r"\s*[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# `#top` is HTML's own, `fn:` and `fnref:` are made for footnotes, `:~:` is a text fragment.
ALWAYS_THERE = re.compile(r"top|fn(?:ref)?\d*:.+|:~:.+", re.IGNORECASE)

Words = tuple[Phrase, Phrase]


def check(resource: Resource, library: Library) -> Iterator[Problem]:
    """Yield each link and image of a body that leads nowhere. The internet is not asked."""
    for text in resource.texts:
        known: dict[
            tuple[str, bool], Words | None
        ] = {}  # what is likely is looked for once, however often it is linked
        for link in links(text.body):
            target = (link.target, link.image)
            if target not in known:
                known[target] = _amiss(link, text, library)
            words = known[target]
            if words:
                yield Problem(ID, SEVERITY, text.path, in_file(text, link.line), link.column, *words)


def _amiss(link: Link, text: Text, library: Library) -> Words | None:
    if not link.target:
        return (
            say("This link has no address."),
            say("Write where it leads between the round brackets, or take the link out."),
        )
    if ON_THIS_COMPUTER.match(link.target):
        return (
            say("{path} leads to a place on one person's computer.", path=shown(link.target)),
            say("Put the file beside this one and link to its name."),
        )
    if link.target.startswith("#"):
        return _fragment_amiss(link, text, text, library)
    # An address can hide behind character references; what is wrong with such a one is said by FP502.
    if not link.inside or ELSEWHERE.match(html.unescape(link.target)):
        return None
    path = unquote(link.path)
    if path.startswith("/") or "\\" in path:
        return (
            say("{path} is not a path that works everywhere.", path=shown(path)),
            say("Write the way from this file, with forward slashes: ../ goes one folder up."),
        )
    goal = resolve(path, text.path)
    if goal is None or not goal.startswith("docs/"):
        return (
            say("{path} leads out of the folder docs.", path=shown(path)),
            say("Link to something inside it, or to a web address."),
        )
    return _goal_amiss(goal, path, link, text, library)


def _goal_amiss(goal: str, path: str, link: Link, text: Text, library: Library) -> Words | None:
    target = resource_at(goal, library)
    found = next((other for other in target.texts if other.path == goal), None) if target else None
    if found:
        return _fragment_amiss(link, found, text, library)
    if (target and goal in target.files) or _has_problems_of_its_own(goal, library):
        return None
    if library.withdrawn_at(goal):
        return None  # a page there says so; FP907 tells of the link, and holds nothing up
    return _not_there(goal, path, link, text, library)


def _fragment_amiss(link: Link, there: Text, text: Text, library: Library) -> Words | None:
    fragment = unquote(link.fragment)
    if not fragment or ALWAYS_THERE.fullmatch(fragment) or fragment in anchors(there.body):
        return None
    found = piece_at(there.path, library)
    others = found[0].texts.values() if found else ()
    other = next((one for one in others if fragment in anchors(one.body)), None)
    if found and other:
        return _in_another_language(fragment, there, other, found[0], text)
    message = say(
        "No heading in {file} has the address {word}.", file=file_name(there.path), word=shown(f"#{fragment}")
    )
    guess = did_you_mean(fragment, sorted(anchors(there.body)))
    return message, guess or say("Use a heading's words in small letters, with hyphens in place of spaces.")


def _in_another_language(fragment: str, there: Text, other: Text, piece: Piece, text: Text) -> Words:
    """Say which file has the heading, and what the link is in the file of the text's own language."""
    message = say(
        "{word} is a heading of {other}, and not of {file}.",
        word=shown(f"#{fragment}"),
        other=file_name(other.path),
        file=file_name(there.path),
    )
    own = piece.texts.get(text.language, there)
    heading = same_heading(fragment, other, own)
    if not heading:
        return message, say("Use the heading's words as they stand in {file}.", file=file_name(own.path))
    return message, say("Did you mean '{word}'?", word=_way(own, text, heading))


def _way(goal: Text, text: Text, fragment: str) -> str:
    way = "" if goal is text else posixpath.relpath(goal.path, posixpath.dirname(text.path))
    return f"{way}#{fragment}"


def _has_problems_of_its_own(path: str, library: Library) -> bool:
    """Whether a file is there, but it or others of its resource could not be read: that is said elsewhere."""
    whole = path.split(".")[0] + "." if path.startswith(f"docs/{PAGE.folder}/") else path.rsplit("/", 1)[0]
    return any(fault.path.startswith(whole) for fault in library.faults) and (library.root / path).is_file()


def _not_there(goal: str, path: str, link: Link, text: Text, library: Library) -> Words:
    gone = say("{path} is not there.", path=shown(path))
    if kind_of_folder(goal.removeprefix("docs/").split("/")[0]) is None:
        return (
            say("{path} is not in a folder that is published.", path=shown(path)),
            say("Link to a file of a resource or a page."),
        )
    if goal.endswith((".html", ".htm")):
        return (
            say("{path} is a finished page, and there is none among the files.", path=shown(path)),
            say("Link to the Markdown file that it is made from, such as {file}.", file=f"index.{text.language}.md"),
        )
    inside = library.resources.get(goal.removeprefix("docs/"))
    if inside:
        file = file_name(inside.main.text_for(text.language).path)
        return (
            say("{path} is a folder.", path=shown(path)),
            say("Link to the file in it: {file}", file=f"{path.rstrip('/')}/{file}"),
        )
    guess = _likely(goal, text, library)
    if guess:
        return gone, say("Did you mean '{word}'?", word=posixpath.relpath(guess, posixpath.dirname(text.path)))
    if link.image:
        return gone, say("Check the name, or add the picture. ../ goes one folder up.")
    return gone, say("Check the name, or add the file. ../ goes one folder up.")


def _ids_like(kind: str, name: str, library: Library) -> list[str]:
    """Return the ids that begin like this one, and those with the same name in another kind.

    Comparing with every id took 4 s for 11,000 broken links in 1,000 resources, this takes 1 s.
    """
    ids = list(library.resources)  # sorted
    beginning = f"{kind}/{name[:1]}"
    alike = ids[bisect_left(ids, beginning) : bisect_left(ids, f"{beginning}\uffff")]
    elsewhere = [f"{other.folder}/{name}" for other in KINDS]
    return [*alike, *(id for id in elsewhere if id in library.resources)]


def _likely(goal: str, text: Text, library: Library) -> str:
    """Return the file in the collection that was most likely meant, or an empty string."""
    resource = resource_at(goal, library)
    if resource is None:
        kind, _, rest = goal.removeprefix("docs/").partition("/")
        name = rest.split("/")[0].split(".")[0]
        resource = library.resources.get(closest(f"{kind}/{name}", _ids_like(kind, name, library)))
    if resource is None:
        return ""
    every = [*(other.path for other in resource.texts), *resource.files]
    paths = {file_name(path): path for path in every if path != text.path}
    return paths.get(closest(file_name(goal), paths), "")
