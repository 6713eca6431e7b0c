"""Sessions of browsers, in a table of this store: removing an account removes those of that account.

Django's setting SESSION_ENGINE names this module. When the database does not answer a page is shown as to somebody who
is not logged in: what is published needs no session.
"""

from functools import cache
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DjangoSessions
from django.db import Error

from bouwsteen.adapters.store.faults import storage_faults
from bouwsteen.adapters.store.people import ACCOUNT
from bouwsteen.adapters.store.people.tables import SessionRow
from bouwsteen.adapters.store.tables import prepare, shown_path

ALIAS = "default"


class SessionStore(DjangoSessions):
    @classmethod
    def get_model_class(cls) -> type[SessionRow]:
        return SessionRow

    def load(self) -> dict[str, Any]:
        try:
            found: dict[str, Any] = super().load()
        except Error:
            return {}
        return found

    def save(self, must_create: bool = False) -> None:
        """Raises `StorageFault`; makes the tables where they are lacking."""
        with storage_faults(shown_path(ALIAS)):
            _prepare_once()
            super().save(must_create)

    def create_model_instance(self, data: dict[str, Any]) -> SessionRow:
        row: SessionRow = super().create_model_instance(data)
        row.account = data.get(ACCOUNT, "")
        return row


@cache
def _prepare_once() -> None:
    prepare(ALIAS)
