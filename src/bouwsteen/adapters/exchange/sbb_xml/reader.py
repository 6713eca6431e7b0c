"""`SbbXmlReader`: reads register exports as a stream of editions."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import BinaryIO

from bouwsteen.adapters.exchange.progress import with_progress
from bouwsteen.adapters.exchange.sbb_xml.diagnosis import diagnosed
from bouwsteen.adapters.exchange.sbb_xml.examination import Examination
from bouwsteen.adapters.exchange.sbb_xml.findings import Findings
from bouwsteen.adapters.exchange.sbb_xml.prolog import refusal_of
from bouwsteen.adapters.exchange.sbb_xml.stream import Broken, editions
from bouwsteen.model.records import Edition
from bouwsteen.services.ports import Mistake, Progress, RefusedFile


class SbbXmlReader:
    """Reads SBB's register export; memory stays that of one dossier.

    Of each file first the edition without an owner (its lists), unless the file before gave the same; then one
    edition a dossier. What is not known is reported when its file has been read.
    """

    def read(
        self,
        paths: Iterable[Path],
        *,
        exported: date | None,
        report: Callable[[Mistake], None],
        progress: Callable[[Progress], None],
    ) -> Iterator[Edition]:
        """One edition at a time; raises `RefusedFile` at the end, with the mistakes of all files."""
        mistakes: list[Mistake] = []
        lists: Edition | None = None
        for path, told in with_progress(tuple(paths), progress):
            reading = _Reading(path, exported, told)
            for edition in reading.editions():
                if edition.owner or edition != lists:
                    yield edition
                if not edition.owner:
                    lists = edition
            for each in reading.findings.unknown.values():
                report(each)
            mistakes += reading.findings.mistakes
        if mistakes:
            raise RefusedFile(tuple(mistakes))


class _Reading:
    """One file while it is read; `findings` are complete when its editions are."""

    def __init__(self, path: Path, exported: date | None, advance: Callable[[int], None]) -> None:
        self.path, self.exported, self.advance = path, exported, advance
        self.findings = Findings(file=str(path))

    def editions(self) -> Iterator[Edition]:
        try:
            with self.path.open("rb") as file:
                yield from self._editions(file)
        except OSError as wrong:
            self.findings.mistake_on(
                None,
                "unreadable-file",
                given=wrong.strerror or str(wrong),
                expected="a file that can be read",
            )

    def _editions(self, file: BinaryIO) -> Iterator[Edition]:
        refusal = refusal_of(file)
        if refusal is not None:
            self.findings.mistake_on(
                refusal.line, refusal.slug, given=refusal.given, expected=refusal.expected
            )
            return
        file.seek(0)
        stopped = None
        try:
            yield from editions(file, Examination(self.findings, self.exported), self.advance)
        except Broken as broken:
            stopped = broken
        if stopped is not None or not self.findings.lines_are_sure:
            self._look_again(file, stopped)

    def _look_again(self, file: BinaryIO, stopped: Broken | None) -> None:
        """A second look, for what stands after a broken piece and for exact lines far down a file."""
        file.seek(0)
        findings, malformed = diagnosed(
            file, name=self.findings.file, exported=self.exported, stopped=stopped
        )
        if stopped is not None or not malformed:
            self.findings = findings
