"""A translation, laid out for a person, and sent to an agency and back: nothing lost, nothing let in."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import pytest
from fingerpost.checks import run_checks
from fingerpost.editions.checking import open_library
from fingerpost.editions.translating import Request, translate
from fingerpost.intake.translating.codes import as_written, parts_of
from fingerpost.intake.translating.coming_back import taken_in
from fingerpost.intake.translating.laying_out import body_for
from fingerpost.intake.translating.passages import passages, rebuilt
from fingerpost.intake.translating.reading import read_xliff
from fingerpost.intake.translating.xliff import as_xliff, units_of
from fingerpost.library import Library
from fingerpost.problems import FingerpostProblem, Misuse
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.checks.samples import base
from tests.conftest import CHECKOUT, EPOCH, run_fingerpost
from tests.helpers import answer, entry, everything, guide, page, steady, toolkit, write

# Debian's php-symfony-translation holds OASIS's own schema of XLIFF 2.0; it is not ours to hand out.
SCHEMA = Path(
    os.environ.get("FINGERPOST_XLIFF_SCHEMA")
    or "/usr/share/php/Symfony/Component/Translation/Resources/schemas/xliff-core-2.0.xsd"
)
BODY = """\

Words with **stress**, a [link](../../guides/example/index.en.md "its title"), `code` & <kbd>Ctrl</kbd>. See <https://x.org>.
And a second line[^1].

## What to do {#own}

- [ ] one *thing*
- another
  that goes on

    with a paragraph in it

| Way | What is *good* |
|---|:-:|
| A \\| b | `x|y` |

> What somebody said
> over two lines.

```
code that stays
```

![A leaf](leaf.svg)

<div class="note" markdown>
Inside.
</div>

[lines: 3]

Term
:   What it means

[^1]: A note.

*[PCC]: Plants in common care
[ref]: https://example.org/ "Title"
"""


def docs_of(root: Path) -> dict[str, bytes]:
    return dict(everything(root / "docs"))


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The good collection with a toolkit, a question and an Easy Read version that are not translated."""
    return write(
        base(tmp_path / "root"),
        {
            "docs/toolkits/kit/index.en.md": toolkit(["handout-notes"], BODY, summary="A kit."),
            "docs/toolkits/kit/handout-notes.en.md": page(
                {"title": "Notes: a 'handout'", "part": "handout"}, "Words.\n"
            ),
            "docs/toolkits/kit/easy.en.md": page({"title": "Easy kit", "summary": "Easy."}, "A kit.\n"),
            "docs/toolkits/kit/leaf.svg": (tmp_path / "root/docs/guides/example/leaf.svg").read_bytes(),
            "docs/questions/ask/index.en.md": page(entry(), "Why?\n"),
            "docs/questions/ask/answer-1.en.md": answer("One.\n"),
            "docs/questions/ask/answer-2.en.md": answer("Two.\n"),
        },
    )


def run(root: Path, subject: str, to: str = "cy", **more: object) -> str:
    said: list[str] = []
    assert translate(Request(root, subject, to, **more), said.append) == 0  # type: ignore[arg-type]
    return "\n".join(said)


def filled(text: str, words: Callable[[str], str] = lambda said: said) -> str:
    """Return an XLIFF document with a translation beside every source, as an agency's tool leaves it."""
    return re.sub(
        r"<source([^>]*)>(.*?)</source>",
        lambda found: f"<source{found[1]}>{found[2]}</source><target>{words(found[2])}</target>",
        text,
        flags=re.DOTALL,
    )


def sent(root: Path, id: str = "toolkits/kit") -> Path:
    file = root / "out.xlf"
    run(root, id, xliff=file)
    return file


