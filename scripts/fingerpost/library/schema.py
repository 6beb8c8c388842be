"""What each kind's front matter may hold: a typed schema per kind (content-model: Files, What each kind adds).

Field names are the names people write. `extra="forbid"` makes a misspelt key a fault with its line.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from fingerpost.library.values import Count, Day

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
# An opaque number of the private register, C-0012: never a word, so that `permission: no` is not taken for one.
Reference = Annotated[str, StringConstraints(pattern=r"^[A-Z]+-[A-Za-z0-9-]+$", max_length=40)]
Channel = Literal["web", "print", "offline", "translation"]
MadeBy = Literal["lived-experience-led", "co-produced", "compiled"]
PartKind = Literal["activity", "handout", "checklist", "facilitator-notes", "poster"]


class Strict(BaseModel):
    """A mapping in which only the keys below may stand, and which never changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


class Exceptions(Strict):
    """Checks that are wrong for this one file, each with the reason why (`ignore: {FP402: why}`)."""

    ignore: dict[str, Line] = {}


class Written(Strict):
    """The front matter of a whole file."""

    checks: Exceptions | None = None


class Credit(Strict):
    """Who is to be named, for what, and how they chose to be named."""

    name: Line | None = None
    role: Line | None = None
    shown: Literal["named", "pseudonym", "group", "anonymous"] = Field(alias="as")


class Rights(Strict):
    """A licence (SPDX id or RightsStatements.org code), its holder, and an opaque permission number."""

    licence: Line
    holder: Line | None = None
    permission: Reference | None = None


class Consent(Strict):
    """What the makers agreed to: channels, until when, and an opaque reference to the private register."""

    reference: Reference
    scope: list[Channel]
    review_by: Day | None = None


class Translation(Strict):
    """Where a translation came from, when it was made, and how far it has been read."""

    origin: LanguageCode = Field(alias="from")
    source: Fingerprint
    made: Day | None = None
    status: Literal["draft", "reviewed"]
    by: list[Credit] = []
    machine: bool = False
    reviewed_by: list[Credit] = []


class Translated(Written):
    """The whole front matter of a translation: everything else is the original's."""

    title: Line | None = None
    summary: Line | None = None
    translation: Translation


class Page(Written):
    """A plain page: about, privacy. `part_of` names the page that leads to it, where not every page's foot does.

    `exit` gives it the way to leave at once.
    """

    title: Line
    summary: Line | None = None
    part_of: Slug | None = None
    exit: bool | None = None


class Entry(Written):
    """What every kind of resource carries.

    `exit` gives its pages the way to leave at once, or takes it away where a topic has given it.
    """

    title: Line
    summary: Line
    topics: list[Slug] = Field(min_length=1)
    stages: list[Slug] = []
    audiences: list[Slug] = []
    content_notes: list[Slug] = []
    credits: list[Credit] = Field(min_length=1)
    made_by: MadeBy
    sources: list[Slug] = []
    published: Day
    reviewed: Day | None = None
    review_by: Day | None = None
    rights: Rights
    consent: Consent | None = None
    exit: bool | None = None


class Guide(Entry):
    """A way of doing something."""


class GroupSize(Strict):
    """The smallest and largest group a toolkit suits."""

    smallest: Count = Field(alias="from")
    largest: Count = Field(alias="to")


class Toolkit(Entry):
    """Something to run: parts in order, minutes in all, the size of group, what to bring."""

    parts: list[Slug] = []
    time: Count | None = None
    group_size: GroupSize | None = None
    needs: list[Slug] = []


class Identifiers(Strict):
    """Standard ways to name a published work."""

    doi: Line | None = None
    isbn: Line | None = None
    url: Address | None = None


class Where(Strict):
    """Where a work can be had."""

    url: Address | None = None
    access: Literal["open", "library", "purchase", "request", "unknown"] = "unknown"


class Confirmed(Strict):
    """In which source these facts were seen, and when."""

    source: Slug = Field(alias="in")
    on: Day


class Work(Strict):
    """A published work, as it was published; `date` is EDTF level 1 (ISO 8601-2:2019)."""

    title: Line
    creators: list[Line] = []
    publisher: Line | None = None
    date: Line | None = None
    form: Literal[
        "book",
        "chapter",
        "report",
        "article",
        "thesis",
        "magazine",
        "website",
        "film",
        "audio",
        "blog",
        "other",
    ] = Field(alias="type")
    languages: list[LanguageCode] = Field(min_length=1)
    identifiers: Identifiers = Identifiers()
    where: Where = Where()
    confirmed: Confirmed
    holding: Literal["full", "excerpt", "record"] = "record"
    files: list[Line] = []


class Archive(Entry):
    """A record of a previously published work; the words around it are ours."""

    work: Work


class Question(Entry):
    """A question with more than one answer."""


class Contact(Strict):
    """How an organisation asks to be reached in public."""

    url: Address | None = None
    email: Line | None = None
    phone: Line | None = None


class Directory(Entry):
    """A network, group or training, and when these facts were last confirmed."""

    link: Address
    offers: list[Slug] = []
    where: list[Slug] = []
    cost: Literal["free", "paid", "varies", "unknown"] = "unknown"
    contact: Contact | None = None
    checked: Day


class Part(Written):
    """One part of a toolkit, printable by itself."""

    title: Line
    part: PartKind
    minutes: Count | None = None


class Answer(Written):
    """One answer to a question, with its own makers, rights and consent."""

    title: Line
    credits: list[Credit] = Field(min_length=1)
    made_by: MadeBy
    sources: list[Slug] = []
    content_notes: list[Slug] = []
    published: Day | None = None
    reviewed: Day | None = None
    rights: Rights
    consent: Consent | None = None


class EasyRead(Written):
    """An Easy Read version."""

    title: Line | None = None
    summary: Line | None = None


Meta = Page | Entry | Part | Answer | EasyRead | Translated
