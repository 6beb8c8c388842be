"""The proof sees what is hidden: one leak in each form in which something of a story can be left, and it is found."""

import base64
import gzip
import io
import json
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from fingerpost.editions.proof import Sort, prove
from fingerpost.editions.proof.clues import clues_of
from fingerpost.editions.proof.looking import CannotLookError, look_into
from fingerpost.editions.proof.prove import Proof, Sought
from fingerpost.editions.zim.archive import write_archive
from fingerpost.editions.zim.contents import Entry
from fingerpost.gate import Edition
from fingerpost.search import TAKE
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.conftest import CHECKOUT
from tests.editions.planted import DOCUMENT, NAME, PHRASE, PICTURE, TITLE, document, picture, story
from tests.helpers import guide, page, steady, write

LONGER = (
    "Quiet lanterns gather over our orchard while somebody remembers every forgotten lullaby that grandmother sang "
    "aloud before breakfast."
)
PLANTED = {path: content.encode() if isinstance(content, str) else content for path, content in story().items()}
PLANTED["docs/toolkits/kit/easy.en.md"] = f"---\ntitle: Easy\n---\n{LONGER}\n".encode()
MARK = (CHECKOUT / "overrides" / "zim" / "mark-48.png").read_bytes()
WEB = frozenset({Edition.WEB})


def look(root: Path, path: str, content: bytes | str) -> Proof:
    """Return what the proof says of a site that holds one file."""
    write(root, {path: content, "docs/guides/other/index.en.md": guide("Something else altogether.\n")})
    return prove(root, "toolkits/kit", [Sought(WEB, PLANTED)], CHECKOUT / "overrides")


def zipped(name: str, content: bytes | str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(name, content)
    return stream.getvalue()


def kiwix(
    *,
    html: str = "",
    title: str = "One",
    words: str = "",
    says: str = "T",
    path: str = "x.html",
    kind: str = "text/html",
    content: bytes = b"",
) -> bytes:
    """Return a ZIM file with a page and one more entry in it."""
    first = Entry("index.html", "text/html", b"<p>Hello</p>", "Hello", "Others")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "x.zim")
        other = Entry(path, kind, content or html.encode(), title, words)
        write_archive(file, [first, other], {"Title": says, "Language": "eng"}, MARK, "index.html", "eng")
        return file.read_bytes()


def handed_over(words: str) -> str:
    """Return a script as a page hands it over to packs: line ends and quotation marks are written otherwise in it."""
    return f"fingerpostPiece({json.dumps(['guides/x', {'html': f'<p>{words}</p>'}])});\n"


def indexed(content: object) -> str:
    return f'{TAKE}"en","x","0f",{json.dumps(content)});\n'


def pdf_with(change: Callable[[pikepdf.Pdf], object]) -> bytes:
    stream = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        change(pdf)
        pdf.save(stream)
    return stream.getvalue()


def as_picture(form: str) -> bytes:
    stream = io.BytesIO()
    Image.open(io.BytesIO(picture())).save(stream, form, lossless=True)
    return stream.getvalue()


def attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["x.txt"] = PHRASE.encode()


def outlined(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(TITLE, 0))


def tagged(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(K=pikepdf.Dictionary(Alt=PHRASE)))


def undrawable(pdf: pikepdf.Pdf) -> None:
    about = pikepdf.Dictionary(Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=9, Height=9)
    picture_in_it = pikepdf.Stream(pdf, b"not a picture", about)
    picture_in_it.Filter = pikepdf.Name.JPXDecode
    pdf.Root.Picture = pdf.make_indirect(picture_in_it)


