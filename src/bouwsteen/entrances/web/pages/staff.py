"""Pages of who works here: reading a register in, the ledger, who has which role. The policy says who sees what."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from bouwsteen.entrances import wiring
from bouwsteen.entrances.pages.accounts import accounts_page
from bouwsteen.entrances.pages.blocks import Block, Item, Label, Paragraph, Thing, Tone
from bouwsteen.entrances.pages.ledger import ledger_page
from bouwsteen.entrances.pages.register import imported_page
from bouwsteen.entrances.web.api.door import LONGEST_FILE
from bouwsteen.entrances.web.bodies import IMPORTS
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.login import actor_of
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.own import own
from bouwsteen.entrances.web.pages import faults
from bouwsteen.entrances.web.site import accounts, published
from bouwsteen.entrances.web.uploads import PatientUpload, named, told_by_name
from bouwsteen.entrances.words import Words, cleaned, explained_mistake
from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.grant_role import end_role, every_account, grant_role
from bouwsteen.services.import_register import Imported, import_register
from bouwsteen.services.policy import GRANTED, Action, Actor, decide, require
from bouwsteen.services.ports import Change, Mistake, RefusedFile
from bouwsteen.services.read_ledger import read_ledger

ROOMS = (
    ("staff-import", "staff.import.title", Action.IMPORT_REGISTER),
    ("staff-ledger", "staff.ledger.title", Action.READ_LEDGER),
    ("staff-families", "staff.families.title", Action.JUDGE_FAMILY),
    ("staff-roles", "staff.roles.title", Action.READ_ACCOUNTS),
)
LONGEST_NAME = 80
MOST_NAMED = 20
"""Of so many versions of each kind it is said which they are; a register has thousands."""


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
    page = imported_page(named(imported, path, name), request.say)
    return (*page, *_what(imported, request.say))


def _what(imported: Imported, say: Words) -> Iterator[Block]:
    """Each version that is new, changed or ended, with a way to it."""
    entry = imported.adoption.entry
    if entry is None:
        return
    changes = [each for each in wiring.ledger().changes(entry.number - 1)[1] if each.number == entry.number]
    for kind, group in groupby(
        sorted(changes, key=lambda each: (each.kind, each)), key=lambda each: each.kind
    ):
        same = list(group)
        yield Label(say(f"staff.import.{kind}", count=len(same)))
        for each in same[:MOST_NAMED]:
            yield _version(each, say)
        if len(same) > MOST_NAMED:
            yield Paragraph(say("staff.import.more", count=len(same) - MOST_NAMED), Tone.QUIET)


def _version(change: Change, say: Words) -> Item:
    """A code leads to its page, of whatever it is the code; what belongs to no code has no page."""
    if not change.owner:
        return Item(say("staff.import.of-all"))
    words = say("staff.import.version", owner=change.owner, version=change.version)
    return Item(words, about=Thing("qualification", change.owner))


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
