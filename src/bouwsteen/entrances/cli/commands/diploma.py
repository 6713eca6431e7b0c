"""`bouwsteen diploma`: whether somebody gets the diploma, with the whole proof."""

from datetime import date
from pathlib import Path

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Day, OneOf

VERBS = ("check",)


def command(door: Door) -> click.Command:
    say = door.say

    def run(verb: str, file: Path, on: date | None, as_json: bool) -> None:
        _check(file, door, on=door.day(on), as_json=as_json)

    return SpokenCommand(
        "diploma",
        say,
        callback=run,
        params=[
            argument(say, "verb", words="diploma-verb", metavar="diploma-verb", type=OneOf(VERBS)),
            argument(
                say,
                "file",
                words="person-file",
                metavar="person-file",
                type=click.Path(path_type=Path),
            ),
            option(say, "--on", words="on-asked", metavar="day", type=Day()),
        ],
    )


def _check(file: Path, door: Door, *, on: date, as_json: bool) -> None:
    from bouwsteen.rules.law import Law
    from bouwsteen.services.check_diploma import check_diploma

    person = door.house.read_person(file)
    rules = door.house.law()
    law = Law(rules, institution=person.institution or "")
    checked = check_diploma(person, door.house.catalogues().newest(), law, on=on, file=str(file))
    if as_json:
        from bouwsteen.entrances.forms.diploma import verdict_form

        show_json(verdict_form(checked.verdict))
    else:
        from bouwsteen.entrances.pages.diploma import diploma_page

        show_page(diploma_page(checked, rules, door.say))
