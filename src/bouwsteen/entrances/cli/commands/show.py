"""`bouwsteen show`: one thing of the structure, by its code or key."""

from datetime import date
from typing import TYPE_CHECKING

import click

from bouwsteen.entrances.cli.completing import all_codes
from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Code, Day

if TYPE_CHECKING:
    from bouwsteen.model.catalogue import DatedCatalogue
    from bouwsteen.services.occupations import Occupations
    from bouwsteen.services.show_concept import ShownConcept


def command(door: Door) -> click.Command:
    say = door.say

    def run(code: str, on: date | None, as_json: bool) -> None:
        _run(code, door, on=on, as_json=as_json)

    return SpokenCommand(
        "show",
        say,
        callback=run,
        params=[
            argument(say, "code", words="code", metavar="code", type=Code(lambda: all_codes(door))),
            option(say, "--on", words="on", metavar="day", type=Day()),
        ],
    )


def _run(code: str, door: Door, *, on: date | None, as_json: bool) -> None:
    from bouwsteen.model.errors import UnknownCode
    from bouwsteen.services.occupations import Occupations
    from bouwsteen.services.show_concept import show_concept

    structure = door.structure(on)
    occupations = Occupations(structure)
    if _is_iri(code):
        _show_concept(show_concept(code, occupations), structure, door, as_json=as_json)
        return
    try:
        _show_part(code, occupations, door, as_json=as_json)
    except UnknownCode as unknown:
        try:
            shown = show_concept(code, occupations)
        except UnknownCode:
            raise unknown from None
        _show_concept(shown, structure, door, as_json=as_json)


def _is_iri(code: str) -> bool:
    return "://" in code or code.startswith("urn:")


def _show_part(code: str, occupations: "Occupations", door: Door, *, as_json: bool) -> None:
    from bouwsteen.services.show_concept import training
    from bouwsteen.services.show_part import show_part

    structure = occupations.structure
    shown = show_part(code, structure)
    trained = training(code, occupations)
    if as_json:
        from bouwsteen.entrances.forms.show import shown_form

        show_json(shown_form(shown, trained))
    else:
        from bouwsteen.entrances.pages.show import shown_page

        show_page(shown_page(shown, structure, door.say, trained))


def _show_concept(shown: "ShownConcept", structure: "DatedCatalogue", door: Door, *, as_json: bool) -> None:
    if as_json:
        from bouwsteen.entrances.forms.occupations import concept_form

        show_json(concept_form(shown))
    else:
        from bouwsteen.entrances.pages.occupations import concept_page

        show_page(concept_page(shown, structure, door.say))
