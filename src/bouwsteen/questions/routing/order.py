"""The order in which what is left can be done.

First come the parts of the occupation, in the order that was asked for; then the optional modules, the generic
subjects, placement and statutory requirements, which run beside all of it. Of parts that rank alike the basic
part comes before the profile, for it belongs to the most qualifications and keeps most options open.

What fits in half a study year (800 hours, by estimate) counts as *now*, and the first part always does; without
hours only the first part does. The order is a proposal: no law fixes one.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from bouwsteen.model.codes import work_code_order
from bouwsteen.model.coverage import OCCUPATION, Fit, Match, Requirement, RequirementKind, Step, StepMoment
from bouwsteen.rules.parameters import STUDY_YEAR_HOURS

NOW_HOURS = Fraction(STUDY_YEAR_HOURS, 2)

_Rank = tuple[float, ...]
_BESIDE = (
    RequirementKind.MODULE_OBLIGATION,
    RequirementKind.GENERIC,
    RequirementKind.PLACEMENT,
    RequirementKind.LEGAL,
)


class First(StrEnum):
    """What comes first."""

    CERTIFICATE = "certificate"  # parts that carry a certificate, or may: soonest employable
    SHORTEST = "shortest"  # the least hours: soonest a first result
    EMPLOYER = "employer"  # what an employer's text asks for


def steps(
    remaining: Sequence[Requirement], *, first: First, wanted: Mapping[str, Match] | None = None
) -> tuple[Step, ...]:
    """`remaining` in order, each with the reason why it stands there.

    `wanted` says, for `First.EMPLOYER`, how well a part (by its key) answers the employer's text. What fits well comes
    first, then what may fit; of what hardly fits nothing is concluded.
    """
    rank = _RANKS[first](wanted or {})
    occupation = sorted(
        (each for each in remaining if each.kind in OCCUPATION),
        key=lambda each: (*rank(each), *work_code_order(each.code)),
    )
    beside = sorted(
        (each for each in remaining if each.kind in _BESIDE), key=lambda each: _BESIDE.index(each.kind)
    )
    return (*_in_time(occupation, first, rank), *(_step(each, StepMoment.LATER, "beside") for each in beside))


def _in_time(
    occupation: Sequence[Requirement], first: First, rank: Callable[[Requirement], _Rank]
) -> list[Step]:
    found: list[Step] = []
    spent = Fraction(0)
    for index, each in enumerate(occupation):
        spent += each.hours if each.hours is not None else NOW_HOURS
        moment = StepMoment.NOW if index == 0 or spent <= NOW_HOURS else StepMoment.LATER
        found.append(_step(each, moment, _because(first, rank(each))))
    return found


def _step(requirement: Requirement, moment: StepMoment, because: str) -> Step:
    return Step(
        key=requirement.key,
        title=requirement.title,
        kind=requirement.kind,
        moment=moment,
        because=because,
        hours=requirement.hours,
        certificates=requirement.certificates,
    )


def _because(first: First, rank: _Rank) -> str:
    """The slug of the reason: the wish where this part answers it, else that it follows."""
    match first, rank[0]:
        case First.CERTIFICATE, 0:
            return "carries-certificate"
        case First.CERTIFICATE, 1:
            return "may-carry-certificate"
        case First.EMPLOYER, 0:
            return "employer-asks"
        case First.EMPLOYER, 1:
            return "employer-may-ask"
        case First.SHORTEST, _:
            return "shortest"
        case _:
            return "follows"


def _by_certificate(_: Mapping[str, Match]) -> Callable[[Requirement], _Rank]:
    return lambda each: (float(_certificate_rank(each)), *_hours(each))


def _by_hours(_: Mapping[str, Match]) -> Callable[[Requirement], _Rank]:
    return _hours


def _by_employer(wanted: Mapping[str, Match]) -> Callable[[Requirement], _Rank]:
    def rank(each: Requirement) -> _Rank:
        keys = (each.key, *(part.key for part in each.parts))
        answers = (wanted[key] for key in keys if key in wanted)
        return (*min(((_FITS[one.fit], -one.score) for one in answers), default=_NO_ANSWER), *_hours(each))

    return rank


_FITS = {Fit.GOOD: 0.0, Fit.POSSIBLE: 1.0, Fit.WEAK: 2.0}
_NO_ANSWER = (2.0, 0.0)


_RANKS = {
    First.CERTIFICATE: _by_certificate,
    First.SHORTEST: _by_hours,
    First.EMPLOYER: _by_employer,
}


def _certificate_rank(requirement: Requirement) -> int:
    """0 certainly carries one (itself or a part of it), 1 perhaps, 2 nothing known."""
    links = [link for each in (requirement, *requirement.parts) for link in each.certificates or ()]
    return min((int(link.may_concern) for link in links), default=2)


def _hours(requirement: Requirement) -> _Rank:
    return (float(requirement.hours) if requirement.hours is not None else float("inf"),)
