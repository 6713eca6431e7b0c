"""The smallest change that makes a choice valid again.

First as few modules as possible are changed (each one dropped or added counts), then as few hours as possible,
then as few as possible of which nobody knows whether they are allowed, then the first codes. A repaired choice
holds nothing that is refused, no two modules that overlap, and at least `least_hours`.

The search is exact: it tries every smaller change before a larger one, so what it finds first is proved minimal.
Of the ways to add, it takes the first in code order for each sum of hours; sizes are few, so it ends soon. What is
refused, or overlaps what is fixed, is dropped without trying; of the rest only what overlaps something may have to
go. Whether any change helps is known before the search begins (`clashes`).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bouwsteen.model.period import Outcome
from bouwsteen.questions.choice.clashes import Clashes, clashes_of, covers, most_hours
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
    clashes = clashes_of(apart)
    standing = {each.code: each for each in sorted(chosen, key=lambda each: each.code)}
    stay = frozenset(fixed) & standing.keys()
    beside_fixed = frozenset().union(*(clashes.get(code, ()) for code in stay))
    gone = {code for code, each in standing.items() if each.allowed is Outcome.NO or code in beside_fixed}
    if gone & stay:
        return None
    free = sorted(
        (
            each
            for each in others
            if each.hours
            and each.allowed is not Outcome.NO
            and each.code not in standing
            and each.code not in beside_fixed
        ),
        key=lambda each: each.code,
    )
    search = _Search(
        gone=tuple(standing[code] for code in standing if code in gone),
        standing=tuple(standing[code] for code in standing if code not in gone),
        fixed=stay,
        free=free,
        clashes=clashes,
        least_hours=least_hours,
    )
    return search.smallest() if search.can_be_repaired() else None


_Completed = tuple[int, int, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """`gone` is dropped in any case; of `standing` what is not `fixed` may be dropped, of `free` anything added."""

    gone: Sequence[Placed]
    standing: Sequence[Placed]
    fixed: frozenset[str]
    free: Sequence[Placed]
    clashes: Clashes
    least_hours: int

    def can_be_repaired(self) -> bool:
        """Whether enough hours can stand together at all."""
        fixed = sum(each.counted for each in self.standing if each.code in self.fixed)
        hours = {
            each.code: each.counted for each in (*self.standing, *self.free) if each.code not in self.fixed
        }
        return fixed + most_hours(hours, self.clashes) >= self.least_hours

    def smallest(self) -> Repair:
        """The best repair with the fewest changes; only where there is one."""
        changes = len(self.gone)
        while (best := min(self._with(changes), default=None)) is None:
            changes += 1
        return Repair(dropped=best[2], added=best[3])

    def _with(self, changes: int) -> Iterator[_Completed]:
        """Every way to drop with the best way to add, in exactly so many changes."""
        left = changes - len(self.gone)
        loose = [each.code for each in self.standing if each.code not in self.fixed]
        beside_free = frozenset().union(*(self.clashes.get(each.code, ()) for each in self.free))
        for dropped in covers(loose, self.clashes, left, also=beside_free):
            found = self._completed(dropped, left - len(dropped))
            if found is not None:
                yield found

    def _completed(self, codes: frozenset[str], count: int) -> _Completed | None:
        """What dropping these too costs with the best additions; None where the rest cannot be filled."""
        kept = [each for each in self.standing if each.code not in codes]
        best = self._additions(kept, count, self.least_hours - sum(each.counted for each in kept))
        if best is None:
            return None
        dropped = (*self.gone, *(each for each in self.standing if each.code in codes))
        hours = sum(each.counted for each in (*dropped, *best))
        unsure = sum(each.allowed is Outcome.UNKNOWN for each in best)
        return hours, unsure, tuple(sorted(each.code for each in dropped)), tuple(each.code for each in best)

    def _additions(self, kept: Sequence[Placed], count: int, needed: int) -> tuple[Placed, ...] | None:
        """`count` modules that may stand beside `kept`: fewest hours, then fewest unsure, then first codes."""
        if count == 0:
            return () if needed <= 0 else None
        if needed > count * max((each.counted for each in self.free), default=0):
            return None
        barred = frozenset().union(*(self.clashes.get(each.code, ()) for each in kept))
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
            barred = self.clashes.get(each.code, frozenset())
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
