"""What one or several diplomas ask, as needs, and everything that can be done for them, as works.

A part that two diplomas ask is one work: it counts once. A generic subject at a higher level serves the lower one
too. What is left of the module obligation is filled with modules of choice, 240 hours each.
Source: EKB art. 3a, 17a and 17d (BWBR0027963).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Requirement, RequirementKind
from bouwsteen.model.period import Outcome
from bouwsteen.questions.choice.space import LEAST_SIZE
from bouwsteen.questions.gap import QualificationRequirements
from bouwsteen.questions.routing.rounding import rounded
from bouwsteen.questions.routing.selection import Need, Work
from bouwsteen.rules.comparing import level_at_least
from bouwsteen.rules.parameters import LEVEL_OF, generic_level
from bouwsteen.services.prepared import PreparedStructure


class ThingKind(StrEnum):
    """What can be done on a route; the value is what JSON shows."""

    PART = "part"
    GENERIC = "generic"
    MODULE = "module"
    MODULE_OF_CHOICE = "module-of-choice"
    PLACEMENT = "placement"
    LEGAL = "legal-requirement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A work as a person knows it. `hours_known`: whether there is an estimate; `goals` are served by it.

    `title` is official where it is a part or module, else a slug; `task` is the core task that a part stands in,
    `level` that of a generic subject.
    """

    key: str
    kind: ThingKind
    title: str
    code: str = ""
    task: str = ""
    task_key: str = ""
    level: str = ""
    hours_known: bool = True
    goals: tuple[str, ...] = ()


def reaches(level: str, asked: str) -> bool:
    """Whether `level` is for certain the one that is asked or a higher one."""
    return level_at_least(level, asked) is Outcome.YES


