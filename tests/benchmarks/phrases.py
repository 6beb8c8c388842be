"""The words that the made-up collection is written with: each in English and in Welsh.

Welsh words change at their beginning after many others (mutation). Each sentence here leaves its gaps only where
what fills them stays as it is: a verb after *yn*, *er mwyn*, *cyn*, *angen*, *haws*; whole phrases for who, where
and when.
"""

Both = dict[str, str]


def _both(*pairs: tuple[str, str]) -> tuple[Both, ...]:
    return tuple({"en": english, "cy": welsh} for english, welsh in pairs)


DOING = _both(
    ("talk about money", "siarad am arian"),
    ("share the jobs", "rhannu'r tasgau"),
    ("write a short letter", "ysgrifennu llythyr byr"),
    ("plan the next step", "cynllunio'r cam nesaf"),
    ("choose the words", "dewis y geiriau"),
    ("listen without giving advice", "gwrando heb roi cyngor"),
    ("keep a diary", "cadw dyddiadur"),
    ("ask for help", "gofyn am help"),
    ("set a limit", "gosod ffin"),
    ("rest for a while", "gorffwys am ychydig"),
    ("read the report together", "darllen yr adroddiad gyda'n gilydd"),
    ("agree on the rules", "cytuno ar y rheolau"),
    ("look after the plants", "gofalu am y planhigion"),
    ("print the posters", "argraffu'r posteri"),
    ("answer the invitation", "ateb y gwahoddiad"),
    ("count the hours", "cyfrif yr oriau"),
    ("make tea for everyone", "gwneud te i bawb"),
    ("set up a small group", "sefydlu grŵp bach"),
)
WHERE = _both(
    ("in the library", "yn y llyfrgell"),
    ("at the community centre", "yn y ganolfan gymunedol"),
    ("in a quiet room", "mewn ystafell dawel"),
    ("on the ward", "ar y ward"),
    ("at home", "gartref"),
    ("in the garden", "yn yr ardd"),
    ("by telephone", "dros y ffôn"),
    ("near the harbour", "ger yr harbwr"),
    ("in the village hall", "yn neuadd y pentref"),
    ("at the college", "yn y coleg"),
    ("on paper", "ar bapur"),
    ("with a friend", "gyda ffrind"),
)
WHEN = _both(
    ("once a month", "unwaith y mis"),
    ("on Monday evenings", "ar nos Lun"),
    ("every other week", "bob yn ail wythnos"),
    ("twice a year", "ddwywaith y flwyddyn"),
    ("in the morning", "yn y bore"),
    ("after lunch", "ar ôl cinio"),
    ("at the end of the day", "ar ddiwedd y dydd"),
    ("before the meeting", "cyn y cyfarfod"),
    ("in the spring", "yn y gwanwyn"),
)
WHO = _both(
    ("The group", "Mae'r grŵp"),
    ("New members", "Mae aelodau newydd"),
    ("Two people", "Mae dau berson"),
    ("The trustees", "Mae'r ymddiriedolwyr"),
    ("Somebody from the group", "Mae rhywun o'r grŵp"),
    ("The people who pay", "Mae'r bobl sy'n talu"),
    ("A friend", "Mae ffrind"),
    ("The staff", "Mae'r staff"),
)
SENTENCES = _both(
    ("{who} can {do} {where} {when}.", "{who} yn gallu {do} {where} {when}."),
    (
        "It is easier to {do} {where} when there is time to {then}.",
        "Mae'n haws {do} {where} pan fydd amser ar gael er mwyn {then}.",
    ),
    ("{who} tried to {do}, and then stopped to {then}.", "{who} wedi ceisio {do}, ac wedyn wedi aros er mwyn {then}."),
    ("There is no need to {do} before you {then}.", "Does dim angen {do} cyn {then}."),
    (
        "Before you {do}, find somebody who has done it before.",
        "Cyn {do}, dewch o hyd i rywun sydd wedi gwneud hynny o'r blaen.",
    ),
    (
        "Some days it is enough to {do} and to leave the rest for later.",
        "Ambell ddiwrnod mae'n ddigon {do} a gadael y gweddill tan wedyn.",
    ),
    (
        "Ask what would help, write the answer down, and read it out {where}.",
        "Gofynnwch beth fyddai'n helpu, ysgrifennwch yr ateb, a darllenwch ef yn uchel {where}.",
    ),
    ("{who} can choose to {do} {when}, or not at all.", "{who} yn gallu dewis {do} {when}, neu ddim o gwbl."),
    ("Nobody has to say why.", "Does dim rhaid i neb ddweud pam."),
    ("A short rest is part of the work.", "Mae gorffwys byr yn rhan o'r gwaith."),
    ("You can change your mind at any time.", "Gallwch newid eich meddwl unrhyw bryd."),
    (
        "If it rains, the meeting is held {where} and starts a little later.",
        "Os bydd hi'n bwrw glaw, cynhelir y cyfarfod {where} ac mae'n dechrau ychydig yn hwyrach.",
    ),
    (
        "What works for one group does not work for everyone, so try it {where} first.",
        "Nid yw'r hyn sy'n gweithio i un grŵp yn gweithio i bawb, felly rhowch gynnig arno {where} yn gyntaf.",
    ),
    (
        "The money has to cover travel, food and the time it takes to {do}.",
        "Rhaid i'r arian dalu am deithio, bwyd a'r amser sydd ei angen er mwyn {do}.",
    ),
    (
        "It helps to {do} {when} and to keep a note of what was said.",
        "Mae'n help {do} {when} a chadw nodyn o'r hyn a ddywedwyd.",
    ),
    (
        "Keep the letter, the receipt and the date together {where}.",
        "Cadwch y llythyr, y dderbynneb a'r dyddiad gyda'i gilydd {where}.",
    ),
    (
        "The second meeting is often harder than the first, because people have begun to {do}.",
        "Mae'r ail gyfarfod yn aml yn anoddach na'r cyntaf, am fod pobl wedi dechrau {do}.",
    ),
)
ITEMS = _both(
    ("Write down who can {do} {where}.", "Ysgrifennwch pwy sy'n gallu {do} {where}."),
    ("Leave time to {do} {when}.", "Gadewch amser er mwyn {do} {when}."),
    ("Say that there is no need to {do}.", "Dywedwch nad oes angen {do}."),
    ("Ask whether it is possible to {do} {when}.", "Gofynnwch a yw'n bosibl {do} {when}."),
    ("Agree on a word that means stop.", "Cytunwch ar air sy'n golygu stopio."),
    ("Tea, water and a quiet corner.", "Te, dŵr a chornel dawel."),
    ("**Ten minutes.** {who} can {do} {where}.", "**Deng munud.** {who} yn gallu {do} {where}."),
)
ROWS = _both(
    ("A short meeting | You can {do} | It ends early", "Cyfarfod byr | Gallwch aros | Mae'n gorffen yn gynnar"),
    ("A long walk | There is time to {do} | The weather", "Taith hir | Mae amser er mwyn {do} | Y tywydd"),
    ("A letter | It is easier to {do} | It takes a week", "Llythyr | Mae'n haws {do} | Mae'n cymryd wythnos"),
)
COLUMNS = {"en": "Way | What can be good | What to check", "cy": "Ffordd | Beth all fod yn dda | Beth i'w wirio"}
HEADINGS = _both(
    ("Before you begin", "Cyn dechrau"),
    ("What helps", "Beth sy'n helpu"),
    ("What it costs", "Beth mae'n ei gostio"),
    ("How to run it", "Sut i'w gynnal"),
    ("Asking for more", "Gofyn am ragor"),
    ("When it is hard", "Pan fydd yn anodd"),
    ("Other ways", "Ffyrdd eraill"),
    ("Afterwards", "Wedyn"),
    ("If you have less time", "Os oes gennych lai o amser"),
)
TITLES: dict[str, Both] = {
    "guides": {"en": "How to {do} {where}, note {n}", "cy": "Sut mae {do} {where}, nodyn {n}"},
    "toolkits": {"en": "A session to {do} {where}, number {n}", "cy": "Sesiwn er mwyn {do} {where}, rhif {n}"},
    "archive": {
        "en": "A report on how to {do} {where}, number {n}",
        "cy": "Adroddiad ar sut mae {do} {where}, rhif {n}",
    },
    "questions": {
        "en": "When is it easier to {do} {where}, case {n}?",
        "cy": "Pryd mae'n haws {do} {where}, achos {n}?",
    },
    "directory": {"en": "A group that can {do} {where}, entry {n}", "cy": "Grŵp sy'n gallu {do} {where}, cofnod {n}"},
    "pages": {"en": "About how we {do}", "cy": "Ynglŷn â'r ffordd rydym yn {do}"},
    "activity": {"en": "Time to {do} {where}", "cy": "Amser er mwyn {do} {where}"},
    "checklist": {"en": "A list for when you {do}", "cy": "Rhestr ar gyfer adeg pan fydd angen {do}"},
    "handout": {"en": "A page to read before you {do}", "cy": "Tudalen i'w darllen cyn {do}"},
    "notes": {
        "en": "Notes for those who help others to {do}",
        "cy": "Nodiadau i'r rhai sy'n helpu eraill er mwyn {do}",
    },
    "poster": {"en": "We can {do} {where}", "cy": "Rydym yn gallu {do} {where}"},
    "answer": {"en": "It is easier {when}, if we {do}", "cy": "Mae'n haws {when}, os oes angen {do}"},
}
SUMMARY = {
    "en": "Ways to {then} {where}, what to ask {when}, and how to stop.",
    "cy": "Ffyrdd er mwyn {then} {where}, beth i'w ofyn {when}, a sut mae stopio.",
}
MORE = {"en": "For more, see [{title}]({path}).", "cy": "Am ragor, gweler [{title}]({path})."}
ELSEWHERE = {
    "en": "It can be found at [example.org, number {n}](https://example.org/{n}).",
    "cy": "Mae ar gael yn [example.org, rhif {n}](https://example.org/{n}).",
}
PICTURE = {
    "en": "A path between two hills, with a sign that has three arms",
    "cy": "Llwybr rhwng dau fryn, ac arwydd â thair braich",
}
