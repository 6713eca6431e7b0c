"""`bouwsteen show`: one thing of the structure, by its code or key."""

from datetime import date

import click

from bouwsteen.entrances.cli.completing import all_codes
from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Code, Day


def command(door: Door) -> click.Command:
    say = door.say

    def run(code: str, on: date | None, as_json: bool) -> None:
        _run(code, door, on=on, as_json=as_json)

    return SpokenCommand(
        "show",
        say,
        callback=run,
        params=[
            argument(say, "code", words="code", metavar="code", type=Code(lambda: all_codes(door))),
            option(say, "--on", words="on", metavar="day", type=Day()),
        ],
    )


def _run(code: str, door: Door, *, on: date | None, as_json: bool) -> None:
    from bouwsteen.services.show_part import show_part

    structure = door.house.catalogues().newest().on(on or door.house.clock().now().date())
    shown = show_part(code, structure)
    if as_json:
        from bouwsteen.entrances.forms.show import shown_form

        show_json(shown_form(shown))
    else:
        from bouwsteen.entrances.pages.show import shown_page

        show_page(shown_page(shown, structure, door.say))
