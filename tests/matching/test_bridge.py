"""What is learned of things with several names: what tells nothing about which thing is meant counts less."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from bouwsteen.questions.matching.bridge import ENOUGH, across, bridge_of
from bouwsteen.questions.matching.texts import of_length_one

THINGS, EACH = 2_000, 3


def names(seed: int, noise: float = 1.0) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
    """Three names of each thing: the first axes say which thing, the last only in which form it is named."""
    chance = np.random.default_rng(seed)
    groups = np.repeat(np.arange(THINGS, dtype=np.int32), EACH)
    rows = chance.normal(size=(len(groups), 8)) * noise
    rows[:, :4] = chance.normal(size=(THINGS, 4))[groups] + 0.1 * rows[:, :4]
    return of_length_one(rows.astype(np.float32)), groups


def found_first(rows: NDArray[np.float32], groups: NDArray[np.int32]) -> float:
    """How often the name nearest to a name is of the same thing."""
    near = rows[:600] @ rows.T
    near[np.arange(600), np.arange(600)] = -1
    return float((groups[near.argmax(axis=1)] == groups[:600]).mean())


@given(st.integers(0, 20))
def test_names_of_one_thing_are_found_more_often(seed: int) -> None:
    rows, groups = names(seed)
    others, _ = names(seed + 1_000)
    bridge = bridge_of(rows, groups)

    assert found_first(across(others, bridge), groups) > found_first(others, groups) + 0.2


def test_it_is_what_least_squares_says() -> None:
    rows, groups = names(3)
    rest = of_length_one(np.add.reduceat(rows, np.arange(0, len(rows), EACH))[groups] - rows)
    penalty = 0.1 * len(rows) / 8
    likely = (rows * rest).sum() / len(rows)
    stacked = np.vstack([rows, np.sqrt(penalty) * np.eye(8)])
    wanted = np.vstack([rest, np.sqrt(penalty) * likely * np.eye(8)])

    assert bridge_of(rows, groups) == pytest.approx(np.linalg.lstsq(stacked, wanted)[0], abs=1e-4)


def test_with_too_few_names_nothing_is_learned() -> None:
    rows, groups = names(1)
    few = ENOUGH - 1

    for bridge in (
        bridge_of(rows[:few], groups[:few]),
        bridge_of(rows, np.arange(len(rows), dtype=np.int32)),
        bridge_of(rows, np.empty(0, np.int32)),
        bridge_of(rows[:, :0], groups),
    ):
        assert not bridge.size
        assert across(rows, bridge) is rows


def test_what_lies_across_has_length_one_and_zeros_stay_zeros() -> None:
    rows, groups = names(2)
    rows[0] = 0
    moved = across(rows, bridge_of(rows, groups))

    assert not moved[0].any()
    assert np.abs(np.linalg.norm(moved[1:], axis=1) - 1).max() < 1e-5
