"""What every book of precedents does, in memory and in each kind of database."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from django.db import Error, connections, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from bouwsteen.adapters.store.memory_precedents import MemoryPrecedents, next_entry
from bouwsteen.adapters.store.precedents import DatabasePrecedents
from bouwsteen.model.errors import UnknownDecision
from bouwsteen.model.person import EvidenceKind
from bouwsteen.model.precedents import BoardDecision, Decided, DecidingBody, PrecedentBook, Withdrawal
from bouwsteen.services.ports import Precedents
from tests.store.databases import open_ledger, sqlite_address
from tests.store.invented import NOW

few = settings(max_examples=8)
DECISION = BoardDecision(
    institution="25PN",
    body=DecidingBody.BOARD,
    decided=date(2026, 9, 1),
    part="23181/2016/B1-K1",
    evidence=EvidenceKind.CERTIFICATE,
    origin="mbo",
    covers=("23181/2016/B1-K1", "25477"),
    exam=Decided.GRANTED,
    teaching=Decided.REFUSED,
    reason="Zelfde kerntaak, examen elders behaald",
)
words = st.text(st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
decisions = st.builds(
    BoardDecision,
    institution=words,
    body=st.sampled_from(DecidingBody),
    decided=st.dates(date(2016, 1, 1), date(2040, 1, 1)),
    part=st.sampled_from(["nederlands", "K0071", "23181/2016/B1-K1"]),
    evidence=st.sampled_from(EvidenceKind),
    origin=st.sampled_from(["", "mbo", "havo"]),
    level=st.sampled_from(["", "3F"]),
    covers=st.lists(st.sampled_from(["K0071", "25477", "nederlands"]), max_size=3).map(tuple),
    exam=st.sampled_from(Decided),
    teaching=st.sampled_from([None, *Decided]),
    reason=words,
)


def withdrawal(number: int) -> Withdrawal:
    return Withdrawal(
        number=number,
        institution="25PN",
        body=DecidingBody.BOARD,
        decided=date(2026, 10, 1),
        reason="Verkeerd ingevoerd",
    )


def open_precedents(address) -> DatabasePrecedents:
    return DatabasePrecedents(open_ledger(address)._alias)


@pytest.fixture(scope="session", params=["memory", "sqlite", "postgresql"])
def new_precedents(request, server):
    """Makes an empty book of every kind."""
    if request.param == "memory":
        return MemoryPrecedents
    databases = server(request.param)
    return lambda: open_precedents(databases.fresh())


def record(precedents: Precedents, *contents: BoardDecision | Withdrawal) -> PrecedentBook:
    for content in contents:
        precedents.record(content, recorded=NOW)
    return precedents.book()


def test_a_new_book_is_empty(new_precedents):
    assert new_precedents().book() == PrecedentBook()


def test_a_decision_comes_back_as_it_was_recorded(new_precedents):
    entry = new_precedents().record(DECISION, recorded=NOW)

    assert (entry.number, entry.recorded, entry.content) == (1, NOW, DECISION)


def test_entries_are_numbered_from_1_without_gaps(new_precedents):
    book = record(new_precedents(), DECISION, DECISION, withdrawal(2), DECISION)

    assert [each.number for each in book.entries] == [1, 2, 3, 4]


def test_a_withdrawn_decision_stays_in_the_book_and_no_longer_stands(new_precedents):
    book = record(new_precedents(), DECISION, withdrawal(1))

    assert book.entries[0].content == DECISION
    assert book.standing == ()


@pytest.mark.parametrize("number", [0, 1, 2, 99])
def test_only_a_decision_that_stands_can_be_withdrawn(new_precedents, number):
    """1 is withdrawn already, 2 is a withdrawal itself."""
    precedents = new_precedents()
    before = record(precedents, DECISION, withdrawal(1))

    with pytest.raises(UnknownDecision):
        precedents.record(withdrawal(number), recorded=NOW)
    assert precedents.book() == before


def test_decisions_are_found_by_part_and_kind_of_evidence(new_precedents):
    other = replace(DECISION, part="nederlands", evidence=EvidenceKind.EXAM)
    book = record(new_precedents(), DECISION, other)

    assert book.about({"nederlands"}, [EvidenceKind.EXAM]) == ((2, other),)
    assert book.about({"nederlands"}, [EvidenceKind.EXPERIENCE]) == ()


@few
@given(contents=st.lists(decisions, max_size=4))
def test_everything_that_is_recorded_comes_back_equal(new_precedents, contents):
    book = record(new_precedents(), *contents)

    assert [each.content for each in book.entries] == contents


def test_two_programs_on_one_database_see_each_other(databases):
    address = databases.fresh()
    open_precedents(address).record(DECISION, recorded=NOW)

    assert open_precedents(address).record(DECISION, recorded=NOW).number == 2


def test_looking_makes_no_file(tmp_path):
    address = sqlite_address(tmp_path / "none" / "book.sqlite3")

    assert open_precedents(address).book() == PrecedentBook()
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE precedent SET reason = 'x'",
        "DELETE FROM precedent",
        "UPDATE precedent SET number = 7",
    ],
)
def test_the_database_itself_refuses_to_change_an_entry(databases, statement):
    precedents = open_precedents(databases.fresh())
    before = record(precedents, DECISION)

    with (
        pytest.raises(Error),
        transaction.atomic(using=precedents._alias),
        closing(connections[precedents._alias].cursor()) as cursor,
    ):
        cursor.execute(statement)
    assert precedents.book() == before


def test_the_database_itself_refuses_a_number_out_of_order(databases):
    from bouwsteen.adapters.store.models import PrecedentRow
    from bouwsteen.adapters.store.precedents import _row

    precedents = open_precedents(databases.fresh())
    entry = replace(next_entry(PrecedentBook(), DECISION, NOW), number=5)

    precedents.book()
    with pytest.raises(Error), transaction.atomic(using=precedents._alias):
        PrecedentRow.objects.using(precedents._alias).bulk_create([_row(entry)])
