"""`bouwsteen role`: who has which role. The first administrator of a site is made here."""

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.operating import operator_here
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import OneOf, TextOfPerson, WrongUse
from bouwsteen.services.policy import GRANTED, Role

VERBS = ("grant", "end", "list")


def command(door: Door) -> click.Command:
    say = door.say

    def run(verb: str, number: str | None, role: str | None, as_json: bool) -> None:
        _run(verb, number, role, door, as_json=as_json)

    return SpokenCommand(
        "role",
        say,
        callback=run,
        params=[
            argument(say, "verb", words="role-verb", metavar="role-verb", type=OneOf(VERBS)),
            argument(
                say, "number", words="role-number", metavar="role-number", required=False, type=TextOfPerson()
            ),
            argument(
                say, "role", words="role-role", metavar="role-role", required=False, type=OneOf(GRANTED)
            ),
        ],
    )


def _run(verb: str, number: str | None, role: str | None, door: Door, *, as_json: bool) -> None:
    from bouwsteen.services.grant_role import end_role, every_account, grant_role

    if verb != "list" and not (number and role):
        raise WrongUse("usage.no-role")
    accounts, actor = door.house.accounts(), operator_here()
    if verb == "list":
        found = every_account(accounts, actor=actor)
    else:
        act = grant_role if verb == "grant" else end_role
        found = (act(str(number), Role(str(role)), accounts, clock=door.house.clock(), actor=actor),)
    if as_json:
        from bouwsteen.entrances.forms.accounts import accounts_form

        show_json(accounts_form(found))
    else:
        from bouwsteen.entrances.pages.accounts import accounts_page

        show_page(accounts_page(found, door.say))
