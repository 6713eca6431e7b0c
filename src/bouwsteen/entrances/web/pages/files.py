"""Files that somebody keeps: kept after consent, opened, taken along, shared for a while, thrown away."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bouwsteen.entrances import wiring
from bouwsteen.entrances.forms.person import person_form
from bouwsteen.entrances.forms.person_toml import person_toml
from bouwsteen.entrances.web.login import actor_of
from bouwsteen.entrances.web.menu import STUDENT, crumbs
from bouwsteen.entrances.web.mistaken import Wrong
from bouwsteen.entrances.web.own import here, last_day, own
from bouwsteen.entrances.web.person import as_document, as_json, filled
from bouwsteen.entrances.web.site import published, saved_files
from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.errors import NotAllowed
from bouwsteen.services.keep_file import (
    end_share,
    keep_file,
    open_file,
    redeem_share,
    remove_file,
    share_file,
)
from bouwsteen.services.people import Ground
from bouwsteen.services.policy import Action, Because, Relation, require

DAYS = (7, 30, 90, 365)
"""How long a file can be shared; a month unless somebody says otherwise."""
USUAL_DAYS = 30
NAME = "bouwsteen.json"


@require_POST
@own
def keep(request: HttpRequest) -> HttpResponse:
    """What was filled in or handed in; asks for consent before anything is kept."""
    actor = actor_of(request)
    require(actor, Action.KEEP_FILE, Relation.OWN)
    given = request.POST.get("document")
    if given is None:
        person = filled(request).person(request.say)
    else:
        person = wiring.parse_person(given.encode(errors="replace"), NAME)
    content = as_json(person_form(person))
    if request.POST.get("akkoord") != "ja":
        slug = "mine.keep.title"
        context = {"title": request.say(slug), "document": content, "crumbs": _crumbs(request, slug)}
        return render(request, "keep.html", context)
    keep_file(
        content.encode(),
        saved_files(),
        ground=Ground.CONSENT,
        clock=wiring.clock(),
        actor=actor,
    )
    return HttpResponseRedirect(reverse("mine"))


@require_safe
@own
def one(request: HttpRequest, id: str) -> HttpResponse:
    return _page(request, id)


@require_safe
@own
def taken_along(request: HttpRequest, id: str, ending: str) -> HttpResponse:
    """For whoever it is of."""
    actor = actor_of(request)
    file, content = open_file(id, saved_files(), on=published().day(), actor=actor)
    if file.owner != actor.account:
        raise NotAllowed(Action.KEEP_FILE.value, Because.NOT_YOURS.value)
    document = as_document(content)
    text = person_toml(document) if ending == "toml" else as_json(document)
    response = HttpResponse(text, content_type=f"application/{ending}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="bouwsteen.{ending}"'
    return response


@require_POST
@own
def share(request: HttpRequest, id: str) -> HttpResponse:
    """A code, shown once."""
    asked = request.POST.get("dagen", "")
    days = next((each for each in DAYS if str(each) == asked), USUAL_DAYS)
    today = published().day()
    code = share_file(id, today + timedelta(days=days), saved_files(), on=today, actor=actor_of(request))
    return _page(request, id, code=code)


@require_POST
@own
def stop(request: HttpRequest, id: str) -> HttpResponse:
    share = request.POST.get("deling", "")
    number = int(share) if share.isdecimal() and len(share) < 19 else 0
    end_share(id, number, saved_files(), on=published().day(), actor=actor_of(request))
    return HttpResponseRedirect(reverse("mine-file", args=[id]))


@require_POST
@own
def remove(request: HttpRequest, id: str) -> HttpResponse:
    """Only when it was ticked that this is meant."""
    if request.POST.get("zeker") != "ja":
        return _page(request, id, wrong=request.say("mine.file.not-removed"))
    remove_file(id, saved_files(), on=published().day(), actor=actor_of(request))
    return HttpResponseRedirect(reverse("mine"))


@require_POST
@own
def redeem(request: HttpRequest) -> HttpResponse:
    """The code of somebody who shares a file."""
    actor, code = actor_of(request), request.POST.get("code", "")[:40]
    try:
        file = redeem_share(code, saved_files(), on=published().day(), actor=actor)
    except UnknownCode:
        slug = "mine.shared.unknown.title"
        context = {"title": request.say(slug), "crumbs": _crumbs(request, slug)}
        return render(
            request, "told.html", {**context, "text": request.say("mine.shared.unknown")}, status=404
        )
    return HttpResponseRedirect(reverse("mine-file", args=[file.id]))


def _page(request: HttpRequest, id: str, *, code: str = "", wrong: str = "") -> HttpResponse:
    actor = actor_of(request)
    file, content = open_file(id, saved_files(), on=published().day(), actor=actor)
    mine = file.owner == actor.account
    title = request.say("mine.file.title") if mine else request.say("mine.shared.of", owner=file.owner)
    kept, time = here(file.kept)
    context = {
        "title": title,
        "crumbs": _crumbs(request, title),
        "file": file,
        "kept": kept,
        "time": time,
        "mine": mine,
        "last_day": None if mine else last_day(file, actor.account),
        "text": person_toml(as_document(content)),
        "rooms": [(reverse(each), f"room.{each}.title") for each in STUDENT],
        "shares": [(each.id, each.account, each.until - timedelta(days=1)) for each in file.shares],
        "days": [(each, each == USUAL_DAYS) for each in DAYS],
        "code": code,
        "mistakes": [Wrong(words=wrong, field="zeker")] if wrong else [],
    }
    return render(request, "kept_file.html", context, status=400 if wrong else 200)


def _crumbs(request: HttpRequest, here: str) -> list[tuple[str, str]]:
    return crumbs(request.say, here, (reverse("mine"), "mine.title"))
