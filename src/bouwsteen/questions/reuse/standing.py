"""What people said of a family, as it stands now: proposed, confirmed, rejected; its name; and what joined since.

A mark belongs to the family that now holds the part whose stamp is the family's id in the mark. So it stays with its
family when members join, and when a family falls apart it goes with the oldest member of then; or, where that is in no
family any more, with most of the members of then.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bouwsteen.model.codes import PartKey
from bouwsteen.model.records import FamilyMark, FamilyVerdict
from bouwsteen.questions.reuse.families import Families, Family, stamp


class State(StrEnum):
    """How a family stands."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A family with what was said of it. `id` is the one that marks use, where there are any.

    `since` are members that joined after the verdict: they are proposed again, nobody has seen them. `said` is all that
    was said, the last first.
    """

    family: Family
    id: str
    state: State
    title: str
    since: tuple[PartKey, ...] = ()
    by: str = ""
    on: date | None = None
    said: tuple[FamilyMark, ...] = ()

    @property
    def withdrawn(self) -> bool:
        """Whether the last thing that was said took back what was said before."""
        return bool(self.said) and self.said[0].verdict is FamilyVerdict.WITHDRAWN

    @property
    def counting(self) -> bool:
        """Whether anything counts that was said."""
        return bool(self.said) and not self.withdrawn


def standings(found: Families, marks: Iterable[FamilyMark]) -> tuple[Standing, ...]:
    """Every family as it stands, in the order of `found`."""
    of_family: dict[str, list[FamilyMark]] = {}
    for mark in sorted(marks, key=lambda each: each.number):
        family = found.by_stamp.get(mark.family) or _of_most_members(mark, found)
        if family:
            of_family.setdefault(family.id, []).append(mark)
    return tuple(_standing(family, of_family.get(family.id, ())) for family in found.all)


def judged(standing: Standing, marks: Iterable[FamilyMark]) -> Standing:
    """The same family as it stands with these marks; those of other families may be among them."""
    ids = {standing.id, *(each.family for each in standing.said), *map(stamp, standing.family.keys)}
    own = [each for each in marks if each.family in ids]
    return _standing(standing.family, sorted(own, key=lambda each: each.number))


def _of_most_members(mark: FamilyMark, found: Families) -> Family | None:
    held = Counter(family.id for key in mark.members if (family := found.of.get(key)))
    return found.by_stamp[min(held, key=lambda name: (-held[name], name))] if held else None


def _standing(family: Family, marks: Sequence[FamilyMark]) -> Standing:
    counting = _not_withdrawn(marks)
    verdicts = [each for each in counting if each.verdict is not FamilyVerdict.NAMED]
    names = [each for each in counting if each.verdict is FamilyVerdict.NAMED]
    title = names[-1].title if names else family.title
    last = verdicts[-1] if verdicts else None
    newest = marks[-1] if marks else None
    return Standing(
        family=family,
        id=marks[0].family if marks else family.id,
        state=State(last.verdict.value) if last else State.PROPOSED,
        title=title,
        since=tuple(key for key in family.keys if last and key not in last.members),
        by=newest.by if newest else "",
        on=newest.on if newest else None,
        said=tuple(marks[::-1]),
    )


def _not_withdrawn(marks: Sequence[FamilyMark]) -> Sequence[FamilyMark]:
    """What was said since the last time that everything was withdrawn."""
    last = max((at for at, each in enumerate(marks) if each.verdict is FamilyVerdict.WITHDRAWN), default=-1)
    return marks[last + 1 :]
