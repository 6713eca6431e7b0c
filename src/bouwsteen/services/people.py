"""People with an account, and what keeps them: the least that makes a role and a file somebody's own.

Of a person nothing is kept but a digest of what the login calls them, the roles that they were granted, and two days.
No name, no address: whoever wants a role tells the administrator the number of their account.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
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
