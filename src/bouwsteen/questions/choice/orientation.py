"""What keeps the most programmes within reach: targets and parts, ready for the optimum.

Within reach is a qualification whose remaining parts fit the hours that are left. Nothing official says how many
hours a part takes, so the hours of a part are the least of the estimates of the qualifications that hold it; equal
parts are one part. An hour spent on a part that a qualification does not hold is lost for it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Gap, Requirement, RequirementKind
from bouwsteen.model.records import UnitRelation
from bouwsteen.questions.choice.options import Option, Target


@dataclass(frozen=True, slots=True, kw_only=True)
class PartsOfProgrammes:
    """The parts that programmes still ask for, each under one key, with whole hours by estimate."""

    hours: Mapping[PartKey, int]
    tasks: Mapping[str, Mapping[PartKey, tuple[PartKey, ...]]]

    def option(self, crebo: str, task: PartKey, *, serves: int = 0) -> Option | None:
        """The core task as an option; None where the hours of a part of it cannot be estimated."""
        keys = self.tasks[crebo][task]
        if not keys or any(key not in self.hours for key in keys):
            return None
        covers = {key: self.hours[key] for key in keys}
        return Option(code=str(task), hours=sum(covers.values()), covers=covers, serves=serves)

    def of(self, crebo: str) -> frozenset[PartKey]:
        """All parts that the programme still asks for."""
        return frozenset(key for keys in self.tasks.get(crebo, {}).values() for key in keys)


def parts_of_programmes(catalogue: Catalogue, gaps: Iterable[Gap]) -> PartsOfProgrammes:
    """The parts in what is left of each qualification."""
    hours: dict[PartKey, Fraction] = {}
    tasks: dict[str, dict[PartKey, tuple[PartKey, ...]]] = {}
    for gap in gaps:
        found: dict[PartKey, list[PartKey]] = {}
        for part in _work_processes(gap.remaining):
            key = PartKey.parse(part.key)
            one = one_key(catalogue, key)
            task = key._replace(code=key.core_task)
            found.setdefault(task, []).append(one)
            if part.hours is not None and gap.hours.left is not None:
                hours[one] = min(part.hours, hours.get(one, part.hours))
        tasks[gap.crebo] = {task: tuple(keys) for task, keys in found.items()}
    return PartsOfProgrammes(
        hours={key: int(each + Fraction(1, 2)) for key, each in hours.items()}, tasks=tasks
    )


def _work_processes(remaining: Iterable[Requirement]) -> Iterable[Requirement]:
    """The work processes that are left; of a core task without known work processes the task itself."""
    for each in remaining:
        if each.kind is RequirementKind.CORE_TASK:
            yield from each.parts or (each,)
        elif each.kind is RequirementKind.WORK_PROCESS:
            yield each


def one_key(catalogue: Catalogue, key: PartKey) -> PartKey:
    """The one key for this part and all that are equal to it."""
    return min((key, *catalogue.equal_parts.get(key, ())))


def target_of(
    gap: Gap, parts: PartsOfProgrammes, *, load: int, modules: frozenset[str] = frozenset()
) -> Target | None:
    """The qualification as a target; None where nothing can be said of its hours."""
    if gap.hours.left is None:
        return None
    obligation = sum(
        int(each.hours)
        for each in gap.remaining
        if each.kind is RequirementKind.MODULE_OBLIGATION and each.hours is not None
    )
    return Target(
        crebo=gap.crebo,
        slack=load - gap.hours.left,
        parts=parts.of(gap.crebo),
        modules=modules,
        obligation=obligation,
    )


def part_options(crebos: Sequence[str], parts: PartsOfProgrammes) -> tuple[Option, ...]:
    """Every core task of these programmes once; of those with equal parts the first, in the order of `crebos`."""
    found: dict[frozenset[PartKey], Option] = {}
    for crebo in crebos:
        for task in sorted(parts.tasks.get(crebo, {})):
            option = parts.option(crebo, task)
            if option is not None:
                found.setdefault(frozenset(option.covers), option)
    return tuple(found.values())


def coupled_modules(couplings: Mapping[str, Iterable[UnitRelation]]) -> Mapping[str, frozenset[str]]:
    """Code of a qualification or file → the modules that the register relates to it (`Overlaps.couplings`)."""
    found: dict[str, set[str]] = {}
    for module, relations in couplings.items():
        for each in relations:
            found.setdefault(each.object, set()).add(module)
    return {code: frozenset(modules) for code, modules in found.items()}
