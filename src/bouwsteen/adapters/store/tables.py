"""Connections to the database, its tables made at first use, and one writer at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from django.db import OperationalError, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from bouwsteen.adapters.store.apps import StoreConfig
from bouwsteen.services.ports import StorageCause, StorageFault

# Any number will do, as long as all releases use the same. Source: PostgreSQL, "Advisory Locks".
_WRITERS_LOCK = 0x626F7577
_WAIT_SECONDS = 60


def shown_path(alias: str) -> str:
    """Where the database of `alias` is, for people; never its password."""
    settings = connections[alias].settings_dict
    if connections[alias].vendor == "sqlite":
        return str(settings["NAME"])
    return f"postgresql://{settings['HOST'] or 'localhost'}/{settings['NAME']}"


def prepare(alias: str) -> None:
    """Makes the folder of the file, and the tables where they are lacking; safe when two programs start at once."""
    if connections[alias].vendor == "sqlite":
        _make_folder(Path(connections[alias].settings_dict["NAME"]).parent)
        _let_readers_read_on(alias)
    if not _lacking(alias):
        return
    connections[
        alias
    ].disable_constraint_checking()  # SQLite copies tables; not possible inside a transaction
    try:
        with one_writer(alias):
            MigrationExecutor(connections[alias]).migrate(_lacking(alias))
    finally:
        connections[alias].enable_constraint_checking()


@contextmanager
def one_writer(alias: str) -> Iterator[None]:
    """One transaction; whoever else wants to write waits until it is over."""
    with transaction.atomic(using=alias):
        if connections[alias].vendor == "postgresql":  # SQLite: BEGIN IMMEDIATE, see `settings_of`
            with connections[alias].cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_WRITERS_LOCK])
        yield


def _lacking(alias: str) -> list[tuple[str, str]]:
    """The last migrations of the store, when the database has not had them all."""
    executor = MigrationExecutor(connections[alias])
    known = {name for app, name in executor.loader.disk_migrations if app == StoreConfig.label}
    applied = {name for app, name in executor.loader.applied_migrations if app == StoreConfig.label}
    if applied - known:
        raise StorageFault(shown_path(alias), StorageCause.NEWER, ", ".join(sorted(applied - known)))
    targets: list[tuple[str, str]] = executor.loader.graph.leaf_nodes(StoreConfig.label)
    return targets if known - applied else []


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFault.from_system(folder, error) from error


def _let_readers_read_on(alias: str) -> None:
    """Sets SQLite's write-ahead log, with which reading goes on during a long import.

    SQLite does not wait for others when it changes this, so the waiting is done here.
    """
    until = monotonic() + _WAIT_SECONDS
    while True:
        try:
            return _set_write_ahead(connections[alias])
        except OperationalError as error:
            if "locked" not in str(error) or monotonic() > until:
                raise
            sleep(0.05)


def _set_write_ahead(connection: Any) -> None:
    with connection.cursor() as cursor:
        if cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            cursor.execute("PRAGMA journal_mode = WAL")
