"""What has to be done for one or several diplomas: the fewest hours that meet every need, proved.

A `Need` is one thing that one diploma asks for: a part, or an amount of hours of modules. A `Work` is something
that is there already (`held`) or that can be done. One work may serve needs of several diplomas and then counts
once; what may serve one need only (`once`) is given to the need where it saves most.

    needs   A/B1-K1-W1   B/B1-K1-W1   A/dutch 2F   B/dutch 3F   A/modules 480
    works   B1-K1-W1 ────┴──────┘     └── dutch 3F ──┘          K0059 240 (once), a module of choice 240 …

It is a covering problem with an assignment in it. CP-SAT solves it; what it returns is the optimum, or says how
far from the best possible it may be. Source: EKB art. 3a (a higher level may be examined), 17d (BWBR0027963).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bouwsteen.questions.solver import cp_model

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

SECONDS = 10.0
"""So long is searched for a proof, in the solver's own measure of time: the same on every machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that a diploma asks for; `amount` in hours where it is an amount, else 1."""

    key: str
    amount: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Something that is held, or that takes `hours` to do.

    `serves` are the needs it can meet, `size` how much of a need that is an amount, `after` the works that must
    come before it, where that is known.
    """

    key: str
    hours: int
    serves: tuple[str, ...]
    size: int = 1
    held: bool = False
    once: bool = False
    wanted: bool = False
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Works that together give something of their own: a certificate."""

    key: str
    works: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """The works that are used, and for which need. `bound`: no choice has fewer hours than that.

    `first` is the bundle that is complete soonest, after `first_hours`, where one was asked for.
    """

    works: tuple[Work, ...]
    uses: tuple[tuple[str, str], ...]
    unmet: tuple[str, ...]
    hours: int
    bound: int
    first: Bundle | None = None
    first_hours: int = 0

    @property
    def proved(self) -> bool:
        return self.hours <= self.bound


def select(needs: Iterable[Need], works: Iterable[Work], *, first: Iterable[Bundle] = ()) -> Selection:
    """The fewest hours that leave the fewest needs unmet; of equals the fewest works.

    With bundles in `first` one of them is done first: the one that takes the fewest hours, and of equals the one
    with which the whole takes the fewest. One that is held already is no aim. The order of what is given changes
    nothing.
    """
    wanted_needs = sorted(needs, key=lambda each: each.key)
    known = {each.key: each for each in sorted(works, key=lambda each: each.key)}
    soonest, first_hours = _soonest(first, known)
    model = _Model(wanted_needs, known, soonest)
    return model.solved(first_hours)


def closure(keys: Iterable[str], known: Mapping[str, Work]) -> frozenset[str]:
    """The works and all that must come before them."""
    found: set[str] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key not in found and key in known:
            found.add(key)
            waiting.extend(known[key].after)
    return frozenset(found)


def _soonest(bundles: Iterable[Bundle], known: Mapping[str, Work]) -> tuple[list[Bundle], int]:
    """The bundles that can be complete with the fewest hours, and how many that is."""
    hours = {
        each: sum(known[key].hours for key in closure(each.works, known))
        for each in sorted(bundles, key=lambda each: each.key)
        if each.works <= known.keys() and any(not known[key].held for key in each.works)
    }
    least = min(hours.values(), default=0)
    return [each for each, taken in hours.items() if taken == least], least


class _Model:
    """The problem as CP-SAT sees it."""

    def __init__(self, needs: Sequence[Need], works: Mapping[str, Work], soonest: Sequence[Bundle]) -> None:
        self.needs, self.works, self.soonest = needs, works, soonest
        self.model = cp_model().CpModel()
        self.does = {key: self.model.new_bool_var(key) for key in works}
        self.uses: dict[tuple[str, str], IntVar] = {}
        self.short = {each.key: self.model.new_bool_var(each.key) for each in needs}
        self.starts = [self.model.new_bool_var(each.key) for each in soonest]
        self._say_what_works_do()
        self._say_what_is_needed()
        self._say_what_comes_first()
        todo = [each for each in works.values() if not each.held]
        per_hour = len(todo) + 1
        per_need = per_hour * (sum(each.hours for each in todo) + 1)
        self.per_hour = per_hour
        self.model.minimize(
            sum(per_need * each for each in self.short.values())
            + sum((per_hour * each.hours + 1) * self.does[each.key] for each in todo)
        )

    def _say_what_works_do(self) -> None:
        needed = {each.key for each in self.needs}
        for key, work in self.works.items():
            if work.held or work.wanted:
                self.model.add(self.does[key] == 1)
            for before in work.after:
                if before in self.works:
                    self.model.add_implication(self.does[key], self.does[before])
            serves = sorted(set(work.serves) & needed)
            for need in serves:
                chooses = work.once and len(serves) > 1
                self.uses[key, need] = self.model.new_bool_var(f"{key} {need}") if chooses else self.does[key]
            if work.once and len(serves) > 1:
                mine = [self.uses[key, need] for need in serves]
                self.model.add(sum(mine) <= self.does[key])

    def _say_what_is_needed(self) -> None:
        serving: dict[str, list[str]] = {}
        for key, need in self.uses:
            serving.setdefault(need, []).append(key)
        for each in self.needs:
            amounts = [
                self.uses[key, each.key] * (self.works[key].size if each.amount > 1 else 1)
                for key in serving.get(each.key, ())
            ]
            self.model.add(sum(amounts) + each.amount * self.short[each.key] >= each.amount)

    def _say_what_comes_first(self) -> None:
        if self.soonest:
            self.model.add_exactly_one(self.starts)
        for each, starts in zip(self.soonest, self.starts, strict=True):
            for key in closure(each.works, self.works):
                self.model.add_implication(starts, self.does[key])

    def solved(self, first_hours: int) -> Selection:
        solver = cp_model().CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2
        solver.parameters.max_deterministic_time = SECONDS
        solver.solve(self.model)
        chosen = tuple(work for key, work in self.works.items() if solver.boolean_value(self.does[key]))
        hours = sum(each.hours for each in chosen)
        slack = round(solver.objective_value - solver.best_objective_bound)
        return Selection(
            works=chosen,
            uses=tuple(pair for pair, used in self.uses.items() if solver.boolean_value(used)),
            unmet=tuple(key for key, short in self.short.items() if solver.boolean_value(short)),
            hours=hours,
            bound=hours - -(-slack // self.per_hour),
            first=next(
                (
                    each
                    for each, starts in zip(self.soonest, self.starts, strict=True)
                    if solver.boolean_value(starts)
                ),
                None,
            ),
            first_hours=first_hours,
        )
