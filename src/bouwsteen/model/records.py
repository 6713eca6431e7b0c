"""What sources say of the structure: one record is one statement by one source.

A record is identified by the fields its class names in `IDENTITY`; two records with the same identity and
different sources are two statements about one thing, and both stay. `Catalogue` decides which one is shown.
`Records` holds one tuple per table; `Edition` is all that one source says of one version of one owner.
"""

from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from bouwsteen.model.codes import PartKey
from bouwsteen.model.concepts import Concept, Link
from bouwsteen.model.period import Validity
from bouwsteen.model.sources import Fact, Source
from bouwsteen.model.sources import Record as Record  # one statement of any table


class ProgrammeType(StrEnum):
    """Soort opleiding. Source: WEB art. 7.2.2 (BWBR0007625)."""

    ENTREE = "entree"
    BASIS = "basis"
    VAK = "vak"
    MIDDENKADER = "middenkader"
    SPECIALIST = "specialist"


class Pathway(StrEnum):
    """Leerweg. Source: WEB art. 7.2.2 and 1.4.1 (BWBR0007625)."""

    BOL = "bol"
    BBL = "bbl"
    THIRD = "ovo"


class Structure(StrEnum):
    """Whether a qualification is a regular one or belongs to an experiment."""

    REGULAR = "regular"
    CROSS_OVER = "cross-over"
    REGIONAL = "regional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain(Record):
    """Opleidingsdomein."""

    TABLE: ClassVar[str] = "domains"
    IDENTITY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    title: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorChamber(Record):
    """Sectorkamer of SBB; `number` is its number in the register."""

    TABLE: ClassVar[str] = "sector_chambers"
    IDENTITY: ClassVar[tuple[str, ...]] = ("number",)

    number: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution(Record):
    """A school. `code` is how offers name it; `brin` is None where no source gives it."""

    TABLE: ClassVar[str] = "institutions"
    IDENTITY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    name: str
    brin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationFile(Record):
    """Kwalificatiedossier, one version. `reconstructed`: no source names it; its members share a basic part."""

    TABLE: ClassVar[str] = "files"
    IDENTITY: ClassVar[tuple[str, ...]] = ("code", "version")

    code: str
    version: str
    title: str | None = None
    domain: Fact[str] | None = None
    sector_chamber: str | None = None
    register_number: str | None = None
    previous_version: str | None = None
    ministry: str | None = None
    status: str | None = None
    valid: Validity = Validity()
    last_intake: date | None = None
    reconstructed: bool = False
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualification(Record):
    """Kwalificatie, as one source describes it in one version.

    `owner` is the owner of its parts: the file's code if known, else its own. `seen` are the study years
    (the calendar year of 1 August) in which sources show it. `complete` says that all its core tasks and
    work processes are known; `incomplete_because` names why not. `study_load_hours` is the total in clock
    hours. None in any field: unknown.
    """

    TABLE: ClassVar[str] = "qualifications"
    IDENTITY: ClassVar[tuple[str, ...]] = ("crebo", "version")

    crebo: str
    version: str
    name: str
    owner: str
    file: Fact[str] | None = None
    domain: Fact[str] | None = None
    level: Fact[int] | None = None
    type: Fact[ProgrammeType] | None = None
    pathways: tuple[Pathway, ...] = ()
    study_load_hours: int | None = None
    statutory_requirements: bool | None = None
    ministry: str | None = None
    four_years: bool | None = None
    structure: Structure = Structure.REGULAR
    register_number: str | None = None
    complete: bool = False
    incomplete_because: str = ""
    valid: Validity = Validity()
    last_intake: date | None = None
    seen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Record):
    """What parts have in common: a place (owner, version, code) and a title."""

    IDENTITY: ClassVar[tuple[str, ...]] = ("owner", "version", "code")

    owner: str
    version: str
    code: str
    title: str
    register_number: str | None = None
    note: str = ""

    @property
    def key(self) -> PartKey:
        return PartKey(self.owner, self.version, self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class BasicPart(Part):
    """Basisdeel of a file: what all its qualifications share. Its code is B1."""

    TABLE: ClassVar[str] = "basic_parts"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfilePart(Part):
    """Profieldeel (P1, P2 …): what belongs to one qualification."""

    TABLE: ClassVar[str] = "profile_parts"
    IDENTITY: ClassVar[tuple[str, ...]] = ("owner", "version", "code", "qualification")

    qualification: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoreTask(Part):
    """Kerntaak."""

    TABLE: ClassVar[str] = "core_tasks"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkProcess(Part):
    """Werkproces."""

    TABLE: ClassVar[str] = "work_processes"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionalModule(Record):
    """Keuzedeel; `study_load_hours` is 240, 480 or 720, or None where no source gives it (EKB art. 17d)."""

    TABLE: ClassVar[str] = "modules"
    IDENTITY: ClassVar[tuple[str, ...]] = ("code", "version")

    code: str
    version: str
    title: str
    study_load_hours: int | None = None
    regional: bool = False
    valid: Validity = Validity()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Record):
    """A school offered a module with a qualification, or with a file. That no offer is known means nothing."""

    TABLE: ClassVar[str] = "offers"
    IDENTITY: ClassVar[tuple[str, ...]] = ("module", "qualification", "file", "institution")

    module: str
    qualification: str | None = None
    file: str | None = None
    institution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate(Record):
    """Mbo-certificaat. `part` only where owner, version and code agree; else `may_concern`, and why.

    `covers` is what its source says that it covers, as text. Source: WEB art. 7.2.3 (BWBR0007625).
    """

    TABLE: ClassVar[str] = "certificates"
    IDENTITY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    name: str
    covers: str = ""
    part: PartKey | None = None
    module: str | None = None
    may_concern: tuple[PartKey, ...] = ()
    because: str = ""
    valid: Validity = Validity()


