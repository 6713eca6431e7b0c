"""The best set is that of exhaustive search; more hours never worsen it; the order of the options changes nothing."""

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bouwsteen.model.codes import PartKey
from bouwsteen.questions.choice.optimum import Value, best_options, shortage, value_of
from bouwsteen.questions.choice.options import Option, Target

KEYS = [PartKey("90001", "1", f"B1-K1-W{number}") for number in range(1, 9)]
Instance = tuple[list[Option], set[frozenset[str]], list[Target]]


def exhaustive(
    options: list[Option], hours: int, apart: set[frozenset[str]], targets: list[Target]
) -> Value | None:
    """The value of the best set, of all sets that fit."""
    able = sorted((each for each in options if each.hours <= hours), key=lambda each: each.code)
    sets = (some for count in range(bool(targets), len(able) + 1) for some in combinations(able, count))
    return max(
        (
            value_of(some, able, targets)
            for some in sets
            if sum(each.hours for each in some) <= hours
            and not any(pair <= {each.code for each in some} for pair in apart)
        ),
        default=None,
    )


def instance(chance: random.Random, *, orientation: bool) -> Instance:
    spent = {key: chance.randint(50, 200) for key in KEYS}
    options = []
    for number in range(chance.randint(1, 8)):
        covers = {key: spent[key] for key in chance.sample(KEYS, chance.randint(0, 4))} if orientation else {}
        hours = sum(covers.values()) + chance.choice((0, 0, 60)) if covers else chance.choice((240, 480, 720))
        options.append(
            Option(
                code=f"K{number:04}",
                hours=hours,
                serves=chance.randint(0, 10) * 100,
                evidence=chance.randint(0, 3),
                covers=covers,
            )
        )
    pairs = combinations([each.code for each in options], 2)
    apart = {frozenset(pair) for pair in pairs if chance.random() < 0.2}
    return (
        options,
        apart,
        [_target(options, number, chance) for number in range(orientation * chance.randint(1, 4))],
    )


def _target(options: list[Option], number: int, chance: random.Random) -> Target:
    return Target(
        crebo=f"9500{number}",
        slack=chance.choice((-100, 0, 0, 0, 50, 200, 480, 1600)),
        parts=frozenset(chance.sample(KEYS, chance.randint(0, 6))),
        modules=frozenset(each.code for each in options if not each.covers and chance.random() < 0.5),
        obligation=chance.choice((0, 240, 720)),
    )


def holds_against_exhaustive_search(seed: int, rounds: int) -> None:
    chance = random.Random(seed)
    for number in range(rounds):
        options, apart, targets = instance(chance, orientation=bool(number % 2))
        hours = chance.choice((240, 480, 720, 960, 1600))
        chance.shuffle(options)
        found = best_options(options, hours=hours, apart=apart, targets=targets)
        best = exhaustive(options, hours, apart, targets)
        assert found.proved
        assert found.value == best or (best is None and not found.chosen)
        chosen = [each for each in options if each.code in found.chosen]
        assert set(found.reached) == {each.crebo for each in targets if shortage(each, chosen) <= 0}


def test_the_best_set_is_that_of_exhaustive_search() -> None:
    holds_against_exhaustive_search(seed=2, rounds=500)


@pytest.mark.judge
def test_the_best_set_is_that_of_exhaustive_search_on_many_more() -> None:
    holds_against_exhaustive_search(seed=3, rounds=10_000)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.booleans(), st.integers(100, 900), st.integers(0, 900))
def test_more_hours_never_worsen_the_best_set(seed: int, orientation: bool, hours: int, more: int) -> None:
    options, apart, targets = instance(random.Random(seed), orientation=orientation)
    fewer = best_options(options, hours=hours, apart=apart, targets=targets)
    if targets and not fewer.chosen:
        return
    larger = best_options(options, hours=hours + more, apart=apart, targets=targets)

    less, value = fewer.value, larger.value
    assert (value.within_reach, value.serving) >= (less.within_reach, less.serving)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_the_options_changes_nothing(
    seed: int, orientation: bool, chance: random.Random
) -> None:
    options, apart, targets = instance(random.Random(seed), orientation=orientation)
    shuffled, other = list(options), list(targets)
    chance.shuffle(shuffled)
    chance.shuffle(other)

    assert best_options(options, hours=960, apart=apart, targets=targets) == best_options(
        shuffled, hours=960, apart=apart, targets=other
    )


def test_without_options_there_is_nothing_to_choose() -> None:
    found = best_options((), hours=720)

    assert (found.chosen, found.proved) == ((), True)
