"""`bouwsteen switch`: from one programme to another, what counts, what is extra, what is left."""

from datetime import date
from pathlib import Path

import click

from bouwsteen.entrances.cli.completing import programme_codes
from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Code, Day


def command(door: Door) -> click.Command:
    say = door.say
    codes = Code(lambda: programme_codes(door))

    def run(origin: str, target: str, file: Path | None, on: date | None, as_json: bool) -> None:
        _run(origin, target, door, file=file, on=on, as_json=as_json)

    return SpokenCommand(
        "switch",
        say,
        callback=run,
        params=[
            argument(say, "origin", words="switch-from", metavar="switch-from", type=codes),
            argument(say, "target", words="switch-to", metavar="switch-to", type=codes),
            option(
                say, "--file", words="person-file", metavar="person-file", type=click.Path(path_type=Path)
            ),
            option(say, "--on", words="on", metavar="day", type=Day()),
        ],
    )


def _run(origin: str, target: str, door: Door, *, file: Path | None, on: date | None, as_json: bool) -> None:
    from bouwsteen.services.prepared import prepared
    from bouwsteen.services.show_switch import show_switch

    person = door.house.read_person(file) if file else None
    catalogue = door.house.catalogues().newest()
    ready = prepared(catalogue, door.day(on))
    found = show_switch(origin, target, ready, door.house.contents(catalogue.number), person=person)
    if as_json:
        from bouwsteen.entrances.forms.switch import switch_form

        show_json(switch_form(found, door.say))
    else:
        from bouwsteen.entrances.pages.switch import switch_page

        show_page(switch_page(found, door.say))
