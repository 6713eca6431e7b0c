"""Files that are whole or absent: written in one move, and recognised when they are read back.

    bytes   0–7    "BOUWSTEN"
            8–9    version of this frame
           10–25   form of the content, sixteen characters: another form is another program's
           26–33   number of the content
           34–41   length of the content
           42–73   SHA-256 of the content
           74–     the content

A file that was cut off, altered or made by another release is not an error: it says which, and is made again.
"""

import os
import struct
import tempfile
from contextlib import suppress
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from bouwsteen.services.ports import StorageFault

MAGIC = b"BOUWSTEN"
FRAME_VERSION = 1
UNFINISHED = ".unfinished"
_HEAD = struct.Struct(">8sH16sQQ32s")
_ABANDONED_SECONDS = 3600


class Unusable(StrEnum):
    """Why a file gives no content."""

    ABSENT = "absent"
    FOREIGN = "foreign"  # not written by this program
    OTHER_FORM = "other-form"  # written by another release
    CUT_OFF = "cut-off"
    DAMAGED = "damaged"  # its digest does not agree


def framed(content: bytes, *, form: str, number: int) -> bytes:
    """`content` with what it takes to recognise it."""
    head = _HEAD.pack(MAGIC, FRAME_VERSION, form.encode(), number, len(content), sha256(content).digest())
    return head + content


def unframed(kept: bytes, *, form: str, number: int) -> bytes | Unusable:
    """The content in `kept`, or why there is none."""
    if kept[: len(MAGIC)] != MAGIC[: len(kept)] or not kept:
        return Unusable.FOREIGN
    if len(kept) < _HEAD.size:
        return Unusable.CUT_OFF
    _, version, made_in, counted, length, digest = _HEAD.unpack_from(kept)
    if (version, made_in.rstrip(b"\0")) != (FRAME_VERSION, form.encode()):
        return Unusable.OTHER_FORM
    content = kept[_HEAD.size :]
    if len(content) != length:
        return Unusable.CUT_OFF if len(content) < length else Unusable.DAMAGED
    if counted != number or sha256(content).digest() != digest:
        return Unusable.DAMAGED
    return content


def read_file(path: Path, *, form: str, number: int = 0) -> bytes | Unusable:
    """The content of the file at `path`; raises `StorageFault` where it may not be read."""
    try:
        return unframed(path.read_bytes(), form=form, number=number)
    except (FileNotFoundError, NotADirectoryError):
        return Unusable.ABSENT
    except OSError as error:
        raise StorageFault.from_system(path, error) from error


def write_file(path: Path, content: bytes, *, form: str, number: int = 0) -> None:
    """Puts the file there whole, or raises `StorageFault` and leaves what was there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _move_in(path, framed(content, form=form, number=number))
        _sweep(path)
    except OSError as error:
        raise StorageFault.from_system(path, error) from error


def _move_in(path: Path, kept: bytes) -> None:
    descriptor, name = tempfile.mkstemp(suffix=UNFINISHED, prefix=f"{path.name}.", dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(kept)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Makes the new name last through a power failure; Windows does so itself."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _sweep(written: Path) -> None:
    """Removes what killed writers left: unfinished files an hour older than the one just written."""
    before = written.stat().st_mtime - _ABANDONED_SECONDS
    for left in written.parent.glob(f"*{UNFINISHED}"):
        with suppress(OSError):
            if left.stat().st_mtime < before:
                left.unlink()
