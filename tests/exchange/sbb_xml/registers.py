"""What the tests of the register's export share: reading, comparing, and where the real files are."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml import SbbXmlReader, SbbXmlWriter
from bouwsteen.model.records import Edition
from bouwsteen.services.ports import Mistake, Progress, RefusedFile

ROOT = Path(__file__).resolve().parents[3]
MATERIAL = Path(os.environ.get("BOUWSTEEN_MATERIAL") or ROOT.parent / "shared") / "data" / "sbb-xml"
REAL = sorted(MATERIAL.glob("*.xml")) if MATERIAL.is_dir() else []

needs_material = pytest.mark.skipif(
    not REAL, reason="left out: the real exports are not here; name their folder in BOUWSTEEN_MATERIAL"
)


@dataclass
class Outcome:
    """What came of reading files."""

    editions: list[Edition]
    reports: list[Mistake]
    mistakes: tuple[Mistake, ...]
    progress: list[Progress]

    @property
    def slugs(self) -> list[str]:
        return [each.slug for each in self.mistakes]

    @property
    def places(self) -> list[tuple[str, int | None]]:
        return [(each.slug, each.line) for each in self.mistakes]


def read(*paths: Path, exported: date | None = None) -> Outcome:
    """Everything that reading these files gives, the refusal included."""
    found = Outcome([], [], (), [])
    try:
        for edition in SbbXmlReader().read(
            paths, exported=exported, report=found.reports.append, progress=found.progress.append
        ):
            found.editions.append(edition)
    except RefusedFile as refused:
        found.mistakes = refused.mistakes
    return found


def read_text(tmp_path: Path, text: str | bytes, *, exported: date | None = None) -> Outcome:
    """The same of a text, with the byte order mark of the real files before it."""
    path = tmp_path / "export.xml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8-sig"))
    return read(path, exported=exported)


def exported_bytes(editions: list[Edition]) -> bytes:
    """The editions as an export."""
    out = BytesIO()
    SbbXmlWriter().write(editions, out)
    return out.getvalue()


def content(source: Path | bytes) -> object:
    """Every element, attribute and text, in order and nesting; without the white space between elements."""
    parser = etree.XMLParser(remove_comments=True, remove_pis=True)
    root = etree.fromstring(source if isinstance(source, bytes) else source.read_bytes(), parser)
    return _content(root)


def _content(element: etree._Element) -> object:
    return element.tag, dict(element.attrib), list(_inside(element))


def _inside(element: etree._Element) -> Iterator[object]:
    blank = " \t\r\n" if len(element) else ""
    if (element.text or "").strip(blank):
        yield element.text
    for child in element:
        yield _content(child)
        if (child.tail or "").strip(" \t\r\n"):
            yield child.tail


def line_of(text: str, part: str) -> int:
    """The line on which `part` first stands."""
    return text[: text.index(part)].count("\n") + 1
