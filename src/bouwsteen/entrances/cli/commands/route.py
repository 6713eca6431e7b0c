"""`bouwsteen route`: from what somebody has to one or several diplomas, over periods."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from bouwsteen.entrances.cli.completing import programme_codes
from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Code, Day, OneOf, Whole, WrongUse

OBJECTIVES = ("hours", "certificate", "options")
_SEVERAL = {"--goal": re.compile(r"[0-9]{5}")}


def command(door: Door) -> click.Command:
    say = door.say
    codes = Code(lambda: programme_codes(door))

    return SpokenCommand(
        "route",
        say,
        callback=lambda **given: _run(door, **given),
        several=_SEVERAL,
        params=[
            argument(
                say, "file", words="person-file", metavar="person-file", type=click.Path(path_type=Path)
            ),
            option(say, "--goal", "goals", words="goal", metavar="crebo", multiple=True, type=codes),
            option(
                say,
                "--objective",
                words="objective",
                metavar="objective",
                type=OneOf(OBJECTIVES),
                default="hours",
            ),
            option(say, "--periods", words="periods", metavar="number", type=Whole(1, 60)),
            option(say, "--load", words="load", metavar="hours", type=Whole(40, 1600)),
            option(say, "--on", words="on", metavar="day", type=Day()),
        ],
    )


def _run(
    door: Door,
    *,
    file: Path,
    goals: Sequence[str],
    objective: str,
    periods: int | None,
    load: int | None,
    on: date | None,
    as_json: bool,
) -> None:
    from bouwsteen.rules.law import Law
    from bouwsteen.services.plan_route import Objective, RouteQuestion, plan_route
    from bouwsteen.services.prepared import prepared

    person = door.house.read_person(file)
    wanted = tuple(goals) or person.goals or ((person.qualification,) if person.qualification else ())
    if not wanted:
        raise WrongUse("usage.no-goal")
    question = RouteQuestion(
        person=person, goals=wanted, objective=Objective(objective), periods=periods, load=load
    )
    ready = prepared(door.house.catalogues().newest(), door.day(on))
    law = Law(door.house.law(), institution=person.institution or "")
    found = plan_route(question, ready, law)
    if as_json:
        from bouwsteen.entrances.forms.route import route_form

        show_json(route_form(found, door.say))
    else:
        from bouwsteen.entrances.pages.route import route_page

        show_page(route_page(found, ready.structure, door.say))