def described(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as about:
        about["dc:title"] = TITLE


def signed(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Author"] = NAME


PACKED = base64.b64encode(gzip.compress(f"x {PHRASE} y".encode(), mtime=0)).decode()
MARKED = PHRASE.replace("whispers", "<em>whis</em>pers").replace(" quiet", "&nbsp;quiet")
LEAKS: dict[str, tuple[str, bytes | str]] = {
    "words": ("index.html", f"<p>{PHRASE}</p>"),
    "words broken by tags and signs": ("index.html", f"<p>{MARKED}</p>"),
    "words in character references": ("index.html", "".join(f"&#x{ord(letter):x};" for letter in PHRASE)),
    "words in an attribute": ("index.html", f'<meta content="{PHRASE}">'),
    "words in capitals, hyphenated": ("index.html", PHRASE.upper().replace("MARIGOLDS", "MARI\u00adGOLDS")),
    "words in another Unicode form": ("index.html", unicodedata.normalize("NFD", TITLE) + "\u200b"),
    "a comment": ("index.html", f"<!-- {PHRASE} -->"),
    "words in an address": ("index.html", f'<a href="?q={PHRASE.replace(" ", "%20")}">x</a>'),
    "a part of a sentence": ("index.html", f"<p>It said: {LONGER[60:150]}</p>"),
    "the title": ("feed.xml", f"<title>{TITLE}</title>"),
    "a maker's name": ("catalogue.json", json.dumps({"name": NAME})),
    "a reader's name": ("catalogue.csv", "Wilhelmina Oxenthwaite"),
    "escaped letters": ("data.json", json.dumps(TITLE.replace("Z", "\u017b")).replace("\\u017b", "\\u005a")),
    "a script": ("assets/x.js", f"const x = '{PHRASE}';"),
    "a piece for packs": ("guides/x/pack.js", handed_over(PHRASE.replace(" ", "\n"))),
    "a style": ("assets/x.css", f"a::before {{content: '{TITLE}'}}"),
    "headers": ("_headers", f"/x\n  X-Title: {TITLE}\n"),
    "the search index's text": ("search-index/en/page-1.js", indexed({"text": PHRASE})),
    "the search index's words": ("search-index/en/shelves-1.js", indexed({"zanth": [["zanthoxylum", "AB"]]})),
    "a word's stem in the index": ("search-index/en/shelves-1.js", indexed({"featherstonehau": []})),
    "the list of words": ("search-index/en/words.js", indexed(["0zanthotic", "6xylum"])),
    "words packed in a script": ("assets/x.js", f'take("{PACKED}");'),
    "packed twice": ("x.html.gz", gzip.compress(gzip.compress(PHRASE.encode()))),
    "an e-book": ("book.epub", zipped("OEBPS/one.xhtml", f"<p>{PHRASE}</p>")),
    "a zip in a zip": ("all.zip", zipped("inner.zip", zipped("x.html", PHRASE))),
    "a name in a zip": ("all.zip", zipped(f"files/{PICTURE}", b"x")),
    "a Word file": ("x.docx", zipped("word/document.xml", f"<w:t>{PHRASE[:30]}</w:t><w:t>{PHRASE[30:]}</w:t>")),
    "a PDF's information": ("x.pdf", pdf_with(signed)),
    "a PDF's metadata": ("x.pdf", pdf_with(described)),
    "a PDF's outline": ("x.pdf", pdf_with(outlined)),
    "a PDF's alternative text": ("x.pdf", pdf_with(tagged)),
    "a PDF's attachment": ("x.pdf", pdf_with(attached)),
    "the picture": ("x.png", picture()),
    "the picture in another form": ("x.webp", as_picture("WEBP")),
    "the picture in a page": ("x.html", f'<img src="data:image/png;base64,{base64.b64encode(picture()).decode()}">'),
    "the file": ("files/renamed.docx", document()),
    "a page in a file for Kiwix": ("x.zim", kiwix(html=f"<p>{PHRASE}</p>")),
    "a title in a file for Kiwix": ("x.zim", kiwix(title=TITLE)),
    "what a file for Kiwix says of itself": ("x.zim", kiwix(says=TITLE)),
    "only the words of Kiwix's own search": ("x.zim", kiwix(words=f"Others said {PHRASE} and so on")),
    "the picture in a file for Kiwix": ("x.zim", kiwix(path="x.png", kind="image/png", content=picture())),
    "the name of a picture in a file for Kiwix": ("x.zim", kiwix(path=f"files/{PICTURE}", kind="image/png")),
    "the file in an e-book": ("book.epub", zipped("a.docx", document())),
    "the name of the picture": (f"files/{PICTURE}", b"\x89PNG"),
    "the name of the file": ("index.html", f'<a href="{DOCUMENT}">x</a>'),
    "words in a picture's remarks": ("x.png", picture() + f"tEXtComment\0{TITLE}".encode()),
    "a drawing": ("x.svg", f"<svg><title>{TITLE}</title></svg>"),
    "Markdown": ("index.md", f"# {TITLE}\n"),
}  # fmt: skip


@pytest.mark.parametrize("leak", LEAKS)
def test_whatever_is_left_is_found(leak: str, tmp_path: Path) -> None:
    path, content = LEAKS[leak]
    proof = look(tmp_path, f"site/{path}", content)
    assert proof.found
    assert {one.path for one in proof.found} == {f"site/{path}"}
    assert not proof.holds


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("site/index.html", "<p>Something else, and a stone at toolkits/kit/index.html.</p>"),
        ("site/x.png", b"\x89PNG not a picture"),
        ("site/x.zim", kiwix(html="<p>Something else</p>", words="others say something else")),
        ("site/search-index/en/words.js", indexed(["0others", "0words"])),
        ("site/x.pdf", pdf_with(lambda pdf: pdf.docinfo.update({"/Title": "Another"}))),
        ("dist/usb/x.html", f"<p>{PHRASE}</p>"),  # another edition's
    ],
)
def test_what_is_not_of_the_story_is_not_found(path: str, content: bytes | str, tmp_path: Path) -> None:
    proof = look(tmp_path, path, content)
    assert (proof.found, proof.unseen) == ((), ())


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("site/x.unknown", b"words"),
        ("site/x.zim", b"words"),
        ("site/x.pdf", b"no PDF"),
        ("site/x.pdf", pdf_with(undrawable)),
        ("site/x.epub", b"no zip"),
        ("site/x.gz", b"not packed"),
        ("site/search-index/x.js", f'{TAKE}"en","x","0f",[1,2);\n'.encode()),
        ("site/x.pf_index", gzip.compress(b"pagefind_dcd", mtime=0)),
        ("site/guides/x/pack.js", b"fingerpostPiece(not what pages hand over);\n"),
        ("dist/nobody-knows/x.html", b"words"),
    ],
)
def test_what_cannot_be_looked_into_proves_nothing(path: str, content: bytes, tmp_path: Path) -> None:
    proof = look(tmp_path, path, content)
    assert proof.unseen == (path,)
    assert not proof.holds


