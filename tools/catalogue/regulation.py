"""The regulation of 2015: all 172 files and 470 qualifications. Source: BWBR0036352, annexes 1 and 4."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from bouwsteen.model.records import (
    Domain,
    Pathway,
    ProgrammeType,
    Qualification,
    QualificationFile,
    Records,
)
from bouwsteen.model.sources import Confidence, Fact, Source, SourceKind
from tools.catalogue.material import IN_2015, clean, rows

Item = TypeVar("Item")

SOURCE = Source(
    id="regeling-2015",
    kind=SourceKind.LAW,
    title="Regeling vaststelling kwalificatiedossiers 2015",
    publisher="Ministerie van Onderwijs, Cultuur en Wetenschap",
    year=2015,
    address="https://wetten.overheid.nl/BWBR0036352",
    licence="Auteurswet art. 11: geen auteursrecht",
)
SAID = {"sources": (SOURCE.id,), "confidence": Confidence.OFFICIAL}
VERSION = "2015"


def official(value: Item) -> Fact[Item]:
    return Fact(value=value, source=SOURCE.id, confidence=Confidence.OFFICIAL)


def regulation(folder: Path) -> Records:
    """Domains, files and qualifications as the regulation states them; it names no parts."""
    table = list(rows(folder / "kwalificaties_2015.csv"))
    four_years = {
        row["kwalificatie_crebo"] for row in rows(folder / "vierjarige_middenkaderopleidingen_2015.csv")
    }
    return Records(
        sources=(SOURCE,),
        domains=tuple(_domains(table)),
        files=tuple(_files(table)),
        qualifications=tuple(_qualification(row, four_years) for row in table),
    )


def _domain(row: dict[str, str]) -> Fact[str] | None:
    """Entree belongs to no domain: the table prints 79150 for it, the regulation's text says none (A-06)."""
    return None if row["kwalificatiedossier"].startswith("Entree") else official(row["domein_crebo"])


def _domains(table: list[dict[str, str]]) -> Iterator[Domain]:
    titles = {row["domein_crebo"]: re.sub(r"^[0-9]+\. ", "", row["opleidingsdomein"]) for row in table}
    for code, title in sorted(titles.items()):
        note = (
            "the text of the regulation counts 79150 and 79160 as one domain"
            if code in ("79150", "79160")
            else ""
        )
        yield Domain(code=code, title=clean(title), note=note, **SAID)


def _files(table: list[dict[str, str]]) -> Iterator[QualificationFile]:
    members: dict[str, list[str]] = {}
    first: dict[str, dict[str, str]] = {}
    for row in table:
        members.setdefault(row["dossier_crebo"], []).append(row["kwalificatie_crebo"])
        first.setdefault(row["dossier_crebo"], row)
    for code, row in sorted(first.items()):
        yield QualificationFile(
            code=code,
            version=VERSION,
            title=clean(row["kwalificatiedossier"]),
            domain=_domain(row),
            valid=IN_2015,
            members=tuple(sorted(members[code])),
            **SAID,
        )


_TYPES = {
    "entreeopleiding": ProgrammeType.ENTREE,
    "basisberoepsopleiding": ProgrammeType.BASIS,
    "vakopleiding": ProgrammeType.VAK,
    "middenkaderopleiding": ProgrammeType.MIDDENKADER,
    "specialistenopleiding": ProgrammeType.SPECIALIST,
}


def programme_type(text: str) -> ProgrammeType:
    return _TYPES[clean(text).casefold()]


def _qualification(row: dict[str, str], four_years: set[str]) -> Qualification:
    type_ = programme_type(row["soort_opleiding"])
    ministry = clean(row["beroepsvereisten"]).strip("-")
    return Qualification(
        crebo=row["kwalificatie_crebo"],
        version=VERSION,
        name=clean(row["kwalificatie"]),
        owner=row["dossier_crebo"],
        file=official(row["dossier_crebo"]),
        domain=_domain(row),
        level=official(int(row["niveau"])),
        type=official(type_),
        pathways=tuple(Pathway(each) for each in row["leerweg"].casefold().split("/")),
        statutory_requirements=bool(ministry),
        ministry=ministry or None,
        four_years=row["kwalificatie_crebo"] in four_years if type_ is ProgrammeType.MIDDENKADER else None,
        incomplete_because="no-parts-known",
        valid=IN_2015,
        **SAID,
    )
