"""Personal data is found as people write it, and figures and words that are something else are let be."""

import random
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from fingerpost.checks import (
    CHECKS,
    as_github,
    as_json,
    as_text,
    date_of_birth_in_text,
    email_in_text,
    national_insurance_number_in_text,
    nhs_number_in_text,
    phone_number_in_text,
    postcode_in_text,
    run_checks,
)
from fingerpost.checks.nhs_number_in_text import is_nhs_number
from fingerpost.checks.personal import MOST_FOUND, Found, in_usual_signs
from fingerpost.checks.wording import hidden
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.samples import GUIDE, base, check, ids, read, with_body, with_front_matter, write
from tests.helpers import steady

FINDERS = {
    "FP303": email_in_text.found_in,
    "FP309": phone_number_in_text.found_in,
    "FP310": postcode_in_text.found_in,
    "FP311": nhs_number_in_text.found_in,
    "FP312": national_insurance_number_in_text.found_in,
    "FP313": date_of_birth_in_text.found_in,
}


def found(id: str, words: str) -> list[Found]:
    """Return what a check finds in a string."""
    return list(FINDERS[id](in_usual_signs(words)))


@pytest.mark.parametrize(
    "words",
    [
        "somebody@example.org",
        "'somebody@example.org'",
        "<o'body@mail.example.org>",
        "rhywun@example.cymru",
        "somebody [at] example [dot] org",
        "somebody (AT) example.org",
        "somebody(at)example(dot)org",
        "somebody {at} example dot org",
        "somebody [ at ] mail . example.org somebody [at] example.org",
        "[here](mailto:somebody@example.org?subject=Hello)",
        "somebody%40example.org",
        "somebody&#64;example.org",
        "somebody＠example.org",
    ],
)
def test_an_address_is_found(words: str) -> None:
    assert found("FP303", words)


@pytest.mark.parametrize(
    "words",
    [
        "We meet [at](https://example.org) the library.",
        "Look (at) this. Org charts are dull.",
        "Find us at example dot org.",
        "@somebody@example.org is how other networks write it.",
        "leaf@2x.png",
        "git@example.org:group/pages.git",
        "https://example.org/@somebody/1",
        "npm install something@1.2.3",
        "Tâl @ £10 yr awr",
    ],
)
def test_what_is_no_address_is_let_be(words: str) -> None:
    assert not found("FP303", words)


PHONES = [
    "07700 900123",
    "07700900123",
    "077 00 90 01 23",
    "0 7 7 0 0 9 0 0 1 2 3",
    "07700-900-123",
    "07700.900.123",
    "**07700** 900123",
    "07700\N{NO-BREAK SPACE}900\N{NON-BREAKING HYPHEN}123",
    "07700&nbsp;900123",
    "_07700 900123_",
    "07700 900123 ext 5",
    "07700 900123x5",
    "Jane\N{EM DASH}07700 900123",
    "０７７００ 900123",
    "(01632) 960123",
    "01632 960123",
    "020 7946 0958",
    "029 2018 0123",
    "+44 7700 900123",
    "+44 (0)7700 900123",
    "+44(0)1632 960 123",
    "(+44) 7700 900123",
    "0044 7700 900123",
    "44 7700 900123",
    "+353 1 234 5678",
    "+33 1 42 68 53 00",
    "070 1234 5678",
]


@pytest.mark.parametrize("number", PHONES)
@pytest.mark.parametrize(
    "around", ["{}", "Ring {} today.", "Ffoniwch {}, neu ysgrifennwch.", "tel:{}", "{}\n\n2", "- {}", "1. {} 2 days"]
)
def test_a_phone_number_is_found(number: str, around: str) -> None:
    assert len(found("FP309", around.format(number))) == 1


def test_phone_numbers_beside_each_other_are_all_found() -> None:
    assert len(found("FP309", "07700 900123 07700 900456, 01632 960123/01632 960456 (07700 900789)")) == 5
    assert len(found("FP309", "in 2024 07700 900123 and 12 07700 900124")) == 2


