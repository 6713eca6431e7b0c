"""What comes out of answers that are right."""

import json
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.period import Outcome, Validity
from bouwsteen.model.records import Pathway, ProgrammeType, RelationKind, Structure
from bouwsteen.model.sources import Confidence, Fact, SourceKind
from tests.exchange.rio import saved
from tests.exchange.rio.saved import hal, read, recognition, records, relation, save, unit


def official(value):
    return Fact(value=value, source="rio", confidence=Confidence.OFFICIAL)


@pytest.fixture
def everything(tmp_path):
    notes = []
    editions = read(save(tmp_path, saved.UNITS, saved.RECOGNITIONS, saved.RELATIONS), notes=notes)
    assert notes == []
    return editions


def test_the_source_is_the_register_itself(everything):
    first, *rest = everything

    assert (first.owner, first.version) == ("", "")
    assert [(each.id, each.kind, each.publisher) for each in first.records.sources] == [
        ("rio", SourceKind.REGISTER, "DUO")
    ]
    assert {each.source for each in everything} == {"rio"}
    assert {row.confidence for each in rest for table in each.records.tables().values() for row in table} == {
        Confidence.OFFICIAL
    }


def test_every_recognised_code_has_an_edition_named_after_the_day_on_which_it_begins(everything):
    assert [(each.owner, each.version) for each in everything[1:]] == [
        ("0473", "rio-2020-08-01"),
        ("23200", "rio-2020-08-01"),
        ("25155", "rio-2015-08-01"),
        ("25700", "rio-2020-08-01"),
        ("26013", "rio-2020-08-01"),
        ("27001", "rio-2020-08-01"),
        ("79060", "rio-2012-08-01"),
        ("C0001", "rio-2020-08-01"),
        ("K0059", "rio-2020-08-01"),
        ("RK001", "rio-2020-08-01"),
    ]


def test_a_qualification_has_everything_that_three_answers_say_of_it(everything):
    found = next(each for each in records(everything).qualifications if each.crebo == "25700")

    assert (found.name, found.owner, found.version) == ("Retailspecialist", "25700", "rio-2020-08-01")
    assert (found.file, found.domain) == (official("23200"), official("79060"))
    assert (found.level, found.type) == (official(3), official(ProgrammeType.VAK))
    assert (found.study_load_hours, found.pathways) == (4800, (Pathway.BBL, Pathway.BOL, Pathway.THIRD))
    assert (found.statutory_requirements, found.ministry) == (True, "VWS")
    assert (found.last_intake, found.structure) == (date(2028, 7, 31), Structure.REGULAR)
    assert not found.complete
    assert found.incomplete_because


def test_cross_over_and_regional_qualifications_are_told_apart(everything):
    found = {each.crebo: each.structure for each in records(everything).qualifications}

    assert found == {
        "25155": Structure.REGULAR,
        "25700": Structure.REGULAR,
        "26013": Structure.CROSS_OVER,
        "27001": Structure.REGIONAL,
    }


def test_a_file_names_its_domain_and_members(everything):
    (found,) = records(everything).files

    assert (found.code, found.title, found.domain) == ("23200", "Retail", official("79060"))
    assert (found.members, found.ministry) == (("25700",), "OCW")


def test_modules_have_study_load_and_the_regional_ones_are_marked(everything):
    found = [(each.code, each.study_load_hours, each.regional) for each in records(everything).modules]

    assert found == [("K0059", 240, False), ("RK001", 480, True)]


def test_a_certificate_names_its_module_and_no_part(everything):
    """RIO knows no work codes, so it cannot say which core task a certificate covers."""
    (found,) = records(everything).certificates

    assert (found.code, found.name, found.module, found.part) == (
        "C0001",
        "Verkoop in de winkel",
        "K0059",
        None,
    )


def test_a_domain_is_read(everything):
    assert [(each.code, each.title) for each in records(everything).domains] == [
        ("79060", "Handel en ondernemerschap")
    ]


def test_every_unit_keeps_the_name_that_rio_gives_it(everything):
    found = {(each.unit, each.scheme): each.value for each in records(everything).external_ids}

    assert len(found) == len(saved.UNITS)
    assert found["25700", "rio"] == "1002O0003"
    assert found["0473", "rio"] == "1002O0010"


