"""Vectors made more even: turned to their widest axes, and each axis divided by its spread to a power."""

from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from bouwsteen.adapters.language.vectors import DutchVectors, features_of
from bouwsteen.questions.matching.language import hashed
from bouwsteen.questions.matching.texts import of_length_one
from tools.vectors.evening import evened, evening
from tools.vectors.packing import packed, written

WORDS = ["aap", "noot", "mies", "wim", "zus", "jet", "teun", "vuur", "gijs", "lam"]
EVEN = st.floats(min_value=0, max_value=1)


def texts(seed: int, dimensions: int = 8, count: int = 400) -> NDArray[np.float32]:
    """Vectors of length one, of which the axes are wide and narrow, turned by chance."""
    chance = np.random.default_rng(seed)
    turned = np.linalg.qr(chance.normal(size=(dimensions, dimensions)))[0]
    wide = chance.normal(size=(count, dimensions)) * np.geomspace(4, 0.5, dimensions)
    return of_length_one((wide @ turned).astype(np.float32))


@given(st.integers(0, 1000))
def test_at_evenness_0_every_cosine_stays(seed: int) -> None:
    rows = texts(seed)
    made = rows @ evening(rows, 0)

    assert np.abs(made @ made.T - rows @ rows.T).max() < 1e-5


@given(st.integers(0, 1000))
def test_at_evenness_1_all_axes_are_equally_wide(seed: int) -> None:
    rows = texts(seed)
    made = rows @ evening(rows, 1)
    spread = made.T @ made / len(made)

    assert np.abs(spread - np.eye(8) * spread[0, 0]).max() < 1e-3 * spread[0, 0]


@given(st.integers(0, 1000), EVEN)
def test_axes_come_in_the_order_of_their_width_and_stand_apart(seed: int, evenness: float) -> None:
    rows = texts(seed)
    made = rows @ evening(rows, evenness)
    spread = (made.T @ made / len(made)).astype(np.float64)
    widths = np.diag(spread)

    assert np.all(np.diff(widths) <= 1e-4 * widths[0])
    assert np.abs(spread - np.diag(widths)).max() < 1e-4 * widths[0]


def test_shipped_rows_are_evened_as_the_vectors_of_texts_are(tmp_path: Path) -> None:
    """A text is the sum of its words: to turn each row is to turn each text, but for the eight bits."""
    numbers = np.unique(hashed([name for word in WORDS for name in features_of(word)]))
    rows = np.random.default_rng(5).normal(size=(len(numbers), 8)) * np.geomspace(4, 0.5, 8)
    written(packed(numbers, rows.astype(np.float32)), {"digest": "of before"}, tmp_path)
    said = [f"{one} {other}" for one in WORDS for other in WORDS]
    before = DutchVectors(tmp_path)
    expected = of_length_one(before.encode(said) @ evening(before.encode(said), 0.5))

    written(evened(tmp_path, said, 0.5), {"evenness": 0.5}, tmp_path)
    after = DutchVectors(tmp_path)

    assert np.einsum("ij,ij->i", after.encode(said), expected).min() > 0.999
    assert after.name != before.name
