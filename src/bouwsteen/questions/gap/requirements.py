"""What a qualification requires, all of it, before anybody has shown anything.

Nothing official says how many hours a core task or work process takes, so every figure below the whole is an
estimate: the advised shares (70% vocational, 15% generic, 15% optional modules), the vocational share divided
evenly over the work processes. Source of the shares: Regeling model en toetsingskader (BWBR0036147), §1.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import chain

from bouwsteen.model.catalogue import Catalogue, DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import CertificateLink, Gap, HoursEstimate, Requirement, RequirementKind
from bouwsteen.model.period import Outcome
from bouwsteen.model.records import Certificate, CoreTask, ProgrammeType, Qualification, WorkProcess
from bouwsteen.rules.parameters import (
    GENERIC_SHARE,
    MODULE_SHARE,
    VOCATIONAL_SHARE,
    generic_subjects,
    module_obligation_hours,
    nominal_study_load,
    programme_type,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationRequirements:
    """All that one qualification requires: its core tasks in order, then what is no part of the occupation.

    `keys` are the keys of the work processes of each core task, in the order of `tasks`; of a core task whose
    work processes are not known, its own key.
    """

    crebo: str
    tasks: tuple[Requirement, ...]
    keys: tuple[tuple[PartKey, ...], ...]
    others: tuple[Requirement, ...]
    hours: HoursEstimate


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureRequirements:
    """The requirements of every qualification on one day, ready to be compared with anybody's claims.

    `whole` is the gap of somebody who covers nothing; `holders` says which qualifications require a part.
    """

    catalogue: Catalogue
    by_crebo: Mapping[str, QualificationRequirements]
    whole: Mapping[str, Gap]
    holders: Mapping[PartKey, tuple[str, ...]]


def requirements(structure: DatedCatalogue) -> StructureRequirements:
    """The requirements on the day of `structure`. Linear in work processes; make it once a catalogue."""
    by_crebo = {
        crebo: _requirements(structure, qualification)
        for crebo, qualification in structure.qualifications.items()
    }
    return StructureRequirements(
        catalogue=structure.catalogue,
        by_crebo=by_crebo,
        whole={crebo: _untouched(each) for crebo, each in by_crebo.items()},
        holders=_holders(by_crebo),
    )


def _untouched(required: QualificationRequirements) -> Gap:
    return Gap(
        crebo=required.crebo,
        covered=(),
        remaining=(*required.tasks, *required.others),
        hours=required.hours,
    )


def _holders(by_crebo: Mapping[str, QualificationRequirements]) -> dict[PartKey, tuple[str, ...]]:
    found: defaultdict[PartKey, list[str]] = defaultdict(list)
    for crebo, each in by_crebo.items():
        for key in chain.from_iterable(each.keys):
            found[key].append(crebo)
    return {key: tuple(crebos) for key, crebos in found.items()}


def _requirements(structure: DatedCatalogue, qualification: Qualification) -> QualificationRequirements:
    tasks = structure.core_tasks[qualification.crebo]
    processes = [structure.work_processes(task.key) for task in tasks]
    total, basis = _total_hours(qualification)
    parts = sum(map(len, processes))
    modules = _module_hours(qualification, total, structure.day)
    rest = total - modules if total and modules is not None else None
    each = rest * _VOCATIONAL / parts if rest and parts and qualification.complete else None
    required = tuple(
        _task(structure, task, found, each) for task, found in zip(tasks, processes, strict=True)
    )
    others = tuple(_others(qualification, modules, rest))
    return QualificationRequirements(
        crebo=qualification.crebo,
        tasks=required,
        keys=tuple(
            tuple(process.key for process in found) or (task.key,)
            for task, found in zip(tasks, processes, strict=True)
        ),
        others=others,
        hours=HoursEstimate(
            total=total,
            left=estimated_hours((*required, *others)) if each else None,
            basis=basis if each else "incomplete" if total else basis,
        ),
    )


def estimated_hours(left: tuple[Requirement, ...]) -> int:
    """The sum of the estimates, in whole clock hours, rounded half up."""
    return int(sum((each.hours for each in left if each.hours), start=Fraction(0)) + Fraction(1, 2))


def _task(
    structure: DatedCatalogue, task: CoreTask, processes: tuple[WorkProcess, ...], each: Fraction | None
) -> Requirement:
    return Requirement(
        key=str(task.key),
        code=task.code,
        title=task.title,
        kind=RequirementKind.CORE_TASK,
        parts=tuple(_process(structure, process, each) for process in processes),
        hours=each * len(processes) if each else None,
        certificates=_certificates(structure.certificates.get(task.key)),
    )


def _process(structure: DatedCatalogue, process: WorkProcess, each: Fraction | None) -> Requirement:
    return Requirement(
        key=str(process.key),
        code=process.code,
        title=process.title,
        kind=RequirementKind.WORK_PROCESS,
        hours=each,
        certificates=_certificates(structure.certificates.get(process.key)),
    )


def _certificates(found: tuple[Certificate, ...] | None) -> tuple[CertificateLink, ...] | None:
    """The certificates known; None where none is known, for that is not the same as none."""
    if not found:
        return None
    return tuple(
        CertificateLink(
            code=each.code,
            name=each.name,
            may_concern=each.part is None,
            because=each.because,
        )
        for each in found
    )


_VOCATIONAL = VOCATIONAL_SHARE / (VOCATIONAL_SHARE + GENERIC_SHARE)
_GENERIC = GENERIC_SHARE / (VOCATIONAL_SHARE + GENERIC_SHARE)
"""What the occupation and the generic subjects take of what the optional modules leave."""


def _others(
    qualification: Qualification, modules: Fraction | None, rest: Fraction | None
) -> list[Requirement]:
    crebo = qualification.crebo
    level = qualification.level.value if qualification.level else None
    subjects = generic_subjects(level)
    generic_hours = rest * _GENERIC / len(subjects) if rest else None
    found = [
        _other(crebo, subject, RequirementKind.GENERIC, hours=generic_hours, applies=applies)
        for subject, applies in subjects
    ]
    found.append(_other(crebo, "module-obligation", RequirementKind.MODULE_OBLIGATION, hours=modules))
    found.append(_other(crebo, "placement", RequirementKind.PLACEMENT))
    if qualification.statutory_requirements is not False:
        stated = qualification.statutory_requirements is True
        found.append(
            _other(
                crebo,
                "legal-requirements",
                RequirementKind.LEGAL,
                applies=Outcome.YES if stated else Outcome.UNKNOWN,
            )
        )
    return found


def _module_hours(qualification: Qualification, total: int | None, on: date) -> Fraction | None:
    """The hours of the obligation, by law; where the type is unknown the advised share of the whole."""
    hours = module_obligation_hours(_type(qualification), on, four_years=qualification.four_years)
    if hours is not None:
        return Fraction(hours)
    return MODULE_SHARE * total if total else None


def _other(
    crebo: str,
    slug: str,
    kind: RequirementKind,
    *,
    hours: Fraction | None = None,
    applies: Outcome = Outcome.YES,
) -> Requirement:
    return Requirement(key=f"{crebo}/{slug}", code=slug, title=slug, kind=kind, hours=hours, applies=applies)


def _type(qualification: Qualification) -> ProgrammeType | None:
    if qualification.type:
        return qualification.type.value
    return programme_type(qualification.level.value if qualification.level else None)


def _total_hours(qualification: Qualification) -> tuple[int | None, str]:
    """The study load of the whole, and the slug of what it rests on."""
    if qualification.study_load_hours:
        return qualification.study_load_hours, "register"
    type_ = _type(qualification)
    if type_:
        return nominal_study_load(type_, four_years=qualification.four_years), "nominal"
    if qualification.level and qualification.level.value == 4:
        return nominal_study_load(ProgrammeType.MIDDENKADER), "nominal-middenkader-assumed"
    return None, "level-unknown"
