"""A data package in a zip file, read without trust: sizes are counted while unpacking, never taken from the file.

Refused are paths that leave the package, more files than any package has, and more bytes than a table may hold or
than so small a file can honestly unpack to (a zip bomb).
"""

from collections.abc import Callable
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

MOST_FILES = 100
MOST_BYTES = 512 * 1024 * 1024
MOST_TIMES = 200
"""Tables of text unpack to some ten times their size; two hundred times is no table."""
_BLOCK = 1 << 16


def opened_zip(path: Path) -> Callable[[str], bytes]:
    """Gives the content of each file of the package in `path`; raises `OSError` or `OverflowError` where it may not."""
    return lambda name: _content(path, name)


def _content(path: Path, name: str) -> bytes:
    try:
        with ZipFile(path) as package:
            return _bounded(package, _found(package, name))
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError) as fault:
        raise OSError(f"not a zip file that can be read: {fault}") from fault


def _found(package: ZipFile, name: str) -> ZipInfo:
    """The entry `name`, in the package itself or in the one folder that holds it."""
    entries = package.infolist()
    if len(entries) > MOST_FILES:
        raise OverflowError(f"more than {MOST_FILES} files")
    for entry in entries:
        if (
            ".." in PurePosixPath(entry.filename).parts
            or entry.filename.startswith("/")
            or "\\" in entry.filename
        ):
            raise PermissionError(f"outside the package: {entry.filename}")
    for entry in entries:
        inside = PurePosixPath(entry.filename).parts
        if inside in ((name,), (*inside[:1], name)):
            return entry
    raise FileNotFoundError(name)


def _bounded(package: ZipFile, entry: ZipInfo) -> bytes:
    most = min(MOST_BYTES, max(_BLOCK, entry.compress_size * MOST_TIMES))
    content = bytearray()
    with package.open(entry) as stream:
        while block := stream.read(_BLOCK):
            content += block
            if len(content) > most:
                raise OverflowError(f"unpacks to more than {most} bytes")
    return bytes(content)
