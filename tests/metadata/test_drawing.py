"""A drawing loses what its editor kept for itself; the rest stays, byte for byte."""

import pytest
from fingerpost.metadata import Sort, look, strip

from tests.metadata import files
from tests.metadata.files import FILES

INKSCAPE = 'xmlns:i="http://www.inkscape.org/namespaces/inkscape"'


def drawn(inner: str, attributes: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg"{attributes}>{inner}</svg>'.encode()


def sorts(content: bytes) -> list[tuple[Sort, str]]:
    return [(trace.sort, trace.value) for trace in look("a.svg", content)]


def test_the_rest_of_the_drawing_stays_byte_for_byte() -> None:
    before, after = FILES["a.svg"].decode(), strip("a.svg", FILES["a.svg"]).decode()
    picture = after[after.index("base64,") + 7 : after.index('"/>\n</svg>')]
    assert after.replace(picture, "") == (
        '<?xml version="1.0" encoding="UTF-8"?>\n\n'
        '<svg xmlns="http://www.w3.org/2000/svg"  xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' role="img" viewBox="0 0 9 9">\n'
        "  <title>A path &amp; a sign</title><desc>Two arms.</desc>\n  \n  \n"
        '  <path  d="M0 0L9 9"  fill="#123"/>\n'
        '  <image xlink:href="data:image/jpeg;base64,"/>\n</svg>\n'
    )
    assert picture not in before


@pytest.mark.parametrize(
    ("content", "left"),
    [
        (drawn('<i:a><path/></i:a >b<i:c  />', f" {INKSCAPE}"), drawn("b")),
        (drawn(f'<g {INKSCAPE} i:x="a>b"/><g/>'), drawn("<g/><g/>")),
        (drawn(f"<i:a {INKSCAPE}>x</i:a><i2/>"), drawn("<i2/>")),
        (drawn('<a xmlns="http://ns.adobe.com/Flows/1.0/"><b/></a><b/>'), drawn("<b/>")),
        (drawn("<!-- <g> --><g/>"), drawn("<g/>")),
        (drawn("<metadata/><g/><metadata><!-- x --><metadata/></metadata>"), drawn("<g/>")),
        (drawn("<g/>", ' content="&lt;mxfile host=&quot;a&quot;&gt;"'), drawn("<g/>")),
        (drawn("<text i:x='1'>i:x='1'</text>", f" {INKSCAPE}"), drawn("<text>i:x='1'</text>")),
        (drawn("<g a='i:x=\"1\" '\n i:x = \"1\"\tb=\"\"/>", f" {INKSCAPE}"), drawn("<g a='i:x=\"1\" '\tb=\"\"/>")),
    ],
)  # fmt: skip
def test_what_an_editor_kept_is_cut_out_exactly(content: bytes, left: bytes) -> None:
    assert sorts(content) != []
    assert strip("a.svg", content) == left


@pytest.mark.parametrize(
    "content",
    [
        drawn("<title>T</title><desc>D</desc><g aria-label='a' role='img' class='x'/>"),
        drawn("<style><![CDATA[ a > b {} <!-- --> ]]></style>"),
        drawn("<g/>", f" {INKSCAPE}"),  # a name for an editor's things, of which there are none
        drawn("<x:a x:b='1'/>", ' xmlns:x="https://example.org/own"'),
        drawn("<g xmlns:i='https://example.org/own' i:x='1'/>"),
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "https://example.org/svg11.dtd">' + drawn(""),
    ],
)  # fmt: skip
def test_a_clean_drawing_comes_back_as_the_very_same_bytes(content: bytes) -> None:
    assert sorts(content) == []
    assert strip("a.svg", content) is content


def test_a_prefix_means_what_it_was_last_declared_to_mean() -> None:
    inner = f'<g {INKSCAPE}><i:a/><g xmlns:i="https://example.org/own"><i:a i:b="1"/></g><i:a/></g><i:a/>'
    content = drawn(inner, ' xmlns:i="https://example.org/own"')
    kept = '<g><g xmlns:i="https://example.org/own"><i:a i:b="1"/></g></g><i:a/>'
    assert strip("a.svg", content) == drawn(kept, ' xmlns:i="https://example.org/own"')


def test_a_photograph_inside_with_broken_lines_is_stripped() -> None:
    start = FILES["a.svg"].index(b"base64,") + 7
    coded = FILES["a.svg"][start : FILES["a.svg"].index(b'"/>\n</svg>')]
    for line_end in (b"\n", b"&#10;"):
        broken = line_end.join(coded[place : place + 76] for place in range(0, len(coded), 76))
        content = drawn(f'<image href="data:image/jpeg;base64,{broken.decode()}"/>')
        assert Sort.LOCATION in {sort for sort, _ in sorts(content)}
        assert look("a.svg", strip("a.svg", content)) == ()


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]>' + drawn("&a;"),
        drawn("<g>"),
        drawn("<i:a/>").decode().encode("utf-16"),
        b"words",
    ],
)
def test_entities_and_broken_drawings_are_not_read(content: bytes) -> None:
    assert sorts(content) == [(Sort.UNREADABLE, "")]
    assert strip("a.svg", content) is content


def test_latin_letters_in_an_old_encoding_stay() -> None:
    content = '<?xml version="1.0" encoding="ISO-8859-1"?><!-- é --><svg>t\xee</svg>'.encode("latin-1")
    assert sorts(content) == [(Sort.COMMENT, "é")]
    assert strip("a.svg", content) == '<?xml version="1.0" encoding="ISO-8859-1"?><svg>t\xee</svg>'.encode("latin-1")


def test_the_path_of_whoever_drew_it_is_told_as_a_person_s() -> None:
    assert (Sort.OWNER, f"C:\\Users\\{files.PLANTED}\\a.png") in sorts(FILES["a.svg"])
