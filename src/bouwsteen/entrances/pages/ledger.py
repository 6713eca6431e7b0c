"""The ledger for people: a row an entry, which of them the site shows now, and what can be done about a mistake."""

from collections.abc import Sequence

from bouwsteen.entrances.pages.blocks import Page, Paragraph, Table, Tone
from bouwsteen.entrances.words import Words
from bouwsteen.model.history import LedgerEntry
from bouwsteen.model.records import FamilyVerdict

MOST = 200


def ledger_page(entries: Sequence[LedgerEntry], say: Words, *, shown: int) -> Page:
    """The first of `entries` on top; `shown` is the number that the site answers from."""
    rows = tuple(
        (
            str(each.number),
            say.day(each.recorded.date()),
            each.actor,
            _why(each.reason, say),
            say.number(each.editions),
        )
        for each in entries[:MOST]
    )
    headers = tuple(say(f"column.ledger-{name}") for name in ("number", "on", "by", "why", "editions"))
    return (
        Paragraph(say("ledger.shown", number=str(shown))),
        Paragraph(say.many("ledger.count", len(entries)), Tone.QUIET),
        Table(headers=headers, rows=rows, flexible=(3,), right=(0, 4)),
        Paragraph(say("ledger.undo")),
    )


def _why(reason: str, say: Words) -> str:
    """In words what the services note; what somebody wrote stays as it is."""
    match reason.split(" "):
        case [verdict, family] if verdict in tuple(FamilyVerdict):
            return say(f"ledger.family-{verdict}", family=family)
        case ["import", *what] if what:
            return say("ledger.import", what=" ".join(what))
        case ["embedded", "catalogue", *_]:
            return say("ledger.embedded")
        case _:
            return reason
