"""Sources in a short list, by who published them; and how sure a fact is, in words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bouwsteen.entrances.pages.blocks import Item
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.sources import Source, SourceKind

FEW = 3
"""Up to this many publications of one kind by one publisher are named one by one."""


def source_items(sources: Iterable[Source], structure: DatedCatalogue, say: Words) -> Iterator[Item]:
    """One line a publisher and kind: what it is, of which years, how many documents."""
    names = {each.code: each.name for each in structure.catalogue.records.institutions}
    groups: defaultdict[tuple[SourceKind, str], list[Source]] = defaultdict(list)
    for each in sources:
        groups[each.kind, names.get(each.publisher, each.publisher)].append(each)
    order = list(SourceKind)
    for (kind, publisher), group in sorted(
        groups.items(), key=lambda pair: (order.index(pair[0][0]), pair[0][1])
    ):
        yield from _items(kind, publisher, group, say)


def _items(kind: SourceKind, publisher: str, group: Sequence[Source], say: Words) -> Iterator[Item]:
    if kind is SourceKind.SCHOOL_REGULATION and publisher:
        years = sorted({each.year for each in group if each.year})
        yield Item(
            say.many(
                "source.regulations",
                len(group),
                publisher=publisher,
                years=say.listed([str(year) for year in years]) or say("unknown"),
            )
        )
        return
    for each in group[:FEW]:
        yield Item(_line(each, publisher, say))
    if len(group) > FEW:
        yield Item(say.many("source.more", len(group) - FEW, kind=say(f"source-kind.{kind}")))


def _line(source: Source, publisher: str, say: Words) -> str:
    where = ", ".join(filter(None, (publisher, str(source.year or ""), source.address)))
    kind = say(f"source-kind.{source.kind}")
    return say("source.line", title=source.title, where=where or say("unknown"), kind=kind)
