"""Examining one file: its lists, then each of its dossiers, in the order of the file.

`Examination` takes elements and gives editions; where the elements come from is not its business. So a file
can be looked at twice: fast, and again in pieces to say exactly what is wrong with it and on which line.
"""

from dataclasses import dataclass, field
from datetime import date

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.facts import edition_of
from bouwsteen.adapters.exchange.sbb_xml.findings import Findings
from bouwsteen.adapters.exchange.sbb_xml.lists import Lists
from bouwsteen.adapters.exchange.sbb_xml.survey import BLANK
from bouwsteen.adapters.exchange.sbb_xml.vocabulary import LISTS
from bouwsteen.model.records import Edition


@dataclass(eq=False)
class Examination:
    """What was taken in of one file so far."""

    findings: Findings
    exported: date | None
    lists: Lists = field(default_factory=Lists)
    versions: set[tuple[str, str]] = field(default_factory=set)

    def take_root(self, root: "etree._Element") -> None:
        """The element `sbb` itself has no attributes."""
        for name, value in root.items():
            self.findings.not_known("unknown-attribute", root, f"@{name}", given=value)

    def take_list(self, element: "etree._Element") -> None:
        """One of the lists; a mistake when dossiers came before it."""
        if self.findings.dossier:
            self.findings.mistake("list-after-dossiers", element, expected="the lists before the dossiers")
        self.lists.take(element, self.findings)

    def take_dossier(self, element: "etree._Element") -> Edition | None:
        """The edition of a dossier; None when something in it is wrong."""
        self.findings.dossier += 1
        edition = edition_of(element, lists=self.lists, exported=self.exported, findings=self.findings)
        if edition is None:
            return None
        if (edition.owner, edition.version) in self.versions:
            self.findings.mistake(
                "duplicate-dossier",
                element,
                given=f"{edition.owner}/{edition.version}",
                expected="one dossier of each code and version",
            )
            return None
        self.versions.add((edition.owner, edition.version))
        return edition

    def take_stray(self, element: "etree._Element") -> None:
        """Something that stands between the lists or between the dossiers, and what stands after it."""
        parent = element.getparent()
        known = element.tag in (*LISTS, "dossiers", "dossier")
        if not known:
            slug = "unknown-element" if isinstance(element.tag, str) else "unknown-comment"
            self.findings.not_known(slug, element, given=str(element.tag))
        if parent is not None and (element.tail or "").strip(BLANK):
            self.findings.not_known("unknown-text", parent, "text()", given=(element.tail or "").strip())

    def take_end(self, element: "etree._Element") -> None:
        """The end of `sbb` or `dossiers`: what is left in it is told of."""
        if (element.text or "").strip(BLANK):
            self.findings.not_known("unknown-text", element, "text()", given=(element.text or "").strip())
        for child in element:
            self.take_stray(child)


def belongs(element: "etree._Element", name: str) -> bool:
    """Whether this list or dossier stands at its own place in the file."""
    parents = [each.tag for each in element.iterancestors()]
    return parents == (["dossiers", "sbb"] if name == "dossier" else ["sbb"])
