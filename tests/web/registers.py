"""Registers that somebody hands in: an invented catalogue, as a data package in a zip file."""

import csv
import io
import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bouwsteen.adapters.files.datapackage import write_package
from tests.invented import catalogue


def package(title: str) -> bytes:
    """Every qualification has `title` before its name."""
    records = catalogue().records
    renamed = tuple(replace(each, name=f"{title} {each.name}") for each in records.qualifications)
    made = io.BytesIO()
    with TemporaryDirectory() as folder, zipfile.ZipFile(made, "w") as archive:
        place = Path(folder) / "pakket"
        write_package(replace(records, qualifications=renamed), place)
        for path in sorted(place.iterdir()):
            archive.write(path, path.name)
    return made.getvalue()


def mistaken() -> bytes:
    """With a cell too many, a day that is none, and a confidence that is none."""
    right, made = io.BytesIO(package("Fout")), io.BytesIO()
    with zipfile.ZipFile(right) as before, zipfile.ZipFile(made, "w") as after:
        for name in before.namelist():
            content = before.read(name).decode("utf-8")
            after.writestr(name, _MISTAKES[name](content) if name in _MISTAKES else content)
    return made.getvalue()


def _changed(content: str, line: int, column: str, value: str) -> str:
    """With another value in a cell; in no column it is a cell more."""
    rows = list(csv.reader(io.StringIO(content)))
    if column:
        rows[line - 1][rows[0].index(column)] = value
    else:
        rows[line - 1].append(value)
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


_MISTAKES = {
    "qualifications.csv": lambda content: _changed(
        _changed(content, 2, "", "te veel"), 3, "valid_from", "1 augustus"
    ),
    "work_processes.csv": lambda content: _changed(content, 2, "confidence", "gehoord"),
}
