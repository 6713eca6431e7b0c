"""The fast ways of finding the best, against slow ones that look at everything."""

import numpy as np
import pytest

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.language.sayings import shipped_sayings
from bouwsteen.adapters.language.vectors import DutchVectors
from bouwsteen.questions.matching import match
from bouwsteen.questions.matching.sayings import MEANING, MEANT_FROM
from bouwsteen.questions.matching.search import NOTHING_ALONE_BELOW, SAYING_WEIGHT, WEAK_FROM, fits, scores_of
from bouwsteen.services.prepared import Language, PreparedStructure, prepared
from tests.invented import DAY

TEXTS = (
    "inkoop- en voorraadbeleid voeren",
    "mensen wassen en aankleden",
    "ik zit achter de kassa",
    "voorraad",
    "klanten helpen en de vloer vegen",
    "zzz",
)


@pytest.fixture(scope="module")
def ready() -> PreparedStructure:
    language = Language(encoder=DutchVectors(), sayings=shipped_sayings())
    return prepared(embedded_catalogue(), DAY, language=language)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("titles", [1, 2, 7, 40, 10_000])
def test_the_best_titles_are_the_first_of_all_in_order(
    ready: PreparedStructure, text: str, titles: int
) -> None:
    scores = scores_of(ready.index, text, DutchVectors().encode)
    order = sorted(range(len(scores)), key=lambda place: (-scores[place], place))
    listed = scores.max() >= NOTHING_ALONE_BELOW
    high = [place for place in order if scores[place] >= WEAK_FROM and listed]
    best = list(dict.fromkeys(ready.index.titles[place] for place in high))[:titles]

    found = match(ready.index, text, DutchVectors().encode, titles=titles)
    assert {each.title for each in found} == set(best)
    assert {each.key for each in found} == {
        key for place in high if ready.index.titles[place] in best for key in ready.index.keys[place]
    }


@pytest.mark.parametrize("text", TEXTS)
def test_of_all_sayings_that_are_heard_the_one_that_means_a_title_most_is_named(
    ready: PreparedStructure, text: str
) -> None:
    index = ready.index
    asked = index.asked(text, DutchVectors().encode)
    heard = index.heard(asked)
    slow = np.zeros_like(heard.meant)
    named = [""] * len(slow)
    for place, counts, row in heard.sayings:
        for title, likeness in zip(*index.meanings.of(row), strict=True):
            if likeness * counts > slow[title]:
                slow[title], named[title] = likeness * counts, index.sayings.said[place]

    np.testing.assert_array_equal(heard.meant, slow)
    for title in np.flatnonzero(slow * SAYING_WEIGHT >= 0.2).tolist():
        assert index.saying(heard, title) == named[title]


def test_a_meaning_means_every_title_that_is_like_it_and_no_other(ready: PreparedStructure) -> None:
    """Beside each meaning compared with all titles by itself; half precision keeps three digits."""
    titles, meanings = ready.index.texts, ready.index.meanings
    for row, text in enumerate(dict.fromkeys(each.means for each in shipped_sayings())):
        likeness = np.minimum(titles.scores(titles.asked(text, DutchVectors().encode), MEANING), 1)
        meant, much = meanings.of(row)

        np.testing.assert_allclose(much, likeness[meant], atol=1e-3)
        assert set(np.flatnonzero(likeness >= MEANT_FROM + 1e-4)) <= set(meant.tolist())
        assert likeness[meant].min(initial=1) >= MEANT_FROM - 1e-4
        other = next(each for each in range(titles.count) if each not in meant)
        assert meanings.much(row, other) == 0


def test_what_is_like_a_title_is_the_same_when_it_is_asked_again(ready: PreparedStructure) -> None:
    title, encode = ready.index.titles[0], DutchVectors().encode

    first = ready.alike(title, titles=5)
    assert first == match(ready.index, title, encode, titles=5, people=False)
    assert ready.alike(title, titles=5) is first
    assert ready.alike(title, titles=3) == match(ready.index, title, encode, titles=3, people=False)


@pytest.mark.parametrize(
    ("best", "carried", "listed"),
    [(0.25, 0.25, False), (0.3, 0.25, True), (0.3, 0.1, False), (0.37, 0.0, True)],
)
def test_what_no_saying_carries_must_fit_better_to_be_listed(
    best: float, carried: float, listed: bool
) -> None:
    scores, by_sayings = np.array([0.1, best], np.float32), np.array([0.9, carried], np.float32)

    assert fits(scores, by_sayings) is listed
    assert fits(np.zeros(0, np.float32), np.zeros(0, np.float32)) is False


def test_in_a_title_no_saying_is_heard(ready: PreparedStructure) -> None:
    """ "Technisch ontwerp schrijven" is said by people; the title "Maakt een technisch ontwerp" says it by chance."""
    title = "Maakt een technisch ontwerp voor software"

    assert any(each.saying for each in ready.matches(title))
    assert not any(each.saying for each in ready.alike(title, titles=100))
