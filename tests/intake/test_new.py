"""A new resource, as a person at a terminal makes one: every message, every kind, and what is refused."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fingerpost.checks import run_checks
from fingerpost.editions.checking import open_library
from fingerpost.editions.creating import Request, create
from fingerpost.intake.creating import cleaned, id_for
from fingerpost.intake.creating.composing import as_yaml
from fingerpost.intake.creating.questions import every_question
from fingerpost.intake.placing import place_files, place_folder
from fingerpost.library.front_matter import read_front_matter
from fingerpost.library.kinds import GUIDE
from fingerpost.problems import FingerpostProblem, Misuse
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.samples import base
from tests.conftest import EPOCH, run_fingerpost
from tests.helpers import everything, steady
from tests.terminal import at_a_terminal, plain

FACTS = {
    "summary": "How to keep tools well.",
    "topics": "wellbeing",
    "made-by": "compiled",
    "named": "group",
    "by": "Example Group",
    "licence": "cc-by-sa-4.0",
}
OWN: dict[str, dict[str, str]] = {
    "guide": {},
    "toolkit": {"parts": "activity: Arriving; Taflen: What to keep; notes: For you; Leaving; Leaving", "time": "90"},
    "archive": {
        "work-title": "A book: of gardens", "work-type": "book", "work-languages": "en, cy", "work-date": "198X",
        "creators": "A. Person; Another Person", "publisher": "A Press", "link": "example.org/book", "access": "open",
        "holder": "A Press",
    },
    "question": {"answers": "In the morning; In the evening"},
    "directory": {"link": "https://example.org/", "offers": "network", "where": "wales", "checked": "2026-11-20"},
    "page": {},
}  # fmt: skip
IN_WELSH = {"summary": "Sut i gadw offer yn dda.", "answers": "Yn y bore; Gyda'r nos"}
HOSTILE = {
    "../../../etc/passwd": "etc-passwd",
    "\u202eevil\u202c title\u200b": "evil-title",
    "Tools 🔨 and 👩\u200d👧": "tools-and",
    "It's \"quoted\": 'twice' #1 - {x} [y] *z* &a !b %c @d `e`": "it-s-quoted-twice-1-x-y-z-a-b-c-d-e",
    "one\ntwo\r\n\tthree": "one-two-three",
    "key: value\n---\nevil: true": "key-value-evil-true",
    "- a list": "a-list",
    "~": "",
    "null": "null",
    "2026-11-21": "2026-11-21",
    "12:30": "12-30",
    "yes": "yes",
    "con": "guide-con",
    "COM1": "guide-com1",
    "Ŵyn, ŷd, tô, tŷ, môr a ffrwd": "wyn-yd-to-ty-mor-a-ffrwd",
    "a" * 300: "a" * 60,
    "word " * 60: "word-word-word-word-word-word-word-word-word-word-word-word",
    "\x1b[31mred\x07": "31mred",
    "العربية": "",
    "<script>alert(1)</script>": "script-alert-1-script",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return base(tmp_path / "root")


def docs_of(root: Path) -> dict[str, bytes]:
    return dict(everything(root / "docs"))


def options(kind: str, language: str = "en") -> list[str]:
    facts = {"summary": FACTS["summary"]} if kind == "page" else {**FACTS, **OWN[kind]}
    if language == "cy":
        facts |= {name: said for name, said in IN_WELSH.items() if name in facts}
    if kind == "archive":
        del facts["made-by"]
    return [word for name, value in facts.items() for word in (f"--{name}", value)]


def run(root: Path, kind: str, title: str, *words: str) -> str:
    """Do what the command does when nobody is there to ask, and return what it said."""
    said: list[str] = []
    options = {name.removeprefix("--").replace("-", "_"): value for name, value in batched(words)}
    language, id = options.pop("language", ""), options.pop("id", "")
    given = {name: [value] for name, value in options.items()}
    assert create(Request(root, kind, title, language, id, given, asks=False), said.append, lambda _: None) == 0
    return "\n".join(said)


def batched(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    yield from zip(words[::2], words[1::2], strict=True)


ENGLISH = [
    ("A new guide: Caring for the tools Its address will end in guides/caring-for-the-tools. Another name: Ctrl-C, then"
     " again with --id NAME. Answer each question and press Enter. Enter alone leaves it for later, ? says more. Ctrl-C"
     " stops, and nothing is written. In one sentence: what is it, and what does it help with?",
     "How to keep tools well, week by week."),
    ("What is it about? One to four of these, with commas between.", "welbeing"),
    ("'welbeing' is not one of them. Did you mean Wellbeing? Try again, or press Enter to leave it for later.", "1"),
    ("For people how far along? Leave it empty if that does not matter.", ""),
    ("Who is it for? Leave it empty if it is for everybody.", ""),
    ("Does it touch on any of these? Leave it empty if it does not.", "?"),
    ("A note then stands before the text, so that nobody comes upon it unprepared.", "Bereavement"),
    ("Who made it? 1 people with lived experience (lived-experience-led) 2 people with lived experience and others"
     " together (co-produced) 3 put together from what is already published, in our own words (compiled)", "1"),
    ("How do its makers want to be named? 1 by their own name (named) 2 by a name that they chose (pseudonym) 3 by the"
     " name of their group (group) 4 not at all (anonymous)", "anonymous"),
    ("What may others do with it?", "6"),
    ("Under which number is their agreement kept in your register? For example C-0012.", "twelve"),
    ("'twelve' is not written like this: C-0012. Try again, or press Enter to leave it for later.", "C-0012"),
    ("Where did they agree that it may go? With commas between. 1 the website (web) 2 paper (print) 3 copies that need"
     " no internet, such as USB sticks (offline) 4 another language (translation)", "1, print"),
    ("Until which day did they agree? For example 2027-11-21. Leave it empty if they set none.", "31/12/2027"),
]  # fmt: skip
WELSH = [
    ("Canllaw newydd: Gofalu am yr offer Bydd ei gyfeiriad yn gorffen â guides/gofalu-am-yr-offer. I gael enw arall:"
     " Ctrl-C, ac yna eto gyda --id NAME. Atebwch bob cwestiwn a phwyswch Enter. Mae Enter ar ei ben ei hun yn gadael"
     " cwestiwn tan rywbryd eto, ac mae ? yn dweud mwy. Mae Ctrl-C yn rhoi'r gorau iddi, ac ni chaiff dim ei"
     " ysgrifennu. Mewn un frawddeg: beth yw e, a beth mae'n helpu ag ef?", "Sut i gadw offer yn dda."),
    ("Am beth mae e? Un i bedwar o'r rhain, gyda choma rhyngddynt. 1 Llesiant", "Llesiant"),
    ("Ar gyfer pobl ar ba gam? Gadewch e'n wag os nad yw hynny'n bwysig.", ""),
    ("I bwy mae e? Gadewch e'n wag os yw i bawb.", ""),
    ("A yw'n cyffwrdd ag unrhyw un o'r rhain? Gadewch e'n wag os nad yw.", ""),
    ("Pwy a'i gwnaeth? 1 pobl â phrofiad bywyd (lived-experience-led)", "3"),
    ("Sut mae'r rhai a'i gwnaeth am gael eu henwi? 1 wrth eu henw eu hunain (named)", "7"),
    ("Nid yw '7' yn un ohonynt. Teipiwch rif o 1 i 4. Rhowch gynnig arall arni, neu"
     " pwyswch Enter i'w adael tan rywbryd eto.", "3"),
    ("Pa enw sydd i'w ddangos?", "Grŵp Enghreifftiol"),
    ("Beth gaiff eraill ei wneud ag ef?", "2"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "language", "talk", "ending"),
    [
        ("Caring for the tools", "en", ENGLISH,
         "Written: docs/guides/caring-for-the-tools/index.en.md What is still to be said, and where:"),
        ("Gofalu am yr offer", "cy", WELSH,
         "Ysgrifennwyd: docs/guides/gofalu-am-yr-offer/index.cy.md Yr hyn sydd i'w ddweud o hyd, ac ymhle:"),
    ],
)  # fmt: skip
def test_a_person_is_led_through_it_in_their_language(
    title: str, language: str, talk: list[tuple[str, str]], ending: str, root: Path
) -> None:
    columns = 40 if language == "cy" else 100
    with at_a_terminal("new", "guide", title, "--language", language, "--root", str(root), columns=columns) as terminal:
        for said, answer in talk:
            heard = terminal.asked()
            assert plain(heard).startswith(said), heard
            too_wide = [line for line in heard.split("\n") if len(line) > columns]
            assert not too_wide
            assert not (root / "docs" / "guides" / cleaned(title).lower().replace(" ", "-")).exists()
            terminal.answer(answer)
        assert terminal.end() == 0
    assert ending in plain(terminal.said)
    problems = run_checks(open_library(root)).problems
    assert {problem.id for problem in problems} <= {"FP121", "FP317"}  # the second says that they agreed to less
    lines = {problem.line for problem in problems}
    assert set(map(int, re.findall(r"index\.\w\w\.md:(\d+)  FP", terminal.said))) == lines
    if language == "cy":
        return
    text = (root / "docs/guides/caring-for-the-tools/index.en.md").read_text("utf-8")
    assert text.startswith(
        "---\n"
        "title: Caring for the tools\n"
        "summary: How to keep tools well, week by week.\n"
        "topics: [wellbeing]\n"
        "content_notes: [bereavement]\n"
        "credits: [{role: author, as: anonymous}]\n"
        "made_by: lived-experience-led\n"
        "published: 2026-11-21\n"
        "review_by: 2027-11-21\n"
        "rights: {licence: InC, permission: C-0012}\n"
        "consent: {reference: C-0012, scope: [web, print], review_by: 2027-12-31}\n"
        "---\n\n"
        "<!-- To write: for whom this is"
    )


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("kind", OWN)
def test_with_every_option_nothing_is_asked_and_only_the_text_is_left(kind: str, language: str, root: Path) -> None:
    title = {"en": "Looking after: the 'tools'", "cy": "Gofalu am: yr 'offer'"}[language]
    said = run(root, kind, title, "--language", language, *options(kind, language))
    problems = run_checks(open_library(root)).problems
    assert {problem.id for problem in problems} == {"FP121"}, problems
    written = re.findall(r": (docs/\S+\.md)$", said, re.MULTILINE)
    assert {problem.path for problem in problems} <= set(written)
    assert len(written) == {"toolkit": 6, "question": 3}.get(kind, 1)


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("kind", OWN)
def test_without_a_terminal_nothing_is_asked_and_what_is_missing_is_listed(
    kind: str, language: str, root: Path
) -> None:
    said = run(root, kind, "Tools", "--language", language)
    listed = re.findall(r"^(docs/\S+):(\d+)  (FP\d+)  (.+)$", said, re.MULTILINE)
    found = run_checks(open_library(root)).problems
    assert [(path, int(line), id) for path, line, id, _ in listed] == [(one.path, one.line, one.id) for one in found]
    assert {one.id for one in found} <= {"FP105", "FP106", "FP114", "FP121"}


@pytest.mark.parametrize("title", HOSTILE, ids=lambda title: ascii(title)[:30])
def test_titles_that_could_do_harm_do_none(title: str, root: Path) -> None:
    before = docs_of(root)
    library = open_library(root)
    name = HOSTILE[title]
    if not name:
        with pytest.raises(Misuse, match="No name for a folder"):
            id_for(library, GUIDE, title)
        assert docs_of(root) == before
        return
    run(root, "guide", title, *options("guide"))
    after = docs_of(root)
    assert {path: after.pop(path) for path in list(after) if path not in before}.keys() == {
        f"guides/{name}/index.en.md"
    }
    assert after == before
    text = open_library(root).resources[f"guides/{name}"].main.source
    assert text.title == cleaned(title)
    assert {problem.id for problem in run_checks(open_library(root)).problems} <= {"FP117", "FP121", "FP406", "FP502"}


@given(st.text(max_size=400))
@steady
def test_whatever_is_typed_can_be_read_back(words: str) -> None:
    title = cleaned(words)
    for value in (title, [title, title], {"name": title, "as": "named"}):
        front = read_front_matter(f"---\n{as_yaml({'title': 'x', 'is': value})}---\n", "x.md")
        assert front.fault is None
        assert front.data["is"] == value


def test_a_title_that_is_too_long_is_refused(root: Path) -> None:
    before = docs_of(root)
    done = run_fingerpost("new", "guide", "word " * 61, "--language", "cy", "--root", str(root))
    assert (done.returncode, docs_of(root)) == (2, before)
    assert plain(done.stderr) == ("Mae'r teitl yn hirach na'r 300 o lythrennau ac arwyddion a ganiateir (ei hyd: 304).")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["guid", "X"], "There is no kind 'guid'. Did you mean 'guide'?"),
        (["guide", " \u200b "], 'Give a title in quotation marks: fingerpost new guide "…"'),
        (["guide", "X", "--language", "fr"], "This site has no language 'fr'. It has: en, cy."),
        (["guide", "X", "--id", "../x"], "'../x' can't be the name of a folder."),
        (["guide", "X", "--id", "con"], "con is a name that is kept for something else."),
        (["page", "X", "--id", "search"], "search is a name that is kept for something else."),
        (["guide", "Example"], "guides/example is there already, and nothing is overwritten."),
        (["page", "About"], "pages/about is there already, and nothing is overwritten."),
        (["guide", "X", "--topics", "wellbing"], "--topics: 'wellbing' is not one of them. Did you mean Wellbeing?"),
        (["guide", "X", "--link", "https://x.org"], "These options are for other kinds: --link."),
        (["directory", "X", "--link", "javascript:alert(1)"], "--link: 'javascript:alert(1)' is no address."),
        (["directory", "X", "--checked", "last week"], "--checked: 'last week' is no date."),
        (["toolkit", "X", "--time", "long"], "--time: 'long' is no number of minutes."),
        (["guide", "X", "--summary", "x" * 301], "--summary: This has 301 letters and signs, and 300 are the most."),
    ],
)
def test_what_can_t_be_used_is_refused_before_anything_is_written(words: list[str], said: str, root: Path) -> None:
    if "About" in words:
        (root / "docs/pages").mkdir(exist_ok=True)
        (root / "docs/pages/about.cy.md").write_text("---\ntitle: Amdanom\n---\nGeiriau.\n", "utf-8")
    before = docs_of(root)
    with pytest.raises(Misuse) as refused:
        run(root, *words)
    assert said in str(refused.value)
    assert docs_of(root) == before


def test_what_was_withdrawn_does_not_come_back_by_accident(root: Path) -> None:
    (root / "docs/_withdrawn.yml").write_text("- {id: guides/tools, on: 2026-11-20}\n", "utf-8")
    before = docs_of(root)
    with pytest.raises(Misuse, match="guides/tools was withdrawn, and may not come back"):
        run(root, "guide", "Tools")
    assert docs_of(root) == before


def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (root / "docs/directory").rename(tmp_path / "old")
    (root / "docs/directory").symlink_to(outside)
    with pytest.raises(FingerpostProblem, match="docs/directory is a link to another place, so nothing was written"):
        run(root, "directory", "Tools")
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("sign", [b"\x03", b"\x04"])
def test_ctrl_c_writes_nothing_and_the_end_of_input_leaves_the_rest_for_later(sign: bytes, root: Path) -> None:
    before = docs_of(root)
    with at_a_terminal("new", "guide", "Tools", "--root", str(root)) as terminal:
        terminal.asked()
        terminal.answer("How to keep tools.")
        terminal.asked()
        terminal.press(sign)
        code = terminal.end()
    if sign == b"\x03":
        assert code == 130
        assert "Stopped. What was there before is still there." in terminal.said
        assert docs_of(root) == before
    else:
        assert code == 0
        assert "summary: How to keep tools." in (root / "docs/guides/tools/index.en.md").read_text("utf-8")


def test_killed_at_any_moment_it_leaves_nothing_half_done(root: Path) -> None:
    before = docs_of(root)
    command = [sys.executable, "-m", "fingerpost", "new", "toolkit", "Tools", *options("toolkit"), "--root", str(root)]
    for tenths in (2, 5, 7, 9):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        try:
            process.wait(tenths / 10)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        made = {path for path in docs_of(root) if path not in before}
        assert len(made) in (0, 6)


@pytest.mark.parametrize("kind", ["toolkit", "page"])
def test_of_two_that_are_made_at_once_one_wins_and_they_do_not_mix(kind: str, root: Path) -> None:
    """Both have looked whether the place is free before either writes."""
    before = docs_of(root)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    command = [sys.executable, "-m", "fingerpost", "new", kind, "Tools", "--root", str(root), *options(kind)]
    both = [
        subprocess.Popen(
            [*command, "--summary", words], env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL,
        )
        for words in ("One.", "Two.")
    ]  # fmt: skip
    said = [one.communicate()[1] for one in both]
    codes = sorted(one.returncode for one in both)
    assert codes[0] == 0
    assert codes[1] in (1, 2)
    assert any("is there already, and nothing is overwritten" in plain(one) for one in said)
    made = {path: text for path, text in docs_of(root).items() if path not in before}
    assert len(made) == (6 if kind == "toolkit" else 1)
    assert not list((root / "build").glob("intake-*"))


def taken(root: Path) -> Iterator[str]:
    yield place_folder(root, "guides/new", {"index.en.md": "One.\n"})[0]
    with pytest.raises(FingerpostProblem, match="there already"):
        place_folder(root, "guides/new", {"index.en.md": "Two.\n"})


def test_a_folder_and_files_that_are_there_are_never_overwritten(root: Path) -> None:
    for path in taken(root):
        assert (root / path).read_text("utf-8") == "One.\n"
    # Of several files none is placed where one is taken, also if that is seen only at the last moment.
    (root / "docs/guides/new/easy.en.md").write_text("Mine.\n", "utf-8")
    with pytest.raises(FingerpostProblem, match="there already"):
        place_files(root, {"docs/guides/new/index.cy.md": "Un.\n", "docs/guides/new/easy.en.md": "Yours.\n"})
    assert sorted(file.name for file in (root / "docs/guides/new").iterdir()) == ["easy.en.md", "index.en.md"]


def test_every_question_is_an_option_too() -> None:
    said = run_fingerpost("new", "--help", env={"COLUMNS": "200"}).stdout
    for question in every_question():
        assert question.option in said
