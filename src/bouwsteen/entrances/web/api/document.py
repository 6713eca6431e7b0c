"""The OpenAPI document: what ninja makes of the addresses, with the published JSON Schemas as its components.

The schemas are the contract of the shell and of the API both, so no answer is described twice.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bouwsteen.entrances.web.api.answering import JSON, LINES, LIST_KEPT
from bouwsteen.entrances.web.api.door import API_VERSION
from bouwsteen.entrances.web.api.problems import PROBLEM, SLUGS
from bouwsteen.entrances.web.api.v1 import api
from bouwsteen.entrances.web.api.writing import ENDINGS
from bouwsteen.entrances.words import words_in

SCHEMAS = {
    "bouwsteen.entrances.cli": (
        "show",
        "match",
        "possibilities",
        "import",
        "diploma",
        "route",
        "switch",
        "compare",
        "person-file",
        "choice",
        "exempt",
        "insight",
    ),
    "bouwsteen.entrances.web.api": ("lists", "api-problem"),
}
"""Package → the schemas in its folder that answers of the API have."""

TAGS = ("structure", "questions", "comparisons", "reuse", "copying", "writing")
"""What addresses are about, in the order in which they are shown."""

ANSWERS = {
    "list_institutions": "ListsInstitutions",
    "list_offers": "ListsOffers",
    "list_sources": "ListsSources",
    "show_institution": "ListsInstitution",
    "show_offer": "ListsOffer",
    "show_source": "ListsSource",
    "list_families": "InsightFamilies",
    "show_family": "InsightFamily",
    "list_broad_elements": "InsightBroad",
    "list_broad_bases": "InsightSets",
    "show_broad_base": "InsightBase",
    "show_shared_parts": "InsightMap InsightProgrammeMap",
    "judge_a_family": "InsightMark",
    "name_a_family": "InsightMark",
    "list_overlaps": "InsightOverlap",
    "show_recognition": "InsightRecognition",
    "list_": "ListsItems",
    "show_": "ShowShown",
    "match": "MatchWork",
    "find_skills": "MatchSkills",
    "possibilities": "Possibilities",
    "check_diploma": "Diploma",
    "check_choice": "ChoiceCheck",
    "suggest": "ChoiceSuggest",
    "check_offer": "ChoiceOffer",
    "exempt": "Exempt",
    "plan": "Route",
    "switch": "Switch",
    "compare_": "Compare",
    "search": "ListsFound",
    "changes": "ListsChanges",
    "import_file": "Import",
    "bulk": "ListsRow",
}
"""How the name of an operation is, or begins → the component of its answer; the first that fits."""

EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "show_qualification": {"code": "25706"},
    "show_file": {"code": "23268"},
    "show_module": {"code": "K0059"},
    "show_certificate": {"code": "BC-004"},
    "show_domain": {"code": "79080"},
    "show_institution": {"code": "00GT"},
    "show_offer": {"code": "K0008~25581~25LX"},
    "show_source": {"code": "regeling-2015"},
    "show_part": {"owner": "25706", "version": "2021", "code": "P2-K1-W1"},
    "show_family": {"code": "f-ocjgitbz44"},
    "judge_a_family": {"code": "f-ocjgitbz44"},
    "name_a_family": {"code": "f-ocjgitbz44"},
    "show_broad_base": {"codes": "25959,25960,25961"},
    "show_recognition": {"code": "25698"},
    "compare_programmes": {"first": "25706", "second": "25655"},
}
"""Things of the embedded catalogue, to try an address with."""

_TEXT = {"type": "string"}
_VERSION = {"API-Version": {"description": "The full version of the API", "schema": _TEXT, "required": True}}
_CONDITIONAL = {"ETag": {"description": "Give it back as `If-None-Match`", "schema": _TEXT}}
_NUMBER = {"Catalogue-Number": {"description": "Go on with the changes since this number", "schema": _TEXT}}
_ALWAYS = (400, 404, 405, 406, 413, 429, 500, 503)
_LATER = (429, 503)


@require_safe
def openapi(_: HttpRequest) -> HttpResponse:
    return HttpResponse(document(), content_type=JSON, headers={"Cache-Control": LIST_KEPT})


@cache
def document() -> bytes:
    """The document as JSON, the same for as long as the process runs."""
    made: dict[str, Any] = api.get_openapi_schema(path_prefix="")
    made["info"] = _info()
    made["servers"] = [{"url": f"{settings.BASE_IRI}/api/v1"}]
    made["tags"] = [{"name": each} for each in TAGS]
    components = made["components"]
    addresses = json.dumps(made["paths"])
    used = {name: each for name, each in components["schemas"].items() if f'/{name}"' in addresses}
    components["schemas"] = {**used, **published_schemas()}
    components["responses"] = {f"Problem{status}": _problem(status) for status in SLUGS}
    for path in made["paths"].values():
        for operation in path.values():
            _describe(operation)
    return json.dumps(_plain(made), ensure_ascii=False).encode()


def published_schemas() -> dict[str, Any]:
    """Name of a component → schema: each file, and each of its definitions under the name of the file and its own."""
    found: dict[str, Any] = {}
    for package, names in SCHEMAS.items():
        for name in names:
            whole = json.loads((files(package) / "schemas" / f"{name}.json").read_text("utf-8"))
            definitions = {_pascal(f"{name}-{each}"): part for each, part in whole.pop("$defs", {}).items()}
            rest = {key: value for key, value in whole.items() if key not in ("$schema", "$id")}
            found |= {
                each: _pointed(part, name) for each, part in {_pascal(name): rest, **definitions}.items()
            }
    return found


def _info() -> dict[str, Any]:
    return {
        "title": "Bouwsteen",
        "version": API_VERSION,
        "description": words_in("nl")("api.description"),
        "contact": {"name": settings.CONTACT_NAME, "email": settings.CONTACT_EMAIL, "url": settings.BASE_IRI},
        "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    }


def _describe(operation: dict[str, Any]) -> None:
    name = operation["operationId"] = operation["operationId"].rpartition("bouwsteen_entrances_web_api_")[2]
    name = operation["operationId"] = name.partition("_")[2]
    body = "requestBody" in operation or name == "import_file"
    kept = name.startswith(("list_", "show_", "bulk"))
    answer = next(each for start, each in ANSWERS.items() if name.startswith(start))
    media_type = LINES if name == "bulk" else JSON
    operation["responses"] = {
        "200": {
            "description": "OK",
            "headers": {**_VERSION, **(_CONDITIONAL if kept else {}), **(_NUMBER if name == "bulk" else {})},
            "content": {media_type: {"schema": _answer(answer)}},
        },
        **({"304": {"description": "You have it already", "headers": _VERSION}} if kept else {}),
        **{str(status): _reference(status) for status in (*_ALWAYS, *_more(name, body=body))},
    }
    for parameter in operation.get("parameters", ()):
        parameter["schema"] = _without_null(parameter["schema"])
        if parameter["name"] in EXAMPLES.get(name, {}):
            parameter["example"] = EXAMPLES[name][parameter["name"]]
    if name == "import_file":
        schema = {"type": "string", "contentEncoding": "binary"}
        operation["requestBody"] = {
            "required": True,
            "content": {each: {"schema": schema} for each in ENDINGS},
        }


def _answer(names: str) -> dict[str, Any]:
    """The schema of that name; of several names one of them."""
    schemas = [{"$ref": f"#/components/schemas/{each}"} for each in names.split()]
    return {"oneOf": schemas} if schemas[1:] else schemas[0]


def _more(name: str, *, body: bool) -> Iterator[int]:
    """What may be answered beside: a body may be of another media type, and a write needs a key."""
    yield from (415,) if body else ()
    yield from {
        "import_file": (401, 408),
        "judge_a_family": (401,),
        "name_a_family": (401,),
        "compare_days": (422,),
    }.get(name, ())


def _reference(status: int) -> dict[str, str]:
    return {"$ref": f"#/components/responses/Problem{status}"}


def _problem(status: int) -> dict[str, Any]:
    wait = {"Retry-After": {"description": "Seconds", "schema": _TEXT}} if status in _LATER else {}
    return {
        "description": words_in("nl")(f"api.fault.{SLUGS[HTTPStatus(status)]}.title"),
        "headers": {**_VERSION, **wait},
        "content": {PROBLEM: {"schema": {"$ref": "#/components/schemas/ApiProblem"}}},
    }


def _without_null(schema: Mapping[str, Any]) -> dict[str, Any]:
    """An address cannot say null: what may be left out is only left out."""
    kinds = [each for each in schema.get("anyOf", ()) if each.get("type") != "null"]
    rest = {name: value for name, value in schema.items() if name not in ("anyOf", "title")}
    if rest.get("default") is None:
        rest.pop("default", None)
    return {**rest, **kinds[0]} if kinds else rest


def _pointed(part: Any, name: str) -> Any:
    """The same schema, pointing at components."""
    match part:
        case {"$ref": str(target), **rest}:
            place = _pascal(f"{name}-{target.removeprefix('#/$defs/')}")
            return {"$ref": f"#/components/schemas/{place}", **rest}
        case Mapping():
            return {key: _pointed(value, name) for key, value in part.items()}
        case list():
            return [_pointed(each, name) for each in part]
        case _:
            return part


def _plain(part: Any) -> Any:
    """Without the titles that pydantic makes of names, and with the published schemas in their places."""
    match part:
        case {"x-published": name}:
            return {"$ref": f"#/components/schemas/{name}"}
        case {"title": str(), "type": _, **rest} if "properties" not in part:
            return _plain({"type": part["type"], **rest})
        case Mapping():
            return {key: _plain(value) for key, value in part.items()}
        case list():
            return [_plain(each) for each in part]
        case _:
            return part


def _pascal(name: str) -> str:
    """
    >>> _pascal("api-problem-wrong_thing")
    'ApiProblemWrongThing'
    """
    return "".join(f"{piece[:1].upper()}{piece[1:]}" for piece in name.replace("_", "-").split("-"))
