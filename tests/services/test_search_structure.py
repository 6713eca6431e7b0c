"""Searching in one text finds what looking at each title finds."""

import pytest

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.model.catalogue import Catalogue, DatedCatalogue
from bouwsteen.model.concepts import Concept, ConceptKind
from bouwsteen.model.records import Records
from bouwsteen.model.sources import Confidence
from bouwsteen.services.search_structure import (
    _everything,
    _folded,
    meant,
    offered_by,
    search_structure,
)
from tests.invented import DAY


@pytest.fixture(scope="module")
def structure() -> DatedCatalogue:
    return embedded_catalogue().on(DAY)


def one_by_one(query: str, structure: DatedCatalogue):
    asked = _folded(query)
    everything = list(_everything(structure))
    exact = [each for each in everything if asked in (each.code.casefold(), each.key.casefold())]
    titles = [(each, _folded(each.title)) for each in everything]
    found = [(each, title) for each, title in titles if all(word in title for word in asked.split())]

    def place(pair):
        hit, title = pair
        part, standing = hit.kind in ("core-task", "work-process"), structure.current.get(hit.key, "yes")
        return (title != asked, not title.startswith(asked), part, standing != "yes", standing == "no")

    return once(exact or [each for each, _ in sorted(found, key=place)])


def once(hits):
    """Each occupation only where it is found first."""
    keys = [(each.kind, each.key) for each in hits]
    return [
        each
        for place, each in enumerate(hits)
        if each.kind != "occupation" or keys.index(keys[place]) == place
    ]


@pytest.mark.parametrize(
    "query",
    [
        "voorraad",
        "Verkoop",
        "verkoper",
        "a",
        "de klant",
        "B1-K1",
        "25698",
        "k0059",
        "cliënt",
        "en de",
        "ver koop",
        "zzz",
        "caissière",
        "medewerker",
    ],
)
def test_what_is_found_is_what_is_found_one_by_one(query: str, structure: DatedCatalogue):
    slow = one_by_one(query, structure)

    assert search_structure(query, structure, limit=100_000) == tuple(slow)
    assert search_structure(query, structure, limit=3) == tuple(slow[:3])


def test_at_equal_fit_a_programme_that_is_offered_now_comes_first(structure: DatedCatalogue):
    seller, *others = search_structure("verkoper", structure, limit=3)
    found = search_structure("kapper", structure, limit=9)
    hairdressers = [each.key for each in found if each.kind == "qualification"]

    assert (seller.title, seller.where) == ("verkoper", "winkelmedewerker")
    assert {structure.current[each.key] for each in others} == {"unknown"}
    assert hairdressers == ["25641", "25400", "25399"]
    assert structure.current["25641"] == "yes"


@pytest.mark.parametrize("query", ["caissière", "caissiere", "Caissi"])
def test_an_occupation_is_found_by_any_of_its_names(query: str, structure: DatedCatalogue):
    (found,) = search_structure(query, structure, limit=3)

    assert (found.kind, found.key) == ("occupation", "urn:bouwsteen:occupation:winkelmedewerker")
    assert (found.title, found.where, found.code) == ("caissière", "winkelmedewerker", "")


def test_an_imported_occupation_is_found_by_its_names_and_code(structure: DatedCatalogue):
    cook = Concept(
        iri="http://e/cook",
        language="nl",
        kind=ConceptKind.OCCUPATION,
        scheme="esco",
        code="5120.1",
        label="scheepskok",
        alternatives=("kombuiskok",),
        sources=("invented",),
        confidence=Confidence.OFFICIAL,
    )
    more = Catalogue(1, structure.catalogue.records + Records(concepts=(cook,))).on(DAY)

    assert [each.title for each in search_structure("kombuis", more, limit=3)] == ["kombuiskok"]
    assert [each.title for each in search_structure("scheepskok", more, limit=3)] == ["scheepskok"]
    assert {each.key for each in search_structure("5120.1", more, limit=3)} == {"http://e/cook"}


def test_what_is_no_unicode_or_runs_over_lines_is_nowhere(structure: DatedCatalogue):
    assert search_structure("\ud800", structure, limit=1) == ()
    assert search_structure("25655\n25656", structure, limit=1) == ()


def test_nothing_is_found_without_a_word(structure: DatedCatalogue):
    assert search_structure(" ", structure, limit=3) == ()


def test_a_file_that_no_source_names_is_found_by_its_code_and_known_by_what_is_in_it(
    structure: DatedCatalogue,
):
    (found,) = search_structure("r25705", structure, limit=3)

    assert (found.kind, found.key, found.title) == ("file", "R25705", "")
    assert structure.qualifications["25705"].name in found.where


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("verkopper", "verkoper"),
        ("Mechatronica techniekus", ""),
        ("verkoper", ""),
        ("zzzzqqqq", ""),
        ("", ""),
    ],
)
def test_a_word_that_no_title_holds_is_spelled_as_one_that_does(
    typed: str, spelled: str, structure: DatedCatalogue
):
    assert meant(typed, structure) == spelled


def test_a_guess_always_finds_something(structure: DatedCatalogue):
    for typed in ("kaper", "electromonteur", "pedagogisch medewerkker"):
        assert search_structure(meant(typed, structure), structure, limit=1)


def test_a_school_is_found_by_what_it_was_seen_to_offer(structure: DatedCatalogue):
    found = offered_by("aeres", structure, limit=100)

    assert found
    assert {each.kind for each in found} == {"module"}
    assert all("aeres" in each.where.casefold() for each in found)
    assert offered_by("aeres", structure, limit=1) == found[:1]
    assert offered_by("zzzz", structure, limit=9) == offered_by("", structure, limit=9) == ()
