"""The shortest way to the goals, in an order, over periods; twice, for it depends on what the board grants."""

from collections.abc import Container, Iterable
from dataclasses import replace

from bouwsteen.model.person import EvidenceKind
from bouwsteen.questions.routing.periods import LOAD, least_periods
from bouwsteen.questions.routing.selection import Work, select
from bouwsteen.rules.law import Law
from bouwsteen.services.plan_route.answer import Goal, Objective, Route, RouteQuestion
from bouwsteen.services.plan_route.asked import Asked, add_module, asked
from bouwsteen.services.plan_route.brought import brought
from bouwsteen.services.plan_route.certificates import bundles, certificates_of, on_the_way
from bouwsteen.services.plan_route.ordering import Plan
from bouwsteen.services.plan_route.settled import settled
from bouwsteen.services.plan_route.standing import Brought, Standing
from bouwsteen.services.prepared import PreparedStructure


def plan_route(question: RouteQuestion, ready: PreparedStructure, law: Law) -> Route:
    """The route to the goals of `question`, as the law counts results; raises `UnknownCode`."""
    goals = _goals(question, ready)
    found = asked((each.qualification.crebo for each in goals if not each.achieved), ready)
    results = {each.part for each in question.person.results}
    for code in question.person.chosen:
        if code not in results:
            add_module(code, found, wanted=True)
    certificates = certificates_of(found, question)
    together = settled(question.person, ready.structure, law)
    held = brought(question.person, found, together)
    works = _works(found, held, _GRANTED)
    soonest = question.objective is Objective.CERTIFICATE
    chosen = select(found.needs.values(), works, first=bundles(certificates, found, works) if soonest else ())
    without = select(found.needs.values(), _works(found, held, _SURE))
    plan = Plan(question, found, chosen, certificates)
    load = _load(question, chosen.hours)
    periods = plan.periods(load)
    return Route(
        number=ready.structure.number,
        on=ready.structure.day,
        question=question,
        goals=tuple(_alone(each, question, ready, together) for each in goals),
        brought=held,
        used=frozenset(key for key, _ in chosen.uses),
        periods=periods,
        load=load,
        hours=chosen.hours,
        hours_without=without.hours,
        whole=select(found.needs.values(), found.works.values()).hours,
        bound=chosen.bound,
        unknown_hours=tuple(found.things[each.key] for each in plan.todo if not plan.hours_known(each)),
        certificates=on_the_way(certificates, plan.first, periods),
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


def _alone(goal: Goal, question: RouteQuestion, ready: PreparedStructure, together: Container[str]) -> Goal:
    """The goal with the hours that it takes when it is the only one."""
    if goal.achieved:
        return goal
    found = asked((goal.qualification.crebo,), ready)
    held = brought(question.person, found, together)
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
