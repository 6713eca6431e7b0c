"""What was known when: the ledger, and the catalogue at each of its numbers.

Each adoption is one ledger entry with one number; nothing in it is ever changed. The embedded catalogue is
number 0. An edition that a later entry replaces stays known at the numbers before it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.errors import UnknownLedgerNumber
from bouwsteen.model.records import Edition, Records


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One adoption: who (`actor`), when, why (`reason`), and how many editions came in."""

    number: int
    recorded: datetime
    actor: str
    reason: str
    editions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedEdition:
    """An edition and the ledger numbers at which it is known: from `since` up to, not including, `until`."""

    edition: Edition
    since: int
    until: int | None = None

    def known_at(self, number: int) -> bool:
        return self.since <= number and (self.until is None or number < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Every entry of the ledger, and every edition with the numbers at which it is known."""

    entries: tuple[LedgerEntry, ...]
    editions: tuple[RecordedEdition, ...]

    @property
    def newest(self) -> int:
        return self.entries[-1].number

    def at(self, known: int | None = None) -> Catalogue:
        """The catalogue as it was known at ledger number `known` (None: the newest).

        Raises `UnknownLedgerNumber`.
        """
        number = self.newest if known is None else known
        if not any(entry.number == number for entry in self.entries):
            raise UnknownLedgerNumber(number, self.newest)
        return Catalogue(
            number, joined(each.edition.records for each in self.editions if each.known_at(number))
        )


def joined(parts: Iterable[Records]) -> Records:
    """All records of all `parts`, table by table; a statement that is made twice stands once."""
    tables: dict[str, dict[Any, None]] = {}
    for records in parts:
        for name, rows in records.tables().items():
            tables.setdefault(name, {}).update(dict.fromkeys(rows))
    return Records(**{name: tuple(rows) for name, rows in tables.items()})


def editions_of(records: Records, source: str) -> Sequence[Edition]:
    """`records` split by (owner, version), in the order of first appearance; what has no owner comes first."""
    split: dict[tuple[str, str], dict[str, list[Any]]] = {("", ""): {}}
    for name, rows in records.tables().items():
        for row in rows:
            split.setdefault(_owner_and_version(row), {}).setdefault(name, []).append(row)
    return [
        Edition(
            source=source,
            owner=owner,
            version=version,
            records=Records(**{name: tuple(rows) for name, rows in tables.items()}),
        )
        for (owner, version), tables in split.items()
        if tables
    ]


def _owner_and_version(row: Any) -> tuple[str, str]:
    """Where a record belongs: parts and qualifications to their owner, files and modules to themselves,
    concepts and links to the vocabulary that they are part of.
    """
    match row.TABLE:
        case "files" | "modules":
            return row.code, row.version
        case (
            "qualifications"
            | "basic_parts"
            | "profile_parts"
            | "core_tasks"
            | "work_processes"
            | "alternatives"
        ):
            return row.owner, row.version
        case "concepts" | "links":
            return row.scheme, row.version
        case _:
            return "", ""
