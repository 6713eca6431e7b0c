"""What is shown of what sources say."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from bouwsteen.model.codes import PartKey
from bouwsteen.model.errors import BeforeFirstKnown, InvalidCode, UnknownCode, UnknownLedgerNumber
from bouwsteen.model.history import History, LedgerEntry, RecordedEdition, editions_of, joined
from bouwsteen.model.period import Outcome, Validity
from bouwsteen.model.records import Edition, Records
from bouwsteen.model.sources import Confidence, Fact
from tests.invented import DAY, STRUCTURE, catalogue, fact, parts, profile, qualification


def test_a_day_before_anything_is_known_is_unknown() -> None:
    with pytest.raises(BeforeFirstKnown) as raised:
        catalogue().on(date(2014, 1, 1))

    assert (raised.value.asked, raised.value.first) == (date(2014, 1, 1), date(2023, 8, 1))


def test_an_official_statement_outranks_a_derived_one_and_both_sources_stay() -> None:
    official = Fact(value=4, source="law", confidence=Confidence.OFFICIAL)
    records = qualification("95001") + qualification(
        "95001", version="2015", level=official, sources=("law",), confidence=Confidence.OFFICIAL, seen=()
    )
    shown = catalogue(records).on(DAY).qualification("95001")

    assert shown.level == official
    assert set(shown.sources) == {"law", "invented"}


def test_a_fact_that_one_source_lacks_is_taken_from_the_other() -> None:
    records = qualification("95001", level=None) + qualification(
        "95001", version="2024", domain=fact("79080")
    )
    shown = catalogue(records).on(DAY).qualification("95001")

    assert shown.level == fact(3)
    assert shown.domain == fact("79080")


@pytest.mark.parametrize(
    ("seen", "valid", "expected"),
    [
        pytest.param((2023,), Validity(start=date(2015, 8, 1)), Outcome.YES, id="seen three study years ago"),
        pytest.param(
            (2022,), Validity(start=date(2015, 8, 1)), Outcome.UNKNOWN, id="seen four study years ago"
        ),
        pytest.param(
            (), Validity(start=date(2015, 8, 1)), Outcome.UNKNOWN, id="an unknown end is not an open end"
        ),
        pytest.param(
            (), Validity(start=date(2015, 8, 1), end_known=True), Outcome.YES, id="stated not to have ended"
        ),
        pytest.param((2025,), Validity(start=date(2015, 8, 1), end=DAY), Outcome.NO, id="ended today"),
    ],
)
def test_whether_a_qualification_is_still_offered(
    seen: tuple[int, ...], valid: Validity, expected: Outcome
) -> None:
    records = qualification("95001", seen=seen, valid=valid)

    assert catalogue(records).on(DAY).current["95001"] is expected


def test_equal_parts_are_those_of_the_basic_part_of_one_file() -> None:
    """95004 and 95005 share a file that is only inferred; 95003 has the same titles and no file."""
    records = (
        STRUCTURE
        + qualification("95004", file=fact("R95004"))
        + qualification("95005", file=fact("R95004"))
        + parts("95004", ["B1-K1", "B1-K1-W1", "P1-K1", "P1-K1-W1"])
        + parts("95005", ["B1-K1", "B1-K1-W1", "P1-K1", "P1-K1-W1"])
    )
    equal = catalogue(records).equal_parts

    assert equal[PartKey("95004", "2023", "B1-K1-W1")] == (PartKey("95005", "2023", "B1-K1-W1"),)
    assert PartKey("95004", "2023", "P1-K1-W1") not in equal
    assert PartKey("95003", "2023", "B1-K1-W1") not in equal


def test_a_part_keeps_its_old_key_when_its_file_becomes_known() -> None:
    """95003 was known by itself since 2023; a register then gives it in file 90003, version x, since 2022."""
    valid = Validity(start=date(2022, 8, 1))
    records = (
        STRUCTURE
        + qualification("95003", "90003", version="x", valid=valid)
        + parts("90003", ["B1-K1", "B1-K1-W1"], version="x")
    )
    structure = catalogue(records).on(DAY)

    assert structure.catalogue.current_key(PartKey.parse("95003/2023/B1-K1-W1")) == PartKey.parse(
        "90003/x/B1-K1-W1"
    )
    assert structure.part(PartKey.parse("95003/2023/B1-K1-W1")).owner == "90003"


def test_a_file_that_came_later_than_the_old_version_gives_no_alias() -> None:
    valid = Validity(start=date(2025, 8, 1))
    records = (
        STRUCTURE
        + qualification("95003", "90003", version="x", valid=valid)
        + parts("90003", ["B1-K1", "B1-K1-W1"], version="x")
    )

    assert catalogue(records).aliases == {}


def test_an_unknown_code_names_codes_that_look_like_it() -> None:
    with pytest.raises(UnknownCode) as raised:
        catalogue().on(DAY).qualification("95009")

    assert raised.value.near == ("95001", "95002", "95003")


@pytest.mark.parametrize(
    "text", ["", "25698/B1-K1", "25698/2024/X1-K1", "a b/2024/B1-K1", "25698/2024/B1-K1/x"]
)
def test_a_key_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(InvalidCode):
        PartKey.parse(text)


def test_a_history_gives_the_catalogue_of_each_number() -> None:
    first, second = qualification("95001"), qualification("95001", name="Nieuwe naam")
    history = History(
        entries=tuple(
            LedgerEntry(number=n, recorded=datetime(2026, n + 1, 1), actor="", reason="", editions=1)
            for n in (0, 1)
        ),
        editions=(
            RecordedEdition(edition=Edition(source="invented", records=first), since=0, until=1),
            RecordedEdition(edition=Edition(source="invented", records=second), since=1),
        ),
    )

    assert history.at(0).records.qualifications == first.qualifications
    assert history.at().records.qualifications == second.qualifications
    with pytest.raises(UnknownLedgerNumber):
        history.at(2)


def test_splitting_into_editions_and_joining_loses_nothing() -> None:
    rejoined = joined(each.records for each in editions_of(STRUCTURE, "invented"))

    for name, rows in STRUCTURE.tables().items():
        assert set(getattr(rejoined, name)) == set(rows), name


def test_a_profile_number_in_another_version_is_not_mixed_in() -> None:
    records = STRUCTURE + parts("90001", ["P1-K9"], version="2019") + profile("90001", "P9", "95001")
    codes = [task.code for task in catalogue(records).on(DAY).core_tasks["95001"]]

    assert codes == ["B1-K1", "B1-K2", "P1-K1"]


def test_records_are_values() -> None:
    assert replace(STRUCTURE) == STRUCTURE
    assert Records() + STRUCTURE == STRUCTURE
