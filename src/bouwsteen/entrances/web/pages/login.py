"""Logging in and out. Where it began is a link and no form: the content policy sends no form to another site."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from bouwsteen.entrances.web.login import LoginFailed, language_before, log_in, log_out, login_address
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.own import own
from bouwsteen.entrances.web.pages import faults
from bouwsteen.entrances.words import LANGUAGES


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
    log_out(request)
    context = {"title": request.say("mine.out.title"), "crumbs": crumbs(request.say, "mine.out.title")}
    return render(request, "logged_out.html", context)


def _going(request: HttpRequest, address: Callable[[], str]) -> HttpResponse:
    try:
        return HttpResponseRedirect(address())
    except LoginFailed:
        return faults.login_failed(request)
