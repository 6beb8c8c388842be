"""How Welsh words are inflected by rule, as tables: endings, and what happens to the stem before them.

Stated from Gareth King, Modern Welsh: A Comprehensive Grammar: plurals and singulatives, comparison, and the verb with
its stems; with the literary endings of the verb (-asai, -id, -er …). Words that follow no rule: closed_sets.py.
"""

from dataclasses import dataclass

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Paradigm:
    """One way to inflect: a dictionary form loses one of `bare`, its stem may change, and one of `endings` is added."""

    bare: tuple[str, ...]
    endings: tuple[str, ...]
    vowels: Pairs = ()  # changes at the end of the last vowels of the stem: gair, geir-
    codas: Pairs = ()  # changes of the consonants after them: llyn, llynn-
    leads: Pairs = ()  # changes of the consonants before them: cyngor, cynghor-
    least: int = 2  # letters that the stem must have
    not_after: str = ""  # letters that the stem must not end in
    weak: tuple[str, ...] = ()  # endings believed only where a form with another of the endings is held
    yields_to: tuple[str, ...] = ()  # where the stem with one of these is held, that is the verb-noun: cais, ceisio
    nominal: bool = False  # nouns take every mutation; finite verbs and compared adjectives no nasal and no h-
    leads_back: bool = True  # whether one who types a form looks for the word as well


def _pairs(text: str) -> Pairs:
    return tuple((old, new) for old, _, new in (pair.partition(">") for pair in text.split()))


def _words(text: str) -> tuple[str, ...]:
    return tuple("" if word == "-" else word for word in text.split())


# The last consonant of a stem doubles (llyn llynnoedd), or its t goes over into n: peiriant peiriannau.
DOUBLED = _pairs("n>nn r>rr")
DOUBLED_OR_SOFTENED = (*DOUBLED, *_pairs("nt>nn nc>ng"))
# The accent moves on and brings out an h: cyngor cynghorau, brenin brenhinoedd, cennad cenhadon; or lets it go:
# brenhines breninesau.
BREATHED = _pairs("ng>ngh n>nh nn>nh nh>n")
# The last consonant hardens before -ed, -ach, -af: caled caletach, teg tecach, gwlyb gwlypach, budr butrach.
HARDENED = _pairs("b>p d>t g>c br>pr dr>tr gr>cr bl>pl dl>tl dn>tn gn>cn")

# Endings of the verb; those in SPOKEN look like the endings of other words.
VERB = _words(
    "af wn wch ant ai et em ech ent ais aist odd asom asoch asant aswn asit aset asai asem asech asent ir id wyd asid"
)
SPOKEN = _words("a i ith iff an en es est on och er")
STEM_ALSO = _words("a ith es est och")  # endings of the stems in the closed sets besides VERB
# Before these an a in the stem becomes e: canu cenir, caru cerais.
AFFECTING = _words("ais aist ir id wch")
# A verb-noun that is the bare stem (siarad, gofyn, meddwl) looks like any noun: only endings that nouns don't have.
BARE_VERB = _words("af ais aist odd asom asoch asant asai ir wyd asid wch")
PAST_AND_IMPERATIVE = _words("odd ais aist wyd ir wch asom asant")
FINITE = _words("odd wyd ir wch ais af")
VERB_NOUN = _words("u i o io")
STEM_LEADS = _pairs("nn>nh nn>n rr>rh r>rh m>mh n>nh")


