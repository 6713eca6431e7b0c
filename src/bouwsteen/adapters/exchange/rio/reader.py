"""The reader: files in, editions out. It asks the network nothing; people save the answers themselves."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from bouwsteen.adapters.exchange.progress import with_progress
from bouwsteen.adapters.exchange.rio.answers import Answers
from bouwsteen.adapters.exchange.rio.editions import editions
from bouwsteen.adapters.exchange.rio.findings import Findings
from bouwsteen.adapters.exchange.rio.items import item
from bouwsteen.adapters.exchange.rio.joining import joined
from bouwsteen.adapters.exchange.rio.pages import LARGEST_FILE, items
from bouwsteen.model.records import Edition
from bouwsteen.services.ports import Mistake, Progress, RefusedFile


class RioReader:
    """Reads saved answers of RIO's open-data API; a `RegisterReader`."""

    def __init__(self, *, largest_file: int = LARGEST_FILE) -> None:
        self.largest_file = largest_file

    def read(
        self,
        paths: Iterable[Path],
        *,
        exported: date | None,
        report: Callable[[Mistake], None],
        progress: Callable[[Progress], None],
    ) -> Iterator[Edition]:
        """The editions in the files, which are read together: a code, a name and a relation stand in three answers.

        `exported` is the day on which the answers were saved: what holds on it counts as seen in that study
        year. Raises `RefusedFile` with every mistake in every file before the first edition.
        """
        findings = Findings()
        answers = Answers(findings)
        self._fill(answers, tuple(paths), progress)
        together = joined(answers)
        found = () if findings.mistakes else tuple(editions(together, exported=exported, findings=findings))
        findings.tell(report)
        if findings.mistakes:
            raise RefusedFile(tuple(findings.mistakes))
        yield from found

    def _fill(self, answers: Answers, paths: tuple[Path, ...], progress: Callable[[Progress], None]) -> None:
        for path, told in with_progress(paths, progress):
            for place, content in items(path, answers.findings, largest_file=self.largest_file, done=told):
                answers.add(item(content, place, answers.findings))
