"""In which order works are done: by a wish, or so that the most choices stay open the longest.

A choice (a programme) stays open as long as everything that was done belongs to it, or once all of it is done.
The works that serve every open choice cost nothing and come first; then one must be given up. Which, is found by
looking at every set of choices that can stay open: few, however many works there are.

    open {A, B, C}     do what all three ask         C closes here
    open {A, B}        do what A and B ask           B closes here
    open {A}           the rest of A
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from bouwsteen.questions.routing.selection import Work

MOST_SETS = 20_000
"""So many sets of open choices are looked at before the search stops short of a proof."""

Rank = Callable[[Work], tuple[int, ...]]
Open = frozenset[str]


def ordered(works: Iterable[Work], rank: Rank) -> tuple[Work, ...]:
    """The works in the order of `rank`; each after what must come before it, where that is among them."""
    known = {each.key: each for each in works}
    waits = {key: {before for before in each.after if before in known} for key, each in known.items()}
    ready = [(rank(known[key]), key) for key, before in waits.items() if not before]
    heapify(ready)
    found: list[Work] = []
    while ready:
        _, key = heappop(ready)
        found.append(known[key])
        for other, before in waits.items():
            if key in before:
                before.remove(key)
                if not before:
                    heappush(ready, (rank(known[other]), other))
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLongest:
    """An order, with the hours after which each choice closes (of one that is reached: all hours).

    `kept` is their sum; `bound`: no order has more.
    """

    order: tuple[Work, ...]
    closes: Mapping[str, int]
    kept: int
    bound: int

    @property
    def proved(self) -> bool:
        return self.kept >= self.bound


def open_longest(works: Sequence[Work], choices: Mapping[str, Open], rank: Rank) -> OpenLongest:
    """The order that keeps choices open longest, added up over all choices.

    `choices` gives the keys of the works that belong to each choice. A choice of which every work is done is
    reached, and stays.
    """
    search = _Search(works, {name: mine for name, mine in sorted(choices.items()) if mine})
    sets = search.best_way()
    order = _order(works, search, sets, rank)
    closes = closing(order, search.choices)
    kept = sum(closes.values())
    return OpenLongest(
        order=order, closes=closes, kept=kept, bound=kept if search.complete else max(kept, search.bound())
    )


def closing(order: Sequence[Work], choices: Mapping[str, Open]) -> dict[str, int]:
    """The hours after which each choice closes in this order."""
    total = sum(each.hours for each in order)
    found: dict[str, int] = {}
    for name, mine in choices.items():
        left, spent = set(mine), 0
        for each in order:
            if left and each.key not in mine:
                break
            left.discard(each.key)
            spent += each.hours
        else:
            spent = total
        found[name] = spent
    return found


class _Search:
    """The sets of choices that can stay open, each with the most that can still be kept from there."""

    def __init__(self, works: Sequence[Work], choices: Mapping[str, Open]) -> None:
        self.works = {each.key: each for each in works}
        self.choices = choices
        own = {key: frozenset(n for n, mine in choices.items() if key in mine) for key in self.works}
        self.asks = {key: self._with_what_comes_before(key, own) for key in self.works}
        """Work → the choices that stay open when it, and what must come before it, is done."""
        self.total = sum(each.hours for each in works)
        self.complete = True
        self._next: dict[Open, tuple[int, Open | None]] = {}

    def best_way(self) -> list[Open]:
        """The sets of open choices one after another."""
        way = [frozenset(self.choices)]
        self._fill_in(way[0])
        while (following := self._next.get(way[-1], (0, None))[1]) is not None:
            way.append(following)
        return way

    def bound(self) -> int:
        """No choice stays open longer than all that belongs to it takes, unless it is reached."""
        mine = {
            name: sum(each.hours for each in self.works.values() if name in self.asks[each.key])
            for name in self.choices
        }
        reachable = {name for name, keys in self.choices.items() if keys <= self.works.keys()}
        return sum(self.total if name in reachable else hours for name, hours in mine.items())

    def done(self, open_: Open) -> Open:
        """The works that serve every open choice: all of them are done before one closes."""
        return frozenset(key for key, asks in self.asks.items() if open_ <= asks)

    def _fill_in(self, start: Open) -> None:
        """What each set that can be reached is worth, from the end. Without recursion: sets may be many."""
        waiting = [start]
        while waiting:
            open_ = waiting[-1]
            following = self._following(open_)
            unknown = [each for each, _ in following if each not in self._next]
            if open_ not in self._next and unknown and len(self._next) + len(waiting) < MOST_SETS:
                waiting.extend(unknown)
                continue
            self.complete &= not unknown
            worth = [(self._next.get(each, (0, None))[0] + gained, each) for each, gained in following]
            stays: tuple[int, Open | None] = (len(open_) * self.total, None)
            self._next[open_] = max(worth, key=lambda pair: (pair[0], sorted(pair[1])), default=stays)
            waiting.pop()

    def _following(self, open_: Open) -> list[tuple[Open, int]]:
        """Each set that can come next with the hours that are gained by it: of what is reached, or of what closes."""
        done = self.done(open_)
        reached = frozenset(name for name in open_ if self.choices[name] <= done)
        if reached:
            return [(open_ - reached, len(reached) * self.total)]
        spent = sum(self.works[key].hours for key in done)
        left = {open_ & asks for key, asks in self.asks.items() if open_ and key not in done}
        return [(each, len(open_ - each) * spent) for each in sorted(left, key=sorted)]

    def _with_what_comes_before(self, key: str, own: Mapping[str, Open]) -> Open:
        asks, waiting, seen = own[key], [key], {key}
        while waiting:
            for before in self.works[waiting.pop()].after:
                if before in own and before not in seen:
                    seen.add(before)
                    waiting.append(before)
                    asks &= own[before]
        return asks


def _order(works: Sequence[Work], search: _Search, way: Sequence[Open], rank: Rank) -> tuple[Work, ...]:
    """The works of each set of open choices in turn; within one in the order of `rank`."""
    turn = {key: len(way) for key in search.works}
    for at, open_ in reversed(list(enumerate(way))):
        turn.update(dict.fromkeys(search.done(open_), at))
    return ordered(works, lambda each: (turn[each.key], *rank(each)))
