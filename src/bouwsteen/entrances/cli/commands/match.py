"""`bouwsteen match`: which work processes is a text about?"""

from datetime import date

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Day, TextOfPerson, Whole

TITLES = 10


def command(door: Door) -> click.Command:
    say = door.say

    def run(text: str, on: date | None, limit: int, as_json: bool) -> None:
        _run(text, door, on=on, limit=limit, as_json=as_json)

    return SpokenCommand(
        "match",
        say,
        callback=run,
        params=[
            argument(say, "text", words="text", metavar="text", type=TextOfPerson()),
            option(say, "--on", words="on", metavar="day", type=Day()),
            option(
                say, "--limit", words="limit-titles", metavar="number", type=Whole(1, 100), default=TITLES
            ),
        ],
    )


def _run(text: str, door: Door, *, on: date | None, limit: int, as_json: bool) -> None:
    from bouwsteen.services.match_text import match_text
    from bouwsteen.services.prepared import prepared

    house = door.house
    day = on or house.clock().now().date()
    ready = prepared(
        house.catalogues().newest(),
        day,
        house.index_cache(),
        house.language(),
        texts=house.part_texts,
    )
    found = match_text(text, ready, titles=limit)
    if as_json:
        from bouwsteen.entrances.forms.match import match_form

        show_json(match_form(text, found))
    else:
        from bouwsteen.entrances.pages.match import match_page

        show_page(match_page(found, ready.structure, door.say))
