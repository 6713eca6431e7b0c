"""What is costly to make, kept in the cache folder: it may be thrown away at any time.

A disk that is full, a folder that cannot be written or a file that was altered is no error for a cache: it has
nothing, or keeps nothing.
"""

from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bouwsteen.adapters.files.framed import read_file, write_file
from bouwsteen.services.ports import StorageFault

KEPT = 12
"""The files written last stay; the others are removed."""

_SUFFIX = ".kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileIndexCache:
    """One file a name, in `folder`; at most `kept` of them."""

    folder: Path
    kept: int = KEPT

    def load(self, name: str) -> bytes | None:
        """What was saved under `name`, as it was saved; None where it is lacking or altered."""
        with suppress(StorageFault):
            content = read_file(self._file(name), form=_form(name))
            return content if isinstance(content, bytes) else None
        return None

    def save(self, name: str, content: bytes) -> None:
        """Keeps `content` if it can."""
        with suppress(StorageFault, OSError):
            write_file(self._file(name), content, form=_form(name))
            self._make_room()

    def _make_room(self) -> None:
        files = sorted(self.folder.glob(f"*{_SUFFIX}"), key=lambda each: each.stat().st_mtime_ns)
        for path in files[: max(0, len(files) - self.kept)]:
            path.unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        return self.folder / f"{sha256(name.encode()).hexdigest()[:32]}{_SUFFIX}"


def _form(name: str) -> str:
    """The rest of the name's digest: a file that bears another's name is not believed."""
    return sha256(name.encode()).hexdigest()[32:48]
