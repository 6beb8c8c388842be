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
    """One way to inflect: a dictionary form loses one of `bare`, its stem may change, and one of `endings` is added.

    `vowels` change the end of the last vowel group of the stem (gair, geir-), `codas` the consonants after it
    (llyn, llynn-), `leads` the consonants before it (cyngor, cynghor-). `least` is the length that a stem must have.
    """

    bare: tuple[str, ...]
    endings: tuple[str, ...]
    vowels: Pairs = ()
    codas: Pairs = ()
    leads: Pairs = ()
    least: int = 2


def _pairs(text: str) -> Pairs:
    return tuple((old, new) for old, _, new in (pair.partition(">") for pair in text.split()))


def _words(text: str) -> tuple[str, ...]:
    return tuple("" if word == "-" else word for word in text.split())


# Before an ending: cwm cymau, gair geiriau, maes meysydd, maer meiri, awr oriau, haul heuliau, nant nentydd, mab meibion.
PLURAL_VOWELS = _pairs("w>y ai>ei ai>a ae>ey ae>ei aw>o au>eu a>e a>ei ei>a")
# Doubled or softened at the end of the stem: canolfan canolfannau, peiriant peiriannau, ieuanc ieuangach.
DOUBLED = _pairs("n>nn r>rr")
PLURAL_CODAS = (*DOUBLED, *_pairs("nt>nn nc>ng"))
# The accent moves on and brings out an h: cyngor cynghorau, brenin brenhinoedd, cennad cenhadon.
BREATHED = _pairs("ng>ngh n>nh nn>nh")
# The last consonant hardens before -ed, -ach, -af: caled caletach, teg tecach, gwlyb gwlypach, budr butrach.
HARDENED = _pairs("b>p d>t g>c br>pr dr>tr gr>cr bl>pl dl>tl dn>tn gn>cn")

PERSONS = "af wn wch ant ai et em ech ent ais aist odd asom asoch asant aswn asit aset asai asem asech asent"
IMPERSONAL = "ir id wyd asid er"
SPOKEN = "a i ith iff an en es est on och it"
VERB = f"{PERSONS} {IMPERSONAL} {SPOKEN}"
# A verb-noun that is the bare stem (siarad, gofyn, meddwl) looks like any noun: only endings that nouns don't have.
BARE_VERB = "af ais aist odd asom asoch asant asai ir wyd asid wch es"


def _with(before: str, endings: str) -> tuple[str, ...]:
    return tuple(before + ending for ending in endings.split())


PARADIGMS: tuple[Paradigm, ...] = (
    # Plurals of nouns and adjectives by an ending.
    Paradigm(
        ("",),
        _words("au iau on ion i ydd oedd edd ed od iaid s ys fydd"),
        PLURAL_VOWELS,
        PLURAL_CODAS,
        BREATHED,
    ),
    # People in -wr, places in -fa and -ty, the -a of borrowed words, -iad of people, -ai.
    Paradigm(("wr", "iwr"), ("wyr",)),
    Paradigm(("fa",), ("feydd",)),
    Paradigm(("a",), ("au",), least=3),
    Paradigm(("iad",), ("iaid",), least=3),
    Paradigm(("ai",), ("eion",), least=3),
    Paradigm(("ty",), ("tai",)),
    Paradigm(("dy",), ("dai",), least=4),
    Paradigm(("ffordd",), ("ffyrdd",)),
    Paradigm(("wraig",), ("wragedd",), least=1),
    # One out of many: coeden coed, blodyn blodau, plentyn plant, deilen dail, cwningen cwningod.
    Paradigm(("yn", "en"), _words("- au iau on ion od i"), _pairs("e>a ei>ai eu>au"), _pairs("nn>n"), least=3),
    # Comparison.
    Paradigm(("",), ("ed", "ach", "af"), _pairs("w>y aw>o ai>ei"), (*DOUBLED, *HARDENED, ("nc", "ng")), least=2),
    # Verbs, by the ending of the verb-noun.
    Paradigm(("u", "i", "o", "io", "a", "an", "ed", "eg", "yd"), _words(VERB), _pairs("a>e"), least=3),
    Paradigm(
        ("",),
        (*BARE_VERB.split(), *_with("i", BARE_VERB)),
        _pairs("w>y ai>ei a>e au>eu"),
        DOUBLED,
        _pairs("nn>nh nn>n rr>rh r>rh m>mh n>nh"),
        least=3,
    ),
    Paradigm(("hau",), _with("ha", "odd wyd i wn wch f is ist ent nt ech") + ("heir", "hewch"), least=2),
    Paradigm(("au",), (*_with("eu", VERB), *_with("ae", VERB), "eir"), leads=_pairs("m>mh"), least=1),
    Paradigm(("oi",), _with("o", f"{VERB} dd is ist"), least=2),
    Paradigm(("weld",), _with("wel", f"{VERB} som soch sant swn sai sent er"), least=1),
    # Compounds of bod: adnabod, cydnabod; canfod, cyfarfod.
    Paradigm(("bod",), _words("bu buwyd buont bydd byddaf byddwn byddai byddant byddent byddir byddodd"), least=2),
    Paradigm(("fod",), _words("fu fuwyd fuont fydd fyddaf fyddwn fyddai fyddant fyddent fyddir fyddodd"), least=2),
)

