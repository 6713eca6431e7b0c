"""`bouwsteen person`: makes a person's file with a few questions, or checks one."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page, somebody_answers
from bouwsteen.entrances.cli.values import Day, OneOf, WrongUse
from bouwsteen.services.ports import Mistake, RefusedFile, StorageFault

if TYPE_CHECKING:
    from bouwsteen.model.catalogue import DatedCatalogue

VERBS = ("new", "check")
STANDARD_OUTPUT = Path("-")
USUAL_NAME = Path("persoon.toml")


def command(door: Door) -> click.Command:
    say = door.say

    def run(verb: str, file: Path | None, on: date | None, as_json: bool) -> None:
        structure = door.structure(on)
        if verb == "new":
            _new(file, structure, door, as_json=as_json)
        else:
            _check(file, structure, door, as_json=as_json)

    return SpokenCommand(
        "person",
        say,
        callback=run,
        params=[
            argument(say, "verb", words="person-verb", metavar="person-verb", type=OneOf(VERBS)),
            argument(
                say,
                "file",
                words="person-file",
                metavar="person-file",
                required=False,
                type=click.Path(path_type=Path),
            ),
            option(say, "--on", words="on", metavar="day", type=Day()),
        ],
    )


def _new(file: Path | None, structure: "DatedCatalogue", door: Door, *, as_json: bool) -> None:
    """On a terminal after a few questions; elsewhere everything stands there as an example."""
    from bouwsteen.entrances.cli.person_file import person_file

    if as_json:
        raise WrongUse("usage.no-json-here")
    asks = somebody_answers()
    place = file or (USUAL_NAME if asks else STANDARD_OUTPUT)
    if place.exists():
        raise RefusedFile((Mistake(file=str(place), line=None, path="", slug="file-exists"),))
    answers = None
    if asks:
        from bouwsteen.entrances.cli.asking_person import ask_person

        answers = ask_person(structure, door.say)
    text = person_file(door.say, answers)
    if place == STANDARD_OUTPUT:
        sys.stdout.write(text)
    else:
        _write(place, text)
        sys.stderr.write(door.say("person.written", place=str(place)) + "\n")


def _write(place: Path, text: str) -> None:
    """Only where nothing stands, also when somebody else puts something there meanwhile."""
    try:
        with place.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise RefusedFile((Mistake(file=str(place), line=None, path="", slug="file-exists"),)) from None
    except OSError as error:
        raise StorageFault.from_system(place, error) from error


def _check(file: Path | None, structure: "DatedCatalogue", door: Door, *, as_json: bool) -> None:
    from bouwsteen.services.check_person import check_person

    if file is None:
        raise WrongUse("usage.no-person-file")
    checked = check_person(door.house.read_person(file), structure)
    if as_json:
        from bouwsteen.entrances.forms.person import checked_form

        show_json(checked_form(checked))
    else:
        from bouwsteen.entrances.pages.person import checked_page

        show_page(checked_page(checked, door.say))
