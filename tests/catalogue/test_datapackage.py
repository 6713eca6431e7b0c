"""The data package: round trips, and everything that can be wrong with it, all at once."""

import csv
import json
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.adapters.files.datapackage import package_files, read_files, read_package, write_package
from bouwsteen.model.codes import PartKey
from bouwsteen.model.records import Certificate, Records
from bouwsteen.model.sources import Confidence
from bouwsteen.services.ports import RefusedFile
from tests.invented import SOURCE, STRUCTURE, structures


def mistakes(folder: Path) -> set[tuple[str, str]]:
    with pytest.raises(RefusedFile) as raised:
        read_package(folder)
    return {(each.file, each.slug) for each in raised.value.mistakes}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    write_package(STRUCTURE, tmp_path / "package")
    return tmp_path / "package"


def test_what_is_written_is_read_back(package: Path) -> None:
    assert read_package(package) == STRUCTURE


def test_writing_again_replaces_the_package_and_leaves_nothing_beside_it(package: Path) -> None:
    write_package(Records(sources=(SOURCE,)), package)

    assert read_package(package) == Records(sources=(SOURCE,))
    assert [each.name for each in package.parent.iterdir()] == ["package"]


def through_files(records: Records) -> Records:
    return read_files(dict(package_files(records, title="")).__getitem__)


@given(structures())
def test_any_structure_survives(records: Records) -> None:
    assert through_files(records) == records


@given(st.text(), st.lists(st.text(min_size=1), min_size=1).map(tuple))
def test_any_text_survives(covers: str, names: tuple[str, ...]) -> None:
    """Also a text that looks like a formula, and one that holds the sign between values."""
    certificate = Certificate(
        code="c",
        name="n",
        covers=covers,
        may_concern=(PartKey("90001", "2023", "B1-K1"),),
        sources=("invented",),
        confidence=Confidence.SINGLE,
    )
    records = Records(sources=(SOURCE,), certificates=(certificate,))

    assert through_files(records) == records


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
def test_no_cell_starts_a_formula(text: str) -> None:
    certificate = Certificate(code="c", name=text, sources=("invented",), confidence=Confidence.SINGLE)
    written = dict(package_files(Records(certificates=(certificate,)), title=""))["certificates.csv"].decode()

    assert f"'{text}" in written


@pytest.mark.parametrize(
    "path", ["../certificates.csv", "/etc/passwd", "https://example.org/x.csv", "a/../../x.csv", "..\\x.csv"]
)
def test_a_path_that_leaves_the_package_is_refused(package: Path, path: str) -> None:
    described = json.loads((package / "datapackage.json").read_text())
    described["resources"][1]["path"] = path
    (package / "datapackage.json").write_text(json.dumps(described))

    assert mistakes(package) == {("datapackage.json", "unsafe-path")}


