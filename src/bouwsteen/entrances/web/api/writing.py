"""Writing, with a key: a register's file, and what somebody says of a family of parts.

A file is read as `bouwsteen import` reads it: all of it, or nothing. It is the body itself, written to a temporary file
piece by piece, and removed when it has been read. What is said of a family is kept with the name of the key and the
moment, and is never erased: a later word counts instead.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path as FilePath

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router
from ninja.security import APIKeyHeader

from bouwsteen.entrances import wiring
from bouwsteen.entrances.forms.insight import mark_form
from bouwsteen.entrances.forms.register import imported_form
from bouwsteen.entrances.web.api import asked as form
from bouwsteen.entrances.web.api import asked_reuse as reuse
from bouwsteen.entrances.web.api.answering import computed, refusal_of
from bouwsteen.entrances.web.api.problems import problem
from bouwsteen.entrances.web.bodies import IMPORTS
from bouwsteen.entrances.web.site import published, reused_on
from bouwsteen.entrances.web.uploads import named, told_by_name
from bouwsteen.entrances.words.clean import cleaned
from bouwsteen.model.records import FamilyVerdict
from bouwsteen.services.import_register import import_register
from bouwsteen.services.judge_family import judge_family
from bouwsteen.services.policy import program
from bouwsteen.services.show_family import found_family

PIECE = 1024 * 1024
SECONDS = 600
"""So long a file may be under way."""
WITHOUT_NAME = ""
"""A body has none, so its mistakes are told by their line."""
ENDINGS = {
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/json": ".json",
    "application/zip": ".zip",
    "text/csv": ".csv",
    "text/turtle": ".ttl",
    "application/octet-stream": ".bin",
}
"""Media type → how the name of the file ends, by which readers know its form."""


class WriterKey(APIKeyHeader):
    """The key of a program that may write; `bouwsteen api-key new NAME` makes one."""

    param_name = "X-API-Key"

    def authenticate(self, request: HttpRequest, key: str | None) -> str | None:
        """Whose key it is; None where it is none."""
        return wiring.api_keys().holder(key) if key else None


router = Router(tags=["writing"], auth=WriterKey())


class TooSlow(Exception):
    """The file was under way for longer than `SECONDS`."""


@router.post("/imports", summary="A register's file, taken in whole or not at all")
def import_file(request: HttpRequest, asked: Query[form.Import]) -> HttpResponse:
    refusal = refusal_of(request, form.Import.model_fields)
    if refusal:
        return refusal
    ending = ENDINGS.get(request.content_type)
    if ending is None:
        return problem(request, 415, offered=", ".join(ENDINGS))
    with IMPORTS.taken() as turn:
        if not turn:
            return problem(request, 503, headers={"Retry-After": "10"})
        return _imported(request, asked, ending)


def _imported(request: HttpRequest, asked: form.Import, ending: str) -> HttpResponse:
    try:
        with _received(request, ending) as file, told_by_name(file, WITHOUT_NAME):
            imported = import_register(
                [file],
                wiring.reader(asked.kind),
                wiring.ledger(),
                clock=wiring.clock(),
                actor=program(request.auth),
                reason=f"import {asked.kind}",
                exported=asked.exported,
            )
    except TooSlow:
        return problem(request, 408, headers={"Connection": "close"})
    return computed(imported_form(named(imported, file, WITHOUT_NAME)))


@router.post(
    "/families/{code}/verdicts",
    summary="A family is one part (confirmed), only looks like it (rejected), or is open again (withdrawn)",
)
def judge_a_family(request: HttpRequest, code: Path[form.Key], said: reuse.FamilyVerdict) -> HttpResponse:
    return _marked(request, code, FamilyVerdict(said.verdict))


@router.post("/families/{code}/names", summary="How a family is to be called")
def name_a_family(request: HttpRequest, code: Path[form.Key], said: reuse.FamilyName) -> HttpResponse:
    return _marked(request, code, FamilyVerdict.NAMED, title=" ".join(cleaned(said.title).split()))


def _marked(request: HttpRequest, code: str, verdict: FamilyVerdict, *, title: str = "") -> HttpResponse:
    """The family as it is in the newest structure is what the mark is about."""
    refusal = refusal_of(request, ())
    if refusal:
        return refusal
    judged = judge_family(
        found_family(code, reused_on(published().today().structure)),
        verdict,
        wiring.ledger(),
        clock=wiring.clock(),
        actor=program(request.auth),
        title=title,
    )
    return computed(mark_form(judged.mark, judged.number))


@contextmanager
def _received(request: HttpRequest, ending: str) -> Iterator[FilePath]:
    """The body as a file, for as long as it is needed."""
    until = time.monotonic() + SECONDS
    with tempfile.TemporaryDirectory(prefix="bouwsteen-") as folder:
        path = FilePath(folder) / f"import{ending}"
        with path.open("wb") as file:
            while piece := request.read(PIECE):
                file.write(piece)
                if time.monotonic() > until:
                    raise TooSlow
        yield path
