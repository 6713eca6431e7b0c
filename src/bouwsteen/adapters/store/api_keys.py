"""Keys of programs that may write, as digests in the database.

A key is made of 256 random bits, so that its plain SHA-256 digest cannot be undone: nobody can try them all.
Django must be set up before this module is imported.
"""

import hashlib
import secrets
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from bouwsteen.adapters.store.faults import storage_faults
from bouwsteen.adapters.store.models import ApiKeyRow
from bouwsteen.adapters.store.tables import prepare, shown_path
from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.ports import KeyNameTaken

START = "bouwsteen_"
"""Every key starts so: whoever finds one in a file knows what it is."""


class DatabaseApiKeys:
    """Every method raises `StorageFault` when the database cannot be read or written."""

    def __init__(self, alias: str) -> None:
        self._alias = alias
        self._path = shown_path(alias)

    def new(self, name: str, *, created: datetime) -> str:
        key = START + secrets.token_urlsafe(32)
        with storage_faults(self._path):
            prepare(self._alias)
            try:
                with transaction.atomic(using=self._alias):
                    self._rows.create(name=name, digest=_digest(key), created=created)
            except IntegrityError:
                raise KeyNameTaken(name) from None
        return key

    def holder(self, key: str) -> str | None:
        if not key.startswith(START):
            return None
        with storage_faults(self._path):
            prepare(self._alias)
            found: str | None = (
                self._rows.filter(digest=_digest(key), ended=None).values_list("name", flat=True).first()
            )
        return found

    def names(self) -> tuple[str, ...]:
        with storage_faults(self._path):
            prepare(self._alias)
            return tuple(self._rows.filter(ended=None).order_by("name").values_list("name", flat=True))

    def end(self, name: str, *, ended: datetime) -> None:
        with storage_faults(self._path):
            prepare(self._alias)
            if not self._rows.filter(name=name, ended=None).update(ended=ended):
                raise UnknownCode(name)

    @property
    def _rows(self) -> Any:
        return ApiKeyRow.objects.using(self._alias)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()
