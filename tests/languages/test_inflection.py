"""Inflection of Welsh words, rule by rule, against forms that grammars and everyday Welsh have."""

import pytest
from fingerpost.languages.inflection import dictionary_forms, irregular_forms, irregular_words, regular_forms, stems
from fingerpost.languages.mutation import without_marks
from fingerpost.languages.paradigms import PARADIGMS
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import steady

PLURALS = """
ysgol ysgolion · llyfr llyfrau · cwm cymau · cwm cymoedd · gair geiriau · iaith ieithoedd · haul heuliau · awr oriau
llyn llynnoedd · dogfen dogfennau · peiriant peiriannau · tŵr tyrrau · cyngor cynghorau · brenin brenhinoedd
cennad cenhadon · angen anghenion · anifail anifeiliaid · mab meibion · tlawd tlodion · cwr cyrion · pryder pryderon
cath cathod · gwlad gwledydd · maes meysydd · gardd gerddi · taflen taflenni · pentref pentrefi · tref trefydd
beiro beiros · nyrs nyrsys · cerddwr cerddwyr · gweithiwr gweithwyr · swyddfa swyddfeydd · drama dramâu
penaethiad penaethiaid · gwesty gwestai · gweithdy gweithdai · rheilffordd rheilffyrdd · rhagolwg rhagolygon
coeden coed · blodyn blodau · deilen dail · plentyn plant · cwningen cwningod · oedolyn oedolion
ci cŵn · tŷ tai · chwaer chwiorydd · blwyddyn blynyddoedd · blwyddyn blynedd · rhiant rhieni · llygad llygaid
merch merched · stori straeon · cân caneuon · dant dannedd · arall eraill · bychan bechan · gwyn gwen
"""
COMPARED = """
caled caletach · teg tecaf · gwlyb gwlypach · budr butrach · trwm trymaf · tlawd tlotach · byr byrrach · cryf cryfed
da gwell · drwg gwaethaf · mawr mwy · hawdd haws · uchel uwch · cynnar cyntaf
"""
VERBS = """
dysgu dysgodd · dysgu dysgwyd · codi codais · gweithio gweithiodd · gweithio gweithir · cofio cofiwch · bwyta bwytodd
canu cenir · talu telir · siarad siaradodd · siarad siaradwch · gofyn gofynnodd · meddwl meddyliodd · derbyn derbyniwyd
cynnal cynhaliodd · cynnal cynhelir · cynnwys cynhwyswyd · arwain arweiniodd · sôn soniodd · dechrau dechreuodd
amau amheuodd · cau caeodd · parhau parhaodd · rhyddhau rhyddhawyd · paratoi paratôdd · troi trowyd · creu crewyd
ymweld ymwelodd · adnabod adnabuwyd · canfod canfuwyd · cyfarfod cyfarfu · cerdded cerddais · rhedeg rhedodd
dysgu dysgith · fedru fedra
bod mae · bod oedd · mynd aeth · dod daethon · gwneud gwnaeth · cael cafodd · cael ces · gwybod gŵyr · dweud dywedodd
rhoi rhoddodd · gallu gall · galw gelwir · galw galwn · gadael gadawodd · gweld gwelsom · dylai dylwn · darfod daru
cymryd cymerodd · aros arhosodd · sefyll safodd · geni ganwyd · torri tyr
"""


def pairs(text: str) -> list[tuple[str, str]]:
    return [(word, form) for word, form in (one.split() for one in text.replace("\n", " · ").split(" · ") if one)]


def inflected(word: str) -> set[str]:
    letters = without_marks(word)
    regular = {
        form
        for paradigm in PARADIGMS
        for stem in stems(letters, paradigm)
        for weak in (False, True)
        for form in regular_forms(stem, paradigm, weak=weak)
    }
    return regular | {without_marks(form) for one in irregular_forms().get(letters, ()) for form in one.forms}


@pytest.mark.parametrize(("word", "form"), pairs(PLURALS + COMPARED + VERBS))
def test_a_word_has_the_form_that_the_grammar_gives_it(word: str, form: str) -> None:
    assert without_marks(form) in inflected(word)


@pytest.mark.parametrize(("word", "form"), pairs(PLURALS + VERBS))
def test_a_plural_and_a_form_of_a_verb_lead_back_to_the_word(word: str, form: str) -> None:
    letters = without_marks(form)
    closed = {one for one, _ in irregular_words().get(letters, ())}
    leads_back = dictionary_forms(letters) | closed
    # Most words in -i are verb-nouns, so that these two are found from the word only.
    assert without_marks(word) in leads_back or form in ("gerddi", "taflenni")


@pytest.mark.parametrize("form", ["gwell", "mwyaf", "cyntaf", "caletach"])
def test_one_who_types_a_comparative_is_not_led_back_to_the_word(form: str) -> None:
    assert not irregular_words().get(form, ())
    assert not {"da", "mawr", "cynnar", "caled"} & dictionary_forms(form)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("cynt", "cyntaf"),  # a closed set gives it to cynnar
        ("tro", "troi"),  # -i after a vowel
        ("parhau", "parhaus"),  # -us makes adjectives
        ("pen", "pennir"),  # a stem of three letters is no verb-noun
        ("rhai", "rhaid"),  # no verb has a stem in -a
        ("bod", "byd"),
        ("cath", "cath"),
    ],
)
def test_a_word_has_not_the_form_of_another(word: str, form: str) -> None:
    assert form not in inflected(word)


@steady
@given(st.text(alphabet="abcdefghilmnoprstuwy", min_size=3, max_size=12))
def test_what_a_paradigm_gives_leads_back(word: str) -> None:
    for paradigm in PARADIGMS:
        for stem in stems(word, paradigm):
            for form in regular_forms(stem, paradigm) - {word}:
                assert not paradigm.leads_back or word in dictionary_forms(form), (paradigm, form)


@steady
@given(st.text())
def test_any_text_can_be_asked(word: str) -> None:
    assert word not in dictionary_forms(word)
    assert isinstance(inflected(word), set)
