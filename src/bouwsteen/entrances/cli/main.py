"""The command `bouwsteen`: finds the language, the command, and the words for what goes wrong.

Each command is imported when it is asked for, so that the help and short answers come at once.
"""

import itertools
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from bouwsteen import __version__
from bouwsteen.entrances import wiring
from bouwsteen.entrances.cli.door import Door, House
from bouwsteen.entrances.cli.faults import ExitCode, OutputFault, tell
from bouwsteen.entrances.cli.spoken import (
    debug_option,
    help_option,
    language_option,
    option,
    write_help,
    write_list,
    write_options,
)
from bouwsteen.entrances.cli.values import WrongUse
from bouwsteen.entrances.words import LANGUAGES, Words, words_in

COMMANDS = {
    "possibilities": "possibilities",
    "match": "match",
    "show": "show",
    "person": "person",
    "diploma": "diploma",
    "choice": "choice",
    "exempt": "exempt",
    "rules": "rules",
    "route": "route",
    "switch": "switch",
    "compare": "compare",
    "catalogue": "catalogue",
    "insight": "insight",
    "import": "imports",
    "export": "exports",
    "api-key": "api_key",
    "doctor": "doctor",
    "role": "role",
    "keys": "keys",
    "tidy": "tidy",
    "completion": "completion",
}
"""Name of a command → its module in `commands`."""

COMPLETION = "_BOUWSTEEN_COMPLETE"
"""The variable through which a shell asks how a word may go on."""


def main() -> NoReturn:
    """What the console script runs."""
    arguments = sys.argv[1:]
    Shell(words_in(language(arguments, os.environ)), wiring).main(arguments)


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """What `--lang` says, else LC_ALL, LC_MESSAGES or LANG; else Dutch.

    >>> language(["show", "25149", "--lang=en"], {}), language([], {"LANG": "en_GB.UTF-8"}), language([], {})
    ('en', 'en', 'nl')
    """
    options = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    said = [each.removeprefix("--lang=") for each in options if each.startswith("--lang=")]
    said += [after for before, after in itertools.pairwise(options) if before == "--lang"]
    asked = next((each for each in said if each in LANGUAGES), "")
    locale = next(
        (value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), ""
    )
    return asked or next((each for each in LANGUAGES if locale[:2] == each), LANGUAGES[0])


class Shell(click.Group):
    """All commands, in one language, on one house."""

    def __init__(self, say: Words, house: House) -> None:
        super().__init__(
            "bouwsteen", add_help_option=False, invoke_without_command=True, callback=_no_command
        )
        self.door = Door(say=say, house=house)
        self.params = [
            language_option(say),
            _version_option(say),
            debug_option(say),
            help_option(say),
        ]

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Runs the command that `args` name and ends the process with its number."""
        arguments = list(sys.argv[1:] if args is None else args)
        _open_what_is_closed()
        _never_stumble_over_a_sign()
        if instruction := os.environ.get(COMPLETION):
            sys.exit(_complete(self, instruction))
        try:
            with self.make_context("bouwsteen", list(arguments)) as ctx:
                self.invoke(ctx)
            sys.stdout.flush()
            sys.exit(ExitCode.DONE)
        except click.exceptions.Exit as asked:
            sys.exit(asked.exit_code)
        except (KeyboardInterrupt, click.Abort):
            sys.exit(ExitCode.STOPPED)
        except BrokenPipeError:
            _close_output()
            sys.exit(ExitCode.NOBODY_READS)
        except OSError as error:
            sys.exit(self._told(_of_output(error), arguments))
        except Exception as error:  # the outermost door: whatever comes here gets words and a number
            sys.exit(self._told(error, arguments))

    def _told(self, error: Exception, arguments: Sequence[str]) -> ExitCode:
        return tell(error, self.door.say, json="--json" in arguments, debug="--debug" in arguments)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"bouwsteen.entrances.cli.commands.{COMMANDS[cmd_name]}")
        made: click.Command = module.command(self.door)
        return made

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            raise WrongUse("usage.no-such-command", given=args[0], words=", ".join(COMMANDS))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        say = self.door.say
        write_help(self, ctx, formatter, say, words=say("command.bouwsteen"), takes=[say("metavar.command")])
        write_list(formatter, say("help.commands"), [(each, say(f"short.{each}")) for each in COMMANDS])
        write_options(self, ctx, formatter, say)


@click.pass_context
def _no_command(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def _version_option(say: Words) -> click.Option:
    def show(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            click.echo(f"bouwsteen {__version__}")
            ctx.exit()

    return option(
        say, "--version", words="version", is_flag=True, is_eager=True, expose_value=False, callback=show
    )


def _complete(shell: click.Group, instruction: str) -> int:
    from click.shell_completion import shell_complete

    return shell_complete(shell, {}, "bouwsteen", COMPLETION, instruction)


def _never_stumble_over_a_sign() -> None:
    """A sign that the terminal does not know becomes a question mark, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _open_what_is_closed() -> None:
    """Whoever closed an output wants to read nothing of it; the command itself is done all the same."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 # until the process ends


def _of_output(error: OSError) -> Exception:
    """Adapters give a `StorageFault`; what the system says without the name of a file is of standard output."""
    if error.filename is not None:
        return error
    _close_output()
    return OutputFault(error.strerror or str(error))


def _close_output() -> None:
    """Nobody reads any more: what is left in the buffer goes nowhere, quietly."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
