"""Facts of invented exports: what becomes a record, and what stays unknown."""

from datetime import date

import pytest

from bouwsteen.model.codes import PartKey
from bouwsteen.model.period import Validity
from bouwsteen.model.records import ProgrammeType
from tests.exchange.sbb_xml.invented import invented_export, invented_text
from tests.exchange.sbb_xml.registers import read, read_text


def edition(tmp_path, text, index=1, **options):
    outcome = read_text(tmp_path, text, **options)
    assert outcome.mistakes == ()
    return outcome.editions[index]


def test_every_known_element_is_read_without_a_report(tmp_path):
    outcome = read(invented_export(tmp_path / "export.xml", dossiers=12))

    assert (outcome.reports, outcome.mistakes) == ([], ())
    assert len(outcome.editions) == 13
    assert [each.owner for each in outcome.editions[:3]] == ["", "10000", "10002"]


def test_the_edition_without_an_owner_comes_first(tmp_path):
    lists = edition(tmp_path, invented_text(1), 0)

    assert lists.owner == ""
    assert [(each.code, each.title) for each in lists.records.domains] == [
        ("79900", "Bouw en maan"),
        ("79910", "Zorg & zee"),
    ]
    assert [each.number for each in lists.records.sector_chambers] == ["21", "22"]
    assert [(each.id, each.publisher) for each in lists.records.sources] == [("sbb-xml", "SBB")]


def test_two_files_with_the_same_lists_give_them_once(tmp_path):
    paths = [invented_export(tmp_path / name, dossiers=1) for name in ("a.xml", "b.xml")]

    assert [each.owner for each in read(*paths).editions] == ["", "10000", "10000"]


def test_a_file_has_the_facts_of_its_dossier(tmp_path):
    file = edition(tmp_path, invented_text(2), 2).records.files[0]

    assert (file.code, file.title, file.register_number) == ("10002", "Werken aan 1", "3001")
    assert (file.domain.value, file.sector_chamber, file.status) == ("79910", "22", "Vastgesteld")
    assert (file.previous_version, file.ministry) == ("2001", "OCW")
    assert file.members == ("50004", "50006")
    assert file.valid == Validity(start=date(2015, 8, 1))


def test_a_domain_without_a_code_is_no_domain(tmp_path):
    assert edition(tmp_path, invented_text(3), 3).records.files[0].domain is None


def test_a_qualification_has_the_facts_of_its_profile(tmp_path):
    first, second = edition(tmp_path, invented_text(2), 2).records.qualifications

    assert (first.crebo, first.name, first.owner) == ("50004", "Beroep 1 van 1", "10002")
    assert (first.level.value, first.type.value, first.study_load_hours) == (3, ProgrammeType.VAK, 4800)
    assert (second.level.value, second.type.value) == (2, ProgrammeType.BASIS)
    assert (first.statutory_requirements, first.register_number, first.complete) == (True, "300151", True)


def test_parts_stand_under_the_code_of_the_file(tmp_path):
    records = edition(tmp_path, invented_text(2), 2).records

    assert [each.code for each in records.core_tasks] == ["B1-K1", "B1-K2", "P1-K1", "P2-K1"]
    assert records.work_processes[0].key == PartKey("10002", "3001-2015-08-01", "B1-K1-W1")
    assert records.work_processes[0].title == "Voert stap 1 uit"
    assert [(each.code, each.qualification) for each in records.profile_parts] == [
        ("P1", "50004"),
        ("P2", "50006"),
    ]


def test_the_last_day_of_a_programme_still_counts(tmp_path):
    qualification = edition(tmp_path, invented_text(4), 4).records.qualifications[0]

    assert qualification.valid == Validity(start=date(2015, 8, 1), end=date(2019, 8, 1))
    assert qualification.last_intake == date(2017, 7, 31)


@pytest.mark.parametrize(
    ("exported", "seen"),
    [
        pytest.param(None, (), id="nobody knows of when the export is"),
        pytest.param(date(2015, 7, 31), (), id="before it begins"),
        pytest.param(date(2015, 8, 1), (2015,), id="its first day"),
        pytest.param(date(2017, 7, 31), (2016,), id="last day of intake"),
        pytest.param(date(2017, 8, 1), (), id="intake closed"),
        pytest.param(date(2019, 9, 1), (), id="ended"),
    ],
)
def test_a_qualification_is_seen_when_it_was_open_on_the_day_of_the_export(tmp_path, exported, seen):
    assert edition(tmp_path, invented_text(4), 4, exported=exported).records.qualifications[0].seen == seen


