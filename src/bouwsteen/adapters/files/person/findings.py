"""The mistakes in one person's file, gathered until the end."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bouwsteen.services.ports import Mistake

REFUSED = "\ue000"
"""Stands in the place of a value that was refused before it could be read, so that it is refused only once."""


@dataclass(frozen=True)
class Findings:
    """What is wrong in `file`; `lines` says on which line each path starts."""

    file: str
    lines: dict[str, int] = field(default_factory=dict)
    found: list[Mistake] = field(default_factory=list)

    def wrong(self, path: str, slug: str, given: object = "", expected: str = "") -> None:
        self.add(self._line(path), path, slug, given=given, expected=expected)

    def add(self, line: int | None, path: str, slug: str, *, given: object = "", expected: str = "") -> None:
        self.found.append(
            Mistake(file=self.file, line=line, path=path, slug=slug, given=str(given), expected=expected)
        )

    def placed(self, lines: Mapping[str, int]) -> None:
        """From here on a path has a line."""
        self.lines.update(lines)

    def mistakes(self) -> tuple[Mistake, ...]:
        """In the order of the file."""
        return tuple(sorted(self.found, key=lambda each: each.line or 0))

    def _line(self, path: str) -> int | None:
        """The line of the path, else of what it stands in."""
        while path and path not in self.lines:
            path = re.sub(r"(\[\d+\]|\.?[^.\[\]]+)$", "", path)
        return self.lines.get(path)
