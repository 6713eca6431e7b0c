"""The choice space: how many hours of optional modules a programme owes, and how many are still open.

    >>> space = choice_space(Unknown("not-said", candidates=(720, 480)), sizes={"K0794": 480, "K0008": None})
    >>> (space.least, space.most), space.filled, space.left, space.unknown_sizes
    ((480, 720), 720, 0, ('K0008',))

What is owed may be unknown between a few values; the most of them is what a student has to count on. A module takes
240, 480 or 720 hours; one of unknown size counts as the least there is, and is named.
Source: EKB art. 17d lid 1 (BWBR0027963); what is owed is a parameter of the law.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bouwsteen.rules.facts import Unknown, Value

LEAST_SIZE = 240
"""The smallest module that the law knows. Source: EKB art. 17d lid 1 (BWBR0027963)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceSpace:
    """Hours of optional modules: owed (from `least` to `most`; None: unknown), filled, and still open.

    `unknown_sizes` are the modules whose hours no source gives; they count as 240.
    """

    least: int | None
    most: int | None
    filled: int
    unknown_sizes: tuple[str, ...] = ()

    @property
    def left(self) -> int | None:
        """The hours still open, counted with the most that can be owed."""
        return None if self.most is None else max(0, self.most - self.filled)


def choice_space(obligation: Value, *, sizes: Mapping[str, int | None]) -> ChoiceSpace:
    """The space, filled by the modules in `sizes` (code → hours)."""
    values = obligation.candidates if isinstance(obligation, Unknown) else (obligation,)
    owed = [each for each in values if isinstance(each, int)]
    return ChoiceSpace(
        least=min(owed, default=None),
        most=max(owed, default=None),
        filled=sum(hours or LEAST_SIZE for hours in sizes.values()),
        unknown_sizes=tuple(sorted(code for code, hours in sizes.items() if hours is None)),
    )
