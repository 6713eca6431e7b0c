"""What every ledger does, in memory and in each kind of database."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bouwsteen.model.errors import UnknownLedgerNumber
from bouwsteen.model.history import History
from bouwsteen.model.records import Edition, Records
from bouwsteen.services.ports import Adoption, Ledger
from tests.store.invented import (
    FIRST,
    NOW,
    SCHOOLS,
    batches,
    file_edition,
    loose_edition,
    many_editions,
    module_edition,
    vocabulary_edition,
    with_document,
)

few = settings(max_examples=8)


def adopt(ledger: Ledger, *editions: Edition) -> Adoption:
    return ledger.adopt(editions, actor="anna", reason="a test", recorded=NOW)


def content(records: Records) -> dict[str, frozenset[object]]:
    """Every statement, whatever its place."""
    return {name: frozenset(rows) for name, rows in records.tables().items()}


def state(ledger: Ledger) -> tuple[History, list[Edition]]:
    return ledger.history(), list(ledger.editions())


class RefusedByTest(Exception):
    """What a reader raises halfway."""


def test_a_new_ledger_holds_the_embedded_catalogue_as_number_0(new_ledger):
    history = new_ledger().history()

    assert [entry.number for entry in history.entries] == [0]
    assert history.entries[0].actor == "bouwsteen"
    assert history.entries[0].editions == 2
    assert content(history.at(0).records) == content(FIRST[0].records + FIRST[1].records)


def test_an_adoption_is_one_entry(new_ledger):
    ledger = new_ledger()

    adoption = adopt(ledger, file_edition("23450"), module_edition(), loose_edition("01AA"))

    assert adoption.entry == ledger.history().entries[1]
    assert (adoption.entry.number, adoption.entry.editions) == (1, 3)
    assert (adoption.entry.actor, adoption.entry.reason, adoption.entry.recorded) == ("anna", "a test", NOW)
    assert (adoption.new_editions, adoption.unchanged_editions) == (3, 0)


def test_the_moment_is_kept_to_the_microsecond(new_ledger):
    ledger = new_ledger()
    moment = NOW + timedelta(microseconds=1)

    ledger.adopt([module_edition()], actor="anna", reason="", recorded=moment)

    assert ledger.history().entries[1].recorded == moment


def test_values_come_back_equal_and_of_their_own_type(new_ledger):
    ledger = new_ledger()
    given_editions = [loose_edition("01AA", "02BB"), with_document(file_edition(), b"\0\xff")]

    adopt(ledger, *given_editions)

    back = [each for each in ledger.editions() if each.source != "embedded"]
    assert sorted(back, key=lambda each: each.source) == sorted(given_editions, key=lambda each: each.source)
    assert type(back[1].records.certificates[0].part) is type(given_editions[0].records.certificates[0].part)
    assert repr(back[0].records) == repr(given_editions[1].records)


def test_a_vocabulary_is_kept_whole_and_each_version_beside_the_other(new_ledger):
    ledger = new_ledger()
    old, new = vocabulary_edition("kok", version="1.1.0"), vocabulary_edition("kok", "bakker")

    adopt(ledger, old, new)

    records = ledger.catalogue().records
    assert set(records.concepts) == {*old.records.concepts, *new.records.concepts}
    assert set(records.links) == {*old.records.links, *new.records.links}
    assert adopt(ledger, new, old).entry is None


def test_history_holds_no_documents(new_ledger):
    ledger = new_ledger()

    adopt(ledger, with_document(file_edition(), b"text"))

    assert {each.edition.document for each in ledger.history().editions} == {None}
    assert b"text" in {each.document for each in ledger.editions()}


def test_an_edition_replaces_the_one_of_the_same_source_owner_and_version(new_ledger):
    ledger = new_ledger()
    adopt(ledger, file_edition(title="Oud"), file_edition(version="2025", title="Blijft"))
    adopt(ledger, file_edition(title="Nieuw"))

    history = ledger.history()

    titles = {
        number: {each.title for each in history.at(number).records.work_processes if each.owner == "23450"}
        for number in (1, 2)
    }
    assert titles == {
        1: {"Oud (1)", "Oud (2)", "Blijft (1)", "Blijft (2)"},
        2: {"Nieuw (1)", "Nieuw (2)", "Blijft (1)", "Blijft (2)"},
    }


def test_another_source_stays_beside_it(new_ledger):
    ledger = new_ledger()

    adopt(ledger, file_edition(), file_edition(source=SCHOOLS))

    assert len([each for each in ledger.history().at().records.files if each.code == "23450"]) == 2


def test_an_edition_without_an_owner_adds_to_its_source(new_ledger):
    ledger = new_ledger()
    adopt(ledger, loose_edition("01AA", name="Oude naam"), loose_edition("02BB"))
    adopt(ledger, loose_edition("03CC", "01AA", name="Nieuwe naam"))

    schools = [each for each in ledger.history().at().records.institutions if each.sources == (SCHOOLS,)]

    assert {each.code: each.name for each in schools} == {
        "01AA": "Nieuwe naam",
        "02BB": "School",
        "03CC": "Nieuwe naam",
    }


def test_a_document_alone_makes_another_edition(new_ledger):
    ledger = new_ledger()
    adopt(ledger, file_edition())

    assert adopt(ledger, with_document(file_edition(), b"")).new_editions == 1
    assert adopt(ledger, with_document(file_edition(), b"")).entry is None


def test_the_last_of_two_in_one_batch_counts(new_ledger):
    ledger = new_ledger()

    adopt(
        ledger, file_edition(title="Eerst"), *many_editions(300, document=b""), file_edition(title="Laatst")
    )

    here = [each for each in ledger.history().editions if each.edition.owner == "23450"]
    assert [each.edition.records.work_processes[0].title for each in here] == ["Laatst (1)"]
    assert [(each.since, each.until) for each in here] == [(1, None)]


def test_what_is_known_makes_no_entry(new_ledger):
    ledger = new_ledger()
    adopt(ledger, file_edition(), loose_edition("01AA", "02BB"))
    before = state(ledger)

    assert adopt(ledger, loose_edition("02BB"), file_edition()) == Adoption(
        entry=None, new_editions=0, unchanged_editions=2
    )
    assert adopt(ledger).entry is None
    assert state(ledger) == before


def test_what_a_reader_raises_leaves_everything_as_it_was(new_ledger):
    ledger = new_ledger()
    before = state(ledger)

    def halfway():
        yield from many_editions(450)
        raise RefusedByTest

    with pytest.raises(RefusedByTest):
        ledger.adopt(halfway(), actor="anna", reason="", recorded=NOW)

    assert state(ledger) == before
    assert adopt(ledger, file_edition()).entry.number == 1


def test_a_ledger_can_take_in_what_it_gives(new_ledger):
    ledger, other = new_ledger(), new_ledger()
    adopt(ledger, *many_editions(40), loose_edition("01AA"))

    assert ledger.adopt(ledger.editions(), actor="anna", reason="", recorded=NOW).entry is None
    other.adopt(ledger.editions(), actor="anna", reason="", recorded=NOW)

    assert list(other.editions()) == list(ledger.editions())


def test_the_editions_of_one_owner_can_be_asked_for(new_ledger):
    ledger = new_ledger()
    owners = {each.owner for each in ledger.editions()}

    for owner in owners:
        assert list(ledger.editions(owner=owner)) == [e for e in ledger.editions() if e.owner == owner]
    assert list(ledger.editions(owner="99999")) == []


def test_the_editions_of_one_source_can_be_asked_for(new_ledger):
    """A vocabulary of a hundred thousand links is not read to find the texts of a register."""
    ledger = new_ledger()
    adopt(ledger, file_edition(), replace(file_edition(version="2025", title="Ander"), source="esco-1.2.0"))
    sources = {each.source for each in ledger.editions()}

    assert len(sources) > 1
    for source in sources:
        assert list(ledger.editions(source=source)) == [e for e in ledger.editions() if e.source == source]
    assert list(ledger.editions(source="nowhere")) == []
    assert list(ledger.editions(owner="99999", source="esco-1.2.0")) == []


@pytest.mark.parametrize("number", [-1, 1, 99])
def test_a_number_that_does_not_exist_is_refused(new_ledger, number):
    ledger = new_ledger()

    with pytest.raises(UnknownLedgerNumber):
        ledger.editions(number)
    with pytest.raises(UnknownLedgerNumber):
        ledger.catalogue(number)


@few
@given(batch=batches)
def test_adopting_twice_changes_nothing(new_ledger, batch):
    ledger = new_ledger()
    adopt(ledger, *last_of_each(batch))
    before = state(ledger)

    assert adopt(ledger, *last_of_each(batch)).entry is None
    assert state(ledger) == before


@few
@given(sequence=st.lists(batches, max_size=3))
def test_a_catalogue_never_changes_afterwards(new_ledger, sequence):
    ledger = new_ledger()
    seen = {0: ledger.catalogue().records}
    for batch in sequence:
        adopt(ledger, *batch)
        seen.setdefault(ledger.history().newest, ledger.catalogue().records)

    history = ledger.history()
    assert [entry.number for entry in history.entries] == list(range(len(history.entries)))
    assert {number: history.at(number).records for number in seen} == seen
    assert {number: ledger.catalogue(number).records for number in seen} == seen
    for number in seen:
        known = {replace(each, document=None) for each in ledger.editions(number)}
        assert known == {each.edition for each in history.editions if each.known_at(number)}


@few
@given(data=st.data(), batch=batches)
def test_the_order_of_a_batch_does_not_matter(new_ledger, data, batch):
    batch = last_of_each(batch)
    ledger, other = new_ledger(), new_ledger()

    adopt(ledger, *batch)
    adopt(other, *data.draw(st.permutations(batch)))

    assert ledger.catalogue().records == other.catalogue().records


def last_of_each(batch: list[Edition]) -> list[Edition]:
    """Without editions that replace one another within the batch: there the order does matter."""
    owned = {(each.source, each.owner, each.version): each for each in batch if each.owner}
    return [*owned.values(), *(each for each in batch if not each.owner)]


def changed(ledger: Ledger, since: int) -> set[tuple[int, str, str]]:
    return {(each.number, each.kind.value, each.owner) for each in ledger.changes(since)[1]}


def test_what_changed_after_a_number_is_told(new_ledger):
    ledger = new_ledger()
    adopt(ledger, file_edition("23450"), module_edition())
    adopt(ledger, replace(file_edition("23450"), document=b"other"))

    first, second = changed(ledger, 0), changed(ledger, 1)
    module = module_edition().owner

    assert first == {(1, "added", "23450"), (1, "added", module), (2, "changed", "23450")}
    assert second == {(2, "changed", "23450")}
    assert ledger.changes(2) == (2, ())
    with pytest.raises(UnknownLedgerNumber):
        ledger.changes(3)
