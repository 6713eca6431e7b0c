"""What the use cases need from outside: one Protocol a role. Adapters implement them; wiring joins them."""

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, ClassVar, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.content import PartContent
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.model.history import History, LedgerEntry
from bouwsteen.model.precedents import BoardDecision, PrecedentBook, PrecedentEntry, Withdrawal
from bouwsteen.model.records import Edition

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray  # a command that compares no texts never loads numpy


class Clock(Protocol):
    """Tells the time; the only one who does."""

    def now(self) -> datetime: ...


HERE = "Europe/Amsterdam"
"""The time zone of the law and of the schools."""


def day_here(moment: datetime) -> date:
    """The day where the schools are; in UTC on a machine that knows no time zones.

    >>> day_here(datetime.fromisoformat("2026-11-25T23:05:00+00:00"))
    datetime.date(2026, 11, 26)
    """
    with suppress(ZoneInfoNotFoundError):
        return moment.astimezone(ZoneInfo(HERE)).date()
    return moment.date()


class Catalogues(Protocol):
    """Gives the newest catalogue there is, from memory or a file; only the number is asked of the ledger."""

    def newest(self) -> Catalogue: ...

    def number(self) -> int | None:
        """The newest ledger number, None where there is no ledger yet. Raises `StorageFault`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """What an adoption did: its ledger entry, or None when everything was known already."""

    entry: LedgerEntry | None
    new_editions: int
    unchanged_editions: int


class Ledger(Protocol):
    """Keeps every edition with the ledger numbers at which it is known."""

    def history(self) -> History:
        """Everything ever adopted, without documents."""

    def entries(self) -> tuple[LedgerEntry, ...]:
        """Who adopted what, when and why, without what; the oldest first."""

    def adopt(self, editions: Iterable[Edition], *, actor: str, reason: str, recorded: datetime) -> Adoption:
        """Takes in `editions` as one entry, in one transaction, one at a time (bounded memory).

        An edition replaces the one of the same source, owner and version; an edition without an owner adds its
        records to those of the same source. One that is equal to what is known changes nothing, and when all
        are, there is no entry. Whatever `editions` raises ends the transaction and leaves everything as it was.
        """

    def editions(
        self, number: int | None = None, *, owner: str | None = None, source: str | None = None
    ) -> Iterator[Edition]:
        """The editions known at ledger number `number` (None: the newest), with their documents, one at a time.

        With `owner` only those of that file, qualification or module; with `source` only those of that source.
        """

    def changes(self, since: int) -> tuple[int, tuple["Change", ...]]:
        """The newest ledger number, and what changed after `since`; raises `UnknownLedgerNumber`."""


class Contents(Protocol):
    """What parts require in words, where a register was taken in with its texts."""

    def of(self, owner: str, version: str) -> Mapping[str, PartContent]:
        """Code of each part of that version → what it requires; empty where no text is known."""


class Precedents(Protocol):
    """Keeps what examination boards decided; entries are only added."""

    def book(self) -> PrecedentBook:
        """Every entry, oldest first. Where nothing was ever recorded nothing is made."""

    def record(self, content: BoardDecision | Withdrawal, *, recorded: datetime) -> PrecedentEntry:
        """Adds one entry under the next number, in one transaction.

        Raises `UnknownDecision` for the withdrawal of a decision that does not stand.
        """


class ChangeKind(StrEnum):
    """What an adoption did to an edition."""

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Change:
    """What ledger entry `number` did to what `source` says of one version of one owner."""

    number: int
    owner: str
    version: str
    source: str
    kind: ChangeKind


class ApiKeys(Protocol):
    """Keys of programs that may write. Only a digest is kept: a key is seen once, by whoever asked for it."""

    def new(self, name: str, *, created: datetime) -> str:
        """A new key for `name`; raises `KeyNameTaken` where it has one already."""

    def holder(self, key: str) -> str | None:
        """Whose key it is; None for one that is not known, or that has ended."""

    def names(self) -> tuple[str, ...]:
        """Who has a key."""

    def end(self, name: str, *, ended: datetime) -> None:
        """Ends the key of `name`; raises `UnknownCode` where there is none."""


@dataclass(eq=False)
class KeyNameTaken(BouwsteenError):
    """`name` has a key already: end that first."""

    slug: ClassVar[str] = "key-name-taken"
    name: str

    def __str__(self) -> str:
        return f"{self.name!r} has a key already"


class StorageCause(StrEnum):
    """Why something cannot be kept or read back."""

    FULL = "full"  # no room left on the disk
    TOO_LARGE = "too-large"  # a limit on the size of a file
    NOT_A_FOLDER = "not-a-folder"  # a file stands where a folder should be, or the other way round
    NO_ACCESS = "no-access"  # may not be read or written
    UNREACHABLE = "unreachable"  # the database server does not answer, or refuses this user
    BUSY = "busy"  # another program has been writing for too long
    DAMAGED = "damaged"  # it is not what was written
    NEWER = "newer"  # made by a newer release
    FAILED = "failed"  # anything else; `detail` says what the system said


@dataclass(eq=False)
class StorageFault(BouwsteenError):
    """What is kept at `path` (never with a password) cannot be read or written. Nothing was changed."""

    slug: ClassVar[str] = "storage-fault"
    path: str
    cause: StorageCause
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.path}: {self.cause}{f' ({self.detail})' if self.detail else ''}"

    @classmethod
    def from_system(cls, path: Path | str, error: OSError) -> "StorageFault":
        """The fault behind what the operating system said."""
        cause = _SYSTEM_CAUSES.get(error.errno or 0, StorageCause.FAILED)
        return cls(str(path), cause, error.strerror or str(error))


_SYSTEM_CAUSES = {
    errno.ENOSPC: StorageCause.FULL,
    errno.EDQUOT: StorageCause.FULL,
    errno.EFBIG: StorageCause.TOO_LARGE,
    errno.ENOTDIR: StorageCause.NOT_A_FOLDER,
    errno.EEXIST: StorageCause.NOT_A_FOLDER,
    errno.EISDIR: StorageCause.NOT_A_FOLDER,
    errno.EACCES: StorageCause.NO_ACCESS,
    errno.EPERM: StorageCause.NO_ACCESS,
    errno.EROFS: StorageCause.NO_ACCESS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One thing that is wrong in a file: where (`file`, `line`, `path` inside it), which (`slug`), and what."""

    file: str
    line: int | None
    path: str
    slug: str
    given: str = ""
    expected: str = ""


