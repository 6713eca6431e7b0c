"""Asking the database beside a request: a page waits for it shortly, and goes on without it.

A database that hangs answers neither yes nor no. So it is asked in a thread of its own, and the request waits
`SECONDS`, also for a thread that is free: no more than `AT_ONCE` ever hang.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Late
from time import monotonic
from typing import TypeVar

from bouwsteen.entrances.settings import chosen_address
from bouwsteen.services.ports import StorageCause, StorageFault

Answer = TypeVar("Answer")
SECONDS = 0.8
AT_ONCE = 4
"""As many as a worker has threads: who is not kept waiting never finds all of them taken."""


class Patience:
    """Asks for at most `seconds`, and at most `at_once` questions at a time."""

    def __init__(
        self, seconds: float = SECONDS, at_once: int = AT_ONCE, late: Callable[[], Exception] | None = None
    ) -> None:
        self._seconds, self._late = seconds, late or _no_answer
        self._places = threading.BoundedSemaphore(at_once)

    def ask(self, read: Callable[[], Answer], *, seconds: float | None = None) -> Answer:
        """What `read` gives; raises what it raises, and `late` (`StorageFault`) where it does not come in time."""
        patience = max(0.0, self._seconds if seconds is None else seconds)
        until = monotonic() + patience
        future: Future[Answer] = Future()
        if not self._places.acquire(timeout=patience):
            raise self._late()
        threading.Thread(target=self._read, args=(read, future), name="asking", daemon=True).start()
        try:
            return future.result(timeout=max(0.0, until - monotonic()))
        except Late:
            raise self._late() from None

    def _read(self, read: Callable[[], Answer], future: "Future[Answer]") -> None:
        try:
            future.set_result(read())
        except BaseException as error:  # whatever it is, it is raised again where the answer is waited for
            future.set_exception(error)
        finally:
            self._places.release()


def _no_answer() -> StorageFault:
    return StorageFault(chosen_address().shown, StorageCause.UNREACHABLE)
