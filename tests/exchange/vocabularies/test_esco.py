"""What comes out of ESCO's download, and what is refused."""

import json

import pytest

from bouwsteen.adapters.exchange.vocabularies import EscoReader
from bouwsteen.adapters.store.memory import MemoryLedger
from bouwsteen.model.concepts import Concept, ConceptKind, LinkKind
from bouwsteen.model.sources import Confidence
from bouwsteen.services.ports import RefusedFile
from tests.exchange.vocabularies import saved
from tests.exchange.vocabularies.saved import BAKER, KNEADING, NEEDS, download, read, records, save
from tests.store.invented import NOW, file_edition


def refused(*paths):
    with pytest.raises(RefusedFile) as found:
        read(EscoReader(), *paths)
    return [(each.slug, each.line, each.path) for each in found.value.mistakes]


def test_every_table_is_an_edition_and_the_source_comes_first(tmp_path):
    notes = []
    editions = read(EscoReader(), download(tmp_path / "esco"), notes=notes)

    assert notes == []
    assert [(each.source, each.owner, each.version) for each in editions] == [
        ("esco-1.2.0", "", ""),
        ("esco-1.2.0", "broaderRelationsOccPillar_nl", "1.2.0"),
        ("esco-1.2.0", "occupationSkillRelations_nl", "1.2.0"),
        ("esco-1.2.0", "occupations_nl", "1.2.0"),
        ("esco-1.2.0", "skills_nl", "1.2.0"),
    ]
    assert editions[0].records.sources[0].licence == "Besluit 2011/833/EU"


def test_an_occupation_has_its_labels_by_kind_each_once(tmp_path):
    found = records(read(EscoReader(), download(tmp_path))).concepts

    assert found[0] == Concept(
        iri=BAKER["conceptUri"],
        version="1.2.0",
        language="nl",
        kind=ConceptKind.OCCUPATION,
        scheme="esco",
        code="7512.9",
        label="koekjesbakker",
        alternatives=("koekjesbakster", "bakker van koekjes"),
        hidden=("koekjesbaker",),
        status="released",
        description="Bakt koekjes, elke dag.",
        sources=("esco-1.2.0",),
        confidence=Confidence.OFFICIAL,
    )
    assert (found[1].kind, found[1].reuse, found[1].alternatives) == (
        ConceptKind.SKILL,
        "sector-specific",
        ("kneden", "deeg maken"),
    )


def test_relations_become_links_that_a_source_states(tmp_path):
    found = records(read(EscoReader(), download(tmp_path))).links

    assert {(each.subject, each.kind, each.object, each.evidence) for each in found} == {
        (BAKER["conceptUri"], LinkKind.NEEDS_ESSENTIALLY, KNEADING["conceptUri"], "stated"),
        (BAKER["conceptUri"], LinkKind.BROADER, "http://data.europa.eu/esco/isco/C7512", "stated"),
    }


def test_running_text_and_unknown_columns_are_kept_in_the_document(tmp_path):
    notes = []
    columns = [*saved.OCCUPATIONS, "naceCode", "toekomst"]
    path = save(tmp_path / "occupations_nl.v1.2.0.csv", columns, BAKER | {"toekomst": "ja", "naceCode": "10"})

    edition = read(EscoReader(), path, notes=notes)[-1]

    assert [(each.slug, each.given) for each in notes] == [("unknown-column", "toekomst")]
    assert json.loads(edition.document) == {
        "iri": BAKER["conceptUri"],
        "description": "Bakt koekjes,\nelke dag.",
        "naceCode": "10",
        "toekomst": "ja",
    }


def test_the_hierarchy_of_skills_leaves_off_its_last_cells(tmp_path):
    path = tmp_path / "skillsHierarchy_nl.v1.2.0.csv"
    path.write_text(
        "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Level 2 URI,Level 0 code\n"
        "http://a.eu/S,vaardigheden,,,\n"
        "http://a.eu/S,vaardigheden,http://a.eu/S1,communicatie,,S\n"
        "http://a.eu/S,vaardigheden,http://a.eu/S1,communicatie,http://a.eu/S1.1,S\n"
    )

    assert [(each.subject, each.object) for each in records(read(EscoReader(), path)).links] == [
        ("http://a.eu/S1", "http://a.eu/S"),
        ("http://a.eu/S1.1", "http://a.eu/S1"),
    ]


