"""Keuzeruimte: may these modules be chosen, with the hours as a bar; and what serves a purpose best."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from bouwsteen.entrances.forms.choice import choice_form, suggestion_form
from bouwsteen.entrances.pages.choice import choice_page
from bouwsteen.entrances.pages.suggestion import suggestion_page
from bouwsteen.entrances.web.hours_bar import hours_bar
from bouwsteen.entrances.web.rooms.room import CREBO, Answered, Room, few_enough_modules, needs
from bouwsteen.entrances.web.site import law, purposes
from bouwsteen.model.person import Person
from bouwsteen.questions.choice.checking import done_modules
from bouwsteen.questions.choice.options import TEXT_PURPOSES, Purpose
from bouwsteen.services.check_choice import MOST_MODULES, check_choice
from bouwsteen.services.prepared import PreparedStructure
from bouwsteen.services.suggest_modules import Question, suggest_modules

LONGEST_TEXT = 300


def _answer(request: HttpRequest, person: Person, ready: PreparedStructure) -> Answered:
    needs(request, person.qualification, "qualification", CREBO)
    few_enough_modules(request, {*person.chosen, *done_modules(person.results)}, MOST_MODULES)
    if request.POST.get("doe") == "suggest":
        return _suggestion(request, person, ready)
    needs(request, person.chosen or person.results, "chosen", "K0059")
    found = check_choice(person, ready.structure, law(), purposes(), on=ready.structure.day)
    return Answered(
        page=choice_page(found, law(), request.say),
        form=lambda: choice_form(found),
        bar=hours_bar(found.checked.space, request.say),
    )


def _suggestion(request: HttpRequest, person: Person, ready: PreparedStructure) -> Answered:
    purpose, text = _purpose(request), _text(request)
    if purpose in TEXT_PURPOSES:
        needs(request, text, "text", "voorraad beheren")
    question = Question(person=person, purpose=purpose, text=text)
    found = suggest_modules(question, ready, law(), purposes(), on=ready.structure.day)
    return Answered(
        page=suggestion_page(found, ready.structure, request.say), form=lambda: suggestion_form(found)
    )


def _context(request: HttpRequest) -> Mapping[str, Any]:
    chosen = _purpose(request)
    return {
        "purposes": [(each.value, each is chosen) for each in Purpose],
        "purpose_text": _text(request),
    }


def _purpose(request: HttpRequest) -> Purpose:
    asked = request.POST.get("doel", "")
    return Purpose(asked) if asked in set(Purpose) else Purpose.ORIENTATION


def _text(request: HttpRequest) -> str:
    return str(request.POST.get("doeltekst", "")).strip()[:LONGEST_TEXT]


ROOM = Room(
    name="choice",
    asks=("modules",),
    buttons=("check", "suggest"),
    answer=_answer,
    folded=("choice.proof",),
    extra="parts/purpose.html",
    context=_context,
)
