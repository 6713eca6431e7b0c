"""The smallest repair is that of brute force: every set, weighed in full."""

import random
from itertools import chain, combinations

import pytest

from bouwsteen.model.period import Outcome
from bouwsteen.questions.choice.repair import Placed, Repair, smallest_repair

Pairs = set[frozenset[str]]


def brute_force(
    chosen: list[Placed], others: list[Placed], apart: Pairs, least: int, fixed: list[str]
) -> Repair | None:
    standing = {each.code: each for each in chosen}
    free = {each.code: each for each in others if each.hours and each.allowed is not Outcome.NO}
    best = None
    for dropped in subsets(sorted(standing.keys() - set(fixed))):
        for added in subsets(sorted(free)):
            kept = [standing[code] for code in standing if code not in dropped]
            kept += [free[code] for code in added]
            codes = {each.code for each in kept}
            hours = sum(each.hours or 240 for each in kept)
            refused = any(each.allowed is Outcome.NO for each in kept)
            if refused or hours < least or any(pair <= codes for pair in apart):
                continue
            changed = [standing[code] for code in dropped] + [free[code] for code in added]
            cost = (
                len(changed),
                sum(each.hours or 240 for each in changed),
                sum(free[code].allowed is Outcome.UNKNOWN for code in added),
                dropped,
                added,
            )
            best = cost if best is None or cost < best else best
    return None if best is None else Repair(dropped=best[3], added=best[4])


def subsets(codes: list[str]) -> chain[tuple[str, ...]]:
    return chain.from_iterable(combinations(codes, count) for count in range(len(codes) + 1))


def holds_against_brute_force(seed: int, rounds: int) -> int:
    """How many of the instances had a repair; each was the same as that of brute force."""
    chance = random.Random(seed)
    repaired = 0
    for _ in range(rounds):
        modules = [
            Placed(
                code=f"K{number:04}",
                hours=chance.choice((240, 240, 480, 720, None)),
                allowed=chance.choice(list(Outcome)),
            )
            for number in range(chance.randint(1, 8))
        ]
        chance.shuffle(modules)
        count = chance.randint(0, min(4, len(modules)))
        chosen, others = modules[:count], modules[count:]
        codes = [each.code for each in modules]
        apart = {frozenset(pair) for pair in combinations(codes, 2) if chance.random() < 0.25}
        least = chance.choice((0, 240, 480, 720, 960))
        fixed = [each.code for each in chosen if chance.random() < 0.15]
        found = smallest_repair(chosen, others, apart=apart, least_hours=least, fixed=fixed)
        assert found == brute_force(chosen, others, apart, least, fixed)
        repaired += bool(found)
    return repaired


def test_the_repair_is_that_of_brute_force() -> None:
    assert holds_against_brute_force(seed=1, rounds=3000) > 500


@pytest.mark.judge
def test_the_repair_is_that_of_brute_force_on_many_more() -> None:
    assert holds_against_brute_force(seed=2, rounds=50_000) > 5000


def test_fewest_modules_come_before_fewest_hours() -> None:
    chosen = [
        Placed(code="K0001", hours=240, allowed=Outcome.YES),
        Placed(code="K0002", hours=240, allowed=Outcome.YES),
        Placed(code="K0003", hours=720, allowed=Outcome.YES),
    ]
    apart = {frozenset(("K0001", "K0003")), frozenset(("K0002", "K0003"))}

    assert smallest_repair(chosen, (), apart=apart) == Repair(dropped=("K0003",))


def test_what_is_surely_allowed_is_added_before_what_is_unknown() -> None:
    chosen = [Placed(code="K0009", hours=240, allowed=Outcome.NO)]
    others = [
        Placed(code="K0001", hours=240, allowed=Outcome.UNKNOWN),
        Placed(code="K0002", hours=240, allowed=Outcome.YES),
    ]

    found = smallest_repair(chosen, others, apart=(), least_hours=240)

    assert found == Repair(dropped=("K0009",), added=("K0002",))


def test_a_national_structure_is_repaired_at_once() -> None:
    others = [
        Placed(code=f"K{n:05}", hours=(240, 480, 720)[n % 3], allowed=Outcome.UNKNOWN) for n in range(1292)
    ]
    chosen = [Placed(code=f"K9{n:04}", hours=240, allowed=Outcome.NO) for n in range(4)]

    found = smallest_repair(chosen, others, apart=(), least_hours=960)

    assert found is not None
    assert found.added == ("K00000", "K00002")


def refused(count: int, *, apart: bool = False) -> list[Placed]:
    """So many chosen modules: each refused, or each surely allowed."""
    allowed = Outcome.YES if apart else Outcome.NO
    return [Placed(code=f"K{n:04}", hours=240, allowed=allowed) for n in range(count)]


@pytest.mark.timeout(5)
def test_a_refused_module_with_a_result_is_seen_at_once_among_sixty() -> None:
    assert smallest_repair(refused(60), (), apart=(), fixed=("K0003",)) is None


@pytest.mark.timeout(5)
def test_sixty_modules_of_which_none_can_stand_beside_another_are_repaired_at_once() -> None:
    chosen = refused(60, apart=True)
    apart = {frozenset(pair) for pair in combinations([each.code for each in chosen], 2)}

    found = smallest_repair(chosen, (), apart=apart, least_hours=240)
    assert found is not None
    assert (len(found.dropped), found.added) == (59, ())
    assert smallest_repair(chosen, (), apart=apart, least_hours=480) is None


@pytest.mark.timeout(5)
def test_sixty_modules_are_refused_at_once_where_nothing_reaches_the_hours() -> None:
    pairs = {frozenset((f"K{n:04}", f"K{n + 1:04}")) for n in range(0, 60, 2)}

    assert smallest_repair(refused(60, apart=True), (), apart=pairs, least_hours=30 * 240 + 1) is None


@pytest.mark.timeout(5)
def test_of_each_pair_of_twelve_modules_that_overlap_the_first_goes() -> None:
    pairs = {frozenset((f"K{n:04}", f"K{n + 1:04}")) for n in range(0, 12, 2)}
    found = smallest_repair(refused(12, apart=True), (), apart=pairs, least_hours=6 * 240)

    assert found is not None
    assert found.dropped == tuple(f"K{n:04}" for n in range(0, 12, 2))
