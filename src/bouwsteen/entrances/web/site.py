"""What every page shares: the published structure, and the day that was asked for."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import cache, lru_cache
from typing import Any, TypeVar

from django.conf import settings
from django.db import connections
from django.http import Http404, HttpRequest

from bouwsteen.entrances import wiring
from bouwsteen.entrances.web.memory import give_back
from bouwsteen.entrances.web.patience import Patience
from bouwsteen.entrances.web.published import Published, let_go_of_others, once_for_a_structure
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.content import PartContent
from bouwsteen.model.errors import BeforeFirstKnown, InvalidDay, UnknownLedgerNumber
from bouwsteen.model.precedents import PrecedentBook
from bouwsteen.questions.choice.purposes import PurposeTable
from bouwsteen.questions.reuse.standing import Standing
from bouwsteen.rules.rule import RuleSet
from bouwsteen.services.people import Accounts, SavedFiles
from bouwsteen.services.ports import Change, Contents, LinkedData, PartText, PartTexts, StorageFault
from bouwsteen.services.prepared import PreparedStructure
from bouwsteen.services.reused import Reused
from bouwsteen.services.search_structure import search_structure

Answer = TypeVar("Answer")
VERSIONS_KEPT = 16
"""Of so many versions the texts stay in memory."""
ANSWERS_KEPT = 64
"""Of so many questions about a structure the answer stays in memory."""
_PATIENCE = Patience()


def asked(read: Callable[[], Answer]) -> Answer:
    """What `read` gives from the database; raises `StorageFault` too where that does not answer soon."""

    def read_and_leave() -> Answer:
        try:
            return read()
        finally:
            connections.close_all()  # of the thread that asked

    return _PATIENCE.ask(read_and_leave)


@cache
def published() -> Published:
    """One for all threads of this worker."""
    return Published(wiring, warm)


def warm(ready: PreparedStructure) -> None:
    """What visitors of a new structure would wait for: the search, jobs, skills, lists of the API, and what recurs."""
    structure = ready.structure
    let_go_of_others(structure)
    _linked_data.cache_clear()
    _reused.cache_clear()
    search_structure("a", structure, limit=1)
    _ = ready.names, ready.index.places, ready.index.says("")
    reused = reused_on(structure)
    with suppress(StorageFault):  # then whoever asks for skills is told so
        _ = ready.skill_names, structure.catalogue.vocabulary.to_object
        for each in ready.jobs.occupations.known.occupations[:1]:
            ready.jobs.occupations.of_occupation(each)
    _ = reused.standings, reused.standing_by_id, reused.element_of, reused.breadths
    give_back()


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
        return asked(lambda: wiring.precedents().book())
    except StorageFault:
        return None


class LastingContents:
    """What parts of a version require at a ledger number; that never changes, so it is asked once.

    Raises `StorageFault` where it has to be asked and the database does not answer soon.
    """

    def __init__(self, number: int) -> None:
        self._number = number

    def of(self, owner: str, version: str) -> Mapping[str, PartContent]:
        return _content(self._number, owner, version)


@lru_cache(maxsize=VERSIONS_KEPT)
def _content(number: int, owner: str, version: str) -> Mapping[str, PartContent]:
    if not number:
        return {}
    return asked(lambda: wiring.contents(number).of(owner, version))


def with_contents(number: int, answer: Callable[[Contents], Answer]) -> Answer:
    """`answer`, with what parts require where the database tells it soon; else all of it without, as if unknown."""
    try:
        return answer(LastingContents(number))
    except StorageFault:
        return answer(LastingContents(0))


class AskedTexts:
    """The texts of parts at a ledger number; raises `StorageFault` where the database does not answer soon."""

    def __init__(self, number: int) -> None:
        self._number = number

    def of(self, keys: Iterable[PartKey]) -> Mapping[PartKey, PartText]:
        wanted = tuple(keys)
        return asked(lambda: wiring.part_texts(self._number).of(wanted)) if self._number else {}


def with_texts(number: int, answer: Callable[[PartTexts], Answer]) -> Answer:
    """`answer`, with the texts of parts where the database tells them soon; else all of it without, as if unknown."""
    try:
        return answer(AskedTexts(number))
    except StorageFault:
        return answer(AskedTexts(0))


@once_for_a_structure
def _answers(_: DatedCatalogue) -> dict[Hashable, Any]:
    """Answers that depend on the structure alone."""
    return {}


def lasting(structure: DatedCatalogue, question: Hashable, answer: Callable[[], Answer]) -> Answer:
    """`answer`, found once for a structure; for what takes long and is the same for everybody."""
    held = _answers(structure)
    found: Answer | None = held.get(question)
    if found is None:
        found = answer()
        if len(held) >= ANSWERS_KEPT:
            held.clear()
        held[question] = found
    return found


@lru_cache(maxsize=1)
def _reused(number: int, day: date) -> Reused:
    return Reused(published().on(day))


def reused_of(request: HttpRequest) -> Reused:
    """The same structure, read as parts that recur; raises as `structure_of`."""
    return reused_on(structure_of(request).structure)


def recurring_at_hand(structure: DatedCatalogue) -> Mapping[str, Standing]:
    """Every id that leads to a family → how it stands, where families were found already: nobody waits for it."""
    reused = reused_on(structure)
    return reused.standing_by_id if "standing_by_id" in vars(reused) else {}


def reused_on(structure: DatedCatalogue) -> Reused:
    """A published structure, read as parts that recur."""
    return _reused(structure.number, structure.day)


def structure_of(request: HttpRequest) -> PreparedStructure:
    """The structure on the day in `?op=2026-08-01`, else of today. Raises `Http404` where there is none."""
    try:
        return published().on(day_in(request, "op") if request.GET.get("op", "").strip() else None)
    except BeforeFirstKnown as error:
        raise Http404 from error


def day_in(request: HttpRequest, field: str) -> date:
    """The day that the address names there; raises `Http404` for what is none."""
    asked = request.GET.get(field, "").strip()
    try:
        return date.fromisoformat(asked)
    except ValueError:
        raise Http404 from InvalidDay(asked)


def changes_since(number: int) -> tuple[int, tuple[Change, ...]]:
    """The newest ledger number and what changed after `number`; raises `UnknownLedgerNumber` and `StorageFault`.

    Without a ledger there is the embedded catalogue only: number 0, and nothing after it.
    """
    found = asked(lambda: _changes_since(number))
    if found is None and number:
        raise UnknownLedgerNumber(number, 0)
    return found or (0, ())


def _changes_since(number: int) -> tuple[int, tuple[Change, ...]] | None:
    return wiring.ledger().changes(number) if wiring.catalogues().number() is not None else None


def linked_data(request: HttpRequest) -> LinkedData:
    """The structure of today as linked data; made once for a ledger number and a day."""
    structure = published().today().structure
    return _linked_data(structure.number, structure.day)


@lru_cache(maxsize=1)
def _linked_data(number: int, day: date) -> LinkedData:
    return wiring.linked_data(published().today().structure, settings.BASE_IRI)
