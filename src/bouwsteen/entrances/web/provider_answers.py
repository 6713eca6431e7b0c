"""What a provider of logins answers is waited for shortly, and read as far as such answers go.

A time-out of `requests` counts from byte to byte, so who sends one in a while is waited for without end. Here all that
a provider is asked for one step of a login (where its pages are, its keys, a token) has a time together; what does not
come within it, is longer than `MOST_BYTES`, is packed, or leads elsewhere, is no answer.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic
from typing import Any

from authlib.integrations.django_client import DjangoOAuth2App
from authlib.integrations.requests_client import OAuth2Session
from requests import PreparedRequest, RequestException, Response, Timeout
from requests.adapters import HTTPAdapter

from bouwsteen.entrances.web.patience import Patience

SECONDS = 10.0
"""So long a provider gets for one step."""
MOST_BYTES = 512 * 1024
"""Far above what a provider has to say; the keys of a large one are some tens of kB."""
AT_ONCE = 4
"""So many answers are waited for; a thread that hangs holds its place until the other side lets go."""
_PIECE = 16 * 1024
_UNTIL: ContextVar[float] = ContextVar("until")


@contextmanager
def within(seconds: float = SECONDS) -> Iterator[None]:
    """All that is asked inside gets so long together."""
    before = _UNTIL.set(monotonic() + seconds)
    try:
        yield
    finally:
        _UNTIL.reset(before)


class _TooLate(Timeout):
    """It did not come in time."""


_PATIENCE = Patience(at_once=AT_ONCE, late=lambda: _TooLate("no answer in time"))


class ShortAnswers(HTTPAdapter):
    """Asks, and reads the whole answer, within the time that is left."""

    def send(self, request: PreparedRequest, **given: Any) -> Response:  # type: ignore[override]  # all by name
        until = _UNTIL.get()
        request.headers["Accept-Encoding"] = "identity"
        given |= {"stream": True, "timeout": max(0.001, until - monotonic())}
        ask = super().send
        return _PATIENCE.ask(lambda: _whole(ask(request, **given), until), seconds=until - monotonic())


def _whole(response: Response, until: float) -> Response:
    if response.headers.get("Content-Encoding", "identity") != "identity":
        response.close()
        raise RequestException("a packed answer can be of any length")
    body, raw = bytearray(), response.raw
    while piece := raw.read1(_PIECE):
        body += piece
        if len(body) > MOST_BYTES or monotonic() > until:
            response.close()
            raise (
                RequestException("a longer answer than a provider gives")
                if len(body) > MOST_BYTES
                else _TooLate()
            )
    raw.release_conn()
    response.raw = io.BytesIO(bytes(body))
    return response


class _Session(OAuth2Session):
    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.max_redirects = 0
        for scheme in ("https://", "http://"):
            self.mount(scheme, ShortAnswers())


class LoginClient(DjangoOAuth2App):
    """Authlib's client of a provider, with short answers."""

    client_cls = _Session
