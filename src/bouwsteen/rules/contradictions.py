"""Where a school's policy counts on something that the law never allows.

A policy can never make possible what the law forbids, for both must say yes. But a policy that says "experience
counts for Dutch" misleads whoever reads it. So each value that a rule of a policy names is put before the law with
everything else unknown: where the law then says no, whatever the rest may be, the policy contradicts it.
"""

from collections.abc import Iterator, Mapping
from itertools import chain, product

from bouwsteen.model.period import Outcome
from bouwsteen.rules.conditions import (
    All,
    AnyOf,
    AtLeastOf,
    Compare,
    Condition,
    Constant,
    Count,
    Each,
    Operator,
)
from bouwsteen.rules.consistency import RuleFault
from bouwsteen.rules.facts import Facts, Item, Items, Plain, Value, shown
from bouwsteen.rules.law import Law
from bouwsteen.rules.rule import Rule, RuleSet
from bouwsteen.rules.terms import COLLECTIONS

_COLLECTION_OF = {scope: name for name, scope in COLLECTIONS.items()}
_NAMING = (Operator.IS, Operator.ONE_OF)


def contradictions(rules: RuleSet) -> Iterator[RuleFault]:
    """Each value that a policy counts on and that the law never allows."""
    national = tuple(each for each in rules.rules if not each.institution)
    law = Law(RuleSet(rules=national, parameters=rules.parameters, options=rules.options))
    for rule in rules.rules:
        if rule.institution and rule.conclusion in law.conclusions:
            yield from _of_rule(rule, law)


def _of_rule(rule: Rule, law: Law) -> Iterator[RuleFault]:
    named = dict.fromkeys(_named(rule.condition))
    for term, value in named:
        if all(
            law.ask(rule.conclusion, _facts({**case, term: value}), on=rule.valid.start).outcome is Outcome.NO
            for case in _cases(rule)
        ):
            yield RuleFault(
                id=rule.id, path=("condition",), slug="law-forbids", given=f"{term}: {shown(value)}"
            )


def _cases(rule: Rule) -> Iterator[dict[str, Value]]:
    """Every way in which the rule can apply, as far as it names values."""
    parts = rule.applies.parts if isinstance(rule.applies, All) else (rule.applies,) if rule.applies else ()
    choices = [
        [(part.term, value) for value in part.bound.values]
        for part in parts
        if isinstance(part, Compare) and part.operator in _NAMING and isinstance(part.bound, Constant)
    ]
    return (dict(chosen) for chosen in product(*choices))


def _facts(values: Mapping[str, Value]) -> Facts:
    """The values in their place: those of an item as the only item of its collection."""
    items: dict[str, dict[str, Value]] = {}
    plain: dict[str, Value] = {}
    for term, value in values.items():
        collection = _COLLECTION_OF.get(term.partition(".")[0])
        if collection:
            items.setdefault(collection, {})[term] = value
        else:
            plain[term] = value
    return Facts.of(plain, {name: Items((Item("", each),)) for name, each in items.items()})


def _named(condition: Condition) -> Iterator[tuple[str, Plain]]:
    """Each value that a condition asks for; what it excludes names nothing."""
    match condition:
        case Compare(term=term, operator=operator, bound=Constant(values)) if operator in _NAMING:
            yield from ((term, value) for value in values)
        case All(parts) | AnyOf(parts) | AtLeastOf(_, parts):
            yield from chain.from_iterable(map(_named, parts))
        case Each(holds=holds, where=where) | Count(holds=holds, where=where):
            yield from chain.from_iterable(_named(each) for each in (holds, where) if each)
        case _:
            return
