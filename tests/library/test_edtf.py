"""EDTF level 1 (ISO 8601-2:2019): what it is, what it spans, and what is not it."""

import pytest
from fingerpost.library.edtf import Day, read_edtf
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import steady


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1986", (1986, 1, 1), (1986, 12, 31)),
        ("1986?", (1986, 1, 1), (1986, 12, 31)),
        ("1986~", (1986, 1, 1), (1986, 12, 31)),
        ("1986%", (1986, 1, 1), (1986, 12, 31)),
        ("198X", (1980, 1, 1), (1989, 12, 31)),
        ("19XX", (1900, 1, 1), (1999, 12, 31)),
        ("1986-05", (1986, 5, 1), (1986, 5, 31)),
        ("1984-02", (1984, 2, 1), (1984, 2, 29)),
        ("1984-02-29", (1984, 2, 29), (1984, 2, 29)),
        ("1986-05-XX", (1986, 5, 1), (1986, 5, 31)),
        ("1986-XX-XX", (1986, 1, 1), (1986, 12, 31)),
        ("1986-XX", (1986, 1, 1), (1986, 12, 31)),
        ("1986-21", (1986, 3, 1), (1986, 5, 31)),
        ("1986-24", (1986, 12, 1), (1987, 2, 28)),
        ("1986-05-12T10:15:00Z", (1986, 5, 12), (1986, 5, 12)),
        ("1986-05-12T10:15:00+01:00", (1986, 5, 12), (1986, 5, 12)),
        ("1986/1987", (1986, 1, 1), (1987, 12, 31)),
        ("1984~/2004-06", (1984, 1, 1), (2004, 6, 30)),
        ("1986/..", (1986, 1, 1), None),
        ("1986/", (1986, 1, 1), None),
        ("../1986", None, (1986, 12, 31)),
        ("-0044", (-44, 1, 1), (-44, 12, 31)),
        ("Y170000002", (170000002, 1, 1), (170000002, 12, 31)),
    ],
)
def test_a_date_spans_its_days(text: str, earliest: Day | None, latest: Day | None) -> None:
    span = read_edtf(text)
    assert span
    assert (span.earliest, span.latest) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        *("", "86", "c. 1986", "1980s", "198x", "1XXX", "198X-05", "1986-13", "1986-00", "1986-25", "1986-5"),
        *(
            "1986-02-30",
            "1985-02-29",
            "1986-05-00",
            "1986-XX-12",
            "1986-21-01",
            "1987/1986",
            "/",
            "../..",
            "1986//1987",
        ),
        *("1986-05-12T25:00:00", "1986-05-12T10", "Y1986", "-0000", "~1986", "1986??", "May 1986", "1986/87", "١٩٨٦"),
        *("{1986,1987}", "[1986..1988]", "1986 ", "2004-06-~01"),
    ],
)
def test_what_is_not_level_1_is_refused(text: str) -> None:
    assert read_edtf(text) is None


@steady
@given(st.text("0123456789-X~?%/.TYZ:+", max_size=30))
def test_whatever_is_written_a_span_is_in_order_or_there_is_none(text: str) -> None:
    span = read_edtf(text)
    assert span is None or None in (span.earliest, span.latest) or span.earliest <= span.latest  # type: ignore[operator]
