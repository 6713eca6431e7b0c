"""Disks that are full, limits that are reached, files where folders should be: a clear fault, nothing lost."""

import errno
import os
import sqlite3
import subprocess
from contextlib import closing, contextmanager

import pytest

from bouwsteen.adapters.files.cache import FileIndexCache
from bouwsteen.adapters.files.snapshot import SnapshotFolder
from bouwsteen.adapters.store import coding
from bouwsteen.adapters.store.address import DatabaseAddress, Engine, sqlite_address
from bouwsteen.adapters.store.glance import newest_number
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.history import joined
from bouwsteen.services.ports import StorageCause, StorageFault
from tests.store.databases import open_ledger
from tests.store.invented import NOW, file_edition, many_editions
from tests.store.processes import completed, program


def large_catalogue() -> Catalogue:
    return Catalogue(2, joined(each.records for each in many_editions(2000)))


@contextmanager
def small_disk(folder):
    """One MiB of memory as a file system."""
    folder.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root can mount a file system")
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder]
    try:
        mounted = subprocess.run(command, capture_output=True, text=True)
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if mounted.returncode:
        pytest.skip(f"no file system can be mounted here: {mounted.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def test_a_file_where_the_data_folder_should_be(tmp_path):
    (tmp_path / "bouwsteen").write_text("a file")

    with pytest.raises(StorageFault) as found:
        open_ledger(sqlite_address(tmp_path / "bouwsteen" / "bouwsteen.sqlite3")).history()

    assert found.value.cause is StorageCause.NOT_A_FOLDER
    assert found.value.path == str(tmp_path / "bouwsteen")
    assert found.value.slug == "storage-fault"


def test_a_file_where_the_snapshot_folder_should_be(tmp_path):
    (tmp_path / "snapshots").write_text("a file")
    folder = SnapshotFolder(path=tmp_path / "snapshots" / "id", coding=coding)

    with pytest.raises(StorageFault) as found:
        folder.write(large_catalogue())

    assert found.value.cause is StorageCause.NOT_A_FOLDER
    assert folder.newest() is None


def test_a_folder_where_the_database_should_be(tmp_path):
    with pytest.raises(StorageFault) as found:
        open_ledger(sqlite_address(tmp_path)).history()

    assert found.value.cause is StorageCause.NO_ACCESS
    assert str(tmp_path) in str(found.value)


@pytest.mark.parametrize(
    "ask", [lambda address: open_ledger(address).history(), lambda address: newest_number(address, "")]
)
def test_a_database_of_another_program_is_no_matter_of_access(tmp_path, ask):
    with closing(sqlite3.connect(tmp_path / "it.sqlite3")) as other:
        other.execute("CREATE TABLE ledger_entry (amount)")

    with pytest.raises(StorageFault) as found:
        ask(sqlite_address(tmp_path / "it.sqlite3"))

    assert found.value.cause is StorageCause.FAILED


@pytest.mark.parametrize(
    "ask", [lambda address: open_ledger(address).history(), lambda address: newest_number(address, "")]
)
def test_a_file_that_is_no_database(tmp_path, ask):
    (tmp_path / "it.sqlite3").write_text("this is a letter to my aunt" * 100)

    with pytest.raises(StorageFault) as found:
        ask(sqlite_address(tmp_path / "it.sqlite3"))

    assert found.value.cause is StorageCause.DAMAGED


@pytest.mark.parametrize(
    "ask", [lambda address: open_ledger(address).history(), lambda address: newest_number(address, "")]
)
def test_a_server_that_does_not_answer(tmp_path, ask):
    address = DatabaseAddress(
        engine=Engine.POSTGRESQL, name="bouwsteen", host=str(tmp_path), user="anna", password="geheim"
    )

    with pytest.raises(StorageFault) as found:
        ask(address)

    assert found.value.cause is StorageCause.UNREACHABLE
    assert "geheim" not in str(found.value)


def test_a_limit_on_the_size_of_files_while_adopting(tmp_path):
    address = sqlite_address(tmp_path / "it.sqlite3")
    ledger = open_ledger(address)
    before = ledger.history()
    ledger.close()

    with program(address, "adopt", "--count", 2000, "--file-limit", 400_000) as running:
        code, said = completed(running)

    assert code == 3, said
    assert f"{address.name}: failed (disk I/O error)" in said
    assert ledger.history() == before
    assert ledger.adopt(many_editions(2000), actor="anna", reason="", recorded=NOW).entry.number == 1


def test_a_limit_on_the_size_of_files_while_writing_a_snapshot(tmp_path):
    folder = SnapshotFolder(path=tmp_path, coding=coding)
    folder.write(Catalogue(1, file_edition().records))

    with program(None, "snapshots", "--snapshots", tmp_path, "--file-limit", 50_000) as running:
        code, said = completed(running)

    assert (code, "fault too-large" in said) == (3, True), said
    assert folder.read(1).records == file_edition().records
    assert sorted(each.name for each in tmp_path.iterdir()) == ["1.occupations", "1.skills", "1.snapshot"]


def test_a_full_disk_while_adopting(tmp_path):
    with small_disk(tmp_path / "disk"):
        ledger = open_ledger(sqlite_address(tmp_path / "disk" / "it.sqlite3"))
        ledger.adopt([file_edition()], actor="anna", reason="", recorded=NOW)
        before = ledger.history()

        with pytest.raises(StorageFault) as found:
            ledger.adopt(many_editions(2000), actor="anna", reason="", recorded=NOW)

        assert found.value.cause is StorageCause.FULL
        assert ledger.history() == before
        assert ledger.adopt([file_edition("23999")], actor="anna", reason="", recorded=NOW).entry.number == 2
        ledger.close()


def test_a_full_disk_while_writing_a_snapshot_or_the_cache(tmp_path):
    with small_disk(tmp_path / "disk"):
        folder = SnapshotFolder(path=tmp_path / "disk", coding=coding)
        folder.write(Catalogue(1, file_edition().records))
        cache = FileIndexCache(folder=tmp_path / "disk" / "cache")

        with pytest.raises(StorageFault) as found:
            folder.write(large_catalogue())
        cache.save("large", bytes(2_000_000))
        cache.save("small", b"small")

        assert found.value.cause is StorageCause.FULL
        assert folder.newest().records == file_edition().records
        assert (cache.load("large"), cache.load("small")) == (None, b"small")


def test_the_system_names_the_cause():
    fault = StorageFault.from_system("/data", OSError(errno.EROFS, "Read-only file system"))

    assert (fault.cause, str(fault)) == (StorageCause.NO_ACCESS, "/data: no-access (Read-only file system)")


def test_a_database_of_a_newer_release_is_refused(databases):
    from django.db import connections

    address = databases.fresh()
    ledger = open_ledger(address)
    with connections[ledger._alias].cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_later', '2030-01-01')"
        )

    with pytest.raises(StorageFault) as found:
        ledger.history()

    assert (found.value.cause, found.value.detail) == (StorageCause.NEWER, "9999_later")


def test_bytes_that_are_no_records_are_damage(databases):
    from django.db import connections

    ledger = open_ledger(databases.fresh())
    ledger.newest()
    with connections[ledger._alias].cursor() as cursor:
        cursor.execute(
            "INSERT INTO recorded_edition (source, owner, version, since, form, digest, records)"
            " VALUES ('', '', '', 0, '', '', %s)",
            [b"not records"],
        )

    for ask in (ledger.history, ledger.catalogue, lambda: list(ledger.editions())):
        with pytest.raises(StorageFault) as found:
            ask()
        assert found.value.cause is StorageCause.DAMAGED
