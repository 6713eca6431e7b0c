"""What is known of one thing of the structure, in words; what is not known is said too."""

from collections.abc import Iterator

from bouwsteen.entrances.words.catalogue import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.period import Validity
from bouwsteen.model.sources import Confidence
from bouwsteen.rules.parameters import sector_of
from bouwsteen.services.show_part import Shown


def facts_of(shown: Shown, structure: DatedCatalogue, say: Words) -> Iterator[tuple[str, str]]:
    """What is known of it, as pairs of a name and a value, in the order in which people look for them."""
    yield say("fact.kind"), say(f"kind.{shown.kind}")
    yield say("fact.code" if shown.key == shown.code else "fact.key"), shown.key
    if shown.kind == "qualification":
        inferred = shown.level_confidence is Confidence.INFERRED
        level = (
            say("level.inferred" if inferred else "level.stated", level=shown.level) if shown.level else ""
        )
        yield say("fact.level"), level or say("unknown")
        yield say("fact.sector"), _domain(shown.domain, structure) or say("sector.unknown")
        if shown.domain and shown.domain_confidence:
            yield say("fact.sector-source"), _sector_source(shown, say)
        yield say("fact.file"), shown.file or say("unknown")
        yield say("fact.current"), say(f"current.{shown.current}")
    if same := other_code(shown, structure):
        yield say("fact.same-sector"), say("sector.two-codes", title=_titles(structure)[same], code=same)
    if shown.kind in ("qualification", "module"):
        yield say("fact.hours"), say("hours.stated", hours=shown.hours) if shown.hours else say("unknown")
    if shown.valid != Validity():
        yield say("fact.valid"), valid_in_words(shown.valid, say)
    if shown.confidence:
        yield say("fact.confidence"), say(f"confidence.{shown.confidence}")


def other_code(shown: Shown, structure: DatedCatalogue) -> str:
    """The other code of the sector that a domain stands for; empty where it has one, and for what is no domain."""
    same = (each for each in _titles(structure) if sector_of(each) == sector_of(shown.code))
    return next((each for each in same if each != shown.code), "") if shown.kind == "domain" else ""


def _sector_source(shown: Shown, say: Words) -> str:
    """Who says of it that it is in that sector, and how sure that is; or that nobody does, and where it comes from."""
    inferred = shown.domain_confidence is Confidence.INFERRED
    return say(
        "sector.inferred" if inferred else "sector.stated",
        source=shown.domain_source.title if shown.domain_source else say("unknown"),
        confidence=say(f"confidence.{shown.domain_confidence}"),
    )


def _domain(code: str | None, structure: DatedCatalogue) -> str:
    return f"{_titles(structure).get(code, '')} ({code})".strip() if code else ""


def _titles(structure: DatedCatalogue) -> dict[str, str]:
    return {each.code: each.title for each in structure.catalogue.records.domains}


def valid_in_words(valid: Validity, say: Words) -> str:
    name = "valid.from-at-latest" if valid.start_at_latest else "valid.from"
    start = say(name, start=valid.start) if valid.start else say("valid.start-unknown")
    if valid.end:
        return f"{start}, {say('valid.until', end=valid.end)}"
    return f"{start}, {say('valid.open' if valid.end_known else 'valid.end-unknown')}"
