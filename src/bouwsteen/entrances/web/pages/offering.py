"""Whether what a school offers with a programme is a real choice. A link holds codes, and nothing about a person."""

import re
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from bouwsteen.entrances.pages.offer import offer_page
from bouwsteen.entrances.web.api.asked_choices import MOST_OPTIONS, MOST_TOGETHER
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.mistaken import Wrong
from bouwsteen.entrances.web.naming import MODULE, PROGRAMME, Field, Names, names_in
from bouwsteen.entrances.web.pages.faults import told
from bouwsteen.entrances.web.site import law, purposes, structure_of
from bouwsteen.model.codes import MODULE as MODULE_CODE
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.model.person import Person
from bouwsteen.services.check_offer import check_offer

FIELDS = (Field(name="crebo", kinds=PROGRAMME), Field(name="opties", kinds=MODULE, several=True))
_CREBO = re.compile("[0-9]{5}")
_TOGETHER = re.compile(r"\s*\+[\s+]*")
_BETWEEN = re.compile(r"[\s,;]+")


@require_safe
def offering(request: HttpRequest) -> HttpResponse:
    names = names_in(request, *FIELDS)
    if address := names.address(request):
        return redirect(address)
    begin = request.GET.get("begin", "").strip()
    given = {"crebo": names["crebo"], "opties": names["opties"], "begin": begin}
    answer = SafeString()
    mistakes = _mistakes(request, names, **given) if any(given.values()) else []
    if given["crebo"] and names.clear and not mistakes:
        try:
            answer = _answer(request, **given)
        except BouwsteenError as error:
            return told(request, error, 404)
    title = "room.offer.title"
    context = {
        **given,
        "title": title,
        "lead": "room.offer.lead",
        "crumbs": crumbs(request.say, title, (reverse("education"), "web.door.education")),
        "answer": answer,
        "mistakes": mistakes,
        **names.shown(request.say),
    }
    return render(request, "offering.html", context)


def _mistakes(request: HttpRequest, names: Names, *, crebo: str, opties: str, begin: str) -> list[Wrong]:
    """All that is wrong; of a name that is not clear the form says so itself."""
    say, options = request.say, _options(opties)
    wrong = list(dict.fromkeys(code for each in options for code in each if not MODULE_CODE.fullmatch(code)))
    found = [
        ("crebo", names.held["crebo"].clear and not _CREBO.fullmatch(crebo), say("room.offer.no-crebo")),
        ("opties", not options, say("room.offer.no-options")),
        (
            "opties",
            names.held["opties"].clear and bool(wrong),
            say("room.offer.no-module", codes=say.listed(wrong[:MOST_TOGETHER])),
        ),
        (
            "opties",
            len(options) > MOST_OPTIONS or any(len(each) > MOST_TOGETHER for each in options),
            say("room.offer.too-many", options=MOST_OPTIONS, together=MOST_TOGETHER),
        ),
        ("begin", bool(begin) and _day(begin) is None, say("room.offer.no-day")),
    ]
    return [Wrong(words=words, field=field) for field, there, words in found if there]


def _options(text: str) -> list[list[str]]:
    """Each code is one, on a line of its own or not; only what a + joins is chosen together.

    >>> _options("K0794 k0802\\nK0231 + K0219")
    [['K0794'], ['K0802'], ['K0231', 'K0219']]
    """
    each_one = _BETWEEN.split(_TOGETHER.sub("+", text.upper()))
    options = ([code for code in one.split("+") if code] for one in each_one)
    return [each for each in options if each]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _answer(request: HttpRequest, *, crebo: str, opties: str, begin: str) -> SafeString:
    structure = structure_of(request).structure
    found = check_offer(
        Person(qualification=crebo, start=_day(begin)),
        _options(opties),
        structure,
        law(),
        purposes(),
        on=structure.day,
    )
    return drawn(offer_page(found, law(), request.say)[1:], folded={request.say("choice.proof")})
