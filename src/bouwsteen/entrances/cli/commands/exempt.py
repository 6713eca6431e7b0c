"""`bouwsteen exempt`: what somebody may be exempted from; and the book of precedents under it."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bouwsteen.entrances.cli.commands.precedents import verbs
from bouwsteen.entrances.cli.completing import programme_codes
from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option, write_list
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Code, Day, TextOfPerson, WrongUse
from bouwsteen.services.ports import StorageFault

if TYPE_CHECKING:
    from bouwsteen.model.catalogue import DatedCatalogue
    from bouwsteen.model.precedents import PrecedentBook
    from bouwsteen.rules.rule import RuleSet
    from bouwsteen.services.find_exemptions import School


def command(door: Door) -> click.Command:
    say = door.say

    def run(file: Path, on: date | None, **given: Any) -> None:
        _run(file, door, on=door.day(on), **given)

    return Exempt(
        door,
        callback=run,
        params=[
            argument(
                say, "file", words="person-file", metavar="person-file", type=click.Path(path_type=Path)
            ),
            option(
                say,
                "--qualification",
                words="qualification",
                metavar="crebo",
                type=Code(lambda: programme_codes(door)),
            ),
            option(say, "--institution", words="institution", metavar="school", type=TextOfPerson()),
            option(say, "--policy", words="policy", metavar="rule-file", type=click.Path(path_type=Path)),
            option(say, "--on", words="on-asked", metavar="day", type=Day()),
            option(say, "--all", "all_", words="all-parts", is_flag=True),
            option(say, "--proof", words="proof", is_flag=True),
        ],
    )


class Exempt(SpokenCommand):
    """Takes a person's file, or the name of something that is done with the book of precedents."""

    def __init__(self, door: Door, **attributes: Any) -> None:
        super().__init__("exempt", door.say, **attributes)
        self.verbs = verbs(door)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the verb where the first word is one. A file of that name is `./record`."""
        if args and args[0] in self.verbs:
            return self.verbs[args[0]].make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_help(ctx, formatter)
        say = self.say
        rows = [(f"exempt {name}", say(f"short.{command.name}")) for name, command in self.verbs.items()]
        write_list(formatter, say("help.commands"), rows)


def _run(
    file: Path,
    door: Door,
    *,
    on: date,
    qualification: str | None,
    institution: str | None,
    policy: Path | None,
    all_: bool,
    proof: bool,
    as_json: bool,
) -> None:
    from bouwsteen.model.precedents import PrecedentBook
    from bouwsteen.rules.law import Law
    from bouwsteen.services.find_exemptions import find_exemptions

    house = door.house
    person = house.read_person(file)
    wanted = qualification or person.qualification or (person.goals[0] if len(person.goals) == 1 else "")
    if not wanted:
        raise WrongUse("usage.no-qualification")
    law, structure = house.law(), house.catalogues().newest().on(on)
    book = _book(door)
    rules, school = _school(door, structure, institution or person.institution, policy)
    found = find_exemptions(
        person,
        structure,
        Law(law),
        book or PrecedentBook(),
        school=school.under(law + rules) if school else None,
        wanted=wanted,
    )
    if as_json:
        from bouwsteen.entrances.forms.exemption import exemptions_form

        show_json(exemptions_form(found, school, precedents_read=book is not None))
    else:
        from bouwsteen.entrances.pages.exemption import exemptions_page

        page = exemptions_page(
            found,
            school,
            law + rules,
            structure,
            door.say,
            all_=all_,
            proof=proof,
            precedents_read=book is not None,
        )
        show_page(page)


def _book(door: Door) -> "PrecedentBook | None":
    """The book of precedents; None where it cannot be read: the answer does not depend on it."""
    try:
        return door.house.precedents().book()
    except StorageFault:
        return None


def _school(
    door: Door, structure: "DatedCatalogue", given: str | None, policy: Path | None
) -> "tuple[RuleSet, School | None]":
    """The policies at hand, and the school that was named; of a policy of one's own the school it is of."""
    from bouwsteen.rules.rule import RuleSet
    from bouwsteen.services.find_exemptions import school_named

    if policy is None and given is None:
        return RuleSet(), None
    policies = door.house.policies(policy)
    own = policies.rules[0].institution if policy and policies.rules else ""
    return policies, school_named(given or own, structure, policies)
