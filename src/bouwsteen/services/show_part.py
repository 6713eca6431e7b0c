"""One thing of the structure, by its code or key: a qualification, file, module, domain, certificate or part."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypedDict

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey, PartKind
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.period import Outcome, Validity
from bouwsteen.model.records import (
    Alternative,
    Certificate,
    CoreTask,
    Correction,
    Offer,
    Qualification,
    QualificationFile,
    WorkProcess,
)
from bouwsteen.model.sources import Confidence, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPart:
    """A part as it stands under another: `key` is its code where it has no key."""

    key: str
    code: str
    kind: str
    title: str
    confidence: Confidence | None = None
    parts: tuple["ShownPart", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that is known of one thing on one day; None: unknown. `complete` is None where it has no meaning."""

    key: str
    code: str
    kind: str
    title: str
    level: int | None = None
    level_confidence: Confidence | None = None
    domain: str | None = None
    domain_confidence: Confidence | None = None
    domain_source: Source | None = None
    file: str | None = None
    hours: int | None = None
    complete: bool | None = None
    incomplete_because: str = ""
    current: Outcome = Outcome.UNKNOWN
    valid: Validity = Validity()
    confidence: Confidence | None = None
    parts: tuple[ShownPart, ...] = ()
    holders: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    corrections: tuple[Correction, ...] = ()
    sources: tuple[Source, ...] = ()


def show_part(code: str, structure: DatedCatalogue) -> Shown:
    """What `code` names: owner/version/code of a part, or the code of a qualification, file, module, domain,
    certificate; also a code that it had before.

    Raises `UnknownCode` with codes that look like it, and `InvalidCode` for a key that is not of its form.
    """
    if "/" in code:
        return _part(PartKey.parse(code), structure)
    if code in structure.qualifications:
        return _qualification(structure.qualifications[code], structure)
    if code in structure.files:
        return _file(structure.files[code], structure)
    if code in structure.modules:
        return _module(code, structure)
    for domain in structure.catalogue.records.domains:
        if domain.code == code:
            return _domain(code, domain.title, domain.sources, structure)
    for certificate in structure.catalogue.records.certificates:
        if certificate.code == code:
            return _certificate(certificate, structure)
    now = structure.catalogue.current_code(code)
    if now != code:
        return show_part(now, structure)
    structure.qualification(code)
    raise UnknownCode(code)


def _qualification(found: Qualification, structure: DatedCatalogue) -> Shown:
    crebo = found.crebo
    return Shown(
        key=crebo,
        code=crebo,
        kind="qualification",
        title=found.name,
        level=found.level.value if found.level else None,
        level_confidence=found.level.confidence if found.level else None,
        **_domain_of(found, structure),
        file=found.file.value if found.file else None,
        hours=found.study_load_hours,
        complete=found.complete,
        incomplete_because=found.incomplete_because,
        current=structure.current[crebo],
        valid=found.valid,
        confidence=found.confidence,
        parts=(
            *(_shown_task(task, structure) for task in structure.core_tasks[crebo]),
            *(_shown(each, structure) for each in _without_core_task(found, structure)),
        ),
        offers=structure.offers.get(crebo, ()),
        alternatives=_alternatives(structure, found.owner, found.version),
        corrections=_corrections(structure, crebo),
        sources=_sources(structure, (*found.sources, *_own_sources(found))),
    )


class _DomainOf(TypedDict):
    domain: str | None
    domain_confidence: Confidence | None
    domain_source: Source | None


def _domain_of(found: Qualification | QualificationFile, structure: DatedCatalogue) -> _DomainOf:
    """The domain with who says so and how sure it is: often another source than that of the rest."""
    said = found.domain
    return {
        "domain": said.value if said else None,
        "domain_confidence": said.confidence if said else None,
        "domain_source": structure.catalogue.sources.get(said.source) if said else None,
    }


def _own_sources(found: Qualification) -> Iterator[str]:
    """The sources of single facts."""
    return (each.source for each in (found.level, found.domain, found.file) if each)


def _without_core_task(found: Qualification, structure: DatedCatalogue) -> Iterable[WorkProcess]:
    """Work processes whose core task no source names: the qualification is incomplete, but they are known."""
    catalogue, owner, version = structure.catalogue, found.owner, found.version
    own = {"B1", *catalogue.profiles.get((owner, version, found.crebo), ())}
    return (
        process
        for key, process in catalogue.work_processes.items()
        if (key.owner, key.version) == (owner, version)
        and (owner == found.crebo or key.division in own)
        and key._replace(code=key.core_task) not in catalogue.core_tasks
    )


