"""From joined answers to editions: one for each recognised code and the day on which its period begins.

RIO has no versions, so the version is `rio-` and that day: 25168, `rio-2020-08-01`. RIO knows no core tasks
and work processes; a qualification therefore owns its (absent) parts itself, and is incomplete. An edition's
`document` is JSON with every field that was read, also those that the records have no place for.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bouwsteen.adapters.exchange.rio.findings import Findings
from bouwsteen.adapters.exchange.rio.items import Read
from bouwsteen.adapters.exchange.rio.joining import Joined
from bouwsteen.adapters.exchange.rio.statements import RIO, Statement, records
from bouwsteen.model.records import Edition, Record, Records


def editions(joined: Joined, *, exported: date | None, findings: Findings) -> Iterator[Edition]:
    """The editions, the source first, then by owner and version; none when nothing has a place."""
    drafts: defaultdict[tuple[str, str], _Draft] = defaultdict(_Draft)
    for code, units in joined.units.items():
        for unit in units:
            for recognised in joined.recognised[code]:
                statement = Statement(unit, recognised, joined, exported, findings)
                draft = drafts[statement.code, statement.version]
                draft.add(statement, newest=unit is units[-1])
    if drafts:
        yield Edition(source=RIO.id, records=Records(sources=(RIO,)))
    for (owner, version), draft in sorted(drafts.items()):
        yield draft.edition(owner, version)


@dataclass(slots=True)
class _Draft:
    """An edition in the making."""

    rows: set[Record] = field(default_factory=set)
    read: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, statement: Statement, *, newest: bool) -> None:
        self.rows |= set(records(statement))
        self._keep("opleidingseenheden", statement.unit)
        for recognition in statement.recognised.recognitions:
            self._keep("opleidingserkenningen", recognition)
        for link, row in statement.relations() if newest else ():
            self.rows.add(row)
            self._keep("opleidingsrelaties", link.relation)

    def _keep(self, name: str, item: Read) -> None:
        self.read[name].add(json.dumps(item.content, sort_keys=True))

    def edition(self, owner: str, version: str) -> Edition:
        tables: defaultdict[str, list[Any]] = defaultdict(list)
        for row in sorted(self.rows, key=repr):
            tables[row.TABLE].append(row)
        read = {
            name: [json.loads(each) for each in sorted(items)] for name, items in sorted(self.read.items())
        }
        return Edition(
            source=RIO.id,
            owner=owner,
            version=version,
            records=Records(**{name: tuple(rows) for name, rows in tables.items()}),
            document=json.dumps(read, sort_keys=True).encode(),
        )
