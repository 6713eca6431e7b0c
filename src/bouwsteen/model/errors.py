"""What can be wrong with values of the structure.

BouwsteenError                 the root of the package
├── InvalidCode                a code or key is not of its form
├── InvalidDay                 what was given is no day, or not written as one
├── InvalidPeriod              an end that does not come after its start
├── UnknownCode                no such qualification, file, module or part is known
│   └── UnknownRule            no such rule is known
├── UnknownLedgerNumber        the ledger has no such number (yet)
├── BeforeFirstKnown           the day asked for lies before the first day anything is known of
├── UnknownDecision            the book of precedents has no such decision that still stands
└── PersonalData               what is about a person may not be kept in a precedent
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar


class BouwsteenError(Exception):
    """Root of every error that Bouwsteen raises on purpose; `slug` never changes."""

    slug: ClassVar[str] = "bouwsteen-error"


@dataclass(eq=False)
class InvalidCode(BouwsteenError, ValueError):
    """`given` is not a `expected` (for example a crebo code of five digits)."""

    slug: ClassVar[str] = "invalid-code"
    given: str
    expected: str

    def __str__(self) -> str:
        return f"{self.given!r} is not {self.expected}"


@dataclass(eq=False)
class InvalidDay(BouwsteenError, ValueError):
    """`given` is no day of the form 2026-08-01."""

    slug: ClassVar[str] = "invalid-day"
    given: str

    def __str__(self) -> str:
        return f"{self.given!r} is not a day such as 2026-08-01"


@dataclass(eq=False)
class InvalidPeriod(BouwsteenError, ValueError):
    """A period that ends on or before the day on which it starts."""

    slug: ClassVar[str] = "invalid-period"
    start: date
    end: date

    def __str__(self) -> str:
        return f"a period from {self.start} cannot end on {self.end}"


@dataclass(eq=False)
class UnknownCode(BouwsteenError, LookupError):
    """No qualification, file, module or part with this code is known; `near` lists codes that look like it.

    `wanted` says of what kind it should have been, where only one will do, and `found` what it is the code of instead.
    """

    slug: ClassVar[str] = "unknown-code"
    given: str
    near: tuple[str, ...] = ()
    wanted: str = ""
    found: str = ""

    def __str__(self) -> str:
        return f"{self.given!r} is not known"


@dataclass(eq=False)
class UnknownRule(UnknownCode):
    """No rule, parameter or option of the law has this name; `near` lists names that look like it."""

    slug: ClassVar[str] = "unknown-rule"


@dataclass(eq=False)
class UnknownLedgerNumber(BouwsteenError, LookupError):
    """The ledger has no entry `given`; its newest is `newest`."""

    slug: ClassVar[str] = "unknown-ledger-number"
    given: int
    newest: int

    def __str__(self) -> str:
        return f"ledger number {self.given} is not known; the newest is {self.newest}"


@dataclass(eq=False)
class BeforeFirstKnown(BouwsteenError, LookupError):
    """Nothing is known of `asked`: the first day of which something is known is `first`."""

    slug: ClassVar[str] = "before-first-known"
    asked: date
    first: date

    def __str__(self) -> str:
        return f"nothing is known of {self.asked}; the first known day is {self.first}"


@dataclass(eq=False)
class UnknownDecision(BouwsteenError, LookupError):
    """The book of precedents has no decision `given` that still stands; its newest entry is `newest`."""

    slug: ClassVar[str] = "unknown-decision"
    given: int
    newest: int

    def __str__(self) -> str:
        return f"there is no standing decision {self.given}; the newest entry is {self.newest}"


@dataclass(eq=False)
class PersonalData(BouwsteenError, ValueError):
    """`given`, in `field`, seems to be about a person: that may not be kept."""

    slug: ClassVar[str] = "personal-data"
    field: str
    given: str

    def __str__(self) -> str:
        return f"{self.field} holds {self.given!r}, which seems to be about a person"
