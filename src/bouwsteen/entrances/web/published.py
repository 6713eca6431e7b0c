"""The structure that the site answers from: one at a time, swapped whole.

A worker asks for the newest ledger number at most once a second. A new structure is made beside the old one, which
goes on answering until the new one takes its place in one assignment. Then `warm` makes what its visitors will need,
before they ask, and what was made of the old one is let go. When the database does not answer, the last structure
stays; `stale` then says since when.
"""

import threading
import time
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Protocol, TypeVar

from bouwsteen.model.catalogue import Catalogue, DatedCatalogue
from bouwsteen.services.ports import Catalogues, Clock, IndexCache, PartTexts, StorageFault, day_here
from bouwsteen.services.prepared import Language, PreparedStructure, prepared

Made = TypeVar("Made")
SECONDS_BETWEEN_LOOKS = 1.0
DAYS_KEPT = 2
"""Of so many other days than today the structure stays in memory: each takes 10 to 27 MB at national size."""

_EVERYTHING_HELD: list[dict[DatedCatalogue, Any]] = []


def let_go_of_others(structure: DatedCatalogue) -> None:
    """Lets go of all that `once_for_a_structure` made of another structure: older ones, and yesterday's."""
    for held in _EVERYTHING_HELD:
        for each in [each for each in held if each is not structure]:
            held.pop(each, None)


def once_for_a_structure(make: Callable[[DatedCatalogue], Made]) -> Callable[[DatedCatalogue], Made]:
    """What `make` gives, once for each structure in memory; with a newer ledger number all of older ones goes."""
    held: dict[DatedCatalogue, Made] = {}
    making = threading.Lock()
    _EVERYTHING_HELD.append(held)

    def get(structure: DatedCatalogue) -> Made:
        if (found := held.get(structure)) is not None:
            return found
        with making:
            if (found := held.get(structure)) is None:
                found = make(structure)
                older = [each for each in held if each.number < structure.number]
                for each in older or list(held)[: max(0, len(held) - DAYS_KEPT)]:
                    del held[each]
                held[structure] = found
            return found

    return get


class House(Protocol):
    """What the site needs of the wiring."""

    def catalogues(self) -> Catalogues: ...

    def index_cache(self) -> IndexCache: ...

    def language(self) -> Language: ...

    def part_texts(self, number: int) -> PartTexts: ...

    def clock(self) -> Clock: ...


class Published:
    """The newest structure, for all threads of a worker."""

    def __init__(self, house: House, warm: Callable[[PreparedStructure], None] | None = None) -> None:
        self._house = house
        self._warm = warm
        self._catalogues = house.catalogues()
        self._language = house.language()
        self._today: PreparedStructure | None = None
        self._looked = 0.0
        self._making = threading.Lock()
        self.stale: datetime | None = None
        self._other_day = lru_cache(maxsize=DAYS_KEPT)(self._prepared_on)

    def today(self) -> PreparedStructure:
        """The structure of today; the first one is waited for, a newer one never is."""
        current = self._today
        if current is None:
            with self._making:
                return self._today or self._renew()
        if time.monotonic() - self._looked >= SECONDS_BETWEEN_LOOKS and self._making.acquire(blocking=False):
            self._looked = time.monotonic()
            threading.Thread(target=self._look, name="newest-structure", daemon=True).start()
        return current

    def at_hand(self) -> PreparedStructure:
        """The structure of today as it is in memory: it looks for no newer one."""
        return self._today or self.today()

    def on(self, day: date | None) -> PreparedStructure:
        """The structure on `day`, None being today; raises `BeforeFirstKnown`."""
        now = self.today()
        if day is None or day == now.structure.day:
            return now
        return self._other_day(now.structure.number, day)

    def day(self) -> date:
        """Today, where the schools are."""
        return day_here(self._house.clock().now())

    def _look(self) -> None:
        try:
            number = self._catalogues.number() or 0
            self.stale = None
            current = self._today
            if current is None or (number, self.day()) != (current.structure.number, current.structure.day):
                del current  # or the old one would stay in memory while the new one is warmed
                made = self._renew()
                self._warmed(made)
        except StorageFault:
            self.stale = self.stale or self._house.clock().now()
        finally:
            self._making.release()

    def _renew(self) -> PreparedStructure:
        self._looked = time.monotonic()
        made = self._prepared(self._catalogues.newest(), self.day())
        _ = made.requirements, made.index
        self._today = made
        self._other_day.cache_clear()
        return made

    def _warmed(self, made: PreparedStructure) -> None:
        if self._warm is not None:
            self._warm(made)

    def warm(self) -> None:
        """Makes the first structure, and what its visitors will need, without waiting for a visitor."""
        self._warmed(self.today())

    def _prepared_on(self, number: int, day: date) -> PreparedStructure:
        current = self.today()
        return self._prepared(current.structure.catalogue, day)

    def _prepared(self, catalogue: Catalogue, day: date) -> PreparedStructure:
        house = self._house
        return prepared(catalogue, day, house.index_cache(), self._language, texts=house.part_texts)
