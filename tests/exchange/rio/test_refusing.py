"""What the reader says of answers that are wrong, and of what it does not know."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.adapters.exchange.rio import RioReader
from bouwsteen.services.ports import Mistake, RefusedFile
from tests.exchange.rio import saved
from tests.exchange.rio.saved import hal, read, recognition, records, relation, save, unit

MODULE = saved.MODULE
K0059 = recognition("K0059", "1002O0007")
QUALIFICATION = saved.QUALIFICATION


def mistakes(paths):
    with pytest.raises(RefusedFile) as refused:
        read(paths)
    return refused.value.mistakes


def editions_or_mistakes(paths):
    try:
        return read(paths)
    except RefusedFile as refused:
        return refused.mistakes


def without(content, name):
    return {key: value for key, value in content.items() if key != name}


@pytest.mark.parametrize(
    ("text", "slug", "line", "path"),
    [
        ("", "truncated", 1, "$"),
        ("Not found", "not-json", 1, "$"),
        ('{"id": "a",\n "type": nul}', "not-json", 2, "$"),
        ("[{}] []", "not-json", 1, "$"),
        ("[{} {}]", "not-json", 1, "$[0]"),
        ('[{},\n{"id": 1', "truncated", 2, "$[1]"),
        ("[{},", "truncated", 1, "$[1]"),
        ("[{}", "truncated", 1, "$[0]"),
        ('[{"id": "abc', "truncated", 1, "$[0]"),
        ('[{}, {"studielast": NaN}]', "not-a-number", None, "$[1]"),
        ('[{"studielast": 1e999}]', "not-a-number", None, "$[0]"),
        ('[{"studielast": ' + "9" * 10_000 + "}]", "bad-number", None, "$[0]"),
        ('[{"id": 1, "id": 2}]', "name-twice", None, "$[0]"),
        ("[" * 100_000, "too-deep", None, "$[0]"),
        ('{"_embedded": ' * 100_000, "too-deep", None, "$"),
    ],
    ids=[
        "empty", "text", "misspelt", "something after", "no comma", "cut in an object", "cut after a comma",
        "cut after an object", "cut in a text", "NaN", "too large a fraction", "10,000 digits", "name twice",
        "deep array", "deep object",
    ],
)  # fmt: skip
def test_what_is_not_json_is_refused_with_line_and_path(tmp_path, text, slug, line, path):
    (path_of_file,) = save(tmp_path, text)
    (found,) = mistakes([path_of_file])

    assert (found.file, found.slug, found.line, found.path) == (str(path_of_file), slug, line, path)
    assert len(found.given) <= 80


@pytest.mark.parametrize(
    ("content", "slug", "line"),
    [(b'[\n{"a": "\xff"}]', "not-utf-8", 2), ("[]".encode("utf-16"), "not-utf-8", 1)],
    ids=["latin", "utf-16"],
)
def test_what_is_not_utf_8_is_refused(tmp_path, content, slug, line):
    (found,) = mistakes(save(tmp_path, content))

    assert (found.slug, found.line) == (slug, line)


def test_a_file_that_is_not_there_and_a_folder_are_refused_together(tmp_path):
    found = mistakes([tmp_path / "absent.json", tmp_path])

    assert [(each.file, each.slug) for each in found] == [
        (str(tmp_path / "absent.json"), "cannot-read"),
        (str(tmp_path), "cannot-read"),
    ]


def test_a_file_that_is_too_large_is_refused_before_it_is_read_on(tmp_path):
    paths = save(tmp_path, saved.EVERYTHING)
    with pytest.raises(RefusedFile) as refused:
        list(
            RioReader(largest_file=1000).read(
                paths, exported=None, report=lambda _: None, progress=lambda _: None
            )
        )

    (found,) = refused.value.mistakes
    assert (found.slug, found.given) == ("too-large", "more than 1000 bytes")


@pytest.mark.parametrize(
    ("content", "path", "slug"),
    [
        *((without(MODULE, name), f"$[0].{name}", "missing-field") for name in
          ("type", "id", "opleidingseenheidcode", "volledigeNaam", "begindatum")),
        *((without(K0059, name), f"$[0].{name}", "missing-field") for name in
          ("type", "id", "erkendeopleidingscode", "ingangsdatum")),
        *((without(saved.RELATIONS[0], name), f"$[0].{name}", "missing-field") for name in
          ("soort", "vanOpleidingseenheidId", "vanOpleidingseenheidType", "naarOpleidingseenheidId",
           "naarOpleidingseenheidType", "begindatum")),
        ({**MODULE, "volledigeNaam": " "}, "$[0].volledigeNaam", "missing-field"),
        ({**MODULE, "begindatum": "2020-02-30"}, "$[0].begindatum", "bad-date"),
        ({**MODULE, "begindatum": "01-08-2020"}, "$[0].begindatum", "bad-date"),
        ({**MODULE, "begindatum": "20200801"}, "$[0].begindatum", "bad-date"),
        ({**MODULE, "begindatum": 20200801}, "$[0].begindatum", "bad-date"),
        ({**MODULE, "einddatum": "2019-08-01"}, "$[0].einddatum", "end-before-start"),
        ({**K0059, "einddatum": "2019-08-01"}, "$[0].einddatum", "end-before-start"),
        ({**K0059, "instroomeinddatum": "morgen"}, "$[0].instroomeinddatum", "bad-date"),
        ({**saved.RELATIONS[0], "einddatum": "2019-08-01"}, "$[0].einddatum", "end-before-start"),
        ({**MODULE, "type": "MBOIETSNIEUWS"}, "$[0].type", "unknown-value"),
        ({**MODULE, "type": ["MBOKEUZEDEEL"]}, "$[0].type", "unknown-value"),
        ({**MODULE, "studielasteenheid": "JAAR"}, "$[0].studielasteenheid", "unknown-value"),
        ({**QUALIFICATION, "niveau": "MBO-5"}, "$[0].niveau", "unknown-value"),
        ({**QUALIFICATION, "opleidingssoort": "AVONDSCHOOL"}, "$[0].opleidingssoort", "unknown-value"),
        ({**K0059, "type": "ERKENNING"}, "$[0].type", "unknown-value"),
        ({**K0059, "toegestaneLeerweg": ["BOL", "VOLTIJD"]}, "$[0].toegestaneLeerweg[1]", "unknown-value"),
        ({**K0059, "toegestaneLeerweg": "BOL"}, "$[0].toegestaneLeerweg", "not-an-array"),
        ({**saved.RELATIONS[0], "soort": "FAMILIE"}, "$[0].soort", "unknown-value"),
        ({**MODULE, "opleidingseenheidcode": "1002X0007"}, "$[0].opleidingseenheidcode", "bad-code"),
        ({**K0059, "erkendeopleidingscode": "K/0059"}, "$[0].erkendeopleidingscode", "bad-code"),
        ({**MODULE, "studielast": "240"}, "$[0].studielast", "bad-number"),
        ({**MODULE, "studielast": True}, "$[0].studielast", "bad-number"),
        ({**MODULE, "studielast": -1}, "$[0].studielast", "bad-number"),
        ({**MODULE, "studielast": 10**3000}, "$[0].studielast", "bad-number"),
        ({**MODULE, "volledigeNaam": {"nl": "x"}}, "$[0].volledigeNaam", "not-text"),
        ({**MODULE, "volledigeNaam": "half \ud800"}, "$[0].volledigeNaam", "not-text"),
        ({**MODULE, "volledigeNaam": "nul \x00"}, "$[0].volledigeNaam", "not-text"),
        ({"status": 404, "detail": "Niet gevonden."}, "$[0]", "unknown-object"),
        ("a text", "$[0]", "not-an-object"),
        ([["nested"]], "$[0][0]", "not-an-object"),
        ({"_embedded": []}, "$[0]._embedded", "not-an-object"),
        ({"_embedded": {"Opleidingen": [1]}}, "$[0]._embedded.Opleidingen[0]", "not-an-object"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_an_object_is_refused_with_its_path(tmp_path, content, path, slug):
    (found,) = mistakes(save(tmp_path, [content]))

    assert (found.path, found.slug) == (path, slug)
    assert found.expected
    assert len(found.given) <= 80


def test_a_path_leads_through_a_hal_page(tmp_path):
    page = hal("Opleidingsonderdelen", [MODULE, {**MODULE, "begindatum": "ooit"}])
    (found,) = mistakes(save(tmp_path, page))

    assert (found.path, found.given) == ("$._embedded.Opleidingsonderdelen[1].begindatum", "ooit")


def test_a_module_code_on_a_qualification_is_refused(tmp_path):
    (found,) = mistakes(save(tmp_path, [QUALIFICATION, recognition("K0059", "1002O0003")]))

    assert (found.path, found.slug, found.given) == ("$[1].erkendeopleidingscode", "bad-code", "K0059")


def test_every_mistake_of_every_file_is_told_at_once(tmp_path):
    first = [
        {**without(MODULE, "volledigeNaam"), "begindatum": "x", "studielast": -1},
        {**K0059, "type": "?"},
    ]
    found = mistakes(save(tmp_path, first, "[", {**QUALIFICATION, "niveau": "hoog"}))

    assert [(each.file[-6:-5], each.path) for each in found] == [
        ("0", "$[0].volledigeNaam"),
        ("0", "$[0].begindatum"),
        ("0", "$[0].studielast"),
        ("0", "$[1].type"),
        ("1", "$[0]"),
        ("2", "$.niveau"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "given"),
    [
        (MODULE, {**MODULE, "volledigeNaam": "Anders"}, "volledigeNaam"),
        (MODULE, {**MODULE, "opleidingseenheidcode": "1002O0099"}, "opleidingseenheidcode"),
        (K0059, {**K0059, "erkenner": "EZ"}, "erkenner"),
        (saved.RELATIONS[0], {**saved.RELATIONS[0], "einddatum": "2024-08-01"}, "einddatum"),
    ],
    ids=["unit", "id of two units", "recognition", "relation"],
)
def test_one_thing_with_two_contents_is_refused(tmp_path, first, second, given):
    paths = save(tmp_path, [first], [second])
    (found,) = mistakes(paths)

    assert (found.file, found.slug, found.given) == (str(paths[1]), "different-content", given)
    assert str(paths[0]) in found.expected


def test_what_is_told_is_safe_to_print(tmp_path):
    name = "a\x1b[31m\ud800"
    (found,) = mistakes(save(tmp_path, [{**MODULE, "begindatum": name}]))
    _, notes = told(tmp_path, [{"id": "1", "type": name}, {**MODULE, name: 1}])

    assert found.given == "a�[31m�"
    assert [(slug, path) for slug, path, _ in notes][:2] == [
        ("unknown-object", "$[0]"),
        ("unknown-field", "$[1].a�[31m�"),
    ]
    assert all(given.isprintable() for _, _, given in notes)


def test_notes_are_told_also_when_the_files_are_refused(tmp_path):
    notes = []
    with pytest.raises(RefusedFile):
        read(save(tmp_path, [{**MODULE, "kleur": "rood", "begindatum": "x"}]), notes=notes)

    assert [each.slug for each in notes] == ["unknown-field"]


# What is not known is told, once per kind per file.


def told(tmp_path, *pages):
    notes = []
    editions = read(save(tmp_path, *pages), notes=notes)
    return editions, [(each.slug, each.path, each.given) for each in notes]


def test_other_types_are_told_once_per_type_per_file(tmp_path):
    ho = [unit(f"1001O000{n}", "HOOPLEIDING", "Natuurkunde", graad="BACHELOR") for n in range(3)]
    others = [*ho, recognition("34001", "1001O0001", type="HOOPLEIDINGSERKENNING")]
    _, notes = told(tmp_path, others, ho)

    assert notes == [
        ("other-type", "$[0].type", "HOOPLEIDING (3×)"),
        ("other-type", "$[3].type", "HOOPLEIDINGSERKENNING"),
        ("other-type", "$[0].type", "HOOPLEIDING (3×)"),
    ]


def test_a_relation_with_a_unit_outside_the_mbo_is_told(tmp_path):
    ho = unit("1001O0001", "HOOPLEIDING", "Logistiek")
    editions, notes = told(
        tmp_path, [QUALIFICATION, recognition("25700", "1002O0003"), relation("OVERGANG", QUALIFICATION, ho)]
    )

    assert records(editions).relations == ()
    assert notes == [("other-type", "$[2].naarOpleidingseenheidType", "HOOPLEIDING")]


def test_an_unknown_field_is_told_and_kept_in_the_document(tmp_path):
    editions, notes = told(tmp_path, [{**MODULE, "kleur": "rood"}, K0059])

    assert notes == [("unknown-field", "$[0].kleur", "opleidingseenheid.kleur")]
    assert json.loads(editions[1].document)["opleidingseenheden"][0]["kleur"] == "rood"


def test_another_resource_of_the_api_is_told(tmp_path):
    _, notes = told(
        tmp_path, [{"id": "7559bfac", "type": "AANGEBODENMBOOPLEIDING", "startdatum": "2016-06-01"}]
    )

    assert notes == [("unknown-object", "$[0]", "AANGEBODENMBOOPLEIDING")]


def test_a_unit_without_recognition_is_told_and_left_out(tmp_path):
    editions, notes = told(tmp_path, [MODULE])

    assert editions == []
    assert notes == [("no-recognised-code", "$[0]", "MBOKEUZEDEEL 1002O0007")]


def test_a_recognition_without_unit_is_told(tmp_path):
    editions, notes = told(tmp_path, [recognition("25001", "1002O1001"), recognition("25002", "1002O1002")])

    assert editions == []
    assert notes == [("no-such-unit", "$[0]", "opleidingserkenning 25001_CREBO_1002O1001 (2×)")]


def test_a_relation_to_a_unit_in_none_of_the_files_is_told_and_left_out(tmp_path):
    editions, notes = told(tmp_path, [QUALIFICATION, recognition("25700", "1002O0003"), saved.RELATIONS[1]])

    assert records(editions).relations == ()
    assert notes == [("no-such-unit", "$[2]", "opleidingsrelatie 1002O0002-SBB 1002O0003-SBB")]


def test_what_ends_on_the_day_it_begins_never_held_and_is_told(tmp_path):
    editions, notes = told(tmp_path, [{**MODULE, "einddatum": "2020-08-01"}])

    assert editions == []
    assert notes == [("never-held", "$[0].einddatum", "2020-08-01")]


def test_study_load_in_credits_is_told_and_gives_no_hours(tmp_path):
    editions, notes = told(tmp_path, [{**MODULE, "studielast": 9, "studielasteenheid": "ECTS_PUNT"}, K0059])

    assert [each.study_load_hours for each in records(editions).modules] == [None]
    assert notes == [("not-in-hours", "$[0].studielasteenheid", "ECTS_PUNT")]


def test_a_pathway_of_the_past_is_told(tmp_path):
    of_past = recognition("25700", "1002O0003", toegestaneLeerweg=["BOL", "COL"])
    editions, notes = told(tmp_path, [QUALIFICATION, of_past])

    assert [each.pathways for each in records(editions).qualifications] == [("bol",)]
    assert notes == [("other-pathway", "$[1].toegestaneLeerweg", "COL")]


def test_a_fact_that_the_description_promises_may_be_absent_and_is_told(tmp_path):
    partial = without(without(QUALIFICATION, "opleidingssoort"), "studielast")
    editions, notes = told(tmp_path, [partial, recognition("25700", "1002O0003")])
    (found,) = records(editions).qualifications

    assert (found.type, found.study_load_hours) == (None, None)
    assert [(slug, given) for slug, _, given in notes] == [
        ("missing-fact", "opleidingssoort"),
        ("missing-fact", "studielast"),
    ]


def test_without_a_level_of_its_own_the_nlqf_level_counts(tmp_path):
    given = {**without(QUALIFICATION, "niveau"), "nLQF": "2"}
    editions, notes = told(tmp_path, [given, recognition("25700", "1002O0003")])

    assert [each.level.value for each in records(editions).qualifications] == [2]
    assert notes == []


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(which=st.sampled_from(saved.EVERYTHING), data=st.data())
def test_whatever_stands_in_a_field_the_reader_refuses_or_reads_but_never_breaks(
    tmp_path_factory, which, data
):
    name = data.draw(
        st.sampled_from(sorted({*which, "_links", "_embedded", "einddatum", "toegestaneLeerweg"}))
    )
    changed = {**which, name: data.draw(anything)}
    page = [changed if each is which else each for each in saved.EVERYTHING]
    paths = save(tmp_path_factory.mktemp("rio"), page)

    assert editions_or_mistakes(paths)


@given(text=st.text(alphabet='[]{},:"0 aé', max_size=30))
def test_whatever_text_a_file_holds_the_reader_refuses_or_reads_but_never_breaks(tmp_path_factory, text):
    paths = save(tmp_path_factory.mktemp("rio"), text)

    assert all(isinstance(each, Mistake) for each in editions_or_mistakes(paths))
