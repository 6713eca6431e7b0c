"""How far a reader is in several files."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bouwsteen.services.ports import Progress

Told = Callable[[int], None]
"""Is told how many bytes of a file were read."""


def with_progress(paths: Sequence[Path], progress: Callable[[Progress], None]) -> Iterator[tuple[Path, Told]]:
    """Each file, with what tells `progress` how far it was read; a file that is done tells so itself."""
    sizes = [path.stat().st_size if path.is_file() else 0 for path in paths]
    before = 0
    for path, size in zip(paths, sizes, strict=True):
        told = _told(progress, before, size, sum(sizes))
        yield path, told
        told(size)
        before += size


def _told(progress: Callable[[Progress], None], before: int, size: int, total: int) -> Told:
    """Tells each place once, and none behind the end, where a reader reads ahead."""
    last = 0

    def told(read: int) -> None:
        nonlocal last
        if last != (last := min(read, size)):
            progress(Progress(done=before + last, total=total))

    return told
