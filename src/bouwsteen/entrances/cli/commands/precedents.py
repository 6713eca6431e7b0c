"""`bouwsteen exempt record | withdraw | precedents`: what examination boards decided before."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Day, OneOf, TextOfPerson, Whole, WrongUse

BODIES = ("examination-board", "team")
DECIDED = ("granted", "refused")
KINDS = ("certificate", "diploma", "exam", "practice-statement", "validated-experience", "experience")
ORIGINS = ("mbo", "havo", "vwo", "vmbo", "hbo", "company", "evc", "foreign", "other")


def verbs(door: Door) -> Mapping[str, click.Command]:
    """Name → what is done with the book."""
    return {
        "record": _record_command(door),
        "withdraw": _withdraw_command(door),
        "precedents": _list_command(door),
    }


def _record_command(door: Door) -> click.Command:
    say = door.say
    return SpokenCommand(
        "exempt-record",
        say,
        callback=lambda **given: _record(door, **given),
        params=[
            option(say, "--institution", words="deciding-school", metavar="school", type=TextOfPerson()),
            option(say, "--part", words="decided-part", metavar="part", type=TextOfPerson()),
            option(say, "--evidence", words="evidence-kind", metavar="evidence", type=OneOf(KINDS)),
            option(say, "--exam", words="decided-exam", metavar="decided", type=OneOf(DECIDED)),
            option(say, "--lessons", words="decided-lessons", metavar="decided", type=OneOf(DECIDED)),
            option(say, "--reason", words="decided-why", metavar="text", type=TextOfPerson()),
            option(say, "--from", "origin", words="evidence-from", metavar="origin", type=OneOf(ORIGINS)),
            option(say, "--level", words="evidence-level", metavar="exam-level", type=TextOfPerson()),
            option(
                say, "--covers", words="evidence-covers", metavar="code", multiple=True, type=TextOfPerson()
            ),
            option(say, "--by", words="decided-by", metavar="body", type=OneOf(BODIES), default=BODIES[0]),
            option(say, "--decided", words="decided-on", metavar="day", type=Day()),
        ],
    )


def _withdraw_command(door: Door) -> click.Command:
    say = door.say
    return SpokenCommand(
        "exempt-withdraw",
        say,
        callback=lambda **given: _withdraw(door, **given),
        params=[
            argument(say, "number", words="decision-number", metavar="number", type=Whole(1)),
            option(say, "--institution", words="deciding-school", metavar="school", type=TextOfPerson()),
            option(say, "--reason", words="decided-why", metavar="text", type=TextOfPerson()),
            option(say, "--by", words="decided-by", metavar="body", type=OneOf(BODIES), default=BODIES[0]),
            option(say, "--decided", words="decided-on", metavar="day", type=Day()),
        ],
    )


def _list_command(door: Door) -> click.Command:
    say = door.say
    return SpokenCommand(
        "exempt-precedents",
        say,
        callback=lambda **given: _list(door, **given),
        params=[
            option(say, "--part", words="only-part", metavar="part", type=TextOfPerson()),
            option(say, "--institution", words="only-school", metavar="school", type=TextOfPerson()),
            option(say, "--all", "all_", words="withdrawn-too", is_flag=True),
        ],
    )


def _record(
    door: Door,
    *,
    decided: date | None,
    exam: str | None,
    lessons: str | None,
    covers: Sequence[str],
    as_json: bool,
    by: str,
    origin: str | None,
    level: str | None,
    **given: str | None,
) -> None:
    _all_given(given | {"exam": exam})
    from bouwsteen.model.person import EvidenceKind
    from bouwsteen.model.precedents import BoardDecision, Decided, DecidingBody

    decision = BoardDecision(
        institution=str(given["institution"]),
        body=DecidingBody(by),
        decided=door.day(decided),
        part=str(given["part"]),
        evidence=EvidenceKind(str(given["evidence"])),
        origin=origin or "",
        level=level or "",
        covers=tuple(covers),
        exam=Decided(str(exam)),
        teaching=Decided(lessons) if lessons else None,
        reason=str(given["reason"]),
    )
    _keep(door, decision, as_json=as_json)


def _withdraw(
    door: Door, *, number: int, by: str, decided: date | None, as_json: bool, **given: str | None
) -> None:
    _all_given(given)
    from bouwsteen.model.precedents import DecidingBody, Withdrawal

    withdrawal = Withdrawal(
        number=number,
        institution=str(given["institution"]),
        body=DecidingBody(by),
        decided=door.day(decided),
        reason=str(given["reason"]),
    )
    _keep(door, withdrawal, as_json=as_json)


def _keep(door: Door, content: Any, *, as_json: bool) -> None:
    from bouwsteen.entrances.cli.operating import operator_here
    from bouwsteen.services.record_decision import record_decision

    house = door.house
    structure = door.structure()
    entry = record_decision(
        content, house.precedents(), structure, clock=house.clock(), actor=operator_here()
    )
    if as_json:
        from bouwsteen.entrances.forms.precedents import entry_form

        show_json(entry_form(entry))
    else:
        from bouwsteen.entrances.pages.precedents import entry_page

        show_page(entry_page(entry, structure, door.say))


def _list(door: Door, *, part: str | None, institution: str | None, all_: bool, as_json: bool) -> None:
    house = door.house
    structure = door.structure()
    from bouwsteen.services.record_decision import chosen_entries

    book = house.precedents().book()
    chosen = chosen_entries(book, structure, part=part or "", institution=institution or "", withdrawn=all_)
    if as_json:
        from bouwsteen.entrances.forms.precedents import precedents_form

        show_json(precedents_form(chosen, book))
    else:
        from bouwsteen.entrances.pages.precedents import precedents_page

        show_page(precedents_page(chosen, book, structure, door.say))


def _all_given(given: Mapping[str, str | None]) -> None:
    """Everything that a decision needs, asked for all at once."""
    lacking = [f"--{name}" for name, value in given.items() if not value]
    if lacking:
        raise WrongUse("usage.missing", expected=", ".join(lacking))
