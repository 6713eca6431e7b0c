"""A large file, piece by piece to a temporary file that goes when it was read, and for no longer than may be."""

import time
from pathlib import Path
from typing import Any

from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler

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
