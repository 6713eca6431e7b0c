"""All programmes and organisations of the structure on one day, made once, and how they hang together."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bouwsteen.adapters.exchange.ooapi.names import CONSUMER, LONGEST, code, identifier, text
from bouwsteen.adapters.exchange.ooapi.programmes import certificate, module, qualification
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.records import Certificate, Institution

Form = dict[str, Any]


@dataclass(frozen=True, eq=False)
class OpenEducationExchange:
    """`forms` and `inside` are by the names that paths have: programs, organizations."""

    structure: DatedCatalogue

    def forms(self, kind: str) -> Mapping[str, Form]:
        """Id → the thing; nothing where v5 has a place for what we do not know."""
        match kind:
            case "programs":
                return self._programmes
            case "organizations":
                return self._organizations
            case _:
                return {}

    def inside(self, kind: str, identity: str, inner: str) -> tuple[Form, ...]:
        """The things of kind `inner` inside the one with this id."""
        if inner != "programs":
            return ()
        if kind == "organizations":
            return tuple(self._programmes[each] for each in self._offered_at.get(identity, ()))
        children = self._programmes.get(identity, {}).get("children", ())
        return tuple(self._programmes[each] for each in children)

    @cached_property
    def _programmes(self) -> Mapping[str, Form]:
        return {each["programId"]: each for each in self._made()}

    def _made(self) -> Iterator[Form]:
        structure = self.structure
        certificates: defaultdict[str, list[Certificate]] = defaultdict(list)
        for each in structure.catalogue.records.certificates:
            certificates[each.module or ""].append(each)
            yield certificate(each, known=each.module in structure.modules)
        for crebo, found in structure.qualifications.items():
            offered = dict.fromkeys(
                each.module for each in structure.offers.get(crebo, ()) if each.module in structure.modules
            )
            yield qualification(found, structure, offered)
        for name, kept in structure.modules.items():
            yield module(kept, structure, certificates[name])

    @cached_property
    def _organizations(self) -> Mapping[str, Form]:
        rows = sorted(self.structure.catalogue.records.institutions, key=lambda each: -each.confidence.rank)
        made = (_organization(each) for each in {each.code: each for each in rows}.values())
        return {each["organizationId"]: each for each in made}

    @cached_property
    def _offered_at(self) -> Mapping[str, tuple[str, ...]]:
        """Id of a school → ids of the programmes that it was seen to offer, each once."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for each in self.structure.catalogue.records.offers:
            school = identifier("institution", each.institution)
            kinds = (("qualification", each.qualification), ("module", each.module))
            for programme in (identifier(kind, key) for kind, key in kinds if key):
                if programme in self._programmes:
                    found[school][programme] = None
        return {school: tuple(each) for school, each in found.items()}


def _organization(found: Institution) -> Form:
    return {
        "organizationId": identifier("institution", found.code),
        "primaryCode": code("brin", found.brin) if found.brin else code("identifier", found.code),
        "organizationType": "institute",
        "name": text(found.name or found.code),
        "shortName": found.code[:LONGEST],
        "otherCodes": [code("identifier", f"/id/institution/{found.code}")],
        "consumers": [
            {
                "consumerKey": CONSUMER,
                "unitType": "x-school",
                "confidence": found.confidence.value,
                "sources": list(found.sources),
            }
        ],
    }
