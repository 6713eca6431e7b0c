"""The lists at the head of an export that is being written.

They come from the editions without an owner. Whatever a dossier refers to and no list holds is added, so that
an export never refers to nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.documents import opened, tree_of
from bouwsteen.adapters.exchange.sbb_xml.layout import laid_out
from bouwsteen.adapters.exchange.sbb_xml.notation import TEXT
from bouwsteen.adapters.exchange.sbb_xml.placing import fresh, put
from bouwsteen.adapters.exchange.sbb_xml.vocabulary import EXPORT, LISTS
from bouwsteen.model.records import Edition

_NO_DOMAIN = "Niet toebedeeld aan opleidingsdomein"


@dataclass(eq=False)
class Head:
    """The entries of each list by number, in the order in which they came."""

    entries: "dict[str, dict[str, etree._Element]]" = field(
        default_factory=lambda: {name: {} for name in LISTS}
    )

    def add(self, edition: Edition) -> None:
        """Takes in an edition without an owner: the lists in its document, then what its records say."""
        if edition.document is not None:
            for found in tree_of(opened(edition.document)):
                self.entries[str(found.tag)].update((entry.get("nr", ""), entry) for entry in found)
        for domain in edition.records.domains:
            put(self._domain(domain.code), "titel", TEXT, domain.title)
        for chamber in edition.records.sector_chambers:
            put(self._entry("sectorkamers", chamber.number), "titel", TEXT, chamber.title)

    def domain_number(self, code: str) -> str:
        """The number of the domain with this code."""
        return self._domain(code).get("nr", "")

    def refer_to_domain(self, number: str, code: str | None) -> None:
        """A dossier refers to this domain."""
        if number and number not in self.entries["domeinen"]:
            entry = self._entry("domeinen", number)
            put(entry, "titel", TEXT, code or _NO_DOMAIN)
            put(entry, "crebo", TEXT, code)

    def refer_to_chamber(self, number: str) -> None:
        """A dossier refers to this sector chamber."""
        if number not in self.entries["sectorkamers"]:
            put(self._entry("sectorkamers", number), "titel", TEXT, number)

    def refer_to_competence(self, number: str, code: str, title: str) -> None:
        """A dossier refers to this competence."""
        if number not in self.entries["competenties"]:
            entry = self._entry("competenties", number)
            put(entry, "titel", TEXT, title)
            put(entry, "code", TEXT, code)

    def lines(self) -> Iterator[str]:
        """The lists as they are written."""
        for name, entries in self.entries.items():
            parent = etree.Element(name)
            parent.extend(entries.values())
            yield from laid_out(parent, EXPORT.children[name], 1)

    def _domain(self, code: str) -> "etree._Element":
        same = (each for each in self.entries["domeinen"].values() if each.get("crebo", "").strip() == code)
        found = next(same, None)
        if found is None:
            found = self._entry("domeinen", code)
            put(found, "titel", TEXT, code)
            put(found, "crebo", TEXT, code)
        return found

    def _entry(self, name: str, number: str) -> "etree._Element":
        """The entry with this number, made where there is none."""
        entries = self.entries[name]
        if number not in entries:
            kind = next(iter(EXPORT.children[name].children.values()))
            entries[number] = fresh(kind)
            entries[number].set("nr", number)
        return entries[number]
