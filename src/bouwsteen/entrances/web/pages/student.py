"""A room of the student: the form, and above it the answer, or everything that is wrong.

What somebody fills in, or a file of theirs that is read in memory, is kept by nobody: not by this site, not by a cache.
"""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from bouwsteen.entrances.web.brought import brought
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.login import account_of
from bouwsteen.entrances.web.menu import crumbs, login_possible
from bouwsteen.entrances.web.mistaken import mistaken, too_large
from bouwsteen.entrances.web.pages.further import personal
from bouwsteen.entrances.web.person import Filled, fields, typed
from bouwsteen.entrances.web.rooms import choice, diploma, exemption, route
from bouwsteen.entrances.web.rooms.room import Answered, Room
from bouwsteen.entrances.web.site import structure_of
from bouwsteen.entrances.web.taking import again, taken, wants_json
from bouwsteen.entrances.words import Words
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.model.records import Pathway

ROOMS = {each.ROOM.name: each.ROOM for each in (choice, diploma, exemption, route)}
_TRUTHS = (("", "web.person.open"), ("ja", "web.person.yes"), ("nee", "web.person.no"))


@require_http_methods(["GET", "POST"])
def room(request: HttpRequest, name: str) -> HttpResponse:
    here, say, ready = ROOMS[name], request.say, structure_of(request)
    came, answered = Filled(document={}), None
    mistakes = too_large(request)
    try:
        came = brought(request)
        if request.method == "POST" and came.names.clear and not mistakes:
            answered = here.answer(request, came.person(say), ready)
    except BouwsteenError as error:
        mistakes = mistaken(error, came.document, say, otherwise="bestand" if request.FILES else "")
        came = came if came.asked else typed(request)  # a file that cannot be read leaves the form as it is
    if answered and wants_json(request):
        return taken(answered.form())
    shown = fields(came.document, ready.structure, say, came.names) | came.names.unclear
    context = {
        "title": f"room.{name}.title",
        "lead": f"room.{name}.lead",
        "crumbs": crumbs(say, f"room.{name}.title", (reverse("student"), "web.door.student")),
        "asks": here.asks,
        "buttons": [(each, f"room.{name}.{each}") for each in here.buttons],
        "doe": next((each for each in here.buttons if each == request.POST.get("doe")), ""),
        "extra": here.extra,
        "fields": shown,
        "groups": [(each, shown[each]) for each in ("tasks", "generic", "modules-results")],
        "pathways": [each.value for each in Pathway],
        "truths": _TRUTHS,
        "mistakes": mistakes,
        "may_keep": login_possible() and account_of(request) is not None,
        "log_in": _log_in(request, name),
        "answered": answered,
        "answer": _drawn(answered, here, say) if answered else "",
        **came.names.shown(say),
        **(again(request, came.document) if answered else {}),
        **here.context(request),
    }
    return personal(request, "brought.html", context)


def _log_in(request: HttpRequest, name: str) -> str:
    """Where to log in first, and come back here; nothing for who did, or where nobody can."""
    if not login_possible() or account_of(request) is not None:
        return ""
    return f"{reverse('mine')}?{urlencode({'naar': reverse(name)})}"


def _drawn(answered: Answered, here: Room, say: Words) -> SafeString:
    """Without its heading: the page has one."""
    return drawn(answered.page[1:], folded={say(slug) for slug in here.folded})
