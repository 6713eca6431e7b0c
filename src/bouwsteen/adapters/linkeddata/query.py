"""The program that runs one query in a process of its own, and is killed at its limit.

    python -m bouwsteen.adapters.linkeddata.query FOLDER MEDIA_TYPE BYTES MEMORY SECONDS < query

Reads a graph on disk, read-only, and opens nothing after that: no file, and no way to another machine. Standard output:
the results. Exit 3: the query is not of the form of SPARQL, which standard error explains; 4: more than BYTES of
results; 5: the query asks another machine.
"""

import resource
import sys
from io import RawIOBase
from typing import IO, TYPE_CHECKING, cast

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store, serialize

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

WRONG_QUERY, TOO_MUCH, ELSEWHERE = 3, 4, 5
RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""Media type of the answer to SELECT and ASK; CONSTRUCT and DESCRIBE are answered in Turtle."""


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


def main(folder: str, media_type: str, size: int, memory: int, seconds: int) -> int:
    """Runs the query on standard input; returns the exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    store, query = Store.read_only(folder), sys.stdin.read()
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    try:
        _answer(store, query, media_type, cast("IO[bytes]", Narrow(size)))  # pyoxigraph only writes to it
    except (SyntaxError, ValueError) as error:
        sys.stderr.write(str(error))
        return WRONG_QUERY
    except OSError:
        return ELSEWHERE
    sys.stdout.buffer.flush()
    return 0


def _answer(store: Store, query: str, media_type: str, out: IO[bytes]) -> None:
    results = store.query(query)
    if isinstance(results, QuerySolutions | QueryBoolean):
        results.serialize(out, format=RESULTS[media_type])
    else:
        serialize(results, out, format=RdfFormat.TURTLE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6])))