def test_relations_have_a_direction_whichever_way_rio_writes_them(everything):
    found = {(each.kind, each.subject, each.object) for each in records(everything).relations}

    assert found == {
        (RelationKind.BELONGS_TO, "23200", "79060"),
        (RelationKind.BELONGS_TO, "25700", "23200"),
        (RelationKind.SUCCESSION, "25155", "25700"),
        (RelationKind.DEVELOPED_FOR, "K0059", "25700"),
        (RelationKind.DERIVED_FROM, "C0001", "K0059"),
        (RelationKind.DERIVED_FROM, "27001", "25700"),
    }


def test_a_relation_stands_in_the_edition_of_its_subject(everything):
    assert {each.owner: len(each.records.relations) for each in everything if each.records.relations} == {
        "23200": 1,
        "25155": 1,
        "25700": 1,
        "27001": 1,
        "C0001": 1,
        "K0059": 1,
    }


def test_a_relation_holds_up_to_its_end(everything):
    found = next(each for each in records(everything).relations if each.kind is RelationKind.DEVELOPED_FOR)

    assert found.valid.on(date(2024, 7, 31)) is Outcome.YES
    assert found.valid.on(date(2024, 8, 1)) is Outcome.NO


def test_what_the_records_have_no_place_for_stays_in_the_document(everything):
    edition = next(each for each in everything if each.owner == "25700")
    document = json.loads(edition.document)

    assert document["opleidingseenheden"] == [saved.QUALIFICATION]
    assert document["opleidingserkenningen"] == [saved.RECOGNITIONS[2]]
    assert document["opleidingsrelaties"] == [saved.RELATIONS[1]]


def test_two_units_of_one_type_are_related_as_elsewhere_in_rio_and_that_is_noted(tmp_path):
    other = unit("1002O0011", "MBOKEUZEDEEL", "Klantcontact")
    pages = [saved.MODULE, other, recognition("K0059", "1002O0007"), recognition("K0060", "1002O0011")]
    notes = []
    editions = read(save(tmp_path, [*pages, relation("VARIANT_VAN", saved.MODULE, other)]), notes=notes)

    assert [(each.subject, each.object) for each in records(editions).relations] == [("K0060", "K0059")]
    assert [each.slug for each in notes] == ["direction-unclear"]


# Periods.


def test_no_registered_end_is_an_unknown_end_and_counts_as_seen_in_the_study_year_of_the_export(everything):
    found = next(each for each in records(everything).qualifications if each.crebo == "25700")

    assert found.valid == Validity(start=date(2020, 8, 1))
    assert found.seen == (2026,)


def test_what_has_ended_is_not_seen(everything):
    found = next(each for each in records(everything).qualifications if each.crebo == "25155")

    assert found.valid.on(date(2020, 7, 31)) is Outcome.YES
    assert found.valid.on(date(2020, 8, 1)) is Outcome.NO
    assert found.seen == ()


@pytest.mark.parametrize(
    ("exported", "seen"),
    [(None, ()), (date(2020, 7, 31), ()), (date(2020, 8, 1), (2020,)), (date(2021, 7, 31), (2020,))],
    ids=["day unknown", "before it begins", "first day", "last day of that study year"],
)
def test_seen_depends_on_the_day_of_the_export(tmp_path, exported, seen):
    pages = [saved.QUALIFICATION, recognition("25700", "1002O0003")]
    (found,) = records(read(save(tmp_path, pages), exported=exported)).qualifications

    assert found.seen == seen


def test_a_recognition_that_ended_ends_the_qualification_too(tmp_path):
    pages = [saved.QUALIFICATION, recognition("25700", "1002O0003", einddatum="2025-08-01")]
    (found,) = records(read(save(tmp_path, pages))).qualifications

    assert (found.valid.end, found.seen) == (date(2025, 8, 1), ())


def test_a_recognition_that_ended_before_the_unit_began_leaves_the_period_but_nothing_is_seen(tmp_path):
    ended = recognition("25700", "1002O0003", ingangsdatum="2010-08-01", einddatum="2019-08-01")
    (found,) = records(read(save(tmp_path, [saved.QUALIFICATION, ended]))).qualifications

    assert (found.valid, found.seen) == (Validity(start=date(2020, 8, 1)), ())


