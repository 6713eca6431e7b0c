"""What people ask: which work processes or skills a text is about, what is possible, and where something stands.

Personal questions come by POST: what somebody types stands in no address, in no log, and is kept nowhere.
"""

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from bouwsteen.entrances.answer import Answer
from bouwsteen.entrances.forms.match import match_form
from bouwsteen.entrances.forms.possibilities import possibilities_form
from bouwsteen.entrances.forms.skills import skills_form
from bouwsteen.entrances.web.api import asked as form
from bouwsteen.entrances.web.api.answering import computed, fresh, refusing
from bouwsteen.entrances.web.api.problems import missing, words_of
from bouwsteen.entrances.web.site import published
from bouwsteen.model.codes import PartKey
from bouwsteen.questions.routing import First
from bouwsteen.services import find_skills as service
from bouwsteen.services.match_text import match_text
from bouwsteen.services.search_structure import search_structure
from bouwsteen.services.show_possibilities import Question, show_possibilities

router = Router(tags=["questions"])


@router.post("/match", summary="The work processes that a text is about")
@refusing
def match(request: HttpRequest, asked: Query[form.OnDay], question: form.MatchQuestion) -> HttpResponse:
    found = match_text(question.text, published().on(asked.onDate), titles=question.titles)
    return computed(match_form(question.text, found))


@router.post("/skills", summary="The skills that a text is about, with occupations and programmes")
@refusing
def find_skills(
    request: HttpRequest, asked: Query[form.OnDay], question: form.SkillsQuestion
) -> HttpResponse:
    found = service.find_skills(question.text, published().on(asked.onDate), most=question.limit)
    return computed(skills_form(question.text, found))


@router.post("/possibilities", summary="Programmes in which it recurs, what is left, and what to do first")
@refusing
def possibilities(
    request: HttpRequest, asked: Query[form.OnDay], question: form.PossibilitiesQuestion
) -> HttpResponse:
    taken = question_of(question)
    if taken.first is First.EMPLOYER and not taken.employer:
        return missing(request, "employer")
    ready = published().on(asked.onDate)
    answer = Answer(show_possibilities(taken, ready), ready.structure, taken)
    return computed(possibilities_form(answer, words_of(request), limit=question.limit))


@router.get("/search", summary="Things by their code, name or title")
@refusing
def search(request: HttpRequest, asked: Query[form.Search]) -> HttpResponse:
    found = search_structure(asked.q, published().on(asked.onDate).structure, limit=asked.limit)
    return fresh(
        {
            "items": [
                {
                    "kind": each.kind,
                    "key": each.key,
                    "code": each.code,
                    "title": each.title,
                    "where": each.where,
                }
                for each in found
            ]
        },
    )


def question_of(given: form.PossibilitiesQuestion) -> Question:
    return Question(
        activities=tuple(given.activities),
        jobs=tuple(given.jobs),
        confirmed=tuple(map(PartKey.parse, given.confirmed)),
        followed=tuple(given.followed),
        achieved=tuple(given.achieved),
        levels=tuple(given.levels),
        first=First(given.first),
        employer=given.employer.strip(),
    )
