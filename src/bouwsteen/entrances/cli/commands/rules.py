"""`bouwsteen rules`: the law as rules: a list, one of them, or a check of files that somebody wrote."""

from pathlib import Path

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import OneOf, TextOfPerson, WrongUse
from bouwsteen.model.errors import UnknownRule
from bouwsteen.services.ports import Mistake, RefusedFile

VERBS = ("list", "show", "check")


def command(door: Door) -> click.Command:
    say = door.say

    def run(verb: str, what: str | None, as_json: bool) -> None:
        match verb:
            case "list":
                _list(door, as_json=as_json)
            case "show":
                _show(what, door, as_json=as_json)
            case _:
                _check(what, door, as_json=as_json)

    return SpokenCommand(
        "rules",
        say,
        callback=run,
        params=[
            argument(say, "verb", words="rules-verb", metavar="rules-verb", type=OneOf(VERBS)),
            argument(
                say, "what", words="rules-what", metavar="rules-what", required=False, type=TextOfPerson()
            ),
        ],
    )


def _list(door: Door, *, as_json: bool) -> None:
    rules = door.house.law()
    if as_json:
        from bouwsteen.entrances.forms.rules import rules_form

        show_json(rules_form(rules))
    else:
        from bouwsteen.entrances.pages.rules import rules_page

        show_page(rules_page(rules, door.say))


def _show(id: str | None, door: Door, *, as_json: bool) -> None:
    if id is None:
        raise WrongUse("usage.no-rule")
    rules = door.house.law()
    known = {each.id: each for each in rules.everything}
    if id not in known:
        from difflib import get_close_matches

        raise UnknownRule(id, tuple(get_close_matches(id, known)))
    if as_json:
        from bouwsteen.entrances.forms.rules import rule_form

        show_json(rule_form(known[id]))
    else:
        from bouwsteen.entrances.pages.rules import rule_page

        show_page(rule_page(known[id], door.say))


def _check(place: str | None, door: Door, *, as_json: bool) -> None:
    """Files of somebody's own on top of the law; without a place the law itself, read anew."""
    path = Path(place) if place else None
    if path is not None and not path.exists():
        raise RefusedFile((Mistake(file=str(path), line=None, path="", slug="missing-file"),))
    files, rules = door.house.check_rules(path)
    if as_json:
        from bouwsteen.entrances.forms.rules import checked_form

        show_json(checked_form(rules, files))
    else:
        from bouwsteen.entrances.pages.rules import checked_page

        show_page(checked_page(rules, files, door.say))
