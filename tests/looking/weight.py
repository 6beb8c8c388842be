"""What a page costs a reader: the bytes that cross the wire before it can be read, and who is asked for them."""

from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession

MOST = 100 * 1024  # for the first view of a guide, fonts included, images not
PICTURES = {"Image", "Media"}


@dataclass(frozen=True, slots=True)
class FirstView:
    """What was fetched for one page with an empty cache: bytes of each sort of thing, heads of answers included."""

    sorts: dict[str, int]
    addresses: tuple[str, ...]

    @property
    def bytes(self) -> int:
        """All but pictures."""
        return sum(size for sort, size in self.sorts.items() if sort not in PICTURES)


def first_view(browser: Browser, address: str) -> FirstView:
    """Open a page with nothing kept from before, as Chromium counts it: compressed bytes, with the answers' heads.

    Pictures are counted, as a sort of their own. The host has to compress as real ones do: see `serving.hosted`.
    """
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    session: CDPSession = context.new_cdp_session(page)
    session.send("Network.enable")
    sort_of: dict[str, str] = {}
    sorts: dict[str, int] = {}
    addresses: list[str] = []

    def sent(event: dict[str, str | dict[str, str]]) -> None:
        addresses.append(str(event["request"]["url"]))  # type: ignore[index]

    def answered(event: dict[str, str]) -> None:
        sort_of[event["requestId"]] = event["type"]

    def finished(event: dict[str, float | str]) -> None:
        sort = sort_of.get(str(event["requestId"]), "Other")
        sorts[sort] = sorts.get(sort, 0) + int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", sent)
    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", finished)
    page.goto(address, wait_until="networkidle")
    context.close()
    return FirstView(sorts, tuple(addresses))
