"""`bouwsteen export`: gives the structure away in the form of a register, or as a data package."""

import os
import sys
import tempfile
from pathlib import Path

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument
from bouwsteen.entrances.cli.terminal import show_json
from bouwsteen.entrances.cli.values import OneOf, WrongUse
from bouwsteen.services.ports import Mistake, RefusedFile, StorageFault

KINDS = ("sbb-xml", "datapackage")


def command(door: Door) -> click.Command:
    say = door.say

    def run(kind: str, place: Path | None, as_json: bool) -> None:
        _run(kind, place, door, as_json=as_json)

    return SpokenCommand(
        "export",
        say,
        callback=run,
        params=[
            argument(say, "kind", words="export-kind", metavar="export-kind", type=OneOf(KINDS)),
            argument(
                say,
                "place",
                words="place",
                metavar="place",
                required=False,
                type=click.Path(path_type=Path),
            ),
        ],
    )


def _run(kind: str, place: Path | None, door: Door, *, as_json: bool) -> None:
    if place is None:
        if kind == "datapackage":
            raise WrongUse("usage.no-folder")
        if as_json:
            raise WrongUse("usage.json-and-output")
        _write_xml(door)
        return
    try:
        if kind == "datapackage":
            _must_be_free(place)
            door.house.write_package(place)
        else:
            _write_file(place, door)
    except OSError as error:
        raise StorageFault.from_system(place, error) from error
    if as_json:
        from bouwsteen.entrances.forms.register import exported_form

        show_json(exported_form(kind, str(place)))
    else:
        sys.stderr.write(door.say("export.done", place=str(place)) + "\n")


def _write_xml(door: Door) -> None:
    from bouwsteen.services.export_register import export_register

    out = sys.stdout.buffer
    export_register(door.house.ledger(), door.house.writer(), out)
    out.flush()


def _write_file(place: Path, door: Door) -> None:
    """Beside it first: what was there stays whole until all of the new is."""
    from bouwsteen.services.export_register import export_register

    handle, made = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}-")
    try:
        with os.fdopen(handle, "wb") as out:
            export_register(door.house.ledger(), door.house.writer(), out)
        os.chmod(made, 0o666 & ~_umask())
        os.replace(made, place)
    except BaseException:
        os.unlink(made)
        raise


def _umask() -> int:
    """The mask can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _must_be_free(folder: Path) -> None:
    """The writer replaces the folder, so it must be new, empty, or hold a data package and nothing else."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise StorageFault.from_system(folder, NotADirectoryError(20, "not a folder"))
    names = {path.name for path in folder.iterdir()}
    package = all(name == "datapackage.json" or name.endswith(".csv") for name in names)
    if names and not ("datapackage.json" in names and package):
        raise RefusedFile((Mistake(file=str(folder), line=None, path="", slug="folder-in-use"),))
