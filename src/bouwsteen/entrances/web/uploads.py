"""A large file, no longer than may be: piece by piece to a temporary file that goes when it was read; or dropped."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, StopUpload, TemporaryFileUploadHandler

from bouwsteen.services.import_register import Imported
from bouwsteen.services.ports import Mistake, RefusedFile

LONGEST_ENDING = 20
"""A reader knows the form of a file by how its name ends; the temporary file ends so too."""
SECONDS = 600
"""So long a file may be under way."""


class PatientUpload(TemporaryFileUploadHandler):
    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._until = time.monotonic() + SECONDS

    def new_file(self, field_name: str, file_name: str, *given: Any, **named: Any) -> None:
        ending = Path(file_name).suffix[-LONGEST_ENDING:]
        super().new_file(field_name, f"{Path(file_name).stem}{ending}", *given, **named)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if time.monotonic() > self._until:
            raise StopUpload(connection_reset=True)
        super().receive_data_chunk(raw_data, start)


class DroppedUpload(FileUploadHandler):
    """Of a form that is too large: its fields come in, its files are dropped as they come."""

    def __init__(self, *given: Any, seconds: float, **named: Any) -> None:
        super().__init__(*given, **named)
        self._until = time.monotonic() + seconds

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if time.monotonic() > self._until:
            raise StopUpload(connection_reset=True)

    def file_complete(self, file_size: int) -> None:
        """There is none."""


@contextmanager
def told_by_name(path: Path, name: str) -> Iterator[None]:
    """What is wrong in the file at `path` is told by the name that it has for whoever sent it; "" where it has none."""
    try:
        yield
    except RefusedFile as refused:
        raise RefusedFile(_named(refused.mistakes, path, name)) from None


def named(imported: Imported, path: Path, name: str) -> Imported:
    """With what is not known told so too."""
    return replace(imported, unknown=_named(imported.unknown, path, name))


def _named(mistakes: tuple[Mistake, ...], path: Path, name: str) -> tuple[Mistake, ...]:
    """A file within it keeps its own name."""
    return tuple(
        replace(
            each,
            file=each.file.replace(str(path), name).replace(path.name, name),
            given=each.given.replace(str(path), name).replace(path.name, name),
        )
        for each in mistakes
    )
