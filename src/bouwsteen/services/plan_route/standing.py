"""What somebody brings, and how it counts: it is done, the law allows it, a board decides, ask, or it cannot.

    done        a result of this programme
    law         Dutch, numeracy or English, examined at the same level or higher in mbo, havo or vwo
    board       parts and modules with a certificate, a diploma or a statement: the examination board decides
    ask         it may count, but nobody here knows whether, or for what
    impossible  the law does not allow it: a generic subject by experience

Nothing here grants anything. Source: EKB art. 3b (BWBR0027963); WEB art. 7.2.3 and 7.4.6a (BWBR0007625).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bouwsteen.model.codes import PartKey
from bouwsteen.model.errors import UnknownCode
from bouwsteen.questions.choice.space import LEAST_SIZE
from bouwsteen.questions.routing.selection import Work
from bouwsteen.rules.parameters import LEVEL_OF, PART_OF_SUBJECT, generic_level
from bouwsteen.services.plan_route.asked import Asked, reaches

EXEMPTION = "EKB art. 3b (BWBR0027963)"
RESULT = "EKB art. 17 (BWBR0027963)"


class Standing(StrEnum):
    """How something counts, surest first; the value is what JSON shows."""

    DONE = "done"
    LAW = "law"
    BOARD = "board"
    ASK = "ask"
    IMPOSSIBLE = "impossible"


class Because(StrEnum):
    """Why something counts so; the value is what JSON shows."""

    RESULT = "result"
    SAME_LEVEL_OR_HIGHER = "same-level-or-higher"
    OTHER_PROGRAMME = "other-programme"
    CERTIFICATE = "certificate"
    DIPLOMA = "diploma"
    EXAM = "exam"
    PRACTICE_STATEMENT = "practice-statement"
    VALIDATED_EXPERIENCE = "validated-experience"
    MODULE = "module"
    EXPERIENCE_WITHOUT_PAPER = "experience-without-paper"
    GENERIC_NEEDS_EXAM = "generic-needs-exam"
    GENERIC_OTHER_SCHOOL = "generic-other-school"
    LEVEL_NOT_SAID = "level-not-said"
    LEVEL_TOO_LOW = "level-too-low"
    SCHOOL_ROUNDS = "school-rounds"
    INSUFFICIENT_MARK = "insufficient-mark"
    WHICH_PART = "which-part"
    OF_WHICH_PROGRAMME = "of-which-programme"
    CERTIFICATE_OF_WHICH_PART = "certificate-of-which-part"
    UNKNOWN_CODE = "unknown-code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """One thing that is brought: `code` of what, by which `kind`, how it counts and why; `work` as the route sees it.

    `kind` is that of the evidence, or `result`.
    """

    code: str
    kind: str
    standing: Standing
    because: Because
    source: str
    work: Work
    day: date | None = None

    @property
    def counts(self) -> bool:
        return bool(self.work.serves)


SUBJECTS = {part.value: subject for subject, part in PART_OF_SUBJECT.items()}
"""What a person's file names → generic subject."""


def generic_needs(subject: str, level: str, found: Asked) -> Iterator[str]:
    """The needs of a subject that this level is high enough for; careers and citizenship has no level."""
    for need, (asked_subject, asked_level) in found.generic.items():
        if asked_subject == subject and (subject not in LEVEL_OF or reaches(level, asked_level)):
            yield need


def level_stood_for(subject: str, level: int | None, on: date) -> str:
    """The level that a result without one stands for: that of its programme. Source: EKB art. 17a (BWBR0027963).

    In the entry programme somebody develops towards a level of numeracy; nothing says that it is reached.
    """
    return "" if subject == "numeracy" and level == 1 else generic_level(subject, level, on)


def works_of(key: PartKey, found: Asked) -> frozenset[str]:
    try:
        found.structure.part(key)
    except UnknownCode:
        return frozenset()
    return found.canonicals(key)


def part_needs(works: Iterable[str], found: Asked) -> Iterator[str]:
    for work in sorted(works):
        yield from found.works[work].serves if work in found.works else ()


def module_hours(code: str, said: int | None, found: Asked) -> int:
    known = found.structure.modules.get(code)
    return (known.study_load_hours if known else None) or said or LEAST_SIZE


def held(needs: Iterable[str], *, size: int, once: bool) -> Work:
    return Work(key="", hours=0, serves=tuple(dict.fromkeys(needs)), size=size, once=once, held=True)
