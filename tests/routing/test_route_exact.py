"""What the route promises is what trying everything finds: the fewest hours, the soonest, the longest open."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, combinations, permutations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bouwsteen.questions.routing.selection import Bundle, Need, Selection, Work, closure, select
from bouwsteen.questions.routing.sequence import closing, open_longest, ordered

INSTANCES = 2000


def subsets(items: Sequence[Work]) -> Iterable[tuple[Work, ...]]:
    return chain.from_iterable(combinations(items, size) for size in range(len(items) + 1))


def unmet(needs: Sequence[Need], works: Iterable[Work]) -> int:
    """The fewest needs that these works leave unmet, over every way to use what may be used once."""
    keys = [each.key for each in needs]
    ways = []
    for work in works:
        serves = [key for key in keys if key in work.serves]
        ways.append([(key,) for key in serves] or [()] if work.once else [tuple(serves)])
    least = len(needs)
    for way in product(*ways):
        met = dict.fromkeys(keys, 0)
        for work, used in zip(works, way, strict=True):
            for key in used:
                met[key] += work.size if next(n for n in needs if n.key == key).amount > 1 else 1
        least = min(least, sum(met[each.key] < each.amount for each in needs))
    return least


def best(needs: Sequence[Need], works: Sequence[Work], must: Iterable[str] = ()) -> tuple[int, int, int]:
    """The fewest unmet needs, hours and works, by trying every set of works."""
    fixed = {each.key for each in works if each.held or each.wanted} | set(must)
    known = {each.key: each for each in works}
    return min(
        (
            unmet(needs, chosen),
            sum(each.hours for each in chosen),
            sum(not each.held for each in chosen),
        )
        for chosen in subsets(works)
        if (keys := {each.key for each in chosen}) >= fixed
        and all(before in keys or before not in known for each in chosen for before in each.after)
    )


def instance(random: Random) -> tuple[list[Need], list[Work]]:
    """A few needs, some of them amounts, and a few works; prerequisites point back, so they are never circular."""
    needs = [
        Need(key=f"n{at}", amount=random.choice([1, 1, 1, 480, 720])) for at in range(random.randint(1, 4))
    ]
    works: list[Work] = []
    for at in range(random.randint(1, 6)):
        held = random.random() < 0.25
        works.append(
            Work(
                key=f"w{at}",
                hours=0 if held else random.choice([0, 40, 100, 240, 240, 310]),
                serves=tuple(each.key for each in needs if random.random() < 0.5),
                size=random.choice([240, 480]),
                held=held,
                once=random.random() < 0.5,
                wanted=random.random() < 0.1,
                after=tuple(each.key for each in works if random.random() < 0.1),
            )
        )
    return needs, works


def measured(found: Selection) -> tuple[int, int, int]:
    return len(found.unmet), found.hours, sum(not each.held for each in found.works)


def test_a_selection_equals_trying_everything() -> None:
    random = Random(20261125)
    for _ in range(INSTANCES):
        needs, works = instance(random)

        found = select(needs, works)

        assert measured(found) == best(needs, works), (needs, works)
        assert found.proved


def test_what_is_done_first_equals_trying_everything() -> None:
    random = Random(7)
    for _ in range(600):
        needs, works = instance(random)
        bundles = [
            Bundle(key=f"c{at}", works=frozenset(random.sample([w.key for w in works], k=min(2, len(works)))))
            for at in range(2)
        ]
        known = {each.key: each for each in works}

        found = select(needs, works, first=bundles)

        taken = {each: closure(each.works, known) for each in bundles}
        open_ = [each for each in bundles if any(not known[key].held for key in each.works)]
        hours = {each: sum(known[key].hours for key in taken[each]) for each in open_}
        soonest = [each for each in open_ if hours[each] == min(hours.values())]
        assert (found.first in soonest) if soonest else found.first is None
        assert measured(found) == min(
            (best(needs, works, taken[each]) for each in soonest), default=best(needs, works)
        )


def test_each_use_is_allowed_and_what_serves_once_serves_once() -> None:
    random = Random(3)
    for _ in range(200):
        needs, works = instance(random)
        found = select(needs, works)
        known = {each.key: each for each in found.works}

        for key, need in found.uses:
            assert need in known[key].serves
        for each in found.works:
            assert not each.once or sum(key == each.key for key, _ in found.uses) <= 1


def by_place(work: Work) -> tuple[int, ...]:
    return (int(work.key[1:]),)


def choices_of(random: Random, works: Sequence[Work]) -> Mapping[str, frozenset[str]]:
    """Up to four choices; some ask for more than the route holds, so they are never reached."""
    names = "ABCD"[: random.randint(1, 4)]
    return {
        name: frozenset(each.key for each in works if random.random() < 0.6)
        | (frozenset({"elsewhere"}) if random.random() < 0.5 else frozenset())
        for name in names
    }


def test_the_order_that_keeps_most_open_equals_trying_every_order() -> None:
    random = Random(11)
    for _ in range(1000):
        _, works = instance(random)
        works = works[:5]
        choices = {name: mine for name, mine in choices_of(random, works).items() if mine}

        found = open_longest(works, choices, by_place)

        keys = {each.key for each in works}
        orders = (
            order
            for order in permutations(works)
            if all(
                {before for before in each.after if before in keys} <= {one.key for one in order[:at]}
                for at, each in enumerate(order)
            )
        )
        assert found.kept == max(sum(closing(order, choices).values()) for order in orders), (works, choices)
        assert found.proved
        assert sorted(each.key for each in found.order) == sorted(keys)


def test_a_search_that_is_cut_short_says_how_far_from_the_best_it_may_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import bouwsteen.questions.routing.sequence as sequence

    random = Random(5)
    works = [Work(key=f"w{at}", hours=random.randint(1, 300), serves=()) for at in range(9)]
    choices = {
        f"c{at}": frozenset({each.key for each in works if random.random() < 0.6} | {"elsewhere"})
        for at in range(9)
    }
    whole = open_longest(works, choices, by_place)
    monkeypatch.setattr(sequence, "MOST_SETS", 3)
    short = open_longest(works, choices, by_place)

    assert whole.proved
    assert short.kept <= whole.kept <= short.bound
    assert not short.proved or short.kept == whole.kept


WORKS = st.integers(0, 10_000).map(lambda seed: instance(Random(seed)))


@settings(max_examples=60, deadline=None)
@given(WORKS, st.integers(0, 5))
def test_a_route_never_gets_longer_with_more_achievements(
    made: tuple[list[Need], list[Work]], which: int
) -> None:
    needs, works = made
    before = select(needs, works)
    held = Work(key="held", hours=0, serves=works[which % len(works)].serves, size=240, held=True)

    after = select(needs, [*works, held])

    assert (len(after.unmet), after.hours) <= (len(before.unmet), before.hours)


@settings(max_examples=60, deadline=None)
@given(WORKS, st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_given_changes_nothing(
    made: tuple[list[Need], list[Work]], random: Random
) -> None:
    needs, works = made
    shuffled_needs, shuffled = list(needs), list(works)
    random.shuffle(shuffled_needs)
    random.shuffle(shuffled)

    assert select(shuffled_needs, shuffled) == select(needs, works)
    choices = choices_of(Random(1), works)
    assert open_longest(shuffled, choices, by_place) == open_longest(works, choices, by_place)
    assert ordered(shuffled, by_place) == ordered(works, by_place)
