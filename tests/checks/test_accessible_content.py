"""FP4 speaks where people would be shut out, and keeps still at what only looks alike, in both languages."""

from collections.abc import Mapping
from pathlib import Path

import markdown
import pytest
import yaml
from fingerpost.checks import CHECKS, run_checks
from fingerpost.checks.link_texts import link_texts
from fingerpost.render.sanitise import sanitise
from fingerpost.render.settings import CHECKOUT

from tests.checks.samples import base, read, write

FRONT = """\
---
title: More about plants
summary: What else plants need.
topics: [wellbeing]
credits: [{name: Example Group, role: author, as: group}]
made_by: compiled
published: 2026-11-21
rights: {licence: CC-BY-SA-4.0, holder: Example Group}
---
"""
BEFORE = FRONT.count("\n")
FOLDER = "docs/guides/more"
EASY = "---\ntitle: Plants\n---\n"
SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>"


def lines(root: Path, id: str, body: str, language: str = "en", files: Mapping[str, str] | None = None) -> list[int]:
    """Return the lines of a body (negative: of other files) at which a check speaks."""
    base(root)
    write(root, f"{FOLDER}/index.{language}.md", FRONT + body)
    for name, content in (files or {}).items():
        write(root, f"{FOLDER}/{name}", content)
    [module] = [check for check in CHECKS if id == check.ID]
    problems = run_checks(read(root), [module]).problems
    of_text = f"{FOLDER}/index.{language}.md"
    return [problem.line - BEFORE if problem.path == of_text else -problem.line for problem in problems]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("![A logo with two leaves](a.svg) ![Pictures of you, a poem](a.svg) ![The picture of health](a.svg)\n", []),
        ("![Llunio planhigyn](a.svg) ![Darluniau](a.svg) ![Mae llun o ddeilen ar y wal](a.svg)\n", []),
        ("![An image of a leaf](a.svg)\n\n![photo showing a leaf](a.svg)\n", [1, 3]),
        ("![Llun o’r ddeilen](a.svg)\n\n![Delwedd yn dangos deilen](a.svg)\n\n![Y ddelwedd](a.svg)\n", [1, 3, 5]),
        ("![Image 3](a.svg)\n\n![logo](a.svg)\n\n<IMG src=a.svg alt='Llun'>\n", [1, 3, 5]),
    ],
)
def test_words_for_pictures(body: str, found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP402", body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[Here and now](a.md), [this way to the garden](b.md), [Read more poems](c.md)\n", []),
        ("[rhagor o ddŵr](a.md), [Yma o hyd](b.md), [mwy na hyn](c.md)\n", []),
        ("`[here](a.md)` <!-- [here](a.md) --> here\n\n    here\n", []),
        ("[`here.md`](a.md) [`code`](b.md)\n", []),
        ("[`a()`][], [`b()`][c] and <a href=d.md>`e()`</a>\n\n[`a()`]: a.md\n[c]: c.md\n", []),
        ("[![A leaf](a.svg)](b.md)\n\n[![](a.svg)](b.md) <a href=b.md><IMG src=a.svg alt='A leaf'></a>\n", []),
        ("Note[^1] and [^here].\n\n[^1]: here\n\n[^here]: more\n", []),
        ("[the page][more]\n\n[more]: https://example.org/a/page/with/a/long/address/in/its/definition\n", []),
        ("[page](https://example.org/a/page/with/a/long/address/in/its/target)\n", [1]),
        ("[a page](<https://example.org/a/page/with/a/long/address/in/its/target>)\n", []),
        ("https://example.org/short and www.example.org/never/looked/at/because/it/is/no/address\n", []),
        ("<a href=a.md>How to water</a> <a id=here>here</a>\n", []),
        ("**[Here!](a.md)**\n\n[*this*](b.md)\n\n[read\nmore](c.md)\n\n['link'](d.md)\n", [1, 3, 5, 8]),
        ("[Yma](a.md)\n\n[Darllenwch fwy →](b.md)\n\n[y dudalen hon](c.md)\n", [1, 3, 5]),
        ("[more][]\n\n[here][more]\n\n<a class=x href='a.md'><b>Click</b> here</a>\n\n[more]: b.md\n", [1, 3, 5]),
        ("[](a.md)\n\n[ … ](a.md)\n\n[https://example.org/a/page/with/a/long/address](b.md)\n", [1, 3, 5]),
        ("See https://example.org/a/page/with/a/long/address/as/text.\n", [1]),
    ],
)
def test_words_of_links(body: str, found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP403", body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("[Water](a.md) [water](a.md#in-summer) [*Water*](./a.md)\n", []),
        ("[here](a.md) [here](b.md) ![leaf](a.svg) ![leaf](b.svg)\n", []),
        ("[NHS](https://www.example.org/) [NHS](http://example.org)\n", []),
        ("One[^1] and two[^2].\n\n[^1]: a\n[^2]: b\n", []),
        ("[`a`][] [`b`][]\n\n[`a`]: a.md\n[`b`]: b.md\n", []),
        ("[Water](a.md)\n\n[Water](b.md)\n", [3]),
        ("[above](#a)\n\n[above](#b)\n", [3]),
        ("[Dŵr][a]\n\n<a href=b.md>dŵr</a>\n\n[a]: a.md\n", [3]),
    ],
)
def test_same_words_for_different_places(body: str, found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP404", body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("| | Summer |\n|---|---|\n| Mint | 2 |\n", []),
        ("Plant | Water\n:-- | --:\nMint | 2\n", []),
        ("| `a` | `b \\| c` |\n|-|-|\n| 1 | 2 |\n", []),
        ("```\n| | |\n|-|-|\n```\n\nWater | light\n\n---\n\n| --- |\n", []),
        ("<table role=presentation><tr><td>a</td></tr></table>\n", []),
        ("<table><tr><th>a</th></tr><tr><td>b</td></tr></table>\n", []),
        ("text\n\n| | |\n|---|---|\n| Mint | 2 |\n", [3]),
        ("a | | c\n--|--|--\n1 | 2 | 3\n", [1]),
        ("<TABLE>\n<tr><td>a</td></tr>\n</TABLE>\n\n<table><tr><th>a</th></tr></table>\n", [1]),
    ],
)
def test_headings_of_tables(body: str, found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP405", body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## NHS\n\n## WCAG\n\n## STOPSIM\n\n## BSL, PALS and CAMHS\n\n## CC BY-NC-SA 4.0\n", []),
        ("NHS, BSL, PALS, CAMHS, WCAG, UKAAF, SCIE and A B C D E F G\n", []),
        ("`PLEASE DO NOT WATER THE CACTUS` and [a](PLEASE_DO_NOT_WATER_THE_CACTUS.md)\n", []),
        ("PLEASE DO NOT water THE PLANTS\n", []),
        ("## BETH YW HYN\n\n## CYFLWYNIAD\n\n## **OUR AGREEMENT WITH YOU**\n", [1, 3, 5]),
        ("Plants.\nPLEASE DO NOT WATER\nTHE CACTUS TODAY.\n", [2]),
        ("- PEIDIWCH Â DYFRIO'R CACTWS YN Y GAEAF\n\n> DO NOT WATER THE CACTUS\n", [1, 3]),
    ],
)
def test_capitals(body: str, found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP406", body) == found


def test_a_title_in_capitals(tmp_path: Path) -> None:
    base(tmp_path)
    write(tmp_path, f"{FOLDER}/index.en.md", FRONT.replace("More about plants", "MORE ABOUT THE PLANTS"))
    found = [problem for problem in run_checks(read(tmp_path)).problems if problem.id == "FP406"]
    assert [(problem.line, problem.path) for problem in found] == [(2, f"{FOLDER}/index.en.md")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("- ✅ water\n- ✅ light\n\n⚠️ Mind.\n\n– Bore da.\n\n– Bore da i chi.\n", []),
        ("a text –\n– and on\n\n— Example Group\n\n> — Example Group\n\ntea • milk\n", []),
        ("## 🌱 Water\n\n## 🌱 Light\n\n| ✅ | ❌ |\n|---|---|\n| ✅ | ✅ |\n", []),
        ("```\n• a\n• b\n```\n\n1. a\n2. b\n\n•\n", []),
        ("•dŵr\n•golau\n\n→ a\n→ b\n\nor\n\n1️⃣ one\n2️⃣ two\n", [1, 4, 9]),
        ("Needs:\n– tea\n– milk\n\n> ✓ yes\n> ✓ no\n\nor\n\n★ a\n\n★ b\n", [2, 5, 10]),
    ],
)
def test_typed_lists(body: str, found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP407", body) == found


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        (
            "en",
            "Hold up the red card. A red flag, the green fields, the red cells, the blue door, the black community.\n",
            [],
        ),
        ("en", "She was dressed in black. We are in the red. Printed in black and white. In green spaces.\n", []),
        ("en", "Press the red “Stop” button, or the red button (top right), or the green link called Next.\n", []),
        ("en", "Fields in red bold and words in black ink. The red, green and blue text.\n", []),
        (
            "en",
            "Press the\nGreen Button.\n\nDates marked in red are taken.\n\nThe words that are in blue.\n",
            [1, 4, 6],
        ),
        ("cy", "Codwch y cerdyn coch. Y drws glas, y maes glas, dwsin o botiau cochion.\n", []),
        ("cy", "Roedd hi mewn du. Argraffwch mewn du a gwyn. Y botwm coch o’r enw Stop.\n", []),
        ("cy", "Mae'r geiriau mewn print mawr. Pwyswch y botwm coch sy'n dweud Stop. Yn y maes chwarae.\n", []),
        ("cy", "Pwyswch\ny botwm\ngwyrdd.\n\nMae'r dyddiadau sydd mewn coch yn llawn.\n", [2, 5]),
        ("cy", "Yr eicon melyn.\n\nGwelwch yr enwau a ddangosir mewn glas.\n\nO'r golofn las.\n", [1, 3, 5]),
    ],
)
def test_colour_as_the_only_cue(language: str, body: str, found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP408", body, language) == found


@pytest.mark.parametrize(
    ("body", "files", "found"),
    [
        ("[Talk](talk.mp3)\n", {"talk.mp3": "x", "talk.txt": "x"}, []),
        ("[Talk](talk.mp3)\n", {"talk.mp3": "x", "talk.cy.vtt": "x"}, []),
        ("[Talk](talk.mp4)\n", {"talk.mp4": "x", "talk.en.srt": "x"}, []),
        ("[Talk](talk.mp3)\n\n## Trawsgrifiad\n", {"talk.mp3": "x"}, []),
        ("[Talk](talk.mp3), [a thrawsgrifiad o'r sgwrs](a.docx)\n", {"talk.mp3": "x"}, []),
        ("[Talk](talk.mp3), [transcript (PDF)](a.pdf)\n", {"talk.mp3": "x"}, []),
        ("`[Talk](talk.mp3)` and the manuscript of mp3.\n", {}, []),
        ("[Talk](talk.mp3)\n\nA transcript is coming.\n", {"talk.mp3": "x"}, [1]),
        ("[Transcript](talk.mp3)\n", {"talk.mp3": "x", "talk-2.txt": "x"}, [1]),
        ("[Talk](https://example.org/Talk.MP4)\n\n![](a.webm)\n\n## Transcript\n", {"a.webm": "x"}, [3]),
        ("No link.\n", {"talk.ogg": "x", "talk.txt": "x", "film.webm": "x"}, [-1, -1]),
    ],
)
def test_transcripts_and_captions(body: str, files: Mapping[str, str], found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP409", body, files=files) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("![A](postern-gate.svg) ![B](scandinavia.svg) ![C](brain-scan.svg) ![D](taflennu.svg)\n", []),
        (f"![{'a' * 250}](leaf.svg)\n", []),
        ("![A](our-posters.svg)\n\n![B](Screen-Shot-2.svg)\n\n![C](scan003.svg)\n", [1, 3, 5]),
        (f"![A](sgrinlun.svg)\n\n![B](hen-daflen.svg)\n\n<img src=a.svg alt='{'a' * 251}'>\n", [1, 3, 5]),
    ],
)
def test_pictures_of_text(body: str, found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP410", body) == found


WELSH = "Mae angen dŵr ar y planhigion, ac mae angen golau ac amser arnyn nhw hefyd."
ENGLISH = "Plants need water, and this is the best time of the year to give it to them."


@pytest.mark.parametrize(
    ("language", "body", "found"),
    [
        ("en", f"> {ENGLISH}\n\n> Bore da\n\n{WELSH}\n", []),
        ("en", f"> {WELSH}\n{{: lang=cy }}\n", []),
        ("en", f"> {WELSH}\n> {{: lang='cy' }}\n", []),
        ("en", f'<div lang="cy" markdown>\n\n> {WELSH}\n\n> {WELSH}\n\n</div>\n', []),
        ("en", f'<blockquote lang="cy" markdown>\n\n{WELSH}\n\n<q>{WELSH}</q>\n\n</blockquote>\n', []),
        ("en", f"```\n> {WELSH}\n```\n\n- a list\n", []),
        ("cy", f"> {WELSH}\n\n<q lang=en>{ENGLISH}</q>\n", []),
        ("en", f"Text.\n\n> {WELSH}\n>\n> {WELSH}\n{{: lang=cy }}\n", [3]),
        ("en", f"<blockquote>{WELSH}</blockquote>\n\n<div lang=cy>a</div>\n\n> {WELSH}\n", [1, 5]),
        ("cy", f"> {ENGLISH}\n\nMeddai: <q>{ENGLISH}</q>\n", [1, 3]),
    ],
)
def test_the_language_of_quotations(language: str, body: str, found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP411", body, language) == found


@pytest.mark.parametrize(
    "written",
    [
        f"> {WELSH}\n{{: lang=cy }}\n",
        f'<blockquote lang="cy" markdown>\n\n{WELSH}\n\n{WELSH}\n\n</blockquote>\n',
        "They said *bore da*{: lang=cy } to us.\n",
        'They said <span lang="cy">bore da</span> to us.\n',
    ],
)
def test_the_ways_to_give_a_language_that_the_page_names_work_on_this_site(written: str) -> None:
    settings = yaml.safe_load((CHECKOUT / "mkdocs.yml").read_text("utf-8"))
    named = [next(iter(row)) if isinstance(row, dict) else row for row in settings["markdown_extensions"]]
    made = sanitise(markdown.markdown(written, extensions=named))
    assert 'lang="cy">' in made
    assert "{:" not in made


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## Water\n\n### In summer\n\n## Light\n\n### In summer\n", []),
        ("## More about plants in pots\n\n## Water and light\n\n## Water\n", []),
        ("## Water\n\n## **water:**\n", [3]),
        ("## More about plants?\n\n## Light\n", [1]),
        ("Light\n---\n\n<h3>Light</h3>\n", [4]),
    ],
)
def test_repeated_headings(body: str, found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP413", body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "One[^1] two[^note] one again[^1].\n\n[^1]: A note.\n[^note]: And[^2].\n\n    More of it.\n\n[^2]: End.\n",
            [],
        ),
        ("`[^1]`, \\[^1], [^ ], [a]: b\n\n```\n[^a]: b\n```\n", []),
        ("Colon[^1]: and more.\n\n[^1]: Note.\n", []),
        ("One[^1].\n\n[^one]: Note.\n", [1, 3]),
        ("One[^1].\n\n[^1]: A.\n[^1]: B.\n", [4]),
    ],
)
def test_footnotes(body: str, found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP415", body) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## ![A leaf](a.svg)\n\n## `code`\n\n## 2026\n\n## Ŵ\n\n<h2><b>A</b></h2>\n", []),
        ("a\n\n***\n\n---\n\n`##`\n\n    ##\n", []),
        ("##\n\n### ###\n\n## ***\n", [1, 3, 5]),
    ],
)
def test_headings_without_words(body: str, found: list[int], tmp_path: Path) -> None:
    assert lines(tmp_path, "FP416", body) == found


