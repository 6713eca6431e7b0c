"""What a room is, and what all rooms share."""

from collections.abc import Callable, Mapping, Sized
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString

from bouwsteen.entrances.pages.blocks import Page
from bouwsteen.entrances.web.person import label
from bouwsteen.model.person import Person
from bouwsteen.services.ports import Mistake, RefusedFile
from bouwsteen.services.prepared import PreparedStructure

LONGEST = 20
"""Of a number that was filled in, as much is shown again."""
_NO_BAR = SafeString()
CREBO = "25698"
"""What a crebo looks like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The answer as blocks, and as JSON; `bar` is drawn above it."""

    page: Page
    form: Callable[[], Mapping[str, Any]]
    bar: SafeString = _NO_BAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """One room: its words begin with `room.<name>.`; `asks` are the pieces of the form that it shows.

    What stands under a heading in `folded` (slugs) can be unfolded. `extra` is a template with more fields, and
    `context` what these show.
    """

    name: str
    asks: tuple[str, ...]
    buttons: tuple[str, ...]
    answer: Callable[[HttpRequest, Person, PreparedStructure], Answered]
    folded: tuple[str, ...] = ()
    extra: str = ""
    context: Callable[[HttpRequest], Mapping[str, Any]] = field(default=lambda _: {})


def needs(request: HttpRequest, given: object, name: str, example: str) -> None:
    """Raises `RefusedFile` where something was left open without which there is no answer."""
    if not given:
        question = label(name, request.say)
        raise RefusedFile(
            (Mistake(file=question, line=None, path="", slug="not-filled-in", expected=example),)
        )


def within(request: HttpRequest, given: str, name: str, least: int, most: int) -> int:
    """The whole number that was filled in; raises `RefusedFile` where it is none from `least` to `most`."""
    if given.isascii() and given.isdigit() and len(given) < LONGEST and least <= int(given) <= most:
        return int(given)
    mistake = Mistake(
        file=label(name, request.say),
        line=None,
        path="",
        slug="not-a-number" if not given.lstrip("-").isdigit() else "out-of-range",
        given=given[:LONGEST],
        expected=f"a whole number: {least}–{most}",
    )
    raise RefusedFile((mistake,))


def few_enough_modules(request: HttpRequest, given: Sized, most: int) -> None:
    """Raises `RefusedFile` where more was given than is searched for people whom nobody knows."""
    if len(given) > most:
        question = label("chosen", request.say)
        raise RefusedFile(
            (Mistake(file=question, line=None, path="", slug="too-many", expected=f"at most {most} modules"),)
        )
