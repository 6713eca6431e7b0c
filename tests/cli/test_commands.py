"""The other commands: match, show, catalogue, completion, help and version."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.shell_completion import BashComplete

from bouwsteen import __version__
from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.entrances.cli.main import COMMANDS, Shell, language
from bouwsteen.entrances.words import LANGUAGES, words_in
from tests.cli.house import EMBEDDED, InventedHouse, answered, run


def test_match_gives_what_it_found_with_the_words_that_carried_it() -> None:
    answer = answered("match", "contact met klanten", "--limit", "2")
    best = answer["work_processes"][0]

    assert best["title"] == "Onderhoudt contact met klanten"
    assert set(best["why"]) == {"contact", "klanten"}
    assert len({each["title"] for each in answer["work_processes"]}) == 2
    assert best["key"] in run("match", "contact met klanten").stdout


def test_match_says_so_when_nothing_fits() -> None:
    result = run("match", "xqzwv")

    assert result.exit_code == 0
    assert "hier past geen werkproces bij" in result.stdout


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("25706", "qualification"),
        ("25706/2021/P2-K1", "core-task"),
        ("25706/2021/P2-K1-W1", "work-process"),
        ("K0059", "module"),
        ("79080", "domain"),
        ("23087", "file"),
        ("BC-004", "certificate"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_show_knows_every_kind_of_thing(code: str, kind: str, language: str) -> None:
    answer = answered("show", code)
    page = run("show", code, language=language)

    assert answer["kind"] == kind
    assert answer["sources"]
    assert page.exit_code == 0
    assert words_in(language)(f"kind.{kind}") in page.stdout
    assert max(map(len, page.stdout.splitlines())) <= 80


def test_show_gives_the_work_processes_under_their_core_task() -> None:
    parts = answered("show", "25706")["parts"]

    assert [(each["code"], len(each["parts"])) for each in parts] == [("B1-K1", 4), ("P2-K1", 2)]


def test_show_gives_a_work_process_of_which_no_source_names_the_core_task() -> None:
    answer = answered("show", "25633")

    assert answer["complete"] is False
    assert [(each["code"], each["kind"]) for each in answer["parts"]] == [
        ("B1-K1-W6", "work-process"),
        ("B1-K1-W7", "work-process"),
        ("B1-K2-W1", "work-process"),
    ]


def test_show_marks_what_is_not_fully_known() -> None:
    assert "Niet volledig bekend" in run("show", "27039").stdout


@pytest.mark.parametrize(
    ("code", "language", "said"),
    [
        ("25698", "nl", "P3-K2-W2: of de bron dit goed schrijft, is twijfelachtig"),
        ("25604", "nl", "niveau: hier hoort “4” (waarschijnlijk)"),
        ("25250", "nl", "sector: “79150” klopt niet"),
        ("25642", "nl", "de onderdelen staan niet goed in een bron"),
        ("25642", "en", "the parts do not stand right in a source"),
        ("25604", "en", "level: this should be “4” (likely)"),
    ],
)
def test_show_says_what_is_wrong_in_a_source_as_far_as_is_known(code: str, language: str, said: str) -> None:
    page = " ".join(run("show", code, language=language).stdout.split())

    assert said in page
    assert "“”" not in page
    assert "=false" not in page


def test_catalogue_counts_and_names_every_source_when_asked() -> None:
    answer = answered("catalogue", "--all")

    assert answer["tables"]["domains"]["things"] == len(EMBEDDED.catalogue.records.domains)
    assert len(answer["listed_sources"]) == len(EMBEDDED.catalogue.records.sources)
    assert answered("catalogue")["listed_sources"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_tells_how_sure_and_how_complete(language: str) -> None:
    say = words_in(language)
    page = run("catalogue", language=language).stdout

    assert say("catalogue.completeness").upper() in page
    assert say("column.ocr") in page
    assert len(run("catalogue", "--all", language=language).stdout) > 5 * len(page)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_speaks_the_language_and_gives_an_example(name: str, language: str) -> None:
    say = words_in(language)
    page = run(name, "--help", language=language).stdout

    assert page.startswith(say("help.usage"))
    assert say(f"example.{name}").split("\n")[0] in page
    assert "--help" in page


def test_without_a_command_the_help_appears() -> None:
    assert run().stdout == run("--help").stdout
    assert run("--help").exit_code == 0


def test_version() -> None:
    assert run("--version").stdout == f"bouwsteen {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        pytest.param([], {}, "nl", id="nothing said"),
        pytest.param([], {"LANG": "en_GB.UTF-8"}, "en", id="system in English"),
        pytest.param([], {"LC_ALL": "nl_NL.UTF-8", "LANG": "en_GB"}, "nl", id="LC_ALL goes before LANG"),
        pytest.param([], {"LANG": "fr_FR.UTF-8"}, "nl", id="another language"),
        pytest.param(["--lang", "en", "match"], {}, "en", id="option before the command"),
        pytest.param(["match", "x", "--lang=nl"], {"LANG": "en_US"}, "nl", id="option after the command"),
        pytest.param(["match", "--", "--lang=en"], {}, "nl", id="text, not an option"),
    ],
)
def test_the_language_is_said_or_follows_the_system(
    arguments: list[str], environment: dict[str, str], expected: str
) -> None:
    assert language(arguments, environment) == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str) -> None:
    result = run("completion", shell)

    assert result.exit_code == 0
    assert f"_BOUWSTEEN_COMPLETE={shell}_complete" in result.stdout


def test_the_bash_script_is_bash() -> None:
    script = run("completion", "bash").stdout

    assert subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True).stderr == ""


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["ca"], ["catalogue"]),
        (["show", "2570"], ["25705", "25706"]),
        (["possibilities", "kassa", "--ach"], ["--achieved"]),
    ],
    ids=" ".join,
)
def test_a_real_bash_completes(typed: list[str], expected: list[str], tmp_path: Path) -> None:
    program = tmp_path / "bouwsteen"
    start = "from bouwsteen.entrances.cli.main import main; main()"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{start}" "$@"\n')
    program.chmod(0o755)
    script = f"""{run("completion", "bash").stdout}
        COMP_WORDS=(bouwsteen "$@"); COMP_CWORD=$#
        _bouwsteen_completion bouwsteen "${{COMP_WORDS[$COMP_CWORD]}}"
        echo "${{COMPREPLY[*]}}"
    """
    places = {"XDG_DATA_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    places |= {"PATH": f"{tmp_path}:{os.environ['PATH']}", "PYTHONPATH": ":".join(filter(None, sys.path))}
    said = subprocess.run(
        ["bash", "-c", script, "bash", *typed], capture_output=True, text=True, env={**os.environ, **places}
    )

    assert said.stdout.split() == expected, said.stderr


@pytest.mark.parametrize(
    ("words", "incomplete", "expected"),
    [
        pytest.param([], "cat", {"catalogue"}, id="a command"),
        pytest.param(["show"], "2570", {"25705", "25706"}, id="a code"),
        pytest.param(
            ["possibilities", "--achieved"], "2564", {"25641", "25642", "25647", "25649"}, id="a crebo"
        ),
        pytest.param(["import"], "r", {"rio"}, id="a kind of register"),
        pytest.param(["possibilities", "--first"], "s", {"shortest"}, id="a word of an option"),
    ],
)
def test_a_shell_can_complete(words: list[str], incomplete: str, expected: set[str]) -> None:
    shell = Shell(words_in("nl"), EMBEDDED)
    found = BashComplete(shell, {}, "bouwsteen", "_BOUWSTEEN_COMPLETE").get_completions(words, incomplete)

    assert expected <= {each.value for each in found}
    assert all(each.value.startswith(incomplete) for each in found)


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["match", "caring for elderly people"], id="match"),
        pytest.param(["possibilities", "caring for elderly people"], id="possibilities"),
        pytest.param(["possibilities", "--job", "firefighter"], id="a job"),
    ],
)
def test_in_english_it_says_plainly_that_titles_and_names_are_in_dutch(command: list[str]) -> None:
    page = " ".join(run(*command, language="en").stdout.split())

    assert "are in Dutch, and we do not translate" in page
    assert "in Dutch what you do" in page


def test_today_is_the_day_where_the_schools_are() -> None:
    class Late:
        def now(self) -> datetime:
            return datetime(2026, 7, 31, 22, 30, tzinfo=UTC)

    house = InventedHouse(embedded_catalogue())
    house.clock = Late  # type: ignore[method-assign, assignment]

    assert json.loads(run("catalogue", "--json", house=house).stdout)["on"] == "2026-08-01"
