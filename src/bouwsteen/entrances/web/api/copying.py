"""For whoever keeps a copy: every statement of a table, and what changed since a ledger number."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from bouwsteen.entrances.forms.lists import row_form
from bouwsteen.entrances.web.api import asked as form
from bouwsteen.entrances.web.api.answering import (
    LINES,
    fresh,
    lines,
    next_address,
    refusal_of,
    refusing,
    unchanged,
)
from bouwsteen.entrances.web.site import changes_since, published
from bouwsteen.services.ports import Change

router = Router(tags=["copying"])
ROWS_AT_ONCE = 500


@router.get("/bulk/{table}", summary="Every statement of a table, one a line")
def bulk(request: HttpRequest, table: form.Table) -> HttpResponse:
    structure = published().today().structure
    ready = refusal_of(request, (), LINES) or unchanged(request, structure, LINES)
    if ready:
        return ready
    return lines(request, _in_lines(structure.catalogue.whole.tables()[table.replace("-", "_")]), structure)


@router.get("/changes", summary="What was adopted since a ledger number")
@refusing
def changes(request: HttpRequest, asked: Query[form.Changes]) -> HttpResponse:
    newest, found = changes_since(asked.since)
    ordered = sorted((_place(each), each) for each in found)
    start = bisect_right([place for place, _ in ordered], asked.cursor) if asked.cursor else 0
    shown = ordered[start : start + asked.limit]
    after = shown[-1][0] if start + asked.limit < len(ordered) else ""
    more = next_address(request, after)
    content = {
        "since": asked.since,
        "number": newest,
        "items": [_change_form(each) for _, each in shown],
        "next": more,
    }
    return fresh(content, more)


def _in_lines(rows: Sequence[Any]) -> Iterator[bytes]:
    for start in range(0, len(rows), ROWS_AT_ONCE):
        some = rows[start : start + ROWS_AT_ONCE]
        yield b"".join(msgspec.json.encode(row_form(each)) + b"\n" for each in some)


def _place(change: Change) -> str:
    """Where a change stands in the order of changes, as text."""
    return f"{change.number:09}~{change.owner}~{change.version}~{change.source}"


def _change_form(change: Change) -> dict[str, Any]:
    return {
        "number": change.number,
        "change": change.kind.value,
        "source": change.source,
        "owner": change.owner,
        "version": change.version,
    }
