"""Django's settings: only what the ledger needs.

`BOUWSTEEN_DATABASE_URL` says where the database is; without it, a file in the user's data folder. Raises
`InvalidDatabaseAddress` when it is not an address.
"""

import os

from bouwsteen.adapters.files.folders import data_folder
from bouwsteen.adapters.store.address import VARIABLE, DatabaseAddress, database_address, sqlite_address
from bouwsteen.adapters.store.connecting import settings_of


def chosen_address() -> DatabaseAddress:
    """The database that the environment names; needs no Django."""
    text = os.environ.get(VARIABLE, "").strip()
    return database_address(text) if text else sqlite_address(data_folder() / "bouwsteen.sqlite3")


DATABASES = {"default": settings_of(chosen_address())}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["bouwsteen.adapters.store"]
LOGGING_CONFIG = None  # a program that logs sets up logging itself
TIME_ZONE = "UTC"
USE_I18N = False  # no texts of Django's are shown
USE_TZ = True
