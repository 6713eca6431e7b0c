"""The broad base of programmes, and the best sets, against trying everything."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from bouwsteen.questions.reuse.programmes import (
    Branch,
    Programme,
    best_sets,
    broad_base,
    least_hours,
)

ELEMENTS = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.integers(1, 9).map(lambda tens: Fraction(tens * 10)),
    min_size=1,
    max_size=6,
)


def programme(crebo: str, hours: dict[str, Fraction], sibling: str | None = None) -> Programme:
    return Programme(crebo=crebo, sibling=sibling or crebo, elements=hours)


def even(crebo: str, elements: str, sibling: str | None = None) -> Programme:
    return programme(crebo, dict.fromkeys(elements, Fraction(100)), sibling)


PROGRAMMES = st.lists(ELEMENTS, min_size=2, max_size=6).map(
    lambda each: [programme(str(95000 + place), hours, str(place // 2)) for place, hours in enumerate(each)]
)


def test_the_base_is_what_all_have_and_a_switch_costs_the_rest() -> None:
    base = broad_base([even("1", "abx"), even("2", "aby"), even("3", "abz")])

    assert (base.common, base.common_hours) == (("a", "b"), Fraction(200))
    assert {(each.still, each.unused) for each in base.switches} == {(Fraction(100), Fraction(100))}
    assert base.shares == {"1": Fraction(2, 3), "2": Fraction(2, 3), "3": Fraction(2, 3)}


def test_two_that_go_further_together_part_later() -> None:
    tree = broad_base([even("1", "abcx"), even("2", "abcy"), even("3", "az")]).tree

    assert tree.elements == ("a",)
    assert [(each.crebos, each.elements) for each in tree.branches if len(each.crebos) > 1] == [
        (("1", "2"), ("b", "c"))
    ]


def _paths(branch: Branch, above: frozenset[str] = frozenset()) -> dict[str, frozenset[str]]:
    here = above | set(branch.elements)
    if not branch.branches:
        return {branch.crebos[0]: here}
    return {crebo: path for each in branch.branches for crebo, path in _paths(each, here).items()}


@given(PROGRAMMES)
def test_along_its_path_every_programme_has_exactly_its_elements(programmes: list[Programme]) -> None:
    paths = _paths(broad_base(programmes).tree)

    assert paths == {each.crebo: frozenset(each.elements) for each in programmes}


def by_trying_everything(
    programmes: list[Programme], least_share: Fraction, most: int, *, across: bool
) -> Fraction:
    """What the best set saves."""
    hours, best = least_hours(programmes), Fraction(0)
    for size in range(2, most + 1):
        for chosen in combinations(programmes, size):
            common = set.intersection(*(set(each.elements) for each in chosen))
            enough = all(
                sum(each.elements[one] for one in common) >= least_share * each.hours for each in chosen
            )
            several = len({each.sibling for each in chosen}) > 1
            if enough and (several or not across):
                best = max(best, (size - 1) * sum((hours[each] for each in common), start=Fraction(0)))
    return best


@settings(max_examples=150)
@given(
    PROGRAMMES,
    st.sampled_from([Fraction(0), Fraction(1, 4), Fraction(1, 2)]),
    st.integers(2, 5),
    st.booleans(),
)
def test_the_best_set_is_the_best_there_is(
    programmes: list[Programme], share: Fraction, most: int, across: bool
) -> None:
    found = best_sets(programmes, least_share=share, most=most, count=1, across=across)

    saved = found[0].saved if found else Fraction(0)
    assert saved == by_trying_everything(programmes, share, most, across=across)


@given(PROGRAMMES)
def test_sets_never_share_a_programme(programmes: list[Programme]) -> None:
    found = best_sets(programmes, least_share=Fraction(0), most=3, count=3, across=False)
    chosen = [crebo for each in found for crebo in each.crebos]

    assert len(chosen) == len(set(chosen))
    assert sorted((each.saved for each in found), reverse=True) == [each.saved for each in found]
