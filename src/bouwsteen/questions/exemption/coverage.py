"""Which pieces are about which part, and how near they are to it.

Only keys decide: the same part (or the key it had before), or a part that the catalogue calls equal. A core task
is covered as a whole when its own key is, or when each of its work processes is. Anything else that looks alike
is left to the examination board.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.codes import PartKey, PartKind
from bouwsteen.questions.exemption.claims import Named, Naming, Piece


class Nearness(StrEnum):
    """How near a piece is to a part, nearest first."""

    SAME = "same"  # about this very part
    EQUAL = "equal"  # about a part that is equal elsewhere
    ASSUMED = "assumed"  # names its code, without saying of which version
    PERHAPS = "perhaps"  # a certificate that may belong to it
    OTHER_SUBJECT = "other-subject"  # about something that schools may take for it: K0071 for Dutch


@dataclass(frozen=True, slots=True)
class Touch:
    """One piece that is about a part, how near it is, and what in it says so."""

    piece: Piece
    nearness: Nearness
    through: str


Touches = Mapping[PartKey | str, Sequence[Touch]]


def touches(catalogue: Catalogue, brought: Iterable[Piece]) -> Touches:
    """Part → the pieces that are about it, each once, at its nearest, in the order of the file."""
    found: defaultdict[PartKey | str, list[Touch]] = defaultdict(list)
    for piece in brought:
        nearest: dict[PartKey | str, Touch] = {}
        for named in piece.named:
            for part, nearness in reached(catalogue, named):
                known = nearest.get(part)
                if known is None or _RANK[nearness] < _RANK[known.nearness]:
                    nearest[part] = Touch(piece, nearness, named.through)
        for part, touch in nearest.items():
            found[part].append(touch)
    return found


_RANK = {nearness: rank for rank, nearness in enumerate(Nearness)}
_DIRECT = {
    Naming.CERTAIN: Nearness.SAME,
    Naming.ASSUMED: Nearness.ASSUMED,
    Naming.PERHAPS: Nearness.PERHAPS,
}


def reached(catalogue: Catalogue, named: Named) -> Iterable[tuple[PartKey | str, Nearness]]:
    """Every part that what is named is about, and how near it is."""
    part = named.part
    yield part, _DIRECT[named.naming]
    if isinstance(part, PartKey):
        elsewhere = Nearness.PERHAPS if named.naming is Naming.PERHAPS else Nearness.EQUAL
        for equal in equal_keys(catalogue, part):
            yield equal, elsewhere


def equal_keys(catalogue: Catalogue, key: PartKey) -> Iterable[PartKey]:
    """The parts that are equal elsewhere; a core task is when its work processes are, one for one."""
    if key.kind is PartKind.WORK_PROCESS:
        return catalogue.equal_parts.get(key, ())
    processes = [each.key for each in catalogue.processes_of_task.get(key, ())]
    if not processes:
        return ()
    tasks = {
        PartKey(each.owner, each.version, each.core_task) for each in equal_keys(catalogue, processes[0])
    }
    return sorted(task for task in tasks if _alike(catalogue, processes, task))


def _alike(catalogue: Catalogue, processes: Sequence[PartKey], task: PartKey) -> bool:
    """Whether each work process of `task` is equal to one of `processes`, and there are no others."""
    others = {each.key for each in catalogue.processes_of_task.get(task, ())}
    mine = set(processes)
    return len(others) == len(mine) and all(
        mine & {each, *catalogue.equal_parts.get(each, ())} for each in others
    )
