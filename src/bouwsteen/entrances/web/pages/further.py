"""Wat kan ik al? Type what you do, say which work processes are yours, see the programmes, open one.

What somebody types comes by POST and is never in an address. A link holds only the keys of the parts that were
confirmed, the levels and the order; the page says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from bouwsteen.entrances.answer import Answer
from bouwsteen.entrances.pages.possibilities import sector
from bouwsteen.entrances.pages.programme import about, level_in_words, programme
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.headers import PERSONAL
from bouwsteen.entrances.web.pages.faults import told
from bouwsteen.entrances.web.site import structure_of
from bouwsteen.entrances.words import Words
from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Cover
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.questions.routing import First
from bouwsteen.services.show_possibilities import Activity, Possibility, Question, show_possibilities

LONGEST_TEXT = 5_000
MOST_ACTIVITIES = 20
CARDS = 12
LEVELS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A work process to tick: every part of this title under a core task of this title, and where it stands."""

    keys: str
    title: str
    where: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What one activity may be about, by core task."""

    text: str
    tasks: tuple[tuple[str, tuple[Choice, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One programme in short."""

    crebo: str
    name: str
    level: str
    sector: str
    settled: int
    proposed: int
    left: str
    first: str
    incomplete: bool


@require_http_methods(["GET", "POST"])
def further(request: HttpRequest) -> HttpResponse:
    """The form, what was understood, and the programmes."""
    given = request.POST if request.method == "POST" else request.GET
    try:
        return _personal(request, "further.html", _context(request, given))
    except BouwsteenError as error:
        return told(request, error, 400)


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, crebo: str) -> HttpResponse:
    """One programme in full: every part with its state, the order, what to ask."""
    given = request.POST if request.method == "POST" else request.GET
    try:
        question = question_of(given)
        ready = structure_of(request)
        found = show_possibilities(question, ready)
        answer = Answer(found, ready.structure, question)
        possibility = next(
            each for each in (*found.offered, *found.apart) if each.qualification.crebo == crebo
        )
    except StopIteration:
        raise Http404 from None
    except BouwsteenError as error:
        return told(request, error, 400)
    _, *blocks = programme(possibility, answer, request.say)
    context = {
        "name": possibility.qualification.name,
        "crebo": crebo,
        "body": drawn(tuple(blocks)),
        "firsts": _firsts(question),
        "given": _hidden(given),
        "link": request.build_absolute_uri(_link(question, reverse("further-one", args=[crebo]))),
    }
    return _personal(request, "further_one.html", context)


def question_of(given: QueryDict) -> Question:
    """What was asked. Raises `InvalidCode` for a key that is none."""
    lines = [line.strip() for line in given.get("tekst", "")[:LONGEST_TEXT].splitlines()]
    keys = [key for keys in given.getlist("deel") for key in keys.split()]
    employer = given.get("werkgever", "").strip()
    first = given.get("eerst", "")
    return Question(
        activities=tuple(line for line in lines if line)[:MOST_ACTIVITIES],
        confirmed=tuple(dict.fromkeys(map(PartKey.parse, keys))),
        levels=tuple(int(each) for each in given.getlist("niveau") if each in "1234" and each),
        first=First(first) if first in set(map(str, First)) else First.CERTIFICATE,
        employer=employer,
    )


def _context(request: HttpRequest, given: QueryDict) -> dict[str, object]:
    say = request.say
    question = question_of(given)
    shared = {"text": given.get("tekst", ""), "levels": _levels(question), "firsts": _firsts(question)}
    if not question.activities and not question.confirmed:
        return {**shared, "asked": request.method == "POST"}
    ready = structure_of(request)
    found = show_possibilities(question, ready)
    answer = Answer(found, ready.structure, question)
    understood = tuple(_proposals(each, answer) for each in found.activities)
    return {
        **shared,
        "asked": True,
        "understood": understood,
        "kept": _kept(question, understood),
        "show": "toon" in given or request.method == "GET",
        "cards": [_card(each, answer, say) for each in found.offered[:CARDS]],
        "offered": len(found.offered),
        "apart": [_card(each, answer, say) for each in found.apart[:CARDS]],
        "confirmed": len(answer.confirmed),
        "given": _hidden(given),
        "link": request.build_absolute_uri(_link(question, reverse("further"))),
    }


def _proposals(activity: Activity, answer: Answer) -> Proposals:
    """Grouped as people recognise work: by core task, then title."""
    structure = answer.structure
    tasks: dict[str, dict[str, list[PartKey]]] = {}
    for match in activity.matches:
        task = structure.part(match.key._replace(code=match.key.core_task)).title
        tasks.setdefault(task, {}).setdefault(match.title, []).append(match.key)
    return Proposals(
        text=activity.text,
        tasks=tuple(
            (task, tuple(_choice(title, keys, answer) for title, keys in titles.items()))
            for task, titles in tasks.items()
        ),
    )


def _choice(title: str, keys: Sequence[PartKey], answer: Answer) -> Choice:
    crebos = dict.fromkeys(crebo for key in keys for crebo in answer.structure.holders.get(key, ()))
    names = list(dict.fromkeys(answer.structure.qualifications[crebo].name for crebo in crebos))
    return Choice(
        keys=" ".join(map(str, keys)),
        title=title,
        where=names[0] + (f" (+{len(names) - 1})" if len(names) > 1 else "") if names else "",
        chosen=any(answer.structure.catalogue.current_key(key) in answer.confirmed for key in keys),
    )


def _kept(question: Question, understood: Iterable[Proposals]) -> list[str]:
    """Confirmed parts that are not among the proposals: they stay, though no box shows them."""
    shown = {
        key
        for proposals in understood
        for _, choices in proposals.tasks
        for choice in choices
        for key in choice.keys.split()
    }
    return [str(key) for key in question.confirmed if str(key) not in shown]


def _card(possibility: Possibility, answer: Answer, say: Words) -> Card:
    found, gap = possibility.qualification, possibility.gap
    settled = sum(each.how is not Cover.PROPOSED for each in gap.covered)
    left = gap.hours.left
    return Card(
        crebo=found.crebo,
        name=found.name,
        level=level_in_words(found, say),
        sector=sector(possibility, answer, say),
        settled=settled,
        proposed=len(gap.covered) - settled,
        left=say("hours.short", hours=about(left)) if left is not None else say("unknown"),
        first=possibility.steps[0].title if possibility.steps else "",
        incomplete=not found.complete,
    )


def _levels(question: Question) -> list[tuple[int, bool]]:
    return [(level, level in question.levels) for level in LEVELS]


def _firsts(question: Question) -> list[tuple[str, bool]]:
    return [(each.value, each is question.first) for each in First]


def _hidden(given: QueryDict) -> list[tuple[str, str]]:
    """What was given, to be sent along again with the next form."""
    names = ("tekst", "deel", "niveau", "eerst", "werkgever")
    return [(name, value) for name in names for value in given.getlist(name) if value]


def _link(question: Question, path: str) -> str:
    """An address that holds part keys, levels and the order: nothing that somebody typed."""
    pieces = [("deel", str(key)) for key in question.confirmed]
    pieces += [("niveau", str(level)) for level in question.levels]
    if question.first is not First.EMPLOYER:
        pieces.append(("eerst", question.first.value))
    return f"{path}?{urlencode(pieces)}"


def _personal(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    response = render(request, template, context)
    response.headers["Cache-Control"] = PERSONAL
    return response
