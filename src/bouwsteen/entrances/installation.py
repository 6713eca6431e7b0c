"""The house as it stands on this machine, for whoever examines it."""

import os
import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bouwsteen import __version__
from bouwsteen.adapters.files.condition import folder_condition, open_to_others
from bouwsteen.adapters.files.folders import cache_folder, data_folder
from bouwsteen.adapters.files.framed import Unusable
from bouwsteen.adapters.files.snapshot import SnapshotFolder
from bouwsteen.adapters.language.choosing import (
    ENCODERS,
    EXTRA,
    SEMANTIC,
    VARIABLE,
    VECTORS,
    semantic_is_installed,
)
from bouwsteen.adapters.store import coding
from bouwsteen.adapters.store.address import DatabaseAddress
from bouwsteen.entrances.variables import PREFIX, REQUIRED_IN_PRODUCTION, VARIABLES
from bouwsteen.services.examine_installation import (
    DatabaseCondition,
    EncoderCondition,
    FolderCondition,
    Settings,
)
from bouwsteen.services.ports import HERE, Catalogues

SITE = (
    *("Authlib", "cryptography", "django-ninja", "granian", "joserfc"),
    *("pyoxigraph", "requests", "whitenoise"),
)
"""The packages of the extra `site`."""


def file_keys() -> Path:
    """Where the keys of saved files stand: apart from the database."""
    named = os.environ.get("BOUWSTEEN_FILE_KEYS")
    return Path(named) if named else data_folder() / "file-keys"


class ThisInstallation:
    """Looks, and changes nothing; `database` starts Django."""

    def __init__(self, address: DatabaseAddress, catalogues: Catalogues) -> None:
        self._address, self._catalogues = address, catalogues

    def versions(self) -> Mapping[str, str]:
        return {
            "release": __version__,
            "python": platform.python_version(),
            "django": str(_version("django")),
        }

    def site_versions(self) -> Mapping[str, str | None]:
        return {name: _version(name) for name in SITE}

    def settings(self) -> Settings:
        given = {name: value for name, value in os.environ.items() if name.startswith(PREFIX)}
        return Settings(given=given, known=VARIABLES, required=REQUIRED_IN_PRODUCTION)

    def encoder(self) -> EncoderCondition:
        name = os.environ.get(VARIABLE, "").strip() or VECTORS
        lacking = name == SEMANTIC and not semantic_is_installed()
        return EncoderCondition(name=name, allowed=ENCODERS, extra=EXTRA if lacking else "")

    def key_file_open_to(self) -> Path | None:
        path = data_folder() / "site-key"
        return path if open_to_others(path) else None

    def file_keys_open_to(self) -> Path | None:
        path = file_keys()
        return path if open_to_others(path) else None

    def knows_time_zone(self) -> bool:
        try:
            return bool(ZoneInfo(HERE))
        except ZoneInfoNotFoundError:
            return False

    def data_folder(self) -> FolderCondition:
        return folder_condition(data_folder())

    def cache_folder(self) -> FolderCondition:
        return folder_condition(cache_folder())

    def database(self) -> DatabaseCondition | None:
        from bouwsteen.adapters.store.condition import database_condition

        return database_condition("default", self._address)

    def snapshot(self) -> tuple[int, str | None]:
        number = self._catalogues.number() or 0
        if not number:
            return 0, None
        folder = SnapshotFolder(path=data_folder() / "snapshots" / self._address.id, coding=coding)
        found = folder.read(number)
        return number, found.value if isinstance(found, Unusable) else None


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
