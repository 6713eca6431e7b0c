"""Vrijstelling: what counts already, what the examination board may exempt, and what to bring."""

from django.http import HttpRequest

from bouwsteen.entrances.forms.exemption import exemptions_form
from bouwsteen.entrances.pages.exemption import exemptions_page
from bouwsteen.entrances.web.rooms.room import CREBO, Answered, Room, needs
from bouwsteen.entrances.web.site import law, policies, precedents
from bouwsteen.model.person import Person
from bouwsteen.model.precedents import PrecedentBook
from bouwsteen.rules.law import Law
from bouwsteen.services.find_exemptions import find_exemptions, school_named
from bouwsteen.services.prepared import PreparedStructure


def _answer(request: HttpRequest, person: Person, ready: PreparedStructure) -> Answered:
    wanted = person.qualification or next(iter(person.goals), "")
    needs(request, wanted, "qualification", CREBO)
    structure, rules, book = ready.structure, policies(), precedents()
    school = school_named(person.institution, structure, rules) if person.institution else None
    found = find_exemptions(
        person,
        structure,
        Law(law()),
        book or PrecedentBook(),
        school=school.under(law() + rules) if school else None,
        wanted=wanted,
    )
    page = exemptions_page(
        found,
        school,
        law() + rules,
        structure,
        request.say,
        all_=True,
        proof=request.POST.get("doe") == "prove",
        precedents_read=book is not None,
    )
    return Answered(page=page, form=lambda: exemptions_form(found, school, precedents_read=book is not None))


ROOM = Room(name="exemption", asks=("papers",), buttons=("check", "prove"), answer=_answer)
