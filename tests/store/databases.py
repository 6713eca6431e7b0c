"""Databases for tests: files, and those of a PostgreSQL server."""

import shutil
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Protocol

from django.db import connections

from bouwsteen.adapters.store.address import DatabaseAddress, database_address, sqlite_address
from bouwsteen.adapters.store.connecting import settings_of
from bouwsteen.adapters.store.database import DatabaseLedger
from tests.store.invented import FixedClock, first_editions
from tests.store.postgresql import connect, url

_numbers = count()


class Databases(Protocol):
    """Makes databases of one kind."""

    name: str

    def empty(self) -> DatabaseAddress:
        """Without tables."""

    def fresh(self) -> DatabaseAddress:
        """With tables and ledger number 0."""


def open_ledger(address: DatabaseAddress, first=None) -> DatabaseLedger:
    """A ledger on a connection of its own."""
    alias = f"tested-{next(_numbers)}"
    connections.settings.update(connections.configure_settings({"default": {}, alias: settings_of(address)}))
    return DatabaseLedger(alias, first=first or first_editions(), clock=FixedClock())


class SqliteFiles:
    """Files in a folder; a fresh one is a copy of one that was prepared."""

    name = "sqlite"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template: Path | None = None

    def empty(self) -> DatabaseAddress:
        return sqlite_address(self._folder / f"{next(_numbers)}.sqlite3")

    def fresh(self) -> DatabaseAddress:
        if self._template is None:
            address = self.empty()
            prepare(address)
            self._template = Path(address.name)
        made = self.empty()
        shutil.copy(self._template, made.name)
        return made


class PostgresqlDatabases:
    """Databases on one server; a fresh one is a copy of one that was prepared."""

    name = "postgresql"

    def __init__(self, socket_folder: Path) -> None:
        self._folder = socket_folder
        self._template: str | None = None

    def empty(self) -> DatabaseAddress:
        return self._made("template0")

    def fresh(self) -> DatabaseAddress:
        if self._template is None:
            address = self.empty()
            prepare(address)
            self._template = address.name
        return self._made(self._template)

    def _made(self, template: str) -> DatabaseAddress:
        name = f"tested{next(_numbers)}"
        with closing(connect(self._folder)) as connection:
            connection.autocommit = True
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return database_address(url(self._folder, name))


def prepare(address: DatabaseAddress) -> None:
    ledger = open_ledger(address)
    ledger.newest()
    ledger.close()