def test_two_periods_of_a_unit_are_two_versions_and_each_has_the_file_of_its_time(tmp_path):
    old_file = unit("1002O0020", "MBOKWALIFICATIEDOSSIER", "Verkoop", "2015-08-01")
    before = unit("1002O0003", "MBOKWALIFICATIE", "Verkoper", "2015-08-01", einddatum="2020-08-01")
    pages = [
        saved.QUALIFICATION, before, saved.FILE, old_file, recognition("25700", "1002O0003"),
        recognition("23200", "1002O0002"), recognition("23100", "1002O0020"),
        relation("HIERARCHISCH", saved.FILE, saved.QUALIFICATION),
        relation("HIERARCHISCH", old_file, before, "2015-08-01", einddatum="2020-08-01"),
    ]  # fmt: skip
    found = {each.version: each for each in records(read(save(tmp_path, pages))).qualifications}

    assert {version: (each.name, each.file.value) for version, each in found.items()} == {
        "rio-2015-08-01": ("Verkoper", "23100"),
        "rio-2020-08-01": ("Retailspecialist", "23200"),
    }


def test_two_files_at_the_same_time_are_noted_and_neither_is_chosen(tmp_path):
    other = unit("1002O0020", "MBOKWALIFICATIEDOSSIER", "Verkoop")
    pages = [
        saved.QUALIFICATION, saved.FILE, other, recognition("25700", "1002O0003"),
        recognition("23200", "1002O0002"), recognition("23100", "1002O0020"),
        relation("HIERARCHISCH", saved.FILE, saved.QUALIFICATION),
        relation("HIERARCHISCH", other, saved.QUALIFICATION),
    ]  # fmt: skip
    notes = []
    (found,) = records(read(save(tmp_path, pages), notes=notes)).qualifications

    assert found.file is None
    assert {each.slug for each in notes} == {"several-above"}


@given(
    start=st.dates(date(1990, 1, 1), date(2050, 1, 1)),
    days=st.integers(1, 9000),
    asked=st.dates(date(1980, 1, 1), date(2090, 1, 1)),
)
def test_a_period_holds_from_its_begin_up_to_its_end(tmp_path_factory, start, days, asked):
    end = date.fromordinal(start.toordinal() + days)
    module = unit("1002O0007", "MBOKEUZEDEEL", "Verkoop", start.isoformat(), einddatum=end.isoformat())
    paths = save(tmp_path_factory.mktemp("rio"), [module, recognition("K0059", "1002O0007")])
    (found,) = records(read(paths)).modules

    assert (found.valid.on(asked) is Outcome.YES) == (start <= asked < end)
    assert (found.valid.on(asked) is Outcome.NO) == (not start <= asked < end)


# Forms of answers.


def test_a_hal_page_an_array_an_array_of_pages_and_single_objects_say_the_same(tmp_path):
    units, recognitions, relations = saved.UNITS, saved.RECOGNITIONS, saved.RELATIONS
    forms = {
        "arrays": [units, recognitions, relations],
        "hal": [
            hal("Opleidingen", units),
            hal("Opleidingserkenningen", recognitions),
            hal("Opleidingsrelaties", relations),
        ],
        "pages": [[hal("Opleidingen", units[:4]), list(units[4:]), *recognitions], [hal("x", relations)]],
        "single": [*units, *recognitions, *relations],
        "with mark": [b"\xef\xbb\xbf" + json.dumps(saved.EVERYTHING).encode()],
        "with empty pages": [saved.EVERYTHING, [], {}, {"_links": {}, "page": {"number": 3}}, " [ ] \n"],
    }
    found = {}
    for name, pages in forms.items():
        (tmp_path / name).mkdir()
        found[name] = read(save(tmp_path / name, *pages))

    assert [name for name, editions in found.items() if editions != found["arrays"]] == []


def test_what_is_null_is_absent(tmp_path):
    """Answers that were seen give null for what there is not."""
    blank = {
        "einddatum": None,
        "afkorting": None,
        "wetEisendMinisterie": None,
        "opheffingsdatum": None,
        "iSCED": None,
    }
    of_unit, of_recognition = (
        {**saved.QUALIFICATION, **blank},
        recognition("25700", "1002O0003", instroomeinddatum=None, toegestaneLeerweg=None),
    )
    (found,) = records(read(save(tmp_path, [of_unit, of_recognition]))).qualifications

    assert (found.valid.end, found.ministry, found.pathways, found.last_intake) == (None, None, (), None)


