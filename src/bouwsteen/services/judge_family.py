"""A person confirms, rejects or names a family, or takes that back; one ledger entry, with who and when."""

from dataclasses import dataclass

from bouwsteen.model.records import Edition, FamilyMark, FamilyVerdict, Records
from bouwsteen.model.sources import Confidence, Source, SourceKind
from bouwsteen.questions.reuse.errors import NothingToWithdraw
from bouwsteen.questions.reuse.standing import Standing, judged
from bouwsteen.services.policy import Action, Actor, require
from bouwsteen.services.ports import Clock, Ledger, day_here

SOURCE = "family-marks"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The mark, and the number of the ledger entry with which it came in."""

    mark: FamilyMark
    number: int


def judge_family(
    standing: Standing,
    verdict: FamilyVerdict,
    ledger: Ledger,
    *,
    clock: Clock,
    actor: Actor,
    by: str = "",
    title: str = "",
) -> Judged:
    """Records what `by`, else the actor, says of the family as it is now.

    Raises `NotAllowed`, and `NothingToWithdraw` for a family of which nothing counts that was said.
    Nothing is ever erased: a later mark counts instead, and one that withdraws leaves nothing that counts.
    """
    require(actor, Action.JUDGE_FAMILY)
    now = clock.now()
    known = ledger.history().at().records.family_marks
    if verdict is FamilyVerdict.WITHDRAWN and not judged(standing, known).counting:
        raise NothingToWithdraw(standing.id, standing.title)
    mark = FamilyMark(
        family=standing.id,
        number=max((each.number for each in known), default=0) + 1,
        verdict=verdict,
        members=standing.family.keys,
        title=title,
        by=by or actor.name,
        on=day_here(now),
        sources=(SOURCE,),
        confidence=Confidence.CONFIRMED,
    )
    edition = Edition(source=SOURCE, records=Records(sources=(_SOURCE,), family_marks=(mark,)))
    adoption = ledger.adopt([edition], actor=mark.by, reason=f"{verdict} {standing.id}", recorded=now)
    return Judged(mark=mark, number=adoption.entry.number if adoption.entry else 0)


def said_of_families(ledger: Ledger, *, actor: Actor) -> tuple[FamilyMark, ...]:
    """Everything that was ever said of families, the last first, as the ledger has it now; raises `NotAllowed`."""
    require(actor, Action.JUDGE_FAMILY)
    marks = ledger.history().at().records.family_marks
    return tuple(sorted(marks, key=lambda each: -each.number))


_SOURCE = Source(id=SOURCE, kind=SourceKind.CHECK, title="Oordelen van mensen over families van onderdelen")
