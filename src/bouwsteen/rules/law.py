"""The law, ready to answer: rules chosen by their conclusion and the day, each answer with its proof.

Before its first day a rule does not exist: the answer is then unknown, not no. Where the day that chooses is
itself unknown, every version that it can still be is asked; if they agree, that is the answer.

Layers: a conclusion of the law that is `refinable` and that the institution refines holds when both say so.
So an institution is never weaker than the law, and cannot touch what is not refinable.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bouwsteen.model.period import Outcome, Period
from bouwsteen.rules.comparing import all_of, compared
from bouwsteen.rules.compiling import compiled
from bouwsteen.rules.conditions import Constant, Operator, Option
from bouwsteen.rules.facts import NOT_SAID, Facts, Items, Plain, Unknown, Value
from bouwsteen.rules.rule import ASKED, Certainty, DatedValue, Parameter, Rule, RuleSet
from bouwsteen.rules.steps import Place, Run, Step, Values
from bouwsteen.rules.verdict import Proof, Verdict

START, GRADUATION = "student.start", "student.graduation"


@dataclass(frozen=True)
class Law:
    """A set of rules as they hold for one institution (empty: the law alone). Compiled on first use."""

    rules: RuleSet
    institution: str = ""

    def ask(self, conclusion: str, facts: Facts, *, on: date) -> Verdict:
        """What the law concludes about these facts on the day of asking; raises `KeyError` for no conclusion."""
        if conclusion not in self._versions:
            raise KeyError(conclusion)
        return Verdict(proof=_Question(self, {**facts.values, ASKED: on}, facts).conclude(conclusion))

    def value(self, parameter: str, facts: Facts, *, on: date) -> Value:
        """A parameter for this case: its value, or unknown because of something."""
        return _Question(self, {**facts.values, ASKED: on}, facts).parameter(parameter)

    @cached_property
    def conclusions(self) -> tuple[str, ...]:
        """Everything that can be asked."""
        return tuple(sorted(self._versions))

    @cached_property
    def _versions(self) -> Mapping[str, tuple["_Layer", ...]]:
        """Conclusion → its layers, the law first."""
        found: dict[str, dict[str, list[Rule]]] = {}
        for rule in self.rules.rules:
            if rule.institution in ("", self.institution):
                found.setdefault(rule.conclusion, {}).setdefault(rule.institution, []).append(rule)
        return {
            conclusion: tuple(
                _Layer(layers[name][0].selected_by, tuple(map(self._compiled, layers[name])))
                for name in sorted(layers)
            )
            for conclusion, layers in found.items()
        }

    @cached_property
    def _parameters(self) -> Mapping[str, Parameter]:
        return {each.id: each for each in self.rules.parameters}

    def _compiled(self, rule: Rule) -> "_Version":
        at = Place(rule.id, str(rule.source), self._chosen)
        condition = compiled(rule.condition, at)
        return _Version(
            rule.valid,
            compiled(rule.applies, at) if rule.applies is not None else None,
            _as_rule(condition, at, decides=rule.certainty is not Certainty.UNVERIFIED),
            at,
        )

    def _chosen(self, option: Option) -> str:
        return self.rules.option(option, self.institution)


@dataclass(frozen=True, slots=True)
class _Version:
    """One rule, compiled."""

    valid: Period
    applies: Step | None
    step: Step
    at: Place


@dataclass(frozen=True, slots=True)
class _Layer:
    """The rules of one conclusion in one layer."""

    selected_by: str
    versions: tuple[_Version, ...]


def _as_rule(condition: Step, at: Place, *, decides: bool) -> Step:
    def step(values: Values, run: Run) -> Proof:
        part = condition(values, run)
        outcome = part.outcome if decides else Outcome.UNKNOWN
        return Proof(
            outcome=outcome,
            kind="rule",
            rule=at.rule,
            source=at.source,
            because="" if decides else "rule-unverified",
            parts=(part,) if decides else (),
        )

    return step


class _Question:
    """One question being answered; every conclusion and parameter is worked out once."""

    __slots__ = ("_answers", "_collections", "_facts", "_law", "_parameters", "_values")

    def __init__(
        self, law: Law, values: Values, facts: Facts, collections: Mapping[str, Items] | None = None
    ) -> None:
        self._law, self._values, self._facts = law, values, facts
        self._collections = facts.collections if collections is None else collections
        self._answers: dict[str, Proof] = {}
        self._parameters: dict[str, Value] = {}

    def items(self, collection: str) -> Items:
        return self._collections.get(collection) or self._facts.items(collection)

    def with_items(self, collection: str, items: Items) -> Run:
        return _Question(self._law, self._values, self._facts, {**self._collections, collection: items})

    def conclude(self, conclusion: str) -> Proof:
        found = self._answers.get(conclusion)
        if found is None:
            found = self._answers[conclusion] = self._concluded(conclusion)
        return found

    def parameter(self, id: str) -> Value:
        if id not in self._parameters:
            self._parameters[id] = self._looked_up(self._law._parameters[id])
        return self._parameters[id]

    def _concluded(self, conclusion: str) -> Proof:
        proofs = tuple(self._of_layer(layer) for layer in self._law._versions[conclusion])
        if len(proofs) == 1:
            return proofs[0]
        return Proof(outcome=all_of([each.outcome for each in proofs]), kind="layers", parts=proofs)

    def _of_layer(self, layer: _Layer) -> Proof:
        day = self._values.get(layer.selected_by, NOT_SAID)
        if isinstance(day, date):
            return self._that_applies([each for each in layer.versions if each.valid.holds_on(day)], layer)
        possible = self._possible(layer)
        if not possible:
            return _lacking(layer, day.because if isinstance(day, Unknown) else "none")
        groups = [
            self._that_applies([each for each in layer.versions if each.valid.holds_on(start)], layer)
            for start in possible
        ]
        outcomes = {each.outcome for each in groups}
        if len(groups) == 1:
            return groups[0]
        if len(outcomes) == 1:
            return Proof(outcome=outcomes.pop(), kind="any-version", parts=tuple(groups))
        return _lacking(layer, day.because if isinstance(day, Unknown) else "none")

    def _possible(self, layer: _Layer) -> Sequence[date]:
        """The first days of every version that the unknown day can still choose; empty: it can be any."""
        since = self._values.get(START)
        if layer.selected_by != GRADUATION or not isinstance(since, date):
            return ()
        return _turns((each.valid for each in layer.versions), since)

    def _that_applies(self, versions: Sequence[_Version], layer: _Layer) -> Proof:
        """The answer of the one rule that applies; unknown where that cannot be told."""
        unsure: list[Proof] = []
        for each in versions:
            if each.applies is None:
                return each.step(self._values, self)
            applies = each.applies(self._values, self)
            if applies.outcome is Outcome.YES:
                return each.step(self._values, self)
            if applies.outcome is Outcome.UNKNOWN:
                unsure.append(applies)
        if unsure:
            return Proof(outcome=Outcome.UNKNOWN, kind="which-rule", parts=tuple(unsure))
        return _lacking(layer, "no-rule-applies" if versions else "no-rule-on-that-day")

    def _looked_up(self, parameter: Parameter) -> Value:
        """The value that holds that day for this case; where that is unknown, the ones it may be."""
        day = self._values.get(parameter.selected_by, NOT_SAID)
        lacking = None if isinstance(day, date) else _named(day, parameter.selected_by)
        possible: list[Plain] = []
        for each in self._holding(parameter):
            outcome, unknown = self._matches(each)
            if outcome is Outcome.YES and isinstance(day, date):
                return each.value
            if outcome is not Outcome.NO:
                possible.append(each.value)
                lacking = lacking or unknown
        if lacking is None:
            return Unknown("no-value-on-that-day", parameter.selected_by)
        return Unknown(lacking.because, lacking.fact, lacking.subject, tuple(dict.fromkeys(possible)))

    def _holding(self, parameter: Parameter) -> Sequence[DatedValue]:
        """The values that hold on the day that chooses, or, where it is unknown, may hold."""
        day = self._values.get(parameter.selected_by, NOT_SAID)
        if isinstance(day, date):
            return [each for each in parameter.values if each.valid.holds_on(day)]
        since = self._values.get(START)
        if parameter.selected_by == GRADUATION and isinstance(since, date):
            return [each for each in parameter.values if each.valid.end is None or each.valid.end > since]
        return parameter.values

    def _matches(self, dated: DatedValue) -> tuple[Outcome, Unknown | None]:
        outcomes: set[Outcome] = set()
        lacking: Unknown | None = None
        for each in dated.when:
            value = self._values.get(each.term, NOT_SAID)
            assert isinstance(each.bound, Constant)
            bound = each.bound.values if each.operator is Operator.ONE_OF else each.bound.values[0]
            outcome = compared(each.operator, value, bound)
            outcomes.add(outcome)
            if outcome is Outcome.UNKNOWN:
                lacking = lacking or _named(value, each.term)
        return all_of(outcomes), lacking


def _named(value: Value, term: str) -> Unknown:
    if isinstance(value, Unknown):
        return Unknown(value.because, value.fact or term, value.subject)
    return Unknown("none", term)


def _turns(periods: Iterable[Period], since: date) -> Sequence[date]:
    """`since`, and every later first day of a period."""
    return sorted({since, *(each.start for each in periods if each.start > since)})


def _lacking(layer: _Layer, because: str) -> Proof:
    at = layer.versions[0].at
    return Proof(
        outcome=Outcome.UNKNOWN,
        kind="no-rule",
        rule=at.rule,
        source=at.source,
        fact=layer.selected_by,
        because=because,
    )
