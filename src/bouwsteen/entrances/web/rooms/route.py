"""Route: from what somebody has to one or more diplomas, half a year at a time."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from bouwsteen.entrances.pages.route import route_page
from bouwsteen.entrances.web.rooms.room import CREBO, Answered, Room, needs
from bouwsteen.entrances.web.site import law
from bouwsteen.model.person import Person
from bouwsteen.rules.law import Law
from bouwsteen.services.plan_route import Objective, RouteQuestion, plan_route
from bouwsteen.services.prepared import PreparedStructure

MOST_HOURS = 1600


def _answer(request: HttpRequest, person: Person, ready: PreparedStructure) -> Answered:
    goals = person.goals or ((person.qualification,) if person.qualification else ())
    needs(request, goals, "goals", CREBO)
    question = RouteQuestion(person=person, goals=goals, objective=_objective(request), load=_load(request))
    found = plan_route(question, ready, Law(law(), institution=person.institution or ""))
    return Answered(page=route_page(found, ready.structure, request.say))


def _context(request: HttpRequest) -> Mapping[str, Any]:
    chosen = _objective(request)
    return {
        "objectives": [(each.value, each is chosen) for each in Objective],
        "load": _load(request) or "",
    }


def _objective(request: HttpRequest) -> Objective:
    asked = request.POST.get("wens", "")
    return Objective(asked) if asked in set(Objective) else Objective.HOURS


def _load(request: HttpRequest) -> int | None:
    """Hours in half a year; what is no number was not said."""
    given = request.POST.get("uren", "")[:4]
    return min(MOST_HOURS, int(given)) or None if given.isascii() and given.isdigit() else None


ROOM = Room(
    name="route",
    asks=("goals", "results", "papers"),
    buttons=("plan",),
    answer=_answer,
    extra="parts/plan.html",
    context=_context,
)
