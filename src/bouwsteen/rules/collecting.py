"""Conditions over the items of a collection, made into functions: each, count, sum, mean, and a choice of items.

An item for which `where` is unknown may or may not count; a collection that is incomplete may hold more. Both
ways are thought through: an outcome is yes or no only when it is so either way.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from bouwsteen.model.period import Outcome
from bouwsteen.rules.comparing import all_of, compared
from bouwsteen.rules.conditions import (
    Count,
    Mean,
    Operator,
    Option,
    Rounding,
    Sum,
    Weighting,
)
from bouwsteen.rules.facts import ABSENT, NOT_SAID, Unknown, shown
from bouwsteen.rules.steps import SUBJECT, Place, Run, Step, Values, expectation, measure
from bouwsteen.rules.verdict import Proof

YES, NO, UNKNOWN = Outcome


class _Seen(NamedTuple):
    """One item, whether it counts, and why that is unknown."""

    values: Values
    counts: Outcome
    why: Proof | None


def _counting(over: str, test: Step | None) -> Callable[[Values, Run], Iterator[_Seen]]:
    """A function that gives the items that count, or may count."""

    def seen(values: Values, run: Run) -> Iterator[_Seen]:
        for item in run.items(over).items:
            inner = {**values, **item.values, SUBJECT: item.subject}
            if test is None:
                yield _Seen(inner, YES, None)
                continue
            why = test(inner, run)
            if why.outcome is not NO:
                yield _Seen(inner, why.outcome, why if why.outcome is UNKNOWN else None)

    return seen


def _more(over: str, run: Run, at: Place) -> tuple[Proof, ...]:
    """The step that says that there may be more items; none where all are known."""
    because = run.items(over).incomplete_because
    if not because:
        return ()
    return (Proof(outcome=UNKNOWN, kind="more", rule=at.rule, source=at.source, fact=over, because=because),)


def each(over: str, at: Place, *, holds: Step, where: Step | None) -> Step:
    """Every item that counts fulfils `holds`."""
    counting = _counting(over, where)

    def one(seen: _Seen, run: Run) -> Proof:
        found = holds(seen.values, run)
        if seen.counts is YES or found.outcome is YES:
            return found
        assert seen.why is not None
        return Proof(outcome=UNKNOWN, kind="if-counts", parts=(seen.why, found))

    def step(values: Values, run: Run) -> Proof:
        parts = (*[one(seen, run) for seen in counting(values, run)], *_more(over, run, at))
        outcome = all_of([part.outcome for part in parts])
        return summary("each", over, outcome, at, parts, found=str(len(parts)))

    return step


def summary(
    kind: str,
    over: str,
    outcome: Outcome,
    at: Place,
    parts: tuple[Proof, ...],
    *,
    found: str = "",
    expected: str = "",
    because: str = "",
) -> Proof:
    return Proof(
        outcome=outcome,
        kind=kind,
        rule=at.rule,
        source=at.source,
        fact=over,
        found=found,
        expected=expected,
        because=because,
        parts=parts,
    )


def count(condition: Count, at: Place, *, holds: Step | None, where: Step | None) -> Step:
    """How many of the items that count fulfil `holds`."""
    counting = _counting(condition.over, where)
    bound = condition.least if condition.least is not None else condition.most
    measured = measure(bound) if bound is not None else None
    over, at_most = condition.over, condition.least is None and condition.most is not None

    def step(values: Values, run: Run) -> Proof:
        seen = list(counting(values, run))
        proofs = [holds(each.values, run) if holds else _there_is(each, at) for each in seen]
        more = _more(over, run, at)
        pairs = [(each.counts, proof.outcome) for each, proof in zip(seen, proofs, strict=True)]
        sure = sum(pair == (YES, YES) for pair in pairs)
        open_ = sum(UNKNOWN in pair and NO not in pair for pair in pairs)
        parts = (*proofs, *[each.why for each in seen if each.why], *more)
        if measured is None:
            wide = sum(counts is YES for counts, _ in pairs)
            outcome = _half(sure, open_, wide, len(pairs), more=bool(more))
            return summary("half", over, outcome, at, parts, found=f"{sure}/{len(pairs)}")
        wanted = measured(values, run)
        outcome = _between(sure, None if more else sure + open_, wanted, at_most=at_most)
        kind = "count-at-most" if at_most else "count-at-least"
        return summary(kind, over, outcome, at, parts, found=str(sure), expected=expectation(wanted))

    return step


def _half(sure: int, open_: int, surely_counting: int, counting: int, *, more: bool) -> Outcome:
    if not more and 2 * sure >= counting:
        return YES
    return NO if not more and 2 * (sure + open_) < surely_counting else UNKNOWN


def _there_is(seen: _Seen, at: Place) -> Proof:
    subject = str(seen.values.get(SUBJECT, ""))
    return Proof(outcome=YES, kind="there-is", rule=at.rule, source=at.source, fact="item", subject=subject)


def _between(low: int, high: int | None, bound: Any, *, at_most: bool) -> Outcome:
    """Whether something that is at least `low` and at most `high` (None: no end) keeps to the bound."""
    operator = Operator.AT_MOST if at_most else Operator.AT_LEAST
    lowest = compared(operator, low, bound)
    if high is None:
        return lowest if lowest is (NO if at_most else YES) else UNKNOWN
    highest = compared(operator, high, bound)
    return lowest if lowest is highest else UNKNOWN


def sum_of(condition: Sum, at: Place, *, where: Step | None) -> Step:
    """What the items that count have together."""
    counting = _counting(condition.over, where)
    measured = measure(condition.bound)
    over, term, at_most = condition.over, condition.term, condition.operator is Operator.AT_MOST

    def step(values: Values, run: Run) -> Proof:
        seen = list(counting(values, run))
        more = _more(over, run, at)
        numbers = [numbers_of(each.values, term) for each in seen]
        low = sum(
            min(number) for each, number in zip(seen, numbers, strict=True) if number and each.counts is YES
        )
        high = None if more or not all(numbers) else sum(max(number) for number in numbers)
        wanted = measured(values, run)
        outcome = _between(low, high, wanted, at_most=at_most)
        parts = (*[_counted(each, term, at) for each in seen], *bound_lacks(wanted, at), *more)
        return summary(
            f"sum-{condition.operator}",
            over,
            outcome,
            at,
            parts,
            found=str(low),
            expected=expectation(wanted),
        )

    return step


def numbers_of(values: Values, term: str, *, absent: tuple[Any, ...] = (0,)) -> tuple[Any, ...]:
    """What the value may be: one number, several, or nothing at all; `absent` where there is none."""
    value = values.get(term, NOT_SAID)
    match value:
        case Unknown():
            return value.candidates
        case int() | Decimal():
            return (value,)
        case _:
            return absent


def _counted(seen: _Seen, term: str, at: Place, *, absent: str = "") -> Proof:
    value = seen.values.get(term, NOT_SAID)
    lacks = value.because if isinstance(value, Unknown) else absent if value is ABSENT else ""
    why = seen.why
    return Proof(
        outcome=UNKNOWN if lacks or why else YES,
        kind="counted",
        rule=at.rule,
        source=at.source,
        fact=term,
        subject=str(seen.values.get(SUBJECT, "")),
        found=shown(value),
        because=lacks,
        parts=(why,) if why and not lacks else (),
    )


def bound_lacks(bound: Any, at: Place) -> tuple[Proof, ...]:
    if not isinstance(bound, Unknown):
        return ()
    return (
        Proof(
            outcome=UNKNOWN,
            kind="bound",
            rule=at.rule,
            source=at.source,
            fact=bound.fact,
            subject=bound.subject,
            found=shown(bound),
            because=bound.because,
        ),
    )


def mean(condition: Mean, at: Place, *, where: Step | None) -> Step:
    """The mean of the items that count."""
    counting = _counting(condition.over, where)
    measured = measure(condition.bound)
    rounding = Rounding(chosen_word(condition.rounding, at))
    weight = condition.weight if chosen_word(condition.weighting, at) == Weighting.BY_HOURS else ""
    over, term = condition.over, condition.term

    def step(values: Values, run: Run) -> Proof:
        seen = list(counting(values, run))
        more = _more(over, run, at)
        numbers = [numbers_of(each.values, term, absent=()) for each in seen]
        weights = [numbers_of(each.values, weight) if weight else (1,) for each in seen]
        certain = not more and all(each.counts is YES for each in seen)
        wanted = measured(values, run)
        parts = (
            *[_counted(each, term, at, absent="no-mark") for each in seen],
            *bound_lacks(wanted, at),
            *more,
        )
        if weight:
            parts += tuple(_counted(each, weight, at) for each in seen)
        if not certain or not seen or not all(numbers) or any(len(each) != 1 for each in weights):
            because = "" if seen else "nothing-to-average"
            return summary(
                "mean", over, UNKNOWN, at, parts, found="", expected=expectation(wanted), because=because
            )
        low, high = (
            _rounded(_mean([at_end(each) for each in numbers], weights), rounding) for at_end in (min, max)
        )
        outcome = _between_means(low, high, wanted)
        found = "|".join(dict.fromkeys(map(_short, (low, high))))
        return summary("mean", over, outcome, at, parts, found=found, expected=expectation(wanted))

    return step


def _mean(numbers: Sequence[Any], weights: Sequence[tuple[Any, ...]]) -> Decimal:
    products = (Decimal(number) * weight for number, (weight,) in zip(numbers, weights, strict=True))
    return sum(products, Decimal()) / sum((weight for (weight,) in weights), Decimal())


def _between_means(low: Decimal, high: Decimal, wanted: Any) -> Outcome:
    """The outcome, where the lowest and the highest mean that there can be have the same."""
    lowest, highest = (compared(Operator.AT_LEAST, each, wanted) for each in (low, high))
    return lowest if lowest is highest else UNKNOWN


def chosen_word(value: Any, at: Place) -> str:
    return at.chosen(value) if isinstance(value, Option) else str(value)


def _rounded(mean: Decimal, rounding: Rounding) -> Decimal:
    """Half up to a whole number, without the float's surprises."""
    return mean if rounding is Rounding.NONE else Decimal(int(mean + Decimal("0.5")))


def _short(number: Decimal) -> str:
    """As a school writes a mean.

    >>> _short(Decimal(10)), _short(Decimal("7.0")), _short(Decimal("6.666"))
    ('10', '7', '6.67')
    """
    return str(int(number) if number == int(number) else round(number, 2))