def test_a_number_that_is_broken_by_the_end_of_a_line_is_found() -> None:
    assert found("FP309", "Ring 07700\n900123.")
    assert not found("FP309", "Ring 07700\n\n900123.")


@pytest.mark.parametrize("link", ["https://wa.me/447700900123", "https://example.org/send?phone=%2B447700900123"])
def test_a_number_in_a_link_that_rings_it_is_found(link: str) -> None:
    assert found("FP309", f"[Write to us]({link})")


NO_PHONES = [
    *("Ring 116 123.", "999", "111, option 2", "Text SHOUT to 85258.", "Childline 0800 1111", "Tecstiwch 81066."),
    *("0800 132 737", "0808 164 0123", "0300 123 3393", "+44 300 123 3393", "0845 767 8000", "+1 800 555 1234"),
    *("ISBN 978-0-14-103614-4", "ISBN 0 7475 3269 9", "ISBN: 0207946095", "ISSN 0141-0360", "ISBN 0-201-63361-2"),
    *("doi: 10.1016/0277-9536(95)00127-4", "https://doi.org/10.1080/01632960123", "10.1080/01632960123"),
    *("https://orcid.org/0000-0002-1825-0097", "ORCID 0000 0001 2345 6789", "https://example.org/a/01632960123"),
    *("[a report](../reports/01632960123.pdf)", "01632960123.pdf", "grant 01632960123a"),
    *("2026-11-21", "01.12.2024 - 31.12.2024", "01-02-2026 03-04-2026", "05/03/1986", "07.30-08.30, 09.30-10.30"),
    *("01 02 03 04 05", "01\n02\n03\n04\n05\n06", "1986-1987, 1990-1995", "£01632 960123", "0.01632960123"),
    *("0.1632960123", "02.07.1980 958 pobl", "OCLC 02079460958", "../reports/01632960123/index.en.md"),
    *("+35236450.6", "0-0 1-9 2-9 3-10 4-11 5-12 6-6"),
    *("1.07700900123", "SN 01234 567890", "SH 07700 900123", "charity 1135357, company 07706421", "1 000 000 000"),
    *("0123456789", "00000000000", "+000 000 000 000", "C-07700900123", "#07700900123", "ad5c07700900123"),
]


@pytest.mark.parametrize("words", NO_PHONES)
def test_what_is_nobody_s_phone_number_is_let_be(words: str) -> None:
    assert not found("FP309", words)


@pytest.mark.parametrize(
    "words",
    [
        "CF10 3NP",
        "CF103NP",
        "cf10 3np",
        "SW1A 1AA",
        "M1 1AE",
        "EC1A 1BB",
        "W1A 0AX",
        "GIR 0AA",
        "LL57  2DG",
        "B33&nbsp;8TH",
    ],
)
def test_a_postcode_is_found(words: str) -> None:
    assert len(found("FP310", f"We meet at {words}, on Mondays.")) == 1
    assert found("FP310", f"({words})")


@pytest.mark.parametrize(
    "words",
    [
        *("C-0012", "WCAG 2.2 AA", "ISO 8601-2:2019", "ISO 9001", "A4 2UP", "A5 4to", "FP402", "CF10", "CO2 1st"),
        *("s1 2nd edition", "m1 3rd floor", "E5 7th", "c14 2ain", "cf103np", "Q1 2AB", "XX1 1AA", "CF10 3CK", "B12"),
        *("https://example.org/CF10 3NP", "https://example.org/?at=CF10+3NP", "id=CF103NP", "#E16AB", "AB1 2CDE"),
        *("the E10 of 2020", "N95 3M", "Mae 4 yn M4 5", "10.1136/BMJ.M1 1AE", "UTF8 4ME"),
    ],
)
def test_what_is_no_postcode_is_let_be(words: str) -> None:
    assert not found("FP310", words)


