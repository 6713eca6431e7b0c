"""What is left of each qualification after somebody's claims.

Every requirement that is left stands exactly once: a core task of which nothing is settled stands as a whole,
with its work processes under it; of a core task that is settled in part only the work processes that are left
stand by themselves. Generic subjects, the module obligation, placement and statutory requirements stay until
something settles them; a diploma of the qualification itself settles all of it. A proposal settles nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Claim, ClaimBasis, Cover, Coverage, Gap, HoursEstimate, Requirement
from bouwsteen.questions.gap.coverage import CoverOfPart, coverages
from bouwsteen.questions.gap.requirements import (
    QualificationRequirements,
    StructureRequirements,
    estimated_hours,
)

_Covers = Mapping[PartKey, CoverOfPart]


def gaps(required: StructureRequirements, people: Iterable[Sequence[Claim]]) -> list[tuple[Gap, ...]]:
    """For each person, one gap per qualification, in the order of `required.by_crebo`."""
    return [_gaps_of_one(required, claims) for claims in people]


def gaps_with_cover(
    required: StructureRequirements, claims: Sequence[Claim], asked: Callable[[str], bool]
) -> tuple[Gap, ...]:
    """The gaps of one person in which something is covered, of the qualifications `asked` for by their crebo."""
    covers, diplomas = _shown(required, claims)
    touched = frozenset().union(*(required.holders.get(key, ()) for key in covers))
    return tuple(
        _gap(each, covers, achieved=crebo in diplomas)
        for crebo, each in required.by_crebo.items()
        if crebo in touched and asked(crebo)
    )


def _gaps_of_one(required: StructureRequirements, claims: Sequence[Claim]) -> tuple[Gap, ...]:
    covers, diplomas = _shown(required, claims)
    touched = diplomas.union(*(required.holders.get(key, ()) for key in covers))
    return tuple(
        _gap(each, covers, achieved=crebo in diplomas) if crebo in touched else required.whole[crebo]
        for crebo, each in required.by_crebo.items()
    )


def _shown(required: StructureRequirements, claims: Sequence[Claim]) -> tuple[_Covers, frozenset[str]]:
    """The parts that the claims cover, and the crebos of the diplomas among them."""
    diplomas = frozenset(claim.evidence for claim in claims if claim.basis is ClaimBasis.ACHIEVED)
    return coverages(required.catalogue, claims), diplomas


def _gap(required: QualificationRequirements, covers: _Covers, *, achieved: bool) -> Gap:
    covered = tuple(
        _coverage(part, key, covers[key])
        for task, keys in zip(required.tasks, required.keys, strict=True)
        for part, key in zip(task.parts or (task,), keys, strict=True)
        if key in covers
    )
    remaining: tuple[Requirement, ...] = ()
    if not achieved:
        tasks = zip(required.tasks, required.keys, strict=True)
        left = (one for task, keys in tasks for one in _left_of_task(task, keys, covers))
        remaining = (*left, *required.others)
    return Gap(
        crebo=required.crebo,
        covered=covered,
        remaining=remaining,
        hours=_hours(required, covered, remaining),
    )


def _hours(
    required: QualificationRequirements, covered: Sequence[Coverage], remaining: tuple[Requirement, ...]
) -> HoursEstimate:
    """The hours of what remains; what is only proposed takes none away."""
    hours = required.hours
    if hours.left is None or (remaining and all(each.how is Cover.PROPOSED for each in covered)):
        return hours
    return replace(hours, left=estimated_hours(remaining))


def _coverage(part: Requirement, key: PartKey, cover: CoverOfPart) -> Coverage:
    return Coverage(
        key=key,
        code=part.code,
        title=part.title,
        how=cover.how,
        through=cover.through,
        evidence=cover.evidence,
    )


def _left_of_task(task: Requirement, keys: Sequence[PartKey], covers: _Covers) -> tuple[Requirement, ...]:
    """The task itself, or only what is left of it, or nothing when all of it is settled."""
    if not any(key in covers for key in keys):
        return (task,)
    left = tuple(
        replace(part, proposed=True) if key in covers else part
        for part, key in zip(task.parts or (task,), keys, strict=True)
        if key not in covers or covers[key].how is Cover.PROPOSED
    )
    if task.parts and len(left) == len(task.parts):
        return (replace(task, parts=left),)
    return left
