"""The answer of `bouwsteen show` for people."""

from collections import defaultdict
from collections.abc import Iterator

from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Page, Paragraph, Table, Thing, Tone
from bouwsteen.entrances.pages.occupations import training_blocks
from bouwsteen.entrances.pages.sources import source_items
from bouwsteen.entrances.words import Words, facts_of, other_code
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.records import Correction
from bouwsteen.model.sources import Confidence
from bouwsteen.services.show_concept import NO_TRAINING, Training
from bouwsteen.services.show_part import Shown, ShownPart

_CORRECTIONS = {
    (True, True): "show.correction",
    (True, False): "show.wrong",
    (False, True): "show.lacking",
    (False, False): "show.doubted",
}
"""How a correction is said, by whether it says what stood there and what should."""


def shown_page(shown: Shown, structure: DatedCatalogue, say: Words, training: Training = NO_TRAINING) -> Page:
    """What it is, its parts, where it is used, what differs between sources, and the sources."""
    rows = tuple(facts_of(shown, structure, say))
    leads = {
        say("fact.file"): Thing("file", shown.file) if shown.file and shown.file in structure.files else None,
        say("fact.sector"): Thing("domain", shown.domain) if shown.domain else None,
        say("fact.same-sector"): Thing("domain", same) if (same := other_code(shown, structure)) else None,
    }
    return (
        Heading(shown.title or say("show.untitled")),
        Table(headers=("", ""), rows=rows, flexible=(1,), about=tuple(leads.get(name) for name, _ in rows)),
        *_incomplete(shown, say),
        *_parts(shown, say),
        *_holders(shown, structure, say),
        *training_blocks(training, say),
        *_offers(shown, structure, say),
        *_certificates(shown, say),
        *_differences(shown, say),
        Heading(say("show.sources")),
        *source_items(shown.sources, structure, say),
    )


def _incomplete(shown: Shown, say: Words) -> Iterator[Block]:
    if shown.complete is False:
        because = f"incomplete.{shown.incomplete_because}"
        words = say(because) if because in say else shown.incomplete_because
        yield Paragraph(say("programme.incomplete", because=words), Tone.WARNING)


def _parts(shown: Shown, say: Words) -> Iterator[Block]:
    if shown.parts:
        yield Heading(say(f"show.parts-of-{shown.kind}"))
        for each in shown.parts:
            yield from _part(each, say, depth=0)


def _part(part: ShownPart, say: Words, *, depth: int) -> Iterator[Block]:
    unsure = part.confidence in (Confidence.OCR, Confidence.TRANSCRIBED)
    name = "show.part-unsure" if unsure else "show.part"
    confidence = say(f"confidence.{part.confidence}") if part.confidence else ""
    words = say(name, code=part.code, title=part.title, confidence=confidence)
    yield Item(words, depth=depth, about=Thing(part.kind, part.key))
    for each in part.parts:
        yield from _part(each, say, depth=depth + 1)


def _holders(shown: Shown, structure: DatedCatalogue, say: Words) -> Iterator[Block]:
    if shown.holders:
        yield Heading(say("show.holders"))
        for crebo in shown.holders:
            title = structure.qualifications[crebo].name
            yield Item(say("show.part", code=crebo, title=title), about=Thing("qualification", crebo))


def _offers(shown: Shown, structure: DatedCatalogue, say: Words) -> Iterator[Block]:
    """Which modules schools were seen to offer, or with what a module was seen; none seen means nothing."""
    if not shown.offers:
        return
    schools = {each.code: each.name for each in structure.catalogue.records.institutions}
    seen: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for each in shown.offers:
        other = (each.qualification or each.file or "") if shown.kind == "module" else each.module
        seen[other][schools.get(each.institution, each.institution)] = None
    yield Heading(say("show.offers-of-module" if shown.kind == "module" else "show.offers"))
    for code, names in sorted(seen.items()):
        words = say("show.offer", code=code, title=_title(code, structure), schools=say.listed(list(names)))
        yield Item(words, about=_thing(code, structure))
    yield Paragraph(say("show.offers-mean"), Tone.QUIET)


def _thing(code: str, structure: DatedCatalogue) -> Thing | None:
    """What the code names, where it is known."""
    kinds = {"module": structure.modules, "qualification": structure.qualifications, "file": structure.files}
    return next((Thing(kind, code) for kind, known in kinds.items() if code in known), None)


def _title(code: str, structure: DatedCatalogue) -> str:
    if code in structure.modules:
        return structure.modules[code].title
    if code in structure.qualifications:
        return structure.qualifications[code].name
    return (structure.files[code].title or "") if code in structure.files else ""


def _certificates(shown: Shown, say: Words) -> Iterator[Block]:
    if shown.kind not in ("core-task", "work-process", "module", "certificate"):
        return
    yield Heading(say("show.certificates"))
    for each in shown.certificates:
        because = f"certificate-because.{each.because}"
        words = say(because) if because in say else each.because
        name = "certificate.carries" if each.part or each.module else "certificate.may-concern"
        yield Item(say(name, name=each.name, because=words))
        if each.covers:
            yield Item(say("show.covers", covers=each.covers), depth=1)
    if not shown.certificates:
        yield Paragraph(say("certificate.unknown"))


def _differences(shown: Shown, say: Words) -> Iterator[Block]:
    if shown.alternatives or shown.corrections:
        yield Heading(say("show.differences"))
    for other in shown.alternatives:
        yield Item(say("show.alternative", code=other.code, value=other.value))
    for each in shown.corrections:
        certainty = say("correction.applied" if each.applied else f"correction.{each.certainty}")
        yield Item(_correction(each, certainty, say))


def _correction(each: Correction, certainty: str, say: Words) -> str:
    if each.field == "structure":  # what should be is written for a program
        return say("show.structure-wrong", certainty=certainty)
    name = _CORRECTIONS[bool(each.old), bool(each.new)]
    code = each.code or say(f"correction.of-{each.field}")
    return say(name, code=code, old=each.old, new=each.new, certainty=certainty)