@pytest.mark.parametrize(
    "words",
    [
        *("999 000 0018", "(999 000 0018)", "999\N{NO-BREAK SPACE}000 0018", "999 000\n0018", "999&nbsp;000&nbsp;0018"),
        *("NHS number 9990000018", "NHS No: 999-000-0018", "rhif GIG 9990000018", "Rhif y claf: 9990000018"),
        *("hospital number 999.000.0018", "patient id 9990000018", "nhs: 9990000018."),
    ],
)
def test_an_nhs_number_is_found(words: str) -> None:
    assert len(found("FP311", words)) == 1
    assert not found("FP311", words.replace("18", "19")), "the check digit counts"


@pytest.mark.parametrize(
    "words",
    [
        *("9990000018", "id 9990000018 of a grant", "999-000-0018", "999.000.0018", "999 0000018"),
        *("ISBN 999 000 0018", "NHS England, ISBN 9990000018", "https://example.org/nhs-9990000018", "1 999 000 0018"),
        *("NHS £9990000018", "NHS 19990000018", "NHS 99900000180", "NHS 999 000 0018-5", "999 000 0018 1"[:9]),
        *("hospitals and patients, 9990000018", "123 456 7881", "ysbyty a chlaf 9990000018"),
    ],
)
def test_what_is_no_nhs_number_is_let_be(words: str) -> None:
    assert not found("FP311", words)


@pytest.mark.parametrize(
    "words",
    [
        *("QQ 12 34 56 C", "QQ123456C", "QQ 123456 C", "QQ-12-34-56-C", "QQ12 34 56C", "QQ&nbsp;12 34 56&nbsp;C"),
        *("National Insurance: qq123456c", "Yswiriant Gwladol: qq 12 34 56 c", "my NI is qq123456c"),
    ],
)
def test_a_national_insurance_number_is_found(words: str) -> None:
    assert len(found("FP312", f"({words})")) == 1


@pytest.mark.parametrize(
    "words",
    [
        *("GB 12 34 56 C", "BG123456A", "ZZ123456A", "DA123456A", "AO123456A", "QQ123456E", "QQ12345C", "QQ1234567C"),
        *("qq123456c", "XQQ123456C", "https://example.org/QQ123456C", "v=QQ123456C", "QQ 12 34 56", "a qq 12 34 56 c"),
    ],
)
def test_what_is_no_national_insurance_number_is_let_be(words: str) -> None:
    assert not found("FP312", words)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "born on 3 May 1980",
            "Born 3rd May 1980",
            "born in Example Town, on the 3rd of May 1980",
            "born on May 3, 1980",
        ),
        *("DOB 03/05/80", "DOB: 3.5.1980", "D.O.B. 03-05-1980", "d.o.b: 1980-05-03", "date of birth was 3 May 1980"),
        *("ganwyd ar 3 Mai 1980", "fe'm ganwyd i yn Abertawe ar y 3ydd o Fai 1980", "a aned ar 1af Rhagfyr 1980"),
        *("wedi'i eni ar 3 Mawrth 1980", "wedi ei geni ar 3 o Dachwedd 1980", "Dyddiad geni: 03/05/1980"),
        *("fy nyddiad geni yw, DOB 3 May 1980", "Dyddiad ei geni oedd 3 Mai 1980"),
    ],
)
def test_a_date_of_birth_is_found(words: str) -> None:
    assert len(found("FP313", words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        *("born in 1980", "Robin (born 1980)", "ganwyd ym 1980", "born in May 1980", "born on a Sunday", "b. 1980"),
        *(
            "The group was born on 3 May 1980.",
            "Ganwyd y syniad yn 1980.",
            "Mae'r mudiad a anwyd ar 3 Mai 1980 yn fyw.",
        ),
        *("born on 12 May 1820", "published on 3 May 1980", "stubborn on 3 May 1980", "unborn, 3 May 1980"),
        *("She was born and on 3 May 1980 they met.", "Cafodd ei gyhoeddi ar 3 Mai 1980.", "geni plant; 3 Mai 1980"),
    ],
)
def test_what_is_no_date_of_birth_is_let_be(words: str) -> None:
    assert not found("FP313", words)


