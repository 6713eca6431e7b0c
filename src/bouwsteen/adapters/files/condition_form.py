"""The form of a condition in a rule file: a mapping with one key, which says what kind of condition it is."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from bouwsteen.adapters.files.fields import Reading
from bouwsteen.adapters.files.yaml_tree import Path
from bouwsteen.rules.conditions import (
    All,
    Always,
    AnyOf,
    AtLeastOf,
    Bound,
    Choice,
    Chooser,
    Chosen,
    Compare,
    Condition,
    Constant,
    Count,
    DayAfter,
    Each,
    Holds,
    Mean,
    Not,
    Operator,
    Option,
    ParameterValue,
    Rounding,
    Sum,
    TermValue,
    Weighting,
)

NOTHING = Always()
"""Stands where a condition could not be read; that was reported."""


def condition_of(value: Any, path: Path, reading: Reading) -> Condition:
    """The condition that a mapping with one key writes down."""
    if not isinstance(value, dict) or len(value) != 1:
        reading.report(
            path, "no-condition", ", ".join(value) if isinstance(value, dict) else value, _EXPECTED
        )
        return NOTHING
    ((key, inner),) = value.items()
    here = (*path, key)
    if key in _FORMS:
        return _FORMS[key](inner, here, reading)
    if "." in key:
        return comparison(key, inner, here, reading)
    reading.report(here, "no-condition", key, _EXPECTED)
    return NOTHING


def comparison(term: str, value: Any, path: Path, reading: Reading) -> Condition:
    """One term compared: `core-task.mark: {at-least: 6}`."""
    words = ", ".join(Operator)
    if not isinstance(value, dict) or len(value) != 1:
        reading.report(path, "no-comparison", "", words)
        return NOTHING
    ((word, bound),) = value.items()
    if word not in list(Operator):
        reading.report((*path, word), "unknown-word", word, words)
        return NOTHING
    operator = Operator(word)
    if operator is Operator.GIVEN:
        found = Compare(term, operator)
        return found if bound is True else Not(found)
    return Compare(term, operator, bound_of(bound, (*path, word), reading))


def bound_of(value: Any, path: Path, reading: Reading) -> Bound:
    """A constant, a list of them, another term, a parameter, or a day some years after another."""
    match value:
        case {"term": str(term), **rest} if not rest:
            return TermValue(term)
        case {"parameter": str(id), **rest} if not rest:
            return ParameterValue(id)
        case {"day": str(term), "plus-years": years, **rest} if not rest:
            listed = years if isinstance(years, list) else [years]
            return DayAfter(
                term,
                tuple(
                    bound_of(each, (*path, "plus-years", index), reading) for index, each in enumerate(listed)
                ),
            )
        case dict():
            reading.report(path, "no-bound", ", ".join(map(str, value)), "term, parameter, day + plus-years")
            return Constant(("",))
        case list():
            return Constant(tuple(reading.plain(each, (*path, index)) for index, each in enumerate(value)))
        case _:
            return Constant((reading.plain(value, path),))


def _parts(value: Any, path: Path, reading: Reading) -> tuple[Condition, ...]:
    return tuple(
        condition_of(each, (*path, index), reading)
        for index, each in enumerate(reading.sequence(value, path))
    )


def _k_of(value: Any, path: Path, reading: Reading) -> Condition:
    given = reading.mapping(value, path, required=("least", "of"))
    least = given.get("least")
    if not isinstance(least, int):
        reading.report((*path, "least"), "no-number", least)
        least = 1
    return AtLeastOf(least, _parts(given.get("of"), (*path, "of"), reading))


def _each(value: Any, path: Path, reading: Reading) -> Condition:
    given = reading.mapping(value, path, required=("over", "holds"), optional=("where",))
    return Each(
        over=reading.text(given.get("over"), (*path, "over")),
        holds=_inner(given, "holds", path, reading) or NOTHING,
        where=_inner(given, "where", path, reading),
    )


def _count(value: Any, path: Path, reading: Reading) -> Condition:
    given = reading.mapping(value, path, required=("over",), optional=("holds", "where", "least", "most"))
    least, most = given.get("least"), given.get("most")
    if (least is None) is (most is None):
        reading.report(path, "least-or-most", "", "least, most")
    return Count(
        over=reading.text(given.get("over"), (*path, "over")),
        holds=_inner(given, "holds", path, reading),
        where=_inner(given, "where", path, reading),
        least=None if least in (None, "half") else bound_of(least, (*path, "least"), reading),
        most=None if most is None else bound_of(most, (*path, "most"), reading),
    )


def _sum(value: Any, path: Path, reading: Reading) -> Condition:
    given = reading.mapping(value, path, required=("over", "of"), optional=("where", "at-least", "at-most"))
    if ("at-least" in given) is ("at-most" in given):
        reading.report(path, "least-or-most", "", "at-least, at-most")
    operator = Operator.AT_MOST if "at-most" in given else Operator.AT_LEAST
    return Sum(
        over=reading.text(given.get("over"), (*path, "over")),
        term=reading.text(given.get("of"), (*path, "of")),
        operator=operator,
        bound=bound_of(given.get(operator.value), (*path, operator.value), reading),
        where=_inner(given, "where", path, reading),
    )


def _mean(value: Any, path: Path, reading: Reading) -> Condition:
    given = reading.mapping(
        value,
        path,
        required=("over", "of", "at-least"),
        optional=("where", "rounding", "weighting", "weight"),
    )
    return Mean(
        over=reading.text(given.get("over"), (*path, "over")),
        term=reading.text(given.get("of"), (*path, "of")),
        bound=bound_of(given.get("at-least"), (*path, "at-least"), reading),
        where=_inner(given, "where", path, reading),
        rounding=_chosen(given, "rounding", path, reading, Rounding.NONE),
        weighting=_chosen(given, "weighting", path, reading, Weighting.EQUAL),
        weight=reading.text(given.get("weight"), (*path, "weight")),
    )


def _choice(value: Any, path: Path, reading: Reading) -> Condition:
    given = reading.mapping(value, path, required=("over", "of", "at-least", "holds"), optional=("chooser",))
    return Choice(
        over=reading.text(given.get("over"), (*path, "over")),
        term=reading.text(given.get("of"), (*path, "of")),
        bound=bound_of(given.get("at-least"), (*path, "at-least"), reading),
        holds=_inner(given, "holds", path, reading) or NOTHING,
        chooser=_chosen(given, "chooser", path, reading, Chooser.BOARD),
    )


def _chosen(given: Mapping[str, Any], name: str, path: Path, reading: Reading, default: StrEnum) -> Any:
    """A word of the enum of `default`, or the option that chooses one."""
    value = given.get(name)
    match value:
        case {"option": str(id), **rest} if not rest:
            return Option(id)
        case _:
            return reading.word(value, (*path, name), type(default), default)


def _inner(given: Mapping[str, Any], name: str, path: Path, reading: Reading) -> Condition | None:
    value = given.get(name)
    return None if value is None else condition_of(value, (*path, name), reading)


def _option(value: Any, path: Path, reading: Reading) -> Condition:
    """`option: {coupling-regime: in-force}`"""
    if not isinstance(value, dict) or len(value) != 1:
        reading.report(path, "no-comparison", "", "option: value")
        return NOTHING
    ((id, wanted),) = value.items()
    return Chosen(Option(id), reading.text(wanted, (*path, id)))


def _always(value: Any, path: Path, reading: Reading) -> Condition:
    if value is not True:
        reading.report(path, "unknown-word", value, "true")
    return Always()


_FORMS: Mapping[str, Callable[[Any, Path, Reading], Condition]] = {
    "all": lambda value, path, reading: All(_parts(value, path, reading)),
    "any": lambda value, path, reading: AnyOf(_parts(value, path, reading)),
    "not": lambda value, path, reading: Not(condition_of(value, path, reading)),
    "always": _always,
    "option": _option,
    "k-of": _k_of,
    "each": _each,
    "count": _count,
    "sum": _sum,
    "mean": _mean,
    "choice": _choice,
    "holds": lambda value, path, reading: Holds(reading.text(value, path)),
}
_EXPECTED = ", ".join([*_FORMS, "core-task.mark …"])
