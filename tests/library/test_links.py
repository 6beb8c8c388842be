"""Links in Markdown: where each stands, what it points at, and that finding them is safe on any text."""

import signal
from collections.abc import Callable, Iterator
from itertools import pairwise
from types import FrameType

import pytest
from fingerpost.library.links import Link, find_links, resolve, without_code
from hypothesis import example, given
from hypothesis import strategies as st

from tests.helpers import steady


def rewrite_links(body: str, change: Callable[[Link], str]) -> str:
    """Return the body with each target replaced by what `change` gives for it: what a place is good for."""
    pieces: list[str] = []
    last = 0
    for link in find_links(body):
        pieces += [body[last : link.start], change(link)]
        last = link.end
    return "".join([*pieces, body[last:]])


def targets(body: str) -> list[str]:
    return [link.target for link in find_links(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[a](b.md)", ["b.md"]),
        ("A [a](b.md) and [c](../d/index.en.md#e).", ["b.md", "../d/index.en.md#e"]),
        ("[a](<b.md>)", ["b.md"]),
        ('[a](b.md "A title")', ["b.md"]),
        ("[a](b.md 'A title')", ["b.md"]),
        ("[a]( b.md )", ["b.md"]),
        ("[a](https://cy.example.org/Tŷ_(adeilad))", ["https://cy.example.org/Tŷ_(adeilad)"]),
        ("[a [b] c](d.md)", ["d.md"]),
        ("[*a* `b` c](d.md)", ["d.md"]),
        ("[a]()", [""]),
        ("![a](b.png)", ["b.png"]),
        ("![](b.png)", ["b.png"]),
        ("[![a](b.png)](c.md)", ["b.png", "c.md"]),
        ("[a][b]\n\n[b]: c.md\n", ["c.md"]),
        ('   [b]: <c.md> "Title"\n', ["c.md"]),
        ('<a href="b.md">a</a>', ["b.md"]),
        ("<img alt='x' SRC = 'b.png'>", ["b.png"]),
        ("# [a](b.md)\n\n> [c](d.md)\n\n- [e](f.md)\n", ["b.md", "d.md", "f.md"]),
        ("[a] (b.md)", []),
        ("[a](b.md", []),
        ("not a link", []),
    ],
)
def test_links_and_images_are_found(body: str, expected: list[str]) -> None:
    assert targets(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "`[a](b.md)`",
        "``[a](b.md) ` c``",
        "```\n[a](b.md)\n```\n",
        "~~~ markdown\n[a](b.md)\n~~~\n",
        "````\n```\n[a](b.md)\n```\n````\n",
        "   ```\n   [a](b.md)\n   ```\n",
        "```\n[a](b.md)\n",
        "```\n[a](b.md)",
        "- A step:\n\n    ```\n    [a](b.md)\n    ```\n",
        "<!-- [a](b.md) -->",
        "<!--\n[a](b.md)\n-->",
        '<!-- <a href="b.md"> -->',
    ],
)
def test_code_and_comments_hold_no_links(body: str) -> None:
    assert targets(body) == []
    assert len(without_code(body)) == len(body)
    assert without_code(body).count("\n") == body.count("\n")


@pytest.mark.parametrize(
    "before",
    ["```\na\n```\n", "~~~\na\n~~~~\n", "`a`", "a ` b\n", "<!-- a -->", "   ```\na\n```\n", "```\na\n  ```\n"],
)
def test_what_follows_code_is_looked_at_again(before: str) -> None:
    assert targets(f"{before}\n[a](b.md)\n") == ["b.md"]


def test_a_link_says_where_it_stands() -> None:
    body = "One\n\nTwo [three](four.md) ![five](six.png)\n\n[seven]: eight.md\n"
    first, second, third = find_links(body)
    assert (first.line, first.column, first.text, first.image) == (3, 5, "three", False)
    assert body[: first.after].endswith("[three](four.md)")
    assert (second.line, second.column, second.text, second.image) == (3, 22, "five", True)
    assert (third.line, third.column, third.text, third.image) == (5, 1, "seven", False)
    assert third.after is None


def test_an_image_inside_a_link_stands_where_it_stands() -> None:
    body = "A\n[![alt](b.png)](c.md)\n"
    image, link = find_links(body)
    assert (image.image, image.line, image.column, image.text) == (True, 2, 2, "alt")
    assert (link.image, link.line, link.column) == (False, 2, 1)


@pytest.mark.parametrize(
    ("target", "inside"),
    [
        ("b.md", True),
        ("../c/index.en.md?x=1#d", True),
        ("/guides/", True),
        ("https://example.org", False),
        ("HTTPS://example.org", False),
        ("mailto:a@example.org", False),
        ("tel:+441632960001", False),
        ("//example.org", False),
        ("#d", False),
        ("?x=1", False),
    ],
)
def test_a_link_knows_whether_it_stays_inside(target: str, inside: bool) -> None:
    (link,) = find_links(f"[a]({target})")
    assert link.inside is inside


