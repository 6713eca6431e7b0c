"""The best set of options within the hours left, proved optimal by CP-SAT.

Without targets: the most hours that serve the purpose, each weighted by how well it does; then the options that are
offered nearest by, the fewest hours, the first in code order. With targets, an orientation: the most targets within
reach, then the most hours that count in targets, over all of them; then the same. A target is within reach when
what it still asks for after the choice fits the hours that are left after it; so hours of the choice that do not
count in it are lost, and it can lose no more than its slack.

An orientation chooses at least one option, for choosing nothing keeps everything within reach and says nothing. A
choice can only lose targets, so the best single option says how many can stay within reach.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bouwsteen.model.codes import PartKey
from bouwsteen.questions.choice.options import Option, Target
from bouwsteen.questions.solver import cp_model

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpSolver, IntVar, LinearExpr

SECONDS = 20.0


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Value:
    """What a set is worth; a greater value is better, field by field."""

    within_reach: int
    serving: int
    evidence: int
    hours: int  # negative: fewer is better
    places: int  # negative: the sum of the places in code order


@dataclass(frozen=True, slots=True, kw_only=True)
class Optimum:
    """The best set, in code order; `reached` are the targets within reach. `proved`: no set is better."""

    chosen: tuple[str, ...]
    value: Value
    reached: tuple[str, ...]
    proved: bool


def best_options(
    options: Iterable[Option],
    *,
    hours: int,
    apart: Collection[frozenset[str]] = (),
    targets: Sequence[Target] = (),
) -> Optimum:
    """The best set of `options` of at most `hours`; `apart` are the pairs that do not go together."""
    ordered = sorted((each for each in options if each.hours <= hours), key=lambda each: each.code)
    goals = sorted(targets, key=lambda each: each.crebo)
    model = _Model(_that_keep_most(ordered, goals) if goals else ordered, hours, apart, goals)
    proved = not ordered or model.solve()
    return Optimum(
        chosen=tuple(each.code for each in model.chosen),
        value=value_of(model.chosen, ordered, goals),
        reached=tuple(each.crebo for each in goals if shortage(each, model.chosen) <= 0),
        proved=proved,
    )


def _that_keep_most(options: Sequence[Option], targets: Sequence[Target]) -> list[Option]:
    """The options that by themselves leave the most targets within reach; a best set holds no other."""
    kept = {each.code: count for each, count in zip(options, _kept(options, targets), strict=True)}
    most = max(kept.values(), default=0)
    return [each for each in options if kept[each.code] == most]


def _kept(options: Sequence[Option], targets: Sequence[Target]) -> Iterator[int]:
    """How many targets each option leaves within reach; only those that it counts in are looked at one by one."""
    slacks = sorted(each.slack for each in targets)
    touched: dict[object, list[Target]] = {}
    for target in targets:
        for name in (*target.parts, *target.modules):
            touched.setdefault(name, []).append(target)
    for option in options:
        names = (option.code, *option.covers)
        own = {each.crebo: each for name in names for each in touched.get(name, ())}
        least = bisect_left(slacks, option.hours)
        yield (
            len(slacks)
            - least
            + sum(each.slack < option.hours and shortage(each, (option,)) <= 0 for each in own.values())
        )


def value_of(chosen: Sequence[Option], options: Sequence[Option], targets: Sequence[Target]) -> Value:
    """What the set `chosen` of `options` (in code order) is worth."""
    places = {each.code: place for place, each in enumerate(options)}
    reached = sum(shortage(each, chosen) <= 0 for each in targets)
    return Value(
        within_reach=reached,
        serving=sum(settled(each, chosen) for each in targets)
        if targets
        else sum(each.serves * each.hours for each in chosen),
        evidence=sum(each.evidence for each in chosen),
        hours=-sum(each.hours for each in chosen),
        places=-sum(places[each.code] for each in chosen),
    )


def settled(target: Target, chosen: Iterable[Option]) -> int:
    """The hours of the set that count in `target`: parts once, modules up to the obligation."""
    sets = tuple(chosen)
    covered = {key: hours for each in sets for key, hours in each.covers.items() if key in target.parts}
    modules = sum(each.hours for each in sets if each.code in target.modules)
    return sum(covered.values()) + min(modules, target.obligation)


def shortage(target: Target, chosen: Iterable[Option]) -> int:
    """How many hours more than she has it takes to finish `target` after the set; at most 0: within reach."""
    sets = tuple(chosen)
    return sum(each.hours for each in sets) - settled(target, sets) - target.slack


class _Model:
    """The set as a model of yes-no variables, solved step by step: what counts most, then the next."""

    def __init__(
        self,
        options: Sequence[Option],
        hours: int,
        apart: Iterable[frozenset[str]],
        targets: Sequence[Target],
    ) -> None:
        self.options, self.targets, self.hours = options, targets, hours
        self.model = cp_model().CpModel()
        self.solver = _solver()
        self.takes = {each.code: self.model.new_bool_var(each.code) for each in options}
        self.spent = _sum((each.hours, self.takes[each.code]) for each in options)
        self.model.add(self.spent <= hours)
        for pair in sorted(map(sorted, apart)):
            if all(code in self.takes for code in pair):
                self.model.add_at_most_one(self.takes[code] for code in pair)
        self.chosen: tuple[Option, ...] = ()

    def solve(self) -> bool:
        """Finds the best set; whether it is proved."""
        goal = self._orientation() if self.targets else self._service()
        return self._maximise(goal) and self._maximise(self._tie_break())

    def _service(self) -> "LinearExpr":
        return _sum((each.serves * each.hours, self.takes[each.code]) for each in self.options)

    def _orientation(self) -> "LinearExpr":
        """The most hours that count in targets, while as many stay within reach as each option by itself leaves."""
        self.model.add_bool_or(self.takes.values())
        covered = self._covered()
        settles = [self._settles(target, covered) for target in self.targets]
        reached = []
        for target, amount in zip(self.targets, settles, strict=True):
            loses = [each.code for each in self.options if shortage(target, (each,)) > 0]
            if len(loses) == len(self.options):
                continue
            reach = self.model.new_bool_var(f"reach {target.crebo}")
            self.model.add(self.spent - amount <= target.slack).only_enforce_if(reach)
            for code in loses:
                self.model.add_implication(self.takes[code], ~reach)
            reached.append(reach)
        self.model.add(
            _sum((1, each) for each in reached)
            >= sum(shortage(each, self.options[:1]) <= 0 for each in self.targets)
        )
        return _sum((1, each) for each in settles)

    def _covered(self) -> "Mapping[PartKey, tuple[int, IntVar]]":
        """For each work process that counts somewhere: its hours, and whether the set holds it."""
        wanted = frozenset().union(*(each.parts for each in self.targets))
        hours = {key: spent for each in self.options for key, spent in each.covers.items() if key in wanted}
        found: dict[PartKey, tuple[int, IntVar]] = {}
        for key in sorted(hours):
            takers = [self.takes[each.code] for each in self.options if key in each.covers]
            covered = takers[0]
            if len(takers) > 1:
                covered = self.model.new_bool_var(str(key))
                self.model.add_max_equality(covered, takers)
            found[key] = (hours[key], covered)
        return found

    def _settles(self, target: Target, covered: "Mapping[PartKey, tuple[int, IntVar]]") -> "LinearExpr":
        amount = _sum(covered[key] for key in sorted(target.parts & covered.keys()))
        takers = [each for each in self.options if each.code in target.modules]
        if not takers or not target.obligation:
            return amount
        modules = self.model.new_int_var(0, target.obligation, f"modules of {target.crebo}")
        self.model.add(modules <= _sum((each.hours, self.takes[each.code]) for each in takers))
        settled: LinearExpr = amount + modules
        return settled

    def _tie_break(self) -> "LinearExpr":
        """Nearest by, then fewest hours, then first in code order."""
        places = sum(range(len(self.options))) + 1
        most_hours = sum(each.hours for each in self.options) * places + places
        return _sum(
            (each.evidence * most_hours - each.hours * places - place, self.takes[each.code])
            for place, each in enumerate(self.options)
        )

    def _maximise(self, worth: "LinearExpr") -> bool:
        """Finds a set of the greatest worth and holds on to that worth; whether it is proved."""
        self.model.maximize(worth)
        status = self.solver.solve(self.model)
        if status in (cp_model().OPTIMAL, cp_model().FEASIBLE):
            taken = {code: self.solver.boolean_value(take) for code, take in self.takes.items()}
            self.chosen = tuple(each for each in self.options if taken[each.code])
            self.model.add(worth >= round(self.solver.objective_value))
        return bool(status == cp_model().OPTIMAL)


def _solver() -> "CpSolver":
    """One worker and full linearisation prove such sums soonest; with a fixed seed the answer is always the same."""
    solver: CpSolver = cp_model().CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.random_seed = 1
    solver.parameters.max_time_in_seconds = SECONDS
    return solver


def _sum(terms: "Iterable[tuple[int, LinearExpr]]") -> "LinearExpr":
    pairs = list(terms)
    weights, variables = [weight for weight, _ in pairs], [each for _, each in pairs]
    found: LinearExpr = cp_model().LinearExpr.weighted_sum(variables, weights)
    return found
