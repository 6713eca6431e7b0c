"""What somebody brings, piece by piece, and what each piece is about.

A piece is one evidence of the person's file, or one result. What it covers is looked up in the catalogue: a key,
a bare code (`B1-K1`), a crebo, a module, a generic part, a certificate. What the catalogue does not know is kept
and named unknown. Titles never identify anything.

A bare code is unique only inside one version, so it needs a qualification: the one crebo that the same piece of
evidence names, else the qualification of the person's file, else the wanted one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain

from bouwsteen.model.catalogue import Catalogue, DatedCatalogue
from bouwsteen.model.codes import CREBO, MODULE, WORK_CODE, PartKey, PartKind
from bouwsteen.model.errors import InvalidCode
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import Evidence, EvidenceKind, GenericPart, Judgement, Person, Result
from bouwsteen.model.records import Qualification


class Naming(StrEnum):
    """How surely a piece names a part."""

    CERTAIN = "certain"  # by its key, or by a code that is nobody else's
    ASSUMED = "assumed"  # by a code without a version: taken as one of the qualification
    PERHAPS = "perhaps"  # a certificate of which the sources do not say for certain what it belongs to


@dataclass(frozen=True, slots=True)
class Named:
    """One part that a piece is about: a key, a module code or a generic part; `through` is what was written."""

    part: PartKey | str
    naming: Naming
    through: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing that somebody brings. `place` is where it stands in the file: `evidence[2]`.

    `here`: a result of the programme that is wanted. `diplomas` are the crebo codes of whole programmes that it
    covers; `unknown` what the catalogue does not know; `without_parts` programmes of which no part is known.
    """

    place: str
    kind: EvidenceKind
    origin: str = ""
    level: str = ""
    mark: Decimal | None = None
    judgement: Judgement | None = None
    day: date | None = None
    here: bool = False
    named: tuple[Named, ...] = ()
    diplomas: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    without_parts: tuple[str, ...] = ()


def pieces(person: Person, structure: DatedCatalogue, wanted: str) -> tuple[Piece, ...]:
    """Everything that somebody brings, in the order of the file: results first."""
    own = person.qualification or wanted
    # Where the file names none, nobody knows of which programme they are.
    here = person.qualification == wanted
    results = (
        _of_result(result, f"results[{number}]", structure, own, here=here)
        for number, result in enumerate(person.results, start=1)
    )
    evidence = (
        _of_evidence(each, f"evidence[{number}]", structure, own)
        for number, each in enumerate(person.evidence, start=1)
    )
    return (*results, *evidence)


def _of_result(result: Result, place: str, structure: DatedCatalogue, own: str, *, here: bool) -> Piece:
    found = _Covered(structure, own, result.day)
    found.take(result.part)
    return Piece(
        place=place,
        kind=EvidenceKind.EXAM,
        origin="mbo",
        level=result.level,
        mark=result.mark,
        judgement=result.judgement,
        day=result.day,
        here=here,
        named=tuple(found.named),
        unknown=tuple(found.unknown),
    )


def _of_evidence(evidence: Evidence, place: str, structure: DatedCatalogue, own: str) -> Piece:
    crebos = [each for each in evidence.covers if CREBO.fullmatch(each)]
    codes = [each for each in evidence.covers if WORK_CODE.fullmatch(each)]
    of_one = len(crebos) == 1 and bool(codes)
    diploma = evidence.kind is EvidenceKind.DIPLOMA
    found = _Covered(structure, crebos[0] if of_one else own, evidence.day, diploma=diploma)
    for each in evidence.covers:
        if not (of_one and each in crebos):
            found.take(each)
    return Piece(
        place=place,
        kind=evidence.kind,
        origin=evidence.origin,
        level=evidence.level,
        mark=evidence.mark,
        day=evidence.day,
        named=tuple(dict.fromkeys(found.named)),
        diplomas=tuple(found.diplomas),
        unknown=tuple(found.unknown),
        without_parts=tuple(found.without_parts),
    )


_BEHIND_EVERY_DIPLOMA = (
    GenericPart.DUTCH,
    GenericPart.NUMERACY,
    GenericPart.CITIZENSHIP,
    GenericPart.PLACEMENT,
)
"""Source: WEB art. 7.2.8 (BWBR0007625); EKB art. 3, 17a, 17b (BWBR0027963). English is behind one of level 4."""


