"""A route laid out: nothing is lost or done twice, no period holds too much, and there are as few as can be."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.questions.routing.periods import laid_out, least_periods
from bouwsteen.questions.routing.selection import Work


def works(prefix: str) -> st.SearchStrategy[list[Work]]:
    hours = st.lists(st.sampled_from([0, 40, 210, 224, 480, 1700]), max_size=6)
    return hours.map(
        lambda found: [Work(key=f"{prefix}{at}", hours=each, serves=()) for at, each in enumerate(found)]
    )


@given(works("m"), works("b"), st.sampled_from([100, 333, 800]), st.integers(0, 900))
def test_everything_is_done_once_within_the_load_in_as_few_periods_as_there_can_be(
    main: list[Work], beside: list[Work], load: int, alone: int
) -> None:
    found = laid_out(main, beside, load=load, alone=alone)
    portions = [each for period in found for each in period.portions]
    done: Counter[str] = Counter()
    for each in portions:
        done[each.work] += each.hours
    total = sum(each.hours for each in (*main, *beside))

    assert {each.key: done[each.key] for each in (*main, *beside)} == {
        each.key: each.hours for each in (*main, *beside)
    }
    assert all(period.hours <= load for period in found)
    assert len(found) == (max(1, least_periods(total, load)) if main or beside else 0)
    assert Counter(each.work for each in portions if each.ends) == Counter(
        each.key for each in (*main, *beside)
    )
    assert [each.work for each in portions if each.starts and each.work[0] == "m"] == [m.key for m in main]


def test_what_runs_beside_is_spread_evenly() -> None:
    main = [Work(key="m", hours=1200, serves=())]
    beside = [Work(key="b", hours=400, serves=())]

    found = laid_out(main, beside, load=400)

    assert [[each.hours for each in period.portions] for period in found] == [[300, 100]] * 4


def test_what_comes_first_alone_is_not_disturbed() -> None:
    main = [Work(key="certificate", hours=500, serves=()), Work(key="rest", hours=700, serves=())]
    beside = [Work(key="b", hours=400, serves=())]

    found = laid_out(main, beside, load=400, alone=500)

    assert [each.work for each in found[0].portions] == ["certificate"]
    assert found[1].portions[0].work == "certificate"
    assert sum(period.hours for period in found) == 1600
