"""Answers in the form of OOAPI v5, for reading only; of a person there is never anything."""

from http import HTTPStatus
from typing import Any

import msgspec
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from bouwsteen.entrances import wiring
from bouwsteen.entrances.web.api.answering import JSON, LIST_KEPT, unchanged
from bouwsteen.entrances.web.api.problems import PAGE, Wrong, problem, words_of
from bouwsteen.entrances.web.ooapi.pages import page, wanted
from bouwsteen.entrances.web.ooapi.paths import EXPANDED, INSIDE, LISTS, NEVER_MISSING, ONES
from bouwsteen.entrances.web.published import once_for_a_structure
from bouwsteen.entrances.web.site import published
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.services.ports import OpenEducation

VERSION = "5"


@csrf_exempt  # it only refuses what is no reading, as v5 asks: 405, and not 403
def answer(request: HttpRequest, path: str = "") -> HttpResponse:
    """Whatever is asked at `path`, the address behind /ooapi/v5/."""
    if request.method != "GET":
        return problem(request, HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": "GET, HEAD"})
    if not takes_version(request.headers.get("Accept", "")):
        return problem(request, HTTPStatus.NOT_ACCEPTABLE, offered=f"{JSON}; version={VERSION}")
    structure = published().today().structure
    known = unchanged(request, structure)
    if known:
        return known
    match path.split("/"):
        case [""]:
            return _json(_service())
        case [kind] if kind in LISTS:
            return _page(request, exchange(structure).forms(kind).values(), kind)
        case [kind, identity] if kind in ONES:
            return _one(request, exchange(structure), kind, identity)
        case [kind, identity, inner] if inner in INSIDE.get(kind, ()):
            return _inside(request, exchange(structure), kind, identity, inner)
        case _:
            return problem(request, HTTPStatus.NOT_FOUND)


@once_for_a_structure
def exchange(structure: DatedCatalogue) -> OpenEducation:
    """One for a structure; as many as there are structures in memory."""
    return wiring.open_education(structure)


def takes_version(accept: str) -> bool:
    """Whether somebody takes JSON of version 5. Source: OOAPI, version negotiation.

    >>> takes_version("application/json; version=5"), takes_version("application/json; version=6")
    (True, False)
    >>> takes_version("*/*"), takes_version("text/html"), takes_version("application/json; version=6, */*;q=0.1")
    (True, False, True)
    """
    for wish in (accept or "*/*").split(","):
        name, *parameters = (piece.strip().replace(" ", "") for piece in wish.split(";"))
        said = dict(each.partition("=")[::2] for each in parameters)
        if name in (JSON, "application/*", "*/*") and said.get("version", VERSION) == VERSION:
            return True
    return False


def _service() -> dict[str, Any]:
    return {
        "contactEmail": settings.CONTACT_EMAIL,
        "specification": "https://openonderwijsapi.nl/",
        "documentation": f"{settings.BASE_IRI}{PAGE}",
    }


def _page(request: HttpRequest, forms: Any, kind: str) -> HttpResponse:
    asked, wrong = wanted(request.GET.dict(), LISTS.get(kind, "id"))
    if wrong:
        say = words_of(request)
        errors = [
            Wrong(
                place="query",
                name=each.name,
                slug="wrong-value",
                detail=say("api.wrong.wrong-value", name=each.name, expected=each.expected),
            )
            for each in wrong
        ]
        return problem(request, HTTPStatus.BAD_REQUEST, errors=errors)
    return _json(page(forms, asked))


def _one(request: HttpRequest, known: OpenEducation, kind: str, identity: str) -> HttpResponse:
    forms = known.forms(kind)
    found = forms.get(identity)
    if found is None:
        return problem(request, HTTPStatus.NOT_FOUND)
    whole = [each for each in request.GET.get("expand", "").split(",") if each in EXPANDED and each in found]
    return _json(found | {name: _expanded(found[name], forms) for name in whole})


def _inside(request: HttpRequest, known: OpenEducation, kind: str, identity: str, inner: str) -> HttpResponse:
    if identity not in known.forms(kind) and (kind, inner) not in NEVER_MISSING:
        return problem(request, HTTPStatus.NOT_FOUND)
    return _page(request, known.inside(kind, identity, inner), inner)


def _expanded(ids: Any, forms: Any) -> Any:
    return [forms[each] for each in ids] if isinstance(ids, list) else forms[ids]


def _json(content: object) -> HttpResponse:
    return HttpResponse(msgspec.json.encode(content), content_type=JSON, headers={"Cache-Control": LIST_KEPT})
