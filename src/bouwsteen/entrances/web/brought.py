"""What somebody brings along: a file that they keep here, one that they hand in, or what they fill in or filled in."""

from django.http import HttpRequest

from bouwsteen.entrances import wiring
from bouwsteen.entrances.forms.person import person_form
from bouwsteen.entrances.web.login import actor_of
from bouwsteen.entrances.web.person import NAME, Filled, as_document, filled
from bouwsteen.entrances.web.site import published, saved_files
from bouwsteen.entrances.web.taking import DOCUMENT
from bouwsteen.services.keep_file import open_file


def brought(request: HttpRequest) -> Filled:
    """The kept file where they ask to use it. Raises `NotAllowed`, and `RefusedFile` for what cannot be read."""
    if said := request.POST.get(DOCUMENT, ""):
        return Filled(document=person_form(wiring.parse_person(said.encode(), NAME)), handed_in=True)
    id = request.POST.get("opgeslagen", "")
    if not id:
        return filled(request)
    _, content = open_file(id, saved_files(), on=published().day(), actor=actor_of(request))
    return Filled(document=as_document(content), handed_in=True)
