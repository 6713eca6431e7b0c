"""Parts that overlap more than 70% with another, inside one file and across files."""

from dataclasses import dataclass

from bouwsteen.model.codes import PartKey
from bouwsteen.questions.reuse.overlap import Basis, Overlap, overlaps, task_overlaps
from bouwsteen.services.ports import PartTexts
from bouwsteen.services.reused import Reused


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapReport:
    """What overlaps, most first, and on what that rests: parts with a text, of all parts that were compared."""

    overlaps: tuple[Overlap, ...]
    compared: int
    with_text: int


def find_overlap(reused: Reused, texts: PartTexts, *, place: str | None = None) -> OverlapReport:
    """The overlaps; with `place` those of which a part stands in that file or is required by that qualification.

    Raises `UnknownCode` for a place that is not known.
    """
    structure = reused.ready.structure
    if place is not None and place not in structure.files:
        structure.qualification(place)
    catalogue = structure.catalogue
    keys = [key for key in catalogue.work_processes if catalogue.current_key(key) == key]
    wanted = [key for key in keys if place is None or _stands(key, place, reused)]
    known = {key: each.text for key, each in texts.of(keys).items() if each.text}
    found = (
        *overlaps(reused.work_processes, known, reused.files),
        *task_overlaps(_elements(reused), reused.files),
    )
    kept = [
        each
        for each in found
        if place is None
        or (_stands(each.left, place, reused) and _stands(each.right, place, reused))
        or (
            each.basis is not Basis.PARTS
            and (_stands(each.left, place, reused) or _stands(each.right, place, reused))
        )
    ]
    return OverlapReport(
        overlaps=tuple(kept), compared=len(wanted), with_text=len(known.keys() & set(wanted))
    )


def _stands(key: PartKey, place: str, reused: Reused) -> bool:
    return key.owner == place or place in reused.holders.get(key, ())


def _elements(reused: Reused) -> dict[PartKey, frozenset[str]]:
    """The elements of every core task under its present key; one without known work processes has none."""
    catalogue = reused.ready.structure.catalogue
    return {
        key: elements
        for key in catalogue.core_tasks
        if catalogue.current_key(key) == key
        and (
            elements := frozenset(
                reused.element_of[each.key] for each in catalogue.processes_of_task.get(key, ())
            )
        )
    }
