"""What a database says when something is wrong, as a `StorageFault`."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import Error, InterfaceError, OperationalError

from bouwsteen.services.ports import StorageCause, StorageFault

# Primary result codes of SQLite. Source: https://www.sqlite.org/rescode.html
_SQLITE_CAUSES = {
    "SQLITE_FULL": StorageCause.FULL,
    "SQLITE_BUSY": StorageCause.BUSY,
    "SQLITE_LOCKED": StorageCause.BUSY,
    "SQLITE_CORRUPT": StorageCause.DAMAGED,
    "SQLITE_NOTADB": StorageCause.DAMAGED,
    "SQLITE_READONLY": StorageCause.NO_ACCESS,
    "SQLITE_PERM": StorageCause.NO_ACCESS,
    "SQLITE_CANTOPEN": StorageCause.NO_ACCESS,
}
# SQLSTATE codes. Source: PostgreSQL documentation, appendix A.
_POSTGRESQL_CAUSES = {
    "53100": StorageCause.FULL,
    "55P03": StorageCause.BUSY,
    "40P01": StorageCause.BUSY,
    "42501": StorageCause.NO_ACCESS,
    "XX001": StorageCause.DAMAGED,
    "XX002": StorageCause.DAMAGED,
}


@contextmanager
def storage_faults(path: str) -> Iterator[None]:
    """Inside it, what the database reports becomes a `StorageFault` at `path`; other errors pass."""
    try:
        yield
    except Error as error:
        raise StorageFault(path, _cause(error), _said(error)) from error


@contextmanager
def reading_faults(path: str) -> Iterator[None]:
    """The same, where kept bytes are decoded: what is no records is damage."""
    with storage_faults(path):
        try:
            yield
        except ValueError as error:
            raise StorageFault(path, StorageCause.DAMAGED, _said(error)) from error


def sqlite_cause(name: str) -> StorageCause:
    """The cause behind SQLite's `name` for an error, an extended one (`SQLITE_IOERR_WRITE`) too."""
    primary = "_".join(name.split("_")[:2])
    return _SQLITE_CAUSES.get(primary, StorageCause.FAILED)


def _cause(error: Error) -> StorageCause:
    match error.__cause__:
        case object(sqlite_errorname=str(name)):
            return sqlite_cause(name)
        case object(sqlstate=str(state)):
            return _POSTGRESQL_CAUSES.get(state, _connection_cause(state))
        case _:
            lost = isinstance(error, OperationalError | InterfaceError)
            return StorageCause.UNREACHABLE if lost else StorageCause.FAILED


def _connection_cause(state: str) -> StorageCause:
    """Classes 08 and 28: no connection, wrong user; 3D000: no such database; 57P: the server is going down."""
    lost = state[:2] in {"08", "28", "3D"} or state.startswith("57P")
    return StorageCause.UNREACHABLE if lost else StorageCause.FAILED


def _said(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
