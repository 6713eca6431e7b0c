"""The program that writes and reads a whole graph, in a process of its own: what that takes of memory ends with it.

    python -m bouwsteen.adapters.linkeddata.apart make FOLDER < triples
    python -m bouwsteen.adapters.linkeddata.apart dump FOLDER MEDIA_TYPE BASE > everything

The triples on standard input are N-Triples. In the process that serves, a database would take some hundred megabytes
for either, and leave half of that behind.
"""

import os
import subprocess
import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile

from pyoxigraph import RdfFormat, Store, Triple, serialize

from bouwsteen.adapters.linkeddata.formats import serialized
from bouwsteen.adapters.linkeddata.query import end_this_first

AT_ONCE = 5_000
"""So many triples are written at a time: about a megabyte."""


def made_on_disk(triples: Iterable[Triple], folder: Path) -> None:
    """The graph of `triples` in `folder`; raises `OSError` where it could not be made."""
    rest = iter(triples)
    with _apart(subprocess.DEVNULL, "make", folder) as maker:
        if maker.stdin is not None:
            while some := tuple(islice(rest, AT_ONCE)):
                maker.stdin.write(serialize(some, format=RdfFormat.N_TRIPLES) or b"")
        _ended_well(maker, folder)


def dumped(folder: Path, media_type: str, *, base: str) -> bytes:
    """Every triple of the graph in `folder`; raises `OSError` where it cannot be read."""
    with TemporaryFile() as out:  # thousands of pieces from a pipe would leave gaps in memory
        with _apart(out.fileno(), "dump", folder, media_type, base) as reader:
            _ended_well(reader, folder)
        out.seek(0)
        return out.read()


def _apart(out: int, *command: str | Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 # this program itself, and no word of a visitor
        [sys.executable, "-m", "bouwsteen.adapters.linkeddata.apart", *map(str, command)],
        stdin=subprocess.PIPE,
        stdout=out,
        stderr=subprocess.PIPE,
        env={**os.environ, "MALLOC_ARENA_MAX": "1"},
    )


def _ended_well(process: "subprocess.Popen[bytes]", folder: Path) -> None:
    _, said = process.communicate()
    if process.returncode:
        raise OSError(process.returncode, said.decode(errors="replace")[-500:], str(folder))


def main(what: str, folder: str, *how: str) -> None:
    end_this_first()
    if what == "make":
        store = Store(folder)
        store.bulk_load(sys.stdin.buffer, RdfFormat.N_TRIPLES)
        store.flush()
        return
    media_type, base = how
    store = Store.read_only(folder)
    sys.stdout.buffer.write(serialized((quad.triple for quad in store), media_type, base=base))


if __name__ == "__main__":
    main(*sys.argv[1:])
