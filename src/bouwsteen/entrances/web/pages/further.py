"""Wat kan ik al? Type what you do, say which work processes are yours, see the programmes, open one."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from bouwsteen import __version__
from bouwsteen.entrances.answer import Answer
from bouwsteen.entrances.forms.possibilities import possibilities_form
from bouwsteen.entrances.pages.occupations import candidate_line, said, taken_to_be, understood
from bouwsteen.entrances.pages.possibilities import employer_note, how_sure
from bouwsteen.entrances.pages.programme import programme
from bouwsteen.entrances.web.asked import (
    LEVELS,
    Filter,
    filter_of,
    hidden,
    link,
    question_of,
    refuse_what_is_not_offered,
)
from bouwsteen.entrances.web.cards import Proposals, card, kept, proposals, ticked
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.drawn_cards import drawn_cards, drawn_choices, drawn_proposals
from bouwsteen.entrances.web.headers import PERSONAL
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.mistaken import Wrong, mistaken
from bouwsteen.entrances.web.pages.faults import told
from bouwsteen.entrances.web.site import structure_of
from bouwsteen.entrances.web.taking import taken
from bouwsteen.entrances.web.turns import in_turn
from bouwsteen.entrances.words import Words
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.model.records import Pathway
from bouwsteen.questions.routing import First
from bouwsteen.rules.parameters import sector_of
from bouwsteen.services.jobs import Job
from bouwsteen.services.ports import RefusedFile
from bouwsteen.services.show_possibilities import Question, show_possibilities

CARDS = 12


@require_http_methods(["GET", "POST"])
@in_turn
def further(request: HttpRequest) -> HttpResponse:
    """The form, what was understood, and the programmes."""
    given = request.POST if request.method == "POST" else request.GET
    way = crumbs(request.say, "web.further.title")
    try:
        context = _context(request, given)
    except RefusedFile as refused:
        mistakes = mistaken(refused, {}, request.say)
        shown = _shared(request, given, question_of(given), reverse("further"))
        response = personal(request, "further.html", {**shown, "mistakes": mistakes, "crumbs": way})
        response.status_code = 400
        return response
    except BouwsteenError as error:
        return told(request, error, 400)
    return personal(request, "further.html", {**context, "crumbs": way})


@require_POST
@in_turn
def suggest(request: HttpRequest) -> HttpResponse:
    """What was understood so far, while somebody types."""
    try:
        return personal(request, "parts/suggested.html", _context(request, request.POST))
    except BouwsteenError:
        return personal(request, "parts/suggested.html", {})


@require_http_methods(["GET", "POST"])
@in_turn
def one(request: HttpRequest, crebo: str) -> HttpResponse:
    """One programme in full: every part with its state, the order, what to ask."""
    given = request.POST if request.method == "POST" else request.GET
    try:
        answer = _asked(request, given)
    except BouwsteenError as error:
        return told(request, error, 400)
    found = (*answer.found.offered, *answer.found.perhaps, *answer.found.apart)
    possibility = next((each for each in found if each.qualification.crebo == crebo), None)
    if possibility is None:
        raise Http404
    _, *blocks = programme(possibility, answer, request.say)
    blocks = [*employer_note((possibility,), answer, request.say), *blocks]
    name = possibility.qualification.name
    context = {
        "name": name,
        "crebo": crebo,
        "crumbs": crumbs(request.say, name, (reverse("further"), "web.further.title")),
        "body": drawn(tuple(blocks)),
        **_shared(request, given, answer.question, reverse("further-one", args=[crebo])),
    }
    return personal(request, "further_one.html", context)


@require_http_methods(["GET", "POST"])
@in_turn
def as_json(request: HttpRequest) -> HttpResponse:
    """The whole answer in the form that `bouwsteen possibilities --json` gives."""
    given = request.POST if request.method == "POST" else request.GET
    try:
        answer = _asked(request, given)
    except BouwsteenError as error:
        return told(request, error, 400)
    return taken(possibilities_form(answer, request.say))


def personal(request: HttpRequest, template: str, context: Mapping[str, object]) -> HttpResponse:
    """A page about what somebody said: no cache keeps it. It says which structure and release it came from."""
    state = {"as_of": lambda: structure_of(request).structure, "release": __version__}
    response = render(request, template, {**state, **context})
    response.headers["Cache-Control"] = PERSONAL
    return response


def _asked(request: HttpRequest, given: QueryDict) -> Answer:
    _refuse(request, given)
    return _answer(request, question_of(given))


def _refuse(request: HttpRequest, given: QueryDict) -> None:
    domains = structure_of(request).structure.catalogue.records.domains
    refuse_what_is_not_offered(given, (each.code for each in domains), request.say)


def _answer(request: HttpRequest, question: Question) -> Answer:
    ready = structure_of(request)
    return Answer(show_possibilities(question, ready), ready.structure, question)


def _context(request: HttpRequest, given: QueryDict) -> dict[str, object]:
    _refuse(request, given)
    question, wanted = question_of(given), filter_of(given)
    shared = {
        **_shared(request, given, question, reverse("further")),
        "filtered": bool(wanted or question.levels),
    }
    if not (question.activities or question.jobs or question.confirmed):
        empty = Wrong(words=request.say("web.further.empty"), field="tekst")
        return {**shared, "mistakes": [empty] if request.method == "POST" else []}
    answer = _answer(request, question)
    understood = proposals(answer, request.say)
    called = {job.text: said(job) for job in answer.found.jobs}
    jobs = _jobs(answer.found.jobs, request.say)
    return {
        **shared,
        **_programmes(request, given, answer, wanted),
        "state": _state(understood, jobs, request.say),
        "understood": [
            (
                called.get(each.text, each.text),
                each.unwanted,
                bool(each.choices),
                drawn_proposals(each, request.say),
            )
            for each in understood
        ],
        "how_sure": how_sure(request.say) if question.activities else "",
        "jobs": jobs,
        "kept": drawn_choices(kept(question, understood, answer, request.say)),
        "show": "toon" in given or "alles" in given or request.method == "GET",
        "confirmed": len(answer.confirmed),
        "ticked": ticked(answer, request.say),
    }


def _state(understood: Sequence[Proposals], jobs: Sequence[Mapping[str, Any]], say: Words) -> str:
    """In a few words what there is to choose from, for whoever does not see that it changed."""
    count = sum(len(each.choices) + len(each.possible) for each in understood) + sum(
        len(each["candidates"]) for each in jobs
    )
    return say.many("web.further.state", count) if count else say("web.further.state-nothing")


def _jobs(jobs: Sequence[Job], say: Words) -> list[dict[str, Any]]:
    """What each job title is taken to mean, or what there is to choose from; what was ticked stays so."""
    picked = {job.text for job in jobs if job.chosen and job.chosen.key == job.text}
    offered = {each.key for job in jobs if job.open for each in job.others}
    return [
        {
            "text": job.text,
            "usable": not job.open,
            "asked": job.open,
            "understood": understood(job, job.chosen, say) if job.chosen and job.open else "",
            "taken": taken_to_be(job, job.chosen, say) if job.chosen and not job.open else "",
            "candidates": [
                (each.key, candidate_line(each, say), each.key in picked)
                for each in job.candidates
                if each.usable and (job.open or job.text in picked)
            ],
        }
        for job in jobs
        if job.text not in picked & offered
    ]


def _programmes(request: HttpRequest, given: QueryDict, answer: Answer, wanted: Filter) -> dict[str, object]:
    say = request.say
    offered = [each for each in answer.found.offered if each in wanted]
    apart = [each for each in answer.found.apart if each in wanted]
    perhaps = [each for each in answer.found.perhaps if each in wanted]
    most = max(len(offered), len(perhaps)) if "alles" in given else CARDS
    domains = {
        sector_of(each.qualification.domain.value)
        for each in (*answer.found.offered, *answer.found.perhaps)
        if each.qualification.domain
    } | ({wanted.sector} if wanted.sector else set())
    named = sorted((answer.domain_title(code) or code, code) for code in domains)
    return {
        "cards": drawn_cards((card(each, answer, say) for each in offered[:most]), say),
        "more": max(0, len(offered) - most),
        "offered": len(offered),
        "shown": min(most, len(offered)),
        "perhaps": drawn_cards((card(each, answer, say) for each in perhaps[:most]), say),
        "perhaps_count": len(perhaps),
        "apart": drawn_cards((card(each, answer, say) for each in apart[:most]), say),
        "sectors": [(code, title, code == wanted.sector) for title, code in named],
    }


def _shared(request: HttpRequest, given: QueryDict, question: Question, path: str) -> dict[str, object]:
    """What the form holds, and how the answer can be kept."""
    wanted = filter_of(given)
    return {
        "text": given.get("tekst", ""),
        "job": next((each for each in given.getlist("beroep") if each), ""),
        "employer": question.employer,
        "levels": [(level, level in question.levels) for level in LEVELS],
        "pathways": [(each.value, each in wanted.pathways) for each in Pathway],
        "firsts": [(each.value, each is question.first) for each in First],
        "given": hidden(given),
        "link": request.build_absolute_uri(link(question, wanted, path)) if question.confirmed else "",
    }
