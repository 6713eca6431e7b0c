"""The book of precedents in the database that also holds the ledger.

Django must be set up before this module is imported.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import connections

from bouwsteen.adapters.store.faults import reading_faults, storage_faults
from bouwsteen.adapters.store.memory_precedents import next_entry
from bouwsteen.adapters.store.models import PrecedentRow
from bouwsteen.adapters.store.tables import one_writer, prepare, shown_path
from bouwsteen.model.person import EvidenceKind
from bouwsteen.model.precedents import (
    BoardDecision,
    Decided,
    DecidingBody,
    PrecedentBook,
    PrecedentEntry,
    Withdrawal,
)


class DatabasePrecedents:
    """Keeps nothing itself. Every method raises `StorageFault` when the database cannot be read or written."""

    def __init__(self, alias: str) -> None:
        self._alias = alias
        self._path = shown_path(alias)

    def book(self) -> PrecedentBook:
        """Every entry; a file that does not exist is not made."""
        if connections[self._alias].vendor == "sqlite" and not Path(self._path).exists():
            return PrecedentBook()
        with storage_faults(self._path):
            prepare(self._alias)
        return self._read()

    def record(self, content: BoardDecision | Withdrawal, *, recorded: datetime) -> PrecedentEntry:
        with storage_faults(self._path):
            prepare(self._alias)
            with one_writer(self._alias):
                entry = next_entry(self._read(), content, recorded)
                self._rows.bulk_create([_row(entry)])
        return entry

    @property
    def _rows(self) -> Any:
        return PrecedentRow.objects.using(self._alias)

    def _read(self) -> PrecedentBook:
        with reading_faults(self._path):
            return PrecedentBook(tuple(map(_entry, self._rows.order_by("number"))))


def _row(entry: PrecedentEntry) -> PrecedentRow:
    content = entry.content
    said = {
        "number": entry.number,
        "recorded": entry.recorded,
        "institution": content.institution,
        "body": content.body.value,
        "decided": content.decided,
        "reason": content.reason,
    }
    if isinstance(content, Withdrawal):
        return PrecedentRow(**said, withdraws_id=content.number)
    return PrecedentRow(
        **said,
        part=content.part,
        evidence=content.evidence.value,
        origin=content.origin,
        level=content.level,
        covers=" ".join(content.covers),
        exam=content.exam.value,
        teaching=content.teaching.value if content.teaching else "",
    )


def _entry(row: Any) -> PrecedentEntry:
    return PrecedentEntry(number=row.number, recorded=row.recorded, content=_content(row))


def _content(row: Any) -> BoardDecision | Withdrawal:
    said = {
        "institution": row.institution,
        "body": DecidingBody(row.body),
        "decided": row.decided,
        "reason": row.reason,
    }
    if row.withdraws_id is not None:
        return Withdrawal(number=row.withdraws_id, **said)
    return BoardDecision(
        **said,
        part=row.part,
        evidence=EvidenceKind(row.evidence),
        origin=row.origin,
        level=row.level,
        covers=tuple(row.covers.split()),
        exam=Decided(row.exam),
        teaching=Decided(row.teaching) if row.teaching else None,
    )
