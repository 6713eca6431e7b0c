"""The newest ledger number, asked of the database itself without starting Django.

SQLite answers in a millisecond or two. PostgreSQL costs the import of its client and a connection (a tenth of
a second or more), but only it knows what others have adopted.
"""

import sqlite3
from urllib.parse import quote

from bouwsteen.adapters.store.address import DatabaseAddress
from bouwsteen.adapters.store.causes import postgresql_cause, sqlite_cause
from bouwsteen.adapters.store.connecting import CONNECT_SECONDS
from bouwsteen.services.ports import StorageFault

_NEWEST = (
    "SELECT max(number), count(*) FILTER (WHERE reason = {reason} AND actor = 'bouwsteen') FROM ledger_entry"
)
_WAIT_SECONDS = 5


def newest_number(address: DatabaseAddress, reason: str) -> int | None:
    """The newest ledger number; None where there is no ledger yet.

    `reason` is the reason with which the embedded catalogue of this release comes in
    (`FirstEditions.reason`). Where that is still to come, the answer is the number it will have. Raises `StorageFault`.
    """
    found = _from_sqlite(address, reason) if address.file else _from_postgresql(address, reason)
    if found is None or found[0] is None:
        return None
    newest, known = found
    return newest if known else newest + 1


def _from_sqlite(address: DatabaseAddress, reason: str) -> tuple[int, int] | None:
    if address.file is None or not address.file.is_file():
        return None
    try:
        # Read and write: after a kill the first who opens the file puts it in order.
        connection = sqlite3.connect(f"file:{quote(address.name)}?mode=rw", uri=True, timeout=_WAIT_SECONDS)
        try:
            return connection.execute(_NEWEST.format(reason="?"), [reason]).fetchone()  # type: ignore[no-any-return] # a row is Any
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        if "no such table" in str(error):
            return None
        cause = sqlite_cause(getattr(error, "sqlite_errorname", ""))
        raise StorageFault(address.shown, cause, str(error)) from error


def _from_postgresql(address: DatabaseAddress, reason: str) -> tuple[int, int] | None:
    import psycopg

    arguments = {"connect_timeout": str(CONNECT_SECONDS), **dict(address.options)}
    try:
        with psycopg.connect(
            dbname=address.name,
            user=address.user or None,
            password=address.password or None,
            host=address.host or None,
            port=address.port,
            **arguments,  # type: ignore[arg-type] # libpq takes every option as text
        ) as connection:
            return connection.execute(_NEWEST.format(reason="%s"), [reason]).fetchone()
    except psycopg.errors.UndefinedTable:
        return None
    except psycopg.Error as error:
        said = str(error).strip().partition("\n")[0]
        raise StorageFault(address.shown, postgresql_cause(error.sqlstate), said) from error
