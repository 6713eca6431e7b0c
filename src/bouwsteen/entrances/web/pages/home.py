"""The first page: three doors, and the search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bouwsteen.entrances.web.site import structure_of


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    structure = structure_of(request).structure
    return render(request, "home.html", {"number": structure.number, "on": structure.day})
