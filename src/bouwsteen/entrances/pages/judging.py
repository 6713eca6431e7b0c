"""What people said of families, for people: a row a mark, the newest first."""

from collections.abc import Sequence

from bouwsteen.entrances.pages.blocks import Page, Paragraph, Table, Thing
from bouwsteen.entrances.words import Words
from bouwsteen.model.records import FamilyMark

MOST = 200


def marks_page(marks: Sequence[FamilyMark], say: Words) -> Page:
    if not marks:
        return (Paragraph(say("staff.families.none")),)
    shown = marks[:MOST]
    headers = tuple(say(f"column.{name}") for name in ("family", "said", "ledger-by", "ledger-on"))
    rows = tuple((each.family, _said(each, say), each.by, say.day(each.on)) for each in shown)
    about = tuple(Thing("family", each.family) for each in shown)
    return (Table(headers=headers, rows=rows, flexible=(1,), about=about),)


def _said(mark: FamilyMark, say: Words) -> str:
    return say(f"family-said.{mark.verdict}", title=mark.title)
