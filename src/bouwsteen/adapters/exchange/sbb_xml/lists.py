"""The lists in the head of an export: education domains, sector chambers and competences.

Dossiers name their entries by number. They make the edition without an owner: the domains and chambers as
records, the whole lists as its document.
"""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.documents import lists_document, written
from bouwsteen.adapters.exchange.sbb_xml.findings import Findings
from bouwsteen.adapters.exchange.sbb_xml.notation import CREBO_CODE
from bouwsteen.adapters.exchange.sbb_xml.survey import survey
from bouwsteen.adapters.exchange.sbb_xml.vocabulary import EXPORT
from bouwsteen.model.records import Domain, Edition, Records, SectorChamber
from bouwsteen.model.sources import Confidence, Source, SourceKind

SOURCE = "sbb-xml"
"""How records name the register's export as their source."""

REGISTER = Source(
    id=SOURCE,
    kind=SourceKind.REGISTER,
    title="Register kwalificatiestructuur mbo, XML-export",
    publisher="SBB",
    address="https://kwalificatie-mijn.s-bb.nl/Lijsten/Groep/10",
)


@dataclass(eq=False)
class Lists:
    """The lists read so far, each entry under its number.

    `domains` holds codes; a domain without one ("Niet toebedeeld aan opleidingsdomein") has None. `damaged`:
    they could not be read as a whole, so that nobody can say which number is not in them.
    """

    domains: dict[str, str | None] = field(default_factory=dict)
    chambers: dict[str, SectorChamber] = field(default_factory=dict)
    competences: dict[str, tuple[str, str]] = field(default_factory=dict)
    damaged: bool = False
    _domain_records: list[Domain] = field(default_factory=list)
    _texts: dict[str, bytes] = field(default_factory=dict)

    def take(self, element: "etree._Element", findings: Findings) -> None:
        """Takes in one list: `domeinen`, `sectorkamers` or `competenties`."""
        tag = str(element.tag)
        kind = EXPORT.children[tag]
        survey(element, kind, {}, findings)
        if tag in self._texts:
            findings.mistake("duplicate-list", element, expected=f"one element {tag}")
        self._texts[tag] = written(element)
        for entry in element.iterchildren(*kind.children):
            self._take_entry(entry, findings)

    @property
    def domain_numbers(self) -> Container[str]:
        return _ANY if self.damaged else self.domains

    @property
    def chamber_numbers(self) -> Container[str]:
        return _ANY if self.damaged else self.chambers

    @property
    def competence_numbers(self) -> Container[str]:
        return _ANY if self.damaged else self.competences

    def edition(self) -> Edition:
        """What the lists say, as the edition without an owner."""
        return Edition(
            source=SOURCE,
            records=Records(
                sources=(REGISTER,),
                domains=tuple(self._domain_records),
                sector_chambers=tuple(self.chambers.values()),
            ),
            document=lists_document(self._texts),
        )

    def _take_entry(self, entry: "etree._Element", findings: Findings) -> None:
        number, title = entry.get("nr", ""), titled(entry, findings)
        taken: Mapping[str, Mapping[str, object]] = {
            "domein": self.domains,
            "sectorkamer": self.chambers,
            "competentie": self.competences,
        }
        if number in taken[str(entry.tag)]:
            findings.mistake("duplicate-number", entry, "@nr", given=number, expected="a number of its own")
        match entry.tag:
            case "domein":
                self._take_domain(entry, number, title, findings)
            case "sectorkamer":
                self.chambers[number] = SectorChamber(
                    number=number, title=title, sources=(SOURCE,), confidence=Confidence.OFFICIAL
                )
            case _:
                self.competences[number] = (entry.get("code", "").strip(), title)

    def _take_domain(self, entry: "etree._Element", number: str, title: str, findings: Findings) -> None:
        try:
            code = CREBO_CODE.read(entry.get("crebo"))
        except ValueError as wrong:
            findings.mistake("bad-crebo", entry, "@crebo", given=entry.get("crebo", ""), expected=str(wrong))
            code = None
        self.domains[number] = code
        if code is not None:
            self._domain_records.append(
                Domain(code=code, title=title, sources=(SOURCE,), confidence=Confidence.OFFICIAL)
            )


class _Any(Container[str]):
    def __contains__(self, _: object) -> bool:
        return True


_ANY = _Any()


def titled(element: "etree._Element", findings: Findings) -> str:
    """The title of `element` without white space around it; tells `findings` where it is empty."""
    title = element.get("titel")
    if title is not None and not title.strip():
        findings.mistake("missing-title", element, "@titel", given=title, expected="a title")
    return (title or "").strip()
