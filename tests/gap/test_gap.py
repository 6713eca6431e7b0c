"""What is covered and what is left."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Claim, ClaimBasis, Cover, Gap, Requirement, RequirementKind
from bouwsteen.model.period import Outcome
from bouwsteen.model.records import ProgrammeType, Records
from bouwsteen.questions.gap import gaps, gaps_with_cover, requirements
from bouwsteen.questions.gap.requirements import estimated_hours
from tests.invented import DAY, STRUCTURE, catalogue, fact, parts, qualification, structures


def gaps_of(records: Records, *claims: Claim) -> dict[str, Gap]:
    (found,) = gaps(requirements(catalogue(records).on(DAY)), [claims])
    return {gap.crebo: gap for gap in found}


def said(key: str) -> Claim:
    return Claim(key=PartKey.parse(key), basis=ClaimBasis.SAID)


def from_text(key: str) -> Claim:
    return Claim(key=PartKey.parse(key), basis=ClaimBasis.TEXT, evidence="iets")


def keys(requirements: tuple[Requirement, ...]) -> Iterator[str]:
    for each in requirements:
        yield each.key
        yield from keys(each.parts)


def occupational(gap: Gap) -> list[str]:
    kinds = (RequirementKind.CORE_TASK, RequirementKind.WORK_PROCESS)
    return [each.code for each in gap.remaining if each.kind in kinds]


def test_without_claims_everything_is_left() -> None:
    gap = gaps_of(STRUCTURE)["95001"]

    assert gap.covered == ()
    assert occupational(gap) == ["B1-K1", "B1-K2", "P1-K1"]
    assert [part.code for part in gap.remaining[0].parts] == ["B1-K1-W1", "B1-K1-W2"]
    assert [each.code for each in gap.remaining[3:]] == [
        "dutch",
        "numeracy",
        "career-and-citizenship",
        "module-obligation",
        "placement",
    ]


def test_a_profile_of_another_qualification_is_not_required() -> None:
    found = gaps_of(STRUCTURE)

    assert "P2-K1" not in occupational(found["95001"])
    assert "P1-K1" not in occupational(found["95002"])


def test_of_a_core_task_settled_in_part_only_what_is_left_stands_by_itself() -> None:
    gap = gaps_of(STRUCTURE, said("90001/2023/B1-K1-W1"))["95001"]

    assert [(each.code, each.how) for each in gap.covered] == [("B1-K1-W1", Cover.CONFIRMED)]
    assert occupational(gap) == ["B1-K1-W2", "B1-K2", "P1-K1"]


def test_a_shared_basic_part_counts_in_both_qualifications() -> None:
    found = gaps_of(STRUCTURE, said("90001/2023/B1-K2"))

    assert occupational(found["95001"]) == ["B1-K1", "P1-K1"]
    assert occupational(found["95002"]) == ["B1-K1", "P2-K1"]


def test_an_equal_title_elsewhere_is_not_an_equal_part() -> None:
    gap = gaps_of(STRUCTURE, said("90001/2023/B1-K1-W1"))["95003"]

    assert gap.covered == ()


def test_text_settles_nothing() -> None:
    untouched = gaps_of(STRUCTURE)["95001"]
    gap = gaps_of(STRUCTURE, from_text("90001/2023/B1-K2-W1"))["95001"]

    assert [each.how for each in gap.covered] == [Cover.PROPOSED]
    assert list(keys(gap.remaining)) == list(keys(untouched.remaining))
    assert gap.hours == untouched.hours
    assert [part.proposed for part in gap.remaining[1].parts] == [True]


def test_a_diploma_settles_all_of_its_own_qualification_and_the_shared_part_of_another() -> None:
    claims = [
        Claim(key=PartKey.parse(f"90001/2023/{code}"), basis=ClaimBasis.ACHIEVED, evidence="95001")
        for code in ("B1-K1", "B1-K2", "P1-K1")
    ]
    found = gaps_of(STRUCTURE, *claims)

    assert found["95001"].remaining == ()
    assert found["95001"].hours.left == 0
    assert occupational(found["95002"]) == ["P2-K1"]
    assert {each.how for each in found["95002"].covered} == {Cover.SAME}


@pytest.mark.parametrize(
    ("crebo", "slug", "applies"),
    [
        pytest.param("95002", "english", Outcome.YES, id="level 4 has English"),
        pytest.param("95003", "english", Outcome.UNKNOWN, id="unknown level: English unknown"),
        pytest.param(
            "95002", "legal-requirements", Outcome.UNKNOWN, id="no source on statutory requirements"
        ),
        pytest.param("95001", "legal-requirements", None, id="stated that there are none"),
        pytest.param("95001", "english", None, id="level 3 has no English"),
    ],
)
def test_what_every_diploma_asks_besides(crebo: str, slug: str, applies: Outcome | None) -> None:
    found = {each.code: each.applies for each in gaps_of(STRUCTURE)[crebo].remaining}

    assert found.get(slug) == applies


def test_hours_are_estimated_from_the_advised_shares() -> None:
    """4800 hours: 70% over five work processes, 15% generic, 720 for modules."""
    gap = gaps_of(STRUCTURE, said("90001/2023/B1-K1-W1"))["95001"]

    assert (gap.hours.total, gap.hours.left) == (4800, 4800 - 672)
    assert gap.hours.basis == "register"


def test_hours_of_an_unknown_level_are_unknown() -> None:
    gap = gaps_of(STRUCTURE)["95003"]

    assert (gap.hours.total, gap.hours.left, gap.hours.basis) == (None, None, "level-unknown")


def some_claims(records: Records) -> st.SearchStrategy[list[Claim]]:
    known = [part.key for part in (*records.core_tasks, *records.work_processes)]
    if not known:
        return st.just([])
    return st.lists(
        st.builds(
            Claim,
            key=st.sampled_from(known),
            basis=st.sampled_from(ClaimBasis),
            evidence=st.just("elders"),
        ),
        max_size=6,
    )


@given(st.data())
def test_every_remaining_part_stands_exactly_once(data: st.DataObject) -> None:
    records = data.draw(structures())
    claims = data.draw(some_claims(records))

    for gap in gaps_of(records, *claims).values():
        assert max(Counter(keys(gap.remaining)).values()) == 1


@given(st.data())
def test_what_is_settled_and_what_is_left_are_together_the_whole(data: st.DataObject) -> None:
    records = data.draw(structures())
    claims = data.draw(some_claims(records))
    structure = catalogue(records).on(DAY)

    for crebo, gap in gaps_of(records, *claims).items():
        settled = {str(each.key) for each in gap.covered if each.how is not Cover.PROPOSED}
        tasks = structure.core_tasks[crebo]
        smallest = {str(part.key) for task in tasks for part in structure.work_processes(task.key) or (task,)}
        left = smallest & set(keys(gap.remaining))
        assert settled | left == smallest
        assert not settled & left


@given(st.data())
def test_one_claim_more_never_lengthens_what_is_left(data: st.DataObject) -> None:
    records = data.draw(structures())
    claims = data.draw(some_claims(records))
    more = data.draw(some_claims(records))

    before, after = gaps_of(records, *claims), gaps_of(records, *claims, *more)
    for crebo, gap in after.items():
        assert _size(gap) <= _size(before[crebo])
        assert (gap.hours.left or 0) <= (before[crebo].hours.left or 0)


def _size(gap: Gap) -> int:
    return sum(max(1, len(each.parts)) for each in gap.remaining)


@given(st.data())
def test_the_order_of_claims_changes_nothing(data: st.DataObject) -> None:
    records = data.draw(structures())
    claims = data.draw(some_claims(records))
    shuffled = data.draw(st.permutations(claims))

    assert gaps_of(records, *claims) == gaps_of(records, *shuffled)


@given(st.data())
def test_many_people_at_once_get_what_each_alone_gets(data: st.DataObject) -> None:
    records = data.draw(structures())
    people = data.draw(st.lists(some_claims(records), max_size=3))
    required = requirements(catalogue(records).on(DAY))

    assert gaps(required, people) == [gaps(required, [claims])[0] for claims in people]


@given(st.data())
def test_what_is_covered_alone_is_the_same_among_all(data: st.DataObject) -> None:
    records = data.draw(structures())
    claims = data.draw(some_claims(records))
    required = requirements(catalogue(records).on(DAY))
    (every,) = gaps(required, [claims])
    asked = data.draw(st.sets(st.sampled_from([each.crebo for each in every]))) if every else set()

    found = gaps_with_cover(required, claims, asked.__contains__)
    assert found == tuple(each for each in every if each.covered and each.crebo in asked)


@given(st.data())
def test_the_hours_left_are_those_of_what_remains(data: st.DataObject) -> None:
    records = data.draw(structures())

    for gap in gaps_of(records, *data.draw(some_claims(records))).values():
        assert gap.hours.left in (None, estimated_hours(gap.remaining))


def test_the_estimates_of_all_that_is_required_add_up_to_the_whole() -> None:
    """Also where the obligation is not 15%: four years take 6,400 hours, and 720 of them for modules."""
    records = qualification(
        "95009", type=fact(ProgrammeType.MIDDENKADER), level=fact(4), four_years=True
    ) + parts("95009", ["B1-K1", "B1-K1-W1", "B1-K1-W2", "B1-K1-W3"])
    gap = gaps_of(records)["95009"]

    assert gap.hours.total == gap.hours.left == 6400
    assert [each.hours for each in gap.remaining if each.code == "module-obligation"] == [720]
