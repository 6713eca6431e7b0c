"""Whether a set of rules can be trusted: every mistake in it at once, each at its place.

A fault names the rule (or parameter, or option), the path inside it as the file writes it, what stands there and
what was expected. Types and terms, references, periods without gap or overlap, sources and explanations, and
rules that rest on themselves.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

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
from bouwsteen.rules.consistency import Path, RuleFault, misfits
from bouwsteen.rules.contradictions import contradictions
from bouwsteen.rules.facts import Plain, shown
from bouwsteen.rules.rule import Explanation, LegalSource, OptionChoice, Parameter, Rule, RuleSet
from bouwsteen.rules.terms import COLLECTIONS, GENERAL, TERMS, Kind, usable


def faults(rules: RuleSet) -> tuple[RuleFault, ...]:
    """Every mistake in the set, in the order of the rules; where there is none, what contradicts the law."""
    known = _Known(rules)
    found = (
        *(fault for rule in rules.rules for fault in _of_rule(rule, known)),
        *(fault for each in rules.parameters for fault in _of_parameter(each, known)),
        *(fault for each in rules.options for fault in _of_option(each)),
        *misfits(rules),
    )
    return found or tuple(contradictions(rules))


class _Known:
    """What conditions may refer to."""

    def __init__(self, rules: RuleSet) -> None:
        self.conclusions = {each.conclusion for each in rules.rules}
        self.parameters = {each.id: each for each in rules.parameters}
        self.options = {each.id: each for each in rules.options}


@dataclass(frozen=True, slots=True)
class _Inside:
    """Where in a rule: its id, the path so far, and the scopes that are bound there."""

    id: str
    path: Path
    bound: frozenset[str]
    known: _Known

    def at(self, *steps: str | int, binds: str = "") -> "_Inside":
        bound = self.bound | {binds} if binds else self.bound
        return _Inside(self.id, (*self.path, *steps), bound, self.known)

    def fault(self, slug: str, given: object = "", expected: object = "") -> RuleFault:
        return RuleFault(id=self.id, path=self.path, slug=slug, given=str(given), expected=str(expected))


def _of_rule(rule: Rule, known: _Known) -> Iterator[RuleFault]:
    place = _Inside(rule.id, (), frozenset({rule.about}), known)
    yield from _stated(rule.source, rule.explanation, place)
    if rule.about not in {*COLLECTIONS.values(), *(term.scope for term in TERMS.values())}:
        yield place.at("about").fault("unknown-scope", rule.about, ", ".join(sorted(_scopes())))
    if rule.selected_by not in TERMS or TERMS[rule.selected_by].kind is not Kind.DAY:
        yield place.at("selected-by").fault("unknown-day", rule.selected_by, ", ".join(_days()))
    if rule.applies is not None:
        yield from _of_condition(rule.applies, place.at("applies-when"))
    yield from _of_condition(rule.condition, place.at("condition"))


def _scopes() -> set[str]:
    return {each.scope for each in TERMS.values()}


def _days() -> list[str]:
    return [name for name, term in TERMS.items() if term.kind is Kind.DAY]


def _stated(source: LegalSource, explanation: Explanation, place: _Inside) -> Iterator[RuleFault]:
    if not source.law:
        yield place.at("source", "law").fault("missing-source")
    if not (source.bwb or source.address):
        yield place.at("source").fault("missing-source", source.law, "bwb, address")
    for language in ("nl", "en"):
        if not getattr(explanation, language).strip():
            yield place.at("explanation", language).fault("missing-explanation")


def _of_condition(condition: Condition, place: _Inside) -> Iterator[RuleFault]:
    match condition:
        case All(parts):
            yield from _of_parts(parts, place.at("all"))
        case AnyOf(parts):
            yield from _of_parts(parts, place.at("any"))
        case Not(part):
            yield from _of_condition(part, place.at("not"))
        case AtLeastOf(least, parts):
            if not 0 < least <= len(parts):
                yield place.at("k-of", "least").fault("out-of-range", least, f"1-{len(parts)}")
            yield from _of_parts(parts, place.at("k-of", "of"))
        case Compare():
            yield from _of_comparison(condition, place)
        case Always():
            return
        case Chosen(option, value):
            yield from _of_chosen(option, value, place.at("option", option.id))
        case Holds(conclusion):
            if conclusion not in place.known.conclusions:
                yield place.at("holds").fault(
                    "unknown-conclusion", conclusion, ", ".join(sorted(place.known.conclusions))
                )
        case _:
            yield from _of_collection(condition, place)


def _of_chosen(option: Option, value: str, place: _Inside) -> Iterator[RuleFault]:
    found = place.known.options.get(option.id)
    if found is None:
        yield place.fault("unknown-option", option.id, ", ".join(sorted(place.known.options)))
    elif value not in found.values:
        yield place.fault("unknown-word", value, ", ".join(found.values))


def _of_parts(parts: Sequence[Condition], place: _Inside) -> Iterator[RuleFault]:
    if not parts:
        yield place.fault("empty-list")
    for index, each in enumerate(parts):
        yield from _of_condition(each, place.at(index))


def _of_collection(condition: Each | Count | Sum | Mean | Choice, place: _Inside) -> Iterator[RuleFault]:
    name = type(condition).__name__.lower()
    if condition.over not in COLLECTIONS:
        yield place.at(name, "over").fault("unknown-collection", condition.over, ", ".join(COLLECTIONS))
        return
    inner = place.at(name, binds=COLLECTIONS[condition.over])
    where = None if isinstance(condition, Choice) else condition.where
    if where is not None:
        yield from _of_condition(where, inner.at("where"))
    match condition:
        case Each(holds=holds):
            yield from _of_condition(holds, inner.at("holds"))
        case Count(holds=holds, least=least, most=most):
            if holds is not None:
                yield from _of_condition(holds, inner.at("holds"))
            for word, bound in (("least", least), ("most", most)):
                yield from _of_bound(bound, Kind.WHOLE, inner.at(word)) if bound else ()
        case Sum(term=term, operator=operator, bound=bound):
            yield from _of_number(term, bound, inner, operator.value)
        case Mean(term=term, bound=bound):
            yield from _of_number(term, bound, inner, "at-least")
            yield from _of_choice_word(condition.rounding, Rounding, inner.at("rounding"))
            yield from _of_choice_word(condition.weighting, Weighting, inner.at("weighting"))
            yield from _of_weight(condition, inner.at("weight"))
        case Choice(term=term, bound=bound, holds=holds):
            yield from _of_number(term, bound, inner, "at-least")
            yield from _of_condition(holds, place.at(name, "holds"))
            yield from _of_choice_word(condition.chooser, Chooser, inner.at("chooser"))


def _of_weight(condition: Mean, place: _Inside) -> Iterator[RuleFault]:
    """Where a mean may be weighted, it says by which term."""
    if condition.weight:
        yield from _of_term(condition.weight, place, (Kind.WHOLE, Kind.MARK))
    elif condition.weighting is not Weighting.EQUAL:
        yield place.fault("missing-key", expected="weight")


def _of_number(term: str, bound: Bound, place: _Inside, word: str) -> Iterator[RuleFault]:
    yield from _of_term(term, place.at("of"), (Kind.WHOLE, Kind.MARK))
    yield from _of_bound(bound, TERMS[term].kind if term in TERMS else Kind.WHOLE, place.at(word))


def _of_choice_word(value: object, words: Iterable[object], place: _Inside) -> Iterator[RuleFault]:
    """Every value that an option can have must be one of `words`."""
    if not isinstance(value, Option):
        return
    option = place.known.options.get(value.id)
    if option is None:
        yield place.at("option").fault("unknown-option", value.id, ", ".join(sorted(place.known.options)))
    elif not set(option.values) <= set(map(str, words)):
        yield place.at("option").fault("wrong-kind", ", ".join(option.values), ", ".join(map(str, words)))


def _of_term(term: str, place: _Inside, kinds: Sequence[Kind] = tuple(Kind)) -> Iterator[RuleFault]:
    found = TERMS.get(term)
    if found is None:
        near = [name for name in TERMS if name.partition(".")[0] == term.partition(".")[0]]
        yield place.fault("unknown-term", term, ", ".join(near or sorted(_scopes())))
    elif not usable(found, place.bound):
        yield place.fault("unbound-term", term, ", ".join(sorted(GENERAL | place.bound)))
    elif found.kind not in kinds:
        yield place.fault("wrong-kind", f"{term}: {found.kind}", ", ".join(kinds))


_KINDS: Mapping[Operator, tuple[Kind, ...]] = {
    Operator.AT_LEAST: (Kind.WHOLE, Kind.MARK),
    Operator.AT_MOST: (Kind.WHOLE, Kind.MARK),
    Operator.BEFORE: (Kind.DAY,),
    Operator.ON_OR_AFTER: (Kind.DAY,),
    Operator.BETWEEN: (Kind.DAY, Kind.WHOLE, Kind.MARK),
    Operator.LEVEL_AT_LEAST: (Kind.LEVEL,),
}


def _of_comparison(condition: Compare, place: _Inside) -> Iterator[RuleFault]:
    inner = place.at(condition.term)
    yield from _of_term(condition.term, inner, _KINDS.get(condition.operator, tuple(Kind)))
    if condition.term in TERMS and condition.bound is not None:
        yield from _of_bound(condition.bound, TERMS[condition.term].kind, inner.at(condition.operator.value))
        if isinstance(condition.bound, Constant):
            yield from _of_words(condition, inner.at(condition.operator.value))
            if condition.operator is Operator.BETWEEN and len(condition.bound.values) != 2:
                yield inner.at(condition.operator.value).fault("wrong-number", len(condition.bound.values), 2)


def _of_words(condition: Compare, place: _Inside) -> Iterator[RuleFault]:
    words = TERMS[condition.term].words
    assert isinstance(condition.bound, Constant)
    for value in condition.bound.values:
        if words and value not in words:
            yield place.fault("unknown-word", shown(value), ", ".join(words))


def _of_bound(bound: Bound, kind: Kind, place: _Inside) -> Iterator[RuleFault]:
    match bound:
        case Constant(values):
            for value in values:
                if not _is(value, kind):
                    yield place.fault("wrong-kind", shown(value), kind)
        case TermValue(term):
            yield from _of_term(term, place.at("term"), _alike(kind))
        case ParameterValue(id):
            found = place.known.parameters.get(id)
            if found is None:
                near = ", ".join(sorted(place.known.parameters))
                yield place.at("parameter").fault("unknown-parameter", id, near)
            elif not all(_is(each.value, kind) for each in found.values):
                yield place.at("parameter").fault("wrong-kind", id, kind)
        case DayAfter(term, years):
            if kind is not Kind.DAY:
                yield place.fault("wrong-kind", "day", kind)
            yield from _of_term(term, place.at("day"), (Kind.DAY,))
            for index, each in enumerate(years):
                yield from _of_bound(each, Kind.WHOLE, place.at("plus-years", index))


def _alike(kind: Kind) -> tuple[Kind, ...]:
    return (Kind.WHOLE, Kind.MARK) if kind in (Kind.WHOLE, Kind.MARK) else (kind,)


def _is(value: Plain, kind: Kind) -> bool:
    match kind:
        case Kind.WHOLE:
            return isinstance(value, int) and not isinstance(value, bool)
        case Kind.MARK:
            return isinstance(value, int | Decimal) and not isinstance(value, bool)
        case Kind.DAY:
            return isinstance(value, date)
        case Kind.TRUTH:
            return isinstance(value, bool)
        case _:
            return isinstance(value, str)


def _of_parameter(parameter: Parameter, known: _Known) -> Iterator[RuleFault]:
    place = _Inside(parameter.id, (), frozenset(), known)
    yield from _stated(parameter.source, parameter.explanation, place)
    if not parameter.values:
        yield place.at("values").fault("empty-list")
    for index, each in enumerate(parameter.values):
        for one in each.when:
            yield from _of_comparison(one, place.at("values", index, "when"))


def _of_option(option: OptionChoice) -> Iterator[RuleFault]:
    place = _Inside(option.id, (), frozenset(), _Known(RuleSet()))
    yield from _stated(option.source, option.explanation, place)
    if option.default not in option.values:
        yield place.at("default").fault("unknown-word", option.default, ", ".join(option.values))
