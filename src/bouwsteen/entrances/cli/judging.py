"""The commands with which a person confirms, rejects or names a family, or takes that back."""

from functools import partial

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.insights import Shown, family_argument, insight_command, reused_on, show
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.values import TextOfPerson, WrongUse

VERDICTS = {"confirm": "confirmed", "reject": "rejected", "withdraw": "withdrawn"}


def judging(door: Door) -> tuple[SpokenCommand, ...]:
    return (_mark(door, "confirm"), _mark(door, "reject"), _name(door), _mark(door, "withdraw"))


def _mark(door: Door, name: str) -> SpokenCommand:
    def run(family: str, by: str | None, as_json: bool) -> None:
        _judge(door, family, VERDICTS[name], "", by, as_json=as_json)

    return insight_command(door, name, run, family_argument(door), _by(door))


def _name(door: Door) -> SpokenCommand:
    def run(family: str, title: str, by: str | None, as_json: bool) -> None:
        if not title:
            raise WrongUse("usage.no-name")
        _judge(door, family, "named", title, by, as_json=as_json)

    words = argument(door.say, "title", words="title", metavar="title", type=TextOfPerson())
    return insight_command(door, "name", run, family_argument(door), words, _by(door))


def _judge(door: Door, family: str, verdict: str, title: str, by: str | None, *, as_json: bool) -> None:
    from bouwsteen.entrances.cli.operating import operator_here
    from bouwsteen.entrances.forms.insight import mark_form
    from bouwsteen.entrances.pages.blocks import Item
    from bouwsteen.model.records import FamilyVerdict
    from bouwsteen.services.judge_family import judge_family
    from bouwsteen.services.show_family import found_family

    standing = found_family(family, reused_on(door, None))
    judged = judge_family(
        standing,
        FamilyVerdict(verdict),
        door.house.ledger(),
        clock=door.house.clock(),
        actor=operator_here(),
        by=by or "",
        title=title,
    )
    said = door.say(
        f"insight.marked-{verdict}", title=title or standing.title, id=standing.id, by=judged.mark.by
    )
    show(
        door,
        Shown(form=partial(mark_form, judged.mark, judged.number), page=lambda: (Item(said),)),
        as_json=as_json,
    )


def _by(door: Door) -> click.Option:
    return option(door.say, "--by", words="by", metavar="name", type=TextOfPerson())
