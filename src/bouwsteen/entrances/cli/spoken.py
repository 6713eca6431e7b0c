"""Commands and options that speak the person's language: help, and what is wrong with a command line.

Click's own sentences are replaced, not translated: each has a slug in the catalogue of words.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click

from bouwsteen.entrances.cli.several import NONE_SEVERAL, Several, one_value_each
from bouwsteen.entrances.cli.values import OneOf
from bouwsteen.entrances.words import LANGUAGES, Words


class SpokenArgument(click.Argument):
    """An argument with words of its own in the help, like an option."""

    def __init__(self, name: str, *, words: str = "", **attributes: Any) -> None:
        super().__init__([name], **attributes)
        self.words = words


class SpokenCommand(click.Command):
    """A command with its help in one language. `slug` names its words; without one, its name does.

    `several` are the options that may have several values after one another.
    """

    def __init__(
        self,
        name: str,
        say: Words,
        *,
        callback: Callable[..., None],
        params: Iterable[click.Parameter] = (),
        json: bool = True,
        slug: str = "",
        several: Several = NONE_SEVERAL,
    ) -> None:
        extra = [json_option(say)] if json else []
        hidden = [language_option(say, hidden=True), debug_option(say, hidden=True)]
        super().__init__(name, callback=callback, params=[*params, *extra, *hidden], add_help_option=False)
        self.params.append(help_option(say))
        self.say = say
        self.slug = slug or name
        self.several = several

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, one_value_each(args, self.several))

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        write_help(self, ctx, formatter, self.say, words=self.say(f"command.{self.slug}"))
        write_list(
            formatter,
            self.say("help.arguments"),
            [
                (str(each.metavar), each.words)
                for each in self.get_params(ctx)
                if isinstance(each, SpokenArgument) and each.words
            ],
        )
        write_options(self, ctx, formatter, self.say)
        write_examples(formatter, self.say, self.slug)


def write_help(
    command: click.Command,
    ctx: click.Context,
    formatter: click.HelpFormatter,
    say: Words,
    *,
    words: str,
    takes: Sequence[str] = (),
) -> None:
    """Usage and what the command does."""
    pieces = [say("help.options-metavar"), *_argument_names(command, ctx), *takes]
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=f"{say('help.usage')} ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(words)


def write_options(
    command: click.Command, ctx: click.Context, formatter: click.HelpFormatter, say: Words
) -> None:
    """Every option that is not hidden."""
    records = [
        each.get_help_record(ctx)
        for each in command.get_params(ctx)
        if isinstance(each, click.Option) and not each.hidden
    ]
    write_list(formatter, say("help.options"), [record for record in records if record])


def write_examples(formatter: click.HelpFormatter, say: Words, slug: str) -> None:
    """Command lines as they are typed, where the words have any."""
    example = f"example.{slug}"
    if example in say:
        with formatter.section(say("help.examples")):
            for line in say(example).split("\n"):
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")


def write_list(formatter: click.HelpFormatter, title: str, rows: Sequence[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)


def _argument_names(command: click.Command, ctx: click.Context) -> list[str]:
    return [str(each.metavar) for each in command.get_params(ctx) if isinstance(each, click.Argument)]


def option(say: Words, *names: str, words: str, metavar: str = "", **attributes: Any) -> click.Option:
    """An option with its help under the slug `option.<words>`, and what it takes under `metavar.<metavar>`."""
    shown = say(f"metavar.{metavar}") if metavar else None
    return click.Option(list(names), help=say(f"option.{words}"), metavar=shown, **attributes)


def argument(say: Words, name: str, *, words: str, metavar: str, **attributes: Any) -> SpokenArgument:
    """An argument with its help under `argument.<words>`."""
    return SpokenArgument(
        name, words=say(f"argument.{words}"), metavar=say(f"metavar.{metavar}"), **attributes
    )


def json_option(say: Words) -> click.Option:
    return option(say, "--json", "as_json", words="json", is_flag=True)


def language_option(say: Words, *, hidden: bool = False) -> click.Option:
    """Read before anything is parsed, for the help has a language too; here it is only checked."""
    return option(
        say,
        "--lang",
        words="lang",
        metavar="language",
        type=OneOf(LANGUAGES),
        expose_value=False,
        hidden=hidden,
    )


def debug_option(say: Words, *, hidden: bool = False) -> click.Option:
    return option(say, "--debug", words="debug", is_flag=True, expose_value=False, hidden=hidden)


def help_option(say: Words) -> click.Option:
    return option(
        say,
        "--help",
        words="help",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_help,
    )


def _show_help(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()
