"""`bouwsteen import`: takes a register's files in, all or nothing."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Day, OneOf
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.services.ports import Mistake, Progress, RefusedFile

if TYPE_CHECKING:
    from bouwsteen.services.import_register import Imported

KINDS = ("sbb-xml", "rio", "esco", "competentnl", "datapackage")


def command(door: Door) -> click.Command:
    say = door.say

    def run(kind: str, files: Sequence[Path], exported: date | None, as_json: bool) -> None:
        _run(kind, files, door, exported=exported, as_json=as_json)

    return SpokenCommand(
        "import",
        say,
        callback=run,
        params=[
            argument(say, "kind", words="import-kind", metavar="import-kind", type=OneOf(KINDS)),
            argument(
                say,
                "files",
                words="files",
                metavar="files",
                nargs=-1,
                required=True,
                type=click.Path(path_type=Path),
            ),
            option(say, "--exported", words="exported", metavar="day", type=Day()),
        ],
    )


def _run(kind: str, files: Sequence[Path], door: Door, *, exported: date | None, as_json: bool) -> None:
    _must_be_there(files)
    from bouwsteen.entrances.cli.operating import operator_here
    from bouwsteen.services.import_register import import_register

    with progress_on_terminal(door.say("import.progress")) as progress:
        imported = import_register(
            files,
            door.house.reader(kind),
            door.house.ledger(),
            clock=door.house.clock(),
            actor=operator_here(),
            reason=f"import {kind} {' '.join(path.name for path in files)}",
            exported=exported,
            progress=progress,
        )
    if imported.adoption.entry:
        _make_ready(door)
    _show(imported, door, as_json=as_json)


def _make_ready(door: Door) -> None:
    """The snapshot, indexes and families of the new catalogue, so that the next question need not wait for them.

    What cannot be kept now is made again when it is asked for: the import has been done.
    """
    from bouwsteen.services.prepared import prepared
    from bouwsteen.services.reused import Reused

    with suppress(BouwsteenError):
        house = door.house
        day = house.clock().now().date()
        ready = prepared(
            house.catalogues().newest(),
            day,
            house.index_cache(),
            house.language(),
            texts=house.part_texts,
        )
        reused = Reused(ready)
        _ = ready.index, ready.names, ready.skill_names  # each is made on first use
        _ = reused.core_tasks, reused.work_processes


def _show(imported: "Imported", door: Door, *, as_json: bool) -> None:
    if as_json:
        from bouwsteen.entrances.forms.register import imported_form

        show_json(imported_form(imported))
    else:
        from bouwsteen.entrances.pages.register import imported_page

        show_page(imported_page(imported, door.say))


def _must_be_there(files: Sequence[Path]) -> None:
    missing = [path for path in files if not path.exists()]
    if missing:
        raise RefusedFile(
            tuple(Mistake(file=str(path), line=None, path="", slug="missing-file") for path in missing)
        )


@contextmanager
def progress_on_terminal(words: str) -> Iterator[Callable[[Progress], None]]:
    """A bar on standard error while somebody looks; else nothing."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=None)
        yield lambda now: bar.update(task, completed=now.done, total=now.total)
