"""The condition of settings, folders, database and encoder, as they stand here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The variables of the program that are set, those that it knows, and those that production needs."""

    given: Mapping[str, str] = field(repr=False)
    known: tuple[str, ...]
    required: tuple[str, ...]

    @property
    def production(self) -> bool:
        return self.given.get("BOUWSTEEN_PRODUCTION") == "1"

    @property
    def hosts(self) -> tuple[str, ...]:
        return tuple(self.given.get("BOUWSTEEN_HOSTS", "").split())


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderCondition:
    """A folder of the program; `closed` is what the system said when a file could not be made in it."""

    path: Path
    free_bytes: int
    closed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseCondition:
    """A database that answers. `behind` and `newer` are changes of its tables: not made yet, and not known here."""

    address: str
    engine: str
    version: tuple[int, int]
    behind: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()
    time: datetime | None = None
    """By the clock of its server; None where it has none of its own."""
    last_recorded: datetime | None = None
    unencrypted: bool = False
    """Whether it is reached over a network without encryption."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EncoderCondition:
    """What compares meaning: the encoder that the settings ask for (`name`), and whether it can.

    `extra` is what has to be installed for it, where that is not; `allowed` are the names that are known.
    """

    name: str
    allowed: tuple[str, ...]
    extra: str = ""


class Installation(Protocol):
    """The house itself, as it stands here."""

    def versions(self) -> Mapping[str, str]:
        """Release and Python."""

    def site_versions(self) -> Mapping[str, str | None]:
        """The packages that only the site needs; None for one that is not installed."""

    def settings(self) -> Settings: ...

    def encoder(self) -> EncoderCondition:
        """The encoder that compares meaning."""

    def key_file_open_to(self) -> Path | None:
        """The file of the try-out key where others than its owner may read it."""

    def file_keys_open_to(self) -> Path | None:
        """The file of the keys of saved files where others than its owner may read it."""

    def knows_time_zone(self) -> bool:
        """Whether the time where the schools are is known."""

    def data_folder(self) -> FolderCondition: ...

    def cache_folder(self) -> FolderCondition: ...

    def database(self) -> DatabaseCondition | None:
        """None where there is none yet; raises `StorageFault`."""

    def snapshot(self) -> tuple[int, str | None]:
        """The newest ledger number, and why its snapshot cannot be used. Raises `StorageFault`."""
