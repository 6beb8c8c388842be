"""Room to read and to press: small windows, large letters, wide spacing, targets that fingers can hit."""

from playwright.sync_api import Page

# WCAG 2.2, 1.4.10: a window 1280 CSS pixels wide at 400 % zoom; the height is that of the same window.
ZOOMED = (320, 256)
NARROW = (320, 640)
LARGEST_SHARE_COVERED = 1 / 3
TARGET = 44
# WCAG 2.2, 1.4.12. A constructed sheet, since the pages' policy lets no style be added.
SPACING = """() => { const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; }"""
NAME = """const name = (one) => `${one.tagName.toLowerCase()} "${(one.innerText || one.value || one.ariaLabel
    || one.id || '').trim().replace(/\\s+/g, ' ').slice(0, 40)}"`;"""
SIDEWAYS = f"""() => {{ {NAME}
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over <= 0) return [];
    const far = [...document.body.querySelectorAll('*')]
        .filter((one) => {{ const box = one.getBoundingClientRect();
            return box.width && (box.right > innerWidth + 1 || box.left < -1); }});
    return [`the page is ${{over}} px too wide: ${{far.slice(-2).map(name).join(', ')}}`]; }}"""
# What stays while the page scrolls, measured with the page in its middle; what lies in another is not counted twice.
COVERED = f"""() => {{ {NAME}
    scrollTo(0, document.documentElement.scrollHeight / 2);
    const stays = [...document.body.querySelectorAll('*')].filter((one) => {{
        const style = getComputedStyle(one);
        return ['fixed', 'sticky'].includes(style.position) && one.checkVisibility({{visibilityProperty: true}})
            && !one.closest('dialog'); }});
    const high = (one) => {{ const box = one.getBoundingClientRect();
        return box.width ? Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)) : 0; }};
    const whole = stays.filter((one) => !stays.some((other) => other !== one && other.contains(one)));
    const total = whole.reduce((sum, one) => sum + high(one), 0);
    const told = `${{Math.round(total)}} of ${{innerHeight}} px are covered by`;
    return total > innerHeight * {LARGEST_SHARE_COVERED}
        ? [`${{told}} ${{whole.filter(high).map(name).join(', ')}}`] : []; }}"""
# Text in a box that hides what does not fit; what is hidden on purpose for all but screen readers is 1 px large.
CLIPPED = f"""() => {{ {NAME}
    const cut = [];
    for (const one of document.body.querySelectorAll('*')) {{
        const style = getComputedStyle(one), hides = (value) => value === 'hidden' || value === 'clip';
        if (!one.textContent.trim() || one.clientWidth <= 1) continue;
        if (!one.checkVisibility({{visibilityProperty: true}})) continue;
        if ((hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
            || (hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1)) cut.push(`cut off: ${{name(one)}}`);
        const control = one.matches('button, summary, th, td, label, h1, h2, h3, h4');
        if (control && style.display !== 'inline' && (one.scrollWidth > one.clientWidth + 1
            || one.scrollHeight > one.clientHeight + 1)) cut.push(`spills out of its box: ${{name(one)}}`);
    }}
    return cut; }}"""
# Links in running text are excepted, as WCAG 2.2 (2.5.5, 2.5.8) excepts them: their block says more than they do.
TARGETS = f"""(least) => {{ {NAME}
    const small = [];
    for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button]')) {{
        if (one.type === 'hidden' || !one.checkVisibility({{visibilityProperty: true}})) continue;
        const boxes = [one, ...(one.labels || [])].map((each) => each.getBoundingClientRect());
        const wide = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
        const high = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
        if (boxes[0].right < 0 || boxes[0].left > document.documentElement.scrollWidth) continue;  // shown with focus
        if (one.tagName === 'A' && getComputedStyle(one).display === 'inline') {{
            let block = one.parentElement;
            while (getComputedStyle(block).display === 'inline') block = block.parentElement;
            const words = (text) => text.replace(/[\\s·,.:;()|/]+/g, '');
            if (words(block.innerText) !== words(one.innerText)) continue;
            if (high < least) small.push(`${{name(one)}} is ${{Math.round(high)}} px high`);
        }} else if (high < least - 0.5 || wide < least - 0.5) {{
            small.push(`${{name(one)}} is ${{Math.round(wide)}} × ${{Math.round(high)}} px`);
        }}
    }}
    return small; }}"""


def resize(page: Page, size: tuple[int, int]) -> None:
    """Give a page's window this width and height in CSS pixels."""
    page.set_viewport_size({"width": size[0], "height": size[1]})


def sideways(page: Page) -> list[str]:
    """Return whether an open page has to be scrolled sideways, and what sticks out."""
    found: list[str] = page.evaluate(SIDEWAYS)
    return found


def covered(page: Page) -> list[str]:
    """Return what stays on screen over more than a third of the window's height while one scrolls."""
    found: list[str] = page.evaluate(COVERED)
    return found


def clipped(page: Page) -> list[str]:
    """Return the texts that are cut off, or that spill out of a control, a cell or a heading."""
    found: list[str] = page.evaluate(CLIPPED)
    return found


def space_out(page: Page) -> None:
    """Set the spacing of text as readers may (WCAG 2.2, 1.4.12)."""
    page.evaluate(SPACING)


def small_targets(page: Page, least: int = TARGET) -> list[str]:
    """Return the controls and the links that stand by themselves which are smaller than `least` CSS pixels."""
    found: list[str] = page.evaluate(TARGETS, least)
    return found


def in_little_room(page: Page) -> list[str]:
    """Look at an open page in narrow windows, at 400 % zoom, and with wide spacing; return faults."""
    faults = []
    for name, size in (("400 % zoom", ZOOMED), ("320 px", NARROW)):
        resize(page, size)
        faults += [f"{name}: {fault}" for fault in sideways(page) + covered(page)]
    faults += [f"320 px: {fault}" for fault in small_targets(page)]
    space_out(page)
    for size in (NARROW, (1280, 900)):
        resize(page, size)
        faults += [f"{size[0]} px, spaced out: {fault}" for fault in sideways(page) + clipped(page)]
    return faults
