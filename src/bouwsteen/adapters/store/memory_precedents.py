"""A book of precedents in memory: the same contract as the database, gone with the process."""

from datetime import datetime
from threading import Lock

from bouwsteen.model.errors import UnknownDecision
from bouwsteen.model.precedents import BoardDecision, PrecedentBook, PrecedentEntry, Withdrawal


class MemoryPrecedents:
    """One entry at a time; reading goes on meanwhile."""

    def __init__(self) -> None:
        self._writing = Lock()
        self._book = PrecedentBook()

    def book(self) -> PrecedentBook:
        return self._book

    def record(self, content: BoardDecision | Withdrawal, *, recorded: datetime) -> PrecedentEntry:
        with self._writing:
            entry = next_entry(self._book, content, recorded)
            self._book = PrecedentBook((*self._book.entries, entry))
        return entry


def next_entry(
    book: PrecedentBook, content: BoardDecision | Withdrawal, recorded: datetime
) -> PrecedentEntry:
    """`content` as the entry after `book`; raises `UnknownDecision`."""
    if isinstance(content, Withdrawal) and content.number not in dict(book.standing):
        raise UnknownDecision(content.number, book.newest)
    return PrecedentEntry(number=book.newest + 1, recorded=recorded, content=content)