# One of each, as it stands in a file, and every piece of it that is more than may be said of it.
WHOLE = {
    "FP303": ("somebody@example.org", "somebody"),
    "FP308": ("Marigold Example", "arigold"),
    "FP309": ("07700 900123", "900"),
    "FP310": ("CF10 3NP", "3NP"),
    "FP311": ("999 000 0018", "0018"),
    "FP312": ("QQ 12 34 56 C", "34"),
    "FP313": ("born in Aberexample on 3 May 1980", "1980"),
}


@pytest.mark.parametrize("id", WHOLE)
def test_what_is_found_is_not_repeated_in_what_is_said(id: str, tmp_path: Path) -> None:
    datum, piece = WHOLE[id]
    nameless = "credits: [{name: Marigold Example, role: author, as: anonymous}]"
    write(
        base(tmp_path),
        GUIDE,
        with_front_matter(f"title: Of {datum}\n{nameless}") + f"\nOf {datum}.\n\n<!-- {datum} -->\n",
    )
    report = check(tmp_path)
    assert id in ids(report)
    for said in (as_text(report, colour=False), as_github(report), as_json(report)):
        assert datum not in said
        assert piece not in "\n".join(line for line in said.split("\n") if id in line)
    for problem in report.problems:
        assert piece not in problem.message + problem.advice
        assert len(problem.message) <= 160
        assert len(problem.advice) <= 160


def test_every_check_of_personal_data_is_tried_for_what_it_says() -> None:
    assert set(FINDERS) < set(WHOLE)


def test_contact_details_may_stand_where_they_are_meant_to(tmp_path: Path) -> None:
    path = "docs/directory/example/index.en.md"
    entry = (base(tmp_path) / path).read_text("utf-8")
    own = "contact: {email: gardens@example.org}"
    assert own in entry
    write(tmp_path, path, entry.replace(own, 'contact: {email: gardens@example.org, phone: "01632 960123"}'))
    assert check(tmp_path).problems == ()
    write(tmp_path, path, entry.replace(own, "cost: free").replace("cost: free\n", "", 1) + "\n01632 960123\n")
    assert ids(check(tmp_path)) == {"FP309"}


def test_the_numbers_of_a_work_are_not_looked_at(tmp_path: Path) -> None:
    path = "docs/archive/example/index.en.md"
    record = (base(tmp_path) / path).read_text("utf-8")
    numbers = '  identifiers: {isbn: "020 7946 0958", doi: 10.1080/01632960123}\n'
    write(tmp_path, path, record.replace("  type: book\n", f"  type: book\n{numbers}"))
    assert check(tmp_path).problems == ()


def test_a_place_in_front_matter_is_its_line(tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter("summary: Ring\ntitle: Ring 07700 900123 and 01632 960123"))
    lines = (tmp_path / GUIDE).read_text("utf-8").split("\n")
    phones = [problem for problem in check(tmp_path).problems if problem.id == "FP309"]
    assert len(phones) == 2
    assert all(lines[problem.line - 1].startswith("title:") for problem in phones)


def test_a_place_in_a_body_is_its_line_and_column(tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_body("Light.\n\nŵ\N{NO-BREAK SPACE}Ring 07700 900123.\n"))
    [problem] = [problem for problem in check(tmp_path).problems if problem.id == "FP309"]
    line = (tmp_path / GUIDE).read_text("utf-8").split("\n")[problem.line - 1]
    assert line[problem.column - 1 :] == "07700 900123."


def test_two_values_that_follow_each_other_make_no_number(tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_front_matter('title: "07700"\nsummary: "900123"'))
    assert "FP309" not in ids(check(tmp_path))


def test_no_more_than_twenty_are_named_in_one_place(tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_body("07700 900123\n\n" * 30))
    assert len([problem for problem in check(tmp_path).problems if problem.id == "FP309"]) == 20


def test_what_is_covered_keeps_its_form() -> None:
    assert hidden("+44 (0)7700 900123", 3) == "+44 (0)•••• ••••••"
    assert hidden("CF10\n3NP", 2) == "CF•• •••"
    assert hidden("", 2) == ""


