"""What can go wrong at this door: what the person reads, and with which number the command ends.

0 done · 1 a fault of ours · 2 the command line is wrong · 3 input or data refused · 4 not found
5 unknown for that date · 6 the answer could not be written · 7 something has to be repaired
130 stopped by the person · 141 nobody reads any more
"""

import sys
import traceback
from dataclasses import asdict, dataclass, is_dataclass
from datetime import date
from enum import IntEnum
from typing import Any, ClassVar

import click

from bouwsteen.entrances.cli.terminal import as_json
from bouwsteen.entrances.cli.values import WrongUse, option_name
from bouwsteen.entrances.words import Words, cleaned, explained, short
from bouwsteen.model.errors import (
    BeforeFirstKnown,
    BouwsteenError,
    UnknownCode,
    UnknownDecision,
    UnknownLedgerNumber,
)


class ExitCode(IntEnum):
    """With which number a command ends."""

    DONE = 0
    FAULT = 1
    WRONG_USE = 2
    REFUSED = 3
    NOT_FOUND = 4
    UNKNOWN_FOR_DATE = 5
    NOT_WRITTEN = 6
    UNWELL = 7
    STOPPED = 130
    NOBODY_READS = 141


@dataclass(eq=False)
class OutputFault(BouwsteenError):
    """The command did what was asked, but its answer cannot be written: a full disk, a limit on a file."""

    slug: ClassVar[str] = "output-fault"
    detail: str

    def __str__(self) -> str:
        return self.detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An error on its way to the person. `fields` are what a program may want to know."""

    slug: str
    title: str
    detail: str
    code: ExitCode
    fields: dict[str, Any]

    def as_form(self) -> dict[str, Any]:
        """The shape of RFC 9457, with our own fields beside it."""
        return {
            **self.fields,
            "type": f"urn:bouwsteen:error:{self.slug}",
            "title": self.title,
            "detail": self.detail,
            "slug": self.slug,
            "exit_code": int(self.code),
        }


def problem(error: Exception, say: Words) -> Problem:
    """The problem behind any error."""
    match error:
        case BouwsteenError():
            words = explained(error, say)
            return Problem(
                slug=words.slug,
                title=words.title,
                detail=words.detail,
                code=_code(error),
                fields=_fields(error),
            )
        case click.UsageError():
            return Problem(
                slug="wrong-use",
                title=say("error.wrong-use.title"),
                detail=_usage_detail(error, say),
                code=ExitCode.WRONG_USE,
                fields={},
            )
        case _:
            what = cleaned(f"{type(error).__name__}: {error}")
            return Problem(
                slug="fault",
                title=say("error.fault.title"),
                detail=say("error.fault", what=what),
                code=ExitCode.FAULT,
                fields={},
            )


def tell(error: Exception, say: Words, *, json: bool, debug: bool) -> ExitCode:
    """Writes the error to standard error; gives the number to end with."""
    found = problem(error, say)
    if debug:
        traceback.print_exception(error, file=sys.stderr)
    if json:
        sys.stderr.write(as_json(found.as_form()) + "\n")
    else:
        lines = [cleaned(line) for line in found.detail.split("\n")]
        sys.stderr.write("\n".join([found.title + ".", *lines, ""]))
    return found.code


def _code(error: BouwsteenError) -> ExitCode:
    match error:
        case UnknownCode() | UnknownLedgerNumber() | UnknownDecision():
            return ExitCode.NOT_FOUND
        case BeforeFirstKnown():
            return ExitCode.UNKNOWN_FOR_DATE
        case OutputFault():
            return ExitCode.NOT_WRITTEN
        case _:
            return ExitCode.REFUSED


def _fields(error: BouwsteenError) -> dict[str, Any]:
    return {name: _plain(each) for name, each in asdict(error).items()} if is_dataclass(error) else {}


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case list() | tuple():
            return list(map(_plain, value))
        case _:
            return value


def _usage_detail(error: click.UsageError, say: Words) -> str:
    command = error.ctx.command_path if error.ctx else "bouwsteen"
    return f"{_usage(error, say)}\n{say('usage.help', command=command)}"


def _shortened(values: dict[str, object]) -> dict[str, object]:
    """What was given may be very long; what was expected never is."""
    return {name: short(str(each)) if name == "given" else each for name, each in values.items()}


def _usage(error: click.UsageError, say: Words) -> str:
    match error:
        case WrongUse():
            return say(error.slug, **_shortened(error.values))
        case click.NoSuchOption():
            near = (
                say("error.near", near=say.listed(error.possibilities, "or")) if error.possibilities else ""
            )
            return f"{say('usage.no-such-option', given=short(error.option_name))} {near}".strip()
        case click.MissingParameter():
            return say("usage.missing", expected=option_name(error.param))
        case click.BadOptionUsage():
            return say("usage.option-without-value", option=error.option_name)
        case _:
            return say("usage.wrong", what=short(error.format_message()))
