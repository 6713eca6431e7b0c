"""What is wrong with what somebody filled in: a line each, with the field that it is about.

The page lists them at its top, each a link to its field, and the field says that it is wrong and by which line
(WCAG 3.3.1). The title of the page says so first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from bouwsteen.entrances.web.person import questions
from bouwsteen.entrances.words import Words, explained, explained_mistake
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.services.ports import RefusedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """One line; `field` is the id of what it is about, empty where that is no field. `code`: a code was asked for."""

    words: str
    field: str = ""
    code: bool = False


def too_large(request: HttpRequest) -> list[Wrong]:
    """What came with the form was too large, where that is so: without its file, or unread where nothing was kept."""
    if not getattr(request, "too_large", False):
        return []
    slug = "web.person.file-dropped" if request.method == "POST" else "web.person.unread"
    most = settings.FILE_UPLOAD_MAX_MEMORY_SIZE // 1024
    return [Wrong(words=request.say(slug, most=most), field="bestand")]


def mistaken(
    error: BouwsteenError, document: Mapping[str, Any], say: Words, *, otherwise: str = ""
) -> list[Wrong]:
    """Every mistake in the form that `document` was filled in with; of another error its lines.

    What is about no question is about the field `otherwise`: a file.
    """
    if not isinstance(error, RefusedFile):
        return [Wrong(words=line) for line in explained(error, say).detail.splitlines()]
    asked = questions(document, say)
    return [
        Wrong(
            words=explained_mistake(each, say).replace("?: ", "? "),
            field=asked.get(each.file, otherwise),
            code=each.slug in ("bad-code", "unknown-part"),
        )
        for each in error.mistakes
    ]
