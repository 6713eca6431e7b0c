"""Other words for the same work, and words that only look like it. Whoever knows the work can read and judge these."""

import pytest

from bouwsteen.questions.matching.language import stem
from bouwsteen.questions.reuse.synonyms import GROUPS
from bouwsteen.questions.reuse.titles import Reader

READER = Reader(stem, ["Leidinggevende bediening", "Helpende zorg en welzijn"])

SAME = [
    ("Acquireert klanten", "Werft klanten"),
    ("Bewaakt de begroting", "Bewaakt het budget"),
    ("Zet een zakelijk netwerk op", "Bouwt een zakelijk netwerk op"),
    ("Schrijft een businessplan", "Maakt een ondernemingsplan"),
    ("Lost storingen op", "Verhelpt storingen"),
    ("Lokaliseert gebreken", "Spoort gebreken op"),
    ("Assembleert houten elementen", "Monteert houten onderdelen"),
    ("Maakt gerechten klaar", "Bereidt gerechten"),
    ("Verleent service", "Biedt service aan"),
    ("Verifieert gegevens", "Controleert data"),
    ("Reageert op security-incidenten", "Treedt op bij security-incidenten"),
    ("Verzorgt de zorgvrager", "Verzorgt de cliënt"),
    ("Reflecteert op het werk", "Evalueert de werkzaamheden"),
    ("Kiest materialen", "Selecteren van materiaal"),
    ("Plaatst het glas", "Plaatsen van het glas"),
    ("Meet het product", "Meten van het product"),
    ("Zet netwerken in", "Inzetten van netwerken"),
    ("Leiding geven aan het team", "Stuurt het team aan"),
    ("Geeft leiding aan het team", "Leidt het team"),
    ("Draagt zorg voor dieren", "Verzorgt dieren"),
    ("Helpt de leidinggevende bediening", "Helpt"),
]
"""Read as the same work."""

APART = [
    ("Legt leidingen aan", "Geeft leiding", "pipes and people"),
    ("Organiseert het evenement", "Profileert de onderneming", "organiseren and organisatie"),
    ("Regelt het evenement", "Volgt het voorschrift", "regelen and regel"),
    ("Ontwerpt software", "Ontwikkelt software", "another step of the work"),
    ("Bestelt producten", "Koopt producten in", "another step of the work"),
    ("Bewerkt voeding", "Verwerkt voeding", "another step of the work"),
    ("Ontvangt de gast", "Ontvangt de klant", "another person"),
    ("Verkoopt producten", "Verhuurt producten", "another agreement"),
    ("Laadt de vrachtwagen", "Lost de vrachtwagen", "the other way round"),
    ("Monteert onderdelen", "Demonteert onderdelen", "the other way round"),
    ("Ontwikkelt een plan", "Evalueert een plan", "another moment"),
    ("Controleert het product", "Evalueert het product", "checking and looking back"),
    ("Beoordeelt het product", "Controleert het product", "judging and checking"),
    ("Begeleidt medewerkers", "Ondersteunt medewerkers", "another responsibility"),
    ("Bewaakt het proces", "Houdt toezicht op het proces", "another responsibility"),
]
"""Must not read as the same work, and why."""


@pytest.mark.parametrize(("one", "other"), SAME)
def test_other_words_for_the_same_work_read_the_same(one: str, other: str) -> None:
    left, right = READER.read(one), READER.read(other)

    assert set(left.stems) == set(right.stems)
    assert (left.phases, left.part, left.demand) == (right.phases, right.part, right.demand)


@pytest.mark.parametrize(("one", "other", "why"), APART)
def test_what_only_looks_like_it_stays_apart(one: str, other: str, why: str) -> None:
    assert set(READER.read(one).stems) != set(READER.read(other).stems), why


def test_no_two_groups_fold_into_one() -> None:
    """Regelen and regel, organiseren and organisatie once made one group of two."""
    assert len({READER.read(group[0]).stems for group in GROUPS}) == len(GROUPS)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0])
def test_the_words_of_a_group_say_the_same_of_moment_responsibility_and_demand(
    group: tuple[str, ...],
) -> None:
    readings = [READER.read(word) for word in group]

    assert len({(each.stems, each.phases, each.part, each.demand) for each in readings}) == 1
