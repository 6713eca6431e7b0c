"""`bouwsteen tidy`: throws away what nobody on the site used for a year."""

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.operating import operator_here
from bouwsteen.entrances.cli.spoken import SpokenCommand
from bouwsteen.entrances.cli.terminal import show_json, show_page


def command(door: Door) -> click.Command:
    say = door.say

    def run(as_json: bool) -> None:
        from bouwsteen.services.keep_house import tidy

        house = door.house
        on = door.day()
        done = tidy(house.saved_files(), house.accounts(), on=on, actor=operator_here())
        if as_json:
            show_json({"files": done.files, "accounts": done.accounts})
        else:
            from bouwsteen.entrances.pages.blocks import Item

            show_page(
                (Item(say.many("tidy.files", done.files)), Item(say.many("tidy.accounts", done.accounts)))
            )

    return SpokenCommand("tidy", say, callback=run, params=[])
