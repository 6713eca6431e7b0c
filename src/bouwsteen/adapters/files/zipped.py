"""A data package in a zip file, read without trust: sizes are counted while unpacking, never taken from the file.

Refused are paths that leave the package, more files than any package has, and more bytes than a table may hold or
than so small a file can honestly unpack to (a zip bomb).
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

MOST_FILES = 100
MOST_BYTES = 512 * 1024 * 1024
MOST_TIMES = 200
"""Tables of text unpack to some ten times their size; two hundred times is no table."""
_BLOCK = 1 << 16


@dataclass
class NotOpened(Exception):
    """A file of a package that cannot or may not be read: `slug` says why."""

    slug: str
    given: str = ""
    expected: str = ""


def opened_zip(path: Path) -> Callable[[str], bytes]:
    """Gives the content of each file of the package in `path`; raises `NotOpened` where it cannot or may not."""
    return lambda name: _content(path, name)


def _content(path: Path, name: str) -> bytes:
    try:
        with ZipFile(path) as package:
            return _bounded(package, _found(package, name))
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as fault:
        raise NotOpened("not-zip") from fault


def _found(package: ZipFile, name: str) -> ZipInfo:
    """The entry `name`, in the package itself or in the one folder that holds it."""
    entries = package.infolist()
    if len(entries) > MOST_FILES:
        raise NotOpened("too-many-files", str(len(entries)), str(MOST_FILES))
    for entry in entries:
        if (
            ".." in PurePosixPath(entry.filename).parts
            or entry.filename.startswith("/")
            or "\\" in entry.filename
        ):
            raise NotOpened("unsafe-path", entry.filename)
    for entry in entries:
        inside = PurePosixPath(entry.filename).parts
        if inside in ((name,), (*inside[:1], name)):
            return entry
    raise NotOpened("missing-file")


def _bounded(package: ZipFile, entry: ZipInfo) -> bytes:
    most = min(MOST_BYTES, max(_BLOCK, entry.compress_size * MOST_TIMES))
    content = bytearray()
    with package.open(entry) as stream:
        while block := stream.read(_BLOCK):
            content += block
            if len(content) > most:
                raise NotOpened("too-large", expected=str(most))
    return bytes(content)
