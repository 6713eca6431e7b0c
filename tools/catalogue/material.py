"""Where the material stands, and how its tables are read."""

import csv
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bouwsteen.model.period import Validity

CHECKOUT = Path(__file__).parents[2]


def material() -> Path | None:
    """The folder of the material, or None where there is none."""
    folder = Path(os.environ.get("BOUWSTEEN_MATERIAL", CHECKOUT.parent / "shared"))
    return folder if (folder / "data" / "README.md").is_file() else None


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as table:
        yield from csv.DictReader(table)


def clean(text: str | None) -> str:
    """`text` with single spaces."""
    return " ".join((text or "").split())


def study_year_of(document: str) -> int:
    """The study year that the name of a school's document carries: …__25119_BBL_2025__…"""
    found = re.search(r"(?<![0-9])20[0-9]{2}(?![0-9])", document)
    if found is None:
        raise ValueError(f"no study year in {document!r}")
    return int(found[0])


SCHOOL_NAMES = {
    "utrecht": "MBO Utrecht",
    "rijn_ijssel": "Rijn IJssel",
    "talland": "Talland College",
    "aeres": "Aeres",
    "curio": "Curio",
}
"""What the material calls a school → what it calls itself."""


def school_of(document: str) -> str:
    """The school that the name of a document starts with: talland_oeren__… → talland."""
    return document.partition("_oer")[0]


def since(year: int) -> Validity:
    """Holds since 1 August of `year` at latest; the end is unknown."""
    return Validity(start=date(year, 8, 1), start_at_latest=True)


IN_2015 = Validity(start=date(2015, 8, 1))
"""The regulation's table is headed "geldig vanaf 01-08-2015"."""
