"""A CSV file, row by row: each row as its columns by name, with the line on which it begins.

Rows may hold line breaks inside quotes, as ESCO's labels do. What stops the reading is a mistake with its line.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from bouwsteen.adapters.exchange.vocabularies.findings import Findings

LARGEST_FILE = 256 * 2**20
"""Bytes; the largest table of ESCO, its 125,000 relations, takes some 30 MB."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line on which it begins, and its cells by column."""

    line: int
    cells: Mapping[str, str]

    def text(self, column: str) -> str:
        """The cell without superfluous white space; empty where the table has no such column."""
        return " ".join(self.cells.get(column, "").split())


@dataclass(frozen=True, slots=True)
class Table:
    """The header of a file and, to be read once, what stands under it."""

    header: tuple[str, ...]
    findings: Findings
    lines: Iterator[tuple[int, list[str]]]

    def rows(self, *, ragged: bool = False) -> Iterator[Row]:
        """Each row; one of another width is a mistake, unless the last cells may be left off (`ragged`)."""
        width = len(self.header)
        for line, cells in self.lines:
            if len(cells) == width or (ragged and 0 < len(cells) < width):
                yield Row(line, dict(zip_longest(self.header, cells, fillvalue="")))
            elif cells:
                self.findings.mistake("wrong-width", line=line, given=str(len(cells)), expected=str(width))


def table(
    path: Path, findings: Findings, *, largest_file: int = LARGEST_FILE, done: Callable[[int], None]
) -> Table | None:
    """The table in the file, or None where it has no header; `done` is told the bytes read, about."""
    lines = _lines(path, findings, largest_file, done)
    first = next(lines, None)
    if first is None:
        if not findings.mistakes:
            findings.mistake("empty-file", expected="a table with a header")
        return None
    header = tuple(cell.strip() for cell in first[1])
    twice = {name for name in header if header.count(name) > 1}
    if twice:
        findings.mistake("column-twice", line=1, given=", ".join(sorted(twice)))
        return None
    return Table(header, findings, lines)


def _lines(
    path: Path, findings: Findings, largest_file: int, done: Callable[[int], None]
) -> Iterator[tuple[int, list[str]]]:
    line = 1
    try:
        if path.stat().st_size > largest_file:
            findings.mistake("too-large", given=str(path.stat().st_size), expected=f"{largest_file} bytes")
            return
        with path.open("rb") as file:
            text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="")
            reader = csv.reader(text, strict=True)
            for cells in reader:
                if _is_text(cells, line, findings):
                    yield line, cells
                line = reader.line_num + 1
                done(file.tell())
    except OSError as wrong:
        findings.mistake(
            "cannot-read", given=wrong.strerror or str(wrong), expected="a file that can be read"
        )
    except csv.Error as wrong:
        findings.mistake("broken-table", line=line, given=str(wrong))


def _is_text(cells: list[str], line: int, findings: Findings) -> bool:
    """Whether a row is UTF-8; the bytes that are not come in as half signs (surrogates)."""
    try:
        "".join(cells).encode()
    except UnicodeEncodeError as wrong:
        given = wrong.object[wrong.start : wrong.end].encode("utf-8", "surrogateescape").hex(" ")
        findings.mistake("not-utf-8", line=line, given=given, expected="UTF-8")
        return False
    return True
