"""From a document to a resource that passes, message by message, as a person meets it; and what stops it half-way."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fingerpost.intake.importing import Choices, Wanted, place, read_document
from fingerpost.library.kinds import GUIDE
from fingerpost.problems import FingerpostProblem

from tests.helpers import CHECKOUT, VOCABULARIES, everything, guide, read, surroundings, write

CORPUS = CHECKOUT / "tests/fixtures/documents"
FILES = {**VOCABULARIES, "docs/guides/one/index.en.md": guide("What is there, and what stays.\n")}
FACTS = """\
summary: {summary}
topics: [wellbeing]
credits: [{{name: Example Group, role: author, as: group}}]
made_by: compiled
rights: {{licence: CC-BY-SA-4.0, holder: Example Group}}
"""


def collection(root: Path) -> Path:
    return write(root, FILES)


def run(*words: str | Path) -> tuple[int, list[str], str]:
    """Run the command line; returns its code, the lines that it said, and what it said beside them."""
    command = [sys.executable, "-m", "fingerpost", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings())
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout.rstrip("\n").split("\n"), done.stderr


def started(command: list[str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings())


def filled(file: Path, summary: str) -> None:
    """What the person does who was told what is still to be said."""
    text = file.read_text("utf-8")
    text = text.replace("---\n", f"---\n{FACTS.format(summary=summary)}", 1)
    file.write_text(text.replace("![](", "![A bench in the sun]("), "utf-8")


def test_the_way_in_english(tmp_path: Path) -> None:
    root = collection(tmp_path)
    before = dict(everything(root / "docs"))
    code, lines, _ = run("import", CORPUS / "diary.docx", "--root", root)
    assert (code, lines) == (1, [
        "diary.docx: It has tracked changes: 9 (under 'Why'; under 'How'). Accept or reject them in the document, or "
        "add --changes accept or --changes reject. It has comments: 1 (under 'Why'). Take them out of the document, or "
        "add --comments drop.",
        "Nothing was written.",
    ])  # fmt: skip
    assert dict(everything(root / "docs")) == before

    code, lines, _ = run("import", CORPUS / "boxes.odt", "--root", root)
    assert code == 0
    path = "docs/guides/boxes-notes-and-other-things"
    assert lines[:14] == [
        f"boxes.odt is now {path}/index.en.md",
        "  Title: 'Boxes, notes and other things', from the line in the style Title.",
        "  Language: English.",
        "  Pictures beside it: picture-1.png",
        "  What could not be carried over as it was:",
        "  - Hidden words (under 'Skipped a level')",
        "  - A table of contents: the site makes its own (before the first heading)",
        "  - A field (date): what it showed stands as plain words (under 'Skipped a level')",
        "  - A text box, whose words now stand below: 'Ring us before you come: the door is locked.' (under 'Boxes')",
        "  - Colour, which may have meant something (at 'Red means stop', under 'Skipped a level'; at 'marked', under "
        "'Skipped a level')",
        "  - The line at the head of each page (on every page)",
        "  - The line at the foot of each page (on every page)",
        "  - A heading that left out a level, and is now one below the last (under 'Skipped a level')",
        "",
    ]
    assert lines[14] == "What is still to be said or mended, at the top of each file and in it:"
    asked = [line.split("  ")[2] for line in lines[15:21]]
    assert [words.split(".")[0] for words in asked[:5]] == [
        f"There is no '{key}'" for key in ("credits", "made_by", "rights", "summary", "topics")
    ]
    assert asked[5].startswith("This picture ('picture-1.png') has no words for people who can't see it.")
    assert lines[-2:] == ["6 problems to mend.", f"Look again with: fingerpost check {path}"]

    filled(root / path / "index.en.md", "What stands beside the words.")
    code, lines, _ = run("check", path, "--root", root)
    assert code == 0, lines


def test_the_way_in_welsh(tmp_path: Path) -> None:
    root = collection(tmp_path)
    code, lines, _ = run("import", CORPUS / "tracked.odt", "--root", root, "--speak", "cy")
    assert (code, lines) == (1, [
        "tracked.odt: Mae newidiadau wedi'u holrhain ynddi: 3 (o dan 'Saying no'). Derbyniwch neu gwrthodwch nhw yn y "
        "ddogfen, neu ychwanegwch --changes accept (eu derbyn) neu --changes reject (eu gwrthod). Mae sylwadau ynddi: "
        "1 (o dan 'Saying no'). Tynnwch nhw o'r ddogfen, neu ychwanegwch --comments drop (eu gollwng).",
        "Ni chafodd dim ei ysgrifennu.",
    ])  # fmt: skip

    code, lines, _ = run("import", CORPUS / "welsh.docx", "--root", root)  # it speaks the language of the text
    assert code == 0
    path = "docs/guides/sut-i-ddechrau-grwp-yn-eich-ardal"
    assert lines[:6] == [
        f"welsh.docx: mae bellach yn {path}/index.cy.md",
        "  Teitl: 'Sut i ddechrau grŵp yn eich ardal', o'r pennawd cyntaf.",
        "  Iaith: Cymraeg.",
        "  Daeth popeth drosodd.",
        "",
        "Yr hyn sydd eto i'w ddweud neu i'w drwsio, ar frig pob ffeil ac ynddi:",
    ]
    assert all("Mae '" in line and "' ar goll." in line for line in lines[6:11])
    assert lines[-1] == f"Edrychwch eto â: fingerpost check {path}"

    filled(root / path / "index.cy.md", "Sut i ddod â phobl ynghyd.")
    code, lines, _ = run("check", path, "--root", root, "--language", "cy")
    assert code == 0, lines


def test_several_become_several_or_none_does(tmp_path: Path) -> None:
    root = collection(tmp_path)
    before = dict(everything(root / "docs"))
    code, lines, _ = run("import", CORPUS / "minutes.docx", CORPUS / "diary.docx", CORPUS / "no.odt", "--root", root)
    assert code == 1
    assert [line.split(":")[0] for line in lines] == ["diary.docx", "no.odt", "Nothing was written."]
    assert dict(everything(root / "docs")) == before
    code, lines, _ = run("import", CORPUS / "minutes.docx", CORPUS / "pictures.docx", "--root", root)
    assert code == 0
    made = {folder.name for folder in (root / "docs/guides").iterdir()}
    assert made == {"one", "how-our-meetings-run", "what-the-garden-looks-like"}
    assert not list((root / "build").glob("intake-*"))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--kind", "poem"], "There is no kind 'poem'. It can be guide, toolkit, archive, question or directory."),
        (["--language", "fr"], "This site has no language 'fr'. It has: en, cy"),
        (["--changes", "maybe"], "'maybe' can't be chosen here. It can be accept or reject."),
        (["--comments", "keep"], "'keep' can't be chosen here. It can be drop."),
        (["--speak", "fr"], "The checks don't speak 'fr'."),
        (["--id", "Not an id!"], "say what its folder is to be called, in small letters, digits and hyphens"),
        (["--id", "one"], "guides/one is there already, and nothing is overwritten."),
        (["--id", "gone"], "guides/gone was withdrawn, and may not come back."),
    ],
)
def test_what_can_not_be_done_is_said(words: list[str], says: str, tmp_path: Path) -> None:
    root = collection(tmp_path)
    write(root, {"docs/_withdrawn.yml": "- {id: guides/gone, on: 2026-11-21}\n"})
    before = dict(everything(root / "docs"))
    code, _, beside = run("import", CORPUS / "minutes.docx", "--root", root, *words)
    assert code in (1, 2)
    assert says in beside
    assert dict(everything(root / "docs")) == before


def test_a_text_whose_language_is_not_certain_is_asked_about(tmp_path: Path) -> None:
    root = collection(tmp_path / "root")
    write(tmp_path, {"short.md": "# Tea\n\nTea!\n"})
    code, lines, _ = run("import", tmp_path / "short.md", "--root", root)
    assert code == 1
    assert lines[0] == "short.md: Which language it is in is not certain. Add --language with one of: en, cy"
    assert run("import", tmp_path / "short.md", "--root", root, "--language", "cy")[0] == 0
    assert (root / "docs/guides/tea/index.cy.md").is_file()


def test_two_at_once_do_not_mix(tmp_path: Path) -> None:
    root = collection(tmp_path)
    command = [sys.executable, "-m", "fingerpost", "import", "--root", str(root)]
    files = ("pictures.docx", "pictures.odt", "minutes.docx")  # the first two want the same place
    running = [started([*command, str(CORPUS / name)]) for name in files]
    said = [process.communicate() for process in running]
    codes = [process.returncode for process in running]
    assert sorted(codes[:2]) == [0, 1]
    assert codes[2] == 0
    assert "is there already" in said[codes.index(1)][1]
    folder = root / "docs/guides/what-the-garden-looks-like"
    won = files[codes.index(0)]
    assert said[codes.index(0)][0].startswith(f"{won} is now")
    text = (folder / "index.en.md").read_text("utf-8")
    assert ("A bench under an apple tree](" in text) == (won == "pictures.docx")
    assert {file.name for file in folder.iterdir()} == {"index.en.md", "picture-1.jpg", "picture-2.png"}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT to one process is POSIX's")
def test_stopped_at_any_moment_docs_is_as_it_was_or_whole(tmp_path: Path) -> None:
    measured, root = collection(tmp_path / "measured"), collection(tmp_path / "root")
    files = [str(CORPUS / name) for name in ("minutes.docx", "pictures.docx", "boxes.odt")]
    began = time.monotonic()
    assert run("import", *files, "--root", measured)[0] == 0
    usual = time.monotonic() - began
    old, new = dict(everything(root / "docs")), dict(everything(measured / "docs"))
    for step in range(5):
        command = [sys.executable, "-m", "fingerpost", "import", *files, "--root", str(root)]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=surroundings()
        )
        time.sleep(usual * (step + 2) / 8)
        os.kill(process.pid, signal.SIGINT)
        _, beside = process.communicate()
        assert "Traceback" not in beside or process.returncode == -signal.SIGINT, beside
        stands = dict(everything(root / "docs"))
        assert stands in (old, new)
        assert not list((root / "build").glob("intake-*"))
        if stands == new:
            break


def test_a_place_that_is_taken_at_the_last_moment_stops_all(tmp_path: Path) -> None:
    root = collection(tmp_path)
    names = ("minutes.docx", "pictures.docx")
    documents = [read_document(CORPUS / name, Choices(), ("en", "cy"), "en", lambda _: "picture") for name in names]
    library = read(root)
    (root / "docs/guides/what-the-garden-looks-like").mkdir()
    before = dict(everything(root / "docs"))
    with pytest.raises(FingerpostProblem, match="is there already"):
        place(library, [Wanted(document, GUIDE) for document in documents])
    assert dict(everything(root / "docs")) == before
    assert not (root / "docs/guides/how-our-meetings-run").exists()


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    root = collection(tmp_path / "root")
    (tmp_path / "elsewhere").mkdir()
    (root / "docs/toolkits").symlink_to(tmp_path / "elsewhere")
    code, _, beside = run("import", CORPUS / "minutes.docx", "--root", root, "--kind", "toolkit")
    assert code == 1
    assert "docs/toolkits is a link to another place, so nothing was written." in beside
    assert not list((tmp_path / "elsewhere").iterdir())
