"""Everyday words and what the structure calls them: the list of the package, and a person's own beside it.

    means,said,reason,source
    Knipt het haar,haren knippen; kapster,the structure says what people shorten,own

Both columns may hold several texts, with a semicolon between them: each of `said` means each of `means`. In a
person's own list (`everyday.csv` in the data folder) only `means` and `said` must be there.
"""

import csv
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from bouwsteen.questions.matching.sayings import Saying
from bouwsteen.services.ports import Mistake, RefusedFile, StorageFault

NAME = "everyday.csv"
COLUMNS = ("means", "said")


def shipped_sayings() -> tuple[Saying, ...]:
    """The sayings of the package."""
    text = (files("bouwsteen") / "data" / "words" / NAME).read_text("utf-8")
    return tuple(_sayings(text.splitlines(), NAME))


def own_sayings(path: Path) -> tuple[Saying, ...]:
    """The sayings of a person's own list; none where there is no list.

    Raises `RefusedFile` with every line that cannot be read, and `StorageFault` where the file may not be read.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError as wrong:
        raise RefusedFile((_mistake(path.name, None, "not-utf-8", str(wrong.reason)),)) from wrong
    except OSError as error:
        raise StorageFault.from_system(path, error) from error
    return tuple(_sayings(lines, path.name))


def _sayings(lines: Iterable[str], name: str) -> Iterator[Saying]:
    rows = csv.DictReader(lines)
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        raise RefusedFile(tuple(_mistake(name, 1, "missing-field", column) for column in missing))
    mistakes = []
    for row in rows:
        means, said = (_several(row[column]) for column in COLUMNS)
        if not means or not said:
            mistakes.append(_mistake(name, rows.line_num, "missing-fact", COLUMNS[0 if not means else 1]))
        yield from (Saying(said=one, means=other) for one in said for other in means)
    if mistakes:
        raise RefusedFile(tuple(mistakes))


def _several(cell: str | None) -> list[str]:
    return [part.strip() for part in (cell or "").split(";") if part.strip()]


def _mistake(name: str, line: int | None, slug: str, given: str) -> Mistake:
    return Mistake(file=name, line=line, path="", slug=slug, given=given)
