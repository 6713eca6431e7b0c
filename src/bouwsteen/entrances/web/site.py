"""What every page shares: the published structure, and the day that was asked for."""

from datetime import date
from functools import cache, lru_cache

from django.conf import settings
from django.http import HttpRequest

from bouwsteen.entrances import wiring
from bouwsteen.entrances.web.published import Published
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.errors import UnknownLedgerNumber
from bouwsteen.model.precedents import PrecedentBook
from bouwsteen.questions.choice.purposes import PurposeTable
from bouwsteen.rules.rule import RuleSet
from bouwsteen.services.people import Accounts, SavedFiles
from bouwsteen.services.ports import Change, LinkedData, StorageFault
from bouwsteen.services.prepared import PreparedStructure
from bouwsteen.services.reused import Reused


@cache
def published() -> Published:
    """One for all threads of this worker."""
    return Published(wiring)


@cache
def law() -> RuleSet:
    """The law that the package ships; it does not change while the site runs."""
    return wiring.law()


@cache
def purposes() -> PurposeTable:
    """What is known of the purposes of modules."""
    return wiring.purposes()


@cache
def policies() -> RuleSet:
    """The policies of schools that the package ships."""
    return wiring.policies()


@cache
def accounts() -> Accounts:
    """People with an account; one for all threads, as it looks at the tables once."""
    return wiring.accounts()


@cache
def saved_files() -> SavedFiles:
    """Files that people keep."""
    return wiring.saved_files()


def precedents() -> PrecedentBook | None:
    """The book of precedents; None where it cannot be read: an answer does not depend on it."""
    try:
        return wiring.precedents().book()
    except StorageFault:
        return None


@lru_cache(maxsize=1)
def _reused(number: int, day: date) -> Reused:
    return Reused(published().on(day))


def reused_of(request: HttpRequest) -> Reused:
    """The same structure, read as parts that recur; raises as `structure_of`."""
    return reused_on(structure_of(request).structure)


def reused_on(structure: DatedCatalogue) -> Reused:
    """A published structure, read as parts that recur."""
    return _reused(structure.number, structure.day)


def structure_of(request: HttpRequest) -> PreparedStructure:
    """The structure on the day in `?op=2026-08-01`, else of today. Raises `BeforeFirstKnown` and `ValueError`."""
    asked = request.GET.get("op", "").strip()
    return published().on(date.fromisoformat(asked) if asked else None)


def changes_since(number: int) -> tuple[int, tuple[Change, ...]]:
    """The newest ledger number and what changed after `number`; raises `UnknownLedgerNumber` and `StorageFault`.

    Without a ledger there is the embedded catalogue only: number 0, and nothing after it.
    """
    if wiring.catalogues().number() is not None:
        return wiring.ledger().changes(number)
    if number:
        raise UnknownLedgerNumber(number, 0)
    return 0, ()


def linked_data(request: HttpRequest) -> LinkedData:
    """The structure of today as linked data; made once for a ledger number and a day."""
    structure = published().today().structure
    return _linked_data(structure.number, structure.day)


@lru_cache(maxsize=1)
def _linked_data(number: int, day: date) -> LinkedData:
    return wiring.linked_data(published().today().structure, settings.BASE_IRI)
