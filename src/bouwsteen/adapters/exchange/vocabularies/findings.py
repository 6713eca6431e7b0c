"""What is found wrong in the files of a vocabulary, and what is not known there, each with its place."""

from dataclasses import dataclass, field, replace

from bouwsteen.services.ports import Mistake

MOST = 10_000
"""So many mistakes of one file are kept; a file with more of them is another kind of file."""
_SHOWN = 80


@dataclass(eq=False)
class Findings:
    """The mistakes in one file, which refuse it, and its notes: each kind of thing once, with how often."""

    file: str
    mistakes: list[Mistake] = field(default_factory=list)
    _notes: dict[tuple[str, str], tuple[Mistake, int]] = field(default_factory=dict)

    def mistake(
        self, slug: str, *, line: int | None = None, at: str = "", given: str = "", expected: str = ""
    ) -> None:
        """Something is wrong in the column or path `at`."""
        if len(self.mistakes) < MOST:
            self.mistakes.append(self._made(slug, line, at, given, expected))
        elif len(self.mistakes) == MOST:
            self.mistakes.append(self._made("too-many-mistakes", None, "", str(MOST), ""))

    def note(
        self,
        slug: str,
        kind: str,
        *,
        line: int | None = None,
        at: str = "",
        given: str = "",
        expected: str = "",
    ) -> None:
        """Something is not known, or lacking; told once per `slug` and `kind`."""
        first, times = self._notes.get((slug, kind), (self._made(slug, line, at, given, expected), 0))
        self._notes[slug, kind] = first, times + 1

    @property
    def notes(self) -> tuple[Mistake, ...]:
        return tuple(
            first if times == 1 else replace(first, given=f"{first.given} (× {times})".strip())
            for first, times in self._notes.values()
        )

    def _made(self, slug: str, line: int | None, at: str, given: str, expected: str) -> Mistake:
        shown = given if len(given) <= _SHOWN else f"{given[: _SHOWN - 1]}…"
        return Mistake(file=self.file, line=line, path=at, slug=slug, given=shown, expected=expected)
