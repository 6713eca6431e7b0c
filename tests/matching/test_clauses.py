"""What a document describes is told from what people say."""

import pytest

from bouwsteen.questions.matching.clauses import is_description
from bouwsteen.questions.matching.search import blend_of
from bouwsteen.questions.matching.texts import DESCRIPTIONS, TITLES

DESCRIBED = """
    De werkzaamheden zijn voorbereid.
    Het kind is gestimuleerd tot zelfstandigheid. Bij ziekte is goed gehandeld.
    De wensen van de gast worden vastgelegd
    Voorraad op peil. De bestelling is geplaatst.
"""
SAID = """
    ik maak schoon als de klas leeg is
    wij zijn verantwoordelijk voor de voorraad
    mijn werk is koken
    kijken of alles veilig is
    zorgen dat er genoeg brandblussers zijn
    klanten helpen kiezen welke fiets het wordt
    haren knippen
"""


@pytest.mark.parametrize("text", [each.strip() for each in DESCRIBED.strip().splitlines()])
def test_a_description_is_compared_by_words_most(text: str) -> None:
    assert is_description(text)
    assert blend_of(text) is DESCRIPTIONS


@pytest.mark.parametrize("text", [each.strip() for each in SAID.strip().splitlines()])
def test_what_people_say_is_compared_by_meaning_most(text: str) -> None:
    assert not is_description(text)
    assert blend_of(text) is TITLES
