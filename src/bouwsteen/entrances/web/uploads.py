"""A large file, piece by piece to a temporary file that goes when it was read, and for no longer than may be."""

import time
from typing import Any

from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler

SECONDS = 600
"""So long a file may be under way."""


class PatientUpload(TemporaryFileUploadHandler):
    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._until = time.monotonic() + SECONDS

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if time.monotonic() > self._until:
            raise StopUpload(connection_reset=True)
        super().receive_data_chunk(raw_data, start)
