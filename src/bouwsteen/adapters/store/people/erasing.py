"""Removing so that it is gone from the file of the database too, as far as the database can."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction


@contextmanager
def erasing(alias: str) -> Iterator[None]:
    """One transaction. SQLite overwrites what is removed with zeros, and empties its log of earlier pages.

    PostgreSQL leaves the bytes of a row until it is vacuumed, and a copy that was made before keeps them: of a
    saved file these are worth nothing once the keys were renewed.
    """
    connection = connections[alias]
    sqlite = connection.vendor == "sqlite"
    if sqlite:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
    with transaction.atomic(using=alias):
        yield
    if sqlite:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
