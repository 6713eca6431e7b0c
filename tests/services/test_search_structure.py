"""Searching in one text finds what looking at each title finds."""

import pytest

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.services.search_structure import _everything, _folded, search_structure
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
    return exact or [each for each, _ in sorted(found, key=lambda pair: not pair[1].startswith(asked))]


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
    ],
)
def test_what_is_found_is_what_is_found_one_by_one(query: str, structure: DatedCatalogue):
    slow = one_by_one(query, structure)

    assert search_structure(query, structure, limit=100_000) == tuple(slow)
    assert search_structure(query, structure, limit=3) == tuple(slow[:3])


def test_nothing_is_found_without_a_word(structure: DatedCatalogue):
    assert search_structure(" ", structure, limit=3) == ()
