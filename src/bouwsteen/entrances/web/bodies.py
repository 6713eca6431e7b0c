"""Only a few requests at once may wait for what is sent with them: the others of a worker go on answering.

A worker has a few threads, and whoever says that a thousand bytes come and sends none holds one of them for as long as
the connection stays. The server has no time-out for that (it has one for headers), and a read that has begun cannot be
ended from here; in production the proxy before it reads bodies within a time (docs/site.md). What is certain here: the
catalogue goes on, and a request that cannot be read now is told so at once. Files that programs and staff import are
read where they are kept, with turns of their own: `IMPORTS`.

Nothing of a form comes on a disk. Of one that is too large for its file the file is dropped while it comes, so that
what was typed stays. Whoever still sends something else that is refused is let finish, for until then many browsers
and programs read no answer. Both up to `MOST_FINISHED`; what says that it is longer is refused at once.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError
from django.utils.datastructures import MultiValueDict

from bouwsteen.entrances.web.pages import faults
from bouwsteen.entrances.web.uploads import DroppedUpload

AT_ONCE = 2
"""So many bodies are waited for at once; a worker has four threads."""
PATIENCE = 0.2
"""So many seconds a request waits for its turn."""
FORMS = frozenset({"/keuzeruimte", "/diplomacheck", "/vrijstelling", "/route", "/overstappen"})
"""Pages whose own form takes a file."""
PROGRAMS = ("/api/", "/ooapi/")
READ_ELSEWHERE = frozenset({"/api/v1/imports", "/mijn/inlezen"})
MOST_FINISHED = 10 * 1024 * 1024
"""So many bytes of what is refused are let come; a photo of a diploma is less."""
LEAST_FINISHED = 64 * 1024
"""So much a server holds between: whoever sends it has done so when the answer comes."""
SECONDS = 20
"""So long what is refused may be under way."""
_PIECE = 64 * 1024


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
BODIES = Turns()
"""Of everything else that is sent."""


class LetFinish:
    """Lets whoever sends what was refused unread finish, so that they read the answer.

    Not who asks first whether to send (`Expect: 100-continue`, RFC 9110 section 10.1.1): they read it before that.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        said = request.META.get("CONTENT_LENGTH") or "0"
        sends = said.isdecimal() and LEAST_FINISHED < int(said) <= MOST_FINISHED
        if sends and response.status_code >= HTTPStatus.MULTIPLE_CHOICES and "Expect" not in request.headers:
            with BODIES.taken() as turn:
                if turn:
                    _dropped(request)
        return response


def _dropped(request: HttpRequest) -> None:
    """What is still under way; where all came in that is nothing."""
    until = time.monotonic() + SECONDS
    try:
        while request.read(_PIECE) and time.monotonic() < until:
            continue
    except UnreadablePostError:
        return


class FewBodies:
    """Reads the body before anything else looks at the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        said = request.META.get("CONTENT_LENGTH") or "0"
        if said == "0" or request.path_info in READ_ELSEWHERE:
            return self._get_response(request)
        most = settings.FILE_UPLOAD_MAX_MEMORY_SIZE
        large = not said.isdecimal() or int(said) > most
        if large and request.plain_path not in FORMS:
            return faults.too_large(request, most)
        if large and not (said.isdecimal() and int(said) <= MOST_FINISHED):
            return self._unread(request)
        if large:
            request.upload_handlers = [DroppedUpload(request, seconds=SECONDS)]
        with BODIES.taken() as turn:
            if not turn:
                return faults.busy(request)
            try:
                _read(request)
            except UnreadablePostError:
                return faults.late(request)
        return self._told(request) if large else self._get_response(request)

    def _told(self, request: HttpRequest) -> HttpResponse:
        """The form, with all that was typed in it, which says that its file was too large."""
        request.too_large = True
        response = self._get_response(request)
        if response.status_code == HTTPStatus.OK:
            response.status_code = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        return response

    def _unread(self, request: HttpRequest) -> HttpResponse:
        """The form that it came from, empty; nothing more can come over this connection."""
        request.method = "GET"
        request._post, request._files = QueryDict(), MultiValueDict()
        response = self._told(request)
        response.headers["Connection"] = "close"
        return response


def _read(request: HttpRequest) -> None:
    """Into the request itself, as whoever asks for it later finds it there; programs send no forms."""
    form = request.content_type == "multipart/form-data" and not request.path_info.startswith(PROGRAMS)
    _ = request.POST if form else request.body
