"""What went wrong, in words, with a way on. The page says nothing of the inside."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bouwsteen.entrances.words import Explained, explained
from bouwsteen.model.errors import BouwsteenError


def told(request: HttpRequest, error: BouwsteenError, status: int) -> HttpResponse:
    """A page for an error of ours."""
    return _page(request, explained(error, request.say), status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """In the words of an error of ours where that is why."""
    why = exception.__cause__ if exception else None
    return told(request, why, 404) if isinstance(why, BouwsteenError) else _slug(request, "not-found", 404)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return too_large(request, settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
    return _slug(request, "refused", 400)


def too_large(request: HttpRequest, most: int) -> HttpResponse:
    """More than `most` bytes; the connection ends, for not all of it may have been read."""
    response = _slug(request, "too-large", 413, most=most // 1024)
    response.headers["Connection"] = "close"
    return response


def failed(request: HttpRequest) -> HttpResponse:
    return _slug(request, "failed", 500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was open for too long, or was sent from another site."""
    return _slug(request, "form-expired", 403)


def too_many(request: HttpRequest, slug: str, seconds: int) -> HttpResponse:
    """More in a minute than a person does, of what `rates` counts; it may come back after so many seconds."""
    response = _slug(request, f"too-many-{slug}", 429)
    response.headers["Retry-After"] = str(seconds)
    return response


def by_form(request: HttpRequest, allowed: str) -> HttpResponse:
    """Somebody opens what only a form sends to, or the reverse; `allowed` is what it does take."""
    response = _slug(request, "by-form", 405)
    response.headers["Allow"] = allowed
    return response


def login_failed(request: HttpRequest) -> HttpResponse:
    return _slug(request, "login-failed", 400)


def of_storage(request: HttpRequest) -> HttpResponse:
    """The database does not answer; where it stands is nobody's business here."""
    return _slug(request, "no-storage", 503)


def late(request: HttpRequest) -> HttpResponse:
    """What was sent came in too slowly, or not whole."""
    return _slug(request, "too-slow", 400)


def busy(request: HttpRequest) -> HttpResponse:
    """As many at once as may be."""
    response = _slug(request, "busy", 503)
    response.headers["Retry-After"] = "10"
    return response


def _slug(request: HttpRequest, slug: str, status: int, **values: int) -> HttpResponse:
    say = request.say
    said = Explained(
        slug=slug, title=say(f"web.fault.{slug}.title"), detail=say(f"web.fault.{slug}", **values)
    )
    return _page(request, said, status)


def _page(request: HttpRequest, said: Explained, status: int) -> HttpResponse:
    return render(request, "fault.html", {"fault": said, "lines": said.detail.splitlines()}, status=status)
