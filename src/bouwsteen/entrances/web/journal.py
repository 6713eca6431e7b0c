"""One line a request, as JSON, without anything about the person: no address, no query, no text, no browser.

    {"at": "2026-11-25T10:04:11.031+00:00", "route": "qualification", "method": "GET", "status": 200, "ms": 4}

What people type comes by POST, or after the question mark, and neither is written down. The route is the name of the
page, not the address: an address can hold a key that says what somebody looked at.
"""

import json
import logging
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse

LOGGER = logging.getLogger("bouwsteen.site")
EVENT = "request"
"""The one thing that we write down: a request was answered."""


class Journal:
    """Writes the line when the answer is ready."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = self._get_response(request)
        LOGGER.info(
            EVENT,
            extra={
                "said": {
                    "route": request.resolver_match.view_name if request.resolver_match else "",
                    "method": request.method,
                    "status": response.status_code,
                    "ms": round((time.perf_counter() - start) * 1000),
                }
            },
        )
        return response


class OneLine(logging.Formatter):
    """A record as one line of JSON; of a fault the kind and the place, never the values.

    What happened is a fixed word of ours. What others write may hold an address, so of them it is only who wrote it.
    """

    def format(self, record: logging.LogRecord) -> str:
        said: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "what": EVENT if record.msg == EVENT and record.name == LOGGER.name else record.name,
            **({"status": record.status_code} if hasattr(record, "status_code") else {}),
            **getattr(record, "said", {}),
        }
        if record.exc_info and record.exc_info[0]:
            said["fault"] = record.exc_info[0].__name__
            said["where"] = _place(record)
        return json.dumps(said)


def _place(record: logging.LogRecord) -> str:
    """Module and line of the innermost frame."""
    trace = record.exc_info[2] if record.exc_info else None
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""


CONFIGURATION = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "bouwsteen.entrances.web.journal.OneLine"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "stream": sys.stderr, "formatter": "line"}},
    "loggers": {
        "bouwsteen.site": {"handlers": ["out"], "level": "INFO", "propagate": False},
        "django": {"handlers": ["out"], "level": "ERROR", "propagate": False},
    },
}
"""For `logging.config.dictConfig`: everything to standard error."""
