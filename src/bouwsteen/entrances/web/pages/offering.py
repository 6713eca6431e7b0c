"""Whether what a school offers with a programme is a real choice. A link holds codes, and nothing about a person."""

import re
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from bouwsteen.entrances.pages.offer import offer_page
from bouwsteen.entrances.web.api.asked_choices import MOST_OPTIONS, MOST_TOGETHER
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.pages.faults import told
from bouwsteen.entrances.web.site import law, purposes, structure_of
from bouwsteen.model.codes import MODULE
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.model.person import Person
from bouwsteen.services.check_offer import check_offer

_CREBO = re.compile("[0-9]{5}")
_BETWEEN = re.compile(r"[\s+,;]+")


@require_safe
def offering(request: HttpRequest) -> HttpResponse:
    given = {name: request.GET.get(name, "").strip() for name in ("crebo", "opties", "begin")}
    answer, mistakes = SafeString(), _mistakes(request, **given) if any(given.values()) else []
    if given["crebo"] and not mistakes:
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
    }
    return render(request, "offering.html", context)


def _mistakes(request: HttpRequest, *, crebo: str, opties: str, begin: str) -> list[str]:
    """All that is wrong, in words."""
    say, options = request.say, _options(opties)
    wrong = list(dict.fromkeys(code for each in options for code in each if not MODULE.fullmatch(code)))
    found = [
        (not _CREBO.fullmatch(crebo), say("room.offer.no-crebo")),
        (not options, say("room.offer.no-options")),
        (bool(wrong), say("room.offer.no-module", codes=say.listed(wrong[:MOST_TOGETHER]))),
        (
            len(options) > MOST_OPTIONS or any(len(each) > MOST_TOGETHER for each in options),
            say("room.offer.too-many", options=MOST_OPTIONS, together=MOST_TOGETHER),
        ),
        (bool(begin) and _day(begin) is None, say("room.offer.no-day")),
    ]
    return [words for there, words in found if there]


def _options(text: str) -> list[list[str]]:
    """One a line; the codes of a set with something between them."""
    lines = ([code for code in _BETWEEN.split(line.upper()) if code] for line in text.splitlines())
    return [each for each in lines if each]


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
