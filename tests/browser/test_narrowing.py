"""A list that is narrowed by boxes: what is counted is what can be seen, and its address can be kept and passed on."""

import re

from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.looks import reader

ALL = "browse/all.html"
GUIDES = f"{ALL}#kind=guide"


def shown(page: Page) -> int:
    """Count the rows of the list that can be seen."""
    return sum(row.is_visible() for row in page.locator(".listing .list > li").all())


def counted(page: Page) -> tuple[int, int]:
    """Return the two numbers that the page says of its list: how many are shown, of how many."""
    few, every = re.findall(r"\d+", page.locator("#fp-narrow [role=status]").inner_text())
    return int(few), int(every)


def tick(page: Page, value: str) -> None:
    """Tick the box of that term, in the boxes unfolded for it."""
    if page.locator("#fp-narrow details[open]").count() == 0:
        page.locator("#fp-narrow summary").click()
    page.locator(f"#fp-narrow input[value={value}]").check()


def test_a_narrowed_list_counts_what_can_be_seen(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        page.goto(f"{served}/{ALL}")
        every = shown(page)
        tick(page, "guide")
        assert counted(page) == (shown(page), every)
        assert 0 < shown(page) < every


def test_a_narrowed_list_does_not_count_what_a_reader_chose_to_leave_out(served: str, browser: Browser) -> None:
    with reader(browser, served) as page:
        page.goto(f"{served}/{GUIDES}")
        guides, every = counted(page)
    with reader(browser, served, {"leave": ["suicide"]}) as page:
        page.goto(f"{served}/{GUIDES}")
        few, there = counted(page)
        assert few == shown(page) < guides
        assert there < every
        assert page.locator("label:has(input[value=guide]) .count").text_content() == f"({few})"
        page.get_by_role("button", name="Show what is left out").first.click()
        assert counted(page)[0] == shown(page) == guides


def test_what_is_said_to_be_left_out_is_of_the_narrowed_list(served: str, browser: Browser) -> None:
    with reader(browser, served, {"leave": ["suicide"]}) as page:
        page.goto(f"{served}/{ALL}")
        expect(page.locator(".left-out").first).to_be_visible()
        tick(page, "question")
        assert counted(page)[0] == shown(page) > 0
        assert not any(one.is_visible() for one in page.locator(".left-out").all())  # nothing more to show
        page.locator("#fp-narrow input[value=question]").uncheck()
        expect(page.locator(".left-out").first).to_be_visible()


def test_a_group_of_boxes_without_any_box_is_not_named(served: str, browser: Browser) -> None:
    def without_forms(route: Route) -> None:  # as where nothing of a guide is printed
        html = route.fetch().text()
        route.fulfill(
            body=re.sub(r'(data-kind="guide"[^>]*) data-format="[^"]*"', r"\1", html), content_type="text/html"
        )

    with reader(browser, served) as page:
        page.route(f"{served}/{ALL}", without_forms)
        page.goto(f"{served}/{ALL}")
        tick(page, "guide")
        groups = [one for one in page.locator("#fp-narrow fieldset").all() if one.is_visible()]
        assert len(groups) < page.locator("#fp-narrow fieldset").count()  # guides have no form
        assert all(any(box.is_visible() for box in one.locator("label").all()) for one in groups)


def test_the_address_of_a_narrowed_list_is_followed_by_back_by_hand_and_into_the_other_language(
    served: str, browser: Browser
) -> None:
    with reader(browser, served) as page:
        page.goto(f"{served}/{ALL}")
        tick(page, "guide")
        guides = counted(page)
        page.locator(".listing .list > li:visible a.title").first.click()
        page.wait_for_url("**/guides/**")
        page.go_back()
        page.wait_for_url(f"**/{GUIDES}")
        assert counted(page) == guides
        page.evaluate("location.hash = 'kind=question'")
        expect(page.locator("#fp-narrow input[value=question]")).to_be_checked()
        assert counted(page)[0] == shown(page) != guides[0]
        page.locator("header a.other").click()
        page.wait_for_url(f"**/cy/{ALL}#kind=question")
        assert counted(page)[0] == shown(page)


def test_a_list_that_comes_narrowed_is_not_pushed_down_by_its_boxes(served: str, browser: Browser) -> None:
    with reader(browser, served, viewport={"width": 360, "height": 740}) as page:
        page.goto(f"{served}/{GUIDES}")
        expect(page.locator("#fp-narrow summary")).to_contain_text("(1)")
        assert not page.locator("#fp-narrow label").first.is_visible()
        expect(page.locator(".listing a.title:visible").first).to_be_in_viewport()
