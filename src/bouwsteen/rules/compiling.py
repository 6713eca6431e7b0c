"""Conditions made into functions, once, so that asking is fast: each gives one step of a proof."""

from bouwsteen.model.period import Outcome
from bouwsteen.rules.choosing import choice
from bouwsteen.rules.collecting import count, each, mean, sum_of
from bouwsteen.rules.comparing import OPPOSITE, all_of, any_of, comparison
from bouwsteen.rules.conditions import (
    All,
    Always,
    AnyOf,
    AtLeastOf,
    Bound,
    Choice,
    Chosen,
    Compare,
    Condition,
    Constant,
    Count,
    Each,
    Holds,
    Mean,
    Not,
    Operator,
    Sum,
)
from bouwsteen.rules.facts import NOT_SAID, Unknown, shown
from bouwsteen.rules.steps import SUBJECT, Place, Run, Step, Values, expectation, measure
from bouwsteen.rules.verdict import Proof


def compiled(condition: Condition, at: Place) -> Step:
    """The condition as a function."""
    match condition:
        case Compare(term, operator, bound):
            return _comparison(term, operator, bound, at)
        case All(parts):
            return _all([compiled(part, at) for part in parts])
        case AnyOf(parts):
            return _any([compiled(part, at) for part in parts])
        case Not(part):
            return _negation(compiled(part, at))
        case AtLeastOf(least, parts):
            return _at_least_of(least, [compiled(part, at) for part in parts])
        case Holds(conclusion):
            return lambda values, run: run.conclude(conclusion)
        case Always():
            return _fixed(Outcome.YES, "always", at, fact="law")
        case Chosen(option, value):
            chosen = at.chosen(option)
            outcome = Outcome.YES if chosen == value else Outcome.NO
            return _fixed(outcome, "chosen", at, fact=option.id, found=chosen, expected=value)
        case Each(over, holds, where):
            return each(over, at, holds=compiled(holds, at), where=_maybe(where, at))
        case Count(over, holds, where):
            return count(condition, at, holds=_maybe(holds, at), where=_maybe(where, at))
        case Sum():
            return sum_of(condition, at, where=_maybe(condition.where, at))
        case Mean():
            return mean(condition, at, where=_maybe(condition.where, at))
        case Choice():
            return choice(condition, at, holds=compiled(condition.holds, at))


def _fixed(
    outcome: Outcome, kind: str, at: Place, *, fact: str = "", found: str = "", expected: str = ""
) -> Step:
    proof = Proof(
        outcome=outcome,
        kind=kind,
        rule=at.rule,
        source=at.source,
        fact=fact,
        found=found,
        expected=expected,
    )
    return lambda values, run: proof


def _maybe(condition: Condition | None, at: Place) -> Step | None:
    return compiled(condition, at) if condition is not None else None


def _comparison(term: str, operator: Operator, bound: Bound | None, at: Place) -> Step:
    rule, source, kind = at.rule, at.source, operator.value
    compare = comparison(operator)
    several = operator in (Operator.ONE_OF, Operator.BETWEEN)
    measured = measure(bound, several=several) if bound is not None else lambda values, run: None
    fixed = expectation(measured({}, None)) if bound is None or isinstance(bound, Constant) else None  # type: ignore[arg-type] # a constant asks no run

    def step(values: Values, run: Run) -> Proof:
        value = values.get(term, NOT_SAID)
        against = measured(values, run)
        outcome = compare(value, against)
        fact, because, subject = term, "", str(values.get(SUBJECT, ""))
        if outcome is Outcome.UNKNOWN:
            lacking = value if isinstance(value, Unknown) else against
            because = lacking.because if isinstance(lacking, Unknown) else "other-scale"
            fact = getattr(lacking, "fact", "") or term
            subject = getattr(lacking, "subject", "") or subject
        return Proof(
            outcome=outcome,
            kind=kind,
            rule=rule,
            source=source,
            fact=fact,
            subject=subject,
            found=shown(value),
            expected="" if fact != term else expectation(against) if fixed is None else fixed,
            because=because,
        )

    return step


def _all(steps: list[Step]) -> Step:
    def step(values: Values, run: Run) -> Proof:
        parts = tuple([one(values, run) for one in steps])
        return Proof(outcome=all_of([part.outcome for part in parts]), kind="all", parts=parts)

    return step


def _any(steps: list[Step]) -> Step:
    """The first part that holds is proof enough."""

    def step(values: Values, run: Run) -> Proof:
        parts = []
        for one in steps:
            part = one(values, run)
            if part.outcome is Outcome.YES:
                return Proof(outcome=Outcome.YES, kind="any", parts=(part,))
            parts.append(part)
        return Proof(outcome=any_of([part.outcome for part in parts]), kind="any", parts=tuple(parts))

    return step


def _negation(inner: Step) -> Step:
    def step(values: Values, run: Run) -> Proof:
        part = inner(values, run)
        return Proof(outcome=OPPOSITE[part.outcome], kind="not", parts=(part,))

    return step


def _at_least_of(least: int, steps: list[Step]) -> Step:
    def step(values: Values, run: Run) -> Proof:
        parts = tuple([one(values, run) for one in steps])
        sure = sum(part.outcome is Outcome.YES for part in parts)
        open_ = sum(part.outcome is Outcome.UNKNOWN for part in parts)
        outcome = Outcome.YES if sure >= least else Outcome.UNKNOWN if sure + open_ >= least else Outcome.NO
        return Proof(outcome=outcome, kind="at-least-of", found=str(sure), expected=str(least), parts=parts)

    return step
