"""Sandra's question: where does what I can do recur, what is left to learn for each diploma, and what first?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Claim, ClaimBasis, Cover, Fit, Gap, Match, Step
from bouwsteen.model.period import Outcome
from bouwsteen.model.records import Qualification
from bouwsteen.questions.gap import gaps_with_cover
from bouwsteen.questions.routing import First, steps
from bouwsteen.services.errors import TooManyActivities
from bouwsteen.services.jobs import Job
from bouwsteen.services.prepared import PreparedStructure

TITLES_PER_ACTIVITY = 10
TITLES_LIKE_WORK, LEAST_LIKE_WORK = 5, 0.5
"""Of a work process of a job, as many titles elsewhere are taken to be like it, if they are this like it."""
MOST_ACTIVITIES = 100
"""More than anybody does at work; so many are answered within a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What somebody asks.

    `activities` are in people's own words, each may name several; `jobs` the titles of what she works as, or
    codes of occupations;
    `confirmed` the parts of which she says: this I do; `followed` and `achieved` the crebo codes of programmes she
    followed or of which she has the diploma; without `levels` all levels; `employer` is the text of what an employer
    asks for, with `First.EMPLOYER`.
    """

    activities: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    confirmed: tuple[PartKey, ...] = ()
    followed: tuple[str, ...] = ()
    achieved: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    first: First = First.CERTIFICATE
    employer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity and the work processes that it may be about, best first.

    Of a `job` it is one of the work processes that people with that job learn: first itself, then what is like it.
    What she says not to want is `unwanted`: nothing is looked up for it.
    """

    text: str
    matches: tuple[Match, ...]
    job: str = ""
    unwanted: bool = False

    @property
    def fitting(self) -> tuple[Match, ...]:
        """Those that may fit: of a weak match nothing is concluded."""
        return tuple(each for each in self.matches if each.fit is not Fit.WEAK)

    @property
    def proposed(self) -> tuple[Match, ...]:
        """What she is asked: all that her words may mean; of a job only what belongs to it."""
        return tuple(each for each in self.fitting if not self.job or each.title == self.text)


