"""`bouwsteen compare`: two programmes, two versions of one, or two days of the catalogue."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from bouwsteen.entrances.cli.completing import all_codes
from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Code, Kind, WrongUse, option_name

if TYPE_CHECKING:
    from bouwsteen.entrances.pages.blocks import Page
    from bouwsteen.model.catalogue import DatedCatalogue


class Moment(Kind):
    """A day, or a ledger number."""

    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | int:
        text = str(value)
        if text.isascii() and text.isdigit() and len(text) < 8:
            return int(text)
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise WrongUse("usage.no-moment", given=text, option=option_name(param)) from None


def command(door: Door) -> click.Command:
    say = door.say

    def run(codes: Sequence[str], before: date | int | None, after: date | int | None, as_json: bool) -> None:
        form, page = _compared(codes, door, before=before, after=after)
        if as_json:
            show_json(form)
        else:
            show_page(page)

    return SpokenCommand(
        "compare",
        say,
        callback=run,
        params=[
            argument(
                say,
                "codes",
                words="compare-codes",
                metavar="compare-codes",
                nargs=-1,
                type=Code(lambda: all_codes(door)),
            ),
            option(say, "--from", "before", words="compare-from", metavar="moment", type=Moment()),
            option(say, "--to", "after", words="compare-to", metavar="moment", type=Moment()),
        ],
    )


def _compared(
    codes: Sequence[str], door: Door, *, before: date | int | None, after: date | int | None
) -> tuple[Any, "Page"]:
    """The answer as a form and as a page; which comparison it is follows from what was given."""
    match codes:
        case [first, second] if before is None and after is None:
            same = first.partition("/")[0] == second.partition("/")[0]
            if same and "/" in first and "/" in second:
                return _versions(first, second, door)
            if "/" not in first + second:
                return _programmes(first, second, door)
            raise WrongUse("usage.compare-two")
        case [_, _, *_]:
            raise WrongUse("usage.compare-two")
        case _ if before is None:
            raise WrongUse("usage.compare-what")
        case _:
            return _days(codes[0] if codes else None, door, before=before, after=after)


def _versions(first: str, second: str, door: Door) -> tuple[Any, "Page"]:
    from bouwsteen.entrances.forms.compare import versions_form
    from bouwsteen.entrances.pages.compare import versions_page
    from bouwsteen.services.compare_versions import compare_versions

    catalogue = door.house.catalogues().newest()
    (code, _, before), after = first.partition("/"), second.partition("/")[2]
    found = compare_versions(code, before, after, catalogue, door.house.contents(catalogue.number))
    return versions_form(found), versions_page(found, door.say)


def _programmes(first: str, second: str, door: Door) -> tuple[Any, "Page"]:
    from bouwsteen.entrances.forms.compare import programmes_form
    from bouwsteen.entrances.pages.compare import programmes_page
    from bouwsteen.services.prepared import prepared
    from bouwsteen.services.show_switch import show_switch

    catalogue = door.house.catalogues().newest()
    ready = prepared(catalogue, door.day())
    contents = door.house.contents(catalogue.number)
    there = show_switch(first, second, ready, contents)
    back = show_switch(second, first, ready, contents)
    return programmes_form(there, back), programmes_page(there, back, door.say)


def _days(
    code: str | None, door: Door, *, before: date | int, after: date | int | None
) -> tuple[Any, "Page"]:
    from bouwsteen.entrances.forms.compare import days_form
    from bouwsteen.entrances.pages.compare import days_page
    from bouwsteen.services.compare_days import compare_days

    today = door.day()
    found = compare_days(
        _structure(before, today, door),
        _structure(today if after is None else after, today, door),
        code=code,
        ended=isinstance(before, int) or isinstance(after, int),
    )
    return days_form(found), days_page(found, door.say)


def _structure(moment: date | int, today: date, door: Door) -> "DatedCatalogue":
    """A day: the newest catalogue as it holds that day. A number: the catalogue at that number, as it holds today."""
    newest = door.house.catalogues().newest()
    if isinstance(moment, date):
        return newest.on(moment)
    known = newest if moment == newest.number else door.house.ledger().history().at(moment)
    return known.on(today)
