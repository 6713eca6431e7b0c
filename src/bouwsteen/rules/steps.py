"""What a condition is compiled into: a step of a proof, and what it gets to see.

A step gets the values that are in sight (those of the case, and of the item it is about) and the `Run` that
answers one question. A bound becomes a measure.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any, Protocol

from bouwsteen.rules.comparing import years_after
from bouwsteen.rules.conditions import Bound, Constant, DayAfter, Option, ParameterValue, TermValue
from bouwsteen.rules.facts import NOT_SAID, Items, Unknown, Value, shown
from bouwsteen.rules.verdict import Proof

SUBJECT = ""
"""Under this name the values in sight hold what they are of."""

Values = Mapping[str, Value]


class Run(Protocol):
    """One question being answered."""

    def conclude(self, conclusion: str) -> Proof: ...

    def parameter(self, id: str) -> Value: ...

    def items(self, collection: str) -> Items: ...

    def with_items(self, collection: str, items: Items) -> "Run": ...


Step = Callable[[Values, Run], Proof]
Measure = Callable[[Values, Run], Any]
"""Gives a bound: a value, a tuple of them, or `Unknown`."""


@dataclass(frozen=True, slots=True)
class Place:
    """Of which rule a condition is compiled, with what schools choose filled in."""

    rule: str
    source: str
    chosen: Callable[[Option], str]


def measure(bound: Bound, *, several: bool = False) -> Measure:
    """The bound as a function."""
    match bound:
        case Constant(fixed):
            value = fixed if several else fixed[0]
            return lambda values, run: value
        case TermValue(term):
            return lambda values, run: _lacking(values.get(term, NOT_SAID), term)
        case ParameterValue(id):
            return lambda values, run: run.parameter(id)
        case DayAfter(term, years):
            return _day_after(term, [measure(each) for each in years])


def _lacking(value: Value, term: str) -> Value:
    """The value; where it is unknown, it says which term would settle it."""
    if isinstance(value, Unknown) and not value.fact:
        return Unknown(value.because, term, value.subject, value.candidates)
    return value


def _day_after(term: str, years: list[Measure]) -> Measure:
    def day(values: Values, run: Run) -> Value:
        start = _lacking(values.get(term, NOT_SAID), term)
        added = [each(values, run) for each in years]
        lacking = next((each for each in (start, *added) if isinstance(each, Unknown)), None)
        if lacking is None:
            return years_after(start, sum(added)) if isinstance(start, date) else start
        days = (
            years_after(first, sum(rest))
            for first, *rest in product(*map(_candidates, (start, *added)))
            if isinstance(first, date)
        )
        return Unknown(lacking.because, lacking.fact, lacking.subject, tuple(days))

    return day


def _candidates(value: Any) -> tuple[Any, ...]:
    return value.candidates if isinstance(value, Unknown) else (value,)


def expectation(bound: Any) -> str:
    """A bound as a proof shows it."""
    if isinstance(bound, tuple):
        return ", ".join(map(shown, bound))
    return "" if bound is None else shown(bound)
