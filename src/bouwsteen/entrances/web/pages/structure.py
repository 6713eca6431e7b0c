"""One thing of the structure: a qualification, file, module, domain, certificate or part."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from bouwsteen.entrances.pages.show import shown_page
from bouwsteen.entrances.web.addresses import address_of
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.pages.faults import told
from bouwsteen.entrances.web.site import structure_of
from bouwsteen.model.errors import BeforeFirstKnown, InvalidCode, UnknownCode
from bouwsteen.services.show_part import show_part


@require_safe
def page(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    return _shown(request, code, kind)


@require_safe
def part(request: HttpRequest, owner: str, version: str, code: str) -> HttpResponse:
    return _shown(request, f"{owner}/{version}/{code}", "")


def _shown(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """The page, or the page where it stands now: an old key leads to the new one."""
    try:
        structure = structure_of(request).structure
        shown = show_part(code, structure)
    except (UnknownCode, InvalidCode, BeforeFirstKnown) as error:
        return told(request, error, 404)
    except ValueError:
        raise Http404 from None
    if shown.key != code or (kind and shown.kind != kind):
        return redirect(address_of(shown.kind, shown.key))
    _, *blocks = shown_page(shown, structure, request.say)  # the heading is the page's own
    title = shown.title or request.say("show.untitled")
    context = {"shown": shown, "title": title, "body": drawn(tuple(blocks))}
    return render(request, "structure.html", context)
