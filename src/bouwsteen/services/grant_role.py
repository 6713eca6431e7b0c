"""Granting a role to an account, ending one, seeing who has which, and removing an account."""

from bouwsteen.services.people import Account, Accounts
from bouwsteen.services.policy import GRANTED, Action, Actor, Relation, Role, require
from bouwsteen.services.ports import Clock


def grant_role(number: str, role: Role, accounts: Accounts, *, clock: Clock, actor: Actor) -> Account:
    """Raises `NotAllowed`, `UnknownCode`, and `ValueError` for a role that nobody is granted."""
    require(actor, Action.GRANT_ROLE, relation_to(number, actor))
    if role not in GRANTED:
        raise ValueError(role)
    return accounts.grant(number, role, by=actor.name, at=clock.now())


def end_role(number: str, role: Role, accounts: Accounts, *, clock: Clock, actor: Actor) -> Account:
    """The role counts no longer from the next thing they do. Raises `NotAllowed` and `UnknownCode`."""
    require(actor, Action.GRANT_ROLE, relation_to(number, actor))
    return accounts.end(number, role, by=actor.name, at=clock.now())


def every_account(accounts: Accounts, *, actor: Actor) -> tuple[Account, ...]:
    """Raises `NotAllowed`."""
    require(actor, Action.READ_ACCOUNTS)
    return accounts.all()


def remove_account(number: str, accounts: Accounts, *, actor: Actor) -> None:
    """One's own, or another's by who keeps the site. Raises `NotAllowed` and `UnknownCode`."""
    require(actor, Action.REMOVE_ACCOUNT, relation_to(number, actor))
    accounts.remove(number)


def relation_to(number: str, actor: Actor) -> Relation:
    """Whether the account is the actor's own."""
    return Relation.OWN if number and number == actor.account else Relation.OTHER
