"""Accounts and roles, in every kind of database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bouwsteen.adapters.store.people.accounts import DatabaseAccounts
from bouwsteen.adapters.store.people.tables import AccountRow, RoleRow
from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.policy import Role
from tests.services.people import MemoryAccounts
from tests.store.databases import open_ledger
from tests.store.invented import NOW

DAY = date(2026, 8, 1)
ISSUER = "https://login.example"


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def accounts(request, server):
    if request.param == "memory":
        return MemoryAccounts()
    return DatabaseAccounts(open_ledger(server(request.param).fresh())._alias)


def test_somebody_is_known_again_and_their_last_day_with_them(accounts):
    first = accounts.entered(ISSUER, "anna", on=DAY)
    again = accounts.entered(ISSUER, "anna", on=DAY + timedelta(days=3))

    assert again == replace(first, used=DAY + timedelta(days=3))
    assert accounts.account(first.number) == again
    assert accounts.entered(ISSUER, "bob", on=DAY).number != first.number
    assert accounts.entered("https://elsewhere.example", "anna", on=DAY).number != first.number


def test_a_role_is_granted_once_and_ends(accounts):
    number = accounts.entered(ISSUER, "anna", on=DAY).number
    accounts.grant(number, Role.ADVISER, by="beheer", at=NOW)
    twice = accounts.grant(number, Role.ADVISER, by="another", at=NOW + timedelta(days=1))
    ended = accounts.end(number, Role.ADVISER, by="beheer", at=NOW)

    assert twice.granted[Role.ADVISER].by == "beheer"
    assert twice.actor.roles == {Role.STUDENT, Role.ADVISER}
    assert ended.actor.roles == {Role.STUDENT}
    assert accounts.end(number, Role.SBB, by="beheer", at=NOW) == ended
    assert accounts.grant(number, Role.ADVISER, by="again", at=NOW).granted[Role.ADVISER].by == "again"


def test_who_is_not_there_gets_nothing(accounts):
    assert accounts.account("0000-9999") is None
    for act in (accounts.grant, accounts.end):
        with pytest.raises(UnknownCode):
            act("0000-9999", Role.ADVISER, by="beheer", at=NOW)
    with pytest.raises(UnknownCode):
        accounts.remove("0000-9999")


def test_an_account_that_is_removed_is_gone(accounts):
    number = accounts.entered(ISSUER, "anna", on=DAY).number
    accounts.grant(number, Role.ADVISER, by="beheer", at=NOW)
    accounts.remove(number)

    assert accounts.all() == ()
    assert accounts.entered(ISSUER, "anna", on=DAY).granted == {}


def test_what_the_login_calls_somebody_is_not_kept(databases):
    alias = open_ledger(databases.fresh())._alias
    accounts = DatabaseAccounts(alias)
    number = accounts.entered(ISSUER, "anna-pseudoniem", on=DAY).number
    accounts.grant(number, Role.ADVISER, by="beheer", at=NOW)
    accounts.remove(number)
    accounts.entered(ISSUER, "anna-pseudoniem", on=DAY)

    assert "anna" not in repr(list(AccountRow.objects.using(alias).values()))
    assert not RoleRow.objects.using(alias).exists()