def test_what_is_laid_out_has_the_original_s_structure_and_says_what_is_left(root: Path) -> None:
    said = run(root, "toolkits/kit", by="Cyfieithydd", named="pseudonym")
    assert said.count("Written: docs/toolkits/kit/") == 3
    text = (root / "docs/toolkits/kit/index.cy.md").read_text("utf-8")
    library = open_library(root)
    assert text.startswith(
        "---\n"
        "# I'w gyfieithu, yna tynnwch yr arwydd # i ffwrdd:\n"
        "# title: A title\n"
        "# I'w gyfieithu, yna tynnwch yr arwydd # i ffwrdd:\n"
        "# summary: A kit.\n"
        "translation: {from: en, source: "
    )
    assert "made: 2026-11-21, status: draft, by: [{name: Cyfieithydd, as: pseudonym}]}\n---\n" in text
    assert "## <!-- I'w gyfieithu: What to do --> {#own}" in text
    assert "- [ ] <!-- I'w gyfieithu: one *thing* -->" in text
    assert "[lines: 3]" in text
    assert "index.cy.md" in text  # a link leads to the page in the translation's language, where it is there
    ids = {(one.path.rsplit("/", 1)[-1], one.id) for one in run_checks(library).problems if "/kit/" in one.path}
    wanted = {"FP105", "FP121"}
    assert {id for name, id in ids if name.endswith(".cy.md")} == wanted


def test_when_every_comment_is_replaced_the_checks_are_content(root: Path) -> None:
    run(root, "questions/ask")
    for name in ("index", "answer-1", "answer-2"):
        file = root / f"docs/questions/ask/{name}.cy.md"
        text = re.sub(r"<!-- I'w gyfieithu: .*? -->", "Geiriau Cymraeg yw'r rhain.", file.read_text("utf-8"))
        text = re.sub(r"^# I'w gyfieithu.*\n", "", text, flags=re.MULTILINE)
        text = re.sub(r"^# (title|summary): .*", rf"\1: \1 {name} yn Gymraeg.", text, flags=re.MULTILINE)
        file.write_text(text, "utf-8")
    library = open_library(root)
    assert [one for one in run_checks(library).problems if one.path.endswith(".cy.md")] == []
    assert not any(piece.is_stale("cy") for piece in library.resources["questions/ask"].pieces)


def test_a_second_time_only_what_is_missing_is_laid_out_and_then_nothing(root: Path) -> None:
    run(root, "toolkits/kit")
    (root / "docs/toolkits/kit/easy.cy.md").unlink()
    before = docs_of(root)
    assert run(root, "docs/toolkits/kit/index.en.md").count("Written: ") == 1
    after = docs_of(root)
    assert set(after) - set(before) == {"toolkits/kit/easy.cy.md"}
    with pytest.raises(FingerpostProblem, match="is there in 'cy' already, and nothing is overwritten"):
        run(root, "toolkits/kit")
    assert docs_of(root) == after


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("guides/exampel", "cy"), "There is no 'guides/exampel' in docs/. Did you mean guides/example?"),
        (("toolkits/kit", "fr"), "Say into which language it is to go, with --to. It can be: cy."),
        (("toolkits/kit", "en"), "Say into which language it is to go, with --to. It can be: cy."),
        (("missing.xlf", ""), "There is no file 'missing.xlf'."),
    ],
)
def test_what_is_not_there_is_said(words: tuple[str, str], said: str, root: Path) -> None:
    before = docs_of(root)
    with pytest.raises(Misuse) as refused:
        run(root, *words)
    assert str(refused.value) == said
    assert docs_of(root) == before


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"rights": {"licence": "CC-BY-ND-4.0"}}, "Its licence does not allow a translation."),
        (
            {"made_by": "co-produced", "consent": {"reference": "C-0001", "scope": ["web"]}},
            "Its makers did not agree to a translation.",
        ),
    ],
)
def test_what_may_not_be_translated_is_not_laid_out_nor_sent_nor_taken_in(
    changes: dict[str, object], said: str, root: Path
) -> None:
    file = sent(root)
    file.write_text(filled(file.read_text("utf-8")), "utf-8")
    write(root, {"docs/toolkits/kit/index.en.md": toolkit(["handout-notes"], BODY, summary="A kit.", **changes)})
    before = docs_of(root)
    for subject, out in (("toolkits/kit", None), ("toolkits/kit", root / "two.xlf"), (str(file), None)):
        with pytest.raises(FingerpostProblem, match=re.escape(said)):
            run(root, subject, xliff=out)
    assert docs_of(root) == before
    assert not (root / "two.xlf").exists()


def the_collection() -> Library:
    return open_library(CHECKOUT)


