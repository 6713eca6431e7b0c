"""The keys of the site, in a file apart from the database: whoever has the one has nothing without the other.

    2026-11-25-4f1c  2b0Qm…        the newest first; a name and 256 bits
    2026-08-01-9a3e  c2Fss…

It is read each time, so that a worker that was there before a rotation knows the new key.
"""

import base64
import binascii
import os
import secrets
from collections.abc import Set
from datetime import date
from pathlib import Path

from bouwsteen.services.ports import StorageCause, StorageFault

_BYTES = 32


class KeyRing:
    def __init__(self, path: Path) -> None:
        self.path = path

    def keys(self) -> dict[str, bytes]:
        """Name → key, the newest first; empty where there is no file. Raises `StorageFault`."""
        try:
            lines = self.path.read_text("ascii").splitlines()
        except FileNotFoundError:
            return {}
        except UnicodeDecodeError as error:
            raise StorageFault(str(self.path), StorageCause.DAMAGED) from error
        except OSError as error:
            raise StorageFault.from_system(self.path, error) from error
        return dict(self._key(line) for line in lines if line.strip())

    def add(self, on: date) -> str:
        """A new key, from now on the newest; its name."""
        name = f"{on.isoformat()}-{secrets.token_hex(2)}"
        self._write({name: secrets.token_bytes(_BYTES), **self.keys()})
        return name

    def keep_only(self, names: Set[str]) -> None:
        """Throws all others away."""
        self._write({name: key for name, key in self.keys().items() if name in names})

    def _key(self, line: str) -> tuple[str, bytes]:
        try:
            name, text = line.split()
            key = base64.b64decode(text, validate=True)
        except (ValueError, binascii.Error) as error:
            raise StorageFault(str(self.path), StorageCause.DAMAGED) from error
        if len(key) != _BYTES:
            raise StorageFault(str(self.path), StorageCause.DAMAGED)
        return name, key

    def _write(self, keys: dict[str, bytes]) -> None:
        """All of it or nothing, and on the disk before anything is sealed with it."""
        text = "".join(f"{name} {base64.b64encode(key).decode()}\n" for name, key in keys.items())
        beside = self.path.with_name(f"{self.path.name}.new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self.path)
        except OSError as error:
            raise StorageFault.from_system(self.path, error) from error
