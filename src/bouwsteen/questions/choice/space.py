"""The choice space: how many hours of optional modules a programme owes, and how many are still open.

    >>> space = choice_space(Unknown("not-said", candidates=(720, 480)), sizes={"K0794": 480, "K0008": None})
    >>> (space.least, space.most), space.filled, space.left, space.unknown_sizes
    ((480, 720), 720, 0, ('K0008',))

What is owed may be unknown between a few values; the most of them is what a student has to count on. A module takes
240, 480 or 720 hours; one of unknown size counts as the least there is, and is named.
Source: EKB art. 17d lid 1 (BWBR0027963); what is owed is a parameter of the law.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bouwsteen.model.period import Outcome
from bouwsteen.questions.choice.clashes import clashes_of, most_hours
from bouwsteen.rules.facts import Unknown, Value

_ALL_ALLOWED: Mapping[str, Outcome] = MappingProxyType({})
LEAST_SIZE = 240
"""The smallest module that the law knows. Source: EKB art. 17d lid 1 (BWBR0027963)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceSpace:
    """Hours of optional modules: owed (from `least` to `most`; None: unknown), filled, and still open.

    `refused` hours do not count, so they fill nothing; of `perhaps` of the filled ones nobody knows yet.
    `unknown_sizes` are the modules whose hours no source gives; they count as 240.
    """

    least: int | None
    most: int | None
    filled: int
    unknown_sizes: tuple[str, ...] = ()
    refused: int = 0
    perhaps: int = 0

    @property
    def left(self) -> int | None:
        """The hours still open, counted with the most that can be owed."""
        return None if self.most is None else max(0, self.most - self.filled)

    @property
    def counted(self) -> int:
        """The hours that count for certain."""
        return self.filled - self.perhaps

    @property
    def chosen(self) -> int:
        """The hours of all that was chosen, allowed or not."""
        return self.filled + self.refused


def choice_space(
    obligation: Value,
    *,
    sizes: Mapping[str, int | None],
    outcomes: Mapping[str, Outcome] = _ALL_ALLOWED,
    apart: Iterable[frozenset[str]] = (),
) -> ChoiceSpace:
    """The space, filled by the modules in `sizes` (code → hours).

    What by `outcomes` is not allowed fills nothing; of those that cannot stand together (`apart`) the most hours do.

    >>> no, unknown = Outcome.NO, Outcome.UNKNOWN
    >>> found = choice_space(480, sizes={"a": 240, "b": 480, "c": 240}, outcomes={"b": no, "c": unknown})
    >>> found.counted, found.perhaps, found.refused, found.left
    (240, 240, 480, 0)
    """
    values = obligation.candidates if isinstance(obligation, Unknown) else (obligation,)
    owed = [each for each in values if isinstance(each, int)]
    clashes = clashes_of(apart)
    hours = {code: size or LEAST_SIZE for code, size in sizes.items()}
    may = {code: size for code, size in hours.items() if outcomes.get(code) is not Outcome.NO}
    sure = {code: size for code, size in may.items() if outcomes.get(code) is not Outcome.UNKNOWN}
    filled = most_hours(may, clashes)
    return ChoiceSpace(
        least=min(owed, default=None),
        most=max(owed, default=None),
        filled=filled,
        unknown_sizes=tuple(sorted(code for code, hours in sizes.items() if hours is None)),
        refused=sum(hours.values()) - filled,
        perhaps=filled - most_hours(sure, clashes),
    )
