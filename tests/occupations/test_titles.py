"""Job titles in all their forms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.questions.occupations import folded


@pytest.mark.parametrize(
    ("title", "forms"),
    [
        ("verkoper", "verkoopster Verkopers verkoopsters"),
        ("kapper", "kapster kappers kapsters"),
        ("kassier", "kassierster kassière kassiers"),
        ("caissier", "caissière Caissières CAISSIERE"),
        ("wandelaar", "wandelaarster wandelaars"),
        ("leraar", "lerares leraren"),
        ("schrijver", "schrijfster schrijvers"),
        ("begeleider", "begeleidster begeleiders"),
        ("schoonmaker", "schoonmaakster schoonmaaksters"),
        ("directeur", "directrice directeurs"),
        ("masseur", "masseuse masseurs"),
        ("psycholoog", "psychologe psychologen"),
        ("assistent", "assistente assistenten assistentes"),
        ("fysiotherapeut", "fysiotherapeute fysiotherapeuten"),
        ("journalist", "journaliste journalisten"),
        ("technicus", "technica"),
        ("timmerman", "timmervrouw timmerlieden timmerlui"),
        ("gastheer", "gastvrouw gastheer/-vrouw"),
        ("arts", "artsen"),
        ("kok", "koks"),
        ("verpleegkundige", "verpleegkundigen"),
        ("medewerker", "medewerkster medewerksters"),
    ],
)
def test_a_title_and_its_forms_are_one(title, forms):
    assert {folded(form) for form in forms.split()} == {folded(title)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("meester", "meier"),
        ("minister", "mini"),
        ("bakker", "bak"),
        ("kok", "koker"),
        ("kapper", "kaper"),
        ("verpleegster", "verpleegkundige"),
    ],
)
def test_other_words_stay_apart(one, other):
    assert folded(one) != folded(other)


def test_what_says_nothing_is_left_out():
    assert folded("Verkoper (m/v) in de mode") == folded("verkoper mode")
    assert folded("de, het en ...") == ()


@given(st.text())
def test_any_text_gives_plain_words(text):
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in folded(text))
