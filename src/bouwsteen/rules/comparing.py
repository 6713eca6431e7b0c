"""How a value is held against a bound: for each operator a small function, and what it does with the unknown.

>>> compared(Operator.AT_LEAST, 7, 6), compared(Operator.AT_LEAST, ABSENT, 6)
(<Outcome.YES: 'yes'>, <Outcome.NO: 'no'>)
>>> compared(Operator.AT_LEAST, Unknown("type", candidates=(480, 720)), 240)
<Outcome.YES: 'yes'>
>>> compared(Operator.LEVEL_AT_LEAST, "3F", "B1")
<Outcome.UNKNOWN: 'unknown'>
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from bouwsteen.model.period import Outcome
from bouwsteen.rules.conditions import Operator
from bouwsteen.rules.facts import ABSENT, Unknown, Value
from bouwsteen.rules.terms import LEVELS

YES, NO, UNKNOWN = Outcome

Bounds = Any
"""A value, or for `one-of` and `between` a tuple of them; the checker has seen to it that the types agree."""


def compared(operator: Operator, value: Value, bound: Bounds) -> Outcome:
    """The outcome of one comparison."""
    return comparison(operator)(value, bound)


def comparison(operator: Operator) -> Callable[[Value, Bounds], Outcome]:
    """The operator as a function of a value and a bound."""
    known = level_at_least if operator is Operator.LEVEL_AT_LEAST else _tested(operator)

    def outcome(value: Value, bound: Bounds) -> Outcome:
        if type(value) is not Unknown and type(bound) is not Unknown:
            return known(value, bound)
        lefts = value.candidates if isinstance(value, Unknown) else (value,)
        rights = bound.candidates if isinstance(bound, Unknown) else (bound,)
        found = {known(left, right) for left in lefts for right in rights}
        return found.pop() if len(found) == 1 else UNKNOWN

    return outcome


def _tested(operator: Operator) -> Callable[[Any, Any], Outcome]:
    test = _TESTS[operator]
    different = operator is Operator.IS_NOT

    def known(value: Any, bound: Any) -> Outcome:
        if value is ABSENT or bound is ABSENT:
            return YES if different and value is not bound else NO
        return YES if test(value, bound) else NO

    return known


def level_at_least(value: Any, bound: Any) -> Outcome:
    """Whether a level is the one that is asked or a higher one; unknown for two scales.

    >>> level_at_least("3F", "2F"), level_at_least("mbo-3", "mbo-4")
    (<Outcome.YES: 'yes'>, <Outcome.NO: 'no'>)
    """
    if value is ABSENT:
        return NO
    left, right = LEVELS.get(value), LEVELS.get(bound)
    if left is None or right is None or left[0] != right[0]:
        return UNKNOWN
    return YES if left[1] >= right[1] else NO


_TESTS: Mapping[Operator, Callable[[Any, Any], bool]] = {
    Operator.IS: lambda value, bound: value == bound,
    Operator.IS_NOT: lambda value, bound: value != bound,
    Operator.ONE_OF: lambda value, bound: value in bound,
    Operator.AT_LEAST: lambda value, bound: value >= bound,
    Operator.AT_MOST: lambda value, bound: value <= bound,
    Operator.BEFORE: lambda value, bound: value < bound,
    Operator.ON_OR_AFTER: lambda value, bound: value >= bound,
    Operator.BETWEEN: lambda value, bound: bound[0] <= value < bound[1],
    Operator.GIVEN: lambda value, bound: True,
}


def years_after(day: date, years: int) -> date:
    """The same day, so many years later; 29 February becomes 1 March.

    >>> years_after(date(2020, 2, 29), 1)
    datetime.date(2021, 3, 1)
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def all_of(outcomes: Iterable[Outcome]) -> Outcome:
    """No if any is no, unknown if any is unknown, else yes."""
    found = YES
    for each in outcomes:
        if each is NO:
            return NO
        if each is UNKNOWN:
            found = UNKNOWN
    return found


def any_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Yes if any is yes, unknown if any is unknown, else no."""
    found = NO
    for each in outcomes:
        if each is YES:
            return YES
        if each is UNKNOWN:
            found = UNKNOWN
    return found


OPPOSITE = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}
