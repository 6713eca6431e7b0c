"""What somebody brings, and what follows from it: a diploma, a route, another programme.

A person comes in by POST, in the form of a person's file, is read in memory by the reader of those files, and is gone
with the answer.
"""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from bouwsteen.entrances import wiring
from bouwsteen.entrances.forms.diploma import verdict_form
from bouwsteen.entrances.forms.route import route_form
from bouwsteen.entrances.forms.switch import switch_form
from bouwsteen.entrances.web.api import asked as form
from bouwsteen.entrances.web.api.answering import computed, refusing
from bouwsteen.entrances.web.api.problems import PERSON_FILE, missing, words_of
from bouwsteen.entrances.web.site import LastingContents, law, published
from bouwsteen.model.person import Person
from bouwsteen.rules.law import Law
from bouwsteen.services.check_diploma import check_diploma as check
from bouwsteen.services.plan_route import Objective, RouteQuestion, plan_route
from bouwsteen.services.show_switch import show_switch

router = Router(tags=["questions"])


@router.post("/diploma-checks", summary="Whether somebody gets the diploma, with the whole proof")
@refusing
def check_diploma(
    request: HttpRequest, asked: Query[form.OnDay], question: form.DiplomaQuestion
) -> HttpResponse:
    person = person_of(question.person)
    catalogue = published().today().structure.catalogue
    rules = Law(law(), institution=person.institution or "")
    checked = check(person, catalogue, rules, on=asked.onDate or published().day(), file=PERSON_FILE)
    return computed(verdict_form(checked.verdict))


@router.post("/routes", summary="The way to one or several diplomas, over periods")
@refusing
def plan(request: HttpRequest, asked: Query[form.OnDay], question: form.RouteQuestion) -> HttpResponse:
    person = person_of(question.person)
    goals = tuple(question.goals) or person.goals
    if not goals and not person.qualification:
        return missing(request, "goals")
    wanted = RouteQuestion(
        person=person,
        goals=goals or (str(person.qualification),),
        objective=Objective(question.objective),
        periods=question.periods,
        load=question.load,
    )
    rules = Law(law(), institution=person.institution or "")
    found = plan_route(wanted, published().on(asked.onDate), rules)
    return computed(route_form(found, words_of(request)))


@router.post("/switches", summary="From one programme to another: what counts, what is extra, what is left")
@refusing
def switch(request: HttpRequest, asked: Query[form.OnDay], question: form.SwitchQuestion) -> HttpResponse:
    person = person_of(question.person) if question.person is not None else None
    ready = published().on(asked.onDate)
    contents = LastingContents(ready.structure.number)
    found = show_switch(question.origin, question.target, ready, contents, person=person)
    return computed(switch_form(found, words_of(request)))


def person_of(given: dict[str, Any]) -> Person:
    """What somebody brings; raises `RefusedFile` with all that is wrong with it."""
    content = json.dumps(given, ensure_ascii=False, indent=1).encode(errors="surrogatepass")
    return wiring.parse_person(content, PERSON_FILE)
