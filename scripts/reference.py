"""Write the reference of the checks into docs/pages/, in every language that the checks speak.

For maintainers, after a check's docstring or its translation has changed:

    python3 scripts/reference.py            write docs/pages/checks*.md and the README's list anew
    python3 scripts/reference.py --check    say which of them are out of date, and end with 1 if any is

One page lists every check; one page for each group says what each of them finds, why it matters and how to
mend it. English is the original, other languages are drafts made from it.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fingerpost.checks import CHECKS, Severity, catalogue_for, known_languages
from fingerpost.checks.reference import Paragraph, paragraphs, title_of, weight
from fingerpost.checks.registry import Check
from fingerpost.languages import Phrase, in_words_of, say
from fingerpost.languages.phrases import SOURCE_LANGUAGE
from fingerpost.library.fingerprint import fingerprint

PAGES = Path(__file__).resolve().parents[1] / "docs" / "pages"
README = PAGES.parents[1] / "README.md"
BEGIN, END = "<!-- checks: written by scripts/reference.py -->", "<!-- end of checks -->"
FENCE = "~~~~"
# Their examples hold what looks like somebody's e-mail address or number, which would trip the check itself on a page
# of the site, or bytes that say nothing to a reader.
WITHOUT_EXAMPLES = frozenset(
    {"FP303", "FP308", "FP309", "FP310", "FP311", "FP312", "FP313", "FP314", "FP315", "FP318", "FP319"}
)
MARKS = {
    Severity.ERROR: say("has to be mended"),
    Severity.WARNING: say("worth a look"),
    Severity.NOTICE: say("good to know"),
}

Catalogue = Mapping[str, str]
Body = Callable[[Catalogue, str], str]


@dataclass(frozen=True)
class Group:
    """The checks whose ids begin with the same figure: their page's name, title and summary."""

    figure: str
    slug: str
    title: Phrase
    summary: Phrase

    @property
    def checks(self) -> list[Check]:
        """The checks of the group, by id."""
        return [check for check in CHECKS if check.ID[2] == self.figure]


INDEX, ABOVE = "checks", "taking-part"
TITLE = say("What the checks look for")
SUMMARY = say("Every check that runs before anything is published, and what each of them means.")
OPENING = (
    say(
        "Before anything is published, Fingerpost looks through all texts and files. "
        "It says what it found, in which file and line, and how to mend it. "
        "Each check has a short name, such as FP402. All of them are listed below."
    ),
    say(
        "Some findings have to be mended before anything is published. Others are worth a look, and nothing is "
        "held back because of them."
    ),
    say(
        "A rule can be wrong for one place. Then the facts at the top of that file can set it aside, with the reason: "
        "`checks: {ignore: {FP402: The words stand below the picture.}}` Editors see every such exception. "
        "Errors about consent, rights and privacy can't be set aside."
    ),
)
SHORT_FORMS = {
    "CLDR": say("Unicode's Common Locale Data Repository"),
    "EDTF": say("Extended Date/Time Format"),
    "HM": say("His Majesty's"),
    "ISO": say("International Organization for Standardization"),
    "SVG": say("Scalable Vector Graphics, a form of drawing"),
    "WCAG": say("Web Content Accessibility Guidelines"),
    "YAML": say("the way in which the facts at the top of a file are written"),
}
GROUPS = (
    Group(
        "1",
        "checks-facts",
        say("Checks of the facts at the top of a file"),
        say("Titles, dates, topics and the other facts that each file begins with."),
    ),
    Group(
        "2",
        "checks-languages",
        say("Checks of languages and translations"),
        say("Originals and translations, and whether both say the same."),
    ),
    Group(
        "3",
        "checks-people",
        say("Checks of consent, rights and privacy"),
        say("What people agreed to, what a licence allows, and what must not be given away."),
    ),
    Group(
        "4",
        "checks-access",
        say("Checks that everybody can read it"),
        say("Headings, pictures, links, tables, recordings and Easy Read."),
    ),
    Group(
        "5",
        "checks-links",
        say("Checks of links and files"),
        say("Links that lead nowhere, and files that are too large, unsafe or unused."),
    ),
    Group(
        "6",
        "checks-words",
        say("Checks of plain words"),
        say("Long sentences, hard words, and words that hurt."),
    ),
    Group(
        "7",
        "checks-paper",
        say("Checks for paper and for places without the internet"),
        say("What would be lost or cut off on paper or on a USB stick."),
    ),
    Group(
        "9",
        "checks-collection",
        say("Checks of the collection as a whole"),
        say("The list of what was withdrawn, the lists of topics and other terms, and the words of the site."),
    ),
)