@pytest.mark.parametrize(
    ("of_unit", "of_recognition"),
    [
        ({}, {"id": "25700_CREBO_1002O0003"}),
        (
            {},
            {
                "id": "25700",
                "_links": {"opleiding": {"href": "https://x.nl/opleidingen/1002O0003-SBB?page=0"}},
            },
        ),
        ({}, {"id": "25700", "_links": {"opleiding": [{"href": "/opleidingen/1002O0003"}]}}),
        ({"_links": {"opleidingserkenning": {"href": "/opleidingserkenningen/25700"}}}, {"id": "25700"}),
        ({"id": "25700-SBB-VAK"}, {"id": "25700", "_links": {"a": {"href": "/opleidingen/25700-SBB-VAK"}}}),
    ],
    ids=["its id", "its link to an id", "its link to a code", "a link of the unit", "its link to another id"],
)
def test_a_recognition_is_of_the_unit_that_it_or_the_unit_names(tmp_path, of_unit, of_recognition):
    pages = [{**saved.QUALIFICATION, **of_unit}, recognition("25700", "1002O0003", **of_recognition)]

    assert [each.crebo for each in records(read(save(tmp_path, pages))).qualifications] == ["25700"]


def test_a_relation_may_name_units_by_code_by_id_or_by_address(tmp_path):
    found = []
    for number, name in enumerate(
        ("1002O0007", "1002O0007-SBB", "https://x.nl/opleidingsonderdelen/1002O0007?d=1")
    ):
        (tmp_path / str(number)).mkdir()
        pages = [saved.CERTIFIABLE, saved.MODULE, *saved.RECOGNITIONS[6:9]]
        stated = {**saved.RELATIONS[4], "naarOpleidingseenheidId": name}
        found.append(records(read(save(tmp_path / str(number), [*pages, stated]))).relations)

    assert len(found[0]) == 1
    assert found[0] == found[1] == found[2]


def test_what_stands_in_two_answers_counts_once(tmp_path):
    once = read(save(tmp_path, saved.EVERYTHING))
    twice = read(save(tmp_path, saved.EVERYTHING, list(reversed(saved.EVERYTHING))))

    assert once == twice


def test_two_units_under_one_recognised_code_share_an_edition(tmp_path):
    other = unit("1002O0012", "MBOKWALIFICATIE", "Retailspecialist (oud)")
    pages = [saved.QUALIFICATION, other, recognition("25700", "1002O0003"), recognition("25700", "1002O0012")]
    _, edition = read(save(tmp_path, pages))

    assert len(edition.records.qualifications) == 2
    assert {each.value for each in edition.records.external_ids} == {"1002O0003", "1002O0012"}


def test_white_space_around_and_in_names_is_put_right(tmp_path):
    module = {**saved.MODULE, "volledigeNaam": " Klantcontact\t en\u00a0verkoop \n"}
    (found,) = records(read(save(tmp_path, [module, recognition("K0059", "1002O0007")]))).modules

    assert found.title == "Klantcontact en verkoop"


def test_a_catalogue_of_the_answers_can_be_asked(everything):
    dated = Catalogue(1, records(everything)).on(saved.EXPORTED)

    assert dated.qualification("25700").file == official("23200")
    assert dated.current["25700"] is Outcome.YES
    assert dated.current["25155"] is Outcome.NO
    assert dated.modules["K0059"].study_load_hours == 240


# Laws.


@given(order=st.permutations(range(len(saved.EVERYTHING))), cuts=st.sets(st.integers(1, 25), max_size=6))
def test_neither_the_order_of_files_nor_how_they_are_cut_changes_anything(tmp_path_factory, order, cuts):
    folder = tmp_path_factory.mktemp("rio")
    edges = [0, *sorted(cuts), len(order)]
    pages = [[saved.EVERYTHING[at] for at in order[a:b]] for a, b in pairwise(edges)]
    expected = read(save(folder, saved.EVERYTHING))

    assert read(save(folder, *pages)) == expected
    assert read(list(reversed(save(folder, *pages)))) == expected


def test_reading_twice_gives_equal_editions(tmp_path):
    paths = save(tmp_path, saved.UNITS, saved.RECOGNITIONS, saved.RELATIONS)

    assert read(paths) == read(paths)


def test_the_reader_tells_how_far_it_is(tmp_path):
    paths = save(tmp_path, saved.UNITS, saved.RECOGNITIONS, saved.RELATIONS)
    steps = []
    read(paths, steps=steps)
    total = sum(path.stat().st_size for path in paths)

    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert {step.total for step in steps} == {total}
    assert steps[-1].done == total
