"""`bouwsteen doctor`: what stands in the way of this installation, and what to do about it."""

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.faults import ExitCode
from bouwsteen.entrances.cli.spoken import SpokenCommand
from bouwsteen.entrances.cli.terminal import show_json, show_page


def command(door: Door) -> click.Command:
    def run(as_json: bool) -> None:
        _run(door, as_json=as_json)

    return SpokenCommand("doctor", door.say, callback=run)


def _run(door: Door, *, as_json: bool) -> None:
    from bouwsteen.services.examine_installation import Health, examine_installation

    findings = examine_installation(door.house.installation(), door.house.clock().now())
    if as_json:
        from bouwsteen.entrances.forms.doctor import doctor_form

        show_json(doctor_form(findings))
    else:
        from bouwsteen.entrances.pages.doctor import doctor_page

        show_page(doctor_page(findings, door.say))
    if any(each.health is Health.WRONG for each in findings):
        raise click.exceptions.Exit(ExitCode.UNWELL)
