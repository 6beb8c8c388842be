"""A collection in which every attack of the corpus stands in every place that a stranger can write in."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from fingerpost.library.vocabulary import REQUIRED

from tests.helpers import CHECKOUT, MADE, answer, archive, entry, guide, page, toolkit, welsh, write
from tests.untrusted.corpus import AWAY, CODE, DRAWINGS, PAYLOADS, drawing

BASE = CHECKOUT / "tests" / "fixtures" / "base" / "docs"
WORD = "lighthouse"  # stands in every text, so that a search finds them all
TOGETHER = 25
LONGEST = 300  # of a line of front matter
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
NAMES = (
    f"x'><img src=x onerror={CODE}>.png",
    f'x" onmouseover="{CODE}.png',
    f"javascript:{CODE}.png",
    f"<script>{CODE}<.png",
    "{{ 7*7 }}.png",
)


def lines() -> list[str]:
    """Return the attacks that fit into a line of front matter."""
    return [text for text in PAYLOADS.values() if len(text) <= LONGEST and text.isprintable()]


def whole(attack: str) -> str:
    """Return a body in which one attack stands in every sort of block."""
    flat = " ".join(attack.split())
    return (
        f"A {WORD}.\n\n{attack}\n\nIn a sentence {flat} goes on.\n\n- {flat}\n- x\n\n> {flat}\n\n## {flat}\n\n"
        f"| a | b |\n|---|--:|\n| {flat.replace('|', '')} | 1 |\n\n<div markdown='1'>\n\n{attack}\n\n</div>\n\n"
        f'[{flat}](#x) ![{flat}](pixel.png) [x](pixel.png "{flat}") [x]({flat}) <{flat}>\n\n'
        f"x[^n]\n\n[^n]: {flat}\n\nTerm\n:   {flat}\n\n*[AB]: {flat}\n\n"
        f'AB *x*{{: title="{flat}" class="{flat}" }}\n\n'
        f"```{flat}\n{flat}\n```\n"
    )


def many(attacks: Sequence[str]) -> str:
    """Return a body with many attacks, one after the other."""
    return f"A {WORD}.\n\n" + "\n\n".join(attacks) + "\n"


def vocabulary(name: str, texts: Sequence[str]) -> str:
    """Return a vocabulary whose labels, descriptions and other words are attacks."""
    first = "early" if name == "stages" else "wellbeing" if name == "topics" else "first"
    terms: list[dict[str, Any]] = [
        {
            "id": first if number == 0 else f"t-{number}",
            "label": {"en": text, "cy": text},
            "description": {"en": text, "cy": text},
            "also": {"en": [text]},
            **({"shows": {"kinds": ["toolkit"]}} if name == "ways" else {}),
        }
        for number, text in enumerate(texts)
    ]
    return yaml.safe_dump(terms, allow_unicode=True, width=10_000)


def hostile(root: Path) -> Path:
    """Write the collection, with a site's name that attacks as well, and return its root."""
    shutil.copytree(BASE, root / "docs")
    write(root, dict(_guides()))
    write(root, dict(_records()))
    write(root, dict(_together()))
    write(root, dict(_around()))
    for name in NAMES:
        (root / "docs" / "guides" / "names" / name).write_bytes(PIXEL)
    settings: dict[str, Any] = yaml.safe_load((CHECKOUT / "mkdocs.yml").read_text("utf-8"))
    # The links of the attacks lead nowhere, of which the engine would complain.
    settings |= {"strict": False, "hooks": [], "site_name": f"\"'><script>{CODE}</script>"}
    settings["theme"]["custom_dir"] = str(CHECKOUT / "overrides")
    settings["plugins"][0]["i18n"]["languages"][1]["site_name"] = f"</title><img src=x onerror={CODE}>"
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), "utf-8")
    return root


