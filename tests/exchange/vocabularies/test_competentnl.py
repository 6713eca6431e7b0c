"""What comes out of CompetentNL's names and of answers of its endpoint, and what is refused."""

import json
from datetime import date

import pytest

from bouwsteen.adapters.exchange.vocabularies import CompetentNlReader
from bouwsteen.model.concepts import ConceptKind, LinkKind
from bouwsteen.services.ports import RefusedFile
from tests.exchange.vocabularies.saved import LABELS, answer, read, records, save, save_json

CNLO = "https://linkeddata.competentnl.nl/def/competentnl#"
ID = "https://linkeddata.competentnl.nl/id/"
COOK = {"occupation_uri": f"{ID}occupation/1", "pref_label": "Kok"}
COOKING = {"skill": f"{ID}humancapability/2", "skillLabel": "Bereiden"}
TEACHES = {"norm": f"{ID}norm/9", "rel": f"{CNLO}prescribesHATEssential", **COOKING}


def label(name, kind="altLabel", **changed):
    return COOK | {"label": name, "label_type": kind} | changed


def refused(*paths):
    with pytest.raises(RefusedFile) as found:
        read(CompetentNlReader(), *paths)
    return [(each.slug, each.line, each.path) for each in found.value.mistakes]


def test_the_rows_of_an_occupation_become_one_concept(tmp_path):
    path = save(
        tmp_path / "labels.csv",
        LABELS,
        label("Kok", "prefLabel"),
        label("Kokkin"),
        label("Kokkin"),
        label("koc", "hiddenLabel"),
    )

    editions = read(CompetentNlReader(), path, exported=date(2026, 11, 1))

    assert [(each.owner, each.version) for each in editions] == [
        ("", ""),
        ("occupation_labels", "2026-11-01"),
    ]
    (found,) = records(editions).concepts
    assert (found.iri, found.kind, found.label) == (f"{ID}occupation/1", ConceptKind.OCCUPATION, "Kok")
    assert (found.alternatives, found.hidden) == (("Kokkin",), ("koc",))


def test_a_second_preferred_name_is_told_of_and_becomes_another_name(tmp_path):
    """Seen in the genuine file: one occupation is both stratenmaker and straatmaker."""
    notes = []
    path = save(
        tmp_path / "labels.csv", LABELS, label("Kok", "prefLabel"), label("Chef", pref_label="Kokkin")
    )

    (found,) = records(read(CompetentNlReader(), path, notes=notes)).concepts

    assert (found.label, found.alternatives) == ("Kok", ("Kokkin", "Chef"))
    assert [(each.slug, each.line) for each in notes] == [("two-preferred", 3)]


def test_an_answer_links_a_qualification_to_the_skills_it_teaches(tmp_path):
    path = answer(
        tmp_path / "antwoord.json",
        {"crebo": "25180", **TEACHES},
        {
            "crebo": "25180",
            **TEACHES,
            "rel": f"{CNLO}prescribesHATImportant",
            "skill": f"{ID}humancapability/3",
        },
        {"crebo": "K0059", **TEACHES},
    )

    editions = read(CompetentNlReader(), path)

    assert [each.owner for each in editions] == ["", "25180", "K0059"]
    assert [(each.subject, each.kind) for each in records(editions).links] == [
        ("25180", LinkKind.TEACHES_ESSENTIALLY),
        ("25180", LinkKind.TEACHES),
        ("K0059", LinkKind.TEACHES_ESSENTIALLY),
    ]
    assert [(each.unit, each.value) for each in records(editions).external_ids] == [
        ("25180", f"{ID}norm/9"),
        ("K0059", f"{ID}norm/9"),
    ]


def test_without_a_variable_for_it_the_crebo_stands_in_the_name_of_the_file(tmp_path):
    path = answer(tmp_path / "skills-25180.json", TEACHES)

    assert [each.subject for each in records(read(CompetentNlReader(), path)).links] == ["25180"]
    assert refused(answer(tmp_path / "skills.json", TEACHES)) == [
        ("bad-code", None, "results.bindings[0].crebo")
    ]


def test_an_answer_links_an_occupation_to_the_skills_it_needs(tmp_path):
    row = {"occupation": f"{ID}occupation/1", "occupationLabel": "Kok", **COOKING}
    path = answer(
        tmp_path / "a.json",
        row | {"rel": f"{CNLO}requiresHATEssential"},
        row
        | {"rel": f"{CNLO}requiresKnowledgeImportant", "skill": f"{ID}knowledge/4", "skillLabel": "Voeding"},
    )

    found = records(read(CompetentNlReader(), path))

    assert [each.kind for each in found.links] == [LinkKind.NEEDS_ESSENTIALLY, LinkKind.NEEDS]
    assert [(each.label, each.skill_type) for each in found.concepts] == [
        ("Bereiden", ""),
        ("Kok", ""),
        ("Voeding", "knowledge"),
    ]


def test_what_is_not_known_is_told_of_and_kept(tmp_path):
    notes = []
    path = answer(
        tmp_path / "a.json",
        {"crebo": "25180", **TEACHES, "rel": f"{CNLO}dreamsOf", "score": "7"},
        {"crebo": "25180", **COOKING},
    )

    edition = read(CompetentNlReader(), path, notes=notes)[-1]

    assert [each.slug for each in notes] == ["unknown-variable", "unknown-value", "relation-unknown"]
    assert [each.kind for each in edition.records.links] == [LinkKind.TEACHES]
    kept = [json.loads(line) for line in edition.document.splitlines()]
    assert kept == [
        {"iri": "25180", "score": "7"},
        {"iri": "25180", "rel": f"{CNLO}dreamsOf", "skill": COOKING["skill"]},
    ]


def test_every_mistake_in_every_file_comes_at_once(tmp_path):
    labels = save(
        tmp_path / "labels.csv",
        LABELS,
        label("Kok", "prefLabel", occupation_uri="x"),
        label("Kok", "naam"),
        label(""),
    )
    broken = tmp_path / "b.json"
    broken.write_text('{"head": {},\n "results"')

    assert refused(labels, broken, answer(tmp_path / "c.json", {"crebo": "1", **TEACHES, "skill": "y"})) == [
        ("bad-iri", 2, "occupation_uri"),
        ("unknown-value", 3, "label_type"),
        ("missing-field", 4, "label"),
        ("not-json", 2, ""),
        ("bad-code", None, "results.bindings[0].crebo"),
        ("bad-iri", None, "results.bindings[0].skill"),
    ]


@pytest.mark.parametrize(
    ("content", "slug"),
    [
        ([], "not-sparql-results"),
        ({"boolean": True, "head": {}}, "not-sparql-results"),
        ({"head": {}, "results": {"bindings": ["x"]}}, "bad-binding"),
        ({"head": {}, "results": {"bindings": [{"skill": {"value": 3}}]}}, "bad-binding"),
    ],
)
def test_json_that_is_no_answer_is_refused(tmp_path, content, slug):
    assert [each[0] for each in refused(save_json(tmp_path / "a.json", content))] == [slug]


def test_a_folder_gives_the_tables_and_answers_in_it(tmp_path):
    save(tmp_path / "labels.csv", LABELS, label("Kok", "prefLabel"))
    answer(tmp_path / "25180.json", TEACHES)
    (tmp_path / "leesmij.txt").write_text("hallo")

    assert [each.owner for each in read(CompetentNlReader(), tmp_path)] == ["", "occupation_labels", "25180"]
