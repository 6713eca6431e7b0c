"""Parts that overlap more than 70% with another, inside one file and across files."""

from collections.abc import Mapping
from dataclasses import dataclass

from bouwsteen.model.codes import PartKey
from bouwsteen.questions.reuse.overlap import Basis, Group, Overlap, grouped, overlaps, task_overlaps
from bouwsteen.questions.reuse.standing import State
from bouwsteen.services.ports import PartTexts
from bouwsteen.services.reused import Reused


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapReport:
    """What overlaps, most first, and on what that rests: parts with a text, of all parts that were compared.

    `groups` are the same by family, general titles last; `general` are the families with one. `without_file` counts
    pairs across files of which the file of one part is not known, so that it may be the same.
    """

    overlaps: tuple[Overlap, ...]
    groups: tuple[Group, ...]
    families: Mapping[PartKey, str]
    titles: Mapping[str, str]
    general: frozenset[str]
    compared: int
    with_text: int
    without_file: int


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
    kept = tuple(each for each in found if place is None or _concerns(each, place, reused))
    families = _families(reused)
    titles = {name: reused.titles[name] for name in families.values()}
    general = frozenset(name for name, title in titles.items() if reused.is_general(title))
    groups = grouped(kept, families)
    bases = list(Basis)
    return OverlapReport(
        overlaps=kept,
        groups=tuple(sorted(groups, key=lambda each: (bases.index(each.basis), each.family in general))),
        families=families,
        titles=titles,
        general=general,
        compared=len(wanted),
        with_text=len(known.keys() & set(wanted)),
        without_file=sum(_unknown_file(each, reused) for each in kept),
    )


def _concerns(overlap: Overlap, place: str, reused: Reused) -> bool:
    """Whether a side stands there; core tasks whose parts overlap only where both do."""
    sides = [_stands(key, place, reused) for key in (overlap.left, overlap.right)]
    return all(sides) if overlap.basis is Basis.PARTS else any(sides)


def _families(reused: Reused) -> dict[PartKey, str]:
    """Key of a part → the id of its family, unless people rejected that."""
    return {
        key: each.id
        for each in reused.standings
        if each.state is not State.REJECTED
        for key in each.family.keys
    }


def _unknown_file(overlap: Overlap, reused: Reused) -> bool:
    owners = {overlap.left.owner, overlap.right.owner}
    return not overlap.inside and bool(owners & reused.without_file)


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
