"""Programmes as sets of elements: what they share, what each adds, what a switch costs.

An element is a family, or a part that is in none. Hours are estimates, for nothing official says how long a work
process takes; where a programme's hours are not known, no sum is made and the answer says so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import combinations

Hours = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A qualification: element → estimated hours. `sibling` names its file; programmes of one share it by design."""

    crebo: str
    sibling: str
    elements: Hours

    @property
    def hours(self) -> Fraction:
        return sum(self.elements.values(), start=Fraction(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A point where programmes still go together: what is common here and not higher up; then the branches."""

    crebos: tuple[str, ...]
    elements: tuple[str, ...]
    hours: Fraction
    branches: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """From one programme to another after the whole of the first: what is still to do, and what was done in vain."""

    old: str
    new: str
    still: Fraction
    unused: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class BroadBase:
    """What programmes have in common, as a tree, and what switching costs once they have parted."""

    tree: Branch
    common: tuple[str, ...]
    common_hours: Fraction
    shares: Mapping[str, Fraction]
    switches: tuple[Switch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseSet:
    """Programmes with a common base; `saved` is what would be described and taught once, not each time."""

    crebos: tuple[str, ...]
    elements: tuple[str, ...]
    hours: Fraction
    saved: Fraction


def broad_base(programmes: Sequence[Programme]) -> BroadBase:
    """The common base of at least two programmes. Until it is done nothing is lost by not having chosen."""
    hours = least_hours(programmes)
    common = _common(programmes)
    return BroadBase(
        tree=_tree(programmes, hours),
        common=tuple(sorted(common)),
        common_hours=_sum(common, hours),
        shares={
            each.crebo: _sum(common, each.elements) / each.hours if each.hours else Fraction(0)
            for each in programmes
        },
        switches=tuple(_switches(programmes)),
    )


def least_hours(programmes: Iterable[Programme]) -> dict[str, Fraction]:
    """Element → the fewest hours that any programme gives it: what is safe to count once."""
    found: dict[str, Fraction] = {}
    for each in programmes:
        for element, hours in each.elements.items():
            found[element] = min(hours, found.get(element, hours))
    return found


def best_sets(
    programmes: Sequence[Programme], *, least_share: Fraction, most: int, count: int, across: bool = True
) -> tuple[BaseSet, ...]:
    """The set of 2 up to `most` programmes that saves most; then the best of those that are left, `count` times.

    What a set saves is the hours of its common base, times the number of programmes but one. In each of its programmes
    the base must be at least `least_share`. With `across` the programmes of a set are not all of one file.
    Each is the best there is: a branch of the search is left only where its bound says that it cannot be better.
    """
    hours = least_hours(programmes)
    left, found = list(programmes), list[BaseSet]()
    while len(found) < count:
        best = _Search(left, hours, least_share=least_share, most=most, across=across).best()
        if best is None:
            break
        found.append(best)
        left = [each for each in left if each.crebo not in best.crebos]
    return tuple(found)


class _Search:
    """Depth first over sets in the order of the programmes, with a bound on what a set may still become."""

    def __init__(
        self, programmes: Sequence[Programme], hours: Hours, *, least_share: Fraction, most: int, across: bool
    ) -> None:
        self.programmes = sorted(programmes, key=lambda each: each.crebo)
        self.hours, self.least_share, self.most, self.across = hours, least_share, most, across
        self.found: tuple[Fraction, tuple[Programme, ...], frozenset[str]] | None = None

    def best(self) -> BaseSet | None:
        for place, each in enumerate(self.programmes):
            self._grow((each,), frozenset(each.elements), self.programmes[place + 1 :])
        if self.found is None:
            return None
        saved, chosen, common = self.found
        return BaseSet(
            crebos=tuple(each.crebo for each in chosen),
            elements=tuple(sorted(common)),
            hours=_sum(common, self.hours),
            saved=saved,
        )

    def _grow(self, chosen: tuple[Programme, ...], common: frozenset[str], rest: Sequence[Programme]) -> None:
        if len(chosen) > 1:
            self._keep(chosen, common)
        if len(chosen) == self.most:
            return
        able = [
            (each, kept)
            for each in rest
            if (kept := common & each.elements.keys()) and self._enough((*chosen, each), kept)
        ]
        if self.found and self._bound(len(chosen), [kept for _, kept in able]) <= self.found[0]:
            return
        for place, (each, kept) in enumerate(able):
            self._grow((*chosen, each), kept, [later for later, _ in able[place + 1 :]])

    def _enough(self, chosen: Iterable[Programme], common: frozenset[str]) -> bool:
        return all(_sum(common, each.elements) >= self.least_share * each.hours for each in chosen)

    def _keep(self, chosen: tuple[Programme, ...], common: frozenset[str]) -> None:
        saved = _sum(common, self.hours) * (len(chosen) - 1)
        one_file = len({each.sibling for each in chosen}) == 1
        if saved and not (self.across and one_file) and (self.found is None or saved > self.found[0]):
            self.found = saved, chosen, common

    def _bound(self, size: int, kept: Iterable[frozenset[str]]) -> Fraction:
        """With j more programmes the common hours are at most the j-th largest that any of them leaves."""
        sums = sorted((_sum(each, self.hours) for each in kept), reverse=True)[: self.most - size]
        return max(((size + more) * hours for more, hours in enumerate(sums)), default=Fraction(0))


def _switches(programmes: Sequence[Programme]) -> Iterator[Switch]:
    for old in programmes:
        for new in programmes:
            if old is not new:
                shared = old.elements.keys() & new.elements.keys()
                yield Switch(
                    old=old.crebo,
                    new=new.crebo,
                    still=new.hours - _sum(shared, new.elements),
                    unused=old.hours - _sum(shared, old.elements),
                )


def _tree(programmes: Sequence[Programme], hours: Hours) -> Branch:
    """Joins, again and again, the two groups that share most hours; the last one is the root."""
    groups: list[tuple[frozenset[str], Branch]] = [
        (frozenset(each.elements), Branch(crebos=(each.crebo,), elements=(), hours=Fraction(0)))
        for each in programmes
    ]
    while len(groups) > 1:
        one, other = max(
            combinations(range(len(groups)), 2),
            key=lambda pair: (_sum(groups[pair[0]][0] & groups[pair[1]][0], hours), -pair[0], -pair[1]),
        )
        common = groups[one][0] & groups[other][0]
        branches = tuple(
            part
            for place in (one, other)
            for part in _below(groups[place][1], groups[place][0] - common, hours)
        )
        joined = Branch(
            crebos=tuple(sorted({crebo for each in branches for crebo in each.crebos})),
            elements=(),
            hours=Fraction(0),
            branches=branches,
        )
        groups = [each for place, each in enumerate(groups) if place not in (one, other)]
        groups.append((common, joined))
    common, root = groups[0]
    return next(iter(_below(root, common, hours, whole=True)))


def _below(branch: Branch, own: frozenset[str], hours: Hours, *, whole: bool = False) -> Iterator[Branch]:
    """The branch with what is its own; one that has nothing of its own makes place for its branches."""
    if branch.branches and not own and not whole:
        yield from branch.branches
        return
    yield Branch(
        crebos=branch.crebos,
        elements=tuple(sorted(own)),
        hours=_sum(own, hours),
        branches=branch.branches,
    )


def _common(programmes: Sequence[Programme]) -> frozenset[str]:
    return reduce(frozenset.intersection, (frozenset(each.elements) for each in programmes))


def _sum(elements: Iterable[str], hours: Hours) -> Fraction:
    return sum((hours[each] for each in elements), start=Fraction(0))
