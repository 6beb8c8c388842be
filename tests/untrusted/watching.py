"""Watching a page while it is attacked: what it asks for, says, opens and runs, and what of it could run."""

from contextlib import suppress
from dataclasses import dataclass, field

from playwright.sync_api import Dialog, Error, Page

# What could run, load or lead away, wherever it stands in the page as the browser has understood it.
FOUND = """() => {
    const found = [];
    const own = (address) => !address || new URL(address, document.baseURI).origin === location.origin;
    const LINKS = ['http:', 'https:', 'mailto:', 'tel:', 'sms:', 'file:'];
    const NEVER = 'iframe, frame, frameset, object, embed, applet, base, style, svg, math, template, portal, area, '
        + 'video, audio, source, track, dialog, marquee, textarea, select, noscript';
    for (const one of document.querySelectorAll('*')) {
        for (const { name, value } of one.attributes) {
            if (name.startsWith('on')
                || ['style', 'srcdoc', 'formaction', 'ping', 'background', 'srcset', 'target']
                .includes(name)) found.push(`${one.localName} ${name}=${value}`);
            if (['href', 'src', 'action', 'cite', 'xlink:href', 'data', 'poster'].includes(name)) {
                let scheme = 'unreadable:';
                try { scheme = new URL(value, document.baseURI).protocol; } catch { /* leads nowhere */ }
                if (![...LINKS, 'unreadable:'].includes(scheme)) found.push(`${one.localName} ${name}=${value}`);
            }
        }
    }
    for (const one of document.querySelectorAll(NEVER)) found.push(`<${one.localName}>`);
    const DATA = '[type="application/json"], [type="application/ld+json"]';
    for (const one of document.querySelectorAll(`script:not(${DATA})`)) {
        const ours = /\\/(assets|search-index)\\/[\\w./-]+\\.js(\\?[0-9a-f]+)?$/.test(one.src);
        if (!ours || !own(one.src)) found.push(`<script> ${one.src}`);
    }
    for (const one of document.querySelectorAll('img, link[rel=stylesheet], link[rel=icon]')) {
        if (!own(one.src || one.href)) found.push(`elsewhere ${one.src || one.href}`);
    }
    for (const one of document.querySelectorAll('meta[http-equiv]')) {
        if (one.httpEquiv !== 'Content-Security-Policy') found.push(`<meta> ${one.httpEquiv}`);
    }
    for (const one of document.querySelectorAll('form, input, button')) {
        const ours = one.closest('.find, .search-form, #fp-narrow, #fp-choices')
            || one.closest('#search-also, #search-filters, #search-offers') || one.matches('#search-more, .search-more')
            || one.matches('.side > .from > details > p > button.copy')
            || one.matches('.side > #fp-pack > p > button');
        if (!ours || one.closest('.words')) found.push(one.outerHTML);
    }
    const ours = '.words [id^="fp-"]:not(#fp-answers), [name="fp-main"]';
    for (const one of document.querySelectorAll(ours)) found.push(`#${one.id}`);
    return found;
}"""
# What a reader does with everything on a page, but for following links.
TOUCH = """() => {
    for (const one of document.querySelectorAll('*')) {
        for (const kind of ['mouseover', 'pointerdown', 'focus', 'error', 'toggle', 'animationstart', 'beforematch']) {
            one.dispatchEvent(new Event(kind));
        }
        if (!one.closest('a, button, summary, input')) one.dispatchEvent(new MouseEvent('click'));
    }
    return window.__fp_xss;
}"""


@dataclass(slots=True)
class Watch:
    """What a page did that it must not."""

    home: str
    done: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Begin to watch a page."""
        page.on("dialog", lambda dialog: self._said(dialog))
        page.on("request", lambda asked: self._asked(asked.url))
        page.on("pageerror", lambda error: self.done.append(f"broke {error}"))
        page.on("popup", lambda _: self.done.append("opened a window"))
        page.on("console", lambda said: self._heard(said.type, said.text))

    def _said(self, dialog: Dialog) -> None:
        self.done.append(f"said {dialog.message}")
        with suppress(Error):  # it went when its page did
            dialog.dismiss()

    def _asked(self, address: str) -> None:
        if not address.startswith(self.home):
            self.done.append(f"asked for {address}")

    def _heard(self, kind: str, text: str) -> None:
        # A picture that is not there is what many attacks begin with; that it is missing does no harm.
        if kind == "error" and not text.startswith("Failed to load resource"):
            self.done.append(f"complained {text}")


def amiss(page: Page, address: str, watch: Watch) -> list[str]:
    """Open a page, touch everything on it, and return what it did and what in it could do more."""
    watch.done.clear()
    try:
        page.goto(address)
        found = [f"holds {said}" for said in page.evaluate(FOUND)]
        if mark := page.evaluate(TOUCH):
            found.append(f"ran {mark}")
    except Error as error:  # the page went while it was looked at
        found = [f"went away: {error}"]
    if page.url.split("#")[0] != address.split("#")[0]:
        found.append(f"went to {page.url}")
    return found + list(watch.done)
