"""What somebody can show, what a qualification requires, and how the two meet.

A `Claim` grants nothing: the law or the examination board does. A `Requirement` is one thing that stands
between a person and a diploma. A `Coverage` says which part is covered, and how.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bouwsteen.model.codes import PartKey
from bouwsteen.model.period import Outcome


class ClaimBasis(StrEnum):
    """What a claim rests on."""

    SAID = "said"  # the person says: this I do
    ACHIEVED = "achieved"  # part of a diploma that the person has
    TEXT = "text"  # found by the text of a question; not confirmed by anybody


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A part that somebody may master. `evidence` names what it rests on: a text, or the crebo of a diploma."""

    key: PartKey
    basis: ClaimBasis
    evidence: str = ""


class Cover(StrEnum):
    """How a part is covered, strongest first."""

    SAME = "same"  # this very part belongs to a diploma that was achieved
    EQUAL = "equal"  # an equal part elsewhere was achieved or confirmed
    CONFIRMED = "confirmed"  # the person says: this I do
    PROPOSED = "proposed"  # found by text; grants nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The work process `key` is covered; `through` is the part of the claim that covers it."""

    key: PartKey
    code: str
    title: str
    how: Cover
    through: PartKey
    evidence: str = ""


class RequirementKind(StrEnum):
    """What a requirement is; the value is what JSON shows."""

    CORE_TASK = "core-task"
    WORK_PROCESS = "work-process"
    GENERIC = "generic"
    MODULE_OBLIGATION = "module-obligation"
    PLACEMENT = "placement"
    LEGAL = "legal-requirement"


OCCUPATION = (RequirementKind.CORE_TASK, RequirementKind.WORK_PROCESS)
"""What a requirement of the occupation itself is, with an official title; the others stand beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateLink:
    """A certificate of a part: certain, or only perhaps (`may_concern`), and then why."""

    code: str
    name: str
    may_concern: bool
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that is required for a diploma.

    `key` is unique within the answer. `title` is the official title of a part; of anything else a slug that the
    entrances put into words. `parts` are the work processes of a core task that is wholly left: they stand
    under it and nowhere else. `hours` is an estimate in clock hours, None where nothing can be said.
    `certificates` None: unknown whether it carries one. `applies` UNKNOWN: it may be required.
    """

    key: str
    code: str
    title: str
    kind: RequirementKind
    parts: tuple["Requirement", ...] = ()
    hours: Fraction | None = None
    certificates: tuple[CertificateLink, ...] | None = None
    applies: Outcome = Outcome.YES
    proposed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursEstimate:
    """Study load in clock hours: the whole qualification, and what is left. Always an estimate.

    `basis` is the slug of how it was made. None: cannot be said.
    """

    total: int | None
    left: int | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """For one qualification: what is covered, what is left, and how much that is."""

    crebo: str
    covered: tuple[Coverage, ...]
    remaining: tuple[Requirement, ...]
    hours: HoursEstimate


class StepMoment(StrEnum):
    """When a step comes: now (nothing has to come before it), or later."""

    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step towards a diploma; `because` is the slug of the reason why it stands here."""

    key: str
    title: str
    kind: RequirementKind
    moment: StepMoment
    because: str
    hours: Fraction | None = None
    certificates: tuple[CertificateLink, ...] | None = None


class Fit(StrEnum):
    """How often a work process found with such a score was right, among judged examples: docs/quality.md."""

    GOOD = "good"  # right one time in three, and right or near more than half of the time
    POSSIBLE = "possible"  # right one time in eight, right or near three times in ten
    WEAK = "weak"  # hardly ever right; shown below a better one, or with the word that nothing fits well


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A work process that a text is about; `score` from 0 to 1 only ranks, `why` are the words that carried it.

    `saying` is the everyday saying by which it was found, where there is one.
    """

    key: PartKey
    title: str
    score: float
    why: tuple[str, ...]
    fit: Fit = Fit.POSSIBLE
    saying: str = ""
