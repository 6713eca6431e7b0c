"""Two that import at once, in each kind of database: one is first, the other comes whole after it and is told."""

import threading
from collections.abc import Iterator

from bouwsteen.model.records import Edition
from bouwsteen.services.ports import Adoption
from tests.store.databases import open_ledger
from tests.store.invented import NOW, file_edition, many_editions

COUNT = 30


class Halfway:
    """Gives editions, and waits after the first until it may go on."""

    def __init__(self, editions: list[Edition]) -> None:
        self._editions = editions
        self.begun, self.go_on = threading.Event(), threading.Event()

    def __iter__(self) -> Iterator[Edition]:
        first, *rest = self._editions
        yield first
        self.begun.set()
        assert self.go_on.wait(30)
        yield from rest


def both(address, first: list[Edition], second: list[Edition]) -> tuple[Adoption, Adoption]:
    """What each was told; the second begins while the first is halfway, and waits for it."""
    told: dict[str, Adoption] = {}
    slow = Halfway(first)

    def come(name: str, editions) -> None:
        ledger = open_ledger(address)
        told[name] = ledger.adopt(editions, actor=name, reason="a test", recorded=NOW)
        ledger.close()

    one = threading.Thread(target=come, args=("one", slow))
    other = threading.Thread(target=come, args=("other", second))
    one.start()
    assert slow.begun.wait(30)
    other.start()
    other.join(timeout=0.3)
    assert told == {}, "the second did not wait"
    slow.go_on.set()
    one.join()
    other.join()
    return told["one"], told["other"]


def test_of_the_same_register_one_wins_and_the_other_is_told_that_all_was_known(databases):
    address = databases.fresh()
    editions = list(many_editions(COUNT))
    one, other = both(address, editions, editions)
    history = open_ledger(address).history()

    assert (one.new_editions, one.unchanged_editions) == (COUNT, 0)
    assert (other.entry, other.new_editions, other.unchanged_editions) == (None, 0, COUNT)
    assert [entry.actor for entry in history.entries[1:]] == ["one"]
    assert len(history.at().records.files) == COUNT + 1


def test_of_two_versions_of_a_register_none_is_mixed(databases):
    """The one that was first stands whole at its number, and the other whole at the next."""
    address = databases.fresh()
    first, second = (
        [file_edition(str(20000 + n), title=title) for n in range(COUNT)] for title in ("Eerste", "Tweede")
    )
    one, other = both(address, first, second)
    history = open_ledger(address).history()
    titles = [
        {
            process.title.partition(" ")[0]
            for process in history.at(number).records.work_processes
            if process.owner.startswith("20")
        }
        for number in (0, 1, 2)
    ]

    assert (one.entry.number, other.entry.number) == (1, 2)
    assert (one.new_editions, other.new_editions) == (COUNT, COUNT)
    assert titles == [set(), {"Eerste"}, {"Tweede"}]
