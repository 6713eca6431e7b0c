"""`bouwsteen keys rotate`: new keys for the files that people keep on the site."""

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.operating import operator_here
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import OneOf


def command(door: Door) -> click.Command:
    say = door.say

    def run(verb: str, as_json: bool) -> None:
        from bouwsteen.services.keep_house import rotate_keys

        files = rotate_keys(door.house.saved_files(), actor=operator_here())
        if as_json:
            show_json({"files": files})
        else:
            from bouwsteen.entrances.pages.blocks import Paragraph

            show_page((Paragraph(say.many("keys.rotated", files)),))

    verb = argument(say, "verb", words="keys-verb", metavar="keys-verb", type=OneOf(("rotate",)))
    return SpokenCommand("keys", say, callback=run, params=[verb])