# Closed sets: the dictionary form, then its forms; a stem that takes the endings of the verb ends in a hyphen.
IRREGULAR_VERBS = """
bod: mae maen maent yw ydy ydi ydyw oes sy sydd wyf ydw ydwyf dw dwi rwy rwyf rydw wyt wt ydwyt rwyt ydym ydyn ydan rydym
 rydyn rydan ydych dych rydych ydach rydach ydynt oedd roedd oeddwn roeddwn oeddet roeddet oeddem oedden oeddan roeddem
 roedden roeddan oeddech roeddech oeddach oeddynt oeddent roeddynt roeddent bydd bydda byddaf byddi byddwn byddwch byddan
 byddant bydda byddai byddet byddem bydden byddech byddent byddir byddid bu bûm bues buest buost buon buom buoch buont
 buaswn buasit buaset buasai buasem buasech buasent baswn baset basai basen basech buwyd bawn bai baem baech baent bo
 byddo boed bydded bid dydy dydi dyw dydw dydyn dydych doedd doeddwn dwyt does dim
mynd: af aiff eith awn ewch ânt es est aeth aethon aethoch aethom aethant euthum aethost âi aem aech aent elai elo eir
 eid aed aethpwyd cer dos ewch
dod: dof doi daw down deuaf deuwn deuwch dewch dowch dont deuant des dest daeth daethon daethoch daethom daethant deuthum
 dôi deuai deuent deuir deuid deuwyd daethpwyd dere tyrd doed delo
gwneud: gwnaf gwna gwnei gwnaiff gwneith gwnawn gwnewch gwnânt gwnân gwnes gwnest gwnaeth gwnaethon gwnaethoch gwnaethom
 gwnaethant gwneuthum gwnaethost gwnâi gwnaem gwnaech gwnaent gwnelai gwnelo gwneler gwneir gwneid gwnaed gwnaethpwyd
 gwneuthur neud naeth
cael: caf caiff ceith cei cawn cewch cânt cân ces cest cafodd cawson cawsoch cawsom cawsant cefais cefaist câi caet caem
 caech caent cawsai cawsant ceir ceid caed cafwyd caffo caffael
gwybod: gwn gwyddost gŵyr gwyddom gwyddon gwyddoch gwyddant gwyddan gwyddwn gwyddet gwyddai gwyddem gwyddech gwyddent
 gwyddid gwyddys gwybu gwybydd- gwypo
adnabod: adwaen adwaenost adwaenom adwaenwn adwaenai nabod nabydd-
darfod: darfu daru derfydd darfyddai
dylu dylwn dylai: dyl-
ebe: eb ebr
medd: meddai meddaf meddwn meddech meddent meddan
geni: ganwyd ganed genir genid
dweud dywedyd: dywed- dwed- dywed dwed dywed dwedyd
rhoi rhoddi: rho rhof rhoes rhydd rhodd- rhown rhowch rhois
gallu: gall geill
medru: medr
dal: deil deli- dali-
cymryd: cymer cymer- cymr-
gadael: gad gadaw- gedy gede-
ymadael: ymadaw- ymedy
sefyll: saif saf- sef-
gwrando: gwrandaw-
addo: addaw-
taro: traw- tery
aros: erys arhos-
cyrraedd: cyrhaedd-
cyrchu: cyrch-
ateb: etyb
chwerthin: chwardd-
gweiddi: gwaedd-
galw: galw- gelw- geilw
cadw: cadw- cedw- ceidw
llenwi: llanw- llenw-
dwyn: dyg- dug
ymddwyn: ymddyg-
dianc: dihang- dieng-
clywed: clyw clywsom clywsoch clywsant clywsai
torri: tyr
codi: cyfyd cwyd
tewi: taw-
distewi: distaw-
"""
COMPARED = """
da: cystal gwell gwella gorau
drwg: cynddrwg gwaeth gwaethaf
mawr: cymaint mwy mwyaf
bach bychan ychydig: lleied llai lleiaf
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
llai: lleiaf
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
cân: caneuon
câr: ceraint
car: ceir
carreg: cerrig
castell: cestyll
cefnder: cefndryd
cerdyn: cardiau
chwaer: chwiorydd
ci: cŵn
claf: cleifion
corff: cyrff
corn: cyrn
croen: crwyn
cyfaill: cyfeillion
cyllell: cyllyll
cymydog: cymdogion
Cymro: Cymry
dafad: defaid
diwrnod: dyddiau
dŵr: dyfroedd
ffon: ffyn
fforch: ffyrch
gafr: geifr
gŵr: gwŷr
gwestai: gwesteion
gwely: gwelyau gwlâu
gŵyl: gwyliau
haearn: heyrn
iâr: ieir
llawes: llewys
llaw: dwylo
lleidr: lladron
llo: lloi
llygad: llygaid
llygoden: llygod
maneg: menig
march: meirch
mochyn: moch
modryb: modrybedd
nai: neiaint
neges: negeseuon
nos noson: nosweithiau
oen: ŵyn
pabell: pebyll
perygl: peryglon
porth: pyrth
rhiant: rhieni
Sais: Saeson
sant: saint seintiau
seren: sêr
stori: straeon
sylw: sylwadau
tarw: teirw
troed: traed
tŷ: tai
ych: ychen
ymennydd: ymenyddiau
"""
# Words that do the work of grammar, and their conjugated forms. They are found as they are written and are never
# taken for a form of another word.
FUNCTION_WORDS = """
a ac ag â y yr ar arna arnaf arnat arno arni arnom arnon arnoch arnyn arnynt am at ata ataf atat ato ati atom aton atoch
atyn atynt dan tan gan gen gennyf gennyt ganddo ganddi gennym gynnon gennych gynnoch ganddyn ganddynt gyda gydag efo hefo
i imi iti iddo iddi inni ichi iddyn iddynt o ohono ohoni ohonom ohonoch ohonyn ohonynt oddi dros tros drwy trwy heb hyd
rhag rhwng wrth wrtho wrthi er ers erbyn ger mewn yn yng ym nes tua tuag uwch is cyn wedi fel megis heibio
fi mi ti di ef efe fe fo e hi ni chi chwi nhw hwy hwynt fy dy ei ein eich eu minnau finnau tithau yntau hithau ninnau
chithau hwythau innau hwn hon hyn hwnnw honno hynny rhain rheini hun hunan pwy pa pam sut ble faint sawl pawb neb
neu na nac nag os pe pan tra ond oherwydd mai taw nad nid ai oni onid sef felly hefyd eto yma yna yno acw dyma dyna
iawn mor rhy go dim ddim ynteu naill
"""
