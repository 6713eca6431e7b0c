"""Works laid out over periods of half a study year.

What belongs to the occupation comes in its order; what runs beside it (Dutch, modules, placement) is spread evenly
over the periods. Nothing is cut to fit: a work that does not fit goes on in the next period. So the periods are as
few as they can be: all hours divided by the load of one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bouwsteen.questions.routing.selection import Work
from bouwsteen.rules.parameters import STUDY_YEAR_HOURS

LOAD = STUDY_YEAR_HOURS // 2
"""Study load of half a study year, in clock hours. Source: WEB art. 7.2.4a (BWBR0007625)."""
LEAST_LOAD, MOST_LOAD = 40, 2 * LOAD
"""What can be asked for: from a week of work in half a year to two halves in one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """What of one work is done in one period; `ends`: it is finished there."""

    work: str
    hours: int
    starts: bool
    ends: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutePeriod:
    """One period: its number, from 1, and what is done in it, in order."""

    number: int
    portions: tuple[Portion, ...]

    @property
    def hours(self) -> int:
        return sum(each.hours for each in self.portions)


def least_periods(hours: int, load: int) -> int:
    """Fewer periods than this cannot hold the hours."""
    return -(-hours // load)


def laid_out(
    main: Sequence[Work], beside: Sequence[Work], *, load: int, alone: int = 0
) -> tuple[RoutePeriod, ...]:
    """`main` in its order with `beside` spread evenly along it; the first `alone` hours are for `main` only.

    As few periods as there can be. A work without hours stands where its turn comes.
    """
    first, second = _Queue(main), _Queue(beside)
    total = first.left + second.left
    number = max(1, least_periods(total, load)) if main or beside else 0
    periods: list[RoutePeriod] = []
    for at in range(number):
        last = at == number - 1
        undisturbed = min(max(0, alone - at * load), first.left, load)
        share = 0 if undisturbed == load else _share(second.left, number - at, load - undisturbed)
        ahead = first.take(load - share, rest=last)
        spent = sum(each.hours for each in ahead)
        along = second.take(load - spent if not first.left else share, rest=last)
        periods.append(RoutePeriod(number=at + 1, portions=(*ahead, *along)))
    return tuple(periods)


def _share(left: int, periods: int, room: int) -> int:
    """What of the rest comes in this period, so that it is spread evenly over those that are left."""
    return min(room, -(-left // periods))


class _Queue:
    """Works waiting for their turn; the first may be done in part."""

    def __init__(self, works: Sequence[Work]) -> None:
        self._works = list(works)
        self._started = False

    @property
    def left(self) -> int:
        return sum(each.hours for each in self._works)

    def take(self, room: int, *, rest: bool) -> list[Portion]:
        """What fits in `room` hours; with `rest` also what takes no hours at the end."""
        return list(self._portions(room, rest))

    def _portions(self, room: int, rest: bool) -> Iterator[Portion]:
        while self._works and (room > 0 or (rest and not self._works[0].hours)):
            work = self._works[0]
            hours = min(room, work.hours)
            ends = hours == work.hours
            yield Portion(work=work.key, hours=hours, starts=not self._started, ends=ends)
            room -= hours
            self._started = not ends
            if ends:
                self._works.pop(0)
            else:
                self._works[0] = replace(work, hours=work.hours - hours)
