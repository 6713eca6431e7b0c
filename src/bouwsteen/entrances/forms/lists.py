"""Things of the structure as they stand in a list, and statements as rows, as JSON."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.records import (
    Certificate,
    CoreTask,
    Domain,
    Institution,
    Offer,
    OptionalModule,
    Qualification,
    QualificationFile,
    WorkProcess,
)


def qualification_item(found: Qualification, structure: DatedCatalogue) -> dict[str, Any]:
    return _item("qualification", found.crebo, found.crebo, found.name) | {
        "level": found.level.value if found.level else None,
        **_domain_of(found),
        "file": found.file.value if found.file else None,
        "hours": found.study_load_hours,
        "current": structure.current[found.crebo].value,
        "confidence": found.confidence.value,
    }


def file_item(found: QualificationFile) -> dict[str, Any]:
    return _item("file", found.code, found.code, found.title or "") | {
        **_domain_of(found),
        "confidence": found.confidence.value,
    }


def module_item(found: OptionalModule) -> dict[str, Any]:
    return _item("module", found.code, found.code, found.title) | {
        "hours": found.study_load_hours,
        "confidence": found.confidence.value,
    }


def part_item(found: CoreTask | WorkProcess) -> dict[str, Any]:
    return _item(found.key.kind.value, str(found.key), found.code, found.title) | {
        "confidence": found.confidence.value
    }


def certificate_item(found: Certificate) -> dict[str, Any]:
    return _item("certificate", found.code, found.code, found.name) | {"confidence": found.confidence.value}


def _domain_of(found: Qualification | QualificationFile) -> dict[str, Any]:
    """The domain, with who says so and how sure it is."""
    said = found.domain
    return {
        "domain": said.value if said else None,
        "domain_confidence": said.confidence.value if said else None,
        "domain_source": said.source if said else None,
    }


def domain_item(found: Domain) -> dict[str, Any]:
    return _item("domain", found.code, found.code, found.title) | {"confidence": found.confidence.value}


def _item(kind: str, key: str, code: str, title: str) -> dict[str, Any]:
    """What every item has; what has no meaning for a kind, or is unknown, is null."""
    unknown = dict.fromkeys(
        ("level", "domain", "domain_confidence", "domain_source", "file", "hours", "current")
    )
    return {"key": key, "code": code, "kind": kind, "title": title, **unknown}


def institution_form(found: Institution) -> dict[str, Any]:
    return {
        "code": found.code,
        "name": found.name,
        "brin": found.brin,
        "sources": list(found.sources),
        "confidence": found.confidence.value,
    }


def offer_form(found: Offer) -> dict[str, Any]:
    return {
        "key": offer_key(found),
        "module": found.module,
        "qualification": found.qualification,
        "file": found.file,
        "institution": found.institution,
        "sources": list(found.sources),
        "confidence": found.confidence.value,
    }


def offer_key(found: Offer) -> str:
    """An offer has no code: module, qualification or file, and school together name it."""
    return f"{found.module}~{found.qualification or found.file}~{found.institution}"


def row_form(value: Any) -> Any:
    """A statement as it stands in its table: every field, under its own name.

    >>> row_form((PartKey("25698", "2024", "B1-K1"), date(2026, 8, 1), None))
    ['25698/2024/B1-K1', '2026-08-01', None]
    """
    match value:
        case PartKey():
            return str(value)
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case tuple():
            return [row_form(each) for each in value]
        case Mapping():
            return {name: row_form(each) for name, each in value.items()}
        case _ if is_dataclass(value):
            return {each.name: row_form(getattr(value, each.name)) for each in fields(value)}
        case _:
            return value
