"""Which editions of a batch change what is known: the same answer for every kind of ledger.

edition with an owner       replaces the one of the same source, owner and version
editions without an owner   their records are added to those of the same source, as one edition; a record
                            with the same identity and sources replaces the older
"""

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, Protocol

from bouwsteen.model.records import Edition, Records
from bouwsteen.model.sources import Source
from bouwsteen.services.ports import Change, ChangeKind


class EditionKey(NamedTuple):
    """What an edition replaces: the one with the same key. Also the order in which editions are given."""

    source: str
    owner: str
    version: str


class Shelf(Protocol):
    """What is known now, the changes of this batch included."""

    def holds(self, edition: Edition) -> bool:
        """Whether it is known, and equal."""

    def without_owner(self, source: str) -> Edition | None:
        """What is known of `source` that belongs to no owner."""

    def put(self, edition: Edition) -> None:
        """Makes it the one that is known."""


@dataclass(slots=True)
class Tally:
    """Counts a batch: editions that changed something, and editions that were known already."""

    new: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstEditions:
    """The embedded catalogue of this release; `digest` names its content. Made only when a ledger lacks it."""

    digest: str
    editions: Callable[[], Iterable[Edition]] = field(repr=False)

    @property
    def reason(self) -> str:
        """The reason of the ledger entry with which it came in."""
        return f"embedded catalogue {self.digest}"


def edition_key(edition: Edition) -> EditionKey:
    """Of an edition without an owner the version means nothing."""
    return EditionKey(edition.source, edition.owner, edition.version if edition.owner else "")


def take_in(editions: Iterable[Edition], shelf: Shelf) -> Tally:
    """Puts every edition that changes something on the shelf, one at a time.

    Those without an owner are held until the end (one per source); their document is the last one given.
    """
    tally = Tally()
    loose: dict[str, Edition] = {}
    for edition in editions:
        if edition.owner:
            _put_if_new(edition, shelf, tally)
        else:
            loose[edition.source] = _with_added(loose.get(edition.source), edition)
    for source, edition in loose.items():
        _put_if_new(_with_added(shelf.without_owner(source), edition), shelf, tally)
    return tally


def changes_after(since: int, spans: Iterable[tuple[EditionKey, int, int | None]]) -> tuple[Change, ...]:
    """What changed after ledger number `since`, from the numbers at which editions were known: from, and up to.

    An edition that ends where another of the same key begins has changed; one that begins and ends at one number
    was never known.
    """
    real = [span for span in spans if span[1] != span[2]]
    begun = {(key, number) for key, number, _ in real}
    ended = {(key, number) for key, _, number in real if number is not None}
    return tuple(
        sorted(
            Change(number=number, kind=_kind((key, number), begun, ended), **key._asdict())
            for key, number in begun | ended
            if number > since
        )
    )


def _kind(
    moment: tuple[EditionKey, int], begun: Set[tuple[EditionKey, int]], ended: Set[tuple[EditionKey, int]]
) -> ChangeKind:
    if moment not in begun:
        return ChangeKind.ENDED
    return ChangeKind.CHANGED if moment in ended else ChangeKind.ADDED


def _put_if_new(edition: Edition, shelf: Shelf, tally: Tally) -> None:
    if shelf.holds(edition):
        tally.unchanged += 1
    else:
        tally.new += 1
        shelf.put(edition)


def _with_added(known: Edition | None, added: Edition) -> Edition:
    """The known edition without an owner with the records of `added`, in an order of their own."""
    before = known.records if known else Records()
    document = added.document if added.document is not None or known is None else known.document
    return replace(added, version="", records=_merged(before, added.records), document=document)


def _merged(known: Records, added: Records) -> Records:
    new = added.tables()
    return Records(**{name: _merged_rows(rows, new[name]) for name, rows in known.tables().items()})


def _merged_rows(known: tuple[Any, ...], added: tuple[Any, ...]) -> tuple[Any, ...]:
    statements = {_statement(row): row for row in (*known, *added)}
    return tuple(statements[key] for key in sorted(statements))


def _statement(row: Any) -> str:
    """What a record speaks of and who says so; as text, because an identity may hold None."""
    return row.id if isinstance(row, Source) else repr((row.identity, row.sources))
