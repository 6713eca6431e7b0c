"""What somebody wants to choose, what a school offers, and what need not be done again.

As with other questions of a person: it comes by POST, is read in memory, and is gone with the answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from bouwsteen.entrances.forms.choice import choice_form, offer_form, suggestion_form
from bouwsteen.entrances.forms.exemption import exemptions_form
from bouwsteen.entrances.web.api import asked_choices as form
from bouwsteen.entrances.web.api.answering import computed, refusing
from bouwsteen.entrances.web.api.asked import OnDay
from bouwsteen.entrances.web.api.personal import person_of
from bouwsteen.entrances.web.api.problems import Wrong, missing, problem, words_of
from bouwsteen.entrances.web.site import law, policies, precedents, published, purposes
from bouwsteen.model.codes import MODULE
from bouwsteen.model.person import Person
from bouwsteen.model.precedents import PrecedentBook
from bouwsteen.questions.choice.checking import Regime
from bouwsteen.questions.choice.options import TEXT_PURPOSES, Purpose
from bouwsteen.rules.law import Law
from bouwsteen.services.check_choice import MOST_MODULES
from bouwsteen.services.check_choice import check_choice as check
from bouwsteen.services.check_offer import check_offer as check_options
from bouwsteen.services.find_exemptions import find_exemptions, school_named
from bouwsteen.services.suggest_modules import Question, suggest_modules

router = Router(tags=["questions"])
PERSON = "person"
"""The field of a question in which a person comes in."""


@router.post("/choices/check", summary="Whether a choice of modules is allowed, why, and the smallest repair")
@refusing
def check_choice(request: HttpRequest, asked: Query[OnDay], question: form.ChoiceQuestion) -> HttpResponse:
    person = _choosing(question.person, question.chosen)
    refusal = _not_to_check(request, person, without_modules=not (person.chosen or person.results))
    if refusal:
        return refusal
    structure = published().on(asked.onDate).structure
    found = check(
        person,
        structure,
        law(),
        purposes(),
        on=structure.day,
        regime=Regime(question.regime),
        requested=question.requested,
        final=question.final,
    )
    return computed(choice_form(found))


@router.post("/choices/suggest", summary="The modules that serve a purpose best in the hours that are left")
@refusing
def suggest(request: HttpRequest, asked: Query[OnDay], question: form.SuggestionQuestion) -> HttpResponse:
    person = _choosing(question.person, question.chosen, question.goals)
    text = question.text.strip()
    refusal = _not_to_check(request, person, without_text=question.purpose in TEXT_PURPOSES and not text)
    if refusal:
        return refusal
    wanted = Question(
        person=person,
        purpose=Purpose(question.purpose),
        text=text,
        hours=question.hours,
        load=question.load,
        regime=Regime(question.regime),
        requested=question.requested,
    )
    ready = published().on(asked.onDate)
    found = suggest_modules(wanted, ready, law(), purposes(), on=ready.structure.day)
    return computed(suggestion_form(found))


@router.post("/choices/offers", summary="Whether what a school offers with a programme is a real choice")
@refusing
def check_offer(request: HttpRequest, asked: Query[OnDay], question: form.OfferQuestion) -> HttpResponse:
    person = person_of(question.person)
    refusal = _not_to_check(request, person)
    if refusal:
        return refusal
    structure = published().on(asked.onDate).structure
    found = check_options(
        person,
        [_codes(each) for each in question.options],
        structure,
        law(),
        purposes(),
        on=structure.day,
        regime=Regime(question.regime),
        extra_costs=_codes(question.costs),
    )
    return computed(offer_form(found))


@router.post("/exemptions", summary="What somebody may be exempted from, and what to do about it at a school")
@refusing
def exempt(request: HttpRequest, asked: Query[OnDay], question: form.ExemptionQuestion) -> HttpResponse:
    person = person_of(question.person)
    only = person.goals[0] if len(person.goals) == 1 else ""
    wanted = question.qualification or person.qualification or only
    if not wanted:
        return missing(request, "qualification")
    structure, rules, book = published().on(asked.onDate).structure, policies(), precedents()
    named = question.institution or person.institution
    school = school_named(named, structure, rules) if named else None
    found = find_exemptions(
        person,
        structure,
        Law(law()),
        book or PrecedentBook(),
        school=school.under(law() + rules) if school else None,
        wanted=wanted,
    )
    return computed(exemptions_form(found, school, precedents_read=book is not None))


def _choosing(given: dict[str, object], chosen: Sequence[str], goals: Sequence[str] = ()) -> Person:
    """The person, with what the question says put over it."""
    person = person_of(given)
    return replace(person, chosen=_codes(chosen) or person.chosen, goals=tuple(goals) or person.goals)


def _codes(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(each if "/" in each else each.upper() for each in given)


def _not_to_check(
    request: HttpRequest, person: Person, *, without_modules: bool = False, without_text: bool = False
) -> HttpResponse | None:
    """All that is lacking, or that is more than can be searched."""
    lacking = {
        f"{PERSON}.qualification": not person.qualification,
        "chosen": without_modules,
        "text": without_text,
    }
    if any(lacking.values()):
        return missing(request, *(name for name, lacks in lacking.items() if lacks))
    modules = {*person.chosen, *(each.part for each in person.results if MODULE.fullmatch(each.part))}
    if len(modules) <= MOST_MODULES:
        return None
    expected = f"length ≤ {MOST_MODULES}"
    name = f"{PERSON}.chosen"
    detail = words_of(request)("api.wrong.wrong-value", name=name, expected=expected)
    wrong = Wrong(place="body", name=name, slug="wrong-value", detail=detail)
    return problem(request, 400, errors=[wrong])
