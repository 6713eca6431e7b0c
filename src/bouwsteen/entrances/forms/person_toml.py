"""A person's file as TOML, for people who like to read and change it by hand."""

import json
from collections.abc import Mapping
from typing import Any


def person_toml(document: Mapping[str, Any]) -> str:
    """The document as `person_form` gives it; tables come after all else, as TOML asks.

    >>> print(person_toml({"qualification": "25698", "results": [{"part": "B1-K1", "mark": 7.5}]}))
    qualification = "25698"
    <BLANKLINE>
    [[results]]
    part = "B1-K1"
    mark = 7.5
    """
    plain = [f"{name} = {_value(value)}" for name, value in document.items() if not _tables(value)]
    tables = [
        "\n".join([f"\n[[{name}]]", *(f"{field} = {_value(value)}" for field, value in row.items())])
        for name, rows in document.items()
        if _tables(rows)
        for row in rows
    ]
    return "\n".join([*plain, *tables])


def _tables(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(each, Mapping) for each in value)


def _value(value: object) -> str:
    """What JSON writes is TOML too, but for one sign that TOML wants escaped."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
