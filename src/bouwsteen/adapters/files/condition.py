"""What a folder of the program is like: whether a file can be made in it, and how much room there is."""

import os
import shutil
import stat
import tempfile
from pathlib import Path

from bouwsteen.services.examine_installation import FolderCondition


def folder_condition(path: Path) -> FolderCondition:
    """The folder at `path` or, where it is not there yet, the one in which it will be made.

    Only the attempt is certain: rights, quotas and a file system that is read-only all refuse it. Nothing stays.
    """
    there = next((each for each in (path, *path.parents) if each.exists()), path)
    try:
        free = shutil.disk_usage(there).free
        with tempfile.TemporaryFile(dir=there):
            return FolderCondition(path=path, free_bytes=free)
    except OSError as error:
        return FolderCondition(path=path, free_bytes=0, closed=error.strerror or str(error))


def open_to_others(path: Path) -> bool:
    """Whether others than its owner may read or write the file; where rights mean nothing they are not asked."""
    if os.name != "posix" or not path.exists():
        return False
    return bool(path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO))