@dataclass(eq=False)
class RefusedFile(BouwsteenError):
    """A file that cannot be taken in; `mistakes` are all of them. Nothing was changed."""

    slug: ClassVar[str] = "refused-file"
    mistakes: tuple[Mistake, ...]

    def __str__(self) -> str:
        return "; ".join(
            f"{each.file}:{each.line or ''} {each.path} {each.slug} {each.given}" for each in self.mistakes
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a reader is: bytes read of all bytes."""

    done: int
    total: int


class RegisterReader(Protocol):
    """Reads a register's files as a stream of editions.

    Raises `RefusedFile` with all mistakes, at the end of the stream at the latest. What a reader does not know
    it hands to `report`, each kind of thing once per file, and reads on.
    """

    def read(
        self,
        paths: Iterable[Path],
        *,
        exported: date | None,
        report: Callable[[Mistake], None],
        progress: Callable[[Progress], None],
    ) -> Iterator[Edition]: ...


class RegisterWriter(Protocol):
    """Writes editions in a register's form."""

    def write(self, editions: Iterable[Edition], out: BinaryIO) -> None: ...


class IndexCache(Protocol):
    """Keeps what is costly to make, as bytes, under a name that says what it was made of. May forget."""

    def load(self, name: str) -> bytes | None: ...

    def save(self, name: str, content: bytes) -> None: ...


def kept_or_made(cache: IndexCache | None, name: str, make: Callable[[], bytes]) -> bytes:
    """What the cache has under `name`; else what is made now, and kept there for the next time."""
    kept = cache.load(name) if cache is not None else None
    if kept is None:
        kept = make()
        if cache is not None:
            cache.save(name, kept)
    return kept


class QueryCause(StrEnum):
    """Why a query got no answer."""

    TOO_LONG = "too-long"  # its text
    REFUSED = "refused"  # it would read elsewhere
    NOT_SPARQL = "not-sparql"  # not of the form of a query
    TOO_SLOW = "too-slow"  # took more time than it may
    TOO_LARGE = "too-large"  # took more memory, or gave more than it may
    OTHER_FORM = "other-form"  # gives rows where triples were asked for, or the reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryAnswer:
    """What a query gave, and in which form."""

    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A query without an answer, and why."""

    cause: QueryCause
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedTerm:
    """A word of our own in the linked data: what it is called and means in each language, and what it is elsewhere."""

    iri: str
    label: Mapping[str, str]
    definition: Mapping[str, str]
    aligned: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What stands behind the `#` of its address."""
        return self.iri.rpartition("#")[2]


class LinkedData(Protocol):
    """The structure on one day as linked data; media types are those of `formats` and `results`."""

    formats: tuple[str, ...]
    results: tuple[str, ...]

    def about(self, kind: str, key: str, media_type: str) -> bytes | None:
        """What is said of one thing; None where nothing is."""

    def dump(self, media_type: str) -> bytes:
        """All of it."""

    @property
    def terms(self) -> tuple[LinkedTerm, ...]:
        """The words of our own in it."""

    def about_terms(self, media_type: str) -> bytes:
        """What is said of those words."""

    def answer(self, query: str, *media_types: str) -> QueryAnswer | Refusal:
        """The results of a SPARQL query in the first form that fits, or why there are none.

        `results` fit what asks for rows or a yes or no (SELECT, ASK), `formats` what asks for triples.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class PartText:
    """The full text of a part as a register has it, plain; `additions` is what is added for each profile."""

    key: PartKey
    text: str
    additions: Mapping[str, str]


class PartTexts(Protocol):
    """The texts of parts, of those that were imported with them; the embedded catalogue has none."""

    def of(self, keys: Iterable[PartKey]) -> Mapping[PartKey, PartText]: ...


class OpenEducation(Protocol):
    """The structure on one day as an interface of schools' systems has it: things by kind and id."""

    def forms(self, kind: str) -> Mapping[str, dict[str, Any]]:
        """Id → the thing."""

    def inside(self, kind: str, identity: str, inner: str) -> tuple[dict[str, Any], ...]:
        """The things of kind `inner` inside the one with this id."""


class Encoder(Protocol):
    """Turns texts into vectors of length one: the product of two is a cosine, high where they mean the same.

    `name` names vectors that are comparable: what is kept under another name was made by another encoder.
    """

    @property
    def name(self) -> str: ...

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """One row a text, in their order; a text without a word is a row of zeros."""
