"""Diplomacheck: does somebody get the diploma, with the proof to unfold."""

from django.http import HttpRequest

from bouwsteen.entrances.forms.diploma import verdict_form
from bouwsteen.entrances.pages.diploma import diploma_page
from bouwsteen.entrances.web.rooms.room import CREBO, Answered, Room, needs
from bouwsteen.entrances.web.site import law
from bouwsteen.model.person import Person
from bouwsteen.rules.law import Law
from bouwsteen.services.check_diploma import check_diploma
from bouwsteen.services.prepared import PreparedStructure


def _answer(request: HttpRequest, person: Person, ready: PreparedStructure) -> Answered:
    needs(request, person.qualification, "qualification", CREBO)
    asked = Law(law(), institution=person.institution or "")
    found = check_diploma(person, ready.structure.catalogue, asked, on=ready.structure.day)
    return Answered(page=diploma_page(found, law(), request.say), form=lambda: verdict_form(found.verdict))


ROOM = Room(
    name="diploma",
    asks=("modules", "results"),
    buttons=("check",),
    answer=_answer,
    folded=("diploma.proof",),
)
