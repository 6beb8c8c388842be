"""How Welsh words are inflected, as tables: endings, what happens to the stem before them, and the closed sets.

Stated from Gareth King, Modern Welsh: A Comprehensive Grammar (Routledge): plurals and singulatives, feminine and
plural adjectives, comparison, the regular verb with its stems, the irregular and defective verbs. The literary
endings of the verb (-asai, -id, -er …) are those that Peter Wynn Thomas, Gramadeg y Gymraeg, sets beside them.
Nothing here is a list of words that happened to be misjudged: a set is closed because the grammar closes it.
"""

from collections.abc import Mapping
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


# The last consonant of a stem doubles before an ending (llyn llynnoedd), or n takes the place of t: peiriant peiriannau.
DOUBLED = _pairs("n>nn r>rr")
DOUBLED_OR_SOFTENED = (*DOUBLED, *_pairs("nt>nn nc>ng"))
# The accent moves on and brings out an h: cyngor cynghorau, brenin brenhinoedd, cennad cenhadon; or lets it go: brenhines breninesau.
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
FINITE = _words("odd wyd ir wch ais af")
VERB_NOUN = _words("u i o io")
STEM_LEADS = _pairs("nn>nh nn>n rr>rh r>rh m>mh n>nh")


def _before(letters: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(letters + ending for ending in endings)


PARADIGMS: tuple[Paradigm, ...] = (
    # Plurals. cwm cymau, gair geiriau, dawn doniau, haul heuliau
    Paradigm(
        ("",), ("au", "iau"), _pairs("w>y ai>ei aw>o au>eu"), DOUBLED_OR_SOFTENED, BREATHED, nominal=True
    ),
    # cwr cyrion, mab meibion, anifail anifeiliaid, tlawd tlodion, angen anghenion
    Paradigm(("",), ("ion", "iaid"), _pairs("w>y ai>ei aw>o a>ei"), (), BREATHED, nominal=True),
    # pryder pryderon, cath cathod, cennad cenhadon
    Paradigm(("",), ("on", "od"), _pairs("w>y"), leads=BREATHED, least=4, nominal=True),
    # iaith ieithoedd, cwm cymoedd, llyn llynnoedd, cant cannoedd
    Paradigm(("",), ("oedd",), _pairs("w>y ai>ei"), DOUBLED_OR_SOFTENED, BREATHED, nominal=True),
    # gwlad gwledydd, maes meysydd
    Paradigm(("",), ("ydd",), _pairs("a>e ae>ey"), yields_to=FINITE, nominal=True),
    # pentref pentrefi, taflen taflenni, gardd gerddi, maer meiri. Most words in -i are verb-nouns: lleoli is not of lleol.
    Paradigm(("ref",), ("refi", "refydd"), least=1, nominal=True),
    Paradigm(
        ("",), ("i",), _pairs("a>e ae>ei"), _pairs("n>nn"), not_after="aeiouwy", yields_to=FINITE, nominal=True,
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
        ("yn", "en"), _words("- au iau on ion od"), _pairs("e>a ei>ai eu>au"), _pairs("nn>n"), least=4,
        yields_to=(*_before("enn", FINITE), *_before("ynn", FINITE)), nominal=True
    ),
    # Comparison: caletach, trymaf, tlotach, byrraf. The equative looks like other words: cerdd, cerdded.
    Paradigm(
        ("",), ("ach", "af"), _pairs("w>y aw>o ai>ei"), (*DOUBLED, *HARDENED, ("nc", "ng")), not_after="aeio", weak=("ed",), leads_back=False
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
    Paradigm(("au",), (*_before("eu", VERB), *_before("ae", _words("odd ais aist wyd ir wch asom asant")), "eir"), leads=_pairs("m>mh"), least=1),
    Paradigm(("oi",), _before("o", (*VERB, "dd", "is", "ist")), least=2),
    Paradigm(("weld",), _before("wel", (*VERB, "som", "soch", "sant", "sai")), least=2),
    # Compounds of bod: adnabod, cydnabod; canfod, cyfarfod.
    Paradigm(("bod",), _words("bu buwyd buont bydd byddaf byddwn byddai byddant byddent byddir byddodd")),
    Paradigm(("fod",), _words("fu fuwyd fuont fydd fyddaf fyddwn fyddai fyddant fyddent fyddir fyddodd")),
)

# Closed sets: the dictionary form, then its forms; a stem that takes the endings of the verb ends in a hyphen.
@dataclass(frozen=True)
class ClosedSet:
    """Words that follow no rule: each line holds dictionary forms, a colon, and their forms.

    A form that ends in a hyphen is a stem, and takes the endings of the verb. A longer line goes on after a space.
    """

    lines: str
    nominal: bool = False  # whether the forms take every mutation, as nouns do
    leads_back: bool = True  # whether one who types a form looks for the word; who types more is not looking for big


IRREGULAR_VERBS = """
bod: mae maen maent yw ydy ydi ydyw oes sy sydd wyf ydw ydwyf dw dwi rwy rwyf rydw wyt wt ydwyt rwyt ydym ydyn ydan rydym
 rydyn rydan ydych dych rydych ydach rydach ydynt oedd roedd oeddwn roeddwn oeddet roeddet oeddem oedden oeddan roeddem
 roedden roeddan oeddech roeddech oeddach oeddynt oeddent roeddynt roeddent bydd bydda byddaf byddi byddwn byddwch byddan
 byddant bydda byddai byddet byddem bydden byddech byddent byddir byddid bu bûm bues buest buost buon buom buoch buont
 buaswn buasit buaset buasai buasem buasech buasent baswn baset basai basen basech buwyd bawn bai baem baech baent byddo
 mod boed bydded bid dydy dydi dyw dydw dydyn dydych doedd doeddwn dwyt does
mynd: af aiff eith awn ewch ânt es est aeth aethon aethoch aethom aethant euthum aethost âi aem aech aent elai elo eir
 eid aed aethpwyd cer dos ewch
dod: dof dôf doi daw down deuaf deuwn deuwch dewch dowch dont deuant des dest daeth daethon daethoch daethom daethant deuthum
 dôi deuai deuent deuir deuid deuwyd daethpwyd dere tyrd doed delo
gwneud: gwnaf gwna gwnei gwnaiff gwneith gwnawn gwnewch gwnânt gwnân gwnes gwnest gwnaeth gwnaethon gwnaethoch gwnaethom
 gwnaethant gwneuthum gwnaethost gwnâi gwnaem gwnaech gwnaent gwnelai gwnelo gwneler gwneir gwneid gwnaed gwnaethpwyd
 gwneuthur neud naeth
cael: caf caiff ceith cei cawn cewch ces cest cafodd cawson cawsoch cawsom cawsant cefais cefaist caet caem
 caech caent cawsai cawsant ceir ceid caed cafwyd
gwybod: gwn gwyddost gŵyr gwyddom gwyddon gwyddoch gwyddant gwyddan gwyddwn gwyddet gwyddai gwyddem gwyddech gwyddent
 gwyddid gwyddys gwybu gwybydd- gwypo
adnabod: adwaen adwaen- nabod nabydd-
darfod: darfu daru derfydd darfyddai
dylu dylwn dylai: dyl-
ebe: eb ebr
medd: meddai meddaf meddwn meddech meddent meddan
geni: ganwyd ganed genir genid
dweud dywedyd: dywed- dwed- dywed dwed dywedyd deud
rhoi rhoddi: rho rhof rhoes rhodd- rhown rhowch rhois
gallu: gall geill gelli
medru: medr
dal: dali- deil delir delid deliais
cymryd: cymer cymer- cymr-
gadael: gadaw- gadewch gadewais gedy
yfed: yf- yf
dychwelyd: dychwel-
ymyrryd: ymyrr-
ymadael: ymadaw- ymedy
sefyll: saif saf- sef-
gwrando: gwrandaw- gwrandewch gwrandewais
addo: addaw- addewais addewir
taro: traw- trewais trewch tery
aros: erys arhos-
cyrraedd: cyrhaedd-
hedfan: hed-
ateb: etyb
cerdded: cerdd-
gweld gweled: gwel- gwelsom gwelsoch gwelsant gwelsai
ystyried: ystyri-
rhedeg: rhed-
ehedeg: ehed-
dangos: dengys
ymddangos: ymddengys
peidio: paid
chwerthin: chwardd-
gweiddi: gwaedd-
galw: galw- gelwir gelwid gelwais gelwch geilw
cadw: cadw- cedwir cedwid cedwais cedwch ceidw
llenwi: llanw- llenw-
dwyn: dyg- dug
ymddwyn: ymddyg-
dianc: dihang- dieng-
clywed: clyw clyw- clywsom clywsoch clywsant clywsai
torri: tyr
codi: cyfyd cwyd
tewi: taw-
distewi: distaw-
"""
COMPARED = """
da: gwell gorau
drwg: cynddrwg gwaeth gwaethaf
mawr: mwy mwyaf
llai: lleied lleiaf
hen: hŷn hyned hynaf
ifanc: ieuengach ieuengaf ieuangach ieuangaf
hawdd: haws hawsaf hawsed
anodd: anos anhawsaf
uchel: uwch uchaf cyfuwch
isel: isaf
agos: nesaf nesed
cynnar: cynt cynted cyntaf
hir: hwyaf
llydan: lletach lletaf
gwell: gorau
mwy: mwyaf
gwaeth: gwaethaf
"""
FEMININE = """
gwyn: gwen gwynion
gwyrdd: gwerdd
byr: ber
cryf: cref
melyn: melen
llym: llem
bychan: bechan bychain
trwm: trom
llwm: llom
crwn: cron
tlws: tlos
dwfn: dofn
brith: braith
arall: eraill
ifanc: ifainc
dau: dwy
tri: tair
pedwar: pedair
trydydd: trydedd
pedwerydd: pedwaredd
"""
PLURALS = """
angel: angylion
arglwydd: arglwyddi
asgwrn: esgyrn
athro: athrawon
bachgen: bechgyn
bardd: beirdd
blwyddyn: blynyddoedd blynedd
brân: brain
brawd: brodyr
buwch: buchod
bwthyn: bythynnod
bys: bysedd
cân: caneuon
câr: ceraint
car: ceir
carreg: cerrig
castell: cestyll
cefnder: cefndryd
cerdyn: cardiau
chwaer: chwiorydd
ci: cŵn
cloch: clychau
claf: cleifion
corff: cyrff
corn: cyrn
croen: crwyn
cyfaill: cyfeillion
cyllell: cyllyll
cymydog: cymdogion
Cymro: Cymry
dafad: defaid
dant: dannedd
dŵr: dyfroedd
ffon: ffyn
ewin: ewinedd
fforch: ffyrch
geneth: genethod
gafr: geifr
gŵr: gwŷr
gwestai: gwesteion
gwely: gwelyau gwlâu
gŵyl: gwyliau
haearn: heyrn
iâr: ieir
llawes: llewys
llaw: dwylo
lle: lleoedd llefydd
lleidr: lladron
llo: lloi
llygad: llygaid
llygoden: llygod
maneg: menig
march: meirch
merch: merched
mochyn: moch
modryb: modrybedd
nai: neiaint
neges: negeseuon
nos noson: nosweithiau
oen: ŵyn
pabell: pebyll
perygl: peryglon
pluen: plu
porth: pyrth
pryf: pryfed
rhiant: rhieni
Sais: Saeson
sant: saint seintiau
seren: sêr
stori: straeon
sylw: sylwadau
tarw: teirw
tref tre: trefi trefydd
troed: traed
tŷ: tai
ych: ychen
ymennydd: ymenyddiau
"""
CLOSED_SETS = (
    ClosedSet(IRREGULAR_VERBS),
    ClosedSet(COMPARED, leads_back=False),
    ClosedSet(FEMININE),
    ClosedSet(PLURALS, nominal=True),
)
# Words that do the work of grammar, and their conjugated forms; a query can do without them.
FUNCTION_WORDS = """
a ac ag â y yr ar arna arnaf arnat arno arni arnom arnon arnoch arnyn arnynt am at ata ataf atat ato ati atom aton atoch
atyn atynt dan tan gan gen gennyf gennyt ganddo ganddi gennym gynnon gennych gynnoch ganddyn ganddynt gyda gydag efo hefo
i imi iti iddo iddi inni ichi iddyn iddynt o ohono ohoni ohonom ohonoch ohonyn ohonynt oddi dros tros drwy trwy heb hyd
rhag rhwng wrth wrtho wrthi er ers erbyn ger mewn yn yng ym nes tua tuag cyn wedi fel megis heibio
fi mi ti di ef efe fe fo e hi ni chi chwi nhw hwy hwynt fy dy ei ein eich eu minnau finnau tithau yntau hithau ninnau
chithau hwythau innau hwn hon hyn hwnnw honno hynny rhain rheini hun hunan pwy pa pam sut ble faint sawl pawb neb
neu na nac nag os pe pan tra ond oherwydd mai taw nad nid ai oni onid sef felly hefyd eto yma yna yno acw dyma dyna
iawn mor rhy go dim ddim ynteu naill rhai pob bob phob mhob rai oll holl
"""
# Adverbs, numerals and the one month that look like forms of other words (gweithiau, teg, gorffen) and are not.
STANDING_WORDS = """
adref allan draw efallai eisoes eleni erioed fyny byth heddiw heno llynedd nawr unwaith wedyn weithiau yfory ymaith ymlaen
un dau ddau dwy ddwy tri dri tair dair pedwar pedair pum pump chwe chwech saith wyth naw deg cant can
gorffennaf
"""
