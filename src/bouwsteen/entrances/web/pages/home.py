"""The first page: three doors, and the search; and what lies behind a door."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bouwsteen.entrances.web.menu import BEHIND, DOORS, crumbs
from bouwsteen.entrances.web.site import structure_of


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    structure = structure_of(request).structure
    return render(request, "home.html", {"on": structure.day})


@require_safe
def door(request: HttpRequest, name: str) -> HttpResponse:
    """The rooms behind one door."""
    entry = next(each for each in DOORS if each.name == name)
    context = {"door": entry, "tools": BEHIND[name], "crumbs": crumbs(request.say, entry.title)}
    return render(request, "door.html", context)