def test_what_others_say_too_is_theirs(tmp_path: Path) -> None:
    """A sentence, a word and a file that stand elsewhere in the collection are no clue."""
    shared: dict[str, str | bytes] = {
        "docs/guides/same/index.en.md": guide(f"{PHRASE}.\n", credits=[{"name": NAME, "as": "named"}]),
        f"docs/guides/same/{PICTURE}": picture(),
    }
    write(tmp_path, {**shared, "site/index.html": f"<p>{PHRASE} {NAME}</p>", "site/renamed.png": picture()})
    proof = prove(tmp_path, "toolkits/kit", [Sought(WEB, PLANTED)], CHECKOUT / "overrides")
    assert proof.found == ()
    # The title of what is gone is nobody's: another text that says it is named.
    write(tmp_path, {"docs/guides/same/easy.en.md": page({"title": "Easy"}, f"Words.\n\nAs in {TITLE}.\n")})
    proof = prove(tmp_path, "toolkits/kit", [Sought(WEB, PLANTED)], CHECKOUT / "overrides")
    (mention,) = (one for one in proof.mentions if one.clue.sort is Sort.TITLE)
    assert (mention.path, mention.line) == ("docs/guides/same/easy.en.md", 6)


def test_a_record_may_keep_its_title_and_not_its_body() -> None:
    whole, body = (clues_of(PLANTED, bodies_only=only) for only in (False, True))
    assert {clue.sort for clue in whole} - {clue.sort for clue in body} == {Sort.TITLE, Sort.NAME}


@steady
@given(st.binary(max_size=400), st.sampled_from([".html", ".gz", ".pdf", ".epub", ".png", ".pf_meta", ".js", ".woff2"]))
def test_whatever_the_bytes_are_it_looks_or_says_that_it_cannot(content: bytes, kind: str) -> None:
    try:
        seen = list(look_into(f"x{kind}", content))
    except CannotLookError:
        return
    assert seen


def test_a_packed_giant_is_refused_and_not_unpacked(tmp_path: Path) -> None:
    giant = tmp_path / "giant.gz"
    with gzip.open(giant, "wb", compresslevel=9) as file:
        for _ in range(60):
            file.write(bytes(10_000_000))
    with pytest.raises(CannotLookError):
        list(look_into("giant.gz", giant.read_bytes()))
