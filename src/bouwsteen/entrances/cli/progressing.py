"""How far an import is, on standard error while somebody looks: the bytes read, then each later step by its name.

    Inlezen                             ━━━━━━━━━━━━  3.1/7.2 MB  0:00:01
    Namen van beroepen doorzoekbaar maken ━━━━━━━━━━━━  4/6         0:00:08

Reading is a quarter of the time of a large vocabulary; the rest is keeping it and making it ready for questions.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from bouwsteen.entrances.words import Words
from bouwsteen.services.ports import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import Task

STEPS = ("save", "catalogue", "work-processes", "names", "skills", "families")
"""What follows on reading, in this order."""


class Telling(Protocol):
    """Tells how far it is."""

    def read(self, now: Progress) -> None:
        """So many bytes were read."""

    def step(self, name: str) -> None:
        """This step of `STEPS` begins."""


class Silence:
    """Where nobody looks."""

    def read(self, now: Progress) -> None:
        pass

    def step(self, name: str) -> None:
        pass


class TerminalBar:
    """One bar: first the bytes, and from the last byte on the steps."""

    def __init__(self, bar: "Bar", say: Words) -> None:
        self._bar, self._say = bar, say
        self._task = bar.add_task(say("import.progress"), total=None, bytes=True)

    def read(self, now: Progress) -> None:
        self._bar.update(self._task, completed=now.done, total=now.total)
        if now.done >= now.total:
            self.step(STEPS[0])

    def step(self, name: str) -> None:
        words = self._say(f"import.step-{name}")
        self._bar.update(
            self._task, description=words, completed=STEPS.index(name), total=len(STEPS), bytes=False
        )
        self._bar.refresh()


@contextmanager
def progress_on_terminal(say: Words) -> Iterator[Telling]:
    """A bar on standard error while somebody looks; else nothing."""
    if not sys.stderr.isatty():
        yield Silence()
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, ProgressColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar
    from rich.text import Text

    class HowFar(ProgressColumn):
        """Bytes of all bytes while they are read, then which step of how many."""

        bytes = DownloadColumn()

        def render(self, task: "Task") -> Text:
            if task.fields["bytes"]:
                return self.bytes.render(task)
            return Text(f"{int(task.completed) + 1}/{len(STEPS)}", style="progress.download")

    columns = (TextColumn("{task.description}"), BarColumn(), HowFar(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield TerminalBar(bar, say)
