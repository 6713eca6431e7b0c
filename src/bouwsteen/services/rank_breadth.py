"""The broad elements: families that recur over sectors, broadest first."""

from dataclasses import dataclass

from bouwsteen.model.sources import Confidence
from bouwsteen.questions.reuse.breadth import Breadth
from bouwsteen.questions.reuse.standing import Standing, State
from bouwsteen.services.reused import Reused

LEAST_SECTORS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BroadElement:
    """A family that recurs over sectors. `general`: its title names no object, so it may be broad in name only.

    `inferred` are the sectors that no source states for any of the qualifications in them.
    """

    standing: Standing
    breadth: Breadth
    general: bool
    inferred: frozenset[str]


def rank_breadth(reused: Reused, *, least_sectors: int = LEAST_SECTORS) -> tuple[BroadElement, ...]:
    """Families in at least `least_sectors` known sectors that nobody rejected; titles that name an object first."""
    found = [
        BroadElement(
            standing=standing,
            breadth=breadth,
            general=reused.is_general(standing.family.title),
            inferred=frozenset(breadth.sectors) - _stated(standing, reused),
        )
        for breadth in reused.breadths.values()
        if len(breadth.sectors) >= least_sectors
        and (standing := reused.standing_by_id[breadth.element]).state is not State.REJECTED
    ]
    return tuple(sorted(found, key=lambda each: each.general))


def _stated(standing: Standing, reused: Reused) -> set[str]:
    sectors = (reused.sector(each.crebo) for each in reused.qualifications(standing.family.keys))
    return {each.code for each in sectors if each and each.confidence is not Confidence.INFERRED}
