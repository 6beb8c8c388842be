"""A page as a browser prints it: nothing beside the text is larger than it, and what belongs together stays so."""

import io
import re

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.looks import GUIDE, pixels, reader, style

SIDE = ("main .facts", "main .from")


def on_paper(page: Page, address: str) -> None:
    """Open a page and look at it as it is printed."""
    page.goto(address)
    page.emulate_media(media="print")


def test_on_paper_facts_and_credits_are_as_large_as_the_text_in_the_size_that_was_chosen(
    served: str, browser: Browser
) -> None:
    for size in ("100", "150"):
        with reader(browser, served, {"size": size}) as page:
            page.goto(f"{served}/{GUIDE}")
            assert pixels(page, "fontSize", SIDE[0]) < pixels(page, "fontSize", "main .words p")  # on the screen
            page.emulate_media(media="print")
            text = pixels(page, "fontSize", "main .words p")
            assert text == 16 * int(size) / 100  # 12 pt
            assert [pixels(page, "fontSize", where) for where in SIDE] == [text, text]


def test_on_paper_a_row_of_a_list_and_what_was_folded_stay_in_one_piece(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        on_paper(page, f"{served}/browse/all.html")
        assert style(page, "breakInside", ".list > li") == "avoid"
        on_paper(page, f"{served}/{GUIDE}")
        assert style(page, "breakInside", ".from details") == "avoid"


def test_on_paper_the_arms_of_the_home_page_are_drawn_with_lines(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        page.goto(f"{served}/index.html")
        assert style(page, "clipPath", ".arms a").startswith("polygon")
        page.emulate_media(media="print")
        assert style(page, "clipPath", ".arms a") == "none"
        assert pixels(page, "borderTopWidth", ".arms a") == 2


KIT = "toolkits/asking-for-consent/index.html"
SIX = {
    "guide": GUIDE,
    "toolkit": KIT,
    "question": "questions/should-i-use-my-own-name/index.html",
    "record": "archive/stopsim/index.html",
    "entry": "directory/sciana/index.html",
    "part": "toolkits/asking-for-consent/handout-consent-sheet.html",
}
SAID = {  # on paper in each language: the edition, and what may be done with it
    "en": ("Edition of 21 November 2026. There may be a newer edition. Look here:", "What you may do with it:"),
    "cy": ("Rhifyn 21 Tachwedd 2026. Efallai fod rhifyn mwy newydd ar gael.", "Beth y cewch ei wneud â hwn:"),
}
FURNITURE = {
    "en": ("Text and colours", "Search", "Add to my pack", "Privacy", "Everything here", "Near this"),
    "cy": ("Testun a lliwiau", "Chwilio", "Ychwanegu at fy mhecyn", "Preifatrwydd", "Popeth sydd yma", "Copïo"),
}
WIDE = "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
HARD = (
    WIDE.format(
        "".join(f"<th>Col{number}E</th>" for number in range(20)),
        "".join("<tr>" + "".join(f"<td>r{row}c{cell}</td>" for cell in range(20)) + "</tr>" for row in range(60)),
    )
    + f"<p>{'Llanfair' * 40}End</p><pre><code>{'x' * 199}Q\n</code></pre>"
    + "<details><summary>Fold</summary><p>What was folded</p></details>"
    + f'<p><a href="https://example.org/{"a" * 300}Z">far</a></p>'
)


def printed(page: Page) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4")))


def text_of(document: pypdfium2.PdfDocument) -> str:
    text = " ".join(sheet.get_textpage().get_text_range() for sheet in document)
    return re.sub(r"\s+", " ", text.replace("\ufffe", "-"))


@pytest.mark.parametrize("language", SAID)
def test_six_kinds_print_what_they_are_how_old_and_whose_without_furniture(
    language: str, served: str, browser: Browser
) -> None:
    with reader(browser, served) as page:
        for kind, path in SIX.items():
            address = f"{'' if language == 'en' else 'cy/'}{path}"
            page.goto(f"{served}/{address}")
            notes = [note.inner_text() for note in page.locator("article .note summary").all()]
            text = text_of(printed(page))
            online = f"fingerpost.example/{address}".removesuffix("index.html")
            for said in (*SAID[language], *notes, online):
                assert said in text.replace(f"{online[:-1]} /", online), (kind, said)
            assert [word for word in FURNITURE[language] if word in text] == [], kind


def test_links_to_other_pages_are_spelt_out(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        page.goto(f"{served}/{GUIDE}")
        text = text_of(printed(page)).replace(" ", "")
        links = page.locator(".words a[href]").all()
        assert len(links) > 3
        for link in links:
            there = str(link.evaluate("(one) => one.href")).replace(served, "fingerpost.example")
            assert f"({there.removesuffix('index.html')})" in text


def test_nothing_is_cut_on_paper_however_wide_or_folded(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        page.goto(f"{served}/{GUIDE}")
        page.evaluate("(html) => { document.querySelector('.words').innerHTML = html; }", HARD)
        document = printed(page)
        squeezed = text_of(document).replace(" ", "").replace("-", "")
        for said in ("Col19E", "r0c19", "r59c19", "LlanfairEnd", "xQ", "Whatwasfolded", "aZ)"):
            assert said in squeezed, said
        assert squeezed.count("Col19E") > 1  # a table says its headings again on each page
        for sheet in document:
            width = sheet.get_width()
            words = sheet.get_textpage()
            boxes = [words.get_charbox(at) for at in range(words.count_chars())]
            assert all(left > 0 and right < width for left, _, right, _ in boxes)


def test_a_dark_page_prints_black_on_white(served: str, browser: Browser) -> None:
    with reader(browser, served, {"scheme": "dark"}, color_scheme="dark") as page:
        page.goto(f"{served}/{GUIDE}")
        picture = printed(page)[0].render(scale=1).to_pil().convert("L")
        assert picture.getpixel((2, 2)) == picture.getpixel((300, 60)) == 255
        counts = picture.histogram()
        assert sum(counts[200:]) > 0.85 * sum(counts)
        assert counts[0] > 200
