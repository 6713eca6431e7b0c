"""Mijn Bouwsteen: what is of whoever logged in, and how to make it go away."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bouwsteen.entrances.web.login import account_of, actor_of, inside, log_out
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.own import here, last_day, own
from bouwsteen.entrances.web.pages.staff import rooms_of
from bouwsteen.entrances.web.person import as_document
from bouwsteen.entrances.web.site import accounts, published, saved_files
from bouwsteen.entrances.words import Words
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.services.grant_role import remove_account
from bouwsteen.services.keep_file import look_into_file, own_files, shared_files
from bouwsteen.services.policy import Action, Actor, Relation, Role, decide, require
from bouwsteen.services.ports import day_here

HELD = ("goals", "results", "chosen", "evidence")
"""What a person's file holds several of, in the order in which a page says how many."""


@require_safe
@own
def mine(request: HttpRequest) -> HttpResponse:
    """Who you are here; without a login why you would, and how."""
    account = account_of(request)
    context: dict[str, object] = {
        "title": request.say("mine.title"),
        "crumbs": crumbs(request.say, "mine.title"),
    }
    if account is None:
        where_to = inside(request.GET.get("naar") or reverse("mine"))
        start = f"{reverse('login')}?{urlencode({'naar': where_to})}"
        return render(
            request,
            "log_in.html",
            {**context, "start": start, "sent": "naar" in request.GET},
        )
    roles = [(role.value, day_here(granted.at)) for role, granted in account.granted.items()]
    context |= {**_files(account.actor, request.say), "staff": rooms_of(account.actor)}
    return render(
        request, "my_account.html", {**context, "account": account, "roles": roles, "first": Role.STUDENT}
    )


@require_POST
@own
def remove(request: HttpRequest) -> HttpResponse:
    """At once, and only when it was ticked that this is meant."""
    actor = actor_of(request)
    require(actor, Action.REMOVE_ACCOUNT, Relation.OWN)
    sure = request.POST.get("zeker") == "ja"
    if sure:
        remove_account(actor.account, accounts(), actor=actor)
        log_out(request)
    title, text = (
        ("mine.removed.title", "mine.removed") if sure else ("mine.not-removed.title", "mine.not-removed")
    )
    context = {"title": request.say(title), "crumbs": crumbs(request.say, title), "text": request.say(text)}
    return render(request, "told.html", context, status=200 if sure else 400)


def _files(actor: Actor, say: Words) -> dict[str, object]:
    """What somebody keeps, and what others share with them."""
    today, files = published().day(), saved_files()
    reads = decide(actor, Action.READ_FILE, Relation.SHARED).allowed
    shared = shared_files(files, on=today, actor=actor) if reads else ()
    return {
        "files": [
            (each.id, *here(each.kept), each.until, _holds(each.id, actor, say))
            for each in own_files(files, on=today, actor=actor)
        ],
        "reads": reads,
        "shared": [
            (each.id, each.owner, last_day(each, actor.account), _holds(each.id, actor, say))
            for each in shared
        ],
    }


def _holds(id: str, actor: Actor, say: Words) -> str:
    """In a few words, so that files can be told apart; nothing where it cannot be read now, or holds no such thing."""
    try:
        held = as_document(look_into_file(id, saved_files(), on=published().day(), actor=actor))
    except BouwsteenError:
        return ""
    code = held.get("qualification", "")
    known = published().today().structure.qualifications.get(code)
    counted = (say.many(f"mine.holds.{each}", len(held[each])) for each in HELD if held.get(each))
    programme = say("web.which.thing", name=known.name, code=code) if known else code
    return say.listed([each for each in (programme, *counted) if each])
