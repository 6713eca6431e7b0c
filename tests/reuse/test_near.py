"""Near pairs are found without comparing all with all, and almost none is missed."""

import math
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.questions.matching.language import stem
from bouwsteen.questions.reuse import near
from bouwsteen.questions.reuse.near import letter_cosines, letter_groups, near_pairs
from bouwsteen.questions.reuse.titles import Reader

WORDS = st.sampled_from(["voorraad", "beheer", "klant", "ontvang", "gast", "magazijn", "kas"])
TITLES = st.lists(st.lists(WORDS, max_size=4).map(tuple), max_size=10)


@given(TITLES)
def test_every_pair_comes_once_with_the_right_cosine(titles: list[tuple[str, ...]]) -> None:
    pairs = list(near_pairs(titles, least=0.0))

    assert len({(each.left, each.right) for each in pairs}) == len(pairs)
    assert all(each.left < each.right for each in pairs)
    for each in pairs:
        (alone,) = letter_cosines(titles, [(titles[each.left], titles[each.right])])
        assert 0 <= each.letters <= 1.0001
        assert alone >= 0


@given(TITLES)
def test_titles_that_share_a_word_are_a_pair(titles: list[tuple[str, ...]]) -> None:
    pairs = {(each.left, each.right) for each in near_pairs(titles, least=0.0)}

    for left, right in combinations(range(len(titles)), 2):
        if set(titles[left]) & set(titles[right]):
            assert (left, right) in pairs


def all_cosines(titles: list[tuple[str, ...]]) -> NDArray[np.float64]:
    """By comparing all with all: letters counted, weighted by rarity, rows of length one."""
    counted = [Counter(group for word in title for group in letter_groups(word)) for title in titles]
    numbers = {
        group: number for number, group in enumerate(sorted({group for each in counted for group in each}))
    }
    counts = np.zeros((len(titles), len(numbers)))
    for row, each in enumerate(counted):
        for group, count in each.items():
            counts[row, numbers[group]] = 1 + math.log(count)
    weights = counts * (np.log((1 + len(titles)) / (1 + (counts > 0).sum(0))) + 1)
    weights /= np.linalg.norm(weights, axis=1, keepdims=True)
    found: NDArray[np.float64] = weights @ weights.T
    return found


def test_of_real_titles_all_that_are_really_alike_are_found() -> None:
    """Every pair of all titles with a cosine of .6 or more, and its cosine is exact."""
    reader = Reader(stem)
    titles = sorted({each.title for each in embedded_catalogue().records.work_processes})
    stems = [read for each in titles if (read := reader.read(each).stems)]
    cosines = all_cosines(stems)
    alike = {(int(a), int(b)) for a, b in zip(*np.nonzero(np.triu(cosines, 1) >= 0.6), strict=True)}

    found = {(each.left, each.right): each.letters for each in near_pairs(stems)}

    assert len(alike) > 500
    assert len(alike & found.keys()) / len(alike) >= 0.99
    assert max(abs(cosines[pair] - cosine) for pair, cosine in found.items()) < 1e-4


def test_a_piece_that_all_share_does_not_make_all_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "LARGEST", 20)
    titles = [("werk", chr(97 + place // 26) * 4 + chr(97 + place % 26) * 4) for place in range(400)]

    assert sum(1 for _ in near_pairs(titles, least=0.0)) < 400 * 40
