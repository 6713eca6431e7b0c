"""What options and arguments take, parsed once at the door."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from bouwsteen.entrances.words import cleaned

if TYPE_CHECKING:
    Kind = click.ParamType[Any]
else:
    Kind = click.ParamType  # older releases of Click cannot say of what


class WrongUse(click.UsageError):
    """The command line is wrong; `slug` says how, `values` what was given and expected."""

    def __init__(self, slug: str, **values: object) -> None:
        super().__init__(slug)
        self.slug = slug
        self.values = values


class Day(Kind):
    """A day, written as 2026-08-01."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            raise WrongUse("usage.no-day", given=value, option=option_name(param)) from None


class OneOf(Kind):
    """One of a few words."""

    name = "one-of"

    def __init__(self, words: Sequence[str]) -> None:
        self.words = tuple(words)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value not in self.words:
            raise WrongUse(
                "usage.not-one-of", given=value, option=option_name(param), words=", ".join(self.words)
            )
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(each) for each in self.words if each.startswith(incomplete)]


class Whole(Kind):
    """A whole number from `least` up to and including `most`."""

    name = "whole"

    def __init__(self, least: int, most: int = 9999) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value)
        if not (text.isascii() and text.isdigit() and self.least <= int(text[:9]) <= self.most):
            raise WrongUse(
                "usage.no-number", given=text, option=option_name(param), least=self.least, most=self.most
            )
        return int(text)


class TextOfPerson(Kind):
    """Text in somebody's own words, without what is no text."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return cleaned(str(value)).strip()


class Code(Kind):
    """A code or key as it is typed; the shell completes it from `known`."""

    name = "code"

    def __init__(self, known: Callable[[], Sequence[tuple[str, str]]]) -> None:
        self._known = known

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return cleaned(str(value)).strip()

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [
            CompletionItem(code, help=cleaned(title))
            for code, title in self._known()
            if code.startswith(incomplete)
        ]


def option_name(param: click.Parameter | None) -> str:
    """How a person typed it: the long name of an option, or what an argument is called."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return str(param.metavar or param.name) if param else ""
