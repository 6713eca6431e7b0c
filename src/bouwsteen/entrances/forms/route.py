"""The answer of `bouwsteen route` as JSON."""

from typing import Any

from bouwsteen.entrances.words import Words
from bouwsteen.services.plan_route import Brought, Goal, PlannedPart, PlannedPeriod, Route, Thing, ThingKind

_OFFICIAL = (ThingKind.PART, ThingKind.MODULE)


def route_form(route: Route, say: Words) -> dict[str, Any]:
    return {
        "number": route.number,
        "on": route.on.isoformat(),
        "objective": route.question.objective.value,
        "goals": [_goal_form(each) for each in route.goals],
        "load": route.load,
        "fits": route.fits,
        "hours": {
            "if_granted": route.hours,
            "if_not_granted": route.hours_without,
            "with_nothing": route.whole,
            "bound": route.bound,
        },
        "proved": route.proved,
        "brought": [_brought_form(each, route) for each in route.brought],
        "periods": [_period_form(each, say) for each in route.periods],
        "certificates": [
            {
                "code": each.certificate.code,
                "name": each.certificate.name,
                "certain": each.certain,
                "period": each.period,
                "first": each.first,
            }
            for each in route.certificates
        ],
        "options": dict(sorted(route.options.items())),
        "unknown_hours": [each.key for each in route.unknown_hours],
        "perhaps": list(route.perhaps),
    }


def title_of(thing: Thing, say: Words) -> str:
    """The official title of a part or module; of anything else the words under its slug, with the level."""
    if thing.kind in _OFFICIAL:
        return thing.title
    words = say(
        "route.module-of-choice" if thing.kind is ThingKind.MODULE_OF_CHOICE else f"requirement.{thing.title}"
    )
    return say("route.with-level", title=words, level=thing.level) if thing.level else words


def _goal_form(goal: Goal) -> dict[str, Any]:
    return {
        "crebo": goal.qualification.crebo,
        "name": goal.qualification.name,
        "current": goal.current.value,
        "complete": goal.qualification.complete,
        "basis": goal.basis,
        "achieved": goal.achieved,
        "hours": goal.hours,
    }


def _brought_form(each: Brought, route: Route) -> dict[str, Any]:
    return {
        "code": each.code,
        "kind": each.kind,
        "standing": each.standing.value,
        "because": each.because.value,
        "source": each.source,
        "used": each.work.key in route.used,
        "serves": list(each.work.serves),
    }


def _period_form(period: PlannedPeriod, say: Words) -> dict[str, Any]:
    return {
        "period": period.number,
        "hours": period.hours,
        "open": list(period.open),
        "parts": [_part_form(each, say) for each in period.parts],
    }


def _part_form(part: PlannedPart, say: Words) -> dict[str, Any]:
    thing = part.thing
    return {
        "key": thing.key,
        "kind": thing.kind.value,
        "code": thing.code,
        "title": title_of(thing, say),
        "core_task": thing.task,
        "hours": part.hours,
        "hours_known": thing.hours_known,
        "starts": part.starts,
        "ends": part.ends,
        "because": part.because.value,
        "goals": list(thing.goals),
    }
