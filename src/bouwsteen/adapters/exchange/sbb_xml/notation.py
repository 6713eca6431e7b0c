"""How the register writes values, both ways: each `Notation` reads a text and writes it again.

A text that is not of its form raises `ValueError` with what was expected; an empty text is None.

    >>> DAY.read("01-08-2015"), DAY.write(date(2015, 8, 1))
    (datetime.date(2015, 8, 1), '01-08-2015')
    >>> DAY.read("2015-08-01")
    Traceback (most recent call last):
    ValueError: a date as 01-08-2015
    >>> version_segment("2.0 (concept)"), version_text("2.0~20~~28~concept~29~")
    ('2.0~20~~28~concept~29~', '2.0 (concept)')
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Generic, TypeVar

from bouwsteen.model.codes import CREBO
from bouwsteen.model.records import ProgrammeType

T = TypeVar("T")

_DAY = re.compile(r"([0-9]{2})-([0-9]{2})-([0-9]{4})")
_LEVEL = re.compile(r"[1-4]")
_CHAPTER = re.compile(r"0*([1-9][0-9]?)")
_HOURS = re.compile(r"([0-9]{1,6})(?:,0+)?")
_DECIMAL = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation(Generic[T]):
    """One way of writing values of one kind. `read` gives None for an empty text, `write` "" for None."""

    parse: Callable[[str], T]
    format: Callable[[T], str]
    expected: str

    def read(self, text: str | None) -> T | None:
        """The value; raises `ValueError` with what was expected."""
        stripped = (text or "").strip()
        if not stripped:
            return None
        try:
            return self.parse(stripped)
        except (ValueError, ArithmeticError, KeyError):
            raise ValueError(self.expected) from None

    def write(self, value: T | None) -> str:
        return "" if value is None else self.format(value)

    def wrote(self, text: str | None, value: T | None) -> bool:
        """Whether `text` is one way to write `value`; what is not of this form stands for None."""
        try:
            return self.read(text) == value
        except ValueError:
            return value is None


def _matched(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    found = pattern.fullmatch(text)
    if found is None:
        raise ValueError
    return found


def _day(text: str) -> date:
    day, month, year = map(int, _matched(_DAY, text).groups())
    return date(year, month, day)


def _level(text: str) -> int:
    return 1 if text.lower() == "entree" else int(_matched(_LEVEL, text).group())


def _chapter(text: str) -> int:
    return int(_matched(_CHAPTER, text).group(1))


def _hours(text: str) -> int:
    return int(_matched(_HOURS, text).group(1))


def _decimal(text: str) -> Decimal:
    return Decimal(_matched(_DECIMAL, text).group().replace(",", "."))


def _crebo(text: str) -> str:
    return _matched(CREBO, text).group()


_LAST_DAY = timedelta(days=1)
_YES_NO = {"ja": True, "nee": False}
_TYPES = {
    "entreeopleiding": ProgrammeType.ENTREE,
    "basisberoepsopleiding": ProgrammeType.BASIS,
    "vakopleiding": ProgrammeType.VAK,
    "middenkaderopleiding": ProgrammeType.MIDDENKADER,
    "specialistenopleiding": ProgrammeType.SPECIALIST,
}
_TYPE_NAMES = {kind: name for name, kind in _TYPES.items()}


def _dutch_day(day: date) -> str:
    return f"{day:%d-%m-}{day.year:04}"


TEXT = Notation(parse=str, format=str, expected="a text")
CREBO_CODE = Notation(parse=_crebo, format=str, expected="a code of five digits")
DAY = Notation(parse=_day, format=_dutch_day, expected="a date as 01-08-2015")
END = Notation(
    parse=lambda text: _day(text) + _LAST_DAY,
    format=lambda end: _dutch_day(end - _LAST_DAY),
    expected=DAY.expected,
)
"""A last day. The value is the day after it: the first on which it no longer holds."""
LEVEL = Notation(parse=_level, format=str, expected="a level from 1 to 4")
CHAPTER = Notation(parse=_chapter, format=str, expected="a number from 1 to 99")
HOURS = Notation(parse=_hours, format=str, expected="a whole number of hours")
FACTOR = Notation(
    parse=_decimal, format=lambda value: str(value).replace(".", ","), expected="a number as 1,10"
)
YES_NO = Notation(
    parse=lambda text: _YES_NO[text.lower()],
    format=lambda value: "Ja" if value else "Nee",
    expected="Ja or Nee",
)
PROGRAMME_TYPE = Notation(
    parse=lambda text: _TYPES[text.lower()], format=_TYPE_NAMES.__getitem__, expected=" or ".join(_TYPES)
)

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")
_ESCAPED = re.compile(r"~([0-9a-f]+)~")


def version_segment(text: str) -> str:
    """`text` as one segment of a key: every other character becomes `~` its number in hexadecimal `~`.

    Dots alone are written so too: `.` and `..` mean something else in an address.
    """
    pattern = _UNSAFE if text.strip(".") else re.compile(r"\.")
    return pattern.sub(lambda found: f"~{ord(found.group()):x}~", text)


def version_text(segment: str) -> str:
    """The text that `version_segment` made `segment` of."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), segment)