def _before(letters: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(letters + ending for ending in endings)


PARADIGMS: tuple[Paradigm, ...] = (
    # Plurals. cwm cymau, gair geiriau, dawn doniau, haul heuliau
    Paradigm(("",), ("au", "iau"), _pairs("w>y ai>ei aw>o au>eu"), DOUBLED_OR_SOFTENED, BREATHED, nominal=True),
    # cwr cyrion, mab meibion, anifail anifeiliaid, tlawd tlodion, angen anghenion
    Paradigm(("",), ("ion", "iaid"), _pairs("w>y ai>ei aw>o a>ei"), (), BREATHED, nominal=True),
    # pryder pryderon, cath cathod, cennad cenhadon
    Paradigm(("",), ("on", "od"), _pairs("w>y"), leads=BREATHED, least=4, nominal=True),
    # iaith ieithoedd, cwm cymoedd, llyn llynnoedd, cant cannoedd
    Paradigm(("",), ("oedd",), _pairs("w>y ai>ei"), DOUBLED_OR_SOFTENED, BREATHED, nominal=True),
    # gwlad gwledydd, maes meysydd
    Paradigm(("",), ("ydd",), _pairs("a>e ae>ey"), yields_to=FINITE, nominal=True),
    # pentref pentrefi, taflen taflenni, gardd gerddi, maer meiri. Most words in -i are verb-nouns: lleoli, of no lleol.
    Paradigm(("ref",), ("refi", "refydd"), least=1, nominal=True),
    Paradigm(
        ("",),
        ("i",),
        _pairs("a>e ae>ei"),
        _pairs("n>nn"),
        not_after="aeiouwy",
        yields_to=FINITE,
        nominal=True,
        leads_back=False,
    ),
    # Borrowed words: beiro beiros, nyrs nyrsys; -us and -eus make adjectives.
    Paradigm(("",), ("s",), least=5, not_after="u", nominal=True),
    Paradigm(("",), ("ys",), least=4, nominal=True),
    # cerddwr cerddwyr, gweithiwr gweithwyr, swyddfa swyddfeydd, drama dramâu, penaethiad penaethiaid
    Paradigm(("wr", "iwr"), ("wyr",), nominal=True),
    Paradigm(("fa",), ("feydd",), nominal=True),
    Paradigm(("a",), ("au",), least=3, nominal=True),
    Paradigm(("iad",), ("iaid",), least=3, nominal=True),
    # gwesty gwestai, gweithdy gweithdai, rheilffordd rheilffyrdd
    Paradigm(("ty",), ("tai",), nominal=True),
    Paradigm(("dy",), ("dai",), least=4, nominal=True),
    Paradigm(("ffordd",), ("ffyrdd",), least=0, nominal=True),
    Paradigm(("wraig",), ("wragedd",), least=1, nominal=True),
    # One out of many: coeden coed, blodyn blodau, deilen dail, cneuen cnau, cwningen cwningod.
    Paradigm(
        ("yn", "en"),
        _words("- au iau on ion od"),
        _pairs("e>a ei>ai eu>au"),
        _pairs("nn>n"),
        least=4,
        yields_to=(*_before("enn", FINITE), *_before("ynn", FINITE)),
        nominal=True,
    ),
    # Comparison: caletach, trymaf, tlotach, byrraf. The equative looks like other words: cerdd, cerdded.
    Paradigm(
        ("",),
        ("ach", "af"),
        _pairs("w>y aw>o ai>ei"),
        (*DOUBLED, *HARDENED, ("nc", "ng")),
        not_after="aeio",
        weak=("ed",),
        leads_back=False,
    ),
    # Verbs, by the ending of the verb-noun.
    Paradigm(("u", "i", "o", "io"), VERB, least=3, not_after="aouy", weak=SPOKEN),
    Paradigm(("u", "i", "o", "io"), AFFECTING, _pairs("a>e"), least=3, not_after="aouy"),
    Paradigm(("a",), VERB, least=4, not_after="aeouy", weak=SPOKEN),
    # The verb-noun is the stem: siarad siaradodd, meddwl meddyliodd, gofyn gofynnodd, cynnal cynhaliodd cynhelir.
    Paradigm(
        ("",),
        BARE_VERB,
        _pairs("w>y ai>ei au>eu"),
        DOUBLED,
        STEM_LEADS,
        least=4,
        not_after="aeiouy",
        weak=("ai",),
        yields_to=VERB_NOUN,
    ),
    Paradigm(
        ("",),
        (*_before("i", BARE_VERB), "iai"),
        _pairs("w>y ai>ei"),
        (),
        STEM_LEADS,
        least=3,
        not_after="aeiouy",
        yields_to=VERB_NOUN,
    ),
    Paradigm(("",), ("ir", "id"), _pairs("a>e"), (), _pairs("nn>nh"), least=4, not_after="aeiouy", yields_to=VERB_NOUN),
    # parhau parhaodd, dechrau dechreuodd, amau amheuodd, cau caeodd, paratoi paratôdd, gweld gwelodd
    Paradigm(("hau",), (*_before("ha", _words("odd wyd i wn wch f is ist ent nt ech")), "heir", "hewch")),
    Paradigm(
        ("au",),
        (*_before("eu", VERB), *_before("ae", PAST_AND_IMPERATIVE), "eir"),
        codas=_pairs("m>mh"),
        least=1,
    ),
    Paradigm(("oi",), _before("o", (*VERB, "dd", "is", "ist")), least=2),
    Paradigm(("weld",), _before("wel", (*VERB, "som", "soch", "sant", "sai")), least=2),
    # Compounds of bod: adnabod, cydnabod; canfod, cyfarfod.
    Paradigm(("bod",), _words("bu buwyd buont bydd byddaf byddwn byddai byddant byddent byddir byddodd")),
    Paradigm(("fod",), _words("fu fuwyd fuont fydd fyddaf fyddwn fyddai fyddant fyddent fyddir fyddodd")),
)