def test_every_body_of_the_collection_is_cut_and_joined_without_losing_a_letter() -> None:
    for resource in the_collection().resources.values():
        for text in resource.texts:
            parts = passages(text.body)
            assert "".join(part.text for part in parts) == text.body
            for part in parts:
                assert as_written(parts_of(part.text)) == part.text


def test_every_resource_of_the_collection_comes_back_as_it_went_out(tmp_path: Path) -> None:
    """Everything is sent out, every target is filled with its source, and every body is the same again."""
    library = the_collection()
    for resource in library.resources.values():
        pieces = tuple(piece for one in (resource, *resource.answers) for piece in one.pieces if piece.original == "en")
        text = filled(as_xliff(library, pieces, "cy", str))
        file = tmp_path / "back.xlf"
        file.write_text(text, "utf-8")
        came = read_xliff(file)
        for piece in pieces:
            known, faults = taken_in(library, piece.source, "cy", came.units[piece.source.path])
            assert faults == []
            assert (known.title or "", known.summary or "") == (piece.source.title, piece.source.summary)
            found = known.passages or {}
            body = body_for(library, piece.source, "cy")
            assert rebuilt(passages(body), lambda number, _: found[number]) == body  # noqa: B023


@pytest.mark.skipif(not SCHEMA.is_file(), reason="OASIS's schema of XLIFF 2.0 is not on this computer")
def test_what_is_sent_is_as_oasis_s_schema_says() -> None:
    library = the_collection()
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    for resource in library.resources.values():
        pieces = tuple(piece for one in (resource, *resource.answers) for piece in one.pieces)
        for text in (as_xliff(library, pieces, "cy", str), filled(as_xliff(library, pieces, "cy", str))):
            assert schema.validate(etree.fromstring(text.encode())), schema.error_log


ODD = ["# A", "1. b", "", "  ", "\tcode", "<!-- x", "-->", "~~~", "***", "=== ", "|", "a|b", "a \\| b", "> c", "d  "]
LINES = st.lists(
    st.sampled_from([*BODY.split("\n"), *ODD])
    | st.text(alphabet="ab *_`[]()<>!#|\\&{}.-+~:\n\t\"'^0", max_size=30),
    max_size=14,
)  # fmt: skip


@given(LINES)
@steady
def test_whatever_stands_in_a_body_it_is_cut_and_joined_without_losing_a_letter(lines: list[str]) -> None:
    body = "\n".join(lines)
    parts = passages(body)
    assert "".join(part.text for part in parts) == body
    assert rebuilt(parts, lambda _, passage: passage.text) == body
    for part in parts:
        assert as_written(parts_of(part.text)) == part.text


@given(LINES)
@steady
def test_whatever_stands_in_a_body_its_xliff_is_xml_and_says_the_same(lines: list[str]) -> None:
    library = the_small_library()
    source = library.resources["guides/x"].main.source
    text = type(source)(
        source.path, "en", source.meta, source.lines, "\n".join(lines), source.body_line, source.fingerprint
    )
    piece = type(library.resources["guides/x"].main)("index", "en", {"en": text})
    document = as_xliff(library, (piece,), "cy", str)
    tree = etree.fromstring(document.encode())
    assert len(tree.findall(".//{*}unit")) == len(list(units_of(library, text, "cy")))


@cache
def the_small_library() -> Library:
    with TemporaryDirectory() as folder:
        return open_library(write(base(Path(folder) / "root"), {"docs/guides/x/index.en.md": guide()}))


