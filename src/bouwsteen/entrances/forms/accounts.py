"""Accounts and their roles as JSON."""

from collections.abc import Iterable
from typing import Any

from bouwsteen.services.people import Account


def accounts_form(accounts: Iterable[Account]) -> dict[str, Any]:
    return {"accounts": [_account_form(each) for each in accounts]}


def _account_form(account: Account) -> dict[str, Any]:
    return {
        "number": account.number,
        "created": account.created.isoformat(),
        "used": account.used.isoformat(),
        "roles": [
            {"role": role.value, "granted": granted.at.isoformat(), "by": granted.by}
            for role, granted in account.granted.items()
        ],
    }
