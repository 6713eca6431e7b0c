"""A program of its own that adopts invented editions, to be killed or starved: `python -m tests.store.program …`.

Says on standard output how far it is, one word a line; a `StorageFault` as `fault <cause>`, with exit code 3.
"""

import argparse
import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path

import django

from bouwsteen.adapters.files.snapshot import SnapshotFolder
from bouwsteen.adapters.store import coding
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.history import joined
from bouwsteen.model.records import Edition
from bouwsteen.services.ports import StorageFault
from tests.store.invented import NOW, FixedClock, first_editions, many_editions


def say(word: str) -> None:
    print(word, flush=True)


def reporting(editions: Iterator[Edition]) -> Iterator[Edition]:
    """Says `edition` at every tenth, and `last` when the end is reached: what is left is to commit."""
    for number, edition in enumerate(editions):
        if number % 10 == 0:
            say("edition")
        yield edition
    say("last")


def adopt(arguments: argparse.Namespace) -> None:
    """Adopts `--times` batches of `--count` editions, each with codes of its own from `--start`."""
    django.setup()
    from bouwsteen.adapters.store.database import DatabaseLedger

    ledger = DatabaseLedger("default", first=first_editions(), clock=FixedClock())
    for time in range(arguments.times):
        start = arguments.start + time * arguments.count
        editions = reporting(many_editions(arguments.count, start=start))
        done = ledger.adopt(editions, actor=str(os.getpid()), reason="a program", recorded=NOW)
        say(f"adopted {done.entry.number if done.entry else None}")
    if arguments.snapshots:
        folder(arguments).write(ledger.catalogue())
        say("written")
    ledger.close()


def snapshots(arguments: argparse.Namespace) -> None:
    """Writes snapshots of number 1 for ever: what it holds differs each time."""
    each = tuple(edition.records for edition in many_editions(arguments.count))
    catalogues = [Catalogue(1, joined(each)), Catalogue(1, joined(each[1:]))]
    for _ in range(arguments.times):
        for catalogue in catalogues:
            folder(arguments).write(catalogue)
            say("written")


def folder(arguments: argparse.Namespace) -> SnapshotFolder:
    return SnapshotFolder(path=Path(arguments.snapshots), coding=coding)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["adopt", "snapshots"])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--start", type=int, default=20000)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--snapshots")
    parser.add_argument("--file-limit", type=int)
    arguments = parser.parse_args()
    if arguments.file_limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (arguments.file_limit, arguments.file_limit))
    try:
        {"adopt": adopt, "snapshots": snapshots}[arguments.what](arguments)
    except StorageFault as fault:
        say(f"fault {fault.cause}")
        say(str(fault))
        sys.exit(3)


if __name__ == "__main__":
    main()
