"""An edition in the making: the concepts and links of one file, and what the records have no place for."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bouwsteen.adapters.exchange.vocabularies.findings import Findings
from bouwsteen.model.concepts import Concept, Link
from bouwsteen.model.records import Edition, ExternalId, Records
from bouwsteen.model.sources import Source

IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@dataclass(slots=True)
class Draft:
    """What was read so far. `rest` is kept in the edition's document, one JSON object a line."""

    source: Source
    owner: str
    version: str
    concepts: dict[tuple[object, ...], Concept] = field(default_factory=dict)
    links: dict[tuple[object, ...], Link] = field(default_factory=dict)
    external_ids: dict[tuple[object, ...], ExternalId] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)

    def add(self, concept: Concept, findings: Findings, line: int | None) -> None:
        """Takes a concept in; another one of the same IRI and language is a mistake, the same one again is none."""
        known = self.concepts.setdefault(concept.identity, concept)
        if known != concept:
            findings.mistake("different-content", line=line, given=concept.iri)

    def connect(self, link: Link) -> None:
        self.links.setdefault(link.identity, link)

    def name(self, external: ExternalId) -> None:
        self.external_ids.setdefault(external.identity, external)

    def keep(self, iri: str, cells: Mapping[str, str]) -> None:
        """Keeps the cells that say something."""
        said = {name: text for name, text in cells.items() if text.strip()}
        if said:
            self.rest.append(json.dumps({"iri": iri, **said}, ensure_ascii=False, sort_keys=True))

    def edition(self) -> Edition:
        return Edition(
            source=self.source.id,
            owner=self.owner,
            version=self.version,
            records=Records(
                concepts=tuple(self.concepts.values()),
                links=tuple(self.links.values()),
                external_ids=tuple(self.external_ids.values()),
            ),
            document="\n".join(self.rest).encode() if self.rest else None,
        )


def iri(text: str, findings: Findings, *, line: int | None, at: str) -> str | None:
    """The IRI in a cell; None where it is none, and then a mistake."""
    if IRI.fullmatch(text):
        return text
    findings.mistake("bad-iri", line=line, at=at, given=text, expected="http://… or https://…")
    return None
