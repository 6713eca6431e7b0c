"""What the commands of `bouwsteen insight` share: their answer in every form, and what they take."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Code

if TYPE_CHECKING:
    from bouwsteen.entrances.pages.blocks import Page
    from bouwsteen.entrances.pictures.drawing import Drawing
    from bouwsteen.services.reused import Reused


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An answer in every form; each is made only when it is asked for."""

    form: Callable[[], dict[str, Any]]
    page: Callable[[], "Page"]
    drawing: Callable[[], "Drawing"] | None = None


def show(door: Door, shown: Shown, *, as_json: bool, out: Path | None = None) -> None:
    """The answer, as a person or a program asked for it; with `out` its picture goes there."""
    if out is not None and shown.drawing is not None:
        from bouwsteen.entrances.cli.writing import write_picture

        for path in write_picture(shown.drawing(), shown.form(), out, door.say):
            click.echo(door.say("picture.written", path=str(path)), err=True)
    if as_json:
        show_json(shown.form())
    elif out is None or shown.drawing is None:
        show_page(shown.page())


def reused_on(door: Door, on: date | None) -> "Reused":
    """The newest structure on a day, read as parts that recur."""
    from bouwsteen.services.prepared import prepared
    from bouwsteen.services.reused import Reused

    house = door.house
    return Reused(prepared(house.catalogues().newest(), door.day(on), house.index_cache()))


def insight_command(
    door: Door, name: str, run: Callable[..., None], *params: click.Parameter
) -> SpokenCommand:
    """A command of `insight`."""
    return SpokenCommand(name, door.say, callback=run, params=params, slug=f"insight-{name}")


def family_argument(door: Door) -> click.Argument:
    """The id of a family, or the key of a part in it."""
    return argument(door.say, "family", words="family", metavar="family", type=Code(list))
