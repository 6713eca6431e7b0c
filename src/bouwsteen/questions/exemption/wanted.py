"""The parts of the wanted qualification about which exemption can be asked, in the order of the programme.

    core task B1-K1            with its work processes under it
    nederlands, rekenen …      the generic parts of its level
    K0059                      the modules that somebody chose, has a result of, or has evidence of
    bpv, beroepsvereisten      placement, and statutory requirements where the qualification has them

Source: WEB art. 7.2.2, 7.2.6, 7.2.8 (BWBR0007625); EKB art. 3, 17a, 17b, 17d (BWBR0027963).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import GenericPart
from bouwsteen.model.records import CoreTask, Qualification
from bouwsteen.rules.parameters import PART_OF_SUBJECT, generic_subjects


class WantedKind(StrEnum):
    """What a part of the programme is; the value is what JSON shows."""

    CORE_TASK = "core-task"
    WORK_PROCESS = "work-process"
    GENERIC = "generic"
    CITIZENSHIP = "citizenship"
    MODULE = "module"
    PLACEMENT = "placement"
    STATUTORY = "statutory"


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedPart:
    """One part: `name` is how a person's file names it, `key` its key where it has one.

    `title` is the official title, empty for what has none. `applies` UNKNOWN: it may be required.
    """

    name: str
    kind: WantedKind
    key: PartKey | None = None
    title: str = ""
    parts: tuple["WantedPart", ...] = ()
    applies: Outcome = Outcome.YES


def wanted_parts(
    structure: DatedCatalogue, qualification: Qualification, modules: Iterable[str] = ()
) -> tuple[WantedPart, ...]:
    """The parts of `qualification`, with these modules."""
    level = qualification.level.value if qualification.level else None
    tasks = (_task(structure, task) for task in structure.core_tasks[qualification.crebo])
    generic = (_generic(slug, applies) for slug, applies in generic_subjects(level))
    chosen = (_module(structure, code) for code in sorted(set(modules)))
    return (*tasks, *generic, *chosen, *_others(qualification))


def every(parts: Iterable[WantedPart]) -> Iterator[WantedPart]:
    """Each part, and each that stands under it."""
    for part in parts:
        yield part
        yield from every(part.parts)


def _task(structure: DatedCatalogue, task: CoreTask) -> WantedPart:
    return WantedPart(
        name=task.code,
        kind=WantedKind.CORE_TASK,
        key=task.key,
        title=task.title,
        parts=tuple(
            WantedPart(name=each.code, kind=WantedKind.WORK_PROCESS, key=each.key, title=each.title)
            for each in structure.work_processes(task.key)
        ),
    )


def _generic(slug: str, applies: Outcome) -> WantedPart:
    subject = PART_OF_SUBJECT[slug]
    kind = WantedKind.CITIZENSHIP if subject is GenericPart.CITIZENSHIP else WantedKind.GENERIC
    return WantedPart(name=subject.value, kind=kind, applies=applies)


def _module(structure: DatedCatalogue, code: str) -> WantedPart:
    found = structure.modules.get(code)
    return WantedPart(name=code, kind=WantedKind.MODULE, title=found.title if found else "")


def _others(qualification: Qualification) -> Iterator[WantedPart]:
    yield WantedPart(name=GenericPart.PLACEMENT.value, kind=WantedKind.PLACEMENT)
    if qualification.statutory_requirements is not False:
        stated = qualification.statutory_requirements is True
        yield WantedPart(
            name=GenericPart.STATUTORY.value,
            kind=WantedKind.STATUTORY,
            applies=Outcome.YES if stated else Outcome.UNKNOWN,
        )
