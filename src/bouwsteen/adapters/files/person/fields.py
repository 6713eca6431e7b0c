"""The values of one table of a person's file, each read once; what cannot be read is a mistake."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from bouwsteen.adapters.files.person.documents import usual_day
from bouwsteen.adapters.files.person.findings import REFUSED, Findings

Word = TypeVar("Word", bound=StrEnum)
Item = TypeVar("Item")

LOWEST, HIGHEST = Decimal(1), Decimal(10)
_COMMA = re.compile(r"\d+,\d+")
_NO_SIGNS = re.compile("[\x00\ud800-\udfff]")
"""What JSON can name and no text can hold."""


class Table:
    """One table: `raw` as it was written, and `path`, where it stands."""

    def __init__(self, raw: Mapping[str, Any], path: str, findings: Findings) -> None:
        self._raw = raw
        self._path = path
        self._findings = findings

    def __contains__(self, name: str) -> bool:
        """Whether something was written; null in JSON says nothing."""
        return self._raw.get(name) is not None

    def at(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def wrong(self, name: str, slug: str, given: object = "", expected: str = "") -> None:
        self._findings.wrong(self.at(name) if name else self._path, slug, given, expected)

    def only(self, known: Collection[str], personal: Collection[str] = ()) -> None:
        """Refuses every other name, with the known ones that look like it."""
        for name in self._raw:
            if name in personal:
                self.wrong(name, "name-not-needed")
            elif name not in known:
                near = get_close_matches(name.casefold().replace("-", "_"), known, n=2, cutoff=0.6)
                self.wrong(name, "unknown-field", name, " | ".join(near or sorted(known)))

    def needs(self, *names: str) -> None:
        for name in names:
            if name not in self:
                self.wrong(name, "missing-field", expected=name)

    def day(self, name: str) -> date | None:
        """A day, written as it is in TOML, or as text in the same form."""
        value = self._value(name)
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            with suppress(ValueError):
                value = date.fromisoformat(value)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        self.wrong(name, "bad-day", value, usual_day(value))
        return None

    def whole(self, name: str, least: int, most: int) -> int | None:
        value = self._value(name)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.wrong(name, "no-whole-number", value, f"{least}–{most}")
        return None

    def truth(self, name: str) -> bool | None:
        value = self._value(name)
        if value is None or isinstance(value, bool):
            return value
        self.wrong(name, "no-truth", value, "true | false")
        return None

    def mark(self, name: str) -> Decimal | None:
        """A mark from 1 to 10."""
        value = self._value(name)
        if value is None:
            return None
        if isinstance(value, str) and _COMMA.fullmatch(value):
            self.wrong(name, "decimal-comma", value, value.replace(",", "."))
        elif isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.wrong(name, "no-mark", value, "1–10")
        elif not (Decimal(value).is_finite() and LOWEST <= value <= HIGHEST):
            self.wrong(name, "bad-mark", value, "1–10")
        else:
            return Decimal(value)
        return None

    def word(self, name: str, kind: type[Word], unknown: str) -> Word | None:
        """One of the words of `kind`, else the mistake `unknown`; capitals, and - or _ for a space, are one."""
        value = self._value(name)
        if value is None:
            return None
        words = {_folded(each): each for each in kind}
        found = words.get(_folded(str(value)))
        if found is None:
            near = get_close_matches(_folded(str(value)), words, n=2, cutoff=0.6)
            self.wrong(name, unknown, value, " | ".join(words[each] for each in near or words))
        return found

    def text(self, name: str) -> str | None:
        """Some text; a whole number counts as one, for a code is soon written without quotes."""
        value = self._value(name)
        if value is None:
            return None
        said = "" if isinstance(value, bool) or not isinstance(value, str | int) else str(value).strip()
        if said and not _NO_SIGNS.search(said):
            return said
        self.wrong(name, "no-text", value, '"…"')
        return None

    def texts(self, name: str) -> Sequence[tuple[str, str]]:
        """Each text of a list with the name of its place; one text alone is a list of one."""
        value = self._value(name)
        if value is None:
            return ()
        given = value if isinstance(value, list) else [value]
        inner = Table(
            {f"{name}[{at}]": one for at, one in enumerate(given, start=1)}, self._path, self._findings
        )
        return [(each, text) for each in inner._raw if (text := inner.text(each))]

    def tables(self, name: str, read: Callable[["Table"], Item | None]) -> tuple[Item, ...]:
        """What `read` makes of each table of a list."""
        value = self._value(name)
        if value is None:
            return ()
        if not isinstance(value, list):
            self.wrong(name, "no-list", value, f"[[{name}]]")
            return ()
        made = []
        for at, each in enumerate(value, start=1):
            place = f"{name}[{at}]"
            if isinstance(each, dict):
                made.append(read(Table(each, self.at(place), self._findings)))
            else:
                self.wrong(place, "no-table", each, f"[[{name}]]")
        return tuple(each for each in made if each is not None)

    def _value(self, name: str) -> Any:
        """What was written; None where nothing was, or where it was refused already."""
        value = self._raw.get(name)
        return None if value == REFUSED else value


def _folded(word: str) -> str:
    return " ".join(re.split(r"[\s_-]+", word.casefold().strip()))