def _file(found: QualificationFile, structure: DatedCatalogue) -> Shown:
    members = [
        each
        for each in structure.qualifications.values()
        if (each.file and each.file.value == found.code) or each.crebo in found.members
    ]
    return Shown(
        key=found.code,
        code=found.code,
        kind="file",
        title=found.title or "",
        **_domain_of(found, structure),
        valid=found.valid,
        confidence=found.confidence,
        parts=tuple(_shown_qualification(each) for each in members),
        offers=structure.offers.get(found.code, ()),
        sources=_sources(structure, found.sources),
    )


def _module(code: str, structure: DatedCatalogue) -> Shown:
    found = structure.modules[code]
    tasks = structure.catalogue.tasks_of_version.get((code, found.version), ())
    return Shown(
        key=code,
        code=code,
        kind="module",
        title=found.title,
        hours=found.study_load_hours,
        valid=found.valid,
        confidence=found.confidence,
        parts=tuple(_shown_task(task, structure) for task in tasks),
        offers=tuple(each for each in structure.catalogue.records.offers if each.module == code),
        corrections=_corrections(structure, code),
        sources=_sources(structure, found.sources),
    )


def _domain(code: str, title: str, sources: tuple[str, ...], structure: DatedCatalogue) -> Shown:
    members = [
        each for each in structure.qualifications.values() if each.domain and each.domain.value == code
    ]
    return Shown(
        key=code,
        code=code,
        kind="domain",
        title=title,
        parts=tuple(map(_shown_qualification, members)),
        sources=_sources(structure, sources),
    )


def _certificate(found: Certificate, structure: DatedCatalogue) -> Shown:
    keys = (*((found.part,) if found.part else ()), *found.may_concern)
    return Shown(
        key=found.code,
        code=found.code,
        kind="certificate",
        title=found.name,
        confidence=found.confidence,
        parts=tuple(_shown(structure.part(key), structure) for key in keys),
        certificates=(found,),
        sources=_sources(structure, found.sources),
    )


def _part(key: PartKey, structure: DatedCatalogue) -> Shown:
    found = structure.part(key)
    processes = structure.work_processes(found.key) if isinstance(found, CoreTask) else ()
    holders = {
        crebo
        for each in (found.key, *(one.key for one in processes))
        for crebo in structure.holders.get(each, ())
    }
    return Shown(
        key=str(found.key),
        code=found.code,
        kind=found.key.kind.value,
        title=found.title,
        confidence=found.confidence,
        parts=tuple(_shown(each, structure) for each in processes),
        holders=tuple(sorted(holders)),
        certificates=structure.certificates.get(found.key, ()),
        alternatives=tuple(
            each for each in _alternatives(structure, found.owner, found.version) if each.code == found.code
        ),
        sources=_sources(structure, found.sources),
    )


def _shown_qualification(found: Qualification) -> ShownPart:
    return ShownPart(
        key=found.crebo, code=found.crebo, kind="qualification", title=found.name, confidence=found.confidence
    )


def _shown_task(task: CoreTask, structure: DatedCatalogue) -> ShownPart:
    return _shown(task, structure, structure.work_processes(task.key))


def _shown(
    part: CoreTask | WorkProcess, structure: DatedCatalogue, processes: Iterable[WorkProcess] = ()
) -> ShownPart:
    kind = PartKind.CORE_TASK if isinstance(part, CoreTask) else PartKind.WORK_PROCESS
    return ShownPart(
        key=str(part.key),
        code=part.code,
        kind=kind.value,
        title=part.title,
        confidence=part.confidence,
        parts=tuple(_shown(each, structure) for each in processes),
    )


def _alternatives(structure: DatedCatalogue, owner: str, version: str) -> tuple[Alternative, ...]:
    rows = structure.catalogue.records.alternatives
    return tuple(each for each in rows if (each.owner, each.version) == (owner, version))


def _corrections(structure: DatedCatalogue, subject: str) -> tuple[Correction, ...]:
    return tuple(each for each in structure.catalogue.records.corrections if each.subject == subject)


def _sources(structure: DatedCatalogue, ids: Iterable[str]) -> tuple[Source, ...]:
    known = structure.catalogue.sources
    return tuple(known[each] for each in dict.fromkeys(ids) if each in known)
