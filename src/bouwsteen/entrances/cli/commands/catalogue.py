"""`bouwsteen catalogue`: what is in it, from which sources, how complete."""

from datetime import date

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Day


def command(door: Door) -> click.Command:
    say = door.say

    def run(on: date | None, all_: bool, as_json: bool) -> None:
        _run(door, on=on, all_=all_, as_json=as_json)

    return SpokenCommand(
        "catalogue",
        say,
        callback=run,
        params=[
            option(say, "--on", words="on", metavar="day", type=Day()),
            option(say, "--all", "all_", words="all-sources", is_flag=True),
        ],
    )


def _run(door: Door, *, on: date | None, all_: bool, as_json: bool) -> None:
    from bouwsteen.services.describe_catalogue import describe_catalogue

    day = door.day(on)
    catalogue = door.house.catalogues().newest()
    description = describe_catalogue(catalogue, day)
    if as_json:
        from bouwsteen.entrances.forms.catalogue import catalogue_form

        show_json(catalogue_form(description, catalogue.records.sources if all_ else ()))
    else:
        from bouwsteen.entrances.pages.catalogue import catalogue_page

        show_page(catalogue_page(description, catalogue.on(day), door.say, all_=all_))
