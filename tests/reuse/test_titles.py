"""What is read from the title of a work process."""

import pytest

from bouwsteen.questions.matching.language import stem
from bouwsteen.questions.reuse.titles import Demand, Part, Phase, Reader

READER = Reader(
    stem, ["Onderwijsassistent", "Pedagogisch medewerker kinderopvang", "Helpende zorg en welzijn"]
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bereidt de uitvoering voor", "Voorbereiden van de uitvoering"),
        ("Voert werkzaamheden uit", "Uitvoeren van werkzaamheden"),
        ("Beheert de voorraad", "Beheren van voorraden"),
        ("Werkt aan de eigen deskundigheid", "Werkt aan deskundigheid"),
        ("Rapporteert als onderwijsassistent", "Rapporteert als helpende zorg en welzijn"),
        ("Herstelt apparatuur", "Repareert apparaten"),
    ],
    ids=["separable verb", "infinitive", "number", "own", "job title", "synonyms"],
)
def test_two_ways_of_saying_it_read_the_same(one: str, other: str) -> None:
    assert set(READER.read(one).stems) == set(READER.read(other).stems)


@pytest.mark.parametrize(
    ("title", "phase"),
    [
        ("Bereidt de les voor", Phase.PREPARE),
        ("Maakt een ontwikkelplan", Phase.PREPARE),
        ("Werkt evenementplannen uit", Phase.PREPARE),
        ("Voert het ontwikkelplan uit", Phase.DO),
        ("Voert de les uit", Phase.DO),
        ("Evalueert de les", Phase.CHECK),
        ("Rondt de les af", Phase.FINISH),
    ],
)
def test_the_moment_of_the_work_is_read(title: str, phase: Phase) -> None:
    assert READER.read(title).phases == {phase}


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Assisteert bij de verkoop", Part.ASSISTS),
        ("Verzorgt de verkoop", Part.PERFORMS),
        ("Geeft leiding aan de verkoop", Part.LEADS),
        ("Coördineert de verkoop", Part.LEADS),
        ("Legt leidingen aan", Part.PERFORMS),
        ("Plant het werk en begeleidt stagiairs", Part.PERFORMS),
    ],
)
def test_responsibility_is_what_the_main_verb_gives(title: str, part: Part) -> None:
    assert READER.read(title).part is part


def test_simple_and_complex_are_read() -> None:
    assert READER.read("Voert complexe reparaties uit").demand is Demand.COMPLEX
    assert READER.read("Voert eenvoudige reparaties uit").demand is Demand.SIMPLE


def test_a_title_that_is_nothing_but_a_job_title_keeps_its_words() -> None:
    assert READER.read("Onderwijsassistent").stems != ()


def test_a_general_title_names_no_object() -> None:
    assert READER.read("Rondt de werkzaamheden af").telling == frozenset()
    assert READER.read("Rondt de reparatie af").telling != frozenset()


def test_helping_with_a_plan_is_no_moment_of_its_own() -> None:
    assert (
        READER.read("Levert een bijdrage aan het opstellen van het ondersteuningsplan").phases == frozenset()
    )
