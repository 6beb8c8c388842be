"""What readers ask their machines for: colours of their own, and nothing that moves."""

from playwright.sync_api import Page

LONGEST = 0.01  # seconds; what is shorter is over before it is seen
NAME = """const name = (one) => `${one.tagName.toLowerCase()} "${(one.innerText || one.value || one.ariaLabel
    || one.id || '').trim().replace(/\\s+/g, ' ').slice(0, 40)}"`;"""
# In forced colours backgrounds and shadows are gone: borders and words are what is left of a control.
LOST = f"""() => {{ {NAME}
    const lost = [], alike = (one, other) => one.replace(/\\s/g, '') === other.replace(/\\s/g, '');
    const ground = (one) => {{
        for (let each = one; each; each = each.parentElement) {{
            const colour = getComputedStyle(each).backgroundColor;
            if (!/^rgba.*, 0\\)$/.test(colour) && colour !== 'transparent') return colour;
        }}
        return getComputedStyle(document.documentElement).backgroundColor; }};
    for (const one of document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button]')) {{
        if (one.type === 'hidden' || !one.checkVisibility({{visibilityProperty: true}})) continue;
        const style = getComputedStyle(one), behind = ground(one.parentElement);
        const edged = ['Top', 'Bottom'].every((side) => style[`border${{side}}Style`] !== 'none'
            && parseFloat(style[`border${{side}}Width`]) >= 1 && !alike(style[`border${{side}}Color`], behind)
            && !/^rgba.*, 0\\)$/.test(style[`border${{side}}Color`]));
        const worded = Boolean(one.innerText.trim() || one.querySelector('img[alt]:not([alt=""]), svg'))
            && !alike(style.color, ground(one));
        const drawn = ['checkbox', 'radio', 'range'].includes(one.type) && style.appearance !== 'none';
        const field = one.matches('input, select, textarea');
        if (!(field ? edged || drawn : edged || worded)) lost.push(`cannot be seen: ${{name(one)}}`);
        if (['checkbox', 'radio'].includes(one.type) && style.appearance === 'none') {{
            const before = one.checked, look = () => [one, '::before', '::after'].map((each) => {{
                const part = each === one ? getComputedStyle(one) : getComputedStyle(one, each);
                return [part.borderTopWidth, part.borderTopStyle, part.content, part.display, part.transform,
                    part.width].join(); }}).join(' ');
            one.checked = true; const on = look(); one.checked = false; const off = look(); one.checked = before;
            if (on === off) lost.push(`looks the same on and off: ${{name(one)}}`);
        }}
    }}
    return lost; }}"""
MOVES = f"""(longest) => {{ {NAME}
    const second = (text) => parseFloat(text) * (/ms\\s*$/.test(text) ? 0.001 : 1);
    const seconds = (list) => Math.max(...list.split(',').map(second));
    const moving = document.getAnimations().filter((one) => one.playState === 'running'
        && one.effect.getComputedTiming().endTime > longest * 1000).map((one) => `moves: ${{name(one.effect.target)}}`);
    for (const one of document.querySelectorAll('*')) {{
        for (const part of [null, '::before', '::after']) {{
            const style = getComputedStyle(one, part);
            if (seconds(style.transitionDuration) > longest && style.transitionProperty !== 'none')
                moving.push(`would move, in ${{style.transitionDuration}}: ${{name(one)}}`);
            if (style.animationName !== 'none' && seconds(style.animationDuration) > longest)
                moving.push(`is animated: ${{name(one)}}`);
        }}
        if (getComputedStyle(one).scrollBehavior === 'smooth') moving.push(`scrolls smoothly: ${{name(one)}}`);
    }}
    return moving; }}"""
BY_ITSELF = f"""() => {{ {NAME}
    const moving = document.getAnimations().filter((one) => one.playState === 'running')
        .map((one) => `moves by itself: ${{name(one.effect.target)}}`);
    const media = 'video[autoplay], audio[autoplay], marquee, blink, meta[http-equiv=refresh i]';
    return [...moving, ...[...document.querySelectorAll(media)].map((one) => `moves by itself: ${{name(one)}}`)]; }}"""


def lost_in_forced_colours(page: Page) -> list[str]:
    """Return the controls of an open page that have neither a border nor words in forced colours."""
    page.emulate_media(forced_colors="active")
    found: list[str] = page.evaluate(LOST)
    page.emulate_media(forced_colors="none")
    return found


def motion(page: Page) -> list[str]:
    """Return what moves by itself on an open page, and what would move though the reader asked for less motion."""
    page.emulate_media(reduced_motion="no-preference")
    found: list[str] = page.evaluate(BY_ITSELF)
    page.emulate_media(reduced_motion="reduce")
    return found + list(page.evaluate(MOVES, LONGEST))
