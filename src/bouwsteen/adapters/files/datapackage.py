"""The catalogue as a tabular data package: one readable CSV a table, and `datapackage.json` that describes them.

Reading gives all mistakes at once and trusts nothing: no path may leave the folder, and a table may hold no more
than a set number of bytes. Writing makes the whole package beside the old one and then swaps them.

Source of the form: Frictionless Tabular Data Package (specs.frictionlessdata.io, version 1).
"""

import csv
import io
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, get_args, get_type_hints

from bouwsteen.adapters.files.columns import FieldColumns, UnreadableCell, columns_of
from bouwsteen.adapters.files.zipped import NotOpened, opened_zip
from bouwsteen.model.records import CoreTask, Records, WorkProcess
from bouwsteen.services.ports import Mistake, RefusedFile

MOST_BYTES = 512 * 1024 * 1024
"""Of one table; the national structure takes a hundredth of it."""

TYPES: Mapping[str, type] = {name: get_args(hint)[0] for name, hint in get_type_hints(Records).items()}
"""Name of each table → the class of its records."""
PARTS = (CoreTask, WorkProcess)
"""Of these a title of two lines is two titles: which one the code means nobody can tell, and the other has none."""

Opener = Callable[[str], bytes]


def write_package(records: Records, folder: Path, *, title: str = "Bouwsteen catalogue") -> None:
    """Writes `records` as a package into `folder`, which it replaces; a fault leaves the old one as it was."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as place:
        made = Path(place) / "new"
        made.mkdir()
        for name, content in package_files(records, title=title):
            (made / name).write_bytes(content)
        if folder.exists():
            folder.rename(Path(place) / "old")
        made.rename(folder)


def package_files(records: Records, *, title: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file of the package."""
    described = {"profile": "tabular-data-package", "name": "bouwsteen-catalogue", "title": title}
    resources = [_resource(name) for name in TYPES]
    yield "datapackage.json", (json.dumps(described | {"resources": resources}, indent=1) + "\n").encode()
    for name, rows in records.tables().items():
        yield f"{name}.csv", _table(TYPES[name], rows)


def _resource(name: str) -> dict[str, object]:
    columns = chain.from_iterable(each.columns for each in columns_of(TYPES[name]))
    described = [
        {"name": each.name, "type": each.type}
        | ({"constraints": {"enum": list(each.allowed)}} if each.allowed else {})
        for each in columns
    ]
    return {
        "profile": "tabular-data-resource",
        "name": name.replace("_", "-"),
        "path": f"{name}.csv",
        "format": "csv",
        "encoding": "utf-8",
        "schema": {"fields": described, "missingValues": [""]},
    }


def _table(record: type, rows: Sequence[Any]) -> bytes:
    columns = columns_of(record)
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_names(columns))
    for row in rows:
        table.writerow(chain.from_iterable(each.write(getattr(row, each.field)) for each in columns))
    return out.getvalue().encode()


def read_package(path: Path) -> Records:
    """The records of the package in a folder or a zip file. Raises `RefusedFile` with all mistakes."""
    return read_files(opened_zip(path) if path.is_file() else lambda name: _read(path, name))


def read_files(opened: Opener) -> Records:
    """The records of a package of which `opened` gives each file, or raises `NotOpened`."""
    mistakes: list[Mistake] = []
    tables: dict[str, tuple[Any, ...]] = {}
    for name, path in _paths(opened, mistakes):
        tables[name] = tuple(_rows(TYPES[name], path, opened, mistakes))
    records = Records(**tables)
    mistakes.extend(_contradictions(records))
    if mistakes:
        raise RefusedFile(tuple(mistakes))
    return records


def _read(folder: Path, name: str) -> bytes:
    path = folder / name
    if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
        raise NotOpened("unsafe-path")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotOpened("too-large", expected=str(MOST_BYTES))
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise NotOpened("missing-file") from fault
    except OSError as fault:
        raise NotOpened("cannot-read") from fault


