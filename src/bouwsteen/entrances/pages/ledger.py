"""The ledger for people: a row an entry, which of them the site shows now, and what can be done about a mistake.

And one entry: who, when, why, and every version that it changed, each with a way to its page.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bouwsteen.entrances.pages.blocks import Block, Item, Label, Page, Paragraph, Table, Thing, Tone
from bouwsteen.entrances.words import Words
from bouwsteen.model.history import LedgerEntry
from bouwsteen.model.records import FamilyVerdict
from bouwsteen.services.ports import Change

MOST = 200
ENTRY = "staff-entry"
"""The kind of thing that an entry is, for a door that can link to it."""


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
        Table(
            headers=headers,
            rows=rows,
            flexible=(3,),
            right=(0, 4),
            about=tuple(Thing(ENTRY, str(each.number)) for each in entries[:MOST]),
        ),
        Paragraph(say("ledger.undo")),
    )


def entry_page(
    entry: LedgerEntry,
    changes: Sequence[Change],
    names: Mapping[str, str],
    say: Words,
    *,
    when: str,
    most: int,
) -> Page:
    """`names` gives the name of each file, qualification and module; of each kind of change `most` are named."""
    rows = (
        (say("column.ledger-on"), when),
        (say("column.ledger-by"), entry.actor),
        (say("column.ledger-why"), _why(entry.reason, say)),
        (say("ledger.entry.editions"), say.number(entry.editions)),
    )
    family = _family(entry.reason)
    leads = (None, None, Thing("family", family) if family else None)
    changed = () if family else tuple(changed_blocks(changes, names, say, most=most))
    return (Table(headers=("", ""), rows=rows, flexible=(1,), about=leads), *changed)


def changed_blocks(
    changes: Sequence[Change], names: Mapping[str, str], say: Words, *, most: int
) -> Iterator[Block]:
    """Each version that is new, changed or ended, with a way to it."""
    for kind, group in groupby(changes, key=lambda each: each.kind):
        same = list(group)
        yield Label(say(f"staff.import.{kind}", count=len(same)))
        for each in same[:most]:
            yield _version(each, names, say)
        if len(same) > most:
            yield Paragraph(say("staff.import.more", count=len(same) - most), Tone.QUIET)


def _version(change: Change, names: Mapping[str, str], say: Words) -> Item:
    """A code leads to its page, of whatever it is the code; what belongs to no code has no page."""
    if not change.owner:
        return Item(say("staff.import.of-all"))
    name = names.get(change.owner)
    owner = f"{name} ({change.owner})" if name else change.owner
    words = say("staff.import.version", owner=owner, version=change.version)
    return Item(words, about=Thing("qualification", change.owner))


def _family(reason: str) -> str:
    """The family that an entry judges; empty where it does not."""
    verdict, _, family = reason.partition(" ")
    return family if verdict in tuple(FamilyVerdict) and " " not in family else ""


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
