"""A walk by keyboard alone: everything is reached in the order of the document, is seen, and does what it says."""

from typing import Any

from playwright.sync_api import Page

STOPS = """() => {
    const wanted = 'a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex],'
        + '[contenteditable]';
    const radios = (one) => [...document.querySelectorAll('input[type=radio]')]
        .filter((each) => each.name === one.name && each.form === one.form);
    const first = (one) => one === (radios(one).find((each) => each.checked) || radios(one)[0]);
    return [...document.querySelectorAll(wanted)].filter((one) => one.tabIndex >= 0 && !one.disabled
        && one.type !== 'hidden' && one.checkVisibility({visibilityProperty: true})
        && (one.type !== 'radio' || first(one)));  // arrows lead from one radio button to the next
}"""
# What is measured, just before each press of a key: focus has moved by then, and the page has scrolled.
WATCH = f"""() => {{
    const before = window.walk, walk = window.walk = {{stops: ({STOPS})(), seen: [], pressed: []}};
    const words = (one) => (one.innerText || one.value || one.ariaLabel || one.id || '').trim().slice(0, 40);
    walk.name = (one) => one === document.body ? 'nothing' : `${{one.tagName.toLowerCase()}} "${{words(one)}}"`;
    walk.measure = () => {{
        const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
        const on = document.elementFromPoint((Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2,
            (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2);
        walk.seen.push({{stop: walk.stops.indexOf(one), name: walk.name(one),
            scrolls: one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight,
            outline: style.outlineStyle === 'none' || /^rgba.*, 0\\)$/.test(style.outlineColor) ? 0
                : parseFloat(style.outlineWidth),
            uncovered: Boolean(on) && (one.contains(on) || on.contains(one) || on.closest('label')?.control === one)}});
    }};
    scrollTo(0, 0);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    if (before) return walk.stops.length;
    window.addEventListener('keydown', (event) => {{ if (event.key === 'Tab') window.walk.measure(); }}, true);
    window.addEventListener('click', (event) => {{
        window.walk.pressed.push(event.target);
        if (!event.target.closest('summary')) {{ event.preventDefault(); event.stopImmediatePropagation(); }}
    }}, true);
    return walk.stops.length;
}}"""
HOW = """() => { const one = document.activeElement;
    return [window.walk.name(one), one.tagName === 'INPUT' ? one.type : one.tagName.toLowerCase(), walk.pressed.length,
        one.parentElement?.open === true, one.value ?? '']; }"""
SETTLES = 1500  # milliseconds
TYPED = ("text", "search", "email", "tel", "url", "number", "password", "textarea")


def _seen(page: Page) -> list[dict[str, Any]]:
    """Measure the last stop too, and return all that was seen since the last time."""
    found: list[dict[str, Any]] = page.evaluate("() => { walk.measure(); return walk.seen.splice(0); }")
    return found


def _told(seen: list[dict[str, Any]], wanted: list[int], way: str) -> list[str]:
    """Return what is wrong with one walk, whose stops should have been these."""
    # A region that scrolls is a stop of its own in some browsers, and has to be one (WCAG 2.1.1).
    stops = [one for one in seen if not (one["stop"] < 0 and one["scrolls"])]
    faults = []
    for at, (one, stop) in enumerate(zip(stops, wanted, strict=False)):
        if one["stop"] != stop:
            faults.append(f"{way}, press {at + 1} leads to {one['name']}, not to stop {stop + 1} of {len(wanted)}")
            break
    if len(stops) < len(wanted):
        faults.append(f"{way}, {len(wanted) - len(stops)} stops are not reached")
    faults += [f"{way}, focus is not seen on {one['name']}" for one in stops if one["outline"] < 2]
    faults += [f"{way}, something covers {one['name']}" for one in stops if not one["uncovered"]]
    return faults


def walk(page: Page) -> list[str]:
    """Press Tab through an open page and Shift+Tab back; return what is out of order, unseen, covered or a trap."""
    count = page.evaluate(WATCH)
    for _ in range(count):
        page.keyboard.press("Tab")
    seen = _seen(page)[1:]
    for _ in [one for one in seen if one["stop"] < 0 and one["scrolls"]]:
        page.keyboard.press("Tab")
        seen += _seen(page)[1:]
    faults = _told(seen, list(range(count)), "with Tab")
    if not faults:
        for _ in range(len(seen) - 1):
            page.keyboard.press("Shift+Tab")
        faults += _told(_seen(page)[1:], list(range(count - 1))[::-1], "with Shift+Tab")
    return faults


def operate(page: Page) -> list[str]:
    """Walk through an open page and press what stands at each stop: Enter, Space, a letter, or an arrow."""
    faults = []
    for _ in range(page.evaluate(WATCH)):
        page.keyboard.press("Tab")
        name, sort, clicks, opened, value = page.evaluate(HOW)
        keys = {"a": ["Enter"], "checkbox": ["Space"], "radio": ["ArrowDown"]}.get(sort, ["Enter", "Space"])
        if sort in TYPED:
            page.keyboard.type("7")
            if page.evaluate(HOW)[4] == value:
                faults.append(f"nothing can be typed into {name}")
            page.keyboard.press("Backspace")
            page.wait_for_timeout(SETTLES)  # a list that follows what is typed is drawn anew
        elif sort in ("a", "button", "summary", "checkbox", "radio", "submit", "reset"):
            for key in keys:
                page.keyboard.press(key)
                _, _, after, now, _ = page.evaluate(HOW)
                if after == clicks or (sort == "summary" and now == opened):
                    faults.append(f"{key} does nothing on {name}")
                clicks, opened = after, now
    return faults


def skip(page: Page) -> list[str]:
    """Press the first link of a page just opened, where it has a header: that link has to lead past the header."""
    if not page.get_by_role("banner").get_by_role("link").count():
        return []
    page.keyboard.press("Tab")
    if not page.evaluate("document.activeElement.getAttribute('href')?.startsWith('#')"):
        return ["the first stop is not a link past the header"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    where = """() => { const main = document.querySelector('main'), one = document.activeElement;
        return Boolean(main && one && one !== document.body && (main.contains(one) ||
            main.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)); }"""
    return [] if page.evaluate(where) else ["the link past the header does not lead past it"]
