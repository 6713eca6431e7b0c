"""Accounts and roles in the database. Django must be set up before this module is imported."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from bouwsteen.adapters.store.faults import storage_faults
from bouwsteen.adapters.store.people import SIGNS
from bouwsteen.adapters.store.people.erasing import erasing
from bouwsteen.adapters.store.people.tables import AccountRow, RoleRow, SessionRow, ShareRow
from bouwsteen.adapters.store.tables import prepare, shown_path
from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.people import Account, Granted, a_year_before
from bouwsteen.services.policy import GRANTED, Role


class DatabaseAccounts:
    """Every method raises `StorageFault` when the database cannot be read or written."""

    def __init__(self, alias: str) -> None:
        self._alias = alias
        self._path = shown_path(alias)
        self._ready = False

    def entered(self, issuer: str, subject: str, *, on: date) -> Account:
        with storage_faults(self._path):
            self._prepare()
            row, _ = self._rows.get_or_create(
                subject=_digest(issuer, subject), defaults={"number": _number(), "created": on, "used": on}
            )
            if row.used != on:
                self._rows.filter(pk=row.pk).update(used=on)
        return self._known(row.pk)

    def account(self, number: str) -> Account | None:
        with storage_faults(self._path):
            self._prepare()
            return next(iter(self._accounts(self._rows.filter(pk=number))), None)

    def all(self) -> tuple[Account, ...]:
        with storage_faults(self._path):
            self._prepare()
            return tuple(self._accounts(self._rows.order_by("number")))

    def grant(self, number: str, role: Role, *, by: str, at: datetime) -> Account:
        self._known(number)
        with storage_faults(self._path):
            self._roles.get_or_create(
                account_id=number, role=role.value, ended=None, defaults={"granted": at, "granted_by": by}
            )
        return self._known(number)

    def end(self, number: str, role: Role, *, by: str, at: datetime) -> Account:
        self._known(number)
        with storage_faults(self._path):
            standing = self._roles.filter(account_id=number, role=role.value, ended=None)
            standing.update(ended=at, ended_by=by)
        return self._known(number)

    def remove(self, number: str) -> None:
        self._known(number)
        with storage_faults(self._path), erasing(self._alias):
            self._forget([number])

    def tidy(self, *, on: date) -> int:
        with storage_faults(self._path):
            self._prepare()
            with erasing(self._alias):
                SessionRow.objects.using(self._alias).filter(expire_date__date__lt=on).delete()
                gone = list(self._rows.filter(used__lte=a_year_before(on)).values_list("pk", flat=True))
                self._forget(gone)
        return len(gone)

    def _forget(self, numbers: list[str]) -> None:
        """The accounts, what is theirs, and that they read along with others."""
        for table in (SessionRow, ShareRow):
            table.objects.using(self._alias).filter(account__in=numbers).delete()
        self._rows.filter(pk__in=numbers).delete()

    @property
    def _rows(self) -> Any:
        return AccountRow.objects.using(self._alias)

    @property
    def _roles(self) -> Any:
        return RoleRow.objects.using(self._alias)

    def _prepare(self) -> None:
        """Once: looking which tables there are costs more than an account."""
        if not self._ready:
            prepare(self._alias)
            self._ready = True

    def _known(self, number: str) -> Account:
        found = self.account(number)
        if found is None:
            raise UnknownCode(number)
        return found

    def _accounts(self, rows: Any) -> Iterable[Account]:
        return map(_account, rows.prefetch_related("roles"))


def _account(row: AccountRow) -> Account:
    standing = {
        each.role: Granted(at=each.granted, by=each.granted_by)
        for each in row.roles.all()
        if each.ended is None
    }
    granted: dict[Role, Granted] = {role: standing[role.value] for role in GRANTED if role.value in standing}
    return Account(number=row.number, created=row.created, used=row.used, granted=granted)


def _number() -> str:
    """
    >>> len(_number())
    9
    """
    signs = "".join(secrets.choice(SIGNS) for _ in range(8))
    return f"{signs[:4]}-{signs[4:]}"


def _digest(issuer: str, subject: str) -> str:
    """What the login calls somebody differs a site (it is a pseudonym), and is not needed to know them again."""
    return hashlib.sha256(f"{issuer}\0{subject}".encode(errors="replace")).hexdigest()
