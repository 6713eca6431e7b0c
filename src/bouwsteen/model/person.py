"""What a person brings: how they are enrolled, which results they have, and what else they can show.

Nobody's name is needed, and none is kept. A `Result` is an outcome of the present programme; `Evidence` is
anything from elsewhere that may count: it grants nothing before the law or the examination board says so.

    person
    ├── enrolment     start, qualification, pathway, years, institution …
    ├── results       core task, module, generic subject, placement: a mark or a judgement
    └── evidence      certificate, diploma, exam, practice statement, experience

Source: WEB art. 7.4.6 (BWBR0007625) and EKB art. 3, 3b, 17 (BWBR0027963) for what counts.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bouwsteen.model.records import Pathway


class Judgement(StrEnum):
    """A result in words. Source: EKB art. 17 (BWBR0027963); the words are those of schools' regulations."""

    INSUFFICIENT = "onvoldoende"
    SUFFICIENT = "voldoende"
    GOOD = "goed"
    FULFILLED = "voldaan"
    NOT_FULFILLED = "niet voldaan"
    POSITIVE = "positief"
    NOT_POSITIVE = "niet positief"
    TAKEN = "deelgenomen"
    EXEMPTED = "vrijgesteld"


class GenericPart(StrEnum):
    """What a result can be of, beside core tasks and modules: the words that a person's file uses."""

    DUTCH = "nederlands"
    NUMERACY = "rekenen"
    ENGLISH = "engels"
    CITIZENSHIP = "loopbaan-burgerschap"
    PLACEMENT = "bpv"
    STATUTORY = "beroepsvereisten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A result of one part: a core task (`B1-K1`), a module (`K0059`) or a `GenericPart`.

    `mark` runs from 1 to 10. `level` belongs to generic subjects (2F, 3F, mbo-3, B1 …). `study_load_hours` is
    used only where the catalogue gives none.
    """

    part: str
    mark: Decimal | None = None
    judgement: Judgement | None = None
    level: str = ""
    study_load_hours: int | None = None
    day: date | None = None


class EvidenceKind(StrEnum):
    """What somebody can show; the values are those of a person's file."""

    CERTIFICATE = "certificate"
    DIPLOMA = "diploma"
    EXAM = "exam"
    PRACTICE_STATEMENT = "practice-statement"
    VALIDATED_EXPERIENCE = "validated-experience"
    EXPERIENCE = "experience"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something from elsewhere: what it is, what it covers (codes, keys or a crebo), where it comes from.

    `origin` is `from` in a person's file: mbo, havo, vwo, vmbo, company …
    """

    kind: EvidenceKind
    covers: tuple[str, ...]
    origin: str = ""
    level: str = ""
    mark: Decimal | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who follows, or wants to follow, a programme. None in any field: not said, so unknown.

    `entered_year` is the study year of the programme in which they began, at `start`; not said: the first.
    `years` is the nominal duration of the programme; `formative_parts` whether it holds vormende onderdelen
    (EKB art. 17d lid 3); `chosen` the modules that are wanted but have no result; `goals` further crebo codes.
    """

    start: date | None = None
    qualification: str | None = None
    pathway: Pathway | None = None
    years: int | None = None
    entered_year: int | None = None
    graduation: date | None = None
    formative_parts: bool | None = None
    institution: str | None = None
    funded: bool | None = None
    born: date | None = None
    leaving: bool | None = None
    start_qualification: bool | None = None
    results: tuple[Result, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    chosen: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()
