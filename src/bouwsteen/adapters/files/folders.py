"""Where this platform wants a person's files: `XDG_DATA_HOME` and `XDG_CACHE_HOME` are followed where they hold."""

from pathlib import Path

from platformdirs import user_cache_path, user_data_path

_NAME = "bouwsteen"


def data_folder() -> Path:
    """What must not be lost: the ledger, and the snapshots made from it. Not made here."""
    return user_data_path(_NAME, appauthor=False)


def cache_folder() -> Path:
    """What can be made again. Not made here."""
    return user_cache_path(_NAME, appauthor=False)
