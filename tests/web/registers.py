"""Registers that somebody hands in: an invented catalogue, as a data package in a zip file."""

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