def easy_lines(root: Path, id: str, easy: str, language: str) -> list[int]:
    """Return the lines of an Easy Read body at which a check speaks."""
    files = {f"easy.{language}.md": EASY + easy, "leaf.svg": SVG}
    return [-line - EASY.count("\n") for line in lines(root, id, "Plants.\n", language, files)]


FIFTEEN = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen."


@pytest.mark.parametrize(
    ("id", "language", "easy", "found"),
    [
        ("FP412", "en", f"{FIFTEEN} {FIFTEEN}\n\n- {FIFTEEN}\n\n## A {FIFTEEN} And more\n", []),
        ("FP412", "en", f"Plants.\n{FIFTEEN[:-1]} too.\n\n- And {FIFTEEN}\n", [2, 4]),
        ("FP412", "cy", "Mae un dau tri pedwar pump chwech saith wyth naw deg a mwy na hynny.\n", []),
        ("FP412", "cy", "Mae un dau tri pedwar pump chwech saith wyth naw deg a mwy na hynny hefyd.\n", [1]),
        ("FP414", "en", "![A](leaf.svg)\n\nWater.\n\n## Light\n\n<img src=leaf.svg alt='B'> Light.\n", []),
        ("FP414", "en", "![A](leaf.svg)\n\nPlants need:\n\n- water\n- light\n", []),
        ("FP414", "en", "![A](leaf.svg)\n\nWater.\n\n## Light\n\nLight.\n\nTime.\n\n![B](leaf.svg)\n", [7]),
        ("FP414", "cy", "Dŵr.\n\n- golau\n- amser\n\n![A](leaf.svg)\n", [1]),
        ("FP417", "en", "Plants need 5 leaves - they grow. See [the list](a.md) and ![A (big) leaf](leaf.svg).\n", []),
        ("FP417", "en", "Someone often waits. Egg and pie. Vetch. One or two. 1 in 4. A well-known plant.\n", []),
        ("FP417", "cy", "Ie, mae dau blanhigyn. Mae triongl ac wythnos. Nawr. Ger y tŷ. 1 o bob 4.\n", []),
        ("FP417", "en", "Water; light.\n\nTea & milk\n\n12.5 % grow.\n\nTea etc.\n\nTwelve\n", [1, 3, 5, 7, 9]),
        ("FP417", "cy", "Dŵr (oer).\n\nTe, ayyb\n\nMae tair deilen.\n\nPhum\n\nplan-\nhigyn\n", [1, 3, 5, 7, 9]),
    ],
)
def test_easy_read(id: str, language: str, easy: str, found: list[int], tmp_path: Path) -> None:
    assert easy_lines(tmp_path, id, easy, language) == found


def test_easy_read_rules_are_for_easy_read_alone(tmp_path: Path) -> None:
    body = f"Plants (e.g. mint); {FIFTEEN}\n"
    assert [lines(tmp_path, id, body) for id in ("FP412", "FP414", "FP417")] == [[], [], []]


def test_a_link_is_found_however_it_is_written() -> None:
    body = "[A *b*](c.md) [d][e] <a href='f.md'>g <i>h</i></a> https://example.org/i.\n\n[e]: j.md\n"
    assert [(link.words, link.target) for link in link_texts(body)] == [
        ("A b", "c.md"),
        ("d", "j.md"),
        ("g h", "f.md"),
        ("https://example.org/i", "https://example.org/i"),
    ]
