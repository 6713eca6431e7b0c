"""Pages of who works here: reading a register in, the ledger, who has which role. The policy says who sees what."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from bouwsteen.entrances import wiring
from bouwsteen.entrances.pages.accounts import accounts_page
from bouwsteen.entrances.pages.blocks import Item, Thing
from bouwsteen.entrances.pages.ledger import ENTRY, changed_blocks, entry_page, ledger_page
from bouwsteen.entrances.pages.register import imported_page
from bouwsteen.entrances.web.api.door import LONGEST_FILE
from bouwsteen.entrances.web.bodies import IMPORTS
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.login import actor_of
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.own import here, own
from bouwsteen.entrances.web.pages import faults
from bouwsteen.entrances.web.site import accounts, published
from bouwsteen.entrances.web.uploads import PatientUpload, named, told_by_name
from bouwsteen.entrances.words import Words, cleaned, explained_mistake
from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.grant_role import end_role, every_account, grant_role
from bouwsteen.services.import_register import import_register
from bouwsteen.services.policy import GRANTED, Action, Actor, decide, require
from bouwsteen.services.ports import Mistake, RefusedFile
from bouwsteen.services.read_ledger import changed_by, read_entry, read_ledger

ROOMS = (
    ("staff-import", "staff.import.title", Action.IMPORT_REGISTER),
    ("staff-ledger", "staff.ledger.title", Action.READ_LEDGER),
    ("staff-families", "staff.families.title", Action.JUDGE_FAMILY),
    ("staff-roles", "staff.roles.title", Action.READ_ACCOUNTS),
)
LONGEST_NAME = 80
MOST_NAMED = 20
"""Of so many versions of each kind it is said which they are; a register has thousands."""
MOST_ON_PAGE = 200
"""On the page of an entry, unless somebody asks for all."""


def rooms_of(actor: Actor) -> list[tuple[str, str]]:
    """Where somebody may go: address and slug."""
    return [(reverse(name), slug) for name, slug, action in ROOMS if decide(actor, action).allowed]


@require_safe
@own
def ledger(request: HttpRequest) -> HttpResponse:
    entries = read_ledger(wiring.ledger(), actor=actor_of(request))
    shown = published().on(None).structure.catalogue.number
    body = drawn(ledger_page(entries, request.say, shown=shown))
    return render(request, "page.html", {**_context(request, "staff.ledger.title"), "body": body})


@require_safe
@own
def entry(request: HttpRequest, number: int) -> HttpResponse:
    """One entry of the ledger: who, when, why, and what it changed."""
    found, changes = read_entry(number, wiring.ledger(), actor=actor_of(request))
    day, time = here(found.recorded)
    when = request.say("ledger.entry.when", day=request.say.day(day), time=time)
    most = len(changes) if "alles" in request.GET else MOST_ON_PAGE
    body = drawn(entry_page(found, changes, _names(), request.say, when=when, most=most))
    title = request.say("ledger.entry.title", number=str(number))
    way = crumbs(
        request.say, title, (reverse("mine"), "mine.title"), (reverse("staff-ledger"), "staff.ledger.title")
    )
    more = max(Counter(each.kind for each in changes).values(), default=0) > most
    context = {
        "title": title,
        "crumbs": way,
        "body": body,
        "all": len(changes) if more else 0,
        "first": not number,
    }
    return render(request, "ledger_entry.html", context)


@require_http_methods(["GET", "POST"])
@own
def roles(request: HttpRequest) -> HttpResponse:
    """Who has which role; grant one, or end one."""
    actor = actor_of(request)
    said, status = "", 200
    if request.method == "POST":
        said, status = _changed(request, actor)
    found = [each for each in every_account(accounts(), actor=actor) if each.granted]
    context = {
        **_context(request, "staff.roles.title"),
        "body": drawn(accounts_page(found, request.say)),
        "roles": [(each.value, f"role.{each}") for each in GRANTED],
        "said": said,
    }
    return render(request, "roles.html", context, status=status)


@csrf_exempt
@require_http_methods(["GET", "POST"])
@own
def take_in(request: HttpRequest) -> HttpResponse:
    """Who may not, and what is too large, is refused before a byte of it is read; then the form is checked."""
    require(actor_of(request), Action.IMPORT_REGISTER)
    if request.method == "GET":
        return _import_page(request)
    said = request.META.get("CONTENT_LENGTH") or "0"
    if not said.isdecimal() or int(said) > LONGEST_FILE:
        return faults.too_large(request, LONGEST_FILE)
    with IMPORTS.taken() as turn:
        if not turn:
            return faults.busy(request)
        request.upload_handlers = [PatientUpload(request)]
        response: HttpResponse = _import(request)
        return response


@csrf_protect
def _import(request: HttpRequest) -> HttpResponse:
    try:
        return _import_page(request, answer=drawn(_imported(request)))
    except RefusedFile as refused:
        mistakes = [explained_mistake(each, request.say) for each in refused.mistakes]
        return _import_page(request, mistakes=mistakes, status=400)


def _import_page(request: HttpRequest, *, status: int = 200, **more: object) -> HttpResponse:
    kinds = [(each, f"staff.kind.{each}") for each in wiring.READERS]
    chosen = request.POST.get("soort", "")
    context = {**_context(request, "staff.import.title"), "kinds": kinds, "chosen": chosen, **more}
    return render(request, "take_in.html", context, status=status)


def _imported(request: HttpRequest) -> Any:
    upload, kind = request.FILES.get("bestand"), request.POST.get("soort")
    if upload is None or kind not in wiring.READERS:
        raise RefusedFile((Mistake(file="", line=None, path="", slug="missing-file"),))
    path, name = Path(upload.temporary_file_path()), cleaned(upload.name)[:LONGEST_NAME]
    with told_by_name(path, name):
        imported = import_register(
            [path],
            wiring.reader(kind),
            wiring.ledger(),
            clock=wiring.clock(),
            actor=actor_of(request),
            reason=f"import {kind} {name}",
            exported=_day(request.POST.get("dag", "")),
        )
    entry = imported.adoption.entry
    changes = changed_by(entry.number, wiring.ledger()) if entry else ()
    what = changed_blocks(changes, _names(), request.say, most=MOST_NAMED)
    see = (_see(entry.number, request.say),) if entry else ()
    return (*imported_page(named(imported, path, name), request.say), *see, *what)


def _see(number: int, say: Words) -> Item:
    return Item(say("ledger.entry.see", number=str(number)), about=Thing(ENTRY, str(number)))


def _names() -> Mapping[str, str]:
    """What the structure that the site shows now calls each file, qualification and module."""
    structure = published().on(None).structure
    return {
        **{code: each.title for code, each in structure.modules.items()},
        **{code: each.name for code, each in structure.qualifications.items()},
        **{code: each.title or "" for code, each in structure.files.items()},
    }


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RefusedFile((Mistake(file=text[:20], line=None, path="", slug="bad-date"),)) from None


def _changed(request: HttpRequest, actor: Actor) -> tuple[str, int]:
    """What was done, or why not; `NotAllowed` passes."""
    number = request.POST.get("nummer", "").strip().upper()[:9]
    role = next((each for each in GRANTED if each.value == request.POST.get("rol")), None)
    act = {"grant": grant_role, "end": end_role}.get(request.POST.get("doe", ""))
    if role is None or act is None:
        return request.say("staff.roles.unclear"), 400
    try:
        act(number, role, accounts(), clock=wiring.clock(), actor=actor)
    except UnknownCode:
        return request.say("staff.roles.unknown", number=number), 404
    return request.say("staff.roles.done", number=number), 200


def _context(request: HttpRequest, title: str) -> dict[str, Any]:
    return {
        "title": request.say(title),
        "crumbs": crumbs(request.say, title, (reverse("mine"), "mine.title")),
    }
