"""The map: which parts are shared between sectors, and between the qualifications in them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from bouwsteen.questions.reuse.standing import State
from bouwsteen.services.reused import Reused


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPart:
    """A family in the map: for each qualification that holds it, its sector (None: not known)."""

    id: str
    title: str
    kind: str
    places: Mapping[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsMap:
    """`between` counts families shared by two sectors, a sector with itself those in two or more of its files.

    `sectors` gives for each the number of qualifications with parts; `unplaced` those whose sector is not known.
    """

    parts: tuple[SharedPart, ...]
    sectors: Mapping[str, int]
    unplaced: int
    between: Mapping[tuple[str, str], int]


def map_shared_parts(reused: Reused) -> PartsMap:
    """Families of core tasks and work processes that qualifications hold on the day.

    Those are left out that people rejected, and those that are the same in name only.
    """
    parts = tuple(_shared(reused))
    placed: dict[str, str | None] = {}
    for crebo, tasks in reused.ready.structure.core_tasks.items():
        if tasks and reused.counts(crebo):
            sector = reused.sector(crebo)
            placed[crebo] = sector.code if sector else None
    between: Counter[tuple[str, str]] = Counter()
    for part in parts:
        files = {(reused.file(crebo), sector) for crebo, sector in part.places.items() if sector}
        counts = Counter(sector for _, sector in files)
        between.update(combinations(sorted(counts), 2))
        between.update((sector, sector) for sector, count in counts.items() if count > 1)
    return PartsMap(
        parts=parts,
        sectors=dict(sorted(Counter(each for each in placed.values() if each).items())),
        unplaced=sum(each is None for each in placed.values()),
        between=between,
    )


def _shared(reused: Reused) -> list[SharedPart]:
    found = []
    for standing in reused.standings:
        in_name = standing.state is State.PROPOSED and reused.is_general(standing.family.title)
        if in_name or standing.state is State.REJECTED:
            continue
        crebos = [
            each.crebo for each in reused.qualifications(standing.family.keys) if reused.counts(each.crebo)
        ]
        if len(crebos) > 1:
            places = {crebo: sector.code if (sector := reused.sector(crebo)) else None for crebo in crebos}
            found.append(
                SharedPart(
                    id=standing.id,
                    title=standing.title,
                    kind=standing.family.kind.value,
                    places=places,
                )
            )
    return found
