"""Vocabularies: which version speaks, and in which part a statement is kept."""

from dataclasses import replace

import pytest

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.concepts import (
    Concept,
    ConceptKind,
    Link,
    LinkKind,
    Vocabulary,
    VocabularyPart,
    part_of,
    version_order,
)
from bouwsteen.model.history import editions_of
from bouwsteen.model.records import Records
from bouwsteen.model.sources import Confidence

SAID = {"sources": ("esco",), "confidence": Confidence.OFFICIAL, "scheme": "esco"}


def concept(iri="a", label="bakker", version="1.2.0", **fields):
    made = {"kind": ConceptKind.OCCUPATION, "language": "nl", **SAID, **fields}
    return Concept(iri=iri, label=label, version=version, **made)


def link(subject="a", target="s", kind=LinkKind.NEEDS, version="1.2.0"):
    return Link(subject=subject, kind=kind, object=target, version=version, **SAID)


@pytest.mark.parametrize(
    ("others", "spoken"),
    [
        pytest.param([concept(label="", version="1.9.0")], "bakker", id="a label before none"),
        pytest.param([concept(label="baker", language="en", version="1.9.0")], "bakker", id="Dutch first"),
        pytest.param([concept(label="nieuw", version="1.10.0")], "nieuw", id="then the newest"),
    ],
)
@pytest.mark.parametrize("backwards", [False, True])
def test_of_several_statements_one_speaks_whatever_their_order(others, spoken, backwards):
    concepts = [concept(), *others]

    assert Vocabulary(concepts[:: -1 if backwards else 1], ()).by_iri["a"].label == spoken


def test_links_of_an_older_version_are_silent_once_there_are_newer_ones_of_their_kind():
    links = [
        link(target="old", version="1.1.0"),
        link(target="new"),
        link(target="wide", kind=LinkKind.BROADER, version="1.1.0"),
    ]

    assert [each.object for each in Vocabulary((), links).from_subject["a"]] == ["new", "wide"]


def test_a_code_names_an_occupation_before_a_group():
    group = concept("g", "groep", kind=ConceptKind.OCCUPATION_GROUP, code="5120")
    occupation = concept("o", "kok", code="5120")

    assert Vocabulary((group, occupation), ()).find("5120") == occupation
    assert Vocabulary((group, occupation), ()).find("g") == group
    assert Vocabulary((group, occupation), ()).find("9") is None


def test_versions_are_ordered_by_number():
    assert sorted(["1.10.0", "", "1.2.0", "2026-01-02"], key=version_order) == [
        "",
        "1.2.0",
        "1.10.0",
        "2026-01-02",
    ]


def test_what_starts_at_a_qualification_is_kept_with_the_occupations():
    assert {part_of(link(kind=kind)) for kind in LinkKind if "trains" in kind or "teaches" in kind} == {
        VocabularyPart.OCCUPATIONS
    }
    assert part_of(link()) is part_of(concept(kind=ConceptKind.SKILL)) is VocabularyPart.SKILLS


def test_a_catalogue_that_keeps_them_apart_is_the_same_catalogue():
    whole = Records(concepts=(concept(), concept("s", "kneden", kind=ConceptKind.SKILL)), links=(link(),))
    asked = []

    def aside(part):
        asked.append(part)
        return Records(
            concepts=tuple(each for each in whole.concepts if part_of(each) is part),
            links=tuple(each for each in whole.links if part_of(each) is part),
        )

    kept = Catalogue(1, replace(whole, concepts=(), links=()), aside=aside)

    assert kept.occupations.occupations == Catalogue(1, whole).occupations.occupations == (concept(),)
    assert asked == [VocabularyPart.OCCUPATIONS]
    assert kept.whole == whole
    assert kept.vocabulary.from_subject == Catalogue(1, whole).vocabulary.from_subject


def test_a_vocabulary_is_an_edition_of_its_own():
    records = Records(concepts=(concept(), concept(version="1.1.0")), links=(link(),))

    assert [(each.owner, each.version) for each in editions_of(records, "datapackage")] == [
        ("esco", "1.2.0"),
        ("esco", "1.1.0"),
    ]
