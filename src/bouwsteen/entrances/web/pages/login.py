"""Logging in and out. Where it began is a link and no form: the content policy sends no form to another site."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from bouwsteen.entrances.web.login import (
    LoginFailed,
    account_of,
    language_before,
    log_in,
    log_out,
    login_address,
    logout_address,
)
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.own import own
from bouwsteen.entrances.web.pages import faults
from bouwsteen.entrances.words import LANGUAGES

HERE_ONLY = "alleen-hier"
"""In the address of the page that says so: at the provider somebody may still be logged in."""


@require_GET
@own
def start(request: HttpRequest) -> HttpResponse:
    """To the provider."""
    return _going(request, lambda: login_address(request, request.GET.get("naar", "")))


@require_GET
@own
def back(request: HttpRequest) -> HttpResponse:
    """From the provider, which knows one address, in the language that it began in; to the page that was asked for."""
    language = language_before(request)
    if request.language == LANGUAGES[0] != language:
        return HttpResponseRedirect(f"/{language}{request.get_full_path()}")
    return _going(request, lambda: log_in(request))


@require_POST
@own
def out(request: HttpRequest) -> HttpResponse:
    """Here at once, and on to the provider: by a page that leads there, as a form may not lead to another site."""
    log_out(request)
    further = logout_address(request)
    if not further:
        return HttpResponseRedirect(f"{reverse('logged-out')}?{HERE_ONLY}=1")
    if not settings.OIDC_ISSUER:  # the provider to try out with is on this very site
        return HttpResponseRedirect(further)
    response = _logged_out(request, "mine.out.further", further)
    response.headers["Refresh"] = f"0; url={further}"
    return response


@require_GET
@own
def logged_out(request: HttpRequest) -> HttpResponse:
    """From the provider, in the language in which somebody went there; or where there is nothing to do there."""
    language = request.GET.get("state")
    if language is not None:
        before = f"/{language}" if request.language == LANGUAGES[0] and language in LANGUAGES[1:] else ""
        return HttpResponseRedirect(f"{before}{reverse('logged-out')}")
    if account_of(request):
        return HttpResponseRedirect(reverse("mine"))
    return _logged_out(request, "mine.out" if HERE_ONLY in request.GET else "mine.out.both")


def _logged_out(request: HttpRequest, said: str, further: str = "") -> HttpResponse:
    title = "mine.out.title"
    context = {"title": request.say(title), "crumbs": crumbs(request.say, title)}
    return render(request, "logged_out.html", {**context, "text": request.say(said), "further": further})


def _going(request: HttpRequest, address: Callable[[], str]) -> HttpResponse:
    try:
        return HttpResponseRedirect(address())
    except LoginFailed:
        return faults.login_failed(request)