def test_what_an_agency_sends_back_becomes_a_draft(root: Path) -> None:
    file = sent(root)
    back = root / "back.xlf"
    # What tools add: a state, white space, remarks, an element of their own, another order of units.
    text = filled(
        file.read_text("utf-8"), lambda said: f'\n          <mrk id="m1" type="term">Cy</mrk> {said}\n        '
    )
    text = text.replace("<segment id=", '<segment state="final" subState="x:y" id=').replace(
        "<notes>",
        '<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#s1"/></mtc:matches><notes>',
    )
    back.write_text(text, "utf-8")
    run(root, str(back), by="Asiantaeth", named="group")
    cy = (root / "docs/toolkits/kit/index.cy.md").read_text("utf-8")
    assert "title: Cy A title" in cy
    assert "status: draft, by: [{name: Asiantaeth, as: group}]" in cy
    assert "\n## Cy What to do {#own}\n" in cy
    assert "| Cy A \\| b | Cy `x|y` |" in cy
    assert '[link](../../guides/example/index.cy.md "its title")' in cy
    assert "![Cy A leaf](leaf.svg)" not in cy  # the remark went before the picture, not into it
    assert "Cy ![A leaf](leaf.svg)" in cy
    assert "```\ncode that stays\n```" in cy
    assert "*[PCC]: Cy Plants in common care" in cy
    ids = {
        one.id for one in run_checks(open_library(root)).problems if one.path.startswith("docs/toolkits/kit/index.cy")
    }
    assert not ids & {"FP101", "FP103", "FP105", "FP121", "FP212"}


def test_what_did_not_come_back_is_named_with_its_line_and_stays_a_comment(root: Path) -> None:
    file = sent(root)
    text = filled(file.read_text("utf-8"))
    text = re.sub(r"(<source[^>]*>another that goes on</source>)<target>.*?</target>", r"\1", text)
    text = re.sub(r"(<source[^>]*>Inside\.</source>)<target>.*?</target>", r"\1<target>  </target>", text)
    text = re.sub(r"    <unit id=\"p\d+\">(?:(?!</unit>).)*A note\..*?</unit>\n", "", text, flags=re.DOTALL)
    text = re.sub(r"(<target>one )<pc[^>]*>(thing)</pc>", r'\1\2<ph id="evil" dataRef="evil"/>', text)
    file.write_text(text, "utf-8")
    lines = text.split("\n")
    said = run(root, str(file))
    for words, sentence in (
        ("another that goes on", "there is no translation of 'another that goes on'."),
        ("Inside.", "there is no translation of 'Inside.'."),
        (">one ", "the translation lost '*…*'."),
        (">one ", "'evil' stands for nothing in the original, and is left out."),
    ):
        line = next(number for number, one in enumerate(lines, start=1) if words in one)
        places = {int(found) for found in re.findall(rf"out\.xlf:(\d+): {re.escape(sentence)}", " ".join(said.split()))}
        assert places, (sentence, said)
        assert all(abs(place - line) <= 8 for place in places)
    assert "out.xlf (docs/toolkits/kit/index.en.md): nothing came back for 'A note.'." in " ".join(said.split())
    cy = (root / "docs/toolkits/kit/index.cy.md").read_text("utf-8")
    assert "- <!-- I'w gyfieithu: another\n  that goes on -->" in cy
    assert "[^1]: <!-- I'w gyfieithu: A note. -->" in cy


def test_when_the_original_has_changed_since_only_what_is_the_same_is_taken(root: Path) -> None:
    file = sent(root)
    file.write_text(filled(file.read_text("utf-8"), lambda said: f"Cy {said}"), "utf-8")
    original = root / "docs/toolkits/kit/index.en.md"
    original.write_text(original.read_text("utf-8").replace("Inside.", "New words.\n\nInside."), "utf-8")
    said = " ".join(run(root, str(file)).split())
    assert "nothing came back for 'New words.'." in said
    cy = (root / "docs/toolkits/kit/index.cy.md").read_text("utf-8")
    assert "<!-- I'w gyfieithu: New words. -->" in cy
    assert "Cy Inside." in cy


