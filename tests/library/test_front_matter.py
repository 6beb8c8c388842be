"""Front matter: what is read, on which line it stands, and what is refused."""

from datetime import date

import pytest
from fingerpost.library.front_matter import MOST_CHARACTERS, MOST_DEPTH, FrontMatter, read_front_matter, read_yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import steady


def read(yaml: str, body: str = "Body.\n") -> FrontMatter:
    return read_front_matter(f"---\n{yaml}\n---\n{body}", "docs/x.md")


def refusal(yaml: str) -> tuple[str, int]:
    found = read(yaml)
    assert found.fault, dict(found.data)
    assert found.fault.path == "docs/x.md"
    assert not found.data
    return found.fault.code, found.fault.line


def test_every_nested_value_keeps_its_line() -> None:
    found = read(
        "title: A title\n"
        "credits:\n"
        "  - name: One\n"
        "    as: named\n"
        "  - {name: Two,\n"
        "     as: group}\n"
        "rights:\n"
        "  # a remark\n"
        "  licence: CC0-1.0\n"
        "topics: [a,\n"
        "  b]"
    )
    assert not found.fault
    expected = {
        ("title",): 2,
        ("credits",): 3,
        ("credits", 0): 4,
        ("credits", 0, "name"): 4,
        ("credits", 0, "as"): 5,
        ("credits", 1): 6,
        ("credits", 1, "name"): 6,
        ("credits", 1, "as"): 7,
        ("rights",): 8,
        ("rights", "licence"): 10,
        ("topics",): 11,
        ("topics", 0): 11,
        ("topics", 1): 12,
    }
    assert {place: found.lines[place] for place in expected} == expected
    assert found.body == "Body.\n"
    assert found.body_line == 14


def test_the_body_may_hold_lines_of_hyphens() -> None:
    found = read("title: A", "One\n\n---\n\nTwo\n")
    assert found.data == {"title": "A"}
    assert found.body == "One\n\n---\n\nTwo\n"


def test_an_empty_front_matter_is_empty_and_no_fault() -> None:
    found = read_front_matter("---\n---\nBody.\n", "docs/x.md")
    assert found.fault is None
    assert found.data == {}
    assert found.body_line == 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no-front-matter"),
        ("Just words.\n", "no-front-matter"),
        ("\n---\ntitle: A\n---\n", "no-front-matter"),
        ("---\ntitle: A\n\nBody.\n", "front-matter-not-closed"),
        ("---\ntitle: A\n ---\nBody.\n", "front-matter-not-closed"),
        ("---title: A\n---\n", "front-matter-not-closed"),
        ("---", "front-matter-not-closed"),
    ],
)
def test_a_front_matter_that_is_missing_or_not_closed_is_said(text: str, code: str) -> None:
    found = read_front_matter(text, "docs/x.md")
    assert found.fault
    assert (found.fault.code, found.fault.line) == (code, 1)


@pytest.mark.parametrize(
    ("yaml", "line"),
    [
        ("title: A: B", 2),
        ("title: A\nsummary: 'not closed", 4),
        ("title: A\n\tsummary: B", 3),
        ("title: A\ntopics: [a, b\nstages: [c]", 4),
        ("title: A\n...\nmore: B", 4),
        ("title: A\n? [a, b]\n: c", 3),
    ],
)
def test_what_is_not_yaml_is_said_with_its_line(yaml: str, line: int) -> None:
    assert refusal(yaml) == ("not-yaml", line)


def test_a_list_is_not_front_matter() -> None:
    assert refusal("- title: A\n- summary: B")[0] == "not-a-mapping"


def test_a_word_is_not_front_matter() -> None:
    assert refusal("title")[0] == "not-a-mapping"


@pytest.mark.parametrize(
    ("yaml", "line"),
    [("title: A\nsummary: B\ntitle: C", 4), ("rights:\n  licence: A\n  licence: B", 4), ("a: {b: 1,\n b: 2}", 3)],
)
def test_a_key_that_stands_twice_is_refused_at_the_second(yaml: str, line: int) -> None:
    assert refusal(yaml) == ("repeated-key", line)


@pytest.mark.parametrize(
    ("yaml", "line"), [("title: &a A", 2), ("title: A\nsummary: *a", 3), ("a:\n  - &b\n    - 1", 3), ("&a title: A", 2)]
)
def test_anchors_and_aliases_are_refused(yaml: str, line: int) -> None:
    assert refusal(yaml) == ("anchor-or-alias", line)


def test_a_billion_laughs_are_refused_at_the_first() -> None:
    lines = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert refusal("\n".join(lines)) == ("anchor-or-alias", 2)


def test_nesting_is_limited() -> None:
    def nested(depth: int) -> str:
        return "a: " + "[" * depth + "]" * depth

    # The mapping itself is the first level.
    assert read(nested(MOST_DEPTH - 1)).fault is None
    assert refusal(nested(MOST_DEPTH)) == ("too-deep", 2)
    assert refusal(nested(20_000)) == ("too-deep", 2)


def test_size_is_limited() -> None:
    assert read("title: A\n" + "#" * (MOST_CHARACTERS - 10)).fault is None
    assert refusal("title: A\n" + "#" * MOST_CHARACTERS)[0] == "front-matter-too-large"


@pytest.mark.parametrize("word", ["no", "on", "yes", "off", "No", "ON", "Yes", "y", "n"])
def test_small_words_stay_words(word: str) -> None:
    found = read(f"title: {word}\n{word}: [{word}]")
    assert found.data == {"title": word, word: [word]}


