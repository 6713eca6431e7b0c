"""What a database is like is seen without changing anything of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections

from bouwsteen.adapters.store.condition import database_condition
from bouwsteen.adapters.store.connecting import settings_of
from bouwsteen.services.ports import StorageCause, StorageFault


@pytest.fixture
def looked_at():
    """The condition of the database at an address, through a connection of its own."""

    def look(address):
        alias = "looked-at"
        connections.settings.update(
            connections.configure_settings({"default": {}, alias: settings_of(address)})
        )
        try:
            return database_condition(alias, address)
        finally:
            connections[alias].close()
            del connections[alias]

    return look


def test_a_database_in_use_is_current(databases, looked_at):
    found = looked_at(databases.fresh())

    assert (found.engine, found.behind, found.newer) == (databases.name, (), ())
    assert found.last_recorded is not None
    assert not found.unencrypted


def test_an_empty_one_lacks_every_table_and_stays_empty(databases, looked_at):
    address = databases.empty()
    if address.file:
        address.file.touch()
    first, second = looked_at(address), looked_at(address)

    assert first.behind == second.behind
    assert "0001_ledger" in first.behind
    assert first.last_recorded is None


def test_a_file_that_is_not_there_is_not_made(server, looked_at):
    address = server("sqlite").empty()

    assert looked_at(address) is None
    assert not address.file.exists()


def test_a_server_tells_its_own_time(server, looked_at):
    found = looked_at(server("postgresql").fresh())

    assert abs(found.time - datetime.now(UTC)) < timedelta(minutes=1)


def test_what_is_no_database_is_a_fault(server, looked_at):
    address = server("sqlite").empty()
    address.file.write_bytes(b"no database" * 1000)

    with pytest.raises(StorageFault) as raised:
        looked_at(address)
    assert raised.value.cause is StorageCause.DAMAGED
