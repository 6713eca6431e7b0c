"""Version 1 of the API, put together."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.parser import Parser

from bouwsteen.entrances.web.api import (
    choosing,
    comparing,
    copying,
    personal,
    questions,
    recurring,
    structure,
    writing,
)
from bouwsteen.entrances.web.api.answering import JSON, unknown_names
from bouwsteen.entrances.web.api.door import API_VERSION
from bouwsteen.entrances.web.api.expected import expected
from bouwsteen.entrances.web.api.problems import Wrong, problem, problem_of, words_of
from bouwsteen.model.errors import BouwsteenError

_SLUGS = {"missing": "missing", "extra_forbidden": "unknown-name"}


class WrongRequest(ValidationError):
    """A request with errors; `known` are the names that it might have had in its address."""

    known: tuple[str, ...] = ()


class NoJson(Exception):
    """A body that says that it is of another media type."""


class JsonBodies(Parser):
    """Reads what says that it is JSON, or says nothing."""

    def parse_body(self, request: HttpRequest) -> Any:
        if request.content_type not in ("", JSON):
            raise NoJson(request.content_type)
        return super().parse_body(request)


class Api(NinjaAPI):
    """Remembers with the errors of a request what it might have had, so that all that is wrong is told at once."""

    def validation_error_from_error_contexts(self, error_contexts: Any) -> ValidationError:
        error = WrongRequest(super().validation_error_from_error_contexts(error_contexts).errors)
        maps = (getattr(each.model, "__ninja_flatten_map__", {}) for each in error_contexts)
        error.known = tuple(name for each in maps for name in each)
        return error


api = Api(
    title="Bouwsteen",
    version=API_VERSION,
    urls_namespace="api",
    openapi_url=None,
    docs_url=None,
    parser=JsonBodies(),
)
for each in (
    structure.router,
    questions.router,
    personal.router,
    choosing.router,
    comparing.router,
    recurring.router,
    copying.router,
    writing.router,
):
    api.add_router("", each)


@api.exception_handler(WrongRequest)
def invalid(request: HttpRequest, error: WrongRequest) -> HttpResponse:
    """Everything that is wrong with a request, at once."""
    found = [_wrong(each, request) for each in error.errors]
    if any(each.place == "query" for each in found):
        found += unknown_names(request, error.known)
    return problem(request, 400, errors=found)


@api.exception_handler(AuthenticationError)
def unauthorized(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem(request, 401, headers={"WWW-Authenticate": 'ApiKey header="X-API-Key"'})


@api.exception_handler(HttpError)
def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What ninja itself refuses: a body that is no JSON, or says that it is not."""
    if isinstance(error.__cause__, NoJson):
        return problem(request, 415, offered=JSON)
    say = words_of(request)
    wrong = Wrong(place="body", name="", slug="no-json", detail=say("api.wrong.no-json"))
    return problem(request, error.status_code, errors=[wrong])


@api.exception_handler(BouwsteenError)
def told(request: HttpRequest, error: BouwsteenError) -> HttpResponse:
    return problem_of(request, error)


def _wrong(found: Any, request: HttpRequest) -> Wrong:
    """One error of pydantic: `loc` is the place, then what leads to the value."""
    place, *path = found["loc"]
    slug = _SLUGS.get(found["type"], "wrong-value")
    name = ".".join(map(str, _without_models(place, path))) or str(place)
    say = words_of(request)
    return Wrong(
        place=str(place),
        name=name,
        slug=slug,
        detail=say(
            f"api.wrong.{slug}", name=name, expected=expected(found["type"], found.get("ctx", {}), say)
        ),
    )


def _without_models(place: str, path: Iterable[str | int]) -> list[str | int]:
    """ninja puts the name of our own argument before what is in a body."""
    pieces = list(path)
    return pieces[1:] if place == "body" else pieces