@dataclass(frozen=True, kw_only=True)
class Possibility:
    """One qualification: what is covered, what is left, in which order (`first`); `score` only ranks.

    `wanted` says how well each part, by its key as text, answers the employer's text.
    """

    qualification: Qualification
    current: Outcome
    gap: Gap
    first: First
    score: float
    wanted: Mapping[str, Match]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """What is left in its order; made when asked, for of most qualifications nobody does."""
        return steps(self.gap.remaining, first=self.first, wanted=self.wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Possibilities:
    """The answer: qualifications that are offered, best first; apart, those without evidence that they still are.

    Once she confirms something only what is settled counts in these: what her words may mean beside it decides
    nothing. The qualifications that are offered and in which only that recurs are the `perhaps`. `activities` begin
    with the work processes of the jobs.
    """

    number: int
    on: date
    jobs: tuple[Job, ...]
    activities: tuple[Activity, ...]
    offered: tuple[Possibility, ...]
    apart: tuple[Possibility, ...]
    perhaps: tuple[Possibility, ...] = ()


def show_possibilities(question: Question, ready: PreparedStructure) -> Possibilities:
    """The qualifications in which something of hers recurs.

    Text grants nothing: what it finds is proposed. Raises `UnknownCode` for a code that is not known,
    `TooManyActivities`, and what matching raises for a text that it cannot read.
    """
    asked = len(question.activities) + len(question.jobs)
    if asked > MOST_ACTIVITIES:
        raise TooManyActivities(asked, MOST_ACTIVITIES)
    jobs = tuple(ready.jobs.job(text) for text in dict.fromkeys(question.jobs))
    activities = (
        *chain.from_iterable(_work_of(job, ready) for job in jobs),
        *(
            _heard_in(text, ready)
            for text in dict.fromkeys(each for said in question.activities for each in ready.activities(said))
        ),
    )
    said, heard = tuple(_said(question, ready)), tuple(_heard(question, activities, ready))
    wanted = _wanted(question, ready)

    def ranked(claims: Sequence[Claim], scores: Mapping[PartKey, Mapping[str, float]]) -> list[Possibility]:
        found = gaps_with_cover(
            ready.requirements,
            claims,
            lambda crebo: crebo not in question.achieved and _level_fits(crebo, question, ready),
        )
        answers = (_possibility(gap, question, ready, wanted=wanted, scores=scores) for gap in found)
        return sorted(answers, key=_order)

    scores = _scores(activities)
    certain = ranked(said, {}) if question.confirmed else ranked((*said, *heard), scores)
    counted = {each.qualification.crebo for each in certain}
    beside = ranked(heard, scores) if question.confirmed else []
    return Possibilities(
        number=ready.structure.number,
        on=ready.structure.day,
        jobs=jobs,
        activities=activities,
        offered=tuple(each for each in certain if each.current is Outcome.YES),
        apart=tuple(each for each in certain if each.current is not Outcome.YES),
        perhaps=tuple(
            each for each in beside if each.current is Outcome.YES and each.qualification.crebo not in counted
        ),
    )


def _work_of(job: Job, ready: PreparedStructure) -> Iterable[Activity]:
    """The work processes of the qualifications that train for a job, each as an activity of hers."""
    structure = ready.structure
    found: dict[str, dict[PartKey, Match]] = {}
    for each in job.chosen.usable if job.chosen else ():
        for task in structure.core_tasks[each.crebo]:
            for process in structure.work_processes(task.key):
                own = Match(key=process.key, title=process.title, score=1.0, why=(each.name,))
                found.setdefault(process.title, {})[process.key] = own
    for title, matches in found.items():
        alike = (
            each
            for each in ready.alike(title, titles=TITLES_LIKE_WORK)
            if each.key not in matches and each.score >= LEAST_LIKE_WORK
        )
        yield Activity(text=title, matches=(*matches.values(), *alike), job=job.text)


def _heard_in(text: str, ready: PreparedStructure) -> Activity:
    unwanted = ready.unwanted(text)
    matches = () if unwanted else ready.matches(text, titles=TITLES_PER_ACTIVITY)
    return Activity(text=text, matches=matches, unwanted=unwanted)


def _said(question: Question, ready: PreparedStructure) -> Iterable[Claim]:
    """What she says herself that she can, or has the diploma of."""
    structure = ready.structure
    for key in question.confirmed:
        structure.part(key)
        yield Claim(key=key, basis=ClaimBasis.SAID)
    for crebo in question.achieved:
        yield from _claims_of_programme(crebo, ClaimBasis.ACHIEVED, ready)


def _heard(question: Question, activities: Iterable[Activity], ready: PreparedStructure) -> Iterable[Claim]:
    """What her words may mean, and what she may have learned where she followed a programme."""
    for crebo in question.followed:
        yield from _claims_of_programme(crebo, ClaimBasis.TEXT, ready)
    for activity in activities:
        for each in activity.fitting:
            yield Claim(key=each.key, basis=ClaimBasis.TEXT, evidence=activity.text)


def _claims_of_programme(crebo: str, basis: ClaimBasis, ready: PreparedStructure) -> Iterable[Claim]:
    ready.structure.qualification(crebo)
    for task in ready.structure.core_tasks[crebo]:
        yield Claim(key=task.key, basis=basis, evidence=crebo)


def _wanted(question: Question, ready: PreparedStructure) -> Mapping[str, Match]:
    """How well each part, by its key as text, answers the employer's text; what hardly does is left out."""
    if question.first is not First.EMPLOYER or not question.employer:
        return {}
    found = ready.matches(question.employer)
    return {str(each.key): each for each in found if each.fit is not Fit.WEAK}


def _scores(activities: Sequence[Activity]) -> Mapping[PartKey, Mapping[str, float]]:
    """Key of a part → activity → how well it fits."""
    found: dict[PartKey, dict[str, float]] = {}
    for activity in activities:
        for each in activity.fitting:
            found.setdefault(each.key, {})[activity.text] = each.score
    return found


def _possibility(
    gap: Gap,
    question: Question,
    ready: PreparedStructure,
    *,
    wanted: Mapping[str, Match],
    scores: Mapping[PartKey, Mapping[str, float]],
) -> Possibility:
    structure = ready.structure
    return Possibility(
        qualification=structure.qualification(gap.crebo),
        current=structure.current[gap.crebo],
        gap=gap,
        first=question.first,
        score=_score(gap, scores),
        wanted=wanted,
    )


def _score(gap: Gap, scores: Mapping[PartKey, Mapping[str, float]]) -> float:
    """One point per settled part; per activity that recurs half a point, and half the score of what fits it best."""
    settled = sum(each.how is not Cover.PROPOSED for each in gap.covered)
    best: dict[str, float] = {}
    for each in gap.covered:
        for text, score in scores.get(each.through, {}).items():
            best[text] = max(best.get(text, 0.0), score)
    return settled + sum((1 + score) / 2 for score in sorted(best.values()))


def _level_fits(crebo: str, question: Question, ready: PreparedStructure) -> bool:
    """Whether the level is asked for; an unknown level is never a reason to leave something out."""
    level = ready.structure.qualification(crebo).level
    return not question.levels or level is None or level.value in question.levels


def _order(possibility: Possibility) -> tuple[float, float, str]:
    left = possibility.gap.hours.left
    return (-possibility.score, left if left is not None else float("inf"), possibility.qualification.crebo)
