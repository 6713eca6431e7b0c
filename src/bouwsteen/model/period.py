"""Days on which something holds.

A `Period` is half-open: its end is the first day on which it no longer holds. A `Validity` says how
much is *known* of a period: a start may be "at latest" (seen first in that study year), and an end that
nobody stated is unknown, which is something else than open.

    >>> Period(start=date(2024, 8, 1), end=date(2025, 8, 1)).holds_on(date(2025, 8, 1))
    False
    >>> seen = Validity(start=date(2024, 8, 1), start_at_latest=True)
    >>> seen.on(date(2023, 8, 1)), seen.on(date(2026, 8, 1))
    (<Outcome.UNKNOWN: 'unknown'>, <Outcome.UNKNOWN: 'unknown'>)

Source: WEB art. 7.2.4 lid 7 (BWBR0007625): a student follows the file adopted before the 1 August on
which the first study year starts.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bouwsteen.model.errors import InvalidPeriod


class Outcome(StrEnum):
    """Yes, no, or unknown; unknown never becomes no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days from `start` up to, but not including, `end`; without `end` it is open."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise InvalidPeriod(self.start, self.end)

    def holds_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """What is known of the period in which a version holds.

    `start` None: the start is unknown. `start_at_latest`: it holds from that day, perhaps from earlier.
    `end` None with `end_known`: a source states that there is no end yet; without `end_known`: unknown.
    """

    start: date | None = None
    start_at_latest: bool = False
    end: date | None = None
    end_known: bool = False

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise InvalidPeriod(self.start, self.end)

    def on(self, day: date) -> Outcome:
        """Whether it holds on `day`, as far as is known."""
        if self.end is not None and day >= self.end:
            return Outcome.NO
        if self.start is None:
            return Outcome.UNKNOWN
        if day < self.start:
            return Outcome.UNKNOWN if self.start_at_latest else Outcome.NO
        return Outcome.YES if self.end is not None or self.end_known else Outcome.UNKNOWN


def study_year(day: date) -> int:
    """The calendar year in which the study year of `day` starts: 1 August to 31 July.

    >>> study_year(date(2026, 7, 31)), study_year(date(2026, 8, 1))
    (2025, 2026)
    """
    return day.year if day >= date(day.year, 8, 1) else day.year - 1


def start_of_study_year(year: int) -> date:
    """1 August of `year`."""
    return date(year, 8, 1)
