"""The shortest way to the goals, in an order, over periods; twice, for it depends on what the board grants."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from bouwsteen.model.codes import PartKey, work_code_order
from bouwsteen.model.coverage import Requirement
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import EvidenceKind, Person
from bouwsteen.model.records import Certificate, Qualification
from bouwsteen.questions.routing import First, steps
from bouwsteen.questions.routing.periods import LOAD, RoutePeriod, laid_out, least_periods
from bouwsteen.questions.routing.selection import Bundle, Selection, Work, closure, select
from bouwsteen.questions.routing.sequence import OpenLongest, open_longest, ordered
from bouwsteen.services.plan_route.asked import Asked, Thing, ThingKind, add_module, asked
from bouwsteen.services.plan_route.brought import Brought, Standing, brought
from bouwsteen.services.prepared import PreparedStructure


class Objective(StrEnum):
    """What a route is shortest, soonest or longest in."""

    HOURS = "hours"  # the fewest hours
    CERTIFICATE = "certificate"  # a first certificate soonest, then the fewest hours
    OPTIONS = "options"  # the fewest hours, in the order that keeps most programmes open longest


class Why(StrEnum):
    """Why a thing stands where it stands."""

    FIRST_CERTIFICATE = "first-certificate"  # it belongs to the first certificate
    PERHAPS_FIRST_CERTIFICATE = "perhaps-first-certificate"  # it may belong to it
    SERVES_SEVERAL = "serves-several"  # more than one diploma asks it
    KEEPS_OPEN = "keeps-open"  # other programmes ask it too
    CARRIES_CERTIFICATE = "carries-certificate"
    WANTED = "wanted"
    FOLLOWS = "follows"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteQuestion:
    """What somebody asks: to which diplomas (crebo codes), with which wish, in how many periods of which load."""

    person: Person
    goals: tuple[str, ...]
    objective: Objective = Objective.HOURS
    periods: int | None = None
    load: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A diploma on the way. `achieved`: the file says that it is there already; `hours`: of this one alone."""

    qualification: Qualification
    current: Outcome
    basis: str
    achieved: bool
    hours: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateOnTheWay:
    """A certificate of parts on the route; `certain` False: it only may concern them. Complete in `period`."""

    certificate: Certificate
    certain: bool
    period: int
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPart:
    """A thing in one period: how many of its hours, whether it starts and ends there, and why it stands there."""

    thing: Thing
    hours: int
    starts: bool
    ends: bool
    because: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPeriod:
    """One period. `open`: the programmes that are still open at its end, where the wish is to keep them open."""

    number: int
    hours: int
    parts: tuple[PlannedPart, ...]
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The answer. `hours`: when the board grants what it may; `hours_without`: when it grants nothing.

    `whole` is what it takes for somebody who has nothing. `bound`: no route has fewer hours. `fits` None: no
    number of periods was asked for. `perhaps`: what may be asked too.
    """

    number: int
    on: date
    question: RouteQuestion
    goals: tuple[Goal, ...]
    brought: tuple[Brought, ...]
    used: frozenset[str]
    periods: tuple[PlannedPeriod, ...]
    load: int
    hours: int
    hours_without: int
    whole: int
    bound: int
    unknown_hours: tuple[Thing, ...]
    certificates: tuple[CertificateOnTheWay, ...]
    options: Mapping[str, int] = field(default_factory=dict)
    options_bound: int = 0
    perhaps: tuple[str, ...] = ()
    fits: bool | None = None

    @property
    def proved(self) -> bool:
        return self.hours <= self.bound and sum(self.options.values()) >= self.options_bound


def plan_route(question: RouteQuestion, ready: PreparedStructure) -> Route:
    """The route to the goals of `question`; raises `UnknownCode`."""
    goals = _goals(question, ready)
    found = asked((each.qualification.crebo for each in goals if not each.achieved), ready)
    for code in question.person.chosen:
        add_module(code, found, wanted=True)
    certificates = _certificates(found, question)
    held = brought(question.person, found)
    bundles = _bundles(certificates)
    chosen = select(found.needs.values(), _works(found, held, _GRANTED), first=bundles)
    without = select(found.needs.values(), _works(found, held, _SURE))
    plan = _Plan(question, found, chosen, certificates)
    load = _load(question, chosen.hours)
    periods = plan.periods(load)
    return Route(
        number=ready.structure.number,
        on=ready.structure.day,
        question=question,
        goals=tuple(_alone(each, question, ready) for each in goals),
        brought=held,
        used=frozenset(key for key, _ in chosen.uses),
        periods=periods,
        load=load,
        hours=chosen.hours,
        hours_without=without.hours,
        whole=select(found.needs.values(), found.works.values()).hours,
        bound=chosen.bound,
        unknown_hours=tuple(found.things[each.key] for each in plan.todo if not plan.hours_known(each)),
        certificates=_on_the_way(certificates, plan, periods),
        options=plan.opened.closes if plan.opened else {},
        options_bound=plan.opened.bound if plan.opened else 0,
        perhaps=tuple(dict.fromkeys(found.perhaps)),
        fits=None if question.periods is None else least_periods(chosen.hours, load) <= question.periods,
    )


_SURE = frozenset({Standing.DONE, Standing.LAW})
_GRANTED = _SURE | {Standing.BOARD}


def _goals(question: RouteQuestion, ready: PreparedStructure) -> tuple[Goal, ...]:
    diplomas = {
        code for each in question.person.evidence if each.kind is EvidenceKind.DIPLOMA for code in each.covers
    }
    return tuple(
        Goal(
            qualification=ready.structure.qualification(crebo),
            current=ready.structure.current[crebo],
            basis=ready.requirements.by_crebo[crebo].hours.basis,
            achieved=crebo in diplomas,
        )
        for crebo in dict.fromkeys(question.goals)
    )


def _alone(goal: Goal, question: RouteQuestion, ready: PreparedStructure) -> Goal:
    """The goal with the hours that it takes when it is the only one."""
    if goal.achieved:
        return goal
    found = asked((goal.qualification.crebo,), ready)
    held = brought(question.person, found)
    return replace(goal, hours=select(found.needs.values(), _works(found, held, _GRANTED)).hours)


def _works(found: Asked, held: Iterable[Brought], standings: frozenset[Standing]) -> list[Work]:
    return [
        *found.works.values(),
        *(each.work for each in held if each.standing in standings and each.counts),
    ]


def _load(question: RouteQuestion, hours: int) -> int:
    """What was asked for; with only a number of periods, as much as makes it fit."""
    if question.load is not None:
        return question.load
    return max(1, -(-hours // question.periods)) if question.periods else LOAD


_Certificates = Sequence[tuple[Certificate, bool, frozenset[str]]]


def _certificates(found: Asked, question: RouteQuestion) -> _Certificates:
    """Each certificate that belongs to parts of the goals, or may, with their works; and those of modules.

    What has ended, and what somebody has already, is no aim.
    """
    made: list[tuple[Certificate, bool, frozenset[str]]] = []
    had = {code for each in question.person.evidence for code in each.covers}
    for each in found.structure.catalogue.records.certificates:
        if each.valid.on(found.structure.day) is Outcome.NO or each.code in had:
            continue
        if each.part:
            made.append((each, True, _on_route(found, each.part)))
        elif (
            each.module
            and question.objective is Objective.CERTIFICATE
            and found.structure.modules.get(each.module)
        ):
            if each.module not in found.works:
                add_module(each.module, found, wanted=False)
            if found.things[each.module].hours_known:
                made.append((each, True, frozenset({each.module})))
        made.extend((each, False, _on_route(found, key)) for key in each.may_concern)
    return [each for each in made if each[2]]


def _on_route(found: Asked, key: PartKey) -> frozenset[str]:
    """The works of a part; none where not all of them are asked for."""
    works = found.canonicals(key)
    return works if works <= found.works.keys() else frozenset()


def _bundles(certificates: _Certificates) -> list[Bundle]:
    """The certain ones; only where there are none, those that may concern a part."""
    certain = [each for each in certificates if each[1]] or certificates
    return [Bundle(key=f"{each.code} {' '.join(sorted(works))}", works=works) for each, _, works in certain]


class _Plan:
    """What was chosen, in its order."""

    def __init__(
        self, question: RouteQuestion, found: Asked, chosen: Selection, certificates: _Certificates
    ) -> None:
        self.question, self.found, self.chosen = question, found, chosen
        self.certain = any(certain for _, certain, _ in certificates)
        met = {need for key, need in chosen.uses if key.startswith("brought/")}
        self.known = {each.key: each for each in chosen.works if not each.held}
        self.todo = [each for each in self.known.values() if not each.serves or not set(each.serves) <= met]
        self.first = (
            closure(chosen.first.works, self.known) if chosen.first and self._soonest else frozenset()
        )
        self._place = _places(found, question)
        main = [each for each in self.todo if self._is_main(each)]
        self.opened = self._open_longest(main) if question.objective is Objective.OPTIONS else None
        self.main = self.opened.order if self.opened else ordered(main, self._rank)
        self.beside = ordered((each for each in self.todo if not self._is_main(each)), self._rank)

    @property
    def _soonest(self) -> bool:
        return self.question.objective is Objective.CERTIFICATE

    def hours_known(self, work: Work) -> bool:
        return self.found.things[work.key].hours_known

    def periods(self, load: int) -> tuple[PlannedPeriod, ...]:
        alone = sum(each.hours for each in self.main if each.key in self.first)
        spent, made = 0, []
        for period in laid_out(self.main, self.beside, load=load, alone=alone):
            spent += sum(each.hours for each in period.portions if self._is_main(self.known[each.work]))
            made.append(self._period(period, spent))
        return tuple(made)

    def _period(self, period: RoutePeriod, spent: int) -> PlannedPeriod:
        total = sum(each.hours for each in self.main)
        closes = self.opened.closes if self.opened else {}
        return PlannedPeriod(
            number=period.number,
            hours=period.hours,
            parts=tuple(
                PlannedPart(
                    thing=self.found.things[each.work],
                    hours=each.hours,
                    starts=each.starts,
                    ends=each.ends,
                    because=self._because(self.known[each.work]),
                )
                for each in period.portions
            ),
            open=tuple(name for name, hours in closes.items() if hours >= min(spent, total)),
        )

    def _because(self, work: Work) -> Why:
        thing = self.found.things[work.key]
        if work.key in self.first:
            return Why.FIRST_CERTIFICATE if self.certain else Why.PERHAPS_FIRST_CERTIFICATE
        if thing.kind is ThingKind.MODULE:
            return Why.WANTED if work.wanted else Why.CARRIES_CERTIFICATE
        if len(thing.goals) > 1:
            return Why.SERVES_SEVERAL
        if thing.kind is not ThingKind.PART:
            return Why.BESIDE
        return Why.KEEPS_OPEN if self.opened and len(self._asking(work.key)) > 1 else Why.FOLLOWS

    def _is_main(self, work: Work) -> bool:
        return self.found.things[work.key].kind is ThingKind.PART or work.key in self.first

    def _rank(self, work: Work) -> tuple[int, ...]:
        """What a first certificate takes, then the order of the steps; beside it the order of the kinds."""
        thing = self.found.things[work.key]
        place = self._place.get(thing.task_key, len(self._place))
        kind = list(ThingKind).index(thing.kind)
        code = work_code_order(thing.code) if thing.kind is ThingKind.PART else (0,)
        return (int(work.key not in self.first), kind, place, *code)

    def _open_longest(self, main: Sequence[Work]) -> OpenLongest:
        """Every programme that asks one of these parts, and is offered, is a choice; the goals always are."""
        names = {name for each in main for name in self._asking(each.key)}
        done = {key for key, _ in self.found.works.items() if key not in {each.key for each in main}}
        choices = {name: self.found.parts_of(name) - done for name in names}
        return open_longest(main, choices, self._rank)

    def _asking(self, work: str) -> set[str]:
        """The programmes that ask this part."""
        key = PartKey.parse(work)
        structure, holders = self.found.structure, self.found.ready.requirements.holders
        equal = (key, *structure.catalogue.equal_parts.get(key, ()))
        crebos = {crebo for each in equal for crebo in holders.get(each, ())}
        return {
            crebo
            for crebo in crebos
            if structure.current[crebo] is Outcome.YES or crebo in self.question.goals
        }


_FIRST = {
    Objective.HOURS: First.SHORTEST,
    Objective.OPTIONS: First.SHORTEST,
    Objective.CERTIFICATE: First.CERTIFICATE,
}


def _places(found: Asked, question: RouteQuestion) -> dict[str, int]:
    """Key of each core task → its place among the steps, the same as in the answer of possibilities."""
    tasks: dict[str, Requirement] = {}
    for crebo in question.goals:
        tasks.update({each.key: each for each in found.ready.requirements.by_crebo[crebo].tasks})
    made = steps(list(tasks.values()), first=_FIRST[question.objective])
    return {step.key: at for at, step in enumerate(made)}


def _on_the_way(
    certificates: _Certificates, plan: _Plan, periods: Sequence[PlannedPeriod]
) -> tuple[CertificateOnTheWay, ...]:
    """Each certificate of which something is still to be done on this route, soonest first."""
    ends = {part.thing.key: period.number for period in periods for part in period.parts if part.ends}
    found = [
        CertificateOnTheWay(
            certificate=each,
            certain=certain,
            period=max(ends[work] for work in works & ends.keys()),
            first=bool(plan.first) and works <= plan.first,
        )
        for each, certain, works in certificates
        if works & ends.keys()
    ]
    return tuple(sorted(found, key=lambda each: (not each.first, each.period, each.certificate.code)))
