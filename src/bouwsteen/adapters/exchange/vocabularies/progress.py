"""How far a reader is in several files."""

from collections.abc import Callable, Iterable
from itertools import accumulate
from pathlib import Path

from bouwsteen.services.ports import Progress


def sizes_of(paths: Iterable[Path]) -> tuple[list[int], int]:
    """How many bytes come before each file, and how many there are in all."""
    sizes = [path.stat().st_size if path.is_file() else 0 for path in paths]
    return [0, *accumulate(sizes)][: len(sizes)], sum(sizes)


def advance(progress: Callable[[Progress], None], before: int, total: int) -> Callable[[int], None]:
    """Tells `progress` of the bytes read of one file, at every block of it."""
    last = -1

    def done(read: int) -> None:
        nonlocal last
        if read != last:
            last = read
            progress(Progress(done=before + read, total=total))

    return done
