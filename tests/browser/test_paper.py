"""A page as a browser prints it: nothing beside the text is larger than it, and what belongs together stays so."""

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
