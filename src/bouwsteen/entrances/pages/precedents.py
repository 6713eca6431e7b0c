"""Decisions of examination boards for people."""

from collections.abc import Iterable, Iterator, Sequence

from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Page, Paragraph, Tone
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.precedents import BoardDecision, PrecedentBook, PrecedentEntry, Withdrawal


def precedents_page(
    chosen: Sequence[PrecedentEntry], book: PrecedentBook, structure: DatedCatalogue, say: Words
) -> Page:
    """Each entry, and what a precedent is worth."""
    head = Heading(say("precedents.title"))
    if not chosen:
        return (head, Paragraph(say("precedents.none")))
    return (
        head,
        *_entries(chosen, book, structure, say),
        Paragraph(say("precedents.mean"), Tone.QUIET),
    )


def entry_page(entry: PrecedentEntry, structure: DatedCatalogue, say: Words) -> Page:
    """What was recorded just now, and how to take it back."""
    withdrawal = isinstance(entry.content, Withdrawal)
    return (
        Paragraph(say("precedents.recorded", number=entry.number), Tone.HAVE),
        *_entries((entry,), PrecedentBook(), structure, say),
        *(() if withdrawal else (Paragraph(say("precedents.take-back", number=entry.number), Tone.QUIET),)),
    )


def _entries(
    chosen: Iterable[PrecedentEntry], book: PrecedentBook, structure: DatedCatalogue, say: Words
) -> Iterator[Block]:
    for entry in chosen:
        text = _entry_text(entry, structure, say)
        withdrawn = entry.number in book.withdrawn
        yield Item(
            say("precedents.withdrawn", entry=text) if withdrawn else text,
            mark=f"{entry.number}.",
            tone=Tone.QUIET if withdrawn else Tone.NORMAL,
        )


def _entry_text(entry: PrecedentEntry, structure: DatedCatalogue, say: Words) -> str:
    content = entry.content
    if isinstance(content, Withdrawal):
        return say(
            "precedents.withdrawal",
            number=content.number,
            day=content.decided,
            school=school_name(content.institution, structure),
            reason=content.reason,
        )
    return say(
        "precedents.decision",
        part=part_name(content.part, structure, say),
        decision=decision_text(content, structure, say),
    )


def decision_text(decision: BoardDecision, structure: DatedCatalogue, say: Words) -> str:
    """Who decided what, when, on what, and why."""
    lessons = say(f"precedents.lessons-{decision.teaching}") if decision.teaching else ""
    return say(
        f"precedents.exam-{decision.exam}",
        day=decision.decided,
        body=say(f"body.{decision.body}"),
        school=school_name(decision.institution, structure),
        evidence=say(f"evidence-kind.{decision.evidence}"),
        lessons=f" {lessons}" if lessons else "",
        reason=decision.reason,
    )


def school_name(code: str, structure: DatedCatalogue) -> str:
    """The name of a school where the catalogue has it, else its code."""
    for each in structure.catalogue.records.institutions:
        if code in (each.brin, each.code):
            return each.name
    return code


def part_name(part: str, structure: DatedCatalogue, say: Words) -> str:
    """A part by its code and title; a generic part in words."""
    if f"generic.{part}" in say:
        return say(f"generic.{part}")
    if part in structure.modules:
        return f"{part} {structure.modules[part].title}"
    try:
        return f"{part} {structure.part(PartKey.parse(part)).title}"
    except UnknownCode:
        return part