def pages() -> dict[str, str]:
    """Return every page of the reference: its file's name in docs/pages and what stands in it."""
    found: dict[str, str] = {}
    for name, title, summary, parent, body in _all_pages():
        original = body({}, SOURCE_LANGUAGE)
        mark = fingerprint(str(title), str(summary), original)
        found[f"{name}.{SOURCE_LANGUAGE}.md"] = _file(title, summary, {}, [parent], original)
        for language in known_languages()[1:]:
            words = catalogue_for(language)
            more = [f'translation: {{from: {SOURCE_LANGUAGE}, source: "{mark}", status: draft}}']
            found[f"{name}.{language}.md"] = _file(title, summary, words, more, body(words, language))
    return found


def _all_pages() -> Iterator[tuple[str, Phrase, Phrase, str, Body]]:
    yield INDEX, TITLE, SUMMARY, f"part_of: {ABOVE}", _index
    for group in GROUPS:
        yield group.slug, group.title, group.summary, f"part_of: {INDEX}", _body_of(group)


def _file(title: Phrase, summary: Phrase, words: Catalogue, more: list[str], body: str) -> str:
    lines = ["---", f"title: {in_words_of(title, words)}", f"summary: {in_words_of(summary, words)}", *more, "---"]
    return "\n".join([*lines, "", body]) + "\n"


def _index(words: Catalogue, language: str) -> str:
    parts = [in_words_of(phrase, words) for phrase in OPENING]
    for group in GROUPS:
        parts.append(f"## {in_words_of(group.title, words)}")
        parts.append("\n".join(_row(check, f"{group.slug}.{language}.md", words) for check in group.checks))
    return "\n\n".join(parts)


def _row(check: Check, page: str, words: Catalogue) -> str:
    title = in_words_of(title_of(check), words)
    return f"- [{check.ID}: {title}]({page}#{check.ID.lower()}) ({in_words_of(MARKS[check.SEVERITY], words)})"


def _body_of(group: Group) -> Body:
    def body(words: Catalogue, _language: str) -> str:
        parts = [_section(check, words) for check in group.checks]
        return "\n\n".join([*parts, *_short_forms("\n\n".join(parts), words)])

    return body


def _short_forms(page: str, words: Catalogue) -> list[str]:
    """Return what the short forms on a page stand for, as definitions that the page shows with them."""
    lines = [
        f"*[{form}]: {in_words_of(meaning, words)}"
        for form, meaning in SHORT_FORMS.items()
        if re.search(rf"\b{form}\b", page)
    ]
    return ["\n".join(lines)] if lines else []


def _section(check: Check, words: Catalogue) -> str:
    first, *rest = paragraphs(check)
    parts = [
        f"## {check.ID}: {in_words_of(title_of(check), words)} {{#{check.ID.lower()}}}",
        in_words_of(first.words, words),
        in_words_of(weight(check), words),
    ]
    shown = [part for part in rest if part.example is None or check.ID not in WITHOUT_EXAMPLES]
    for paragraph in shown:
        parts.append(_shown(paragraph, words))
    if len(shown) < len(rest):
        parts.append(in_words_of(say("To see an example, type `fingerpost explain {id}`.", id=check.ID), words))
    return "\n\n".join(parts)


def _shown(paragraph: Paragraph, words: Catalogue) -> str:
    said = in_words_of(paragraph.words, words)
    if paragraph.heading:
        return f"### {said}"
    if not paragraph.example:
        return said
    return f"**{said}**\n\n{FENCE}\n{paragraph.example}\n{FENCE}"


def readme() -> str:
    """Return the README with its list of checks as they are now."""
    rows = ["| what is looked at | checks |", "|---|---|"]
    for group in GROUPS:
        checks = " · ".join(f"{check.ID} {title_of(check)}" for check in group.checks)
        rows.append(f"| {group.summary.rstrip('.')} | {checks} |")
    before, _, rest = README.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    return "".join([before, BEGIN, "\n", "\n".join(rows), "\n", END, after])


def main() -> None:
    """Write the pages and the README's list, or say which are out of date."""
    made = pages()
    there = {file.name for file in PAGES.glob(f"{INDEX}*.md")}
    old = sorted(
        name for name in there | set(made) if name not in there or (PAGES / name).read_text("utf-8") != made.get(name)
    )
    listed = readme()
    if "--check" in sys.argv[1:]:
        for name in old:
            print(f"docs/pages/{name} is out of date.")
        if listed != README.read_text("utf-8"):
            print("The list of checks in README.md is out of date.")
            sys.exit(1)
        sys.exit(1 if old else 0)
    README.write_text(listed, "utf-8", newline="\n")
    for name in old:
        if name in made:
            (PAGES / name).write_text(made[name], "utf-8", newline="\n")
        else:
            (PAGES / name).unlink()
        print(f"docs/pages/{name}")


if __name__ == "__main__":
    main()
