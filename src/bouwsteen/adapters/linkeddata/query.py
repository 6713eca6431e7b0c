"""The program that runs one query in a process of its own, and is killed at its limit.

    python -m bouwsteen.adapters.linkeddata.query FOLDER MEDIA_TYPES BYTES MEMORY SECONDS < query

Reads a graph on disk, read-only, and opens nothing after that: no file, and no way to another machine. Standard output:
the first of MEDIA_TYPES (with commas between) that fits the query, on a line of its own, and the results. Exit 3: the
query is not of the form of SPARQL, which standard error explains; 4: more than BYTES of results; 5: the query asks
another machine; 6: none of MEDIA_TYPES fits, and standard error names those that do.
"""

import resource
import sys
from collections.abc import Collection, Sequence
from contextlib import suppress
from io import RawIOBase
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, Store, serialize

from bouwsteen.adapters.linkeddata.formats import FORMATS

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

WRONG_QUERY, TOO_MUCH, ELSEWHERE, OTHER_FORM = 3, 4, 5, 6
RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""Media type → form of the answer to SELECT and ASK; that of CONSTRUCT and DESCRIBE is one of `FORMATS`."""


OWN_TURN = Path("/proc/self/oom_score_adj")
"""How soon the kernel ends this process where memory is short; 1000 is before all others."""


class Narrow(RawIOBase):
    """Standard output, for at most `left` bytes."""

    def __init__(self, left: int) -> None:
        self._left = left

    def writable(self) -> bool:
        return True

    def write(self, content: "Buffer", /) -> int:
        written = bytes(content)
        self._left -= len(written)
        if self._left < 0:
            sys.stdout.buffer.flush()
            sys.exit(TOO_MUCH)
        return sys.stdout.buffer.write(written)


def end_this_first() -> None:
    """Where memory is short the kernel ends this process, and not a worker; elsewhere than on Linux it is not asked."""
    with suppress(OSError):
        OWN_TURN.write_text("1000")


class NoneFits(Exception):
    """The query gives rows where triples were asked for, or the reverse."""


def main(folder: str, media_types: str, size: int, memory: int, seconds: int) -> int:
    """Runs the query on standard input; returns the exit code."""
    end_this_first()
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    store, query = Store.read_only(folder), sys.stdin.read()
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    try:
        _answer(store, query, media_types.split(","), cast("IO[bytes]", Narrow(size)))  # only written to
    except (SyntaxError, ValueError) as error:
        sys.stderr.write(str(error))
        return WRONG_QUERY
    except OSError:
        return ELSEWHERE
    except NoneFits as error:
        sys.stderr.write(str(error))
        return OTHER_FORM
    sys.stdout.buffer.flush()
    return 0


def _answer(store: Store, query: str, wanted: Sequence[str], out: IO[bytes]) -> None:
    results = store.query(query)
    if isinstance(results, QuerySolutions | QueryBoolean):
        results.serialize(out, format=RESULTS[_fitting(wanted, RESULTS)])
    else:
        serialize(results, out, format=FORMATS[_fitting(wanted, FORMATS)])


def _fitting(wanted: Sequence[str], forms: Collection[str]) -> str:
    """The first that is wanted of these forms; it goes before the results, on a line of its own."""
    fits = next((each for each in wanted if each in forms), None)
    if fits is None:
        raise NoneFits(", ".join(forms))
    sys.stdout.buffer.write(f"{fits}\n".encode())
    return fits


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6])))
