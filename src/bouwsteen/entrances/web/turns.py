"""Views that only reckon take turns: four at once would each wait for three others, and fight for the interpreter.

For pages that never wait for a database, so that nobody's turn is long.
"""

import threading
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from django.http import HttpResponse

Given = ParamSpec("Given")
View = Callable[Given, HttpResponse]
SECONDS = 0.5
"""Who has waited so long for a turn goes on without one: slow answers hold nobody up for longer."""
_TURN = threading.Lock()


def in_turn(view: View[Given]) -> View[Given]:
    """The same view, one at a time in a worker where that is soon."""

    @wraps(view)
    def answered(*given: Given.args, **named: Given.kwargs) -> HttpResponse:
        mine = _TURN.acquire(timeout=SECONDS)
        try:
            return view(*given, **named)
        finally:
            if mine:
                _TURN.release()

    return answered
