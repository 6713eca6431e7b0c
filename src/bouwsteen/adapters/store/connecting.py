"""An address as Django's settings for one database; importing this does not import Django."""

from typing import Any

from bouwsteen.adapters.store.address import DatabaseAddress, Engine

WAIT_SECONDS = 60
"""How long a writer waits for another one (SQLite)."""

CONNECT_SECONDS = 10
"""How long a server gets to answer (PostgreSQL)."""


def settings_of(address: DatabaseAddress) -> dict[str, Any]:
    """One value of Django's `DATABASES`."""
    if address.engine is Engine.SQLITE:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": address.name,
            # IMMEDIATE: whoever begins to write waits for another writer at once, not halfway.
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": WAIT_SECONDS},
        }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": address.name,
        "USER": address.user,
        "PASSWORD": address.password,
        "HOST": address.host,
        "PORT": str(address.port),
        "OPTIONS": {
            "application_name": "bouwsteen",
            "connect_timeout": CONNECT_SECONDS,
            **dict(address.options),
        },
    }
