"""What is known of overlap, and on what evidence; a title alone never says yes or no."""

import pytest

from bouwsteen.model.period import Outcome
from bouwsteen.model.records import Records, RelationKind
from bouwsteen.questions.choice.overlap import OverlapEvidence, Overlaps, alike
from tests.choice.invented import RECORDS, module, relation, structure
from tests.invented import parts

KNOWN = Records(
    modules=(module("K9030", "Weven"), module("K9031", "Breien")),
    relations=(relation(RelationKind.VARIANT_OF, "K9031/1/D1-K1-W1", "K9030/1/D1-K1-W2"),),
)
WITH_PARTS = (
    RECORDS
    + KNOWN
    + parts("K9030", ["D1-K1", "D1-K1-W1", "D1-K1-W2"], version="1")
    + parts("K9031", ["D1-K1", "D1-K1-W1"], version="1")
)
OVERLAPS = Overlaps(structure(WITH_PARTS))


@pytest.mark.parametrize(
    ("module_", "crebo", "evidence"),
    [
        pytest.param("K9001", "95001", OverlapEvidence.STATED_NONE, id="SBB: none"),
        pytest.param("K9003", "95001", OverlapEvidence.STATED, id="SBB: too large"),
        pytest.param("K9006", "95001", OverlapEvidence.STATED_NONE, id="coupled, so SBB found none"),
        pytest.param("K9010", "95001", OverlapEvidence.EQUAL_PARTS, id="an equal part"),
        pytest.param("K9010", "95002", OverlapEvidence.LOOKS_ALIKE, id="only titles alike"),
        pytest.param("K9009", "95001", OverlapEvidence.PARTS_UNKNOWN, id="nothing known"),
        pytest.param("K9999", "95001", OverlapEvidence.PARTS_UNKNOWN, id="not in the catalogue"),
    ],
)
def test_overlap_with_a_programme(module_: str, crebo: str, evidence: OverlapEvidence) -> None:
    assert OVERLAPS.with_qualification(module_, crebo).evidence is evidence


@pytest.mark.parametrize(
    ("one", "other", "evidence"),
    [
        pytest.param("K9001", "K9001", OverlapEvidence.SAME_MODULE, id="the same"),
        pytest.param("K9004", "K9001", OverlapEvidence.SUCCESSION, id="one follows the other"),
        pytest.param("K9001", "K9002", OverlapEvidence.STATED_NONE, id="stated none"),
        pytest.param("K9030", "K9031", OverlapEvidence.EQUAL_PARTS, id="variants of one another"),
        pytest.param("K9001", "K9009", OverlapEvidence.PARTS_UNKNOWN, id="nothing known"),
    ],
)
def test_overlap_of_two_modules_is_the_same_both_ways(
    one: str, other: str, evidence: OverlapEvidence
) -> None:
    there, back = OVERLAPS.of_modules(one, other), OVERLAPS.of_modules(other, one)

    assert there.evidence is back.evidence is evidence
    assert there.outcome is back.outcome


def test_titles_alone_never_decide() -> None:
    for evidence in (
        OverlapEvidence.LOOKS_ALIKE,
        OverlapEvidence.PARTS_UNKNOWN,
        OverlapEvidence.NOT_COMPARED,
    ):
        assert {
            each.outcome
            for each in (
                OVERLAPS.with_qualification("K9010", "95002"),
                OVERLAPS.with_qualification("K9009", "95001"),
                OVERLAPS.of_modules("K9030", "K9010"),
            )
            if each.evidence is evidence
        } <= {Outcome.UNKNOWN}


def test_certain_pairs_are_those_that_surely_overlap() -> None:
    modules = sorted(OVERLAPS.structure.modules)
    sure = {
        frozenset((one, other))
        for one in modules
        for other in modules
        if one < other and OVERLAPS.of_modules(one, other).outcome is Outcome.YES
    }

    assert OVERLAPS.certain == sure
    assert len(sure) == 2


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        ("Voorbereiding pabo", "voorbereiding PABO", True),
        ("Gezonde leefstijl", "Gezonde leefstijl in de kinderopvang", True),
        ("Voorbereiding pabo", "Voorbereiding hbo", False),
        ("Lean en creatief", "", False),
    ],
)
def test_titles_look_alike_by_most_of_their_words(one: str, other: str, outcome: bool) -> None:
    assert alike(one, other) is alike(other, one) is outcome
