"""`bouwsteen api-key`: keys of programs that may write. A key is shown once; only its digest is kept."""

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import OneOf, TextOfPerson, WrongUse

VERBS = ("new", "list", "end")


def command(door: Door) -> click.Command:
    say = door.say

    def run(verb: str, name: str | None, as_json: bool) -> None:
        _run(verb, name, door, as_json=as_json)

    return SpokenCommand(
        "api-key",
        say,
        callback=run,
        params=[
            argument(say, "verb", words="api-key-verb", metavar="api-key-verb", type=OneOf(VERBS)),
            argument(
                say, "name", words="api-key-name", metavar="api-key-name", required=False, type=TextOfPerson()
            ),
        ],
    )


def _run(verb: str, name: str | None, door: Door, *, as_json: bool) -> None:
    keys = door.house.api_keys()
    now = door.house.clock().now()
    key = None
    if verb != "list" and not name:
        raise WrongUse("usage.no-key-name")
    if verb == "new":
        key = keys.new(str(name), created=now)
    elif verb == "end":
        keys.end(str(name), ended=now)
    if as_json:
        from bouwsteen.entrances.forms.api_keys import api_keys_form

        show_json(api_keys_form(keys.names(), key))
    else:
        from bouwsteen.entrances.pages.api_keys import api_keys_page

        show_page(api_keys_page(keys.names(), key, door.say))