def test_a_link_that_leaves_the_package_is_refused(package: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.csv").write_bytes((package / "domains.csv").read_bytes())
    (package / "domains.csv").unlink()
    (package / "domains.csv").symlink_to(tmp_path / "outside.csv")

    assert mistakes(package) == {("domains.csv", "unsafe-path")}


def test_all_mistakes_are_named_at_once(package: Path) -> None:
    qualifications = (package / "qualifications.csv").read_text().splitlines()
    broken = qualifications[1].replace("2023-08-01", "1 augustus", 1).replace("4800", "veel", 1)
    (package / "qualifications.csv").write_text(
        "\n".join([qualifications[0], broken, "te,kort", *qualifications[2:]])
    )
    (package / "modules.csv").write_text("iets,anders\n")
    (package / "offers.csv").unlink()
    (package / "sources.csv").write_text((package / "sources.csv").read_text().splitlines()[0] + "\n")

    with pytest.raises(RefusedFile) as raised:
        read_package(package)
    found = {(each.file, each.line, each.slug, each.path) for each in raised.value.mistakes}
    assert ("qualifications.csv", 2, "unreadable-cell", "valid_from") in found
    assert ("qualifications.csv", 2, "unreadable-cell", "study_load_hours") in found
    assert ("qualifications.csv", 3, "wrong-width", "") in found
    assert ("modules.csv", 1, "wrong-header", "") in found
    assert ("offers.csv", None, "missing-file", "") in found
    assert any(slug == "unknown-source" for _, _, slug, _ in found)


def without(package: Path, table: str, *names: str) -> None:
    """The table as it was before it had these columns."""
    path = package / f"{table}.csv"
    header, *rows = csv.reader(path.read_text("utf-8").splitlines())
    kept = [place for place, name in enumerate(header) if name not in names]
    assert len(kept) == len(header) - len(names)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([row[place] for place in kept] for row in (header, *rows))


def test_a_package_from_before_a_column_is_read_with_what_is_usual(package: Path) -> None:
    without(package, "core_tasks", "note", "register_number")

    found = read_package(package)
    assert all((each.note, each.register_number) == ("", None) for each in found.core_tasks)
    assert len(found.core_tasks) == len(STRUCTURE.core_tasks)


@pytest.mark.parametrize("names", [("title",), ("sources",), ("confidence",)], ids=" ".join)
def test_a_column_that_must_be_said_is_missed(package: Path, names: tuple[str, ...]) -> None:
    without(package, "core_tasks", *names)

    assert ("core_tasks.csv", "wrong-header") in mistakes(package)


@pytest.mark.parametrize("table", ["core_tasks", "work_processes"])
def test_two_titles_in_one_cell_are_refused_and_not_read_as_one(package: Path, table: str) -> None:
    """A part has a code of its own: which of two titles is the one of this code nobody here can tell."""
    path = package / f"{table}.csv"
    header, first, *rows = csv.reader(path.read_text("utf-8").splitlines())
    first[header.index("title")] = "Verkoopt bloemen\nBindt boeketten"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, first, *rows])

    with pytest.raises(RefusedFile) as raised:
        read_package(package)
    (mistake,) = raised.value.mistakes
    assert (mistake.file, mistake.line, mistake.path, mistake.slug) == (path.name, 3, "title", "two-titles")
    assert mistake.given == "Verkoopt bloemen\nBindt boeketten"


def test_a_statement_that_stands_twice_is_named(package: Path) -> None:
    lines = (package / "core_tasks.csv").read_text().splitlines()
    (package / "core_tasks.csv").write_text("\n".join([*lines, lines[1]]) + "\n")

    assert mistakes(package) == {("core_tasks.csv", "stands-twice")}


@pytest.mark.parametrize("content", ["", "{}", "[]", "{", '{"resources": 3}', '{"resources": [{}]}'])
def test_a_folder_that_is_no_package_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "datapackage.json").write_text(content)

    assert mistakes(tmp_path) == {("datapackage.json", "no-data-package")}


def test_a_folder_without_a_description_is_refused(tmp_path: Path) -> None:
    assert mistakes(tmp_path) == {("datapackage.json", "missing-file")}


def zipped(package: Path, at: Path, prefix: str = "") -> Path:
    with ZipFile(at, "w", ZIP_DEFLATED) as made:
        for path in package.iterdir():
            made.write(path, f"{prefix}{path.name}")
    return at


@pytest.mark.parametrize("prefix", ["", "package/"])
def test_a_zip_file_is_read_like_a_folder(package: Path, tmp_path: Path, prefix: str) -> None:
    assert read_package(zipped(package, tmp_path / "package.zip", prefix)) == STRUCTURE


def test_a_zip_bomb_is_refused_while_unpacking(package: Path, tmp_path: Path) -> None:
    (package / "modules.csv").write_bytes(b"a" * 50_000_000)

    assert ("modules.csv", "too-large") in mistakes(zipped(package, tmp_path / "bomb.zip"))


def test_a_zip_file_with_a_path_that_leaves_it_is_refused(package: Path, tmp_path: Path) -> None:
    assert mistakes(zipped(package, tmp_path / "out.zip", "../")) == {("datapackage.json", "unsafe-path")}


def test_a_zip_file_of_very_many_files_is_refused(package: Path, tmp_path: Path) -> None:
    path = zipped(package, tmp_path / "many.zip")
    with ZipFile(path, "a") as made:
        for number in range(101):
            made.writestr(f"{number}.csv", "")

    assert mistakes(path) == {("datapackage.json", "too-many-files")}


def test_a_truncated_zip_file_is_refused(package: Path, tmp_path: Path) -> None:
    path = zipped(package, tmp_path / "short.zip")
    path.write_bytes(path.read_bytes()[:1000])

    assert mistakes(path) == {("datapackage.json", "not-zip")}
