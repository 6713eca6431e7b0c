"""The order of what is left."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import CertificateLink, Fit, Match, Requirement, RequirementKind, StepMoment
from bouwsteen.questions.routing import First, steps


def part(code: str, hours: int | None = 100, certificate: str | None = None) -> Requirement:
    """A core task; `certificate` is "certain" or "perhaps"."""
    link = CertificateLink(code="c", name="C", may_concern=certificate == "perhaps")
    return Requirement(
        key=f"90001/2023/{code}",
        code=code,
        title=code,
        kind=RequirementKind.CORE_TASK,
        hours=Fraction(hours) if hours is not None else None,
        certificates=(link,) if certificate else None,
    )


def other(kind: RequirementKind) -> Requirement:
    return Requirement(key=kind.value, code=kind.value, title=kind.value, kind=kind)


REMAINING = (
    part("B1-K1", 300),
    part("P1-K1", 200, "perhaps"),
    part("P1-K2", 900, "certain"),
    other(RequirementKind.GENERIC),
    other(RequirementKind.MODULE_OBLIGATION),
)


@pytest.mark.parametrize(
    ("first", "wanted", "expected"),
    [
        pytest.param(First.CERTIFICATE, {}, ["P1-K2", "P1-K1", "B1-K1"], id="certain, perhaps, none"),
        pytest.param(First.SHORTEST, {}, ["P1-K1", "B1-K1", "P1-K2"], id="fewest hours first"),
        pytest.param(
            First.EMPLOYER,
            {"90001/2023/B1-K1": (Fit.POSSIBLE, 0.9), "90001/2023/P1-K2": (Fit.GOOD, 0.5)},
            ["P1-K2", "B1-K1", "P1-K1"],
            id="what the employer asks, then what is perhaps asked",
        ),
    ],
)
def test_what_comes_first(first: First, wanted: dict[str, tuple[Fit, float]], expected: list[str]) -> None:
    found = steps(REMAINING, first=first, wanted=matches(wanted))

    assert [step.title for step in found[:3]] == expected
    assert [step.title for step in found[3:]] == ["module-obligation", "generic"]


def matches(wanted: dict[str, tuple[Fit, float]]) -> dict[str, Match]:
    return {
        key: Match(key=PartKey.parse(key), title=key, score=score, why=(), fit=fit)
        for key, (fit, score) in wanted.items()
    }


@pytest.mark.parametrize(
    ("fit", "because"),
    [
        pytest.param(Fit.GOOD, "employer-asks", id="fits well"),
        pytest.param(Fit.POSSIBLE, "employer-may-ask", id="may fit"),
        pytest.param(Fit.WEAK, "follows", id="hardly fits"),
    ],
)
def test_only_what_fits_well_is_said_to_be_asked_by_the_employer(fit: Fit, because: str) -> None:
    wanted = matches({"90001/2023/B1-K1": (fit, 0.4)})
    found = {each.title: each for each in steps(REMAINING, first=First.EMPLOYER, wanted=wanted)}

    assert found["B1-K1"].because == because
    assert found["P1-K1"].because == "follows"


def test_the_first_part_is_now_and_what_fits_in_half_a_year() -> None:
    found = steps(REMAINING, first=First.SHORTEST)

    assert [step.moment for step in found] == [StepMoment.NOW] * 2 + [StepMoment.LATER] * 3


def test_without_hours_only_the_first_part_is_now() -> None:
    found = steps((part("B1-K1", None), part("B1-K2", None)), first=First.SHORTEST)

    assert [step.moment for step in found] == [StepMoment.NOW, StepMoment.LATER]


def test_alike_parts_stand_basic_part_first() -> None:
    found = steps((part("P1-K1"), part("B1-K10"), part("B1-K2")), first=First.SHORTEST)

    assert [step.title for step in found] == ["B1-K2", "B1-K10", "P1-K1"]


@pytest.mark.parametrize(
    ("first", "slugs"),
    [
        (First.CERTIFICATE, ["carries-certificate", "may-carry-certificate", "follows"]),
        (First.SHORTEST, ["shortest", "shortest", "shortest"]),
        (First.EMPLOYER, ["follows", "follows", "follows"]),
    ],
)
def test_each_step_says_why_it_stands_there(first: First, slugs: list[str]) -> None:
    assert [step.because for step in steps(REMAINING, first=first)][:3] == slugs


@given(st.permutations(REMAINING), st.sampled_from(First))
def test_the_order_of_what_is_left_changes_nothing(shuffled: list[Requirement], first: First) -> None:
    assert steps(shuffled, first=first) == steps(REMAINING, first=first)


@given(st.permutations(REMAINING), st.sampled_from(First))
def test_every_requirement_is_one_step(remaining: list[Requirement], first: First) -> None:
    assert sorted(step.key for step in steps(remaining, first=first)) == sorted(
        each.key for each in remaining
    )
