"""The ledger in a database that Django knows under an alias.

At first use the tables are made and the embedded catalogue becomes number 0. When a later release carries another
embedded catalogue, that becomes an entry of its own: what it adds and changes comes in, what it no longer holds
ends, and what was imported stays. Django must be set up before this module is imported.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db import connections

from bouwsteen.adapters.store.adoption import EditionKey, FirstEditions, changes_after, take_in
from bouwsteen.adapters.store.coding import decoded_records
from bouwsteen.adapters.store.faults import reading_faults, storage_faults
from bouwsteen.adapters.store.models import EditionRow, LedgerRow
from bouwsteen.adapters.store.shelf import DatabaseShelf
from bouwsteen.adapters.store.tables import one_writer, prepare, shown_path
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.errors import UnknownLedgerNumber
from bouwsteen.model.history import History, LedgerEntry, RecordedEdition, joined
from bouwsteen.model.records import Edition
from bouwsteen.services.ports import Adoption, Change, Clock

ACTOR = "bouwsteen"
"""Who adopts the embedded catalogue: the program itself."""

_DOCUMENTS_AT_ONCE = 16


class DatabaseLedger:
    """Keeps nothing itself: two of them on one database see each other's adoptions.

    Every method raises `StorageFault` when the database cannot be read or written; an adoption then has changed
    nothing. A writer waits up to a minute for another one.
    """

    def __init__(self, alias: str, *, first: FirstEditions, clock: Clock) -> None:
        self._alias = alias
        self._first = first
        self._clock = clock
        self._path = shown_path(alias)
        self._ready = False

    def history(self) -> History:
        """Everything ever adopted, without documents."""
        with reading_faults(self._path):
            self._prepare()
            entries = tuple(map(_entry, self._entries.order_by("number")))
            rows = self._editions.filter(since__lte=entries[-1].number).values_list(
                "source", "owner", "version", "since_id", "until_id", "records"
            )
            editions = [_recorded(*row) for row in rows.iterator() if row[3] != row[4]]
        return History(entries=entries, editions=tuple(sorted(editions, key=_order)))

    def entries(self) -> tuple[LedgerEntry, ...]:
        """Who adopted, when and why; the oldest first."""
        with storage_faults(self._path):
            self._prepare()
            return tuple(map(_entry, self._entries.order_by("number")))

    def newest(self) -> int:
        """The newest ledger number."""
        with storage_faults(self._path):
            self._prepare()
            return self._next_number() - 1

    def catalogue(self, number: int | None = None) -> Catalogue:
        """The catalogue at ledger number `number` (None: the newest), equal to the one of `history`."""
        with reading_faults(self._path):
            known = self._known_number(number)
            rows = self._known_at(known).values_list("source", "owner", "version", "records")
            found = sorted(rows.iterator(), key=lambda row: row[:3])
            return Catalogue(known, joined(decoded_records(bytes(records)) for *_, records in found))

    def adopt(self, editions: Iterable[Edition], *, actor: str, reason: str, recorded: datetime) -> Adoption:
        """Takes in `editions` as one entry, or none when all are known. What they raise changes nothing."""
        with storage_faults(self._path):
            self._prepare()
            with one_writer(self._alias):
                number = self._next_number()
                shelf = DatabaseShelf(self._alias, number, whole=False)
                tally = take_in(editions, shelf)
                shelf.write()
                entry = LedgerEntry(
                    number=number, recorded=recorded, actor=actor, reason=reason, editions=tally.new
                )
                if tally.new:
                    self._enter(entry)
        return Adoption(
            entry=entry if tally.new else None, new_editions=tally.new, unchanged_editions=tally.unchanged
        )

    def editions(
        self, number: int | None = None, *, owner: str | None = None, source: str | None = None
    ) -> Iterator[Edition]:
        """The editions known at `number` (of `owner`, of `source`); raises `UnknownLedgerNumber`."""
        with storage_faults(self._path):
            known = self._known_number(number)
            asked = {"owner": owner, "source": source}
            found = self._known_at(known).filter(
                **{name: each for name, each in asked.items() if each is not None}
            )
            rows = found.values_list("source", "owner", "version", "pk")
            keys = [pk for *_, pk in sorted(rows.iterator())]
        return self._with_documents(keys)

    def changes(self, since: int) -> tuple[int, tuple[Change, ...]]:
        """The newest ledger number, and what changed after `since`; raises `UnknownLedgerNumber`."""
        with storage_faults(self._path):
            self._known_number(since)
            newest = self._next_number() - 1
            rows = self._editions.filter(since__gt=since) | self._editions.filter(until__gt=since)
            spans = rows.values_list("source", "owner", "version", "since_id", "until_id")
            return newest, changes_after(
                since, ((EditionKey(*key), begun, ended) for *key, begun, ended in spans)
            )

    def close(self) -> None:
        """Ends the connection; the next use opens another."""
        connections[self._alias].close()

    @property
    def _entries(self) -> Any:
        return LedgerRow.objects.using(self._alias)

    @property
    def _editions(self) -> Any:
        return EditionRow.objects.using(self._alias)

    def _known_at(self, number: int) -> Any:
        editions = self._editions.filter(since__lte=number)
        return editions.filter(until=None) | editions.filter(until__gt=number)

    def _with_documents(self, keys: list[int]) -> Iterator[Edition]:
        """A few rows at a time: no cursor stays open while the caller works, and rows never change."""
        for start in range(0, len(keys), _DOCUMENTS_AT_ONCE):
            some = keys[start : start + _DOCUMENTS_AT_ONCE]
            with reading_faults(self._path):
                rows = self._editions.filter(pk__in=some).values_list(
                    "pk", "source", "owner", "version", "records", "document"
                )
                found = {pk: _edition(*row) for pk, *row in rows}
            yield from (found[pk] for pk in some)

    def _known_number(self, number: int | None) -> int:
        self._prepare()
        newest = self._next_number() - 1
        known = newest if number is None else number
        if not 0 <= known <= newest:
            raise UnknownLedgerNumber(known, newest)
        return known

    def _next_number(self) -> int:
        newest = self._entries.order_by("-number").values_list("number", flat=True).first()
        return 0 if newest is None else newest + 1

    def _enter(self, entry: LedgerEntry) -> None:
        self._entries.bulk_create(
            [
                LedgerRow(
                    number=entry.number,
                    recorded=entry.recorded,
                    actor=entry.actor,
                    reason=entry.reason,
                    editions=entry.editions,
                )
            ]
        )

    def _prepare(self) -> None:
        if self._ready:
            return
        prepare(self._alias)
        if not self._knows_this_release():
            with one_writer(self._alias):
                if not self._knows_this_release():  # another program was first
                    self._adopt_this_release()
        self._ready = True

    def _knows_this_release(self) -> bool:
        return bool(self._entries.filter(actor=ACTOR, reason=self._first.reason).exists())

    def _adopt_this_release(self) -> None:
        """An entry even where nothing differs, so that this release is known from then on."""
        number = self._next_number()
        shelf = DatabaseShelf(self._alias, number, whole=True)
        tally = take_in(self._first.editions(), shelf)
        shelf.end_the_rest()
        shelf.write()
        self._enter(
            LedgerEntry(
                number=number,
                recorded=self._clock.now(),
                actor=ACTOR,
                reason=self._first.reason,
                editions=tally.new,
            )
        )


def _entry(row: LedgerRow) -> LedgerEntry:
    return LedgerEntry(
        number=row.number,
        recorded=row.recorded,
        actor=row.actor,
        reason=row.reason,
        editions=row.editions,
    )


def _edition(source: str, owner: str, version: str, records: Any, document: Any) -> Edition:
    """PostgreSQL hands out memoryviews."""
    return Edition(
        source=source,
        owner=owner,
        version=version,
        records=decoded_records(bytes(records)),
        document=None if document is None else bytes(document),
    )


def _recorded(source: str, owner: str, version: str, since: int, *rest: Any) -> RecordedEdition:
    until, records = rest
    return RecordedEdition(edition=_edition(source, owner, version, records, None), since=since, until=until)


def _order(recorded: RecordedEdition) -> tuple[EditionKey, int]:
    edition = recorded.edition
    return EditionKey(edition.source, edition.owner, edition.version), recorded.since
