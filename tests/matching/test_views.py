"""The sparse views against the plainest way of computing the same."""

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.questions.matching.features import Weighted
from bouwsteen.questions.matching.language import hashed
from bouwsteen.questions.matching.texts import Described, index_of_texts
from bouwsteen.questions.matching.views import said_in, view_of

WORDS = "voorraad klant beheer zorg inkoop"
BAGS = st.lists(
    st.lists(st.tuples(st.sampled_from([0.3, 0.5, 1.0]), st.sampled_from(WORDS.split())), max_size=5),
    min_size=1,
    max_size=6,
)


def letters(word: str) -> Weighted:
    found = Counter(word)
    return hashed(found), np.array(list(found.values()), dtype=np.float32)


def plain_cosines(bags: list[list[tuple[float, str]]], asked: list[tuple[float, str]]) -> list[float]:
    def said(bag: list[tuple[float, str]]) -> Counter[str]:
        found: Counter[str] = Counter()
        for weight, word in bag:
            for letter in word:
                found[letter] += weight
        return Counter({name: 1 + math.log(count) if count >= 1 else count for name, count in found.items()})

    rows = [said(bag) for bag in bags]
    spread = Counter(letter for row in rows for letter in row)
    rarity = {letter: math.log((len(rows) + 1) / (count + 1)) + 1 for letter, count in spread.items()}

    def unit(row: Counter[str]) -> dict[str, float]:
        weights = {name: count * rarity[name] for name, count in row.items() if name in rarity}
        length = math.sqrt(sum(each * each for each in weights.values())) or 1.0
        return {name: weight / length for name, weight in weights.items()}

    mine = unit(said(asked))
    return [sum(mine.get(name, 0.0) * weight for name, weight in unit(row).items()) for row in rows]


@given(BAGS, st.lists(st.tuples(st.just(1.0), st.sampled_from(WORDS.split())), max_size=3))
def test_cosines_are_those_of_the_plain_computation(
    bags: list[list[tuple[float, str]]], asked: list[tuple[float, str]]
) -> None:
    view = view_of(bags, letters)

    found = view.cosines(said_in(asked, letters), len(bags))

    assert found.tolist() == pytest.approx(plain_cosines(bags, asked), abs=1e-3)


def test_an_equal_text_scores_one() -> None:
    index = index_of_texts([Described(title="Beheert de voorraad"), Described(title="Koopt in")])

    assert index.scores(index.asked("Beheert de voorraad", None))[0] == pytest.approx(1.0, abs=1e-3)
