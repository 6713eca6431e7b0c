"""How the fields of a record stand in the columns of a table that people read, and back.

A fact takes three columns (value, source, confidence), a validity four; several values stand in one cell with ";"
between them. A text that a spreadsheet would run as a formula gets an apostrophe in front, which reading takes off.
"""

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from bouwsteen.model.codes import PartKey
from bouwsteen.model.period import Validity
from bouwsteen.model.sources import Confidence, Fact

_RISKY = ("=", "+", "-", "@", "\t", "\r", "'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, its Frictionless type, and the values allowed (empty: any)."""

    name: str
    type: str = "string"
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldColumns:
    """The columns of one field, and the way there and back."""

    field: str
    columns: tuple[Column, ...]
    write: Callable[[Any], tuple[str, ...]]
    read: Callable[[tuple[str, ...]], Any]


class UnreadableCell(ValueError):
    """A cell that does not hold what its column asks for."""

    def __init__(self, column: str, given: str, expected: str) -> None:
        super().__init__(f"{column}: {given!r} is not {expected}")
        self.column, self.given, self.expected = column, given, expected


@cache
def columns_of(record: type) -> tuple[FieldColumns, ...]:
    """The columns of every field of a record class, identity first, sources and confidence last."""
    hints = get_type_hints(record)
    names = [each.name for each in fields(record)]
    last = [name for name in ("sources", "confidence") if name in names]
    return tuple(_columns(name, hints[name]) for name in (*(n for n in names if n not in last), *last))


def _columns(name: str, hint: Any) -> FieldColumns:
    optional, plain = _without_none(hint)
    if get_origin(plain) is Fact:
        return _fact_columns(name, get_args(plain)[0])
    if plain is Validity:
        return _validity_columns(name)
    if get_origin(plain) is tuple:
        return _list_columns(name, get_args(plain)[0])
    kind = _kind(plain)
    return FieldColumns(
        field=name,
        columns=(Column(name=name, type=kind.type, allowed=kind.allowed),),
        write=lambda value: ("" if value is None else kind.write(value),),
        read=lambda cells: None if optional and cells[0] == "" else _cell(kind, name, cells[0]),
    )


def _without_none(hint: Any) -> tuple[bool, Any]:
    if get_origin(hint) in (Union, types.UnionType):
        return True, next(each for each in get_args(hint) if each is not type(None))
    return False, hint


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    type: str
    write: Callable[[Any], str]
    read: Callable[[str], Any]
    expected: str
    allowed: tuple[str, ...] = ()


def _kind(plain: Any) -> _Kind:
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        values = tuple(each.value for each in plain)
        return _Kind(
            type="string", write=str, read=plain, expected=f"one of {', '.join(values)}", allowed=values
        )
    return _KINDS[plain]


def _truth(text: str) -> bool:
    return {"true": True, "false": False}[text]


_KINDS: Mapping[Any, _Kind] = {
    str: _Kind(
        type="string",
        write=lambda value: _guarded(value),
        read=lambda text: _unguarded(text),
        expected="text",
    ),
    int: _Kind(type="integer", write=str, read=int, expected="a whole number"),
    bool: _Kind(
        type="boolean", write=lambda value: str(value).lower(), read=_truth, expected="true or false"
    ),
    date: _Kind(
        type="date", write=date.isoformat, read=date.fromisoformat, expected="a date such as 2025-08-01"
    ),
    PartKey: _Kind(type="string", write=str, read=PartKey.parse, expected="owner/version/code"),
}


def _cell(kind: _Kind, column: str, text: str) -> Any:
    try:
        return kind.read(text)
    except (ValueError, KeyError):
        raise UnreadableCell(column, text, kind.expected) from None


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_RISKY) else text


def _unguarded(text: str) -> str:
    return text.removeprefix("'")


def _fact_columns(name: str, plain: Any) -> FieldColumns:
    kind, confidence = _kind(plain), _kind(Confidence)
    columns = (
        Column(name=name, type=kind.type, allowed=kind.allowed),
        Column(name=f"{name}_source"),
        Column(name=f"{name}_confidence", allowed=confidence.allowed),
    )

    def read(cells: tuple[str, ...]) -> Fact[Any] | None:
        if not any(cells):
            return None
        return Fact(
            value=_cell(kind, name, cells[0]),
            source=_unguarded(cells[1]),
            confidence=_cell(confidence, columns[2].name, cells[2]),
        )

    return FieldColumns(
        field=name,
        columns=columns,
        write=lambda fact: (
            (kind.write(fact.value), _guarded(fact.source), fact.confidence) if fact else ("",) * 3
        ),
        read=read,
    )


def _validity_columns(name: str) -> FieldColumns:
    columns = (
        Column(name=f"{name}_from", type="date"),
        Column(name=f"{name}_from_at_latest", type="boolean"),
        Column(name=f"{name}_until", type="date"),
        Column(name=f"{name}_until_known", type="boolean"),
    )
    day, truth = _KINDS[date], _KINDS[bool]

    def read(cells: tuple[str, ...]) -> Validity:
        start, end = (
            _cell(day, columns[index].name, cells[index]) if cells[index] else None for index in (0, 2)
        )
        at_latest, known = (
            _cell(truth, columns[index].name, cells[index]) if cells[index] else False for index in (1, 3)
        )
        try:
            return Validity(start=start, start_at_latest=at_latest, end=end, end_known=known)
        except ValueError as fault:
            raise UnreadableCell(columns[2].name, cells[2], str(fault)) from None

    return FieldColumns(
        field=name,
        columns=columns,
        write=lambda valid: (
            valid.start.isoformat() if valid.start else "",
            "true" if valid.start_at_latest else "",
            valid.end.isoformat() if valid.end else "",
            "true" if valid.end_known else "",
        ),
        read=read,
    )


def _list_columns(name: str, plain: Any) -> FieldColumns:
    kind = _kind(plain)
    return FieldColumns(
        field=name,
        columns=(Column(name=name),),
        write=lambda values: (_guarded(";".join(_escaped(_bare(kind, value)) for value in values)),),
        read=lambda cells: tuple(_cell(kind, name, each) for each in _pieces(_unguarded(cells[0]))),
    )


def _bare(kind: _Kind, value: Any) -> str:
    return value if kind is _KINDS[str] else kind.write(value)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;")


def _pieces(text: str) -> Iterator[str]:
    """The values of a cell; a backslash keeps a semicolon or backslash after it as it is."""
    if not text:
        return
    piece, signs = "", iter(text)
    for sign in signs:
        if sign == "\\":
            piece += next(signs, "")
        elif sign == ";":
            yield piece
            piece = ""
        else:
            piece += sign
    yield piece
