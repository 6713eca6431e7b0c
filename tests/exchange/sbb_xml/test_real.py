"""The three real exports: their facts, and that they come out as they went in."""

from datetime import date

import pytest

from bouwsteen.adapters.exchange.sbb_xml import read_details
from bouwsteen.model.period import Outcome as Answer
from bouwsteen.model.sources import Confidence
from tests.exchange.sbb_xml.registers import REAL, content, exported_bytes, needs_material, read, read_text

pytestmark = needs_material


@pytest.fixture(scope="module")
def real():
    return read(*REAL)


def records(outcome, table):
    return [row for each in outcome.editions for row in each.records.tables()[table]]


def test_nothing_in_them_is_unknown(real):
    assert (real.reports, real.mistakes) == ([], ())


def test_they_hold_three_files(real):
    found = [
        (each.code, each.version, each.register_number, each.domain.value) for each in records(real, "files")
    ]

    assert found == [
        ("23183", "2635-2015-08-01", "2635", "79140"),
        ("23185", "2637-2015-08-01", "2637", "79140"),
        ("23189", "2755-2015-08-01", "2755", "79140"),
    ]


def test_they_hold_eight_qualifications(real):
    found = sorted(
        (each.crebo, each.level.value, each.type.value.value, each.study_load_hours, each.file.value)
        for each in records(real, "qualifications")
    )

    assert found == [
        ("25484", 4, "middenkader", 4800, "23183"),
        ("25485", 4, "middenkader", 4800, "23183"),
        ("25486", 3, "vak", 4800, "23183"),
        ("25488", 4, "middenkader", 4800, "23185"),
        ("25489", 4, "middenkader", 4800, "23185"),
        ("25498", 2, "basis", 3200, "23189"),
        ("25499", 2, "basis", 3200, "23189"),
        ("25500", 2, "basis", 3200, "23189"),
    ]


def test_every_qualification_is_complete_and_official(real):
    found = records(real, "qualifications")

    assert all(each.complete and each.confidence is Confidence.OFFICIAL for each in found)
    assert {each.statutory_requirements for each in found} == {False}
    assert {each.ministry for each in found} == {"OCW"}
    assert {each.valid.start for each in found} == {date(2015, 8, 1)}


def test_an_export_of_2016_does_not_say_what_holds_today(real):
    assert {each.valid.on(date(2026, 1, 1)) for each in records(real, "qualifications")} == {Answer.UNKNOWN}


def test_they_hold_68_work_processes_in_15_core_tasks(real):
    processes = records(real, "work_processes")

    assert (len(processes), len(records(real, "core_tasks"))) == (68, 15)
    assert len({each.key for each in processes}) == 68
    assert len({each.register_number for each in processes}) == 68
    assert all(each.title == each.title.strip() for each in processes)


def test_the_lists_stand_once(real):
    lists = [each for each in real.editions if not each.owner]

    assert [(len(each.records.domains), len(each.records.sector_chambers)) for each in lists] == [(17, 9)]


def test_every_work_process_has_a_result_and_competences(real):
    for edition in real.editions[1:]:
        details = read_details(edition.document)
        for process in edition.records.work_processes:
            part = details.parts[process.code]

            assert part.texts.result.strip()
            assert part.texts.behaviour.strip()
            assert part.competences
            assert set(part.competences) <= set(details.competences)


def test_additions_for_one_profile_are_found_under_its_code(real):
    details = read_details(real.editions[1].document)

    assert {code: sorted(part.additions) for code, part in details.parts.items() if part.additions} == {
        "B1-K1": ["P2", "P3"],
        "B1-K1-W8": ["P2", "P3"],
        "B1-K2": ["P1", "P2", "P3"],
        "B1-K2-W2": ["P2", "P3"],
    }
    assert [each.level for each in details.languages["P3"]] == ["B1"] * 5


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name[:4])
def test_each_comes_out_as_it_went_in(path, tmp_path):
    first = read(path)
    export = exported_bytes(first.editions)

    assert content(export) == content(path)
    assert read_text(tmp_path, export).editions == first.editions


def test_all_three_come_out_as_one(real, tmp_path):
    assert read_text(tmp_path, exported_bytes(real.editions)).editions == real.editions
