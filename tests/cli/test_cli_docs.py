"""docs/cli.md says all that the command line knows, and its examples run."""

import re
import shlex
from pathlib import Path

import click
import pytest

from bouwsteen.entrances.cli.faults import ExitCode
from bouwsteen.entrances.cli.main import COMMANDS, Shell
from bouwsteen.entrances.words import LANGUAGES, words_in
from tests.cli.house import EMBEDDED, SCHEMAS, run

PAGE = Path(__file__).parents[2].joinpath("docs", "cli.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
SHELL = Shell(words_in("nl"), EMBEDDED)
EXAMPLES = [
    line
    for block in re.findall(r"^```\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if line.startswith("bouwsteen ") and "COMMAND" not in line
]


def command(name: str) -> click.Command:
    found = SHELL.get_command(click.Context(SHELL), name)
    assert found is not None
    return found


def options(of: click.Command) -> list[str]:
    """The options of the command and, of `exempt`, of what stands under it."""
    """The options of a command; of one that holds commands, those of all of them."""
    if isinstance(of, click.Group) and of is not SHELL:
        return sorted({each for one in of.commands.values() for each in options(one)})
    return [
        name
        for one in (of, *getattr(of, "verbs", {}).values())
        for each in one.params
        if isinstance(each, click.Option) and not each.hidden
        for name in each.opts
        if name.startswith("--")
    ]


def test_every_command_has_a_section() -> None:
    assert [name for name in COMMANDS if name not in SECTIONS] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_in_the_section_of_its_command(name: str) -> None:
    section = SECTIONS[name]

    assert [each for each in options(command(name)) if each != "--help" and f"`{each}" not in section] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(name: str) -> None:
    assert any(shlex.split(line)[1] == name for line in EXAMPLES)


def test_every_option_of_the_program_itself_is_there() -> None:
    assert [each for each in options(SHELL) if f"`{each}" not in PAGE] == []


def test_every_option_that_is_there_exists() -> None:
    known = {each for name in COMMANDS for each in options(command(name))} | set(options(SHELL))

    assert set(re.findall(r"`(--[a-z]+)", PAGE)) <= known


def test_every_exit_code_is_there() -> None:
    assert [code for code in ExitCode if not re.search(rf"^\| {code.value} \|", PAGE, re.MULTILINE)] == []


def test_every_schema_is_there() -> None:
    assert [path.name for path in SCHEMAS.glob("*.json") if f"schemas/{path.name})" not in PAGE] == []


@pytest.mark.parametrize(
    "line",
    [
        each
        for each in EXAMPLES
        if not re.search(r" (import|export|record|withdraw|api-key|role|keys|tidy) ", each)
    ],
)
def test_every_example_that_reads_runs(line: str) -> None:
    arguments = shlex.split(re.sub(r" >.*", "", line))[1:]

    assert run(*arguments).exit_code == 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["possibilities", "match", "catalogue"])
def test_the_examples_in_the_help_run(name: str, language: str) -> None:
    for line in words_in(language)(f"example.{name}").split("\n"):
        assert run(*shlex.split(line)[1:], language=language).exit_code == 0
