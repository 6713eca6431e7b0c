"""Only a few requests at once may wait for what is sent with them: the others of a worker go on answering.

A worker has a few threads, and whoever says that a thousand bytes come and sends none holds one of them for as long as
the connection stays. The server has no time-out for that (it has one for headers), and a read that has begun cannot be
ended from here; in production the proxy before it reads bodies within a time (docs/api.md). What is certain here: the
catalogue goes on, and a request that cannot be read now is told so at once. Files that programs and staff import are
read where they are kept, with turns of their own: `IMPORTS`. What says that it is too long is refused unread, and
nothing of a form comes on a disk.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError
from django.utils.datastructures import MultiValueDict

from bouwsteen.entrances.web.pages import faults

AT_ONCE = 2
"""So many bodies are waited for at once; a worker has four threads."""
PATIENCE = 0.2
"""So many seconds a request waits for its turn."""
FORMS = frozenset({"/keuzeruimte", "/diplomacheck", "/vrijstelling", "/route", "/overstappen"})
"""Pages whose own form takes a file."""
READ_ELSEWHERE = frozenset({"/api/v1/imports", "/mijn/inlezen"})


class Turns:
    """For what holds a thread of this worker for long: `AT_ONCE` of it, so that the others go on answering."""

    def __init__(self) -> None:
        self._places = threading.BoundedSemaphore(AT_ONCE)

    @contextmanager
    def taken(self) -> Iterator[bool]:
        """Whether it is the turn of who asks; it ends with the block."""
        got = self._places.acquire(timeout=PATIENCE)
        try:
            yield got
        finally:
            if got:
                self._places.release()


IMPORTS = Turns()
"""Of registers that are read in, by a program or by staff."""


class FewBodies:
    """Reads the body before anything else looks at the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._turns = Turns()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        said = request.META.get("CONTENT_LENGTH") or "0"
        if said == "0" or request.path_info in READ_ELSEWHERE:
            return self._get_response(request)
        if not said.isdecimal() or int(said) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
            return self._unread(request)
        with self._turns.taken() as turn:
            if not turn:
                return faults.busy(request)
            try:
                _read(request)
            except UnreadablePostError:
                return faults.late(request)
        return self._get_response(request)

    def _unread(self, request: HttpRequest) -> HttpResponse:
        """The form that it came from, which says how much it takes; nothing more can come over this connection."""
        if request.plain_path not in FORMS:
            return faults.too_large(request, settings.FILE_UPLOAD_MAX_MEMORY_SIZE)
        request.method, request.unread = "GET", True
        request._post, request._files = QueryDict(), MultiValueDict()
        response = self._get_response(request)
        response.status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        response.headers["Connection"] = "close"
        return response


def _read(request: HttpRequest) -> None:
    """Into the request itself, as whoever asks for it later finds it there."""
    _ = request.POST if request.content_type == "multipart/form-data" else request.body
