"""Cold starts: whole processes, on top of what starting Python itself takes."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.exchange.sbb_xml.invented import invented_export

ROUNDS = 7
COMMAND = [sys.executable, "-c", "from bouwsteen.entrances.cli.main import main; main()"]
HELP = [*COMMAND, "--help"]
SHOW = [*COMMAND, "show", "25706"]
POSSIBILITIES = [*COMMAND, "possibilities", "inkoop- en voorraadbeleid voeren", "contact met klanten"]
GOALS = {"--help": (HELP, 0.4), "show": (SHOW, 0.4), "possibilities": (POSSIBILITIES, 1.2)}
NATIONAL_DOSSIERS = 400


@pytest.mark.bench
@pytest.mark.parametrize("imported", [False, True], ids=["embedded", "after an import"])
def test_cold_starts(imported: bool, tmp_path: Path, benchmark: object) -> None:
    """Reports the seconds beside the goals; a machine's own speed is not asserted.

    The import is a register of national size, and it leaves snapshot and index behind: nothing is asked first.
    """
    places = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    environment = {**os.environ, **places}
    if imported:
        path = invented_export(tmp_path / "export.xml", dossiers=NATIONAL_DOSSIERS)
        taken(["import", "sbb-xml", str(path)], environment)
        first = seconds(POSSIBILITIES, environment)
    else:
        first = seconds(POSSIBILITIES, environment)  # makes the index
    bare = min(seconds([sys.executable, "-c", "pass"], environment) for _ in range(ROUNDS))
    found = {
        name: min(seconds(command, environment) for _ in range(ROUNDS)) - bare
        for name, (command, _) in GOALS.items()
    }

    words = [f"{name} {found[name]:.2f} s (goal {goal} s)" for name, (_, goal) in GOALS.items()]
    print(
        f"\ncold start, {'after an import' if imported else 'embedded'}, on top of {bare:.2f} s: {'; '.join(words)}"
    )
    print(f"the first possibilities of all: {first - bare:.2f} s")
    benchmark.extra_info.update({name: round(each, 3) for name, each in found.items()})
    benchmark.pedantic(lambda: seconds(SHOW, environment), rounds=1)


def taken(arguments: list[str], environment: dict[str, str]) -> None:
    subprocess.run([*COMMAND, *arguments], env=environment, check=True, capture_output=True)


def seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start
