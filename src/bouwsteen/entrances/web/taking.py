"""An answer to take along: the same JSON that the shell and the API give, made again from the same question.

Nothing of it is kept here, so the page that shows an answer holds what was asked, and asks it again.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse

from bouwsteen.entrances.web.headers import PERSONAL
from bouwsteen.entrances.web.person import as_json

TAKE = "json"
"""The button."""
DOCUMENT = "document"
"""What somebody brought, as the document of a person's file."""
_OF_QUESTION = ("doe", "doel", "doeltekst", "wens", "uren")


def taken(content: object) -> HttpResponse:
    """A file of JSON, kept by nobody."""
    headers = {
        "Cache-Control": PERSONAL,
        "Content-Disposition": 'attachment; filename="bouwsteen.json"',
    }
    return HttpResponse(msgspec.json.encode(content), content_type="application/json", headers=headers)


def wants_json(request: HttpRequest) -> bool:
    return TAKE in request.POST


def again(request: HttpRequest, document: Mapping[str, Any], **codes: str) -> dict[str, object]:
    """What a page needs so that its answer can be taken along; `codes` are fields that hold codes for names."""
    asked = [(name, value) for name in _OF_QUESTION if (value := str(request.POST.get(name, "")))]
    asked += codes.items()
    return {"again": [(DOCUMENT, as_json(document)), *asked] if document else asked}
