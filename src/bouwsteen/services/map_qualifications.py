"""The map of qualifications: of a sector or a chosen set, how many work processes each two have in common."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from bouwsteen.model.errors import UnknownCode
from bouwsteen.rules.parameters import sector_of
from bouwsteen.services.reused import Reused

UNKNOWN = "unknown"
"""Asks for the qualifications of which the sector is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedQualification:
    """A qualification on the map: its file, and how many elements it has.

    One of which the file is not known (`file_known`) stands for itself.
    """

    crebo: str
    file: str
    file_known: bool
    elements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedElement:
    """An element, and the qualifications on the map that have it."""

    id: str
    title: str
    crebos: tuple[str, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class QualificationsMap:
    """`sector` is its code, or `UNKNOWN`; None where the qualifications were chosen.

    `between` counts elements that two have; those of one file stand together, and share by design.

    `unknown` are qualifications of which no source gives the parts. `shared` are all elements in two or more.
    """

    sector: str | None
    placed: tuple[PlacedQualification, ...]
    unknown: tuple[str, ...]
    between: Mapping[tuple[str, str], int]
    shared: tuple[SharedElement, ...]

    def one_file(self, one: str, other: str) -> bool | None:
        """Whether two stand in one file; None where the file of one of them is not known."""
        first, second = self._placed[one], self._placed[other]
        if not (first.file_known and second.file_known):
            return None
        return first.file == second.file

    @cached_property
    def _placed(self) -> Mapping[str, PlacedQualification]:
        return {each.crebo: each for each in self.placed}


def map_sector(sector: str, reused: Reused) -> QualificationsMap:
    """The qualifications of a sector that have not ended; raises `UnknownCode` with the sectors there are."""
    crebos = [each for each in reused.ready.structure.qualifications if reused.counts(each)]
    wanted = sector_of(sector)
    chosen = [crebo for crebo in crebos if _sector(crebo, reused) == wanted]
    if not chosen:
        raise UnknownCode(sector, tuple(sorted({_sector(crebo, reused) for crebo in crebos} - {UNKNOWN})))
    return _map(chosen, reused, wanted)


def map_chosen(crebos: Sequence[str], reused: Reused) -> QualificationsMap:
    """The qualifications `crebos`; raises `UnknownCode`."""
    chosen = list(dict.fromkeys(crebos))
    for crebo in chosen:
        reused.ready.structure.qualification(crebo)
    return _map(chosen, reused, None)


def _map(crebos: Iterable[str], reused: Reused, sector: str | None) -> QualificationsMap:
    elements = {crebo: reused.elements(crebo) for crebo in crebos}
    names = reused.programme_names
    known = sorted(
        (crebo for crebo, each in elements.items() if each),
        key=lambda crebo: (reused.file(crebo), names[crebo], crebo),
    )
    holding: defaultdict[str, list[str]] = defaultdict(list)
    for crebo in known:
        for element in sorted(elements[crebo]):
            holding[element].append(crebo)
    between: Counter[tuple[str, str]] = Counter()
    for held in holding.values():
        between.update(combinations(held, 2))
    return QualificationsMap(
        sector=sector,
        placed=tuple(
            PlacedQualification(
                crebo=crebo,
                file=reused.file(crebo),
                file_known=crebo not in reused.without_file,
                elements=len(elements[crebo]),
            )
            for crebo in known
        ),
        unknown=tuple(sorted(crebo for crebo, each in elements.items() if not each)),
        between=between,
        shared=tuple(
            SharedElement(id=element, title=reused.titles[element], crebos=tuple(held))
            for element, held in sorted(holding.items())
            if len(held) > 1
        ),
    )


def _sector(crebo: str, reused: Reused) -> str:
    sector = reused.sector(crebo)
    return sector.code if sector else UNKNOWN