@steady
@given(words=st.text())
@pytest.mark.parametrize("find", FINDERS.values(), ids=FINDERS)
def test_any_words_are_answered(find: Callable[[str], object], words: str) -> None:
    for one in find(words):  # type: ignore[attr-defined]
        assert 0 <= one.start < len(words)
        assert one.shown


WORDS = st.lists(st.text("abdefghilmnoprstuwyŵŷâ", min_size=1, max_size=12), max_size=8).map(" ".join)


@steady
@given(before=WORDS, after=WORDS, number=st.integers(0, 999))
def test_a_planted_phone_number_is_found(before: str, after: str, number: int) -> None:
    assert found("FP309", f"{before} 07700 900{number:03} {after}")
    assert found("FP309", f"{before}\n+44 1632 960{number:03}, {after}")


@steady
@given(before=WORDS, after=WORDS, number=st.integers(999_000_000, 999_999_999))
def test_a_planted_nhs_number_is_found(before: str, after: str, number: int) -> None:
    whole = next((f"{number}{last}" for last in range(10) if is_nhs_number(f"{number}{last}")), None)
    if whole:  # where the check digit would be ten, the number is never given out
        assert len(found("FP311", f"{before} {whole[:3]} {whole[3:6]} {whole[6:]} {after}")) == 1
        assert len(found("FP311", f"{before} NHS {whole} {after}")) == 1


MB = 1_000_000
RANDOM = random.Random(1)
NASTY = {
    "figures": "7" * MB,
    "noughts": "0" * MB,
    "at signs": "@" * MB,
    "spaces and figures": "0 " * (MB // 2),
    "far figures": "0   " * (MB // 4),
    "a number of one figure after the other": "0 1 " * (MB // 4),
    "mobile beginnings": "077 " * (MB // 4),
    "plus signs": "+4" * (MB // 2),
    "numbers all over": "07700 900123 " * (MB // 13),
    "numbers that are none": "07100 000000 " * (MB // 13),
    "foreign ones": "".join(f"+353 1 {RANDOM.randrange(10**7):07} " for _ in range(MB // 15)),
    "mobile ones": "".join(f"07{RANDOM.randrange(10**9):09} " for _ in range(MB // 12)),
    "a@": "a@" * (MB // 2),
    "a.": "a." * (MB // 2) + "@",
    "apostrophes": "'" * MB + "@",
    "a'": "a'" * (MB // 2) + "@",
    "at in brackets": "a[at]" * (MB // 5),
    "spelt": "a (at) a (dot) " * (MB // 15),
    "nhs": "nhs " * (MB // 4) + "1",
    "nhs numbers": "NHS 999 000 0018 " * (MB // 17),
    "threes": "999 " * (MB // 4),
    "insurance": "QQ 12 34 56 " * (MB // 12),
    "letters and figures": "M1 1A" * (MB // 5),
    "postcodes": "M1 1AE " * (MB // 7),
    "born": "born in a " * (MB // 10),
    "born on": "born on 3 May " * (MB // 14),
    "born days": "born 3/5/80 " * (MB // 12),
    "the group was born": "group was born on 3 May 1980 " * (MB // 29),
    "spaces": " " * MB + "0123456",
    "lines": "0\n" * (MB // 2),
    "one long address": "https://" + "07700900123/" * (MB // 12),
    "no-break spaces": "0\N{NO-BREAK SPACE}" * (MB // 2),
}


@pytest.mark.parametrize("name", NASTY)
def test_a_megabyte_of_anything_is_looked_through_in_time(name: str) -> None:
    words = NASTY[name]
    for id, find in FINDERS.items():
        started = time.process_time()
        assert len(list(islice(find(in_usual_signs(words)), MOST_FOUND))) <= MOST_FOUND
        assert time.process_time() - started < 2, id


def test_the_whole_of_a_nasty_file_is_answered_in_time(tmp_path: Path) -> None:
    write(base(tmp_path), GUIDE, with_body("0 1 " * (MB // 4)))
    library = read(tmp_path)
    started = time.process_time()
    run_checks(library, [module for module in CHECKS if module.ID.startswith("FP3")])
    assert time.process_time() - started < 4
