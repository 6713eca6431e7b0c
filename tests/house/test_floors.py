"""The floors hold, and the contract that guards them bites."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.checkout import ROOT, SOURCE, named, source_modules

FLOORS = ["entrances", "adapters", "services", "questions", "rules", "model"]
# Reading a clock, rolling dice, or touching the machine: not on floors 1 and 2.
IMPURE = {
    *("asyncio", "http", "io", "os", "pathlib", "random", "secrets", "shutil", "signal", "socket"),
    *("sqlite3", "subprocess", "tempfile", "threading", "time", "urllib"),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([command, "--no-cache"], cwd=folder, capture_output=True, text=True)


def test_the_contract_names_every_floor():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    floors = next(contract for contract in contracts if contract["type"] == "layers")

    assert floors["layers"] == FLOORS
    assert floors["exhaustive"] is True
    assert floors["exhaustive_ignores"] == ["data"]


def test_the_floors_hold():
    result = lint_imports(ROOT)

    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture
def bare_house(tmp_path: Path) -> Path:
    """The package without content: only its floors and their packages, under the same contract."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    package = tmp_path / "bouwsteen"
    for folder in [
        SOURCE,
        *(path.parent for floor in FLOORS for path in (SOURCE / floor).rglob("__init__.py")),
    ]:
        (package / folder.relative_to(SOURCE)).mkdir(parents=True, exist_ok=True)
        (package / folder.relative_to(SOURCE) / "__init__.py").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("module", "imported"),
    [
        pytest.param("model/breach", "bouwsteen.rules", id="model looks up at the law"),
        pytest.param("model/breach", "numpy", id="model uses more than the standard library"),
        pytest.param("questions/gap/breach", "bouwsteen.questions.matching", id="a question knows another"),
        pytest.param("questions/gap/breach", "bouwsteen.services", id="a question looks up at a use case"),
        pytest.param("adapters/files/breach", "bouwsteen.adapters.store", id="adapters meet"),
        pytest.param("adapters/exchange/breach", "django", id="django outside its place"),
        pytest.param("entrances/cli/breach", "bouwsteen.entrances.web", id="a door knows another"),
        pytest.param("entrances/words/breach", "bouwsteen.entrances.pages", id="words look up at pages"),
        pytest.param("breach", "bouwsteen.model", id="a module that stands on no floor"),
    ],
)
def test_a_breach_fails(bare_house: Path, module: str, imported: str):
    (bare_house / "bouwsteen" / f"{module}.py").write_text(f"import {imported}\n")

    result = lint_imports(bare_house)

    assert result.returncode == 1, result.stdout + result.stderr
    assert "1 broken" in result.stdout


def test_services_do_not_call_services(bare_house: Path):
    services = bare_house / "bouwsteen" / "services"
    for name in ("ports", "one", "two"):
        (services / f"{name}.py").touch()
    (services / "one.py").write_text("import bouwsteen.services.ports\n")
    assert lint_imports(bare_house).returncode == 0

    (services / "one.py").write_text("import bouwsteen.services.two\n")
    assert lint_imports(bare_house).returncode == 1


def test_model_and_rules_use_the_pure_standard_library_only():
    """The contract names packages one by one; this looks at every import."""
    allowed = sys.stdlib_module_names - IMPURE | {"bouwsteen"}
    strangers = [
        f"{named(path)}:{line} imports {name}"
        for path, module in source_modules()
        if path.relative_to(SOURCE).parts[0] in {"model", "rules"}
        for line, name in imports(module)
        if name.partition(".")[0] not in allowed
    ]

    assert strangers == []


def imports(module: ast.Module) -> list[tuple[int, str]]:
    """Line and name of everything a module imports."""
    nodes = list(ast.walk(module))
    return [
        *(
            (node.lineno, alias.name)
            for node in nodes
            if isinstance(node, ast.Import)
            for alias in node.names
        ),
        *((node.lineno, node.module or "") for node in nodes if isinstance(node, ast.ImportFrom)),
    ]
