"""Reading one mapping of a plain tree: each field of its kind, every mistake reported with its place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from bouwsteen.adapters.files.yaml_tree import Path, Tree, shown_path
from bouwsteen.rules.facts import Plain
from bouwsteen.services.ports import Mistake

Word = TypeVar("Word", bound=StrEnum)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DECIMAL = re.compile(r"-?\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One file being read, and what is wrong in it so far."""

    tree: Tree
    mistakes: list[Mistake]

    def report(self, path: Path, slug: str, given: object = "", expected: str = "") -> None:
        self.mistakes.append(
            Mistake(
                file=self.tree.file,
                line=self.tree.line(path),
                path=shown_path(path),
                slug=slug,
                given=str(given),
                expected=expected,
            )
        )

    def mapping(
        self, value: Any, path: Path, *, required: Sequence[str] = (), optional: Iterable[str] = ()
    ) -> dict[str, Any]:
        """The mapping, with no other keys than these and none of the required ones lacking."""
        if not isinstance(value, dict):
            self.report(path, "no-mapping", _short(value), ", ".join(required))
            return {}
        known = (*required, *optional)
        for key in value:
            if key not in known:
                self.report((*path, key), "unknown-key", key, ", ".join(known))
        for key in required:
            if value.get(key) is None:
                self.report(path, "missing-key", expected=key)
        return value

    def sequence(self, value: Any, path: Path) -> list[Any]:
        if value is None:
            return []
        if not isinstance(value, list):
            self.report(path, "no-list", _short(value))
            return []
        return value

    def text(self, value: Any, path: Path) -> str:
        """Text; a number is taken as it is written."""
        if value is None or isinstance(value, dict | list | bool):
            if value is not None:
                self.report(path, "no-text", _short(value))
            return ""
        return str(value).strip()

    def word(self, value: Any, path: Path, words: type[Word], default: Word) -> Word:
        try:
            return words(value)
        except ValueError:
            if value is not None:
                self.report(path, "unknown-word", _short(value), ", ".join(words))
            return default

    def day(self, value: Any, path: Path) -> date | None:
        if value is None:
            return None
        try:
            if _DAY.fullmatch(str(value)):
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.report(path, "no-day", _short(value), "2020-08-01")
        return None

    def plain(self, value: Any, path: Path) -> Plain:
        """A constant: a day, a decimal or a word by how it is written, else what it is."""
        if value is None or isinstance(value, dict | list):
            self.report(path, "no-value", _short(value))
            return ""
        if isinstance(value, str) and _DAY.fullmatch(value):
            return self.day(value, path) or ""
        if isinstance(value, str) and _DECIMAL.fullmatch(value):
            return Decimal(value)
        found: Plain = value
        return found


def _short(value: Any) -> str:
    return "" if value is None else type(value).__name__ if isinstance(value, dict | list) else str(value)
