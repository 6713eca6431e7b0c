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
_TURN = threading.Lock()


def in_turn(view: View[Given]) -> View[Given]:
    """The same view, one at a time in a worker."""

    @wraps(view)
    def answered(*given: Given.args, **named: Given.kwargs) -> HttpResponse:
        with _TURN:
            return view(*given, **named)

    return answered
