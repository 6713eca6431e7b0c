"""`bouwsteen match`: which work processes is a text about, or which skills?"""

from datetime import date
from typing import TYPE_CHECKING

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Day, TextOfPerson, Whole

if TYPE_CHECKING:
    from bouwsteen.services.prepared import PreparedStructure

TITLES = 10


def command(door: Door) -> click.Command:
    say = door.say

    def run(text: str, skills: bool, on: date | None, limit: int, as_json: bool) -> None:
        answer = _skills if skills else _work_processes
        answer(text, door, door.ready(on), limit=limit, as_json=as_json)

    return SpokenCommand(
        "match",
        say,
        callback=run,
        params=[
            argument(say, "text", words="text", metavar="text", type=TextOfPerson()),
            option(say, "--skills", words="skills", is_flag=True),
            option(say, "--on", words="on", metavar="day", type=Day()),
            option(
                say, "--limit", words="limit-titles", metavar="number", type=Whole(1, 100), default=TITLES
            ),
        ],
    )


def _work_processes(text: str, door: Door, ready: "PreparedStructure", *, limit: int, as_json: bool) -> None:
    from bouwsteen.services.match_text import match_text

    found = match_text(text, ready, titles=limit)
    if as_json:
        from bouwsteen.entrances.forms.match import match_form

        show_json(match_form(text, found))
    else:
        from bouwsteen.entrances.pages.match import match_page

        show_page(match_page(found, ready.structure, door.say))


def _skills(text: str, door: Door, ready: "PreparedStructure", *, limit: int, as_json: bool) -> None:
    from bouwsteen.services.find_skills import find_skills

    found = find_skills(text, ready, most=limit)
    if as_json:
        from bouwsteen.entrances.forms.skills import skills_form

        show_json(skills_form(text, found))
    else:
        from bouwsteen.entrances.pages.skills import skills_page

        show_page(skills_page(found, door.say))
