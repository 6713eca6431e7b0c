"""What every page shares: the published structure, and the day that was asked for."""

from datetime import date
from functools import cache

from django.http import HttpRequest

from bouwsteen.entrances import wiring
from bouwsteen.entrances.web.published import Published
from bouwsteen.services.prepared import PreparedStructure


@cache
def published() -> Published:
    """One for all threads of this worker."""
    return Published(wiring)


def structure_of(request: HttpRequest) -> PreparedStructure:
    """The structure on the day in `?op=2026-08-01`, else of today. Raises `BeforeFirstKnown` and `ValueError`."""
    asked = request.GET.get("op", "").strip()
    return published().on(date.fromisoformat(asked) if asked else None)
