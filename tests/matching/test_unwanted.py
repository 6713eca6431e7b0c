"""What somebody does not want is heard as such, and brings nothing; work that is about "no" stays work."""

import pytest

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.language.sayings import shipped_sayings
from bouwsteen.adapters.language.vectors import DutchVectors
from bouwsteen.questions.matching import activities_in, is_unwanted
from bouwsteen.services.match_text import match_text
from bouwsteen.services.prepared import Language, PreparedStructure, prepared
from bouwsteen.services.show_possibilities import Question, show_possibilities
from tests.invented import DAY

UNWANTED = """
    ik wil niet met klanten werken
    Ik wil niet meer in een winkel staan.
    geen nachtdienst
    liever geen kassa
    ik werk liever niet met kinderen
    ik hou niet van schoonmaken
    nachtdienst wil ik niet
    ik kan niet tegen bloed
    ik doe geen zwaar werk
    we willen geen ploegendienst
    nooit meer in de zorg
    niks met computers
    computers zijn niets voor mij
    ik heb een hekel aan bellen
    en ook geen weekenden
    zonder klanten
    want ik wil niet bellen
    Niet achter een bureau zitten
    ik wil niet werken met mensen die schreeuwen
"""
WANTED = """
    ik wil met klanten werken
    mensen helpen die niet goed lopen
    ik help mensen die niet kunnen zien
    ik zorg dat er geen fouten in staan
    ik kijk of er niets lekt
    kijken of de leidingen niet botsen
    cement maken, niet te nat
    ik kan niet alleen koken maar ook bakken
    ik vind nachtdienst niet erg
    ik heb geen moeite met vroeg opstaan
    ik heb geen hekel aan schoonmaken
    nachtdienst is geen probleem
    kinderen met niet-aangeboren hersenletsel begeleiden
    ik geef niet-receptgestuurde zorg
    controleren als het alarm niet werkt
    zodat ik niet val
    ik weet niet wat ik wil
    ik laat klanten niet wachten
    ik laat bewoners niet alleen
    printer doet het niet
    notities maken
"""


def lines(text: str) -> list[str]:
    return [each.strip() for each in text.strip().splitlines()]


@pytest.mark.parametrize("text", lines(UNWANTED))
def test_what_somebody_does_not_want_is_heard(text: str) -> None:
    assert is_unwanted(text)


@pytest.mark.parametrize("text", lines(WANTED))
def test_what_only_says_no_stays_work(text: str) -> None:
    assert not is_unwanted(text)


SEVERAL = {
    "ik wil haren knippen maar niet met kleurstof werken": [
        "ik wil haren knippen",
        "niet met kleurstof werken*",
    ],
    "niet met klanten maar met machines werken": ["niet met klanten*", "met machines werken"],
    "koken en geen afwas": ["koken", "geen afwas*"],
    "geen kassa en wel vakken vullen": ["geen kassa*", "vakken vullen"],
    "ik wil niet bellen en mailen": ["ik wil niet bellen en mailen*"],
    "ik wil niet met klanten werken en vakken vullen": ["ik wil niet met klanten werken en vakken vullen*"],
    "ik wil geen nachtdienst en ik wil haren knippen": ["ik wil geen nachtdienst*", "ik wil haren knippen"],
    "geen nachtdiensten, weekenden of avonden": ["geen nachtdiensten, weekenden of avonden*"],
    "geen nachtdienst, haren knippen": ["geen nachtdienst*", "haren knippen"],
    "ik kan niet alleen koken maar ook serveren": ["ik kan niet alleen koken maar ook serveren"],
    "Ik verkoop schoenen. Ik wil geen kassa doen.": ["Ik verkoop schoenen", "Ik wil geen kassa doen*"],
}


@pytest.mark.parametrize(("text", "pieces"), SEVERAL.items(), ids=SEVERAL)
def test_what_is_wanted_stands_apart_from_what_is_not(text: str, pieces: list[str]) -> None:
    assert [each + "*" * is_unwanted(each) for each in activities_in(text)] == pieces


@pytest.fixture(scope="module")
def ready() -> PreparedStructure:
    language = Language(encoder=DutchVectors(), sayings=shipped_sayings())
    return prepared(embedded_catalogue(), DAY, language=language)


@pytest.mark.parametrize("text", ["geen beeld op de beamer", "niet structurele delen vervangen"])
def test_a_no_of_a_saying_or_a_title_belongs_to_the_work(ready: PreparedStructure, text: str) -> None:
    assert is_unwanted(text)
    assert not ready.unwanted(text)
    assert ready.matches(text)


def test_what_is_not_wanted_brings_no_work(ready: PreparedStructure) -> None:
    cutting, customers = match_text("ik wil haren knippen maar niet met klanten werken", ready)

    assert not cutting.unwanted
    assert cutting.found
    assert customers.unwanted
    assert not customers.found
    assert ready.matches(customers.text), "it would have brought work"


def test_what_is_not_wanted_counts_for_no_programme(ready: PreparedStructure) -> None:
    without = show_possibilities(Question(activities=("haren knippen",)), ready)
    with_no = show_possibilities(Question(activities=("haren knippen", "geen kassa")), ready)

    assert [each.unwanted for each in with_no.activities] == [False, True]
    assert [each.qualification for each in with_no.offered] == [
        each.qualification for each in without.offered
    ]
