"""What one unit says in one period under one recognised code, as records of the model."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bouwsteen.adapters.exchange.rio.findings import Findings
from bouwsteen.adapters.exchange.rio.items import Unit
from bouwsteen.adapters.exchange.rio.joining import Joined, Link, Recognised
from bouwsteen.adapters.exchange.rio.vocabulary import MODULES, STRUCTURES, UnitType
from bouwsteen.model.period import Validity, study_year
from bouwsteen.model.records import (
    Certificate,
    Domain,
    ExternalId,
    OptionalModule,
    Qualification,
    QualificationFile,
    Record,
    RelationKind,
    UnitRelation,
)
from bouwsteen.model.sources import Confidence, Fact, Source, SourceKind

RIO = Source(
    id="rio",
    kind=SourceKind.REGISTER,
    title="Registratie Instellingen en Opleidingen (RIO), open-data API",
    publisher="DUO",
    address="https://lod.onderwijsregistratie.nl/rio-api",
)
SCHEME = "rio"
INCOMPLETE_BECAUSE = "no-parts-in-rio"
_SAYS: dict[str, Any] = {"sources": (RIO.id,), "confidence": Confidence.OFFICIAL}


@dataclass(frozen=True, slots=True)
class Statement:
    """One unit in one period under one recognised code, and what is around it."""

    unit: Unit
    recognised: Recognised
    joined: Joined
    exported: date | None
    findings: Findings

    @property
    def code(self) -> str:
        return self.recognised.code

    @property
    def version(self) -> str:
        return f"rio-{self.unit.start}"

    @property
    def valid(self) -> Validity:
        """Up to the first end there is, of the unit or of its recognition; no end registered: unknown."""
        ends = [day for day in (self.unit.end, self.recognised.end) if day and day > self.unit.start]
        return Validity(start=self.unit.start, end=min(ends, default=None), end_known=bool(ends))

    @property
    def seen(self) -> tuple[int, ...]:
        """The study year of the export, when the unit and its recognition held on that day."""
        day, ended = self.exported, self.recognised.end
        if day is None or day < self.unit.start or (ended is not None and ended <= day):
            return ()
        end = self.valid.end
        return (study_year(day),) if end is None or day < end else ()

    def upper(self, type_: UnitType, unit: Unit | None = None) -> str | None:
        """The recognised code of the unit of this type that it belongs to; of several the one that held last."""
        below = unit or self.unit
        links = [
            link
            for link in self.joined.links_from.get(below.code, ())
            if link.kind is RelationKind.BELONGS_TO
            and link.overlaps(below)
            and self.joined.units[link.object][0].type is type_
        ]
        last = max((link.relation.end or date.max for link in links), default=None)
        codes = {
            code
            for link in links
            if (link.relation.end or date.max) == last
            for code in self.joined.codes(link.object)
        }
        if len(codes) > 1:
            self.findings.note(
                below.place, "several-above", ", ".join(sorted(codes)), f"one {type_}", kind=type_
            )
        return codes.pop() if len(codes) == 1 else None

    def domain(self) -> str | None:
        """The domain it belongs to, itself or through its file."""
        direct = self.upper(UnitType.DOMAIN)
        file = self.upper(UnitType.FILE)
        if direct or file is None:
            return direct
        versions = [
            unit
            for link in self.joined.links_from.get(self.unit.code, ())
            if link.kind is RelationKind.BELONGS_TO and file in self.joined.codes(link.object)
            for unit in self.joined.units[link.object]
        ]
        found = {self.upper(UnitType.DOMAIN, unit) for unit in versions} - {None}
        return found.pop() if len(found) == 1 else None

    def relations(self) -> Iterator[tuple[Link, UnitRelation]]:
        for link in self.joined.links_from.get(self.unit.code, ()):
            start, end = link.relation.start, link.relation.end
            for code in self.joined.codes(link.object):
                yield (
                    link,
                    UnitRelation(
                        kind=link.kind,
                        subject=self.code,
                        object=code,
                        valid=Validity(start=start, end=end, end_known=end is not None),
                        **_SAYS,
                    ),
                )


def records(statement: Statement) -> Iterator[Record]:
    """What one unit says: its record, if the model has one for its type, and how RIO names it."""
    yield ExternalId(unit=statement.code, scheme=SCHEME, value=statement.unit.code, **_SAYS)
    make = _MAKERS.get(statement.unit.type)
    if make:
        yield make(statement)


def _domain(statement: Statement) -> Domain:
    return Domain(code=statement.code, title=statement.unit.name, **_SAYS)


def _file(statement: Statement) -> QualificationFile:
    return QualificationFile(
        code=statement.code,
        version=statement.version,
        title=statement.unit.name,
        domain=_fact(statement.upper(UnitType.DOMAIN)),
        ministry=statement.recognised.ministry,
        valid=statement.valid,
        last_intake=statement.recognised.last_intake,
        members=_members(statement),
        **_SAYS,
    )


def _members(statement: Statement) -> tuple[str, ...]:
    joined = statement.joined
    codes = {
        code
        for link in joined.links_to.get(statement.unit.code, ())
        if link.kind is RelationKind.BELONGS_TO and link.overlaps(statement.unit)
        if joined.units[link.subject][0].type in STRUCTURES
        for code in joined.codes(link.subject)
    }
    return tuple(sorted(codes))


def _qualification(statement: Statement) -> Qualification:
    unit = statement.unit
    return Qualification(
        crebo=statement.code,
        version=statement.version,
        name=unit.name,
        owner=statement.code,
        file=_fact(statement.upper(UnitType.FILE)),
        domain=_fact(statement.domain()),
        level=_fact(unit.level),
        type=_fact(unit.programme_type),
        pathways=statement.recognised.pathways,
        study_load_hours=unit.study_load_hours,
        statutory_requirements=True if unit.requiring_ministry else None,
        ministry=unit.requiring_ministry,
        structure=STRUCTURES[unit.type],
        incomplete_because=INCOMPLETE_BECAUSE,
        valid=statement.valid,
        last_intake=statement.recognised.last_intake,
        seen=statement.seen,
        **_SAYS,
    )


def _module(statement: Statement) -> OptionalModule:
    return OptionalModule(
        code=statement.code,
        version=statement.version,
        title=statement.unit.name,
        study_load_hours=statement.unit.study_load_hours,
        regional=statement.unit.type is UnitType.REGIONAL_MODULE,
        valid=statement.valid,
        **_SAYS,
    )


def _certificate(statement: Statement) -> Certificate:
    """Which part of a qualification it covers RIO does not say; of which module it is, a relation may."""
    joined = statement.joined
    modules = {
        code
        for link in joined.links_from.get(statement.unit.code, ())
        if link.kind is not RelationKind.SUCCESSION and link.overlaps(statement.unit)
        if joined.units[link.object][0].type in MODULES
        for code in joined.codes(link.object)
    }
    return Certificate(
        code=statement.code,
        name=statement.unit.name,
        module=modules.pop() if len(modules) == 1 else None,
        valid=statement.valid,
        **_SAYS,
    )


def _fact(value: Any) -> Fact[Any] | None:
    return None if value is None else Fact(value=value, source=RIO.id, confidence=Confidence.OFFICIAL)


_MAKERS: dict[UnitType, Callable[[Statement], Record]] = {
    UnitType.DOMAIN: _domain,
    UnitType.FILE: _file,
    **dict.fromkeys(STRUCTURES, _qualification),
    **dict.fromkeys(MODULES, _module),
    UnitType.CERTIFIABLE_UNIT: _certificate,
}
