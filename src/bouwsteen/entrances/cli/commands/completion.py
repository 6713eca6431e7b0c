"""`bouwsteen completion`: the script with which a shell completes commands, options and codes."""

import click
from click.shell_completion import get_completion_class

from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument
from bouwsteen.entrances.cli.values import OneOf

SHELLS = ("bash", "zsh", "fish")


def command(door: Door) -> click.Command:
    say = door.say
    return SpokenCommand(
        "completion",
        say,
        callback=_run,
        params=[argument(say, "shell", words="shell", metavar="shell", type=OneOf(SHELLS))],
        json=False,
    )


@click.pass_context
def _run(ctx: click.Context, shell: str) -> None:
    """Without `source()`, which starts the shell to ask its version: the script itself says what it needs."""
    kind = get_completion_class(shell)
    if kind is not None:
        made = kind(ctx.find_root().command, {}, "bouwsteen", "_BOUWSTEEN_COMPLETE")
        click.echo(made.source_template % made.source_vars())
