"""The program that makes a graph on disk, in a process of its own: what a database needs for that ends with it.

    python -m bouwsteen.adapters.linkeddata.making FOLDER < triples

Reads N-Triples on standard input. In the process that serves, the same would take some hundred megabytes, and leave half
of that behind.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from pyoxigraph import RdfFormat, Store, Triple, serialize

AT_ONCE = 5_000
"""So many triples are written at a time: about a megabyte."""


def made_on_disk(triples: Iterable[Triple], folder: Path) -> None:
    """The graph of `triples` in `folder`; raises `OSError` where it could not be made."""
    command = [sys.executable, "-m", "bouwsteen.adapters.linkeddata.making", str(folder)]
    rest = iter(triples)
    with subprocess.Popen(  # noqa: S603 # this program itself; the triples go in by standard input
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "MALLOC_ARENA_MAX": "1"}
    ) as maker:
        if maker.stdin is not None:
            while some := tuple(islice(rest, AT_ONCE)):
                maker.stdin.write(serialize(some, format=RdfFormat.N_TRIPLES) or b"")
        _, said = maker.communicate()
    if maker.returncode:
        raise OSError(maker.returncode, said.decode(errors="replace")[-500:], str(folder))


def main(folder: str) -> None:
    store = Store(folder)
    store.bulk_load(sys.stdin.buffer, RdfFormat.N_TRIPLES)
    store.flush()


if __name__ == "__main__":
    main(sys.argv[1])
