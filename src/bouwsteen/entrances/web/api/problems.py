"""The one shape of every error of the API: RFC 9457, always with the same fields.

    {"type": "urn:bouwsteen:error:unknown-code", "title": "…", "status": 404, "detail": "…",
     "slug": "unknown-code", "near": ["25706"], "errors": []}

`errors` are all that is wrong with a request, each with where it stands; `slug` never changes. Only under /ooapi the
status is a text, for that interface says so.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from http import HTTPStatus
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse

from bouwsteen.entrances.words import Explained, Words, explained, explained_mistake, words_in
from bouwsteen.model.errors import BeforeFirstKnown, BouwsteenError, UnknownCode, UnknownLedgerNumber
from bouwsteen.questions.reuse.errors import PartsNotKnown, StandsAlone
from bouwsteen.services.errors import NoSkills
from bouwsteen.services.ports import RefusedFile, StorageFault

PROBLEM = "application/problem+json"
DOCUMENT, PAGE = "/api/v1/openapi.json", "/api"
"""What tells the addresses of our own API, and the page that tells all others too."""
PERSON_FILE = "request.json"
"""What the reader of people's files calls a person that comes in a body."""
MOST_ERRORS = 100
"""Of what is wrong with a request or file so much is told."""

SLUGS = {
    HTTPStatus.BAD_REQUEST: "invalid-input",
    HTTPStatus.UNAUTHORIZED: "unauthorized",
    HTTPStatus.NOT_FOUND: "not-found",
    HTTPStatus.METHOD_NOT_ALLOWED: "method-not-allowed",
    HTTPStatus.NOT_ACCEPTABLE: "not-acceptable",
    HTTPStatus.REQUEST_TIMEOUT: "too-slow",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too-large",
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: "unsupported-media-type",
    HTTPStatus.UNPROCESSABLE_ENTITY: "contradiction",
    HTTPStatus.TOO_MANY_REQUESTS: "too-many-requests",
    HTTPStatus.INTERNAL_SERVER_ERROR: "failed",
    HTTPStatus.SERVICE_UNAVAILABLE: "busy",
}
"""Status → the slug of what it means here."""

_STATUS: Sequence[tuple[type[BouwsteenError], HTTPStatus]] = (
    (UnknownCode, HTTPStatus.NOT_FOUND),
    (BeforeFirstKnown, HTTPStatus.NOT_FOUND),
    (UnknownLedgerNumber, HTTPStatus.NOT_FOUND),
    (PartsNotKnown, HTTPStatus.NOT_FOUND),
    (StandsAlone, HTTPStatus.NOT_FOUND),
    (NoSkills, HTTPStatus.NOT_FOUND),
    (StorageFault, HTTPStatus.SERVICE_UNAVAILABLE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """One thing that is wrong: where (`place`: query, path, body or file; `name` inside it), which, in words."""

    place: str
    name: str
    slug: str
    detail: str


def problem(
    request: HttpRequest,
    status: int,
    *,
    slug: str = "",
    errors: Iterable[Wrong] = (),
    headers: Mapping[str, str] | None = None,
    **values: object,
) -> HttpResponse:
    """What went wrong by its slug, or else by its status; `values` are filled in where the words ask for them."""
    say, slug = words_of(request), slug or SLUGS.get(HTTPStatus(status), "invalid-input")
    where = DOCUMENT if request.path_info.startswith("/api/") else PAGE
    title, detail = say(f"api.fault.{slug}.title"), say(f"api.fault.{slug}", **{"where": where, **values})
    return _response(request, slug, title, detail, status, errors=errors, headers=headers)


def missing(request: HttpRequest, *names: str) -> HttpResponse:
    """What a body lacks, all of it."""
    say = words_of(request)
    errors = [
        Wrong(place="body", name=each, slug="missing", detail=say("api.wrong.missing", name=each))
        for each in names
    ]
    return problem(request, 400, errors=errors)


def problem_of(request: HttpRequest, error: BouwsteenError) -> HttpResponse:
    """An error of ours, in the words that every door uses for it."""
    if isinstance(error, RefusedFile) and all(each.file == PERSON_FILE for each in error.mistakes):
        return _wrong_person(request, error)
    say = words_of(request)
    said = _without_place(say) if isinstance(error, StorageFault) else explained(error, say)
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), HTTPStatus.BAD_REQUEST)
    near = getattr(error, "near", ())
    mistakes = error.mistakes[:MOST_ERRORS] if isinstance(error, RefusedFile) else ()
    errors = (
        Wrong(place="file", name=each.path, slug=each.slug, detail=explained_mistake(each, say))
        for each in mistakes
    )
    return _response(request, said.slug, said.title, said.detail, status, near=near, errors=errors)


def _wrong_person(request: HttpRequest, error: RefusedFile) -> HttpResponse:
    """There is no file to speak of: a person stands in the body, and asking changes nothing."""
    say = words_of(request)
    errors = (
        Wrong(
            place="body",
            name=_in_body(each.path),
            slug=each.slug,
            detail=explained_mistake(replace(each, file="", line=None, path=""), say),
        )
        for each in error.mistakes[:MOST_ERRORS]
    )
    return problem(request, HTTPStatus.BAD_REQUEST, errors=errors)


def _in_body(path: str) -> str:
    """
    >>> _in_body("results[1].mark"), _in_body("")
    ('person.results.0.mark', 'person')
    """
    counted_from_0 = re.sub(r"\[(\d+)\]", lambda found: f".{int(found[1]) - 1}", path)
    return ".".join(filter(None, ("person", counted_from_0)))


def _without_place(say: Words) -> Explained:
    """Where our storage stands is nobody's business here."""
    title, detail = say("api.fault.storage-fault.title"), say("api.fault.storage-fault")
    return Explained(slug=StorageFault.slug, title=title, detail=detail)


def words_of(request: HttpRequest) -> Words:
    """The words in the language of the request."""
    say: Words = getattr(request, "say", None) or words_in("nl")
    return say


def _response(
    request: HttpRequest,
    slug: str,
    title: str,
    detail: str,
    status: int,
    *,
    near: Sequence[str] = (),
    errors: Iterable[Wrong] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    body: dict[str, Any] = {
        "type": f"urn:bouwsteen:error:{slug}",
        "title": title,
        "status": str(int(status)) if request.path_info.startswith("/ooapi/") else int(status),
        "detail": detail,
        "slug": slug,
        "near": list(near),
        "errors": [asdict(each) for each in errors],
    }
    response = HttpResponse(msgspec.json.encode(body), status=int(status), content_type=PROBLEM)
    response.headers["Cache-Control"] = "no-store"
    for name, value in (headers or {}).items():
        response.headers[name] = value
    return response
