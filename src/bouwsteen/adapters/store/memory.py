"""A ledger in memory: the same contract as the database, gone with the process."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from threading import Lock

from bouwsteen.adapters.store.adoption import EditionKey, Tally, changes_after, edition_key, take_in
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.errors import UnknownLedgerNumber
from bouwsteen.model.history import History, LedgerEntry, RecordedEdition
from bouwsteen.model.records import Edition
from bouwsteen.services.ports import Adoption, Change

BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)


class MemoryLedger:
    """Number 0 is `first`. One adoption at a time; reading goes on meanwhile."""

    def __init__(self, first: Iterable[Edition], *, recorded: datetime = BEFORE_ALL) -> None:
        self._writing = Lock()
        self._history = History(entries=(), editions=())
        shelf = _MemoryShelf(0, ())
        tally = take_in(first, shelf)
        self._enter(shelf, tally, actor="bouwsteen", reason="embedded catalogue", recorded=recorded)

    def history(self) -> History:
        """Everything ever adopted, without documents."""
        kept = self._history
        return replace(kept, editions=tuple(map(_without_document, kept.editions)))

    def entries(self) -> tuple[LedgerEntry, ...]:
        """Who adopted, when and why; the oldest first."""
        return self._history.entries

    def catalogue(self, number: int | None = None) -> Catalogue:
        """The catalogue at ledger number `number` (None: the newest); raises `UnknownLedgerNumber`."""
        return self._history.at(number)

    def adopt(self, editions: Iterable[Edition], *, actor: str, reason: str, recorded: datetime) -> Adoption:
        """Takes in `editions` as one entry, or none when all are known. What they raise changes nothing."""
        with self._writing:
            shelf = _MemoryShelf(self._history.newest + 1, self._history.editions)
            tally = take_in(editions, shelf)
            entry = (
                self._enter(shelf, tally, actor=actor, reason=reason, recorded=recorded)
                if tally.new
                else None
            )
        return Adoption(entry=entry, new_editions=tally.new, unchanged_editions=tally.unchanged)

    def editions(
        self, number: int | None = None, *, owner: str | None = None, source: str | None = None
    ) -> Iterator[Edition]:
        """The editions known at `number` (of `owner`, of `source`); raises `UnknownLedgerNumber`."""
        kept = self._history
        known = kept.newest if number is None else number
        if not 0 <= known <= kept.newest:
            raise UnknownLedgerNumber(known, kept.newest)
        return (
            each.edition
            for each in kept.editions
            if each.known_at(known)
            and owner in (None, each.edition.owner)
            and source in (None, each.edition.source)
        )

    def changes(self, since: int) -> tuple[int, tuple[Change, ...]]:
        """The newest ledger number, and what changed after `since`; raises `UnknownLedgerNumber`."""
        kept = self._history
        if not 0 <= since <= kept.newest:
            raise UnknownLedgerNumber(since, kept.newest)
        spans = ((edition_key(each.edition), each.since, each.until) for each in kept.editions)
        return kept.newest, changes_after(since, spans)

    def _enter(
        self, shelf: "_MemoryShelf", tally: Tally, *, actor: str, reason: str, recorded: datetime
    ) -> LedgerEntry:
        entry = LedgerEntry(
            number=shelf.number, recorded=recorded, actor=actor, reason=reason, editions=tally.new
        )
        self._history = History(entries=(*self._history.entries, entry), editions=shelf.editions())
        return entry


class _MemoryShelf:
    """The editions as they will be known at `number`."""

    def __init__(self, number: int, recorded: Iterable[RecordedEdition]) -> None:
        self.number = number
        self._ended = [each for each in recorded if each.until is not None]
        self._known = {edition_key(each.edition): each for each in recorded if each.until is None}

    def holds(self, edition: Edition) -> bool:
        known = self._known.get(edition_key(edition))
        return known is not None and known.edition == edition

    def without_owner(self, source: str) -> Edition | None:
        known = self._known.get(EditionKey(source, "", ""))
        return known.edition if known else None

    def put(self, edition: Edition) -> None:
        replaced = self._known.get(edition_key(edition))
        if replaced and replaced.since < self.number:
            self._ended.append(replace(replaced, until=self.number))
        self._known[edition_key(edition)] = RecordedEdition(edition=edition, since=self.number)

    def editions(self) -> tuple[RecordedEdition, ...]:
        return tuple(sorted((*self._ended, *self._known.values()), key=_order))


def _order(recorded: RecordedEdition) -> tuple[EditionKey, int]:
    return edition_key(recorded.edition), recorded.since


def _without_document(recorded: RecordedEdition) -> RecordedEdition:
    return replace(recorded, edition=replace(recorded.edition, document=None))
