"""The curated table of purposes that the package ships: what modules are for, and which teach a language."""

import csv
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from bouwsteen.questions.choice.options import Purpose
from bouwsteen.questions.choice.purposes import LanguageModule, ModulePurpose, PurposeTable


def purpose_folder() -> Path:
    """Where the tables lie."""
    return Path(str(files("bouwsteen") / "data" / "purposes"))


def shipped_purposes() -> PurposeTable:
    """The tables as values; a test keeps them right, for they ship with the package."""
    return PurposeTable(
        purposes=tuple(
            ModulePurpose(
                module=row["module"],
                purpose=Purpose(row["purpose"]),
                towards=row["towards"],
                because=row["because"],
                source=row["source"],
            )
            for row in _rows("modules.csv")
        ),
        languages={row["module"]: LanguageModule(**row) for row in _rows("languages.csv")},
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (purpose_folder() / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
