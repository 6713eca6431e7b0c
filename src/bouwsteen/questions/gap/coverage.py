"""Which work processes somebody's claims cover, and how.

The part itself is covered by what the claim rests on; a part that is equal elsewhere is covered as `EQUAL`. That is
more than what she says of the part itself where a diploma lies under it, and less where she only says so elsewhere.
A claim that rests on text covers as `PROPOSED` and settles nothing. Claims of a core task are claims of each
of its work processes. The order of the claims never matters: the strongest cover is kept.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.codes import PartKey, PartKind
from bouwsteen.model.coverage import Claim, ClaimBasis, Cover

_HOW = (Cover.SAME, Cover.EQUAL, Cover.CONFIRMED, Cover.EQUAL, Cover.PROPOSED)
"""Strength, from 0, which is strongest → how a part is covered."""
_DIRECT = {ClaimBasis.ACHIEVED: 0, ClaimBasis.SAID: 2, ClaimBasis.TEXT: 4}
_ELSEWHERE = {ClaimBasis.ACHIEVED: 1, ClaimBasis.SAID: 3, ClaimBasis.TEXT: 4}


@dataclass(frozen=True, slots=True, order=True)
class CoverOfPart:
    """How one work process is covered, and through which; sorts strongest first."""

    strength: int
    through: PartKey
    evidence: str

    @property
    def how(self) -> Cover:
        return _HOW[self.strength]


def coverages(catalogue: Catalogue, claims: Iterable[Claim]) -> Mapping[PartKey, CoverOfPart]:
    """Key of each covered work process → its strongest cover."""
    found: dict[PartKey, CoverOfPart] = {}
    for claim in claims:
        for key, cover in _covers(catalogue, claim):
            if key not in found or cover < found[key]:
                found[key] = cover
    return found


def _covers(catalogue: Catalogue, claim: Claim) -> Iterator[tuple[PartKey, CoverOfPart]]:
    """The parts that one claim covers; of a core task whose work processes are unknown, the task itself."""
    direct, elsewhere = _DIRECT[claim.basis], _ELSEWHERE[claim.basis]
    for key in _work_processes(catalogue, catalogue.current_key(claim.key)):
        yield key, CoverOfPart(direct, key, claim.evidence)
        for equal in catalogue.equal_parts.get(key, ()):
            yield equal, CoverOfPart(elsewhere, key, claim.evidence)


def _work_processes(catalogue: Catalogue, key: PartKey) -> tuple[PartKey, ...]:
    if key.kind is PartKind.WORK_PROCESS:
        return (key,)
    return tuple(process.key for process in catalogue.processes_of_task.get(key, ())) or (key,)
