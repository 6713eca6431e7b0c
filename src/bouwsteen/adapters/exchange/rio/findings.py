"""What is found wrong in the files, and what is not known there.

A mistake refuses the files; a note is told once per kind of thing per file, with how often it was met.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from bouwsteen.services.ports import Mistake

_SHOWN = 80


class Place(NamedTuple):
    """Where something stands: a file and a JSON path in it."""

    file: str
    path: str = "$"

    def at(self, field: str) -> "Place":
        """The place of one field of what stands here."""
        return Place(self.file, f"{self.path}.{field}")


@dataclass(frozen=True, slots=True)
class _Note:
    first: Mistake
    times: int


class Findings:
    """Collects mistakes and notes while files are read."""

    def __init__(self) -> None:
        self.mistakes: list[Mistake] = []
        self._notes: dict[tuple[str, str, str], _Note] = {}

    def mistake(
        self, place: Place, slug: str, given: object, expected: str, *, line: int | None = None
    ) -> None:
        self.mistakes.append(_mistake(place, slug, shown(given), expected, line))

    def note(self, place: Place, slug: str, given: object, expected: str, *, kind: str = "") -> None:
        """Notes something that is not known; told once per `slug` and `kind` (else what is given) per file."""
        key = place.file, slug, kind or shown(given)
        known = self._notes.get(key)
        first = known.first if known else _mistake(place, slug, shown(given), expected)
        self._notes[key] = _Note(first, known.times + 1 if known else 1)

    def tell(self, report: Callable[[Mistake], None]) -> None:
        """Tells every note, in the order in which they were first met."""
        for note in self._notes.values():
            times = f" ({note.times}×)" if note.times > 1 else ""
            report(replace(note.first, given=note.first.given + times))


def shown(value: object) -> str:
    r"""What was given, in a few words that are safe to print.

    >>> shown("x" * 100)
    'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'
    >>> shown("red: \x1b[31m")
    'red: �[31m'
    """
    if isinstance(value, int) and abs(value) >= 10**_SHOWN:
        return f"a number of more than {_SHOWN} digits"
    text = _printable(value[: 2 * _SHOWN] if isinstance(value, str) else repr(value))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _printable(text: str) -> str:
    """Without the signs that move a cursor or that no file can hold."""
    return "".join(sign if sign.isprintable() else "�" for sign in text)


def _mistake(place: Place, slug: str, given: str, expected: str, line: int | None = None) -> Mistake:
    path = _printable(place.path)
    return Mistake(file=place.file, line=line, path=path, slug=slug, given=given, expected=expected)
