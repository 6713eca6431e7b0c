"""Import and export: all or nothing, every mistake, and what was there stays whole."""

import json
from pathlib import Path

import pytest

from bouwsteen.entrances.cli.progressing import STEPS, progress_on_terminal
from bouwsteen.entrances.words import words_in
from bouwsteen.services.ports import Progress
from tests.cli.house import EMBEDDED, InventedHouse, answered, run
from tests.invented import catalogue


@pytest.fixture
def house() -> InventedHouse:
    return InventedHouse(catalogue())


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The embedded catalogue as a data package."""
    assert run("export", "datapackage", str(tmp_path / "pakket")).exit_code == 0
    return tmp_path / "pakket"


def test_what_is_imported_is_there_afterwards(house: InventedHouse, package: Path) -> None:
    assert run("show", "25706", house=house).exit_code == 4

    result = run("import", "datapackage", str(package), house=house)

    assert result.exit_code == 0
    assert "Ingelezen onder nummer 1" in result.stdout
    assert result.stderr == ""
    assert run("show", "25706", house=house).exit_code == 0
    assert answered("catalogue", house=house)["number"] == 1


def test_importing_twice_changes_nothing(house: InventedHouse, package: Path) -> None:
    run("import", "datapackage", str(package), house=house)
    again = run("import", "datapackage", str(package / "datapackage.json"), house=house)

    assert again.stdout == "Alles was al bekend. Er is niets veranderd.\n"
    assert answered("catalogue", house=house)["number"] == 1


def test_a_broken_file_gives_every_mistake_and_changes_nothing(house: InventedHouse, package: Path) -> None:
    table = package / "domains.csv"
    table.write_text(table.read_text("utf-8") + "79999\nx,y,z,a,b,c,d\n", "utf-8")

    result = run("import", "datapackage", str(package), house=house)

    assert result.exit_code == 3
    assert result.stderr.count("domains.csv:") == 2
    assert "Geweigerd; er is niets veranderd." in result.stderr
    assert answered("catalogue", house=house)["number"] == 0


def test_every_file_that_is_not_there_is_named(house: InventedHouse, tmp_path: Path) -> None:
    result = run("import", "rio", str(tmp_path / "a.json"), str(tmp_path / "b.json"), house=house)

    assert result.exit_code == 3
    assert result.stderr.count("dit bestand bestaat niet") == 2


def test_a_file_that_ends_halfway_is_told_with_its_place(house: InventedHouse, tmp_path: Path) -> None:
    path = tmp_path / "half.json"
    path.write_text('{"a": [1,', "utf-8")

    assert f"{path}:1:$: " in run("import", "rio", str(path), house=house).stderr
    problem = json.loads(run("import", "rio", str(path), "--json", house=house).stderr)
    assert problem["mistakes"][0]["file"] == str(path)


def test_what_is_not_known_is_listed_and_the_rest_is_read(house: InventedHouse, tmp_path: Path) -> None:
    path = tmp_path / "vreemd.json"
    path.write_text('[{"type": "ONBEKEND_DING", "id": "1"}]', "utf-8")

    result = run("import", "rio", str(path), house=house)

    assert result.exit_code in (0, 3)
    assert str(path) in result.stdout + result.stderr


def test_an_export_can_be_read_back(house: InventedHouse, tmp_path: Path) -> None:
    run("export", "datapackage", str(tmp_path / "uit"), house=EMBEDDED)
    run("import", "datapackage", str(tmp_path / "uit"), house=house)
    again = answered("show", "25706", house=house)

    assert again["parts"] == answered("show", "25706")["parts"]


def test_an_export_never_replaces_a_folder_with_something_else_in_it(
    house: InventedHouse, tmp_path: Path
) -> None:
    precious = tmp_path / "brief.txt"
    precious.write_text("lief")

    result = run("export", "datapackage", str(tmp_path), house=house)

    assert result.exit_code == 3
    assert precious.read_text() == "lief"


def test_an_export_replaces_an_older_export(house: InventedHouse, package: Path) -> None:
    assert run("export", "datapackage", str(package), house=house).exit_code == 0
    assert "95001" in (package / "qualifications.csv").read_text("utf-8")


@pytest.mark.parametrize("kind", ["datapackage", "sbb-xml"])
def test_a_file_where_a_folder_should_be_is_a_clear_error(
    kind: str, house: InventedHouse, tmp_path: Path
) -> None:
    (tmp_path / "bestand").write_text("x")

    result = run("export", kind, str(tmp_path / "bestand" / "uit"), house=house)

    assert result.exit_code == 3
    assert words_in("nl")("storage.not-a-folder") in result.stderr


def test_an_export_that_fails_leaves_the_older_file(house: InventedHouse, tmp_path: Path) -> None:
    class Failing:
        def write(self, editions: object, out: object) -> None:
            raise OSError(28, "No space left on device")

    house.writer = lambda: Failing()  # type: ignore[method-assign]
    path = tmp_path / "register.xml"
    path.write_text("oud")

    result = run("export", "sbb-xml", str(path), house=house)

    assert result.exit_code == 3
    assert words_in("nl")("storage.full") in result.stderr
    assert path.read_text() == "oud"
    assert [each.name for each in tmp_path.iterdir()] == ["register.xml"]


def test_without_a_terminal_there_is_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_on_terminal(words_in("nl")) as telling:
        telling.read(Progress(done=1, total=2))
        telling.step("names")

    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_on_a_terminal_the_bytes_come_first_and_then_each_step_by_its_name(
    language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    say = words_in(language)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("FORCE_COLOR", "1")

    with progress_on_terminal(say) as telling:
        telling.read(Progress(done=1_000_000, total=2_000_000))
        telling.read(Progress(done=2_000_000, total=2_000_000))
        for each in STEPS:
            telling.step(each)
    shown = capsys.readouterr().err

    assert [each for each in STEPS if say(f"import.step-{each}") not in shown] == []
    assert [f"{number}/{len(STEPS)}" in shown for number in range(1, len(STEPS) + 1)] == [True] * len(STEPS)
