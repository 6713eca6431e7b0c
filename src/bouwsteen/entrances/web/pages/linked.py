"""Linked data: things by their IRI, the whole as a file, and queries. What is wrong is told as the API tells it."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from bouwsteen.entrances.web.addresses import PAGES, address_of
from bouwsteen.entrances.web.api.answering import LIST_KEPT, tag_of, unchanged
from bouwsteen.entrances.web.api.problems import Wrong, problem, problem_of, words_of
from bouwsteen.entrances.web.bodies import Turns
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.negotiating import best_of
from bouwsteen.entrances.web.pages.faults import not_found
from bouwsteen.entrances.web.pages.structure import LINKED
from bouwsteen.entrances.web.site import linked_data, published
from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.ports import QueryAnswer, QueryCause

DUMPS = {
    "data.ttl": "text/turtle",
    "data.jsonld": "application/ld+json",
    "data.nt": "application/n-triples",
}
_QUERIES = Turns()
"""A query may take ten seconds of a thread, and memory of its own."""
_STATUS = {QueryCause.TOO_SLOW: 503, QueryCause.TOO_LARGE: 503}


@csrf_exempt  # whoever writes is told 405
@require_safe
def thing(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """The page of a thing for people, or what is said of it for programs."""
    linked = linked_data(request)
    pages = ("text/html",) if kind in PAGES else ()
    asked = best_of(request.headers.get("Accept", ""), (*pages, *linked.formats))
    if asked == "text/html":
        response = _page_of(request, kind, key)
    elif asked is None:
        response = problem(request, 406, offered=", ".join((*pages, *linked.formats)))
    else:
        found = linked.about(kind, key, asked)
        response = _kept(request, asked, lambda: found) if found else _elsewhere(request, kind, key)
    response.headers["Vary"] = "Accept"
    return response


def _elsewhere(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Where a thing is that had this code before; else that there is none."""
    now = published().today().structure.catalogue.current_code(key)
    if now == key:
        return problem_of(request, UnknownCode(key))
    return redirect(reverse("thing", args=[kind, now]), permanent=True)


def _kept(request: HttpRequest, media_type: str, write: Callable[[], bytes]) -> HttpResponse:
    """What is written, or 304 for who has it already."""
    structure = published().today().structure
    ready = unchanged(request, structure, media_type)
    if ready:
        return ready
    headers = {"ETag": tag_of(request, structure, media_type), "Cache-Control": LIST_KEPT}
    return HttpResponse(write(), content_type=media_type, headers=headers)


@csrf_exempt
@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """The words of our own: a page for people, or triples for programs."""
    linked = linked_data(request)
    asked = best_of(request.headers.get("Accept", ""), ("text/html", *linked.formats))
    if asked == "text/html":
        context = {
            "terms": [
                {
                    "name": each.name,
                    "iri": each.iri,
                    "aligned": each.aligned,
                    "shown": each.label[request.language],
                    "means": each.definition[request.language],
                }
                for each in linked.terms
            ],
            "title": request.say("web.terms.title"),
            "crumbs": crumbs(request.say, "web.terms.title"),
            "formats": linked.formats,
        }
        response = render(request, "terms.html", context)
    elif asked is None:
        response = problem(request, 406, offered=", ".join(("text/html", *linked.formats)))
    else:
        response = _kept(request, asked, lambda: linked.about_terms(asked))
    patch_vary_headers(response, ("Accept",))
    return response


@csrf_exempt
@require_safe
def file_of(request: HttpRequest, kind: str, key: str, ending: str) -> HttpResponse:
    """What is said of one thing, as a file that somebody can click."""
    found = linked_data(request).about(kind, key, LINKED[ending])
    if found is None:
        raise Http404
    return _kept(request, LINKED[ending], lambda: found)


def _page_of(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    try:
        response: HttpResponse = redirect(address_of(kind, key))
    except NoReverseMatch:
        return not_found(request)
    response.status_code = 303
    return response


@csrf_exempt
@require_safe
def dump(request: HttpRequest, name: str) -> HttpResponse:
    """The whole structure in one file."""
    return _kept(request, DUMPS[name], lambda: linked_data(request).dump(DUMPS[name]))


@csrf_exempt  # reads only, and answers strangers' programs
@require_http_methods(["GET", "POST"])
def query(request: HttpRequest) -> HttpResponse:
    """A SPARQL query, by the protocol of the W3C: `query` in the address or the form, or the body itself."""
    linked = linked_data(request)
    text = _query_text(request)
    if text is None:
        return _refused(request, 400, "query-missing")
    accept = request.headers.get("Accept", "")
    asked = [best for forms in (linked.results, linked.formats) if (best := best_of(accept, forms))]
    if not asked:
        return problem(request, 406, offered=", ".join((*linked.results, *linked.formats)))
    with _QUERIES.taken() as turn:
        if not turn:
            return problem(request, 503, headers={"Retry-After": "10"})
        found = linked.answer(text, *asked)
    if isinstance(found, QueryAnswer):
        return HttpResponse(found.content, content_type=found.media_type, headers={"Vary": "Accept"})
    if found.cause is QueryCause.OTHER_FORM:
        return problem(request, 406, offered=found.detail)
    limit = int(found.detail) if found.detail.isdecimal() else found.detail
    return _refused(request, _STATUS.get(found.cause, 400), f"query-{found.cause}", what=limit)


def _query_text(request: HttpRequest) -> str | None:
    if request.method == "GET":
        return str(request.GET["query"]) if "query" in request.GET else None
    if request.content_type == "application/sparql-query":
        return str(request.body.decode(errors="replace"))
    return str(request.POST["query"]) if "query" in request.POST else None


def _refused(request: HttpRequest, status: int, slug: str, *, what: object = "") -> HttpResponse:
    """What is wrong with a query, as the one thing that is wrong with the request."""
    say, place = words_of(request), "query" if request.method == "GET" else "body"
    wrong = Wrong(place=place, name="query", slug=slug, detail=say(f"api.fault.{slug}", what=what))
    return problem(request, status, slug=slug, errors=[wrong], what=what)
