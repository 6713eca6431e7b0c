"""An import that is killed at any moment leaves the previous catalogue whole."""

import random
import sqlite3
import time
from contextlib import closing

import pytest

from bouwsteen.adapters.files.snapshot import SnapshotFolder
from bouwsteen.adapters.store import coding
from bouwsteen.model.catalogue import Catalogue
from tests.store.databases import open_ledger
from tests.store.invented import NOW, file_edition, many_editions
from tests.store.processes import completed, heard, program

COUNT = 900
MOMENTS = [
    pytest.param("edition", 1, 0.0, id="at the first edition"),
    pytest.param("edition", 55, 0.0, id="between two batches"),
    pytest.param("last", 1, 0.0, id="before the commit"),
    pytest.param("last", 1, 0.004, id="around the commit"),
    pytest.param("last", 1, 0.015, id="at or after the commit"),
    pytest.param("adopted", 1, 0.0, id="before the snapshot"),
]


@pytest.mark.parametrize(("word", "times", "seconds"), MOMENTS)
def test_a_killed_import_leaves_the_previous_catalogue_whole(databases, tmp_path, word, times, seconds):
    address = databases.fresh()
    ledger = open_ledger(address)
    ledger.adopt([file_edition()], actor="anna", reason="", recorded=NOW)
    snapshots = SnapshotFolder(path=tmp_path / "snapshots", coding=coding)
    snapshots.write(ledger.catalogue())
    before = ledger.history()
    ledger.close()

    with program(address, "adopt", "--count", COUNT, "--snapshots", snapshots.path) as running:
        heard(running, word, times)
        time.sleep(seconds)  # the moment is the matter of this test
        running.kill()

    after = ledger.history()
    assert after.at(1).records == before.at(1).records == snapshots.read(1).records
    assert [entry.number for entry in after.entries] in ([0, 1], [0, 1, 2])
    if after.newest == 2:
        assert len(after.at(2).records.files) == len(before.at(1).records.files) + COUNT
    assert_sound(address)
    again = ledger.adopt(many_editions(COUNT), actor="anna", reason="again", recorded=NOW)
    # What a dead client had sent a server may still end: all of it or nothing, seen here or later.
    assert again.new_editions in ({0} if after.newest == 2 else {0, COUNT})
    assert ledger.history().newest == 2


def assert_sound(address) -> None:
    if address.file:
        with closing(sqlite3.connect(address.name)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_killed_snapshot_leaves_the_previous_one_whole(tmp_path):
    snapshots = SnapshotFolder(path=tmp_path, coding=coding)
    chance = random.Random(2)

    for _ in range(6):
        with program(None, "snapshots", "--count", 400, "--times", 500, "--snapshots", tmp_path) as running:
            heard(running, "written", chance.randint(1, 4))
            time.sleep(chance.uniform(0, 0.02))
            running.kill()
        found = snapshots.newest()

        assert isinstance(found, Catalogue)
        assert len(found.records.files) in {399, 400}


def test_two_programs_may_start_and_adopt_at_once(databases):
    address = databases.empty()

    with (
        program(address, "adopt", "--count", 60, "--times", 3, "--start", 20000) as one,
        program(address, "adopt", "--count", 60, "--times", 3, "--start", 30000) as other,
    ):
        results = [completed(one), completed(other)]

    assert [code for code, _ in results] == [0, 0], results
    history = open_ledger(address).history()
    assert [entry.number for entry in history.entries] == list(range(7))
    assert len({entry.actor for entry in history.entries[1:]}) == 2
    assert [entry.editions for entry in history.entries] == [2, *[60] * 6]
    assert len(history.at().records.files) == 1 + 360
