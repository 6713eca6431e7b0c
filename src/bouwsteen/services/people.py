"""People with an account, and what keeps them: the least that makes a role and a file somebody's own.

Of a person nothing is kept but a digest of what the login calls them, the roles that they were granted, and two days.
No name, no address: whoever wants a role tells the administrator the number of their account.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bouwsteen.services.policy import Actor, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Granted:
    """When somebody granted a role, and who."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """`number` is what people call it (`7K2M-9QXR`); `used` the last day on which somebody logged in."""

    number: str
    created: date
    used: date
    granted: Mapping[Role, Granted] = field(default_factory=dict)

    @property
    def actor(self) -> Actor:
        """Whoever has logged in with it."""
        roles = frozenset({Role.STUDENT, *self.granted})
        return Actor(name=f"account {self.number}", roles=roles, account=self.number)


class Accounts(Protocol):
    """Keeps accounts. Methods that name one raise `UnknownCode` where there is none."""

    def entered(self, issuer: str, subject: str, *, on: date) -> Account:
        """The account of whom `issuer` calls `subject`, made where it is their first time."""

    def account(self, number: str) -> Account | None: ...

    def all(self) -> tuple[Account, ...]:
        """By number."""

    def grant(self, number: str, role: Role, *, by: str, at: datetime) -> Account:
        """Granting twice changes nothing."""

    def end(self, number: str, role: Role, *, by: str, at: datetime) -> Account:
        """Ends a role; one that they do not have changes nothing."""

    def remove(self, number: str) -> None:
        """The account and everything that is theirs is gone, and whoever is logged in with it no longer is."""

    def tidy(self, *, on: date) -> int:
        """Removes those that nobody used for a year; how many."""


class Ground(StrEnum):
    """Why a file may be kept. Source: AVG art. 6 lid 1 (CELEX 32016R0679)."""

    CONSENT = "consent"  # onder a; of whoever is 16 or older: UAVG art. 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A code that was given, and from when it no longer holds. `account` is empty until somebody used the code."""

    id: int
    account: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFile:
    """What is known of a file without opening it; `used` is the last day on which somebody opened it."""

    id: str
    owner: str
    kept: datetime
    used: date
    ground: Ground
    shares: tuple[Share, ...] = ()

    @property
    def until(self) -> date:
        """From this day it is gone, unless it is opened before."""
        return a_year_after(self.used)


class SavedFiles(Protocol):
    """Keeps files sealed. What has passed its day is not given, whether or not it was tidied."""

    def keep(self, owner: str, content: bytes, *, ground: Ground, at: datetime, most: int) -> SavedFile:
        """Raises `TooManyFiles` where somebody keeps `most`, also of two that are kept at the same time."""

    def of(self, owner: str, *, on: date) -> tuple[SavedFile, ...]:
        """Those of an account, oldest first."""

    def shared_with(self, account: str, *, on: date) -> tuple[SavedFile, ...]: ...

    def find(self, id: str, *, on: date) -> SavedFile | None: ...

    def look(self, id: str, *, on: date) -> bytes:
        """The content, to tell files apart: no use, so it lasts no longer by it. Raises `UnknownCode`."""

    def open(self, id: str, *, on: date) -> bytes:
        """The content; the day counts as its last use. Raises `UnknownCode`."""

    def share(self, id: str, *, until: date) -> str:
        """A new code for the file, which is not kept."""

    def redeem(self, code: str, account: str, *, on: date) -> SavedFile:
        """Ties the code to whoever uses it first; raises `UnknownCode` for anybody else."""

    def end_share(self, id: str, share: int) -> None: ...

    def remove(self, id: str) -> None:
        """Gone: the file, its key, and whom it was shared with."""

    def tidy(self, *, on: date) -> int:
        """Removes what has passed its day; how many."""

    def rotate(self) -> int:
        """Seals every file's key with a new key and throws the older away; how many files."""


def a_year_after(day: date) -> date:
    """
    >>> a_year_after(date(2026, 8, 1)).isoformat(), a_year_after(date(2028, 2, 29)).isoformat()
    ('2027-08-01', '2029-03-01')
    """
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 3, 1) if leap else day.replace(year=day.year + 1)


def a_year_before(day: date) -> date:
    """Whatever was last used on this day or before has passed its day.

    >>> a_year_before(date(2027, 8, 1)).isoformat(), a_year_before(date(2028, 2, 29)).isoformat()
    ('2026-08-01', '2027-02-28')
    """
    leap = (day.month, day.day) == (2, 29)
    return date(day.year - 1, 2, 28) if leap else day.replace(year=day.year - 1)