def test_what_came_back_changes_nothing_that_is_there_unless_it_is_told_to(root: Path) -> None:
    file = sent(root)
    file.write_text(filled(file.read_text("utf-8"), lambda said: f"Cy {said}"), "utf-8")
    write(root, {"docs/toolkits/kit/easy.cy.md": "Mine.\n"})
    before = docs_of(root)
    with pytest.raises(FingerpostProblem, match=r"There already, and nothing is overwritten: docs/toolkits/kit/easy"):
        run(root, str(file))
    assert docs_of(root) == before
    run(root, str(file), replace=True)
    assert b"Cy A kit." in docs_of(root)["toolkits/kit/easy.cy.md"]


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">'
SECRET = '<!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda text: text.replace("<xliff", f"{BOMB}<xliff", 1), "back.xlf:2 can't be read: it declares a document"),
        (
            lambda text: text.replace("<xliff", f"{OUTSIDE}<xliff", 1),
            "back.xlf:2 can't be read: it declares a document",
        ),
        (lambda text: text.replace("<xliff", f"{SECRET}<xliff", 1), "back.xlf:2 can't be read: it declares a document"),
        (lambda text: text[: len(text) // 2], r"back\.xlf:\d+ can't be read: it is not whole, or not XML\."),
        (lambda _: "", r"back\.xlf:1 can't be read: it is not whole, or not XML\."),
        (lambda _: "\0\1\2", r"back\.xlf:1 can't be read"),
        (lambda _: "<a>" * 3000 + "</a>" * 3000, r"back\.xlf:1 can't be read: too much stands within each other\."),
        (lambda text: text.replace('version="2.0"', 'version="1.2"', 1), r"back\.xlf:2 is not XLIFF 2\.0\."),
        (lambda _: "<html/>", r"back\.xlf:1 is not XLIFF 2\.0\."),
        (lambda text: text.replace(' trgLang="cy"', ""), r"back\.xlf:2 does not say into which language it is"),
        (lambda text: text.replace(' trgLang="cy"', ' trgLang="fr"'), "is in the language 'fr'"),
        (lambda text: text.replace("docs/toolkits/kit", "../../etc"), "is about no text that is in docs/"),
        (lambda text: re.sub("<target>.*?</target>", "", text, flags=re.DOTALL), "holds no translation of what is in"),
    ],
)
def test_a_file_that_can_t_be_used_is_refused_with_its_line(
    change: Callable[[str], str], said: str, root: Path
) -> None:
    file = sent(root)
    back = root / "back.xlf"
    back.write_text(change(filled(file.read_text("utf-8"))), "utf-8")
    before = docs_of(root)
    with pytest.raises(FingerpostProblem, match=said):
        run(root, str(back))
    assert docs_of(root) == before


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
        ("<!-- gone", "&lt;!-- gone"),
        ("# heading", "\\# heading"),
        ("- item", "\\- item"),
        ("1. item", "1\\. item"),
        ("```", "\\```"),
        ("one\n\n\n# two", "one # two"),
    ],
)
def test_what_an_agency_types_stays_words(typed: str, stands: str, root: Path) -> None:
    file = sent(root)
    text = file.read_text("utf-8")
    file.write_text(filled(text, lambda said: escape(typed) if said == "Inside." else said), "utf-8")
    run(root, str(file))
    assert f"\n{stands}\n</div>" in (root / "docs/toolkits/kit/index.cy.md").read_text("utf-8")


def test_a_file_for_an_agency_is_never_overwritten(root: Path) -> None:
    file = sent(root)
    before = file.read_bytes()
    for name, said in (("out.xlf", "is there already, and nothing is overwritten"), ("x.txt", "has to end in .xlf")):
        with pytest.raises(Misuse, match=said):
            run(root, "toolkits/kit", xliff=root / name)
    assert file.read_bytes() == before
    assert not (root / "x.txt").exists()


def test_two_at_once_do_not_mix(root: Path) -> None:
    command = [sys.executable, "-m", "fingerpost", "translate", "toolkits/kit", "--to", "cy", "--root", str(root)]
    both = [
        subprocess.Popen([*command, "--by", name], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for name in ("Un", "Dau")
    ]
    for one in both:
        one.communicate()
    assert sorted(one.returncode for one in both) == [0, 1]
    names = {re.search(r"name: (\w+)", text.decode())[1] for path, text in docs_of(root).items()  # type: ignore[index]
             if path.startswith("toolkits/kit/") and path.endswith(".cy.md")}  # fmt: skip
    assert len(names) == 1


def test_the_command_says_it_in_both_languages(root: Path) -> None:
    said = {}
    for language in ("en", "cy"):
        done = run_fingerpost("translate", "guides/nowhere", "--to", "cy", "--language", language, "--root", str(root))
        assert done.returncode == 2
        said[language] = done.stderr.strip()
    assert said == {
        "en": "There is no 'guides/nowhere' in docs/. Did you mean guides/watering?",
        "cy": "Nid yw 'guides/nowhere' yn docs/. Ai guides/watering oedd gennych mewn golwg?",
    }
