"""The API for people who make programs: how to begin, every address with what it does, and the rules.

The addresses are those of the OpenAPI document, so none is missing here.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bouwsteen.entrances.web.api.document import TAGS, document
from bouwsteen.entrances.web.api.door import cost_of
from bouwsteen.entrances.web.api.limits import POINTS_A_MINUTE
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.words import Words

BASE = "/api/v1"
EXAMPLES = (
    ("one", "curl {site}/api/v1/qualifications/25706"),
    ("list", 'curl "{site}/api/v1/qualifications?level=3&current=yes&limit=20"'),
    (
        "question",
        'curl -X POST -H "Content-Type: application/json" \\\n'
        '  -d \'{{"activities": ["contact met klanten"], "levels": [3]}}\' \\\n'
        "  {site}/api/v1/possibilities",
    ),
)
"""What a request looks like; the words before it stand under `web.api.example-<name>`."""
RULES = ("free", "time", "errors", "copy", "person", "write")


@require_safe
def api(request: HttpRequest) -> HttpResponse:
    say = request.say
    context = {
        "crumbs": crumbs(say, "web.api.title"),
        "examples": [
            (f"web.api.example-{name}", each.format(site=settings.BASE_IRI)) for name, each in EXAMPLES
        ],
        "groups": [(f"web.api.tag-{tag}", _rows(tag, say)) for tag in TAGS],
        "rules": [say(f"web.api.rule-{each}", points=POINTS_A_MINUTE) for each in RULES],
        "site": settings.BASE_IRI,
    }
    return render(request, "developers.html", context)


def _rows(tag: str, say: Words) -> list[tuple[str, str]]:
    """Each address of a tag, and what it gives for how many points."""
    return [
        (
            f"{method.upper()} {path}",
            say.many("web.api.costs", cost_of(BASE + path), what=say(f"web.api.does-{name}")),
        )
        for name, method, path in operations(tag)
    ]


def operations(tag: str = "") -> Iterator[tuple[str, str, str]]:
    """Name, method and address of every operation, of one tag where it is given."""
    for path, methods in _paths().items():
        for method, operation in methods.items():
            if not tag or tag in operation["tags"]:
                yield operation["operationId"].replace("_", "-"), method, path


@cache
def _paths() -> Mapping[str, Any]:
    return json.loads(document())["paths"]  # type: ignore[no-any-return] # our own document
