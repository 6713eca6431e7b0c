"""SURF's profile of OOAPI v5, followed as its validator follows it: seeds, and rules from answer to answer.

A rule matches an answer where every pattern fits: a pattern is a path into the exchange that ends in a value; `?name`
stands for whatever is there, in all patterns alike. What a rule generates are the next requests.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import edn_format
from edn_format import Keyword, Symbol
from openapi_core import Config, OpenAPI
from openapi_core.testing import MockRequest, MockResponse

HOST, BASE = "http://demo01.eduapi.nl", "/v5"
"""Where the profile thinks that it is served."""

Bound = Mapping[str, Any]
Request = tuple[str, tuple[tuple[str, str], ...]]


class Profile:
    """The rules and the OpenAPI document of one profile."""

    def __init__(self, folder: Path, name: str) -> None:
        self._rules = edn_format.loads((folder / name).read_text("utf-8"))
        specification = json.loads((folder / self._rules[Keyword("openapi-spec")]).read_text("utf-8"))
        self._openapi = OpenAPI.from_dict(
            specification,
            config=Config(
                spec_validator_cls=None,  # the default of `sort` in the profile is not of its own form
                extra_media_type_deserializers={"application/problem+json": json.loads},
            ),
        )

    def seeds(self) -> list[Request]:
        return [(each[Keyword("path")], ()) for each in self._rules[Keyword("seeds")]]

    def next(self, request: Request, status: int, body: Any) -> Iterator[Request]:
        """What the rules ask after this answer."""
        path, query = request
        exchange = {
            "request": {"method": "get", "path": path, "query-params": dict(query)},
            "response": {"status": status, "body": body},
        }
        for rule in self._rules[Keyword("rules")]:
            for bound in _bindings(rule[Keyword("match")], exchange):
                for generated in rule[Keyword("generates")]:
                    yield _request(generated, bound)

    def mistakes(self, request: Request, status: int, body: bytes, content_type: str) -> list[str]:
        """What the OpenAPI document says against an answer."""
        path, query = request
        asked = MockRequest(HOST, "get", BASE + ("" if path == "/" else path), args=dict(query))
        if path == "/":
            asked = MockRequest(HOST, "get", f"{BASE}/")
        got = MockResponse(body, status_code=status, content_type=content_type)
        return (
            [_said(error) for error in self._openapi.iter_response_errors(asked, got)]
            if hasattr(self._openapi, "iter_response_errors")
            else _validated(self._openapi, asked, got)
        )


def _validated(openapi: OpenAPI, asked: MockRequest, got: MockResponse) -> list[str]:
    try:
        openapi.validate_response(asked, got)
    except Exception as error:  # every way in which openapi-core says no
        return [_said(error)]
    return []


def _said(error: Exception) -> str:
    causes = getattr(error.__cause__, "schema_errors", ())
    return f"{error!r} {[each.message for each in causes]}"


def _bindings(patterns: Any, exchange: Any) -> list[Bound]:
    found: list[Bound] = [{}]
    for pattern in patterns:
        found = [more for bound in found for more in _fit(list(pattern), exchange, bound)]
    return found


def _fit(pattern: list[Any], value: Any, bound: Bound) -> Iterator[Bound]:
    step, *rest = pattern
    if not rest:
        if isinstance(step, Symbol):
            if bound.get(str(step), value) == value:
                yield {**bound, str(step): value}
        elif step == value:
            yield bound
    elif isinstance(step, Symbol):
        for index, each in enumerate(value if isinstance(value, list) else ()):
            if bound.get(str(step), index) == index:
                yield from _fit(rest, each, {**bound, str(step): index})
    else:
        name = step.name if isinstance(step, Keyword) else step
        if isinstance(value, Mapping) and name in value:
            yield from _fit(rest, value[name], bound)


def _request(generated: Any, bound: Bound) -> Request:
    path = generated[Keyword("path")]
    text = str(bound[str(path)]) if isinstance(path, Symbol) else path
    filled = re.sub(r"\{(\?\w+)\}", lambda found: str(bound[found[1]]), text)
    query = generated.get(Keyword("query-params"))
    return filled, tuple(sorted(_computed(query, bound).items())) if query is not None else ()


def _computed(form: Any, bound: Bound) -> Any:
    """The three functions that the profile uses."""
    match form:
        case Symbol():
            return bound[str(form)]
        case (Symbol(name="assoc"), map_, key, value):
            return {**_computed(map_, bound), key: _computed(value, bound)}
        case (Symbol(name="str"), value):
            return str(_computed(value, bound))
        case (Symbol(name="inc"), value):
            return _computed(value, bound) + 1
        case _:
            return form
