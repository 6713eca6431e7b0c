"""Search over everything by code, name or title."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from bouwsteen.entrances.web.addresses import address_of
from bouwsteen.entrances.web.site import structure_of
from bouwsteen.services.search_structure import search_structure

FOUND_AT_MOST = 50
LONGEST_QUERY = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """An exact code goes straight to its page."""
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    structure = structure_of(request).structure
    found = search_structure(query, structure, limit=FOUND_AT_MOST) if query else ()
    if len(found) == 1 and found[0].code == query:
        return redirect(address_of(found[0].kind, found[0].key))
    hits = [(each, address_of(each.kind, each.key)) for each in found]
    return render(request, "search.html", {"query": query, "hits": hits, "most": FOUND_AT_MOST})
