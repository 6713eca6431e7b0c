"""The real program, as a process: pipes, speed of imports, what is never loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.house import SANDRA

HEAVY = {"numpy", "msgspec", "rich", "django", "lxml", "psycopg", "ortools", "bouwsteen.services.prepared"}
START = [sys.executable, "-c", "from bouwsteen.entrances.cli.main import main; main()"]
LOADED = """
import sys
from bouwsteen.entrances.cli.main import main
try:
    main()
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("home")
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "BOUWSTEEN"))
    }
    return {
        **kept,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "PYTHONUTF8": "1",
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }


def process(
    *arguments: str, environment: dict[str, str], start: list[str] = START
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*start, *arguments], capture_output=True, text=True, env=environment, timeout=60, encoding="utf-8"
    )


def loaded(*arguments: str, environment: dict[str, str]) -> set[str]:
    result = process(*arguments, environment=environment, start=[sys.executable, "-c", LOADED])
    return set(result.stderr.split())


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["possibilities", "--help"], ["import", "--help"]]
)
def test_help_loads_nothing_heavy(arguments: list[str], environment: dict[str, str]) -> None:
    found = loaded(*arguments, environment=environment)

    assert "click" in found
    assert found & HEAVY == set()


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        pytest.param(["show", "25706"], {"msgspec"}, id="show"),
        pytest.param(["catalogue"], {"msgspec"}, id="catalogue"),
        pytest.param(["match", "kassa"], {"msgspec", "numpy"}, id="match"),
        pytest.param(["possibilities", "kassa"], {"msgspec", "numpy"}, id="possibilities"),
        pytest.param(["possibilities", "kassa", "--json"], {"msgspec", "numpy"}, id="possibilities as JSON"),
        pytest.param(["person", "new"], {"msgspec"}, id="person"),
        pytest.param(["switch", "25698", "25696"], {"msgspec", "numpy"}, id="switch"),
        pytest.param(["compare", "25485/2015", "25485/2015"], {"msgspec", "numpy"}, id="compare"),
    ],
)
def test_reading_loads_only_what_it_needs(
    arguments: list[str], needed: set[str], environment: dict[str, str]
) -> None:
    found = loaded(*arguments, environment=environment)

    assert (found & HEAVY) - {"bouwsteen.services.prepared"} <= needed


def test_reading_still_needs_no_django_after_an_import(environment: dict[str, str], tmp_path: Path) -> None:
    data = {**environment, "XDG_DATA_HOME": str(tmp_path)}
    process("export", "datapackage", str(tmp_path / "uit"), environment=data)
    imported = process("import", "datapackage", str(tmp_path / "uit"), environment=data)

    assert imported.returncode == 0, imported.stderr
    assert "django" not in loaded("show", "25706", environment=data)
    assert json.loads(process("catalogue", "--json", environment=data).stdout)["number"] == 1


def test_in_a_pipe_the_answer_is_plain_and_fits_eighty_columns(environment: dict[str, str]) -> None:
    result = process("possibilities", *SANDRA, environment=environment)

    assert result.returncode == 0, result.stderr
    assert not set(result.stdout) & set("\x1b│─┌└┃━")
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert result.stderr == ""


def test_whoever_stops_reading_gets_no_complaint(environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [*START, "possibilities", *SANDRA, "--all", "--limit", "99"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        complaint = running.stderr.read()

    assert complaint == b""
    assert running.returncode == 141


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["show", "25706"], ["match", "kassa", "--json"], ["export", "sbb-xml"]],
    ids=" ".join,
)
def test_an_output_that_is_full_is_a_clear_error(arguments: list[str], environment: dict[str, str]) -> None:
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [*START, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, env=environment
        )

    assert result.returncode == 6
    assert "Het antwoord is niet te schrijven" in result.stderr
    assert "Exception" not in result.stderr


@pytest.mark.parametrize(
    ("closed", "arguments", "code"),
    [
        pytest.param(1, ["show", "25706"], 0, id="output"),
        pytest.param(2, ["show", "0"], 4, id="errors"),
        pytest.param(0, ["possibilities", "kassa"], 0, id="input"),
    ],
)
def test_what_is_closed_stays_quiet(
    closed: int, arguments: list[str], code: int, environment: dict[str, str]
) -> None:
    command = ["sh", "-c", f'exec "$@" {closed}>&-', "sh", *START, *arguments]
    result = subprocess.run(command, capture_output=True, text=True, env=environment)

    assert (result.returncode, "Traceback" in result.stderr) == (code, False), result.stderr


def test_a_terminal_without_the_signs_gets_question_marks(environment: dict[str, str]) -> None:
    narrow = {**environment, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "PYTHONCOERCECLOCALE": "0"}
    result = process("possibilities", *SANDRA, environment=narrow)

    assert result.returncode == 0, result.stderr
    assert "?inkoop- en voorraadbeleid voeren?" in result.stdout


def test_the_language_follows_the_system(environment: dict[str, str]) -> None:
    english = process("show", "0", environment={**environment, "LANG": "en_US.UTF-8"})

    assert english.returncode == 4
    assert english.stderr.startswith("We do not know this code")


def test_a_file_where_the_data_folder_should_be_is_a_clear_error(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("")
    (tmp_path / "a.json").write_text("[]")
    broken = {**environment, "XDG_DATA_HOME": str(tmp_path / "data")}
    result = process("import", "rio", str(tmp_path / "a.json"), environment=broken)

    assert result.returncode == 3
    assert "Er staat een bestand waar een map moet zijn" in result.stderr


def test_an_address_that_is_none_is_told_without_its_password(environment: dict[str, str]) -> None:
    wrong = {**environment, "BOUWSTEEN_DATABASE_URL": "mysql://anna:geheim@db/x"}
    result = process("show", "25706", environment=wrong)

    assert result.returncode == 3
    assert "mysql://anna:***@db/x" in result.stderr
    assert "geheim" not in result.stderr
