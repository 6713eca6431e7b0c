"""The structure that a worker answers from: renewed beside the old one, kept when the database is gone."""

import gc
import threading
import weakref
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from bouwsteen.entrances.web import published
from bouwsteen.entrances.web.published import DAYS_KEPT, Published, let_go_of_others, once_for_a_structure
from bouwsteen.model.errors import BeforeFirstKnown
from bouwsteen.services.ports import StorageCause, StorageFault
from bouwsteen.services.prepared import Language
from tests.invented import DAY, catalogue


@dataclass
class InventedHouse:
    """A ledger of which a test says the number, and whether it answers."""

    known: int | None = 0
    answers: bool = True
    moment: datetime = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
    asked: list[str] = field(default_factory=list)

    def catalogues(self):
        return self

    def index_cache(self):
        return None

    def language(self):
        return Language()

    def part_texts(self, number):
        return self

    def of(self, keys):
        return {}

    def clock(self):
        return self

    def now(self):
        return self.moment

    def number(self):
        self.asked.append("number")
        if not self.answers:
            raise StorageFault("postgresql://…", StorageCause.UNREACHABLE)
        return self.known

    def newest(self):
        self.asked.append("newest")
        return catalogue(number=self.known or 0)


@pytest.fixture
def house(monkeypatch):
    monkeypatch.setattr(published, "SECONDS_BETWEEN_LOOKS", 0.0)
    return InventedHouse()


def look(site: Published) -> int:
    """The number that answers after the looks that a request starts have ended."""
    site.today()
    for thread in threading.enumerate():
        if thread.name == "newest-structure":
            thread.join()
    return site._today.structure.number


def test_a_new_ledger_number_takes_the_place_of_the_old(house):
    site = Published(house)
    before = look(site)
    house.known = 3

    assert (before, look(site)) == (0, 3)


def test_a_request_never_waits_for_a_newer_structure(house):
    site = Published(house)
    site.today()
    house.known = 3

    assert site.today().structure.number == 0


def test_nothing_is_made_again_while_nothing_changes(house):
    site = Published(house)
    for _ in range(3):
        look(site)

    assert house.asked.count("newest") == 1


def test_without_a_database_the_last_structure_goes_on(house):
    site = Published(house)
    look(site)
    house.known, house.answers = 3, False
    during = look(site), site.stale
    house.answers = True
    after = look(site), site.stale

    assert during == (0, house.moment)
    assert after == (3, None)


def test_the_ledger_is_asked_at_most_once_in_a_while(house, monkeypatch):
    monkeypatch.setattr(published, "SECONDS_BETWEEN_LOOKS", 3600.0)
    site = Published(house)
    for _ in range(5):
        look(site)

    assert house.asked.count("number") == 0


def test_a_day_begins_where_the_schools_are(house):
    house.moment = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)

    assert Published(house).day().isoformat() == "2026-12-01"


def test_a_new_day_is_another_structure(house):
    site = Published(house)
    look(site)
    house.moment = datetime(2026, 11, 24, 12, tzinfo=UTC)
    look(site)

    assert site.today().structure.day.isoformat() == "2026-11-24"


def test_another_day_is_made_once_and_before_the_first_there_is_nothing(house):
    site = Published(house)
    day = DAY.replace(year=2025)

    assert site.on(day) is site.on(day)
    assert site.on(day).structure.day == day
    with pytest.raises(BeforeFirstKnown):
        site.on(DAY.replace(year=1999))


def test_what_was_made_of_an_older_structure_goes_when_a_newer_comes():
    """Else a worker grows with every import."""
    make = once_for_a_structure(Beside)
    old, new = (catalogue(number=number).on(DAY) for number in (1, 2))
    first = make(old)
    again, gone = make(old), weakref.ref(first)
    assert again is first

    make(new)
    del first, again
    gc.collect()

    assert gone() is None


def test_of_one_number_so_many_days_are_kept():
    make = once_for_a_structure(Beside)
    whole = catalogue(number=1)
    days = [whole.on(DAY.replace(day=day)) for day in range(1, DAYS_KEPT + 4)]
    made = [weakref.ref(make(each)) for each in days]
    gc.collect()

    assert [each() is not None for each in made] == [False, False] + [True] * (DAYS_KEPT + 1)


@dataclass(eq=False)
class Beside:
    """Something made of a structure."""

    structure: object


def test_a_new_structure_is_warmed_once_and_before_anybody_asks(house):
    warmed = []
    site = Published(house, lambda ready: warmed.append(ready.structure.number))
    site.warm()
    house.known = 3
    look(site)
    look(site)

    assert warmed == [0, 3]


def test_what_was_made_of_another_structure_goes_when_a_new_one_is_warmed():
    made = []
    make = once_for_a_structure(lambda structure: made.append(structure) or object())
    yesterday, today = catalogue(number=3).on(DAY), catalogue(number=3).on(DAY)
    make(yesterday), make(today)
    let_go_of_others(today)
    make(yesterday), make(today)

    assert [each is yesterday for each in made] == [True, False, True]
