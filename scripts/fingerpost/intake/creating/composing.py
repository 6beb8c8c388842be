"""The files of a new resource: its facts, each on its line, and marks where a person has still to write."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import yaml

from fingerpost.checks.forms import example
from fingerpost.checks.wording import slug
from fingerpost.intake.creating.bodies import body_of
from fingerpost.intake.creating.naming import shortened
from fingerpost.languages.phrases import Phrase, say
from fingerpost.library.kinds import ARCHIVE, PAGE, PART_PREFIXES, QUESTION, TOOLKIT, Kind

Words = Callable[[Phrase], str]
Facts = dict[str, Any]
OF_ANSWERS = ("credits", "made_by", "rights", "consent")
REVIEWED_AFTER = timedelta(days=365)
IN_WELSH = {"gweithgaredd": "activity", "taflen": "handout", "rhestr wirio": "checklist", "nodiadau": "notes"}
FACILITATOR = {"notes": "facilitator-notes"}  # the file's name, and what it is called among the facts


def compose(
    kind: Kind, id: str, title: str, language: str, answers: Mapping[str, Any], today: date, words: Words
) -> dict[str, str]:
    """Return the files of a new resource, name to text.

    What was not answered stands as a comment among the facts, and a check says that it is missing. `words` says a
    phrase in the language in which comments are written.
    """
    name = id.rpartition("/")[2]
    index = f"{name}.{language}.md" if kind is PAGE else f"index.{language}.md"
    parts = dict(_parts(answers.get("parts", [])))
    facts = facts_of(kind, name, title, {**answers, "parts": list(parts)}, today)
    files = {index: _file(facts, wanted_of(kind), body_of(kind.name, language, words), words)}
    for stem, (sort, said) in parts.items():
        body = body_of(sort, language, words)
        files[f"{stem}.{language}.md"] = _file({"title": said, "part": FACILITATOR.get(sort, sort)}, (), body, words)
    if kind is QUESTION:
        for number, said in enumerate(answers.get("answers", []), start=1):
            own: Facts = {"title": said} | {key: facts[key] for key in OF_ANSWERS if key in facts}
            body = body_of("answer", language, words)
            files[f"answer-{number}.{language}.md"] = _file(own, ("credits", "made_by", "rights"), body, words)
    return files


def facts_of(kind: Kind, name: str, title: str, answers: Mapping[str, Any], today: date) -> Facts:
    """Return the facts at the top of a resource, in the order in which they are written, without what is not known."""
    if kind is PAGE:
        return _known({"title": title, "summary": answers.get("summary")})
    compiled = kind is ARCHIVE or answers.get("made_by") == "compiled"
    return _known(
        {
            "title": title,
            "summary": answers.get("summary"),
            **{key: answers.get(key) for key in ("topics", "stages", "audiences", "content_notes")},
            "credits": _credits(answers, "compiler" if compiled else "author"),
            "made_by": "compiled" if compiled else answers.get("made_by"),
            "published": today,
            "review_by": today + REVIEWED_AFTER,
            **({"parts": answers.get("parts"), "time": answers.get("time")} if kind is TOOLKIT else {}),
            **({"work": _work(name, answers, today)} if kind is ARCHIVE else {}),
            **(_directory(answers) if kind.name == "directory" else {}),
            "rights": _rights(answers),
            "consent": _consent(answers),
        }
    )


def wanted_of(kind: Kind) -> tuple[str, ...]:
    """Return the facts that a kind can't do without."""
    return tuple(name for name, field in kind.schema.model_fields.items() if field.is_required())


def as_yaml(facts: Facts) -> str:
    """Return facts as they are written at the top of a file: one a line, what belongs together in brackets."""
    lines = []
    for key, value in facts.items():
        said = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=float("inf"))
        lines.append(f"{key}: {said.removesuffix('...' + chr(10)).strip()}\n")
    return "".join(lines)


def _file(facts: Facts, wanted: tuple[str, ...], body: str, words: Words) -> str:
    missing = [key for key in wanted if key not in facts]
    return f"---\n{as_yaml(facts)}{''.join(_remark(key, words) for key in missing)}---\n\n{body}"


def _remark(key: str, words: Words) -> str:
    """Return a line that says what is missing, and shows how it is written."""
    return f"# {words(say('Still to say, like this:'))} {example(key)}\n"


def _known(facts: Mapping[str, Any]) -> Facts:
    return {key: value for key, value in facts.items() if value not in (None, "", [], {})}


def _credits(answers: Mapping[str, Any], role: str) -> list[Facts]:
    named = answers.get("named")
    if not named or (named != "anonymous" and not answers.get("by")):
        return []
    return [_known({"name": None if named == "anonymous" else answers.get("by"), "role": role, "as": named})]


def _rights(answers: Mapping[str, Any]) -> Facts:
    if not answers.get("licence"):
        return {}
    holder = answers.get("holder") or (answers.get("by") if answers.get("named") != "anonymous" else None)
    # Where makers keep all rights, the sheet by which they agreed is the permission (docs/pages/editors.en.md).
    permission = answers.get("consent") if answers["licence"] == "InC" else None
    return _known({"licence": answers["licence"], "holder": holder, "permission": permission})


def _consent(answers: Mapping[str, Any]) -> Facts:
    if not answers.get("consent"):
        return {}
    return _known(
        {"reference": answers["consent"], "scope": answers["scope"], "review_by": answers.get("agreed_until")}
    )


def _directory(answers: Mapping[str, Any]) -> Facts:
    return {key: answers.get(key) for key in ("link", "offers", "where", "cost", "checked")}


def _work(name: str, answers: Mapping[str, Any], today: date) -> Facts:
    link = answers.get("link")
    return _known(
        {
            "title": answers.get("work_title"),
            "creators": answers.get("creators"),
            "publisher": answers.get("publisher"),
            "date": answers.get("work_date"),
            "type": answers.get("work_type"),
            "languages": answers.get("work_languages"),
            "identifiers": _known({"url": link}),
            "where": _known({"url": link, "access": answers.get("access")}),
            "confirmed": {"in": answers.get("seen_in") or name, "on": today},
            "holding": "record",
        }
    )


def _parts(said: list[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each part's name, sort and title. Without a sort before a colon it is an activity."""
    seen: set[str] = set()
    for number, words in enumerate(said, start=1):
        before, colon, after = words.partition(":")
        sort = IN_WELSH.get(before.strip().casefold(), before.strip().casefold())
        sort, title = (sort, after.strip()) if colon and sort in PART_PREFIXES else ("activity", words)
        name = shortened(f"{sort}-{slug(title) or number}")
        name = name if name not in seen else shortened(f"{sort}-{number}-{slug(title)}")
        seen.add(name)
        yield name, (sort, title or words)
