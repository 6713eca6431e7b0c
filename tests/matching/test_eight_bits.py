"""Vectors of texts in eight bits say what they say in single precision, in a quarter of the memory."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.questions.matching import kept, vectors
from bouwsteen.questions.matching.texts import Blend, Described, index_of_texts, of_length_one
from bouwsteen.questions.matching.vectors import in_eight_bits

DIMENSIONS = 64
NEARLY = 0.01
"""The steps of a row are at most 1/127 of its highest number: so a cosine is at most some of them off."""


def rows(count: int, seed: int) -> np.ndarray:
    """Of length one, with more spread in the first dimensions, as the shipped ones have."""
    chance = np.random.default_rng(seed)
    spread = np.linspace(3, 0.1, DIMENSIONS)
    return of_length_one((chance.normal(size=(count, DIMENSIONS)) * spread).astype(np.float32))


@given(count=st.integers(1, 3 * vectors.AT_ONCE), seed=st.integers(0, 99))
def test_each_row_is_as_near_as_in_single_precision(count: int, seed: int) -> None:
    whole = rows(count, seed)
    asked = rows(3, seed + 1).T
    found = in_eight_bits(whole)

    np.testing.assert_allclose(found.near(asked[:, 0]), whole @ asked[:, 0], atol=NEARLY)
    np.testing.assert_allclose(found.near(asked), whole @ asked, atol=NEARLY)
    assert found.rows.nbytes * 4 == whole.nbytes


@given(seed=st.integers(0, 99))
def test_a_row_is_near_itself_and_zeros_are_near_nothing(seed: int) -> None:
    whole = rows(5, seed)
    whole[3] = 0
    found = in_eight_bits(whole)
    lengths = np.linalg.norm(found.rows * found.steps[:, None], axis=1)

    np.testing.assert_allclose(lengths, [1, 1, 1, 0, 1], atol=1e-6)
    assert [float(found.near(each)[place]) for place, each in enumerate(whole)] == pytest.approx(
        [1, 1, 1, 0, 1], abs=1e-3
    )


def test_without_dimensions_nothing_is_near() -> None:
    found = in_eight_bits(np.zeros((4, 0), np.float32))

    assert found.dimensions == 0
    assert found.near(np.zeros(0, np.float32)).tolist() == [0, 0, 0, 0]


def test_the_best_is_the_same_also_of_what_was_kept() -> None:
    whole = rows(2_000, 1)
    meaning = Blend(letters=0.0, words=0.0, meaning=1.0)

    def encode(asked: list[str]) -> np.ndarray:
        return whole[[int(each) for each in asked]]

    made = index_of_texts([Described(title=str(number)) for number in range(len(whole))], encode)
    read = kept.texts_from_bytes(kept.texts_to_bytes(made))

    for number in range(0, len(whole), 50):
        asked = made.asked(str(number), encode)
        assert made.scores(asked, meaning).argmax() == number
        np.testing.assert_array_equal(read.scores(asked, meaning), made.scores(asked, meaning))
