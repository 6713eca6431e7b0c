"""Qualifications, optional modules and certificates as programmes."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from bouwsteen.adapters.exchange.ooapi.names import CONSUMER, LONGEST, TEACHING, code, identifier, text
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.period import Validity
from bouwsteen.model.records import (
    Certificate,
    CoreTask,
    OptionalModule,
    Pathway,
    Qualification,
    Record,
)

Form = dict[str, Any]
SECTOR = "secondary vocational education"
MODES = {Pathway.BOL: "full-time", Pathway.BBL: "dual training", Pathway.THIRD: "self-paced"}
"""Leerweg → modeOfStudy: told only where there is one way, for v5 has room for one."""


def qualification(found: Qualification, structure: DatedCatalogue, modules: Iterable[str]) -> Form:
    """`modules` are the codes of those that it was seen offered with."""
    tasks = structure.core_tasks[found.crebo]
    form = _programme("qualification", found.crebo, found.name, "program", "Kwalificatie", found.version)
    form["primaryCode"] = code("crohoCreboCode", found.crebo)
    if found.level:
        form["level"] = f"{SECTOR} {found.level.value}"
        form["levelOfQualification"] = str(found.level.value)
    if len(found.pathways) == 1:
        form["modeOfStudy"] = MODES[found.pathways[0]]
    children = [identifier("module", each) for each in modules]
    return _completed(form, found, found.valid, hours=found.study_load_hours) | _parts(
        tasks,
        structure,
        children,
        unitType="x-kwalificatie",
        formalDocument="diploma",
        crebo=found.crebo,
        file=found.file.value if found.file else None,
        domain=found.domain.value if found.domain else None,
        pathways=[each.value for each in found.pathways],
        current=structure.current[found.crebo].value,
        **_said(found),
    )


def module(found: OptionalModule, structure: DatedCatalogue, certificates: Iterable[Certificate]) -> Form:
    tasks = structure.catalogue.tasks_of_version.get((found.code, found.version), ())
    form = _programme("module", found.code, found.title, "minor", "Keuzedeel", found.version)
    form["primaryCode"] = code("crohoCreboCode", found.code)
    form["level"] = SECTOR
    children = [identifier("certificate", each.code) for each in certificates]
    return _completed(form, found, found.valid, hours=found.study_load_hours) | _parts(
        tasks,
        structure,
        children,
        unitType="x-keuzedeel",
        formalDocument="no official document",
        regional=found.regional,
        **_said(found),
    )


def certificate(found: Certificate, *, known: bool) -> Form:
    """`known`: its module is one that holds, so that it can be its parent."""
    form = _programme("certificate", found.code, found.name, "track", "Mbo-certificaat", "")
    form["primaryCode"] = code("identifier", found.code)
    form["level"] = SECTOR
    if found.module and known:
        form["parent"] = identifier("module", found.module)
    made = _completed(form, found, found.valid)
    made["consumers"] = _consumer(
        unitType="x-certificaat",
        formalDocument="certificate",
        part=str(found.part) if found.part else None,
        mayConcern=[str(each) for each in found.may_concern],
        because=found.because,
        **_said(found),
    )
    return made


def _programme(kind: str, key: str, name: str, programme_type: str, in_dutch: str, version: str) -> Form:
    """What every programme must have. Nobody gives an abbreviation, so the code stands there."""
    where = f", versie {version}" if version else ""
    return {
        "programId": identifier(kind, key),
        "programType": programme_type,
        "name": text(name or key),
        "abbreviation": key[:LONGEST],
        "description": text(f"{in_dutch} {key}{where}."),
        "teachingLanguage": TEACHING,
        "sector": SECTOR,
        "otherCodes": [code("identifier", f"/id/{kind}/{key}")],
    }


def _completed(form: Form, found: Record, valid: Validity, *, hours: int | None = None) -> Form:
    """With hours and days where a source states them; a start "at latest" is no start."""
    if hours is not None:
        form["studyLoad"] = {"studyLoadUnit": "sbu", "value": hours}
    if valid.start and not valid.start_at_latest:
        form["validFrom"] = valid.start.isoformat()
    if valid.end:
        form["validTo"] = valid.end.isoformat()
    return form


def _parts(
    tasks: Iterable[CoreTask], structure: DatedCatalogue, children: list[str], **facts: object
) -> Form:
    """Work processes as outcomes, whole core tasks as they hang together, and the programmes inside this one."""
    whole = [_part(each.key, each.title, _work_of(each, structure)) for each in tasks]
    outcomes = [text(work["title"]) for task in whole for work in task["parts"]]
    form: Form = {"consumers": _ready(_consumer(parts=whole, **facts))}
    if outcomes:
        form["learningOutcomes"] = _ready(outcomes)
    if children:
        form["children"] = children
    return form


def _ready(content: object) -> msgspec.Raw:
    """What nobody searches, as it will be sent: a quarter of the memory."""
    return msgspec.Raw(msgspec.json.encode(content))


def _work_of(task: CoreTask, structure: DatedCatalogue) -> list[Form]:
    return [_part(each.key, each.title, []) for each in structure.work_processes(task.key)]


def _part(key: PartKey, title: str, parts: list[Form]) -> Form:
    return {"key": str(key), "code": key.code, "kind": key.kind.value, "title": title, "parts": parts}


def _said(found: Record) -> Mapping[str, object]:
    return {"confidence": found.confidence.value, "sources": list(found.sources)}


def _consumer(**facts: object) -> list[Form]:
    return [{"consumerKey": CONSUMER, **facts}]
