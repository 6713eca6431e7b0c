"""What whoever keeps the site does now and then: throw away what has passed its day, renew keys."""

from dataclasses import dataclass
from datetime import date

from bouwsteen.services.people import Accounts, SavedFiles
from bouwsteen.services.policy import Action, Actor, require


@dataclass(frozen=True, slots=True, kw_only=True)
class Tidied:
    """How many were thrown away."""

    files: int
    accounts: int


def tidy(files: SavedFiles, accounts: Accounts, *, on: date, actor: Actor) -> Tidied:
    """Files, and accounts, that nobody used for a year; sessions that have ended go with them."""
    require(actor, Action.KEEP_HOUSE)
    return Tidied(files=files.tidy(on=on), accounts=accounts.tidy(on=on))


def rotate_keys(files: SavedFiles, *, actor: Actor) -> int:
    """How many files have their key sealed anew; with the older keys what was thrown away before is beyond reach."""
    require(actor, Action.KEEP_HOUSE)
    return files.rotate()