def _paths(opened: Opener, mistakes: list[Mistake]) -> Iterator[tuple[str, str]]:
    """Table and path of each resource that can be read; what cannot is a mistake."""
    try:
        described = json.loads(opened("datapackage.json"))
        resources = [(str(each["name"]).replace("-", "_"), each["path"]) for each in described["resources"]]
    except NotOpened as fault:
        mistakes.append(_mistake("datapackage.json", None, "", fault.slug, fault.given, fault.expected))
        return
    except (ValueError, KeyError, TypeError) as fault:
        line = fault.lineno if isinstance(fault, json.JSONDecodeError) else None
        mistakes.append(_mistake("datapackage.json", line, "", "no-data-package"))
        return
    for name, path in resources:
        if name not in TYPES:
            mistakes.append(_mistake("datapackage.json", None, "resources", "unknown-table", name))
        elif not isinstance(path, str) or not _inside(path):
            mistakes.append(
                _mistake("datapackage.json", None, name, "unsafe-path", str(path), "a path in the package")
            )
        else:
            yield name, path


def _inside(path: str) -> bool:
    """Whether a path stays in the package: no URL, not absolute, no way up."""
    pure = PurePosixPath(path)
    return "://" not in path and "\\" not in path and not pure.is_absolute() and ".." not in pure.parts


def _rows(record: type, path: str, opened: Opener, mistakes: list[Mistake]) -> Iterator[Any]:
    try:
        text = opened(path).decode("utf-8-sig")
    except NotOpened as fault:
        mistakes.append(_mistake(path, None, "", fault.slug, fault.given, fault.expected))
        return
    except UnicodeDecodeError:
        mistakes.append(_mistake(path, None, "", "not-utf-8"))
        return
    table = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(table, [])
        columns = _known(record, header)
        expected = _names(columns)
        if header != expected:
            mistakes.append(_mistake(path, 1, "", "wrong-header", ",".join(header), ",".join(expected)))
            return
        for cells in table:
            yield from _row(record, columns, cells, path, table.line_num, mistakes)
    except csv.Error:
        mistakes.append(_mistake(path, table.line_num, "", "broken-table"))


def _known(record: type, header: Sequence[str]) -> Sequence[FieldColumns]:
    """The columns of `record`, but for those that an older package did not have: they stay as they are by default.

    Where something comes from and how sure it is must always be said.
    """
    free = {each.name for each in fields(record) if each.default is not MISSING} - {"sources", "confidence"}
    return [
        each for each in columns_of(record) if each.field not in free or set(_names([each])) & set(header)
    ]


def _names(columns: Iterable[FieldColumns]) -> list[str]:
    return [column.name for each in columns for column in each.columns]


def _row(
    record: type,
    columns: Sequence[FieldColumns],
    cells: list[str],
    path: str,
    line: int,
    mistakes: list[Mistake],
) -> Iterator[Any]:
    """One record, or nothing where a cell cannot be read, or holds the titles of two parts."""
    width = sum(len(each.columns) for each in columns)
    if len(cells) != width:
        mistakes.append(_mistake(path, line, "", "wrong-width", str(len(cells)), str(width)))
        return
    values, start, readable = {}, 0, True
    for each in columns:
        stop = start + len(each.columns)
        try:
            values[each.field] = each.read(tuple(cells[start:stop]))
        except UnreadableCell as fault:
            readable = False
            mistakes.append(
                _mistake(path, line, fault.column, "unreadable-cell", fault.given, fault.expected)
            )
        start = stop
    if record in PARTS and len(str(values.get("title", "")).splitlines()) > 1:
        readable = False
        mistakes.append(_mistake(path, line, "title", "two-titles", values["title"]))
    if readable:
        yield record(**values)


def _contradictions(records: Records) -> Iterator[Mistake]:
    """Statements that stand twice, and statements that name a source that is not there."""
    known = {source.id for source in records.sources}
    for name, rows in records.tables().items():
        if name == "sources":
            continue
        seen = set()
        for row in rows:
            said = (row.identity, row.sources)
            if said in seen:
                yield _mistake(f"{name}.csv", None, str(row.identity), "stands-twice")
            seen.add(said)
            for source in row.sources:
                if source not in known:
                    yield _mistake(f"{name}.csv", None, str(row.identity), "unknown-source", source)
            if not row.sources:
                yield _mistake(f"{name}.csv", None, str(row.identity), "no-source")


def _mistake(
    file: str, line: int | None, path: str, slug: str, given: str = "", expected: str = ""
) -> Mistake:
    return Mistake(file=file, line=line, path=path, slug=slug, given=given[:200], expected=expected)
