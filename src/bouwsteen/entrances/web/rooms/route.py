"""Route: from what somebody has to one or more diplomas, half a year at a time."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from bouwsteen.entrances.forms.route import route_form
from bouwsteen.entrances.pages.route import route_page
from bouwsteen.entrances.web.rooms.room import CREBO, LONGEST, Answered, Room, needs, within
from bouwsteen.entrances.web.site import law
from bouwsteen.model.person import Person
from bouwsteen.questions.routing.periods import LEAST_LOAD, MOST_LOAD
from bouwsteen.rules.law import Law
from bouwsteen.services.plan_route import Objective, RouteQuestion, plan_route
from bouwsteen.services.prepared import PreparedStructure


def _answer(request: HttpRequest, person: Person, ready: PreparedStructure) -> Answered:
    goals = person.goals or ((person.qualification,) if person.qualification else ())
    needs(request, goals, "goals", CREBO)
    question = RouteQuestion(person=person, goals=goals, objective=_objective(request), load=_load(request))
    found = plan_route(question, ready, Law(law(), institution=person.institution or ""))
    return Answered(
        page=route_page(found, ready.structure, request.say), form=lambda: route_form(found, request.say)
    )


def _context(request: HttpRequest) -> Mapping[str, Any]:
    chosen = _objective(request)
    return {
        "objectives": [(each.value, each is chosen) for each in Objective],
        "load": str(request.POST.get("uren", "")).strip()[:LONGEST],
        "least_load": LEAST_LOAD,
        "most_load": MOST_LOAD,
    }


def _objective(request: HttpRequest) -> Objective:
    asked = request.POST.get("wens", "")
    return Objective(asked) if asked in set(Objective) else Objective.HOURS


def _load(request: HttpRequest) -> int | None:
    """Hours in half a year; raises `RefusedFile` for what is no such number."""
    given = str(request.POST.get("uren", "")).strip()
    return within(request, given, "load", LEAST_LOAD, MOST_LOAD) if given else None


ROOM = Room(
    name="route",
    asks=("goals", "results", "papers"),
    buttons=("plan",),
    answer=_answer,
    extra="parts/plan.html",
    context=_context,
)