def test_each_ministry_has_its_own_file_and_the_parts_stand_once(tmp_path):
    records = edition(tmp_path, invented_text(5), 5).records

    assert [(each.code, each.ministry, each.members) for each in records.files] == [
        ("10008", "OCW", ("50016", "50018")),
        ("10009", "LNV", ("50017", "50019")),
    ]
    assert {each.owner for each in records.qualifications} == {"10008"}
    assert [each.file.value for each in records.qualifications] == ["10008", "10009"] * 2
    assert len({each.key for each in records.work_processes}) == len(records.work_processes)


def test_one_code_for_two_ministries_is_told_and_stands_once(tmp_path):
    outcome = read_text(tmp_path, invented_text(5).replace(">10009<", ">10008<"))

    assert outcome.mistakes == ()
    assert [each.code for each in outcome.editions[5].records.files] == ["10008"]
    assert [each.slug for each in outcome.reports] == ["second-ministry"]


@pytest.mark.parametrize(
    ("stated", "version"),
    [
        pytest.param("", "3000-2015-08-01", id="empty: register number and first day"),
        pytest.param(" 2.1 ", "2.1", id="stated"),
        pytest.param("2.0 (concept)", "2.0~20~~28~concept~29~", id="with signs that a key cannot hold"),
        pytest.param("..", "~2e~~2e~", id="dots that mean something in an address"),
        pytest.param("a~b", "a~7e~b", id="the sign that marks the others"),
    ],
)
def test_the_version_of_a_dossier(tmp_path, stated, version):
    text = invented_text(1).replace('versie="2020.1"', f'versie="{stated}"')
    found = edition(tmp_path, text)

    assert found.version == version
    assert str(PartKey.parse(f"{found.owner}/{found.version}/B1-K1-W1"))


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        pytest.param(
            "werkproces", "werkprocesje", "core-task-without-work-processes", id="no work processes"
        ),
        pytest.param("kerntaak", "kerntaakje", "no-core-tasks", id="no core tasks"),
    ],
)
def test_a_qualification_without_all_its_parts_is_not_complete(tmp_path, old, new, reason):
    outcome = read_text(
        tmp_path, invented_text(1).replace(f"<{old} ", f"<{new} ").replace(f"</{old}>", f"</{new}>")
    )

    assert outcome.mistakes == ()
    assert {each.incomplete_because for each in outcome.editions[1].records.qualifications} == {reason}
    assert {each.slug for each in outcome.reports} == {"unknown-element"}


@pytest.mark.parametrize("level", ["", "1", "entree"])
def test_levels_are_written_in_more_than_one_way(tmp_path, level):
    found = edition(tmp_path, invented_text(1).replace('niveau="3"', f'niveau="{level}"'))

    assert (found.records.qualifications[0].level is None) == (level == "")


def test_progress_counts_the_bytes_of_all_files(tmp_path):
    paths = [invented_export(tmp_path / name, dossiers=8) for name in ("a.xml", "b.xml")]
    progress = read(*paths).progress
    total = sum(path.stat().st_size for path in paths)

    assert {each.total for each in progress} == {total}
    assert progress[-1].done == total
    assert [each.done for each in progress] == sorted({each.done for each in progress})


def test_where_a_chunk_of_the_file_ends_makes_no_difference(tmp_path, monkeypatch):
    text = invented_text(2).replace("<![CDATA[", "\n  <![CDATA[")
    whole = read_text(tmp_path, text).editions
    for size in (1000, 1001, 1007, 4096):
        monkeypatch.setattr("bouwsteen.adapters.exchange.sbb_xml.stream.PIECE", size)

        assert read_text(tmp_path, text).editions == whole


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_other_encodings_give_the_same(tmp_path, encoding):
    text = invented_text(2).replace("Maanstad", "Maanstède")
    other = text.replace("utf-8", encoding).encode(encoding)

    assert read_text(tmp_path, other).editions == read_text(tmp_path, text).editions
