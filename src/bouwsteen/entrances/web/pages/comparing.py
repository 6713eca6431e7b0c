"""Two programmes beside each other, from one to the other, and what changed in one."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from bouwsteen.entrances.pages.blocks import Page
from bouwsteen.entrances.pages.compare import days_page, programmes_page, versions_page
from bouwsteen.entrances.pages.switch import switch_page
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.pages.faults import told
from bouwsteen.entrances.web.site import structure_of, with_contents
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.services.compare_days import compare_days
from bouwsteen.services.compare_versions import compare_versions
from bouwsteen.services.show_switch import show_switch

DOORS = {"switch": "student", "compare": "education"}


@require_safe
def two(request: HttpRequest, name: str) -> HttpResponse:
    """The form for two programmes, and the answer: `switch` one way, `compare` both ways."""
    first, second = (request.GET.get(each, "").strip() for each in ("van", "naar"))
    say, door, answer = request.say, DOORS[name], ""
    if first and second:
        try:
            answer = drawn(_switched(request, first, second, both=name == "compare"))
        except BouwsteenError as error:
            return told(request, error, 404)
    title = f"room.{name}.title"
    context = {
        "title": title,
        "lead": f"room.{name}.lead",
        "crumbs": crumbs(say, title, (reverse(door), f"web.door.{door}")),
        "first": first,
        "second": second,
        "answer": answer,
        "half": bool(first) != bool(second),
    }
    return render(request, "two.html", context)


@require_safe
def changes(request: HttpRequest, code: str) -> HttpResponse:
    """Between two versions (`?van=2021&naar=2024`), or since a day (`?sinds=2025-08-01`)."""
    try:
        page = _changed(request, code)
    except BouwsteenError as error:
        return told(request, error, 404)
    except ValueError:
        raise Http404 from None
    say = request.say
    context = {
        "title": page[0].text if hasattr(page[0], "text") else code,
        "crumbs": crumbs(say, "web.changes.title", (reverse("search"), "web.search.title")),
        "body": drawn(page[1:]),
    }
    return render(request, "page.html", context)


def _switched(request: HttpRequest, first: str, second: str, *, both: bool) -> Page:
    ready = structure_of(request)
    pairs = ((first, second), (second, first)) if both else ((first, second),)
    there, *back = with_contents(
        ready.structure.number,
        lambda contents: [show_switch(*pair, ready, contents) for pair in pairs],
    )
    return programmes_page(there, back[0], request.say) if back else switch_page(there, request.say)


def _changed(request: HttpRequest, code: str) -> Page:
    ready = structure_of(request)
    catalogue = ready.structure.catalogue
    before, after = request.GET.get("van", ""), request.GET.get("naar", "")
    if before and after:
        found = with_contents(
            catalogue.number, lambda contents: compare_versions(code, before, after, catalogue, contents)
        )
        return versions_page(found, request.say)
    since = date.fromisoformat(request.GET.get("sinds", ""))
    between = compare_days(catalogue.on(since), ready.structure, code=code, ended=False)
    return days_page(between, request.say)
