"""Whether rules fit together: periods without gap or overlap, policies within the law, no rule on itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from bouwsteen.model.period import Period
from bouwsteen.rules.conditions import (
    All,
    Always,
    AnyOf,
    AtLeastOf,
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
from bouwsteen.rules.facts import Plain
from bouwsteen.rules.rule import Parameter, Rule, RuleSet

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFault:
    """One mistake: in which rule, parameter or option (`id`), where inside it, and what was expected."""

    id: str
    path: Path
    slug: str
    given: str = ""
    expected: str = ""


def misfits(rules: RuleSet) -> Iterator[RuleFault]:
    """What is wrong between the rules of a set."""
    yield from _twice(rules)
    yield from _policies(rules)
    for parameter in rules.parameters:
        yield from _values(parameter)
    yield from _periods(rules)
    yield from _circles(rules)


def _twice(rules: RuleSet) -> Iterator[RuleFault]:
    seen: set[str] = set()
    for each in rules.everything:
        if each.id in seen:
            yield RuleFault(id=each.id, path=("id",), slug="id-twice", given=each.id)
        seen.add(each.id)


def _policies(rules: RuleSet) -> Iterator[RuleFault]:
    """An institution refines only what the law leaves open, and chooses only what is a choice."""
    closed = {each.conclusion for each in rules.rules if not each.institution and not each.refinable}
    for rule in rules.rules:
        if rule.institution and rule.conclusion in closed:
            yield RuleFault(id=rule.id, path=("concludes",), slug="not-refinable", given=rule.conclusion)
    options = {each.id: each.values for each in rules.options}
    for (institution, id), value in rules.chosen.items():
        if value not in options.get(id, ()):
            expected = ", ".join(options.get(id, tuple(options)))
            yield RuleFault(
                id=institution, path=("chooses", id), slug="unknown-option", given=value, expected=expected
            )


def _periods(rules: RuleSet) -> Iterator[RuleFault]:
    """Rules of one conclusion follow each other without gap or overlap, or exclude each other."""
    layers: defaultdict[tuple[str, str], list[Rule]] = defaultdict(list)
    for rule in rules.rules:
        layers[rule.conclusion, rule.institution].append(rule)
    for layer in layers.values():
        for rule in layer[1:]:
            if rule.selected_by != layer[0].selected_by:
                place = ("selected-by",)
                yield RuleFault(
                    id=rule.id,
                    path=place,
                    slug="other-day",
                    given=rule.selected_by,
                    expected=layer[0].selected_by,
                )
        groups: defaultdict[Condition | None, list[tuple[int, Period]]] = defaultdict(list)
        for index, rule in enumerate(layer):
            groups[rule.applies].append((index, rule.valid))
        for group in groups.values():
            for index, slug, given in _breaks(group):
                yield RuleFault(id=layer[index].id, path=("valid",), slug=slug, given=given)
        for left, right in combinations(layer, 2):
            alike = left.applies == right.applies
            if not alike and _meet(left.valid, right.valid) and not _exclude(_needs(left), _needs(right)):
                yield RuleFault(id=right.id, path=("applies-when",), slug="not-exclusive", given=left.id)


def _values(parameter: Parameter) -> Iterator[RuleFault]:
    """The values of a parameter follow each other, or exclude each other."""
    groups: defaultdict[tuple[Compare, ...], list[tuple[int, Period]]] = defaultdict(list)
    for index, each in enumerate(parameter.values):
        groups[each.when].append((index, each.valid))
    for group in groups.values():
        for index, slug, given in _breaks(group):
            yield RuleFault(id=parameter.id, path=("values", index, "valid"), slug=slug, given=given)
    for (left, a), (right, b) in combinations(enumerate(parameter.values), 2):
        if a.when != b.when and _meet(a.valid, b.valid) and not _exclude(a.when, b.when):
            yield RuleFault(
                id=parameter.id,
                path=("values", right, "when"),
                slug="not-exclusive",
                given=str(right + 1),
                expected=str(left + 1),
            )


def _breaks(periods: Iterable[tuple[int, Period]]) -> Iterator[tuple[int, str, str]]:
    """Where periods that should follow each other do not: index of the later one, what, and which day."""
    for (_, before), (index, after) in pairwise(sorted(periods, key=lambda each: each[1].start)):
        if before.end is None or before.end > after.start:
            yield index, "overlapping-validity", after.start.isoformat()
        elif before.end < after.start:
            yield index, "gap-in-validity", before.end.isoformat()


def _meet(left: Period, right: Period) -> bool:
    return (left.end is None or right.start < left.end) and (right.end is None or left.start < right.end)


def _needs(rule: Rule) -> tuple[Compare, ...]:
    match rule.applies:
        case Compare() as one:
            return (one,)
        case All(parts):
            return tuple(each for each in parts if isinstance(each, Compare))
        case _:
            return ()


def _exclude(left: Sequence[Compare], right: Sequence[Compare]) -> bool:
    """Whether one term is asked to have two values at once."""
    return any(
        one.term == other.term and (a := _allowed(one)) and (b := _allowed(other)) and not a & b
        for one in left
        for other in right
    )


def _allowed(condition: Compare) -> set[Plain] | None:
    if condition.operator in (Operator.IS, Operator.ONE_OF) and isinstance(condition.bound, Constant):
        return set(condition.bound.values)
    return None


def _circles(rules: RuleSet) -> Iterator[RuleFault]:
    """Rules that rest on themselves, each circle once."""
    rests: defaultdict[str, set[str]] = defaultdict(set)
    for rule in rules.rules:
        for condition in (rule.condition, rule.applies):
            rests[rule.conclusion] |= set(_rests_on(condition)) if condition else set()
    done: set[str] = set()
    for rule in rules.rules:
        circle = _circle(rule.conclusion, rests, ())
        if circle and rule.conclusion not in done:
            done |= set(circle)
            yield RuleFault(id=rule.id, path=("condition",), slug="circle", given=" > ".join(circle))


def _circle(conclusion: str, rests: Mapping[str, set[str]], before: tuple[str, ...]) -> tuple[str, ...]:
    if conclusion in before:
        return (*before[before.index(conclusion) :], conclusion)
    return next(
        (
            found
            for each in sorted(rests.get(conclusion, ()))
            if (found := _circle(each, rests, (*before, conclusion)))
        ),
        (),
    )


def _rests_on(condition: Condition) -> Iterator[str]:
    match condition:
        case Holds(conclusion):
            yield conclusion
        case All(parts) | AnyOf(parts) | AtLeastOf(_, parts):
            for each in parts:
                yield from _rests_on(each)
        case Not(part):
            yield from _rests_on(part)
        case Each(holds=holds, where=where) | Count(holds=holds, where=where):
            for one in (holds, where):
                yield from _rests_on(one) if one else ()
        case Sum(where=where) | Mean(where=where):
            yield from _rests_on(where) if where else ()
        case Choice(holds=holds):
            yield from _rests_on(holds)
        case Compare() | Always() | Chosen():
            return
