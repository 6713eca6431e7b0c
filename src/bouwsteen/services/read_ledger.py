"""The entries of the ledger: what was adopted, when, by whom and why; and what one of them changed."""

from bouwsteen.model.errors import UnknownLedgerNumber
from bouwsteen.model.history import LedgerEntry
from bouwsteen.services.policy import Action, Actor, require
from bouwsteen.services.ports import Change, Ledger


def read_ledger(ledger: Ledger, *, actor: Actor) -> tuple[LedgerEntry, ...]:
    """The newest first. Raises `NotAllowed`."""
    require(actor, Action.READ_LEDGER)
    return tuple(reversed(ledger.entries()))


def read_entry(number: int, ledger: Ledger, *, actor: Actor) -> tuple[LedgerEntry, tuple[Change, ...]]:
    """One entry, and what it changed; nothing of the first, with which the ledger begins.

    Raises `NotAllowed` and `UnknownLedgerNumber`.
    """
    entries = read_ledger(ledger, actor=actor)
    found = next((each for each in entries if each.number == number), None)
    if found is None:
        raise UnknownLedgerNumber(number, entries[0].number)
    return found, changed_by(number, ledger) if number else ()


def changed_by(number: int, ledger: Ledger) -> tuple[Change, ...]:
    """What an entry, not the first, changed in versions: by kind, then by code."""
    _, changes = ledger.changes(number - 1)
    return tuple(sorted((each for each in changes if each.number == number), key=_order))


def _order(change: Change) -> tuple[str, Change]:
    return change.kind.value, change
