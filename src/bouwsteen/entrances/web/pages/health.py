"""For whoever watches the site: is this worker alive, and can it answer."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bouwsteen import __version__
from bouwsteen.entrances.web.site import published


@never_cache
@require_safe
def health(_: HttpRequest) -> JsonResponse:
    """The process runs."""
    return JsonResponse({"status": "ok", "release": __version__})


@never_cache
@require_safe
def ready(_: HttpRequest) -> JsonResponse:
    """The structure is loaded. `stale` says since when the database has not answered; pages go on without it."""
    site = published()
    structure = site.today().structure
    return JsonResponse(
        {
            "status": "ok",
            "catalogue": {"number": structure.number, "on": structure.day.isoformat()},
            "stale": site.stale.isoformat() if site.stale else None,
        }
    )
