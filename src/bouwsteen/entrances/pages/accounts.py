"""Accounts and their roles, for people."""

from collections.abc import Sequence

from bouwsteen.entrances.pages.blocks import Heading, Item, Page, Paragraph
from bouwsteen.entrances.words import Words
from bouwsteen.services.people import Account
from bouwsteen.services.ports import day_here


def accounts_page(accounts: Sequence[Account], say: Words) -> Page:
    """A line an account: its number, when it was used, and what it was granted."""
    if not accounts:
        return (Paragraph(say("accounts.none")),)
    return (Heading(say("accounts.title")), *(Item(_line(each, say)) for each in accounts))


def _line(account: Account, say: Words) -> str:
    roles = [
        say("accounts.role", role=say(f"role.{role}"), on=day_here(granted.at), by=granted.by)
        for role, granted in account.granted.items()
    ]
    return say(
        "accounts.line",
        number=account.number,
        used=account.used,
        roles="; ".join(roles) or say("accounts.no-role"),
    )
