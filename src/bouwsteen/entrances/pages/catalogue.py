"""The answer of `bouwsteen catalogue` for people."""

from collections.abc import Iterator

from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Page, Paragraph, Table, Tone
from bouwsteen.entrances.pages.sources import source_items
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.sources import Confidence
from bouwsteen.services.describe_catalogue import CatalogueDescription, TableDescription


def catalogue_page(
    description: CatalogueDescription, structure: DatedCatalogue, say: Words, *, all_: bool
) -> Page:
    """Counts, completeness and sources; `all_` names every source by itself."""
    return (
        Heading(say("catalogue.title", number=str(description.number))),
        Paragraph(_dates(description, say), Tone.QUIET),
        _table(description, say),
        *_confidences(say),
        *_completeness(description, say),
        Heading(say("possibilities.sources")),
        *_sources(structure, say, all_=all_),
    )


def _dates(description: CatalogueDescription, say: Words) -> str:
    first = description.first_known
    if first is None:
        return say("catalogue.empty")
    return say("catalogue.dates", on=description.on, first=first)


def _table(description: CatalogueDescription, say: Words) -> Table:
    """Only tables with something in them."""
    found = {name: each for name, each in description.tables.items() if each.statements}
    return Table(
        headers=tuple(say(f"column.{name}") for name in ("table", "things", "statements", "sureness")),
        rows=tuple(_row(name, each, say) for name, each in found.items()),
        flexible=(3,),
        right=(1, 2),
    )


def _row(name: str, table: TableDescription, say: Words) -> tuple[str, ...]:
    counts = {each: table.confidence.get(each, 0) for each in Confidence}
    return (
        say(f"table.{name}"),
        say.number(table.things),
        say.number(table.statements),
        ", ".join(f"{say.number(count)} {say(f'column.{each}')}" for each, count in counts.items() if count),
    )


def _confidences(say: Words) -> Iterator[Block]:
    yield Paragraph(say("catalogue.confidences"))
    for each in Confidence:
        yield Item(say("catalogue.confidence", name=say(f"column.{each}"), words=say(f"confidence.{each}")))


def _completeness(description: CatalogueDescription, say: Words) -> Iterator[Block]:
    yield Heading(say("catalogue.completeness"))
    for name, count in (
        ("complete", description.complete),
        ("incomplete", description.incomplete),
        ("without-parts", description.without_parts),
    ):
        yield Item(say(f"catalogue.{name}", count=count))
    for outcome, count in description.current.items():
        yield Item(say(f"catalogue.current-{outcome}", count=count))


def _sources(structure: DatedCatalogue, say: Words, *, all_: bool) -> Iterator[Block]:
    sources = structure.catalogue.records.sources
    if not all_:
        yield from source_items(sources, structure, say)
        yield Paragraph(say("catalogue.all-sources"), Tone.QUIET)
        return
    for each in sources:
        yield Item(
            say(
                "source.line",
                title=each.title,
                where=", ".join(
                    filter(None, (each.publisher, str(each.year or ""), each.address, each.licence))
                ),
                kind=say(f"source-kind.{each.kind}"),
            )
        )