class _Covered:
    """Gathers what one piece is about."""

    def __init__(
        self, structure: DatedCatalogue, own: str, day: date | None, *, diploma: bool = False
    ) -> None:
        self._structure = structure
        self._own = own
        self._day = day
        self._diploma = diploma
        self.named: list[Named] = []
        self.diplomas: list[str] = []
        self.unknown: list[str] = []
        self.without_parts: list[str] = []

    def take(self, written: str) -> None:
        if written in set(GenericPart):
            self.named.append(Named(written, Naming.CERTAIN, written))
        elif MODULE.fullmatch(written):
            self._module(written)
        elif CREBO.fullmatch(written):
            self._programme(written)
        elif WORK_CODE.fullmatch(written):
            self._code(written)
        elif "/" in written:
            self._key(written)
        else:
            self._certificate(written)

    def _module(self, code: str) -> None:
        self.named.append(Named(code, Naming.CERTAIN, code))
        if code not in self._structure.modules:
            self.unknown.append(code)

    def _programme(self, crebo: str) -> None:
        if crebo not in self._structure.qualifications:
            self.unknown.append(crebo)
            return
        self.diplomas.append(crebo)
        versions = versions_of(self._structure.catalogue, crebo, self._day)
        if not versions:
            self.without_parts.append(crebo)
        naming = Naming.CERTAIN if len(versions) == 1 else Naming.ASSUMED
        self.named += [Named(key, naming, crebo) for keys in versions for key in keys]
        if self._diploma:
            level = self._structure.qualifications[crebo].level
            generic = _BEHIND_EVERY_DIPLOMA + ((GenericPart.ENGLISH,) if level and level.value == 4 else ())
            self.named += [Named(each.value, Naming.CERTAIN, crebo) for each in generic]

    def _code(self, code: str) -> None:
        keys = [key for key in parts_of(self._structure, self._own) if _within(key, code)]
        if not keys:
            self.unknown.append(code)
        self.named += [Named(key, Naming.ASSUMED, code) for key in keys]

    def _key(self, written: str) -> None:
        try:
            key = self._structure.catalogue.current_key(PartKey.parse(written))
        except InvalidCode:
            self.unknown.append(written)
            return
        known = tuple(_with_what_is_under(self._structure, key))
        if not known:
            self.unknown.append(written)
        self.named += [Named(each, Naming.CERTAIN, written) for each in known]

    def _certificate(self, code: str) -> None:
        for each in self._structure.catalogue.records.certificates:
            if each.code == code:
                parts = (each.part,) if each.part else each.may_concern
                naming = Naming.CERTAIN if each.part else Naming.PERHAPS
                for part in parts:
                    key = self._structure.catalogue.current_key(part)
                    self.named += [
                        Named(one, naming, code) for one in _with_what_is_under(self._structure, key)
                    ]
                if each.module:
                    self.named.append(Named(each.module, Naming.CERTAIN, code))
                return
        self.unknown.append(code)


def versions_of(catalogue: Catalogue, crebo: str, day: date | None) -> tuple[tuple[PartKey, ...], ...]:
    """The parts of each version of a qualification that somebody may have had on `day`, under the keys of now.

    Versions of which no part is known are left out, and versions with the same parts stand once.
    """
    statements = (
        each
        for each in catalogue.records.qualifications
        if each.crebo == crebo and (day is None or each.valid.on(day) is not Outcome.NO)
    )
    versions = (tuple(map(catalogue.current_key, _parts_in(catalogue, each))) for each in statements)
    return tuple(dict.fromkeys(filter(None, versions)))


def _parts_in(catalogue: Catalogue, statement: Qualification) -> Iterator[PartKey]:
    owner, version, crebo = statement.owner, statement.version, statement.crebo
    divisions = {"B1", *catalogue.profiles.get((owner, version, crebo), ())}
    for task in catalogue.tasks_of_version.get((owner, version), ()):
        if owner == crebo or task.key.division in divisions:
            yield task.key
            yield from (each.key for each in catalogue.processes_of_task.get(task.key, ()))


def parts_of(structure: DatedCatalogue, crebo: str) -> Iterator[PartKey]:
    """The core tasks and work processes of a qualification, as it holds on the day of `structure`."""
    for task in structure.core_tasks.get(crebo, ()):
        yield task.key
        yield from (each.key for each in structure.work_processes(task.key))


def _with_what_is_under(structure: DatedCatalogue, key: PartKey) -> Iterable[PartKey]:
    """The part itself where it is known, and the work processes of a core task."""
    catalogue = structure.catalogue
    if key.kind is PartKind.WORK_PROCESS:
        return (key,) if key in catalogue.work_processes else ()
    tasks = [
        task
        for task in catalogue.tasks_of_version.get((key.owner, key.version), ())
        if _within(task.key, key.code)
    ]
    return chain.from_iterable(
        (task.key, *(each.key for each in structure.work_processes(task.key))) for task in tasks
    )


def _within(key: PartKey, code: str) -> bool:
    """Whether the part is `code`, or stands in it."""
    return key.code == code or key.code.startswith(f"{code}-")