class Certainty(StrEnum):
    """How sure a correction is: a certain one is applied, a likely one is marked, a doubtful one is left open."""

    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Record):
    """A mistake found in a source: what it says (`old`), what it should say (`new`), and the evidence.

    `subject` is a crebo code, `code` the part in it or empty, `field` what is wrong (title, name, level,
    structure, domain, hours).
    """

    TABLE: ClassVar[str] = "corrections"
    IDENTITY: ClassVar[tuple[str, ...]] = ("subject", "code", "field", "old", "new")

    subject: str
    code: str = ""
    field: str
    old: str = ""
    new: str = ""
    certainty: Certainty
    evidence: str = ""
    applied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative(Record):
    """Another value that a source gives for a field of a record, where sources differ."""

    TABLE: ClassVar[str] = "alternatives"
    IDENTITY: ClassVar[tuple[str, ...]] = ("owner", "version", "code", "field", "value")

    owner: str
    version: str
    code: str
    field: str
    value: str
    note: str = ""


class RelationKind(StrEnum):
    """How two units relate: RIO's Opleidingssamenhangsoort, then what SBB's overlap check says of a module."""

    SUCCESSION = "overgang"
    DERIVED_FROM = "afgeleid-van"
    VARIANT_OF = "variant-van"
    DEVELOPED_FOR = "ontwikkeld-voor"
    BELONGS_TO = "hierarchisch"
    OVERLAPS = "ondoelmatige-overlap"
    DOES_NOT_OVERLAP = "geen-ondoelmatige-overlap"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRelation(Record):
    """A relation between two units (codes), only where a source states it."""

    TABLE: ClassVar[str] = "relations"
    IDENTITY: ClassVar[tuple[str, ...]] = ("kind", "subject", "object")

    kind: RelationKind
    subject: str
    object: str
    valid: Validity = Validity()


FORMER = "bouwsteen-former"
"""The scheme of a code of our own that a unit had before: it still leads to the unit, and is never used again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalId(Record):
    """How another register names a unit: its `scheme` (for example `rio`) and `value`."""

    TABLE: ClassVar[str] = "external_ids"
    IDENTITY: ClassVar[tuple[str, ...]] = ("unit", "scheme")

    unit: str
    scheme: str
    value: str


class FamilyVerdict(StrEnum):
    """What somebody said of a family of parts."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    NAMED = "named"
    WITHDRAWN = "withdrawn"  # what was said of it before counts no longer


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyMark(Record):
    """What somebody said of a family: its `members` are one element, or not, or are called `title`. The last counts."""

    TABLE: ClassVar[str] = "family_marks"
    IDENTITY: ClassVar[tuple[str, ...]] = ("family", "number")

    family: str
    number: int
    verdict: FamilyVerdict
    members: tuple[PartKey, ...]
    title: str = ""
    by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """One tuple per table. Two `Records` are equal when they hold the same statements in the same order."""

    sources: tuple[Source, ...] = ()
    domains: tuple[Domain, ...] = ()
    sector_chambers: tuple[SectorChamber, ...] = ()
    institutions: tuple[Institution, ...] = ()
    files: tuple[QualificationFile, ...] = ()
    qualifications: tuple[Qualification, ...] = ()
    basic_parts: tuple[BasicPart, ...] = ()
    profile_parts: tuple[ProfilePart, ...] = ()
    core_tasks: tuple[CoreTask, ...] = ()
    work_processes: tuple[WorkProcess, ...] = ()
    modules: tuple[OptionalModule, ...] = ()
    offers: tuple[Offer, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    corrections: tuple[Correction, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    relations: tuple[UnitRelation, ...] = ()
    external_ids: tuple[ExternalId, ...] = ()
    concepts: tuple[Concept, ...] = ()
    links: tuple[Link, ...] = ()
    family_marks: tuple[FamilyMark, ...] = ()

    def tables(self) -> dict[str, tuple[Any, ...]]:
        """Name of each table → its records."""
        return {each.name: getattr(self, each.name) for each in fields(self)}

    def __add__(self, other: "Records") -> "Records":
        return Records(**{name: rows + getattr(other, name) for name, rows in self.tables().items()})

    def __len__(self) -> int:
        return sum(map(len, self.tables().values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """All that one source says of one version of one owner (a file, a qualification or a module).

    An empty `owner` holds what belongs to no owner: sources, domains, sector chambers, institutions, offers.
    `document` is the running text and every further detail of the register, in the form of the adapter that
    read it (None where there is none); the model never looks into it.
    """

    source: str
    owner: str = ""
    version: str = ""
    records: Records
    document: bytes | None = field(default=None, repr=False)
