"""A command that holds commands: `bouwsteen insight families`."""

from collections.abc import Mapping

import click

from bouwsteen.entrances.cli.spoken import (
    SpokenCommand,
    debug_option,
    help_option,
    language_option,
    write_examples,
    write_help,
    write_list,
    write_options,
)
from bouwsteen.entrances.cli.values import WrongUse
from bouwsteen.entrances.words import Words


class SpokenGroup(click.Group):
    """Its help names its commands; without one it shows that."""

    def __init__(self, name: str, say: Words, commands: Mapping[str, SpokenCommand]) -> None:
        super().__init__(
            name,
            commands=dict(commands),
            invoke_without_command=True,
            callback=_no_command,
            add_help_option=False,
        )
        self.say = say
        self.params = [language_option(say, hidden=True), debug_option(say, hidden=True), help_option(say)]

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands and not ctx.resilient_parsing:
            raise WrongUse("usage.no-such-command", given=args[0], words=", ".join(self.commands))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        say = self.say
        words = say(f"command.{self.name}")
        write_help(self, ctx, formatter, say, words=words, takes=[say("metavar.command")])
        rows = [(name, say(f"short.{self.commands[name].slug}")) for name in self.list_commands(ctx)]  # type: ignore[attr-defined] # all are spoken
        write_list(formatter, say("help.commands"), rows)
        write_options(self, ctx, formatter, say)
        write_examples(formatter, say, str(self.name))


@click.pass_context
def _no_command(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
