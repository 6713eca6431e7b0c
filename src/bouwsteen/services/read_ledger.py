"""The entries of the ledger: what was adopted, when, by whom and why."""

from bouwsteen.model.history import LedgerEntry
from bouwsteen.services.policy import Action, Actor, require
from bouwsteen.services.ports import Ledger


def read_ledger(ledger: Ledger, *, actor: Actor) -> tuple[LedgerEntry, ...]:
    """The newest first. Raises `NotAllowed`."""
    require(actor, Action.READ_LEDGER)
    return tuple(reversed(ledger.entries()))