def _guides() -> Iterator[tuple[str, str | bytes]]:
    """One guide an attack: in its body in every way, and in the facts about it."""
    for name, attack in PAYLOADS.items():
        folder = f"docs/guides/{name}"
        short = attack if attack in lines() else "A title"
        facts = {
            "title": short,
            "summary": short,
            "stages": ["early"],
            "content_notes": ["first"],
            "credits": [{"name": short, "role": short, "as": "named"}],
            "rights": {"licence": "CC-BY-SA-4.0", "holder": short},
        }
        original = guide(whole(attack), **facts)
        yield f"{folder}/index.en.md", original
        yield f"{folder}/pixel.png", PIXEL
        if name.endswith("-1"):
            yield f"{folder}/index.cy.md", welsh(original, whole(attack), title=short, summary=short)


def _records() -> Iterator[tuple[str, str | bytes]]:
    """Archive records and directory entries whose facts are attacks, a few each."""
    for number, (first, second, third) in enumerate(zip(*[iter(lines())] * 3, strict=False)):
        record = yaml.safe_load(archive(seen_in=f"record-{number}").split("---\n")[1])
        record["work"] |= {"title": first, "creators": [second], "publisher": third}
        record["work"]["identifiers"] = {"doi": first, "isbn": second, "url": f"{AWAY}/'onclick={CODE}//"}
        record["work"]["where"] = {"url": f"http://x'onmouseover='{CODE}"}
        yield f"docs/archive/record-{number}/index.en.md", page(record, f"A {WORD}.\n")
        yield (
            f"docs/directory/place-{number}/index.en.md",
            page(
                entry(
                    title=first,
                    link=f"{AWAY}/'onmouseover='{CODE}",
                    offers=["first"],
                    where=["first"],
                    contact={"email": second, "phone": third, "url": f"{AWAY}/'autofocus/onfocus='{CODE}"},
                    checked=MADE.date(),
                ),
                f"A {WORD}.\n",
            ),
        )


def _together() -> Iterator[tuple[str, str | bytes]]:
    """Pages, parts, Easy Read and answers with many attacks in each."""
    every = list(PAYLOADS.values())
    for number in range(0, len(every), TOGETHER):
        some = every[number : number + TOGETHER]
        body, title = many(some), next((text for text in some if text in lines()), "A title")
        kit, question = f"docs/toolkits/kit-{number}", f"docs/questions/question-{number}"
        yield f"docs/pages/page-{number}.en.md", page({"title": title, "summary": title}, body)
        yield f"{kit}/index.en.md", toolkit(["activity-x"], body, title=title, needs=["first"])
        yield f"{kit}/activity-x.en.md", page({"title": title, "part": "activity"}, body)
        yield f"{kit}/easy.en.md", page({"title": title}, body)
        yield f"{question}/index.en.md", guide(body, title=title)
        for turn in (1, 2):
            credits = [{"name": title, "role": title, "as": "pseudonym"}]
            yield f"{question}/answer-{turn}.en.md", answer(body, title=title, credits=credits)


def _around() -> Iterator[tuple[str, str | bytes]]:
    """Vocabularies, the ledger, drawings, and files whose names attack."""
    short = lines()
    for turn, name in enumerate(REQUIRED):
        yield f"docs/_vocabulary/{name}.yml", vocabulary(name, short[turn :: len(REQUIRED)])
    ledger = [
        {"id": f"guides/gone-{number}", "on": MADE.date(), "words": {"en": text, "cy": text}}
        for number, text in enumerate(short)
    ]
    yield "docs/_withdrawn.yml", yaml.safe_dump(ledger, allow_unicode=True, width=10_000)
    shown = "".join(f"![A drawing]({name}.svg)\n\n" for name in DRAWINGS)
    yield "docs/guides/drawings/index.en.md", guide(f"A {WORD}.\n\n{shown}", title="Drawings")
    for name, inside in DRAWINGS.items():
        yield f"docs/guides/drawings/{name}.svg", drawing(inside)
    links = "".join(f"![{name}](<{name}>) [{name}](<{name}>) <img src=\"{name}\" alt='x'>\n\n" for name in NAMES)
    yield "docs/guides/names/index.en.md", guide(f"A {WORD}.\n\n{links}", title="Names")
