"""What is in the catalogue: how much of what, from which sources, how sure, how complete."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.period import Outcome
from bouwsteen.model.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class TableDescription:
    """One table: how many statements, about how many things, and how sure they are."""

    statements: int
    things: int
    confidence: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueDescription:
    """The whole catalogue on one day. `complete`, `incomplete` and `without_parts` count qualifications."""

    number: int
    on: date
    first_known: date | None
    tables: Mapping[str, TableDescription]
    complete: int
    incomplete: int
    without_parts: int
    current: Mapping[str, int]
    sources: Mapping[str, int]


def describe_catalogue(catalogue: Catalogue, on: date) -> CatalogueDescription:
    """Counts of every table; raises `BeforeFirstKnown`."""
    structure = catalogue.on(on)
    with_parts = [crebo for crebo, tasks in structure.core_tasks.items() if tasks]
    complete = sum(structure.qualifications[crebo].complete for crebo in with_parts)
    return CatalogueDescription(
        number=catalogue.number,
        on=on,
        first_known=catalogue.first_known,
        tables={name: _table(rows) for name, rows in catalogue.whole.tables().items()},
        complete=complete,
        incomplete=len(with_parts) - complete,
        without_parts=len(structure.qualifications) - len(with_parts),
        current={
            outcome.value: sum(each is outcome for each in structure.current.values()) for outcome in Outcome
        },
        sources=dict(Counter(source.kind.value for source in catalogue.records.sources)),
    )


def _table(rows: tuple[object, ...]) -> TableDescription:
    records = [row for row in rows if isinstance(row, Record)]
    return TableDescription(
        statements=len(rows),
        things=len({_thing(record) for record in records}) if records else len(rows),
        confidence=dict(Counter(record.confidence.value for record in records)),
    )


def _thing(record: Record) -> tuple[object, ...]:
    """What a record is about, whichever version: a qualification, file or module is one thing in all versions."""
    return record.identity[:1] if record.IDENTITY[1:] == ("version",) else record.identity