@dataclass(slots=True)
class Asked:
    """The needs and works of some goals, gathered goal by goal."""

    ready: PreparedStructure
    needs: dict[str, Need] = field(default_factory=dict)
    works: dict[str, Work] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    generic: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Need → subject and level."""
    perhaps: list[str] = field(default_factory=list)
    """Slugs of what may be asked too, but nobody here knows."""

    @property
    def structure(self) -> DatedCatalogue:
        return self.ready.structure

    def canonical(self, key: PartKey) -> str:
        """One name for a part and all that are equal to it."""
        now = self.structure.catalogue.current_key(key)
        return str(min((now, *self.structure.catalogue.equal_parts.get(now, ()))))

    def canonicals(self, key: PartKey) -> frozenset[str]:
        """The works of a part: of a core task those of its work processes."""
        now = self.structure.catalogue.current_key(key)
        processes = self.structure.work_processes(now)
        return frozenset(map(self.canonical, (each.key for each in processes))) or frozenset(
            {self.canonical(now)}
        )

    def parts_of(self, crebo: str) -> frozenset[str]:
        """The works of all parts that a qualification requires."""
        required = self.ready.requirements.by_crebo[crebo]
        return frozenset(self.canonical(key) for keys in required.keys for key in keys)

    def level_of(self, crebo: str) -> int | None:
        level = self.structure.qualification(crebo).level
        return level.value if level else None

    def need(self, crebo: str, name: str, amount: int = 1) -> str:
        key = f"{crebo}/{name}"
        self.needs[key] = Need(key=key, amount=amount)
        return key

    def work(
        self,
        thing: Thing,
        hours: int | None,
        serves: Iterable[str],
        *,
        size: int = 1,
        once: bool = False,
        wanted: bool = False,
    ) -> None:
        """Adds a work, or what another goal asks of it: the most hours, and all needs that it serves."""
        known = self.works.get(thing.key)
        goals = (*(self.things[thing.key].goals if known else ()), *thing.goals)
        self.things[thing.key] = replace(
            thing, goals=tuple(dict.fromkeys(goals)), hours_known=hours is not None
        )
        self.works[thing.key] = Work(
            key=thing.key,
            hours=max(hours or 0, known.hours if known else 0),
            serves=tuple(dict.fromkeys((*(known.serves if known else ()), *serves))),
            size=size,
            once=once,
            wanted=wanted,
        )


def asked(goals: Iterable[str], ready: PreparedStructure) -> Asked:
    """The needs and works of the goals; raises `UnknownCode`."""
    found = Asked(ready)
    for crebo in goals:
        ready.structure.qualification(crebo)
        required = ready.requirements.by_crebo[crebo]
        hours = _whole_hours(required)
        _parts(crebo, required, hours, found)
        for other in required.others:
            _ASKS[other.kind](crebo, other, hours.get(other.key), found)
    _generic_works(found)
    return found


def _whole_hours(required: QualificationRequirements) -> Mapping[str, int]:
    """The whole hours of each part that has an estimate, and of what is beside the occupation; not of the modules."""
    parts = chain.from_iterable(task.parts or (task,) for task in required.tasks)
    beside = (each for each in required.others if each.kind is not RequirementKind.MODULE_OBLIGATION)
    shares = {each.key: each.hours for each in chain(parts, beside) if each.hours is not None}
    return dict(zip(shares, rounded(tuple(shares.values())), strict=True))


def _parts(crebo: str, required: QualificationRequirements, hours: Mapping[str, int], found: Asked) -> None:
    for task, keys in zip(required.tasks, required.keys, strict=True):
        for part, key in zip(task.parts or (task,), keys, strict=True):
            name = found.canonical(key)
            thing = Thing(
                key=name,
                kind=ThingKind.PART,
                title=part.title,
                code=part.code,
                task=task.title,
                task_key=task.key,
                goals=(crebo,),
            )
            found.work(thing, hours.get(part.key), [found.need(crebo, name)])


def _generic(crebo: str, other: Requirement, hours: int | None, found: Asked) -> None:
    """A need only; its works are made when the levels of all goals are known."""
    if other.applies is Outcome.UNKNOWN:
        found.perhaps.append(other.code)
        return
    level = generic_level(other.code, found.level_of(crebo), found.structure.day)
    need = found.need(crebo, other.code)
    found.generic[need] = (other.code, level)
    key = f"{other.code} {level}".strip() if level or other.code not in LEVEL_OF else f"{crebo}/{other.code}"
    thing = Thing(key=key, kind=ThingKind.GENERIC, title=other.code, level=level, goals=(crebo,))
    found.work(thing, hours, [need])


def _generic_works(found: Asked) -> None:
    """A subject at a higher level serves what asks a lower one."""
    for key, thing in list(found.things.items()):
        if thing.kind is not ThingKind.GENERIC or not thing.level:
            continue
        lower = tuple(
            need
            for need, (subject, level) in found.generic.items()
            if subject == thing.title and reaches(thing.level, level)
        )
        found.works[key] = replace(found.works[key], serves=lower)
        found.things[key] = replace(thing, goals=tuple(need.partition("/")[0] for need in lower))


def _modules(crebo: str, other: Requirement, _: int | None, found: Asked) -> None:
    amount = int(other.hours) if other.hours else 0
    if not amount:
        found.perhaps.append(other.code)
        return
    need = found.need(crebo, other.code, amount)
    for at in range(-(-amount // LEAST_SIZE)):
        thing = Thing(
            key=f"{crebo}/module-of-choice-{at + 1}",
            kind=ThingKind.MODULE_OF_CHOICE,
            title=ThingKind.MODULE_OF_CHOICE.value,
            goals=(crebo,),
        )
        found.work(thing, LEAST_SIZE, [need], size=LEAST_SIZE)


def _own(kind: ThingKind, crebo: str, other: Requirement, hours: int | None, found: Asked) -> None:
    """What belongs to one programme and cannot be shared."""
    if other.applies is Outcome.UNKNOWN:
        found.perhaps.append(other.code)
        return
    thing = Thing(key=f"{crebo}/{other.code}", kind=kind, title=other.code, goals=(crebo,))
    found.work(thing, hours, [found.need(crebo, other.code)])


_ASKS = {
    RequirementKind.GENERIC: _generic,
    RequirementKind.MODULE_OBLIGATION: _modules,
    RequirementKind.PLACEMENT: lambda *given: _own(ThingKind.PLACEMENT, *given),
    RequirementKind.LEGAL: lambda *given: _own(ThingKind.LEGAL, *given),
}


def module_needs(found: Asked) -> Iterator[str]:
    """The needs that modules can meet."""
    return (key for key, need in found.needs.items() if need.amount > 1)


def add_module(code: str, found: Asked, *, wanted: bool) -> None:
    """A module that is wanted, or that carries a certificate; it serves one need, for nobody may count it twice.

    Without known hours it counts as the smallest, and is marked as unknown.
    """
    known = found.structure.modules.get(code)
    hours = known.study_load_hours if known else None
    thing = Thing(
        key=code,
        kind=ThingKind.MODULE,
        title=known.title if known else code,
        code=code,
        goals=tuple(need.partition("/")[0] for need in module_needs(found)),
    )
    size = hours or LEAST_SIZE
    found.work(thing, size, module_needs(found), size=size, once=True, wanted=wanted)
    found.things[code] = replace(found.things[code], hours_known=hours is not None)
