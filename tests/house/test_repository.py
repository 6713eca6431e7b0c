"""What holds for every file of the project."""

import re
import tomllib

import pytest

from bouwsteen.entrances.installation import SITE
from tests.house.checkout import ROOT, SOURCE, functions, named, project_files, source_modules

# Joined here, so that this file does not hold what it looks for.
REGISTRIES = (
    ".".join(("pypi", "org")),
    ".".join(("files", "pythonhosted", "org")),
    ".".join(("registry", "npmjs", "org")),
)
WORKPLACE = re.compile(r"(?<![\w.)}-])/" + "work" + r"(?![\w.-])")

EMPTY_NAMES = {"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
MODULE_LINES = 400
FUNCTION_LINES = 60


def test_no_file_names_a_registry():
    """Where packages come from is the choice of whoever installs them."""
    found = [
        f"{named(path)}: {host}"
        for path in project_files()
        for host in REGISTRIES
        if host.encode() in path.read_bytes()
    ]

    assert found == []


def test_no_file_names_the_folder_of_one_machine():
    found = [
        f"{named(path)}: {hit.group()}"
        for path in project_files()
        if (hit := WORKPLACE.search(path.read_text("utf-8", errors="ignore")))
    ]

    assert found == []


def test_every_module_is_named_after_what_it_holds():
    found = [
        named(path)
        for path in project_files()
        if path.suffix == ".py" and EMPTY_NAMES & {path.stem, path.parent.name}
    ]

    assert found == []


def test_no_module_is_longer_than_a_reader_holds():
    long = {
        named(path): count
        for path, _ in source_modules()
        if (count := len(path.read_text("utf-8").splitlines())) > MODULE_LINES
    }

    assert long == {}


def test_no_function_is_longer_than_a_screen():
    long = {
        f"{named(path)}:{function.lineno} {function.name}": count
        for path, module in source_modules()
        for function in functions(module)
        if (count := (function.end_lineno or function.lineno) - function.lineno + 1) > FUNCTION_LINES
    }

    assert long == {}


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_a_lock_file_pins_and_hashes_every_requirement(name):
    text = (ROOT / "requirements" / name).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]

    assert lines
    assert [line for line in lines if not re.match(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)] == []
    assert "--index-url" not in text
    assert "://" not in text


def test_the_developers_lock_holds_the_users_lock():
    run, dev = (
        dict(
            re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "requirements" / name).read_text("utf-8"), re.MULTILINE)
        )
        for name in ("run.txt", "dev.txt")
    )

    assert run.items() <= dev.items()


def test_every_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    locked = set(
        re.findall(r"^([\w.-]+)==", (ROOT / "requirements" / "dev.txt").read_text("utf-8"), re.MULTILINE)
    )
    wanted = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
        *project["dependency-groups"]["build"],
    ]

    assert [each for each in wanted if re.match(r"[\w.-]+", each).group().lower() not in locked] == []


def test_the_doctor_looks_for_every_package_of_the_site():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["optional-dependencies"]["site"]

    assert list(SITE) == [re.match(r"[\w.-]+", each).group() for each in wanted]


def test_the_package_says_that_it_is_typed():
    assert (SOURCE / "py.typed").is_file()
