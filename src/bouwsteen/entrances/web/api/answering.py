"""Answers that are ready: bytes with what a client needs to keep them, and to ask for more.

An `ETag` is made of the ledger number, the day, the language, the media type and the release: while those stay the
same so does every answer, and a client that has it gets 304.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from urllib.parse import urlencode

import msgspec
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Schema

from bouwsteen import __version__
from bouwsteen.entrances.web.api.asked import ListOf
from bouwsteen.entrances.web.api.kept import kept
from bouwsteen.entrances.web.api.problems import Wrong, problem, words_of
from bouwsteen.entrances.web.headers import PERSONAL
from bouwsteen.entrances.web.negotiating import best_of
from bouwsteen.entrances.web.site import published
from bouwsteen.model.catalogue import DatedCatalogue

JSON = "application/json"
LINES = "application/x-ndjson"
LIST_KEPT = "public, max-age=60"
"""How long a cache may answer without asking whether it is still so."""


def listed(request: HttpRequest, name: str, asked: ListOf) -> HttpResponse:
    """A page of the collection `name`."""
    structure = published().on(asked.onDate).structure
    ready = refusal_of(request, type(asked).model_fields) or unchanged(request, structure)
    if ready:
        return ready
    ready_items = kept(structure)
    wanted = {name: structure.catalogue.current_code(value) for name, value in asked.wanted().items()}
    ready_items.require_known(name, wanted)
    found, after = ready_items.collection(name).page(wanted, after=asked.cursor, limit=asked.limit)
    more = next_address(request, after)
    body = b'{"catalogue":%b,"items":[%b],"next":%b}' % (
        _catalogue(structure),
        b",".join(found),
        msgspec.json.encode(more),
    )
    return _kept_answer(request, body, structure, more)


def shown(request: HttpRequest, name: str, key: str, asked: object) -> HttpResponse:
    """One thing of the collection `name`."""
    day = getattr(asked, "onDate", None)
    structure = published().on(day).structure
    body = kept(structure).one(name, key)
    ready = refusal_of(request, ("onDate",)) or unchanged(request, structure)
    return ready or _kept_answer(request, body, structure)


def lines(request: HttpRequest, rows: Iterable[bytes], structure: DatedCatalogue) -> HttpResponse:
    """Rows as they come, one a line, and up to which ledger number they go: from there on there are changes."""
    response = StreamingHttpResponse(rows, content_type=LINES)
    response.headers["ETag"] = tag_of(request, structure, LINES)
    response.headers["Catalogue-Number"] = str(structure.number)
    response.headers["Cache-Control"] = LIST_KEPT
    return response


def computed(content: object) -> HttpResponse:
    """The answer to what somebody typed: nobody keeps it."""
    return HttpResponse(msgspec.json.encode(content), content_type=JSON, headers={"Cache-Control": PERSONAL})


def settled(
    request: HttpRequest, content: object, structure: DatedCatalogue, after: str = ""
) -> HttpResponse:
    """An answer that stays the same for as long as the structure does; `after` is where its next page begins."""
    ready = unchanged(request, structure)
    if ready:
        return ready
    return _kept_answer(request, msgspec.json.encode(content), structure, next_address(request, after))


def fresh(content: object, more: str | None = None) -> HttpResponse:
    """An answer that a cache asks about each time."""
    headers = {"Cache-Control": "no-cache", **_link(more)}
    return HttpResponse(msgspec.json.encode(content), content_type=JSON, headers=headers)


def refusal_of(request: HttpRequest, known: Iterable[str], media_type: str = JSON) -> HttpResponse | None:
    """Why a request gets no answer: names in the address that nobody knows, a form that is not on offer."""
    if request.GET:
        errors = unknown_names(request, known)
        if errors:
            return problem(request, 400, errors=errors)
    accept = request.headers.get("Accept", "*/*")
    if accept not in (media_type, "*/*") and best_of(accept, (media_type,)) is None:
        return problem(request, 406, offered=media_type)
    return None


def refusing(operation: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Around an operation: what its query (`asked`) does not know, and a form that is not on offer, get no answer."""

    @wraps(operation)
    def answered(request: HttpRequest, *, asked: Schema, **given: object) -> HttpResponse:
        refusal = refusal_of(request, type(asked).model_fields)
        return refusal or operation(request, asked=asked, **given)

    return answered


def unknown_names(request: HttpRequest, known: Iterable[str]) -> list[Wrong]:
    names, say = frozenset(known), words_of(request)
    return [
        Wrong(place="query", name=each, slug="unknown-name", detail=say("api.wrong.unknown-name", name=each))
        for each in request.GET
        if each not in names
    ]


def unchanged(request: HttpRequest, structure: DatedCatalogue, media_type: str = JSON) -> HttpResponse | None:
    """304 where the client has this answer already. Source: RFC 9110, 13.1.2."""
    known = request.headers.get("If-None-Match")
    if known is None:
        return None
    tag = tag_of(request, structure, media_type)
    tags = {each.strip().removeprefix("W/") for each in known.split(",")}
    if tag not in tags and "*" not in tags:
        return None
    response = HttpResponse(status=304, headers={"ETag": tag, "Cache-Control": LIST_KEPT})
    del response.headers["Content-Type"]
    return response


def tag_of(request: HttpRequest, structure: DatedCatalogue, media_type: str = JSON) -> str:
    kind = media_type.rpartition("/")[2]
    return f'"{structure.number}-{structure.day.isoformat()}-{request.language}-{kind}-{__version__}"'


def next_address(request: HttpRequest, after: str) -> str | None:
    """The address of the next page: this one, with another cursor."""
    if not after:
        return None
    asked = {name: request.GET[name] for name in request.GET} | {"cursor": after}
    return f"{request.build_absolute_uri(request.path)}?{urlencode(asked)}"


def _kept_answer(
    request: HttpRequest, body: bytes, structure: DatedCatalogue, more: str | None = None
) -> HttpResponse:
    headers = {"ETag": tag_of(request, structure), "Cache-Control": LIST_KEPT, **_link(more)}
    return HttpResponse(body, content_type=JSON, headers=headers)


def _catalogue(structure: DatedCatalogue) -> bytes:
    return b'{"number":%d,"on":"%b"}' % (structure.number, structure.day.isoformat().encode())


def _link(more: str | None) -> dict[str, str]:
    """Source: RFC 8288."""
    return {"Link": f'<{more}>; rel="next"'} if more else {}
