"""Four files of SBB's register, edition 2016: 14 qualifications with their parts by code and title."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from bouwsteen.model.records import (
    BasicPart,
    CoreTask,
    ProfilePart,
    Qualification,
    QualificationFile,
    Records,
    SectorChamber,
    WorkProcess,
)
from bouwsteen.model.sources import Confidence, Fact, Source, SourceKind
from tools.catalogue.material import IN_2015, clean
from tools.catalogue.regulation import programme_type

Item = TypeVar("Item")

SOURCE = Source(
    id="sbb-xml-2016",
    kind=SourceKind.REGISTER,
    title="Export van het register van kwalificatiedossiers, editie 2016",
    publisher="SBB",
    year=2016,
    address="https://github.com/esprange/kwalificatie-dossier2016",
    licence="niet genoemd; alleen feiten",
)
SAID = {"sources": (SOURCE.id,), "confidence": Confidence.OFFICIAL}

_FILE = re.compile(r"### (.+) — dossiercrebo ([0-9]{5}) \(register nr ([0-9]+)")
_PROFILE = re.compile(r"- \*\*(P[0-9]+) (.+?)\*\* crebo ([0-9]{5}), niveau ([1-4]), (\w+), SBU ([0-9]+)")
_TASK = re.compile(r"\s*- ([BP][0-9]+-K[0-9]+) (.+?): (W1 .+)")


def official(value: Item) -> Fact[Item]:
    return Fact(value=value, source=SOURCE.id, confidence=Confidence.OFFICIAL)


@dataclass
class _Found:
    """What has been read so far of one file."""

    code: str
    version: str
    qualifications: list[Qualification] = field(default_factory=list)
    profiles: list[ProfilePart] = field(default_factory=list)
    tasks: list[CoreTask] = field(default_factory=list)
    processes: list[WorkProcess] = field(default_factory=list)


def register(data: Path) -> Records:
    """The four files; two facts of three of them (chamber, domain) come from the exports themselves."""
    section = (
        (data / "mbo" / "facts.md")
        .read_text(encoding="utf-8")
        .partition("\n## 1.")[2]
        .partition("\n## 2.")[0]
    )
    exports = {root.find("dossiers/dossier/dossiercrebos/dossiercrebo").text: root for root in _exports(data)}  # type: ignore[union-attr]
    records = Records(sources=(SOURCE,), sector_chambers=tuple(_chambers(next(iter(exports.values())))))
    for block in re.split(r"\n(?=### )", section)[1:]:
        records += _file(block, exports)
    return records


def _exports(data: Path) -> Iterator[ElementTree.Element]:
    for path in sorted((data / "sbb-xml").glob("*.xml")):
        yield ElementTree.parse(path).getroot()


def _chambers(root: ElementTree.Element) -> Iterator[SectorChamber]:
    for each in root.iterfind("sectorkamers/sectorkamer"):
        yield SectorChamber(number=each.get("nr", ""), title=clean(each.get("titel")), **SAID)


def _file(block: str, exports: dict[str | None, ElementTree.Element]) -> Records:
    head = _FILE.match(block)
    if head is None:
        raise ValueError(f"not a file: {block[:80]!r}")
    title, code, number = head.groups()
    found = _Found(code, f"{number}-2015-08-01")
    for line in block.splitlines()[1:]:
        _read(line, found)
    domain, chamber = _domain_and_chamber(exports.get(code))
    file = QualificationFile(
        code=code,
        version=found.version,
        title=clean(title),
        domain=official(domain) if domain else None,
        sector_chamber=chamber,
        register_number=number,
        valid=IN_2015,
        members=tuple(sorted(each.crebo for each in found.qualifications)),
        **SAID,
    )
    basic = BasicPart(owner=code, version=found.version, code="B1", title="Basisdeel", **SAID)
    return Records(
        files=(file,),
        qualifications=tuple(found.qualifications),
        basic_parts=(basic,),
        profile_parts=tuple(found.profiles),
        core_tasks=tuple(found.tasks),
        work_processes=tuple(found.processes),
    )


def _read(line: str, found: _Found) -> None:
    place = {"owner": found.code, "version": found.version}
    if profile := _PROFILE.match(line):
        code, name, crebo, level, type_, hours = profile.groups()
        found.profiles.append(ProfilePart(code=code, title=clean(name), qualification=crebo, **place, **SAID))
        found.qualifications.append(
            Qualification(
                crebo=crebo,
                name=clean(name),
                file=official(found.code),
                level=official(int(level)),
                type=official(programme_type(type_)),
                study_load_hours=int(hours),
                complete=True,
                valid=IN_2015,
                **place,
                **SAID,
            )
        )
    elif task := _TASK.match(line):
        code, title, processes = task.groups()
        found.tasks.append(CoreTask(code=code, title=clean(title), **place, **SAID))
        for number, name in re.findall(r"(W[0-9]+) (.*?)(?=; W[0-9]+ |$)", processes):
            found.processes.append(WorkProcess(code=f"{code}-{number}", title=clean(name), **place, **SAID))


def _domain_and_chamber(root: ElementTree.Element | None) -> tuple[str | None, str | None]:
    if root is None:
        return None, None
    file = root.find("dossiers/dossier")
    chamber = root.find("dossiers/dossier/voorblad/omschrijving/penvoerder/sectorkamer")
    if file is None or chamber is None:
        return None, None
    codes = {each.get("nr"): each.get("crebo") for each in root.iterfind("domeinen/domein")}
    return codes.get(file.get("referentiedomein")) or None, chamber.get("referentie")