@pytest.mark.parametrize(
    "word",
    [
        *("010", "0o17", "0x1f", "0b1", "12:30", "1:2:3", "1_000", "1e5", ".5", "1.", "+5", ".inf", ".nan", "-"),
        *("0123456789", "1" * 16, "9" * 5000, "=", "<<", "007.5", "1.2.3"),
    ],
)
def test_what_only_a_computer_takes_for_a_number_stays_a_word(word: str) -> None:
    if word == "-":
        word = "-a"
    assert read(f"a: {word}\nb: [{word}]").data == {"a": word, "b": [word]}


@pytest.mark.parametrize("number", ["0", "7", "60", "-5", "123456789012345", "1.10", "0.5", "-2.0"])
def test_plain_numbers_are_numbers_and_keep_their_form(number: str) -> None:
    value = read(f"a: {number}").data["a"]
    assert not isinstance(value, str)
    assert str(value) == number


@pytest.mark.parametrize(
    ("yaml", "line", "column"),
    [
        ("title: A\nmade_by:\u00a0compiled", 3, 9),
        ("title:\u2003A", 2, 7),
        ("title: A\ntopics:\n-\u00a0a\n-\u00a0b\n c: d", 4, 2),
        ("topics: [\u200ba", 2, 10),
    ],
)
def test_a_space_that_is_not_one_is_said_where_it_stands(yaml: str, line: int, column: int) -> None:
    fault = read(yaml).fault
    assert fault
    assert (fault.code, fault.line, fault.column) == ("odd-space", line, column)


def test_an_odd_space_that_breaks_nothing_is_left_alone() -> None:
    assert read("title: A\u00a0title\nsummary: One:\u00a0two").fault is None
    assert refusal("title: A\u00a0title\nsummary: B: C") == ("not-yaml", 3)


def test_truth_and_dates_are_still_read() -> None:
    found = read("machine: true\nmuted: False\npublished: 2026-11-21")
    assert dict(found.data) | {"published": str(found.data["published"])} == {
        "machine": True,
        "muted": False,
        "published": "2026-11-21",
    }
    assert found.data["published"] in (date(2026, 11, 21), "2026-11-21")


@pytest.mark.parametrize(
    "value",
    ["!!binary aGVsbG8=", "!!set {a, b}", "!!python/object:os.system {}", "!ENV HOME", "!!str 12", "!!timestamp soon"],
)
def test_tags_are_refused_where_they_stand(value: str) -> None:
    code, line = refusal(f"title: A\nsummary: {value}")
    assert line == 3
    assert code != "unknown-key"


@pytest.mark.parametrize("value", ["!!timestamp soon", "!!int ''", "!!float ''", "!!bool perhaps", "!!null x"])
def test_a_tag_that_does_not_fit_its_value_never_raises(value: str) -> None:
    assert read(f"title: A\nsummary: {value}").body == "Body.\n"


@pytest.mark.parametrize(
    "key", ["content", "handler", "self", "metadata", "1", "~", "true", "12:30", "2026-11-21", ".nan"]
)
def test_no_key_is_special_to_the_reader(key: str) -> None:
    found = read(f"title: A\n{key}: B")
    assert found.fault is None or found.fault.line == 3
    assert found.body == "Body.\n"


def test_a_day_that_does_not_exist_is_said_where_it_stands() -> None:
    found = read("title: A\nsummary: B\npublished: 2026-11-31\ntopics: [a]")
    # Either the reader says so on line 4, or it hands the words on for the schema to say so.
    assert found.fault.line == 4 if found.fault else found.data["published"] == "2026-11-31"


def test_a_character_that_yaml_does_not_know_is_said_where_it_stands() -> None:
    assert refusal("title: A\nsummary: B\x07C") == ("not-yaml", 3)


KEYS = st.sampled_from(["title", "topics", "credits", "as", "content", "1", "~", "<<", "=", "? x", "'a b'", "-"])
VALUES = st.one_of(
    st.sampled_from(
        ["&a", "*a", "!!int", "!!set {x}", "[", "]", "{", "}", "|", ">", "- a", "0x_", "1:2:3", "1e999", "="]
    ),
    st.text(max_size=20),
)


@steady
@given(st.lists(st.tuples(st.integers(0, 3), KEYS, VALUES), max_size=6))
def test_whatever_stands_in_front_matter_reading_never_raises(rows: list[tuple[int, str, str]]) -> None:
    text = "\n".join(f"{'  ' * indent}{key}: {value}" for indent, key, value in rows)
    found = read(text)
    assert found.fault is None or (not found.data and found.fault.line >= 1)


@steady
@given(st.text())
def test_whatever_a_file_holds_reading_never_raises(text: str) -> None:
    found = read_front_matter(text, "docs/x.md")
    assert found.fault is not None or text.startswith("---")


@steady
@given(st.text())
def test_whatever_a_list_holds_reading_never_raises(text: str) -> None:
    data, _lines, fault = read_yaml(text, "docs/_vocabulary/topics.yml")
    assert fault is None or data is None


def test_what_is_not_yaml_is_told_before_what_only_we_refuse() -> None:
    assert refusal("a: 1\na: 2") == ("repeated-key", 3)
    assert refusal("a: 1\na: 2\nb: [") == ("not-yaml", 5)
    assert refusal("a: 1\na: 2\nb: &c 3") == ("anchor-or-alias", 4)


def test_of_two_documents_in_one_file_the_second_is_what_is_told() -> None:
    _, _, fault = read_yaml("- a: 1\n  a: 2\n---\n- b: 1\n", "docs/x.yml")
    assert fault
    assert (fault.code, fault.line, fault.detail["problem"]) == ("not-yaml", 3, "but found another document")