def test_a_link_knows_its_path_and_fragment() -> None:
    (link,) = find_links("[a](../c/index.en.md?x=1#d)")
    assert (link.path, link.fragment) == ("../c/index.en.md", "d")


@pytest.mark.parametrize(
    ("path", "base", "expected"),
    [
        ("b.md", "docs/guides/a/index.en.md", "docs/guides/a/b.md"),
        ("./b.md", "docs/guides/a/index.en.md", "docs/guides/a/b.md"),
        ("../b/index.en.md", "docs/guides/a/index.en.md", "docs/guides/b/index.en.md"),
        ("../../../../etc/passwd", "docs/guides/a/index.en.md", None),
        ("../../..", "docs/guides/a/index.en.md", ""),
        ("b//c.md", "docs/x.md", "docs/b/c.md"),
    ],
)
def test_a_path_is_resolved_and_never_leaves_the_root(path: str, base: str, expected: str | None) -> None:
    assert resolve(path, base) == expected


def test_rewriting_changes_targets_and_nothing_else() -> None:
    body = "[a](b.md 'T') `[a](b.md)` ![c](d.png)\n\n[e]: f.md\n<a href=\"g.md\">h</a>\n"
    assert rewrite_links(body, lambda link: link.target.upper()) == (
        "[a](B.MD 'T') `[a](b.md)` ![c](D.PNG)\n\n[e]: F.MD\n<a href=\"G.MD\">h</a>\n"
    )


@pytest.mark.parametrize("body", ['[a](href="b")', "[a]: [b](c)\n", '[a]: href="b"\n', "[a](src='b')", "[[a](b)](c)"])
def test_a_link_inside_another_s_target_is_not_counted_twice(body: str) -> None:
    found = find_links(body)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert rewrite_links(body, lambda link: link.target) == body


MARKS = [
    "[",
    "]",
    "(",
    ")",
    "!",
    "<",
    ">",
    "`",
    "```",
    "~~~",
    "\n",
    " ",
    "    ",
    ":",
    "#",
    '"',
    "'",
    "href=",
    "src=",
    "a",
]
MARKS += ["<!--", "-->", "\\", "[a](b)", "[a]: b", "../x.md", "tŷ", "\r", "\x00", "\t", "{", "}"]
NEARLY_MARKDOWN = st.lists(st.sampled_from(MARKS), max_size=40).map("".join)


@steady
@given(st.one_of(NEARLY_MARKDOWN, st.text()))
@example('[a](href="b")')
@example("[a]: [b](c)\n")
def test_on_any_text_spans_hold_their_targets_and_rewriting_by_identity_changes_nothing(body: str) -> None:
    found = find_links(body)
    for link in found:
        assert 0 <= link.start <= link.end <= len(body)
        assert body[link.start : link.end] == link.target
        assert link.after is None or link.end <= link.after <= len(body)
        assert 1 <= link.line <= body.count("\n") + 1
        assert link.column >= 1
    assert rewrite_links(body, lambda link: link.target) == body


@steady
@given(st.one_of(NEARLY_MARKDOWN, st.text()))
def test_rewriting_reaches_every_link(body: str) -> None:
    seen: list[Link] = []

    def note(link: Link) -> str:
        seen.append(link)
        return link.target

    rewrite_links(body, note)
    assert tuple(seen) == find_links(body)


MUCH = {
    "opening brackets": "[" * 200_000,
    "links after an opening bracket": "[" + "[x](y)" * 60,
    "text after an opening bracket": ("[" + "a" * 700) * 60,
    "pairs of brackets": "[]" * 100_000,
    "spaces in a target": "[a](" + " " * 100_000,
    "targets not closed": "[a](" * 100_000,
    "titles not closed": '[a](b "' * 50_000,
    "fences not closed": "```a\n" * 50_000 + "a",
    "backticks": "`a" * 100_000,
    "comments not closed": "<!-- " * 100_000,
    "spaces in an attribute": "href" + " " * 200_000,
    "attributes in one line": 'href="' * 200_000,
    "links, one a line": "[a](b)\n" * 20_000,
}


@pytest.fixture
def stopped_when_it_hangs() -> Iterator[None]:
    """Stop a test that would go on for minutes or ages, so that the others get their turn."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        pytest.fail("this would go on for minutes, or ages")

    if not hasattr(signal, "SIGALRM"):  # Windows
        yield
        return
    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("stopped_when_it_hangs")
@pytest.mark.parametrize("text", MUCH.values(), ids=MUCH.keys())
def test_much_of_the_same_is_looked_at_once(text: str) -> None:
    """Looked at once, each of these takes well under a second; each place tried with every other, minutes or ages.

    The two are so far apart that the guard only tells one from the other: it measures nothing.
    """
    assert rewrite_links(text, lambda link: link.target) == text
