"""What a database says when something is wrong, as a `StorageFault`."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import Error, InterfaceError, OperationalError

from bouwsteen.adapters.store.causes import postgresql_cause, sqlite_cause
from bouwsteen.services.ports import StorageCause, StorageFault


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


def _cause(error: Error) -> StorageCause:
    match error.__cause__:
        case object(sqlite_errorname=str(name)):
            return sqlite_cause(name)
        case object(sqlstate=str(state)):
            return postgresql_cause(state)
        case _:
            lost = isinstance(error, OperationalError | InterfaceError)
            return StorageCause.UNREACHABLE if lost else StorageCause.FAILED


def _said(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
