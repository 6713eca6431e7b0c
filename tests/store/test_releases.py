"""What happens when a later release carries another embedded catalogue, and what the database itself refuses."""

from contextlib import closing

import pytest
from django.core.management import call_command
from django.db import Error, connections, transaction

from bouwsteen.adapters.store.glance import newest_number
from bouwsteen.model.period import Outcome
from tests.store.databases import open_ledger
from tests.store.invented import (
    FIRST,
    NOW,
    SCHOOLS,
    file_edition,
    first_editions,
    loose_edition,
    with_document,
)

LATER = first_editions(
    loose_edition("02BB", source="embedded"), file_edition("23002", source="embedded"), digest="d1"
)


def asked(address, first) -> int | None:
    return newest_number(address, first.reason)


def test_another_embedded_catalogue_becomes_an_entry_of_its_own(databases):
    address = databases.fresh()
    open_ledger(address).adopt(
        [file_edition(source=SCHOOLS), loose_edition("03CC")], actor="anna", reason="", recorded=NOW
    )

    history = open_ledger(address, LATER).history()

    assert [(entry.actor, entry.reason) for entry in history.entries] == [
        ("bouwsteen", "embedded catalogue d0"),
        ("anna", ""),
        ("bouwsteen", "embedded catalogue d1"),
    ]
    assert {each.code for each in history.at(1).records.files} == {"23001", "23450"}
    assert {each.code for each in history.at(2).records.files} == {"23002", "23450"}
    assert {each.code for each in history.at(1).records.institutions} == {"01AA", "03CC"}
    assert {each.code for each in history.at(2).records.institutions} == {"02BB", "03CC"}


def test_an_embedded_catalogue_is_adopted_once(databases):
    address = databases.fresh()
    for first in (LATER, first_editions(), LATER):
        newest = open_ledger(address, first).newest()

    assert newest == 1


def test_an_equal_embedded_catalogue_of_another_release_is_known_too(databases):
    address = databases.fresh()
    same = first_editions(*FIRST, digest="d2")
    history = open_ledger(address, same).history()

    assert [entry.editions for entry in history.entries] == [2, 0]
    assert history.at(0).records == history.at(1).records
    assert asked(address, same) == 1


def test_the_number_is_known_without_django(databases):
    address = databases.empty()
    assert asked(address, first_editions()) is None

    ledger = open_ledger(address)
    ledger.newest()
    assert (asked(address, first_editions()), asked(address, LATER)) == (0, 1)

    ledger.adopt([file_edition()], actor="anna", reason=LATER.reason, recorded=NOW)
    assert (asked(address, first_editions()), asked(address, LATER)) == (1, 2)


def test_what_an_older_release_wrote_is_recognised(databases, monkeypatch):
    """Bytes of another form differ without saying anything else."""
    ledger = open_ledger(databases.fresh())
    ledger.adopt([with_document(file_edition(), b"text")], actor="anna", reason="", recorded=NOW)
    monkeypatch.setattr("bouwsteen.adapters.store.shelf.form", lambda: "another form....")

    def adopted(edition):
        return ledger.adopt([edition], actor="anna", reason="", recorded=NOW).entry

    assert adopted(with_document(file_edition(), b"text")) is None
    assert adopted(with_document(file_edition(), b"other")).number == 2


REFUSED = [
    "UPDATE ledger_entry SET reason = 'x'",
    "DELETE FROM ledger_entry WHERE number = 1",
    "INSERT INTO ledger_entry (number, recorded, actor, reason, editions) VALUES (4, '2030-01-01', '', '', 0)",
    "INSERT INTO ledger_entry (number, recorded, actor, reason, editions) VALUES (1, '2030-01-01', '', '', 0)",
    "DELETE FROM recorded_edition",
    "UPDATE recorded_edition SET records = document",
    "UPDATE recorded_edition SET source = 'x', until = 1",
    "UPDATE recorded_edition SET until = NULL WHERE until IS NOT NULL",
    "UPDATE recorded_edition SET until = 1 WHERE until IS NOT NULL",
    "UPDATE recorded_edition SET until = -1",
    "UPDATE recorded_edition SET until = 77",
]


@pytest.mark.parametrize("statement", [*REFUSED, "REPLACE", "TRUNCATE"])
def test_the_database_itself_refuses_to_change_the_ledger(databases, statement):
    ledger = open_ledger(databases.fresh())
    for title in ("Oud", "Nieuw"):
        ledger.adopt([file_edition(title=title)], actor="anna", reason="", recorded=NOW)
    before = ledger.history()
    if statement == "REPLACE":
        statement = "INSERT OR REPLACE INTO ledger_entry VALUES (1, '2030-01-01', '', '', 0)"
    elif statement == "TRUNCATE":
        statement = "TRUNCATE ledger_entry, recorded_edition"

    with (
        pytest.raises(Error),
        transaction.atomic(using=ledger._alias),
        closing(connections[ledger._alias].cursor()) as cursor,
    ):
        cursor.execute(statement)

    assert ledger.history() == before


def test_validity_is_kept_for_queries(databases):
    ledger = open_ledger(databases.fresh())
    ledger.adopt([file_edition(version="2025")], actor="anna", reason="", recorded=NOW)
    record = ledger.catalogue().records.files[-1]

    with connections[ledger._alias].cursor() as cursor:
        cursor.execute("SELECT valid_from, valid_until FROM recorded_edition WHERE version = '2025'")
        [(start, end)] = cursor.fetchall()

    assert (str(start), end) == ("2025-08-01", None)
    assert record.valid.on(record.valid.start) is Outcome.YES


def test_the_migrations_make_the_tables_that_the_models_describe(databases):
    """Django compares the two itself; it ends the program when they differ."""
    call_command("makemigrations", "store", check=True, dry_run=True, verbosity=0)
