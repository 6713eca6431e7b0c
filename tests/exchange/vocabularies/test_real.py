"""The genuine files: ESCO 1.2.0 in Dutch (some of its tables), and the names of CompetentNL's occupations."""

import pytest

from bouwsteen.adapters.exchange.vocabularies import CompetentNlReader, EscoReader
from bouwsteen.model.concepts import ConceptKind, LinkKind, Vocabulary
from tests.exchange.vocabularies.saved import read, records
from tools.catalogue.material import material

SKILLS = found / "data" / "skills" if (found := material()) else None
pytestmark = pytest.mark.skipif(
    SKILLS is None, reason="left out: genuine vocabularies, for BOUWSTEEN_MATERIAL is absent"
)


def test_esco_is_read_whole():
    notes = []
    found = records(read(EscoReader(), SKILLS / "esco_nl", notes=notes))
    current = [each for each in found.concepts if each.version == "1.2.0"]

    assert {each.slug for each in notes} == {"unknown-table"}
    assert len(notes) == 2  # tables that were made from ESCO's, by others
    counted = {kind: sum(each.kind is kind for each in current) for kind in ConceptKind}
    assert counted == {
        ConceptKind.OCCUPATION: 3039,
        ConceptKind.OCCUPATION_GROUP: 619,
        ConceptKind.SKILL: 0,
        ConceptKind.SKILL_GROUP: 640,
    }
    assert {each.kind for each in found.links} == {LinkKind.BROADER}
    assert [each for each in found.concepts if not each.label] == []


def test_the_newest_version_of_an_occupation_speaks():
    """The collections are of version 1.1.1, the occupations of 1.2.0."""
    found = records(read(EscoReader(), SKILLS / "esco_nl"))
    vocabulary = Vocabulary(found.concepts, found.links)

    assert {each.version for each in vocabulary.occupations} == {"1.2.0"}
    assert vocabulary.find("5230.1").label == "kassamedewerker"
    assert "caissière" in vocabulary.find("5230.1").names


def test_the_names_of_competentnl_are_read_whole():
    notes = []
    path = SKILLS / "competentnl" / "occupation_labels.csv"
    found = records(read(CompetentNlReader(), path, notes=notes)).concepts

    assert len(found) == 3262
    assert [(each.slug, each.line) for each in notes] == [("two-preferred", 1648)]
