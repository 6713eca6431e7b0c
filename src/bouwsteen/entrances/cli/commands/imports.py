"""`bouwsteen import`: takes a register's files in, all or nothing."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.progressing import Telling, progress_on_terminal
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Day, OneOf
from bouwsteen.entrances.wiring import READERS
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.services.ports import Mistake, RefusedFile

if TYPE_CHECKING:
    from bouwsteen.services.import_register import Imported


def command(door: Door) -> click.Command:
    say = door.say

    def run(kind: str, files: Sequence[Path], exported: date | None, as_json: bool) -> None:
        _run(kind, files, door, exported=exported, as_json=as_json)

    return SpokenCommand(
        "import",
        say,
        callback=run,
        params=[
            argument(say, "kind", words="import-kind", metavar="import-kind", type=OneOf(READERS)),
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

    with progress_on_terminal(door.say) as telling:
        imported = import_register(
            files,
            door.house.reader(kind),
            door.house.ledger(),
            clock=door.house.clock(),
            actor=operator_here(),
            reason=f"import {kind} {' '.join(path.name for path in files)}",
            exported=exported,
            progress=telling.read,
        )
        if imported.adoption.entry:
            _make_ready(door, telling)
    _show(imported, door, as_json=as_json)


def _make_ready(door: Door, telling: Telling) -> None:
    """The snapshot, indexes and families of the new catalogue, so that the next question need not wait for them.

    What cannot be kept now is made again when it is asked for: the import has been done.
    """
    from bouwsteen.services.reused import Reused

    with suppress(BouwsteenError):
        telling.step("catalogue")
        ready = door.ready()
        reused = Reused(ready)
        telling.step("work-processes")
        _ = ready.index  # this and what follows is made on first use
        telling.step("names")
        _ = ready.names
        telling.step("skills")
        _ = ready.skill_names
        telling.step("families")
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
