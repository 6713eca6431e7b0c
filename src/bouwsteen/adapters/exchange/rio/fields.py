"""The fields of one object, checked one by one; every mistake is kept, with its place."""

import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import TypeVar

from bouwsteen.adapters.exchange.rio.findings import Findings, Place

V = TypeVar("V")

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


class Need(Enum):
    """What it means when a field is absent; RIO gives null for what it does not have."""

    ALWAYS = "a mistake: without it the object has no place"
    DESCRIBED = "a note: the description promises it, but without it only this fact is unknown"
    NEVER = "nothing"


class Fields:
    """Reads the fields of `content`; a field that is wrong gives None, and `whole` becomes False."""

    def __init__(self, content: Mapping[str, object], place: Place, findings: Findings) -> None:
        self.content = content
        self.place = place
        self.findings = findings
        self.whole = True

    def wrong(self, name: str, slug: str, given: object, expected: str) -> None:
        self.whole = False
        self.findings.mistake(self.place.at(name), slug, given, expected)

    def text(self, name: str, need: Need = Need.NEVER) -> str | None:
        """The text without superfluous white space."""
        value = self._value(name, need, "a text")
        if value is None:
            return None
        if not isinstance(value, str) or _NOT_TEXT.search(value):
            self.wrong(name, "not-text", value, "a text")
            return None
        return " ".join(value.split())

    def code(self, name: str, form: re.Pattern[str], expected: str) -> str | None:
        """A code that must be there and be of the form."""
        value = self.text(name, Need.ALWAYS)
        if value is not None and not form.fullmatch(value):
            self.wrong(name, "bad-code", value, expected)
            return None
        return value

    def day(self, name: str, need: Need = Need.NEVER) -> date | None:
        value = self._value(name, need, "a date, for example 2020-08-01")
        if value is None:
            return None
        try:
            if isinstance(value, str) and _DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.wrong(name, "bad-date", value, "a date that exists, for example 2020-08-01")
        return None

    def whole_number(self, name: str, most: int, need: Need = Need.NEVER) -> int | None:
        expected = f"a whole number from 0 to {most}"
        value = self._value(name, need, expected)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            self.wrong(name, "bad-number", value, expected)
            return None
        return value

    def choice(self, name: str, known: Mapping[str, V], need: Need = Need.NEVER) -> V | None:
        """What a value of a value list stands for."""
        value = self._value(name, need, one_of(known))
        if value is None:
            return None
        if not isinstance(value, str) or value not in known:
            self.wrong(name, "unknown-value", value, one_of(known))
            return None
        return known[value]

    def choices(self, name: str, known: Mapping[str, V]) -> tuple[tuple[str, V], ...]:
        """The values in an array, each with what it stands for."""
        values = self._value(name, Need.NEVER, "")
        if values is None:
            return ()
        if not isinstance(values, list):
            self.wrong(name, "not-an-array", values, "an array")
            return ()
        found = []
        for index, value in enumerate(values):
            if isinstance(value, str) and value in known:
                found.append((value, known[value]))
            else:
                self.wrong(f"{name}[{index}]", "unknown-value", value, one_of(known))
        return tuple(found)

    def note_unknown(self, known: frozenset[str], kind: str) -> None:
        """Notes every field that the description does not have."""
        for name in self.content.keys() - known:
            self.findings.note(
                self.place.at(name),
                "unknown-field",
                f"{kind}.{name}",
                "a field of the description of the API",
            )

    def _value(self, name: str, need: Need, expected: str) -> object:
        value = self.content.get(name)
        if value is not None and not (isinstance(value, str) and not value.strip()):
            return value
        if need is Need.ALWAYS:
            self.wrong(name, "missing-field", "", expected)
        elif need is Need.DESCRIBED:
            self.findings.note(self.place.at(name), "missing-fact", name, expected)
        return None


def one_of(known: Mapping[str, V]) -> str:
    """A value list in words."""
    names = list(known)
    return "one of " + ", ".join(names[:8]) + (" …" if len(names) > 8 else "")
