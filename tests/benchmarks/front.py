"""Front matter for the made-up collection, written as the starter content writes it."""

from typing import Protocol

TOPICS = ("wellbeing", "ownership", "pay", "power", "confidence", "isolation", "funding", "systems", "groups", "allies")
STAGES = ("early", "emerging", "experienced", "senior")
AUDIENCES = ("people-with-lived-experience", "lived-experience-led-groups", "allies", "organisations", "funders")
NOTES = ("coercion", "discrimination", "bereavement")
NEEDS = ("pens", "paper", "large-paper", "handouts", "clock", "quiet-room")
PLACES = ("uk", "wales", "england", "online")
PART_KINDS = {"notes": "facilitator-notes"}
GROUP = "{name: Example Group, role: compiler, as: group}"


class Entry(Protocol):
    """What the front matter of a resource is made from."""

    @property
    def folder(self) -> str:
        """The folder of its kind."""

    @property
    def number(self) -> int:
        """Its number in the collection."""

    @property
    def slug(self) -> str:
        """The name of its folder."""


def of_original(entry: Entry, sort: str, title: str, summary: str, parts: list[str], sources: list[str]) -> str:
    """Return an original's front matter, without the lines of hyphens; `sort` says what sort of text it is."""
    lines = [f"title: {_quoted(title)}"]
    if sort == "pages":
        lines.append(f"summary: {summary}")
    elif sort == "answer":
        lines += _made(sources)
    elif sort != entry.folder:
        lines.append(f"part: {PART_KINDS.get(sort, sort)}")
        lines += [f"minutes: {20 + entry.number % 5 * 10}"] if sort == "activity" else []
    else:
        lines += [f"summary: {summary}", *_about(entry, sources), *_of_kind(entry, title, parts), *_rights(entry)]
    return "\n".join(lines) + "\n"


def of_translation(original: str, title: str, summary: str, mark: str, *, draft: bool) -> str:
    """Return a translation's front matter, without the lines of hyphens; `mark` is what it was made from."""
    read = "status: draft" if draft else "status: reviewed, reviewed_by: [{name: Example Readers, as: group}]"
    lines = [f"title: {_quoted(title)}", *([f"summary: {summary}"] if summary else [])]
    lines.append(
        f'translation: {{from: {original}, source: "{mark}", {read}, by: [{{name: Example Group, as: group}}]}}'
    )
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    return f'"{words}"' if ": " in words else words


def _some(terms: tuple[str, ...], number: int, count: int) -> str:
    return f"[{', '.join(terms[(number + step) % len(terms)] for step in range(count))}]"


def _made(sources: list[str]) -> list[str]:
    return [
        "credits:",
        f"  - {GROUP}",
        "made_by: compiled",
        f"sources: [{', '.join(sources)}]",
        "rights: {licence: CC-BY-SA-4.0, holder: Example Group}",
    ]


def _about(entry: Entry, sources: list[str]) -> list[str]:
    number = entry.number
    ours = _made_for_this(entry)
    return [
        f"topics: {_some(TOPICS, number, 2 + number % 3)}",
        f"stages: {_some(STAGES, number, 1 + number % 4)}",
        f"audiences: {_some(AUDIENCES, number, 1 + number % 3)}",
        *([f"content_notes: {_some(NOTES, number, 1)}"] if number % 9 == 0 else []),
        "credits:",
        f"  - {GROUP.replace('compiler', 'author') if ours else GROUP}",
        f"made_by: {'lived-experience-led' if ours else 'compiled'}",
        f"sources: [{', '.join(sources)}]",
        "published: 2026-11-21",
        "reviewed: 2026-11-21",
        "review_by: 2027-11-21",
    ]


def _made_for_this(entry: Entry) -> bool:
    return entry.folder in ("guides", "toolkits") and entry.number % 4 == 0


def _of_kind(entry: Entry, title: str, parts: list[str]) -> list[str]:
    number = entry.number
    if entry.folder == "toolkits":
        needs = _some(NEEDS, number, 4)
        return [f"parts: [{', '.join(parts)}]", "time: 120", "group_size: {from: 4, to: 12}", f"needs: {needs}"]
    if entry.folder == "directory":
        return [
            f'link: "https://example.org/{number}"',
            "offers: [network, training]",
            f"where: {_some(PLACES, number, 1)}",
            "cost: unknown",
            "checked: 2026-10-31",
        ]
    if entry.folder != "archive":
        return []
    return [
        "work:",
        f'  title: "{title}"',
        "  creators: [Example Group]",
        f'  date: "{1970 + number % 50}"',
        "  type: report",
        "  languages: [en]",
        f'  identifiers: {{url: "https://example.org/{number}"}}',
        f'  where: {{url: "https://example.org/{number}", access: open}}',
        f"  confirmed: {{in: {entry.slug}, on: 2026-11-21}}",
        "  holding: record",
    ]


def _rights(entry: Entry) -> list[str]:
    if entry.folder == "archive":
        return ["rights: {licence: InC, holder: Example Group}"]
    lines = ["rights: {licence: CC-BY-SA-4.0, holder: Example Group}"]
    if _made_for_this(entry):
        scope = "[web, print, offline, translation]"
        lines.append(f"consent: {{reference: C-{entry.number:04}, scope: {scope}, review_by: 2027-11-21}}")
    return lines
