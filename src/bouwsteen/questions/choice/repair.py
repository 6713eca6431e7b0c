"""The smallest change that makes a choice valid again.

First as few modules as possible are changed (each one dropped or added counts), then as few hours as possible,
then as few as possible of which nobody knows whether they are allowed, then the first codes. A repaired choice
holds nothing that is refused, no two modules that overlap, and at least `least_hours`.

The search is exact: it tries every smaller change before a larger one, so what it finds first is proved minimal.
Of the ways to add, it takes the first in code order for each sum of hours; sizes are few, so it ends soon.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from bouwsteen.model.period import Outcome
from bouwsteen.questions.choice.space import LEAST_SIZE


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A module as it stands in a choice, or could: its hours (None: unknown) and whether it is allowed by itself."""

    code: str
    hours: int | None
    allowed: Outcome

    @property
    def counted(self) -> int:
        """The hours it counts for; an unknown size counts as the least."""
        return self.hours or LEAST_SIZE


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What to drop and what to add, in code order; nothing of either where the choice is valid."""

    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.dropped or self.added)


def smallest_repair(
    chosen: Iterable[Placed],
    others: Iterable[Placed],
    *,
    apart: Collection[frozenset[str]],
    least_hours: int = 0,
    fixed: Collection[str] = (),
) -> Repair | None:
    """The smallest change; None where no change helps.

    `others` are the modules that may be added: none that is refused, none of unknown size. `apart` are the pairs
    that overlap; `fixed` what cannot be dropped (it has a result).
    """
    standing = sorted(chosen, key=lambda each: each.code)
    taken = {each.code for each in standing}
    free = sorted(
        (each for each in others if each.code not in taken and each.hours and each.allowed is not Outcome.NO),
        key=lambda each: each.code,
    )
    search = _Search(standing, free, _neighbours(apart), least_hours, frozenset(fixed))
    most = len(standing) + -(-least_hours // LEAST_SIZE)  # more additions than that are never needed
    tried = map(search.with_changes, range(most + 1))
    return next((found for found in tried if found is not None), None)


def _neighbours(apart: Iterable[frozenset[str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in apart:
        for code in pair:
            found.setdefault(code, set()).update(pair - {code})
    return {code: frozenset(codes) for code, codes in found.items()}


@dataclass(frozen=True, slots=True)
class _Search:
    standing: Sequence[Placed]
    free: Sequence[Placed]
    neighbours: Mapping[str, frozenset[str]]
    least_hours: int
    fixed: frozenset[str]

    def with_changes(self, changes: int) -> Repair | None:
        """The best repair with exactly so many changes."""
        completed = (
            self._completed(dropped, changes - count)
            for count in range(min(changes, len(self.standing)) + 1)
            for dropped in combinations(self.standing, count)
        )
        best = min((each for each in completed if each is not None), default=None)
        return Repair(dropped=best[2], added=best[3]) if best else None

    def _completed(
        self, dropped: Sequence[Placed], count: int
    ) -> tuple[int, int, tuple[str, ...], tuple[str, ...]] | None:
        """What dropping these costs with the best additions; None where the rest is not valid or cannot be filled."""
        gone = {each.code for each in dropped}
        kept = [each for each in self.standing if each.code not in gone]
        if gone & self.fixed or not self._stands(kept):
            return None
        best = self._additions(kept, count, self.least_hours - sum(each.counted for each in kept))
        if best is None:
            return None
        hours = sum(each.counted for each in (*dropped, *best))
        unsure = sum(each.allowed is Outcome.UNKNOWN for each in best)
        return hours, unsure, tuple(each.code for each in dropped), tuple(each.code for each in best)

    def _stands(self, kept: Sequence[Placed]) -> bool:
        codes = {each.code for each in kept}
        return all(
            each.allowed is not Outcome.NO and codes.isdisjoint(self.neighbours.get(each.code, ()))
            for each in kept
        )

    def _additions(self, kept: Sequence[Placed], count: int, needed: int) -> tuple[Placed, ...] | None:
        """`count` modules that may stand beside `kept`: fewest hours, then fewest unsure, then first codes."""
        if count == 0:
            return () if needed <= 0 else None
        barred = frozenset().union(*(self.neighbours.get(each.code, ()) for each in kept))
        free = [each for each in self.free if each.code not in barred]
        for hours in _sums(sorted({each.counted for each in free}), count):
            if hours >= needed:
                for unsure in range(count + 1):
                    found = next(self._sets(free, count, hours, unsure), None)
                    if found is not None:
                        return found
        return None

    def _sets(
        self, free: Sequence[Placed], count: int, hours: int, unsure: int
    ) -> Iterator[tuple[Placed, ...]]:
        """Sets of `count` with exactly `hours` and `unsure`, none apart, in code order."""
        if count == 0:
            if hours == 0 and unsure == 0:
                yield ()
            return
        for place, each in enumerate(free):
            doubt = int(each.allowed is Outcome.UNKNOWN)
            if each.counted > hours or doubt > unsure:
                continue
            barred = self.neighbours.get(each.code, frozenset())
            rest = [other for other in free[place + 1 :] if other.code not in barred]
            if count == 1 or _reachable(rest, count - 1, hours - each.counted):
                for others in self._sets(rest, count - 1, hours - each.counted, unsure - doubt):
                    yield (each, *others)


def _sums(sizes: Sequence[int], count: int) -> list[int]:
    """Every sum of `count` sizes, lowest first."""
    found = {0}
    for _ in range(count):
        found = {each + size for each in found for size in sizes}
    return sorted(found)


def _reachable(free: Sequence[Placed], count: int, hours: int) -> bool:
    sizes = sorted(each.counted for each in free)
    return len(sizes) >= count and sum(sizes[:count]) <= hours <= sum(sizes[len(sizes) - count :])
