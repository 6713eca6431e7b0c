"""What the program has at hand of the law is what the rule files say."""

from datetime import date

import pytest

from bouwsteen.adapters.files.rules import law_folder, read_rules
from bouwsteen.model.records import ProgrammeType
from bouwsteen.rules.facts import Facts, Unknown
from bouwsteen.rules.law import Law
from bouwsteen.rules.parameters import (
    LEVEL_OF,
    generic_level,
    module_obligation_hours,
    nominal_study_load,
    nominal_years,
)
from tools.build_parameters import PLACE, formatted, written

LAW = read_rules([law_folder()])


def test_the_published_values_are_those_of_the_rule_files() -> None:
    assert PLACE.read_text("utf-8") == formatted(written(LAW))


@pytest.mark.parametrize("type_", ProgrammeType)
@pytest.mark.parametrize("four", [True, False])
@pytest.mark.parametrize("day", [date(2016, 8, 1), date(2022, 7, 31), date(2022, 8, 1), date(2026, 1, 1)])
def test_the_obligation_is_the_one_that_the_law_answers(type_: ProgrammeType, four: bool, day: date) -> None:
    facts = Facts.of(
        {
            "student.type": type_,
            "student.four-years": four,
            "student.formative-parts": False,
            "student.graduation": day,
        }
    )

    assert module_obligation_hours(type_, day, four_years=four) == Law(LAW).value(
        "module-obligation-hours", facts, on=day
    )


@pytest.mark.parametrize("subject", LEVEL_OF)
@pytest.mark.parametrize("level", [1, 2, 3, 4])
@pytest.mark.parametrize("day", [date(2016, 8, 1), date(2022, 7, 31), date(2022, 8, 1), date(2026, 1, 1)])
def test_the_level_of_a_generic_subject_is_the_one_that_the_law_answers(
    subject: str, level: int, day: date
) -> None:
    asked = Law(LAW).value(
        LEVEL_OF[subject], Facts.of({"student.level": level, "student.start": day}), on=day
    )

    assert generic_level(subject, level, day) == ("" if isinstance(asked, Unknown) else asked)


def test_before_its_first_day_there_is_no_obligation() -> None:
    assert module_obligation_hours(ProgrammeType.VAK, date(2016, 7, 31)) is None


@pytest.mark.parametrize(
    ("type_", "four", "share"),
    [
        (ProgrammeType.BASIS, False, 0.15),
        (ProgrammeType.VAK, False, 0.15),
        (ProgrammeType.MIDDENKADER, False, 0.15),
        (ProgrammeType.MIDDENKADER, True, 0.1125),
        (ProgrammeType.ENTREE, False, 0.15),
        (ProgrammeType.SPECIALIST, False, 0.15),
    ],
)
def test_the_share_of_the_study_load_that_is_for_choice(
    type_: ProgrammeType, four: bool, share: float
) -> None:
    """Computed: for a four-year programme the space to choose became smaller in 2022."""
    day = date(2026, 1, 1)
    hours = module_obligation_hours(type_, day, four_years=four) or 0

    assert hours / nominal_study_load(type_, four_years=four) == pytest.approx(share)
    assert nominal_years(type_)[0] >= 1
