"""The answer of `bouwsteen catalogue` as JSON."""

from collections.abc import Iterable
from typing import Any

from bouwsteen.entrances.forms.sources import source_form
from bouwsteen.model.sources import Source
from bouwsteen.services.describe_catalogue import CatalogueDescription


def catalogue_form(description: CatalogueDescription, listed: Iterable[Source] = ()) -> dict[str, Any]:
    """Counts of everything; `listed` are the sources that are wanted one by one."""
    first = description.first_known
    return {
        "number": description.number,
        "on": description.on.isoformat(),
        "first_known": first.isoformat() if first else None,
        "tables": {
            name: {
                "statements": each.statements,
                "things": each.things,
                "confidence": dict(sorted(each.confidence.items())),
            }
            for name, each in description.tables.items()
        },
        "qualifications": {
            "complete": description.complete,
            "incomplete": description.incomplete,
            "without_parts": description.without_parts,
        },
        "current": dict(description.current),
        "sources": dict(sorted(description.sources.items())),
        "listed_sources": [source_form(each) for each in listed],
    }
