"""Two programmes beside each other, and what changed in one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from bouwsteen.entrances.pages.blocks import Page
from bouwsteen.entrances.pages.compare import days_page, programmes_page, versions_page
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.mistaken import Wrong, mistaken
from bouwsteen.entrances.web.naming import PROGRAMME, Field, names_in
from bouwsteen.entrances.web.pages.faults import told
from bouwsteen.entrances.web.site import day_in, structure_of, with_contents
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.services.compare_days import compare_days
from bouwsteen.services.compare_versions import compare_versions
from bouwsteen.services.show_switch import show_switch

PROGRAMMES = tuple(Field(name=each, kinds=PROGRAMME) for each in ("van", "naar"))


@require_safe
def two(request: HttpRequest) -> HttpResponse:
    """The form for two programmes, and the answer: each way."""
    names = names_in(request, *PROGRAMMES)
    if address := names.address(request):
        return redirect(address)
    first, second = names["van"], names["naar"]
    say, answer, mistakes = request.say, "", list[Wrong]()
    if first and second and names.clear:
        try:
            answer = drawn(_both_ways(request, first, second))
        except BouwsteenError as error:
            mistakes = mistaken(error, {}, say)
    title = "room.compare.title"
    context = {
        "title": title,
        "lead": "room.compare.lead",
        "crumbs": crumbs(say, title, (reverse("education"), "web.door.education")),
        "first": first,
        "second": second,
        "answer": answer,
        "mistakes": mistakes,
        "half": bool(first) != bool(second),
        **names.shown(say),
    }
    return render(request, "two.html", context, status=404 if mistakes else 200)


@require_safe
def changes(request: HttpRequest, code: str) -> HttpResponse:
    """Between two versions (`?van=2021&naar=2024`), or since a day (`?sinds=2025-08-01`)."""
    try:
        page = _changed(request, code)
    except BouwsteenError as error:
        return told(request, error, 404)
    say = request.say
    context = {
        "title": page[0].text if hasattr(page[0], "text") else code,
        "crumbs": crumbs(say, "web.changes.title", (reverse("search"), "web.search.title")),
        "body": drawn(page[1:]),
    }
    return render(request, "page.html", context)


def _both_ways(request: HttpRequest, first: str, second: str) -> Page:
    ready = structure_of(request)
    there, back = with_contents(
        ready.structure.number,
        lambda contents: [show_switch(*pair, ready, contents) for pair in ((first, second), (second, first))],
    )
    return programmes_page(there, back, request.say)


def _changed(request: HttpRequest, code: str) -> Page:
    ready = structure_of(request)
    catalogue = ready.structure.catalogue
    before, after = request.GET.get("van", ""), request.GET.get("naar", "")
    if before and after:
        found = with_contents(
            catalogue.number, lambda contents: compare_versions(code, before, after, catalogue, contents)
        )
        return versions_page(found, request.say)
    since = day_in(request, "sinds")
    between = compare_days(catalogue.on(since), ready.structure, code=code, ended=False)
    return days_page(between, request.say)
