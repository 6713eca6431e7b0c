"""What a database is like, without changing anything of it. Django must be set up before this is imported."""

from datetime import datetime
from typing import Any

from django.db import connections
from django.db.migrations.loader import MigrationLoader

from bouwsteen.adapters.store.address import DatabaseAddress, Engine
from bouwsteen.adapters.store.apps import StoreConfig
from bouwsteen.adapters.store.faults import storage_faults
from bouwsteen.adapters.store.models import LedgerRow
from bouwsteen.services.examine_installation import DatabaseCondition

_HERE = ("", "localhost", "127.0.0.1", "::1")


def database_condition(alias: str, address: DatabaseAddress) -> DatabaseCondition | None:
    """The database behind `alias`; None where its file is not there yet. Raises `StorageFault`."""
    if address.file is not None and not address.file.exists():
        return None
    connection = connections[alias]
    with storage_faults(address.shown):
        loader = MigrationLoader(connection)
        known = {name for app, name in loader.disk_migrations if app == StoreConfig.label}
        applied = {name for app, name in loader.applied_migrations if app == StoreConfig.label}
        return DatabaseCondition(
            address=address.shown,
            engine=connection.vendor,
            version=_version(connection),
            behind=tuple(sorted(known - applied)),
            newer=tuple(sorted(applied - known)),
            time=_server_time(connection),
            last_recorded=_last_recorded(alias) if applied else None,
            unencrypted=_unencrypted(connection, address),
        )


def _version(connection: Any) -> tuple[int, int]:
    first, second, *_ = connection.get_database_version()
    return int(first), int(second)


def _server_time(connection: Any) -> datetime | None:
    if connection.vendor == "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        time: datetime = cursor.fetchone()[0]
        return time


def _last_recorded(alias: str) -> datetime | None:
    newest = LedgerRow.objects.using(alias).order_by("-number")
    recorded: datetime | None = newest.values_list("recorded", flat=True).first()
    return recorded


def _unencrypted(connection: Any, address: DatabaseAddress) -> bool:
    if address.engine is Engine.SQLITE or address.host.startswith("/") or address.host in _HERE:
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
        found = cursor.fetchone()
    return found is not None and not found[0]