@pytest.mark.parametrize(
    ("name", "folder", "version", "language", "told"),
    [
        ("occupations_nl.csv", "ESCO dataset - v1.1.1 - classification - nl - csv", "1.1.1", "nl", []),
        ("occupations_en.v1.2.0.csv", "x", "1.2.0", "en", []),
        ("beroepen.csv", "python3.11", "", "nl", ["language-unknown", "version-unknown"]),
    ],
)
def test_version_and_language_come_from_the_names(tmp_path, name, folder, version, language, told):
    notes = []
    path = save(tmp_path / folder / name, saved.OCCUPATIONS, BAKER)

    (found,) = records(read(EscoReader(), path, notes=notes)).concepts

    assert (found.version, found.language) == (version, language)
    assert sorted(each.slug for each in notes) == told


def test_in_a_folder_other_tables_are_left_out_and_told_of(tmp_path):
    notes = []
    save(download(tmp_path) / "eigen.csv", ["a", "b"], {"a": "1"})

    assert len(read(EscoReader(), tmp_path, notes=notes)) == 5
    assert [(each.slug, each.given) for each in notes] == [("unknown-table", "a, b")]


def test_every_mistake_in_every_file_comes_at_once_with_its_place(tmp_path):
    first = save(
        tmp_path / "occupations_nl.v1.2.0.csv",
        saved.OCCUPATIONS,
        BAKER | {"conceptUri": "geen adres"},
        BAKER,
        BAKER | {"preferredLabel": "anders"},
        BAKER | {"conceptType": "Beroep", "conceptUri": f"{saved.OCCUPATION}x"},
    )
    second = save(
        tmp_path / "occupationSkillRelations_nl.v1.2.0.csv",
        saved.RELATIONS,
        NEEDS | {"relationType": "misschien"},
        NEEDS | {"skillUri": ""},
    )

    assert refused(first, second) == [
        ("bad-iri", 2, "conceptUri"),
        ("different-content", 10, ""),
        ("unknown-value", 14, "conceptType"),
        ("unknown-value", 2, "relationType"),
        ("bad-iri", 3, "skillUri"),
    ]


@pytest.mark.parametrize(
    ("content", "slug", "line"),
    [
        pytest.param(b"", "empty-file", None, id="empty"),
        pytest.param(b"a,b\n1,2\n", "unknown-table", 1, id="another table"),
        pytest.param(b"a,a\n", "column-twice", 1, id="a column twice"),
        pytest.param(b"conceptUri,broaderUri\nhttp://a.nl,\xff\n", "not-utf-8", 2, id="not UTF-8"),
        pytest.param(b"conceptUri,broaderUri\nhttp://a.nl\n", "wrong-width", 2, id="a row too short"),
        pytest.param(b'conceptUri,broaderUri\n"http://a.nl', "broken-table", 2, id="cut off in a quote"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path, content, slug, line):
    path = tmp_path / "occupations_nl.v1.2.0.csv"
    path.write_bytes(content)

    assert refused(path)[0][:2] == (slug, line)


def test_a_file_that_is_not_there_too_large_or_a_folder_without_tables_is_refused(tmp_path):
    (tmp_path / "leeg").mkdir()
    path = save(tmp_path / "occupations_nl.v1.2.0.csv", saved.OCCUPATIONS, BAKER)

    assert refused(tmp_path / "nergens.csv", tmp_path / "leeg") == [
        ("no-tables", None, ""),
        ("cannot-read", None, ""),
    ]
    with pytest.raises(RefusedFile, match="too-large"):
        read(EscoReader(largest_file=100), path)


def test_progress_reaches_the_end_and_never_goes_back(tmp_path):
    told = []
    read(EscoReader(), download(tmp_path), told=told)

    assert told[-1].done == told[-1].total == sum(path.stat().st_size for path in tmp_path.glob("*.csv"))
    assert [each.done for each in told] == sorted(each.done for each in told)


def test_importing_twice_changes_nothing_and_a_mistake_nothing_at_all(tmp_path):
    ledger = MemoryLedger([file_edition()])
    folder = download(tmp_path)

    def adopted():
        editions = EscoReader().read([folder], exported=None, report=print, progress=print)
        return ledger.adopt(editions, actor="anna", reason="", recorded=NOW)

    assert (adopted().new_editions, adopted().entry) == (5, None)
    save(folder / "skills_nl.v1.2.0.csv", saved.SKILLS, KNEADING | {"conceptUri": "x"}, KNEADING)
    with pytest.raises(RefusedFile):
        adopted()
    assert ledger.history().newest == 1
