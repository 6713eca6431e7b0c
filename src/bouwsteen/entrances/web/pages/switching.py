"""From one programme to another: of all of it, or of what somebody fills in or hands in that is done.

A link holds two codes and nothing about a person. What is filled in goes by POST; an answer to it is kept by nobody.
"""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from bouwsteen.entrances.forms.switch import switch_form
from bouwsteen.entrances.pages.switch import switch_page
from bouwsteen.entrances.web.brought import brought
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.mistaken import Wrong, mistaken, too_large
from bouwsteen.entrances.web.naming import names_in
from bouwsteen.entrances.web.pages.comparing import PROGRAMMES
from bouwsteen.entrances.web.pages.further import personal
from bouwsteen.entrances.web.person import Filled, fields, typed
from bouwsteen.entrances.web.site import structure_of, with_contents
from bouwsteen.entrances.web.taking import again, taken, wants_json
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.model.person import Person
from bouwsteen.services.errors import NotAllowed
from bouwsteen.services.ports import RefusedFile
from bouwsteen.services.show_switch import Switched, show_switch

GROUPS = ("tasks", "generic", "modules-results")
"""What somebody can say is done, in this order."""


@require_http_methods(["GET", "HEAD", "POST"])
def switch(request: HttpRequest) -> HttpResponse:
    names = names_in(request, *PROGRAMMES)
    if request.method != "POST" and (address := names.address(request)):
        return redirect(address)
    first, second = names["van"], names["naar"]
    came, person, answer = Filled(document={}), None, SafeString()
    mistakes = too_large(request)
    status = 200
    try:
        if request.method == "POST":
            came = _of(brought(request), first)
            filled = bool(came.document.get("results")) or came.handed_in
            person = came.person(request.say) if filled and names.clear else None
        first, second = first or _said(came, "qualification"), second or _said(came, "goals")
        clear = bool(first and second and names.clear and not mistakes)
        if clear and wants_json(request):
            return taken(switch_form(_found(request, first, second, person), request.say))
        if clear and request.method == "POST" and person is None:
            return redirect(f"{reverse('switch')}?{urlencode({'van': first, 'naar': second})}")
        if clear:
            answer = _answer(request, first, second, person)
    except (RefusedFile, NotAllowed) as refused:
        mistakes = mistaken(refused, came.document, request.say, otherwise="bestand" if request.FILES else "")
        came = came if came.asked else _of(typed(request), first)
    except BouwsteenError as error:
        mistakes, status = mistaken(error, came.document, request.say), 404
    context = _context(request, came, first, second, answer, mistakes)
    response = personal(request, "two.html", {**context, **names.shown(request.say)})
    response.status_code = status
    return response


def _of(came: Filled, first: str) -> Filled:
    """What was filled in is of the programme that they come from; a file says itself of which it is."""
    if came.handed_in or not came.document:
        return came
    return replace(came, document={**came.document, "qualification": first})


def _said(came: Filled, field: str) -> str:
    """The first code that a file names there."""
    return came.text(field).partition(" ")[0] if came.handed_in else ""


def _answer(request: HttpRequest, first: str, second: str, person: Person | None) -> SafeString:
    return drawn(switch_page(_found(request, first, second, person), request.say))


def _found(request: HttpRequest, first: str, second: str, person: Person | None) -> Switched:
    ready = structure_of(request)
    return with_contents(
        ready.structure.number,
        lambda contents: show_switch(first, second, ready, contents, person=person),
    )


def _context(
    request: HttpRequest, came: Filled, first: str, second: str, answer: SafeString, mistakes: list[Wrong]
) -> dict[str, object]:
    title = "room.switch.title"
    shown = fields({**came.document, "qualification": first}, structure_of(request).structure, request.say)
    return {
        "title": title,
        "lead": "room.switch.lead",
        "crumbs": crumbs(request.say, title, (reverse("student"), "web.door.student")),
        "brings": True,
        "first": first,
        "second": second,
        "answer": answer,
        **(again(request, came.document, van=first, naar=second) if answer else {}),
        "mistakes": mistakes,
        "half": not mistakes and (bool(first) != bool(second) or (request.method == "POST" and not first)),
        "groups": [(each, shown[each]) for each in GROUPS] if shown["tasks"] else [],
    }
