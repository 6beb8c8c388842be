"""Welsh words that follow no rule, and words that are never taken for forms of others, as tables.

Stated from Gareth King, Modern Welsh: A Comprehensive Grammar: the irregular and defective verbs, the third persons
that change their vowel (gall, saif, etyb), irregular comparison, feminine and plural adjectives, and the plurals that
no rule gives. A set is closed because a grammar closes it; no word is here because it happened to be misjudged.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class ClosedSet:
    """Words that follow no rule: each line holds dictionary forms, a colon, and their forms.

    A form that ends in a hyphen is a stem, and takes the endings of the verb. A longer line goes on after a space.
    """

    lines: str
    nominal: bool = False  # whether the forms take every mutation, as nouns do
    leads_back: bool = True  # whether one who types a form looks for the word; who types more is not looking for big

    def each_line(self) -> list[str]:
        """Return the lines in small letters, each whole."""
        return self.lines.lower().strip().replace("\n ", " ").splitlines()


IRREGULAR_VERBS = """
bod: mae maen maent yw ydy ydi ydyw oes sy sydd wyf ydw ydwyf dw dwi rwy rwyf rydw wyt wt ydwyt rwyt ydym ydyn ydan
 rydym rydyn rydan ydych dych rydych ydach rydach ydynt oedd roedd oeddwn roeddwn oeddet roeddet oeddem oedden
 oeddan roeddem roedden roeddan oeddech roeddech oeddach oeddynt oeddent roeddynt roeddent bydd bydda byddaf byddi
 byddwn byddwch byddan byddant bydda byddai byddet byddem bydden byddech byddent byddir byddid bu bûm bues buest
 buost buon buom buoch buont buaswn buasit buaset buasai buasem buasech buasent baswn baset basai basen basech buwyd
 bawn bai baem baech baent byddo mod boed bydded bid dydy dydi dyw dydw dydyn dydych doeddwn doeddet doedd doeddem
 doedden doeddech doeddent dwyt does
mynd: af aiff eith awn ewch ânt es est aeth aethon aethoch aethom aethant euthum aethost âi aem aech aent elai elo
 eir eid aed aethpwyd cer dos ewch
dod: dof dôf doi daw down deuaf deuwn deuwch dewch dowch dont deuant des dest daeth daethon daethoch daethom
 daethant deuthum dôi deuai deuent deuir deuid deuwyd daethpwyd dere tyrd doed delo
gwneud: gwnaf gwna gwnei gwnaiff gwneith gwnawn gwnewch gwnânt gwnân gwnes gwnest gwnaeth gwnaethon gwnaethoch
 gwnaethom gwnaethant gwneuthum gwnaethost gwnâi gwnaem gwnaech gwnaent gwnelai gwnelo gwneler gwneir gwneid gwnaed
 gwnaethpwyd gwneuthur neud naeth
cael: caf caiff ceith cei cawn cewch ces cest cafodd cawson cawsoch cawsom cawsant cefais cefaist caet caem caech
 caent cawsai cawsant ceir ceid caed cafwyd
gwybod: gwn gwyddost gŵyr gwyddom gwyddon gwyddoch gwyddant gwyddan gwyddwn gwyddet gwyddai gwyddem gwyddech
 gwyddent gwyddid gwyddys gwybu gwybydd- gwypo
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
gweld gweled: gwel- gwelsom gwelsoch gwelsant gwelsai gweler
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
a ac ag â y yr ar arna arnaf arnat arno arni arnom arnon arnoch arnyn arnynt am at ata ataf atat ato ati atom aton
atoch
atyn atynt dan tan gan gen gennyf gennyt ganddo ganddi gennym gynnon gennych gynnoch ganddyn ganddynt gyda gydag efo
hefo
i imi iti iddo iddi inni ichi iddyn iddynt o ohono ohoni ohonom ohonoch ohonyn ohonynt oddi dros tros drwy trwy heb
hyd
rhag rhwng wrth wrtho wrthi er ers erbyn ger mewn yn yng ym nes tua tuag cyn wedi fel megis heibio
fi mi ti di ef efe fe fo e hi ni chi chwi nhw hwy hwynt fy dy ei ein eich eu minnau finnau tithau yntau hithau ninnau
chithau hwythau innau hwn hon hyn hwnnw honno hynny rhain rheini hun hunan pwy pa pam sut ble faint sawl pawb neb
neu na nac nag os pe pan tra ond oherwydd mai taw nad nid ai oni onid sef felly hefyd eto yma yna yno acw dyma dyna
iawn mor rhy go dim ddim ynteu naill rhai pob bob phob mhob rai oll holl
"""
# Adverbs, numerals and the names of the months stand by themselves, whatever they look like: weithiau is not of gwaith,
# Gorffennaf not of gorffen.
STANDING_WORDS = """
adref allan draw efallai eisoes eleni erioed fyny byth heddiw heno llynedd nawr unwaith wedyn weithiau yfory ymaith
ymlaen
un dau ddau dwy ddwy tri dri tair dair pedwar pedair pum pump chwe chwech saith wyth naw deg cant can
ionawr chwefror mawrth ebrill mehefin gorffennaf awst medi hydref tachwedd rhagfyr
"""
