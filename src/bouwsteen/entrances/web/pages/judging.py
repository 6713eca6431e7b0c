"""What people said of families of parts, and where whoever may judge them does so. The policy says who may."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bouwsteen.entrances import wiring
from bouwsteen.entrances.pages.judging import marks_of_one_page, marks_page
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.login import actor_of
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.own import own
from bouwsteen.entrances.web.site import published, reused_on
from bouwsteen.entrances.words import Words, cleaned, explained
from bouwsteen.model.records import FamilyVerdict
from bouwsteen.questions.reuse.errors import NothingToWithdraw
from bouwsteen.questions.reuse.standing import Standing, judged
from bouwsteen.services.judge_family import judge_family, said_of_families
from bouwsteen.services.policy import Actor
from bouwsteen.services.show_family import found_family

LONGEST_NAME = 200


@require_http_methods(["GET", "POST"])
@own
def families(request: HttpRequest) -> HttpResponse:
    """Everything that was said; of the one family `?familie=` it is the place to say it."""
    actor = actor_of(request)
    marks = said_of_families(wiring.ledger(), actor=actor)
    asked = request.POST.get("familie", request.GET.get("familie", "")).strip()
    if not asked:
        title = request.say("staff.families.title")
        body = drawn(marks_page(marks, request.say))
        return render(request, "families_judged.html", {**_context(request, title), "body": body})
    found = found_family(asked, reused_on(published().today().structure))
    said, status = "", 200
    if request.method == "POST":
        said, status = _judged(request, judged(found, marks), actor)
        marks = said_of_families(wiring.ledger(), actor=actor)
    standing = judged(found, marks)
    context = {
        **_context(request, standing.title, (reverse("staff-families"), "staff.families.title")),
        "family": standing.id,
        "state": f"family-state.{standing.state}",
        "body": drawn(marks_of_one_page(standing.said, request.say)),
        "undo": standing.counting,
        "said": said,
        "wrong": status != 200,
    }
    return render(request, "judge_family.html", context, status=status)


def _judged(request: HttpRequest, standing: Standing, actor: Actor) -> tuple[str, int]:
    """What was recorded, or why nothing was; `NotAllowed` passes."""
    say: Words = request.say
    verdict = next((each for each in FamilyVerdict if each.value == request.POST.get("doe")), None)
    title = " ".join(cleaned(request.POST.get("naam", "")).split())[:LONGEST_NAME]
    named = verdict is FamilyVerdict.NAMED
    if verdict is None or (named and not any(map(str.isalpha, title))):
        return say("staff.families.no-name" if named else "staff.families.unclear"), 400
    try:
        mark = judge_family(
            standing,
            verdict,
            wiring.ledger(),
            clock=wiring.clock(),
            actor=actor,
            title=title if named else "",
        ).mark
    except NothingToWithdraw as error:
        return explained(error, say).detail, 400
    words = {"title": title if named else standing.title, "id": standing.id, "by": mark.by}
    return say(f"insight.marked-{verdict}", **words), 200


def _context(request: HttpRequest, title: str, *above: tuple[str, str]) -> dict[str, object]:
    here = "staff.families.title" if not above else title
    return {"title": title, "crumbs": crumbs(request.say, here, (reverse("mine"), "mine.title"), *above)}
