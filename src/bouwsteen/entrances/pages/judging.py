"""What people said of families, for people: a row a mark, the newest first."""

from collections.abc import Sequence

from bouwsteen.entrances.pages.blocks import Page, Paragraph, Table, Thing
from bouwsteen.entrances.words import Words
from bouwsteen.model.records import FamilyMark

MOST = 200


def marks_page(marks: Sequence[FamilyMark], say: Words) -> Page:
    """Of every family: each row leads to its own."""
    return _table(marks[:MOST], say, families=True)


def marks_of_one_page(marks: Sequence[FamilyMark], say: Words) -> Page:
    return _table(marks[:MOST], say, families=False)


def _table(marks: Sequence[FamilyMark], say: Words, *, families: bool) -> Page:
    if not marks:
        return (Paragraph(say("staff.families.none")),)
    first = 0 if families else 1
    headers = tuple(say(f"column.{name}") for name in ("family", "said", "ledger-by", "ledger-on"))[first:]
    rows = tuple((each.family, _said(each, say), each.by, say.day(each.on))[first:] for each in marks)
    about = tuple(Thing("family", each.family) for each in marks) if families else ()
    return (Table(headers=headers, rows=rows, flexible=(1 - first,), about=about),)


def _said(mark: FamilyMark, say: Words) -> str:
    return say(f"family-said.{mark.verdict}", title=mark.title)
