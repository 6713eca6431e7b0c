"""How rules are chosen, what schools may choose, and how a school's policy lies over the law."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bouwsteen.adapters.files.rules import law_folder, read_rules
from bouwsteen.model.period import Outcome, Period
from bouwsteen.rules.conditions import Compare, Constant, Operator
from bouwsteen.rules.facts import ABSENT, Facts, Item, Items, Unknown
from bouwsteen.rules.law import Law
from bouwsteen.rules.rule import Certainty, Explanation, LegalSource, Rule, RuleSet

DAY = date(2026, 1, 1)
NATIONAL = read_rules([law_folder()])
SCHOOL = "99XX"


def marks(*given: str, hours: tuple[int, ...] = ()) -> Facts:
    sizes = hours or (240,) * len(given)
    return Facts.of(
        {
            "student.start": date(2021, 8, 1),
            "student.graduation": date(2024, 6, 1),
            "student.type": "basis",
            "student.formative-parts": False,
        },
        {
            "modules": Items(
                tuple(
                    Item(
                        f"K{number:04}",
                        {
                            "module.mark": Decimal(mark),
                            "module.judgement": ABSENT,
                            "module.taken": True,
                            "module.hours": size,
                        },
                    )
                    for number, (mark, size) in enumerate(zip(given, sizes, strict=True), start=1)
                )
            )
        },
    )


@pytest.mark.parametrize(
    ("option", "value", "facts", "expected"),
    [
        ("module-mean-rounding", "half-up", marks("5", "6"), "yes"),
        ("module-mean-rounding", "none", marks("5", "6"), "no"),
        ("module-mean-rounding", "none", marks("5", "7"), "yes"),
        ("module-mean-weighting", "equal", marks("5", "6", hours=(240, 480)), "yes"),
        ("module-mean-weighting", "equal", marks("4", "7", hours=(240, 240)), "yes"),
        ("module-mean-weighting", "by-hours", marks("4.5", "6.5", hours=(240, 240)), "yes"),
        ("module-surplus", "board", marks("3", "6", "6"), "unknown"),
        ("module-surplus", "best", marks("3", "6", "6"), "yes"),
        ("module-surplus", "all", marks("3", "6", "6"), "no"),
        ("module-surplus", "best", marks("3", "3", "6"), "no"),
    ],
)
def test_what_the_law_leaves_open_a_school_chooses(
    option: str, value: str, facts: Facts, expected: str
) -> None:
    policy = RuleSet(chosen={(SCHOOL, option): value})

    assert Law(NATIONAL + policy, SCHOOL).ask("module-results", facts, on=DAY).outcome == expected


def test_a_longer_module_weighs_more_where_a_school_says_so() -> None:
    facts = marks("4", "6", hours=(240, 720))
    facts = Facts(
        {**facts.values, "student.type": "middenkader", "student.four-years": True}, facts.collections
    )
    facts = Facts({**facts.values, "student.graduation": date(2022, 7, 1)}, facts.collections)
    weighed = RuleSet(chosen={(SCHOOL, "module-mean-weighting"): "by-hours"})

    assert Law(NATIONAL).ask("module-results", facts, on=DAY).outcome == "no"
    assert Law(NATIONAL + weighed, SCHOOL).ask("module-results", facts, on=DAY).outcome == "yes"


def test_where_there_is_surplus_the_proof_names_the_best_choice() -> None:
    verdict = Law(NATIONAL).ask("module-results", marks("3", "6", "7"), on=DAY)

    assert [(each.because, each.subject) for each in verdict.missing] == [("board-chooses", "K0002, K0003")]


def rule(id: str, **fields: object) -> Rule:
    return replace(
        Rule(
            id=id,
            conclusion="allowed",
            valid=Period(start=date(2020, 8, 1)),
            source=LegalSource(law="WEB", article="1", bwb="BWBR0007625"),
            certainty=Certainty.READ,
            explanation=Explanation(nl="Regel.", en="Rule."),
            condition=Compare("student.level", Operator.AT_LEAST, Constant((2,))),
        ),
        **fields,  # type: ignore[arg-type]
    )


def asked(rules: RuleSet, institution: str = "", **values: object) -> Outcome:
    named = {name.replace("_", "."): value for name, value in values.items()}
    return Law(rules, institution).ask("allowed", Facts.of(named), on=DAY).outcome  # type: ignore[arg-type]


STRICTER = rule(
    "stricter",
    institution=SCHOOL,
    refinable=False,
    condition=Compare("student.level", Operator.AT_LEAST, Constant((3,))),
)


@pytest.mark.parametrize(
    ("level", "law", "school"),
    [(1, "no", "no"), (2, "yes", "no"), (3, "yes", "yes"), (None, "unknown", "unknown")],
)
def test_a_school_may_refuse_what_the_law_allows_and_never_the_other_way(
    level: int | None, law: str, school: str
) -> None:
    rules = RuleSet(rules=(rule("law", refinable=True), STRICTER))
    values = {"student_start": date(2021, 8, 1)} | ({"student_level": level} if level else {})

    assert asked(rules, **values) == law
    assert asked(rules, "00YY", **values) == law
    assert asked(rules, SCHOOL, **values) == school


def test_before_its_first_day_a_rule_does_not_exist() -> None:
    rules = RuleSet(rules=(rule("law"),))

    assert asked(rules, student_start=date(2020, 7, 31), student_level=1) is Outcome.UNKNOWN
    assert asked(rules, student_start=date(2020, 8, 1), student_level=1) is Outcome.NO


def versions(second: int) -> RuleSet:
    """Level 2 until 1 August 2022, another level since, by the day of graduation."""
    return RuleSet(
        rules=(
            rule(
                "old",
                selected_by="student.graduation",
                valid=Period(start=date(2016, 8, 1), end=date(2022, 8, 1)),
            ),
            rule(
                "new",
                selected_by="student.graduation",
                valid=Period(start=date(2022, 8, 1)),
                condition=Compare("student.level", Operator.AT_LEAST, Constant((second,))),
            ),
        )
    )


@pytest.mark.parametrize(
    ("start", "level", "expected"),
    [
        (date(2020, 8, 1), 3, "yes"),  # by either version
        (date(2020, 8, 1), 1, "no"),
        (date(2020, 8, 1), 2, "unknown"),  # it depends on the day of graduation
        (date(2022, 8, 1), 2, "no"),  # only the new version is possible
        (date(2022, 7, 31), 2, "unknown"),
        (date(2016, 7, 31), 3, "unknown"),  # perhaps before the first version
    ],
)
def test_where_the_day_is_unknown_every_version_that_can_hold_is_asked(
    start: date, level: int, expected: str
) -> None:
    assert asked(versions(3), student_start=start, student_level=level) == expected


def test_an_unverified_rule_decides_nothing() -> None:
    rules = RuleSet(rules=(rule("law", certainty=Certainty.UNVERIFIED),))
    verdict = Law(rules).ask("allowed", Facts.of({"student.start": DAY, "student.level": 4}), on=DAY)

    assert verdict.outcome is Outcome.UNKNOWN
    assert [each.because for each in verdict.missing] == ["rule-unverified"]


def test_a_parameter_that_may_be_two_values_decides_where_both_agree() -> None:
    facts = {"student.start": date(2023, 8, 1), "student.type": "vak"}
    found = Law(NATIONAL).value("module-obligation-hours", Facts.of(facts), on=DAY)

    assert isinstance(found, Unknown)
    assert set(found.candidates) == {480, 720}
    assert found.fact in ("student.graduation", "student.formative-parts")


@pytest.mark.parametrize(
    ("type_", "four", "formative", "graduation", "hours"),
    [
        ("entree", False, False, date(2024, 6, 1), 240),
        ("entree", False, True, date(2024, 6, 1), 240),
        ("basis", False, False, date(2024, 6, 1), 480),
        ("basis", False, True, date(2024, 6, 1), 240),
        ("vak", False, False, date(2024, 6, 1), 720),
        ("vak", False, True, date(2024, 6, 1), 480),
        ("middenkader", False, False, date(2024, 6, 1), 720),
        ("middenkader", True, False, date(2022, 7, 31), 960),
        ("middenkader", True, False, date(2022, 8, 1), 720),
        ("middenkader", True, True, date(2022, 7, 31), 720),
        ("middenkader", True, True, date(2022, 8, 1), 480),
        ("specialist", False, True, date(2024, 6, 1), 240),
    ],
)
def test_the_module_obligation_and_its_history(
    type_: str, four: bool, formative: bool, graduation: date, hours: int
) -> None:
    facts = Facts.of(
        {
            "student.start": date(2020, 8, 1),
            "student.type": type_,
            "student.four-years": four,
            "student.formative-parts": formative,
            "student.graduation": graduation,
        }
    )

    assert Law(NATIONAL).value("module-obligation-hours", facts, on=DAY) == hours


@pytest.mark.parametrize(
    ("adopted", "coincides", "in_force", "statutory"),
    [
        (date(2020, 7, 31), False, "no", "yes"),
        (date(2020, 8, 1), False, "no", "yes"),
        (date(2020, 7, 31), True, "no", "no"),
        (date(2020, 8, 1), True, "no", "no"),
    ],
)
def test_the_third_regime_of_coupling_is_a_switch_that_is_off(
    adopted: date, coincides: bool, in_force: str, statutory: str
) -> None:
    facts = Facts.of(
        {
            "student.start": date(2022, 8, 1),
            "student.funded": True,
            "module.adopted": adopted,
            "module.coupled": False,
            "module.excluded": True,
            "module.requested": False,
            "module.coincides": coincides,
        }
    )
    switched = RuleSet(chosen={("", "coupling-regime"): "statutory-uncoupled"})

    assert Law(NATIONAL).ask("module-coupling", facts, on=DAY).outcome == in_force
    assert Law(NATIONAL + switched).ask("module-coupling", facts, on=DAY).outcome == statutory
    assert Law(NATIONAL + switched, SCHOOL).ask("module-coupling", facts, on=DAY).outcome == statutory
