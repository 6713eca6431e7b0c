"""The database is asked beside the request: shortly, and not by everybody at once."""

import threading
import time

import pytest

from bouwsteen.entrances.web.patience import Patience
from bouwsteen.services.ports import StorageCause, StorageFault


def test_what_was_asked_comes_back_and_so_does_what_went_wrong():
    patience = Patience()

    assert patience.ask(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        patience.ask(lambda: 1 // 0)


def test_nobody_waits_longer_and_places_come_free_again():
    patience, free = Patience(seconds=0.2, at_once=2), threading.Event()
    start = time.monotonic()
    for _ in range(4):  # the last two find no place
        with pytest.raises(StorageFault) as fault:
            patience.ask(free.wait)
        assert fault.value.cause is StorageCause.UNREACHABLE
    waited = time.monotonic() - start
    free.set()

    assert waited < 3
    assert patience.ask(lambda: "back") == "back"
