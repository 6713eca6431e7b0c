"""The editions that a database knows now, and the changes of one adoption, written in batches."""

from datetime import date
from typing import NamedTuple

from bouwsteen.adapters.store.adoption import EditionKey, edition_key
from bouwsteen.adapters.store.coding import decoded_records, digest, encoded_records, form
from bouwsteen.adapters.store.models import EditionRow
from bouwsteen.model.period import Validity
from bouwsteen.model.records import Edition, Records

_BATCH_ROWS = 200
_BATCH_BYTES = 4_000_000


class _Known(NamedTuple):
    """The row of an edition (None: not written yet), and what it says."""

    row: int | None
    form: str
    digest: str


class DatabaseShelf:
    """Holds one key and digest an edition in memory, and the editions of one batch.

    `whole`: the batch is all that its sources say, so nothing is added to what they said before.
    """

    def __init__(self, alias: str, number: int, *, whole: bool) -> None:
        self._rows = EditionRow.objects.using(alias)
        self._number = number
        self._whole = whole
        self._given: set[EditionKey] = set()
        self._known: dict[EditionKey, _Known] = {}
        self._waiting: dict[EditionKey, EditionRow] = {}
        self._waiting_bytes = 0
        self._replaced: list[int] = []
        current = self._rows.filter(until=None).values_list(
            "source", "owner", "version", "pk", "form", "digest"
        )
        for source, owner, version, *known in current.iterator():
            self._known[EditionKey(source, owner, version)] = _Known(*known)

    def holds(self, edition: Edition) -> bool:
        key = edition_key(edition)
        self._given.add(key)
        known = self._known.get(key)
        if known is None:
            return False
        if known.form == form():
            return known.digest == digest(encoded_records(edition.records), edition.document)
        return self._read(known.row, edition) == edition  # written by another release: compare what it says

    def without_owner(self, source: str) -> Edition | None:
        known = None if self._whole else self._known.get(EditionKey(source, "", ""))
        return self._read(known.row, Edition(source=source, records=Records())) if known else None

    def put(self, edition: Edition) -> None:
        key = edition_key(edition)
        self._waiting.pop(key, None)
        replaced = self._known.get(key)
        if replaced and replaced.row is not None:
            self._replaced.append(replaced.row)
        row = _row(edition, key, self._number)
        self._known[key] = _Known(None, row.form, row.digest)
        self._waiting[key] = row
        self._waiting_bytes += len(row.records) + len(row.document or b"")
        if len(self._waiting) >= _BATCH_ROWS or self._waiting_bytes >= _BATCH_BYTES:
            self.write()

    def end_the_rest(self) -> int:
        """Ends what was not given of the sources that were; how many editions that is."""
        sources = {key.source for key in self._given}
        gone = [key for key in self._known if key.source in sources and key not in self._given]
        self._replaced.extend(row for key in gone if (row := self._known.pop(key).row) is not None)
        return len(gone)

    def write(self) -> None:
        """Writes what is waiting."""
        for start in range(0, len(self._replaced), _BATCH_ROWS):
            self._rows.filter(pk__in=self._replaced[start : start + _BATCH_ROWS]).update(until=self._number)
        self._replaced.clear()
        for row in self._rows.bulk_create(self._waiting.values()):
            self._known[EditionKey(row.source, row.owner, row.version)] = _Known(row.pk, row.form, row.digest)
        self._waiting.clear()
        self._waiting_bytes = 0

    def _read(self, row: int | None, like: Edition) -> Edition:
        if row is None:
            self.write()
            row = self._known[edition_key(like)].row
        records, document = self._rows.values_list("records", "document").get(pk=row)
        return Edition(
            source=like.source,
            owner=like.owner,
            version=like.version,
            records=decoded_records(bytes(records)),
            document=None if document is None else bytes(document),
        )


def _row(edition: Edition, key: EditionKey, number: int) -> EditionRow:
    records = encoded_records(edition.records)
    valid_from, valid_until = _valid(edition.records)
    return EditionRow(
        **key._asdict(),
        valid_from=valid_from,
        valid_until=valid_until,
        since_id=number,
        form=form(),
        digest=digest(records, edition.document),
        records=records,
        document=edition.document,
    )


def _valid(records: Records) -> tuple[date | None, date | None]:
    """The first day and the end of what the edition describes, as far as its records state them."""
    stated: list[Validity] = [
        *(each.valid for each in records.files),
        *(each.valid for each in records.qualifications),
        *(each.valid for each in records.modules),
    ]
    starts = [each.start for each in stated if each.start]
    ends = [each.end for each in stated if each.end]
    return min(starts, default=None), max(ends) if ends and len(ends) == len(stated) else None
