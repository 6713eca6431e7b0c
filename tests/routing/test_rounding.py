"""Whole hours of parts: together they stay what the programme takes."""

from datetime import date
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.files.rules import law_folder, read_rules
from bouwsteen.model.person import Person
from bouwsteen.questions.routing.rounding import rounded
from bouwsteen.rules.law import Law
from bouwsteen.services.plan_route import Route, RouteQuestion, plan_route
from bouwsteen.services.prepared import PreparedStructure, prepared

DAY = date(2026, 7, 28)
SHARES = st.lists(st.fractions(min_value=0, max_value=2000, max_denominator=99), max_size=30)


@given(SHARES)
def test_the_sum_stays_and_no_part_moves_a_whole_hour(shares: list[Fraction]) -> None:
    whole = rounded(shares)

    assert sum(whole) == int(sum(shares, start=Fraction(0)) + Fraction(1, 2))
    assert all(abs(hours - share) < 1 for hours, share in zip(whole, shares, strict=True))


@given(SHARES)
def test_who_is_nearer_to_the_next_hour_is_rounded_up_first(shares: list[Fraction]) -> None:
    ups = [share % 1 for hours, share in zip(rounded(shares), shares, strict=True) if hours > share]
    downs = [share % 1 for hours, share in zip(rounded(shares), shares, strict=True) if hours <= share]

    assert not ups or not downs or min(ups) >= max(downs)


@cache
def ready() -> PreparedStructure:
    return prepared(embedded_catalogue(), DAY)


def route(crebo: str) -> Route:
    law = Law(read_rules([law_folder()]))
    return plan_route(RouteQuestion(person=Person(), goals=(crebo,)), ready(), law)


@pytest.mark.parametrize(
    ("crebo", "hours", "periods"),
    [pytest.param("25698", 4800, 6, id="three years of 1,600 hours are six halves")],
)
def test_a_whole_programme_takes_the_hours_that_it_has(crebo: str, hours: int, periods: int) -> None:
    found = route(crebo)

    assert (found.hours, len(found.periods)) == (hours, periods)
