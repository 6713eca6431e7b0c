"""Accounts and saved files in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.errors import TooManyFiles
from bouwsteen.services.people import Account, Granted, Ground, SavedFile, Share, a_year_before
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

    def tidy(self, *, on: date) -> int:
        old = [each.number for each in self.all() if each.used <= a_year_before(on)]
        for number in old:
            self.remove(number)
        return len(old)

    def _known(self, number: str) -> Account:
        if number not in self.kept:
            raise UnknownCode(number)
        return self.kept[number]

    def _with(self, account: Account, granted: Mapping[Role, Granted]) -> Account:
        self.kept[account.number] = replace(account, granted=granted)
        return self.kept[account.number]


@dataclass
class MemoryFiles:
    """Id → file and content; ids and codes count up."""

    kept: dict[str, tuple[SavedFile, bytes]] = field(default_factory=dict)
    codes: dict[str, tuple[str, int]] = field(default_factory=dict)

    def keep(self, owner: str, content: bytes, *, ground: Ground, at: datetime, most: int) -> SavedFile:
        if len(self.of(owner, on=at.date())) >= most:
            raise TooManyFiles(most)
        made = SavedFile(id=f"file-{len(self.kept)}", owner=owner, kept=at, used=at.date(), ground=ground)
        self.kept[made.id] = made, content
        return made

    def of(self, owner: str, *, on: date) -> tuple[SavedFile, ...]:
        return tuple(file for file in self._living(on) if file.owner == owner)

    def shared_with(self, account: str, *, on: date) -> tuple[SavedFile, ...]:
        return tuple(file for file in self._living(on) if account in {each.account for each in file.shares})

    def find(self, id: str, *, on: date) -> SavedFile | None:
        return next((file for file in self._living(on) if file.id == id), None)

    def look(self, id: str, *, on: date) -> bytes:
        return self.kept[id][1]

    def open(self, id: str, *, on: date) -> bytes:
        file, content = self.kept[id]
        self.kept[id] = replace(file, used=on), content
        return content

    def share(self, id: str, *, until: date) -> str:
        file, content = self.kept[id]
        code = f"code-{len(self.codes)}"
        self.codes[code] = id, len(self.codes)
        share = Share(id=self.codes[code][1], account="", until=until)
        self.kept[id] = replace(file, shares=(*file.shares, share)), content
        return code

    def redeem(self, code: str, account: str, *, on: date) -> SavedFile:
        id, number = self.codes.get(code, ("", 0))
        found = self.find(id, on=on)
        share = next((each for each in found.shares if each.id == number), None) if found else None
        if found is None or share is None or share.account not in ("", account):
            raise UnknownCode(code)
        others = tuple(each for each in found.shares if each.id != number)
        self.kept[id] = (
            replace(found, shares=(*others, replace(share, account=account))),
            self.kept[id][1],
        )
        return self.kept[id][0]

    def end_share(self, id: str, share: int) -> None:
        file, content = self.kept[id]
        self.kept[id] = replace(file, shares=tuple(each for each in file.shares if each.id != share)), content

    def remove(self, id: str) -> None:
        del self.kept[id]

    def tidy(self, *, on: date) -> int:
        living = {file.id for file in self._living(on)}
        old = self.kept.keys() - living
        self.kept = {id: each for id, each in self.kept.items() if id in living}
        return len(old)

    def rotate(self) -> int:
        return len(self.kept)

    def _living(self, on: date) -> list[SavedFile]:
        return [
            replace(file, shares=tuple(each for each in file.shares if on < each.until))
            for file, _ in self.kept.values()
            if file.used > a_year_before(on)
        ]
