"""Accounts in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.people import Account, Granted
from bouwsteen.services.policy import Role


@dataclass
class MemoryAccounts:
    """Number → account; numbers count up."""

    kept: dict[str, Account] = field(default_factory=dict)
    subjects: dict[tuple[str, str], str] = field(default_factory=dict)

    def entered(self, issuer: str, subject: str, *, on: date) -> Account:
        number = self.subjects.setdefault((issuer, subject), f"0000-{len(self.subjects):04}")
        known = self.kept.get(number) or Account(number=number, created=on, used=on)
        self.kept[number] = replace(known, used=on)
        return self.kept[number]

    def account(self, number: str) -> Account | None:
        return self.kept.get(number)

    def all(self) -> tuple[Account, ...]:
        return tuple(self.kept[number] for number in sorted(self.kept))

    def grant(self, number: str, role: Role, *, by: str, at: datetime) -> Account:
        known = self._known(number)
        return self._with(known, {role: Granted(at=at, by=by), **known.granted})

    def end(self, number: str, role: Role, *, by: str, at: datetime) -> Account:
        known = self._known(number)
        return self._with(known, {each: granted for each, granted in known.granted.items() if each != role})

    def remove(self, number: str) -> None:
        del self.kept[self._known(number).number]

    def _known(self, number: str) -> Account:
        if number not in self.kept:
            raise UnknownCode(number)
        return self.kept[number]

    def _with(self, account: Account, granted: Mapping[Role, Granted]) -> Account:
        self.kept[account.number] = replace(account, granted=granted)
        return self.kept[account.number]
