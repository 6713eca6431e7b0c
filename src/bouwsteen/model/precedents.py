"""What examination boards decided about exemption before, kept as precedents: never about whom.

An entry is either a decision or the withdrawal of one. Entries are numbered 1, 2, 3 … and never edited; what
was recorded by mistake is withdrawn by a later entry. A precedent grants nothing: each board decides anew.

    1  decision    examination board of 25PN   23181/2016/B1-K1   on a certificate   exam granted
    2  withdrawal  of 1, because …

Source: EKB art. 3b (BWBR0027963): the board decides, on the student's request.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property

from bouwsteen.model.person import EvidenceKind


class DecidingBody(StrEnum):
    """Who decides. Only the board exempts from an exam; a team may decide about lessons and placement."""

    BOARD = "examination-board"
    TEAM = "team"


class Decided(StrEnum):
    """What was decided about one thing that was asked."""

    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardDecision:
    """A decision about one part on one kind of evidence, without anything about the person.

    `part` is a key, a module code or a generic part; `covers` what the evidence was about (codes, keys, a crebo).
    Exemption from the exam and from lessons are two things; `teaching` None: not said.
    """

    institution: str
    body: DecidingBody
    decided: date
    part: str
    evidence: EvidenceKind
    origin: str = ""
    level: str = ""
    covers: tuple[str, ...] = ()
    exam: Decided
    teaching: Decided | None = None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Says that entry `number` no longer counts as a precedent, and why."""

    number: int
    institution: str
    body: DecidingBody
    decided: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrecedentEntry:
    """One entry of the book, as it was recorded."""

    number: int
    recorded: datetime
    content: BoardDecision | Withdrawal


@dataclass(frozen=True)
class PrecedentBook:
    """Every entry, oldest first."""

    entries: tuple[PrecedentEntry, ...] = ()

    @property
    def newest(self) -> int:
        return len(self.entries)

    @cached_property
    def withdrawn(self) -> frozenset[int]:
        """The numbers of the decisions that a later entry withdrew."""
        return frozenset(each.content.number for each in self.entries if isinstance(each.content, Withdrawal))

    @cached_property
    def standing(self) -> tuple[tuple[int, BoardDecision], ...]:
        """The decisions that nobody withdrew, each with its number."""
        return tuple(
            (each.number, each.content)
            for each in self.entries
            if isinstance(each.content, BoardDecision) and each.number not in self.withdrawn
        )

    def about(
        self, parts: Collection[str], kinds: Iterable[EvidenceKind]
    ) -> tuple[tuple[int, BoardDecision], ...]:
        """The standing decisions about one of `parts` on one of these kinds of evidence."""
        wanted = frozenset(kinds)
        return tuple(
            (number, each) for number, each in self.standing if each.part in parts and each.evidence in wanted
        )


_PERSONAL = (
    re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+"),
    re.compile(r"(?<![0-9])(?:[0-9]{6,}|[0-9]{4}[. ][0-9]{2}[. ][0-9]{3}|0[0-9]{1,3}[- ][0-9]{6,})(?![0-9])"),
    re.compile(r"\b(?:dhr|mevr|mw|mr|mrs|ms|meneer|mevrouw)\b\.?", re.IGNORECASE),
)


def personal(text: str) -> str:
    """What in `text` seems to be about a person: an address, a long number, a form of address; else nothing.

    It cannot know names; whoever writes a reason must leave them out.

    >>> personal("certificaat bij 25655, behaald op 2024-07-01")
    ''
    >>> personal("student 1234567"), personal("mail an@school.nl"), personal("mevr. Jansen")
    ('1234567', 'an@school.nl', 'mevr.')
    """
    found = (pattern.search(text) for pattern in _PERSONAL)
    return next((each[0].strip() for each in found if each), "")
