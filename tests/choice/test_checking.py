"""What may be chosen: yes, no and unknown, each for its reason, on an invented structure."""

from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.period import Outcome, Validity
from bouwsteen.model.person import Person
from bouwsteen.model.records import Records, RelationKind
from bouwsteen.questions.choice.checking import CONDITIONS, CheckedChoice, Regime, check_modules
from bouwsteen.questions.choice.overlap import OverlapEvidence
from bouwsteen.questions.choice.repair import Repair
from bouwsteen.rules.verdict import Verdict
from tests.choice.invented import MODULES, RECORDS, STUDENT, module, relation, rules

YES, NO, UNKNOWN = Outcome
CODES = [each.code for each in MODULES]
RULES = rules()


def condition(code: str, conclusion: str, **asked: object) -> Verdict:
    """What one condition of a module concludes."""
    judged = rules(**asked)
    place = CONDITIONS[judged.regime].index(conclusion)
    return Verdict(proof=judged.module(code).proof.parts[place])


@pytest.mark.parametrize(
    ("code", "outcome"),
    [
        pytest.param("K9001", YES, id="adopted under tolerance, no overlap by SBB"),
        pytest.param("K9006", YES, id="coupled"),
        pytest.param("K9003", NO, id="SBB finds too much overlap"),
        pytest.param("K9005", NO, id="meant for another level"),
        pytest.param("K9007", UNKNOWN, id="coupled to another programme only: she may ask for it"),
        pytest.param("K9010", NO, id="a part is a variant of a part of the programme"),
        pytest.param("K9009", UNKNOWN, id="nothing known"),
        pytest.param("K9999", UNKNOWN, id="not in the catalogue"),
    ],
)
def test_a_module_is_allowed_refused_or_unknown(code: str, outcome: Outcome) -> None:
    found = check_modules([code], RULES)

    assert found.verdict.outcome is outcome
    assert (outcome is UNKNOWN) == bool(found.verdict.missing)


@pytest.mark.parametrize(
    ("code", "asked", "outcome"),
    [
        pytest.param("K9007", {"requested": True}, UNKNOWN, id="asked for, overlap unknown"),
        pytest.param("K9007", {"requested": False}, NO, id="not asked for"),
        pytest.param("K9007", {"person": replace(STUDENT, funded=None)}, UNKNOWN, id="school unknown"),
        pytest.param("K9006", {"person": replace(STUDENT, funded=False)}, YES, id="not funded, coupled"),
        pytest.param("K9001", {"person": replace(STUDENT, funded=False)}, UNKNOWN, id="not funded, free"),
    ],
)
def test_the_regime_follows_adoption_request_and_funding(
    code: str, asked: dict[str, object], outcome: Outcome
) -> None:
    assert condition(code, "module-coupling", **asked).outcome is outcome


@pytest.mark.parametrize(
    ("regime", "outcome"),
    [pytest.param(Regime.LAW, NO, id="law"), pytest.param(Regime.UNCOUPLED, YES, id="bill")],
)
def test_the_bill_is_a_switch_that_is_off(regime: Regime, outcome: Outcome) -> None:
    records = RECORDS + coupled_elsewhere(date(2017, 8, 1))

    found = condition("K9020", "module-coupling", records=records, regime=regime, requested=False)

    assert found.outcome is outcome
    assert rules().regime is Regime.LAW


def coupled_elsewhere(adopted: date) -> Records:
    """A module K9020 that is coupled to another programme only, and of which SBB says that it does not overlap."""
    return Records(
        modules=(module("K9020", "Weven", valid=Validity(start=adopted, end_known=True)),),
        relations=(
            relation(RelationKind.DEVELOPED_FOR, "K9020", "95003"),
            relation(RelationKind.DOES_NOT_OVERLAP, "K9020", "95001"),
        ),
    )


def test_the_letter_asks_only_whether_it_holds_and_does_not_overlap() -> None:
    letter = rules(regime=Regime.LETTER)

    assert check_modules(["K9005"], RULES).verdict.outcome is NO
    assert check_modules(["K9005"], letter).verdict.outcome is YES
    assert check_modules(["K9003"], letter).verdict.outcome is NO


@pytest.mark.parametrize(
    ("key", "regime", "outcome"),
    [
        pytest.param("90001/2023/P2-K1", Regime.LAW, NO, id="law: modules only"),
        pytest.param("90001/2023/P2-K1", Regime.LETTER, UNKNOWN, id="letter: content not compared"),
        pytest.param("90001/2023/P1-K1", Regime.LETTER, NO, id="letter: a part of the own programme"),
        pytest.param("90001/2023/B1-K1-W1", Regime.LETTER, NO, id="letter: a work process of it"),
        pytest.param("95003/2023/B1-K9", Regime.LETTER, UNKNOWN, id="letter: a part that nobody knows"),
    ],
)
def test_a_part_of_a_programme_is_let_in_by_the_letter_only(
    key: str, regime: Regime, outcome: Outcome
) -> None:
    assert check_modules([key], rules(regime=regime)).verdict.outcome is outcome


@pytest.mark.parametrize(
    ("graduation", "outcome"),
    [
        pytest.param(
            date(2025, 7, 31), YES, id="the last day of the tail: ended 1-8-2020, three years and two"
        ),
        pytest.param(date(2025, 8, 1), NO, id="the first day after it"),
    ],
)
def test_a_module_that_ended_has_a_tail(graduation: date, outcome: Outcome) -> None:
    person = replace(STUDENT, start=date(2022, 8, 1), graduation=graduation)

    assert condition("K9008", "module-in-force", person=person).outcome is outcome


@pytest.mark.parametrize(
    ("start", "outcome"),
    [
        pytest.param(date(2020, 7, 31), NO, id="the day before tolerance: coupled to others only"),
        pytest.param(date(2020, 8, 1), YES, id="the first day of tolerance: no overlap by SBB"),
    ],
)
def test_tolerance_starts_for_modules_adopted_since_1_august_2020(start: date, outcome: Outcome) -> None:
    records = RECORDS + coupled_elsewhere(start)

    assert condition("K9020", "module-coupling", records=records, requested=False).outcome is outcome


def test_two_modules_of_which_one_succeeds_the_other_do_not_go_together() -> None:
    found = check_modules(["K9001", "K9004"], RULES)

    assert [each.verdict.outcome for each in found.modules] == [YES, YES]
    assert found.verdict.outcome is NO
    assert found.pairs[0].evidence is OverlapEvidence.SUCCESSION


def test_two_modules_that_a_source_keeps_apart_go_together() -> None:
    assert check_modules(["K9001", "K9002"], RULES).verdict.outcome is YES


def test_titles_that_look_alike_prove_nothing() -> None:
    records = RECORDS + Records(modules=(module("K9021", "Bloemen schikken voor bruiloften"),))
    (pair,) = check_modules(["K9001", "K9021"], rules(records=records)).pairs

    assert (pair.outcome, pair.evidence) == (UNKNOWN, OverlapEvidence.LOOKS_ALIKE)


@pytest.mark.parametrize(
    ("codes", "outcome"),
    [
        pytest.param(["K9001", "K9002"], YES, id="720 of 720"),
        pytest.param(["K9002"], NO, id="480 of 720"),
    ],
)
def test_a_final_choice_fills_what_is_owed(codes: list[str], outcome: Outcome) -> None:
    assert check_modules(codes, RULES, final=True).verdict.outcome is outcome
    assert check_modules(codes, RULES).verdict.outcome is YES


def test_the_repair_replaces_what_is_refused_by_the_first_that_is_allowed() -> None:
    found = check_modules(["K9003", "K9002"], RULES)

    assert found.repair == Repair(dropped=("K9003",), added=("K9001",))


def test_what_has_a_result_stays() -> None:
    found = check_modules(["K9001"], RULES, fixed=["K9004"])

    assert found.repair is not None
    assert found.repair.dropped == ("K9001",)


def test_a_choice_that_cannot_be_repaired_says_so() -> None:
    found = check_modules([], RULES, fixed=["K9001", "K9004"])

    assert found.verdict.outcome is NO
    assert found.repair is None


chosen = st.lists(st.sampled_from(CODES), max_size=4, unique=True)


@settings(max_examples=60, deadline=None)
@given(chosen, st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_the_choice_changes_nothing(codes: list[str], chance: object, final: bool) -> None:
    other = list(codes)
    chance.shuffle(other)

    assert check_modules(codes, RULES, final=final) == check_modules(other, RULES, final=final)


@settings(max_examples=60, deadline=None)
@given(chosen, st.booleans())
def test_a_choice_that_is_not_refused_has_an_empty_repair(codes: list[str], final: bool) -> None:
    found = check_modules(codes, RULES, final=final)

    assert (found.verdict.outcome is NO) or not found.repair


def repaired(found: CheckedChoice, final: bool) -> CheckedChoice:
    assert found.repair is not None
    kept = {each.code for each in found.modules} - set(found.repair.dropped)
    return check_modules({*kept, *found.repair.added}, RULES, final=final)


@settings(max_examples=40, deadline=None)
@given(chosen, st.booleans())
def test_after_its_repair_nothing_is_refused_and_no_less_is_filled(codes: list[str], final: bool) -> None:
    found = check_modules(codes, RULES, final=final)
    if not found.repair:
        return
    after = repaired(found, final)

    assert after.verdict.outcome is not NO
    assert after.space.filled >= min(found.space.chosen, found.space.most or 0)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True))
def test_no_smaller_change_repairs(codes: list[str]) -> None:
    """Every change of fewer modules, judged by the law itself, leaves something refused or less filled."""
    found = check_modules(codes, RULES)
    if not found.repair:
        return
    size = len(found.repair.dropped) + len(found.repair.added)
    least = min(found.space.chosen, found.space.most or 0)
    for count in range(size):
        for change in combinations(CODES, count):
            other = check_modules(set(codes) ^ set(change), RULES)
            adds_unsized = "K9009" in set(change) - set(codes)
            assert other.verdict.outcome is NO or other.space.chosen < least or adds_unsized


@pytest.mark.parametrize(
    ("codes", "hours"),
    [
        pytest.param(["K9001"], (240, 0, 0), id="what is allowed counts"),
        pytest.param(["K9001", "K9003"], (240, 0, 240), id="what is forbidden fills nothing"),
        pytest.param(["K9001", "K9007"], (240, 240, 0), id="of what is unknown it is not certain"),
    ],
)
def test_only_what_is_allowed_fills_the_choice_space(codes: list[str], hours: tuple[int, ...]) -> None:
    space = check_modules(codes, RULES).space

    assert (space.counted, space.perhaps, space.refused) == hours
    assert space.left == max(0, (space.most or 0) - space.counted - space.perhaps)


@settings(max_examples=60, deadline=None)
@given(chosen)
def test_every_hour_chosen_counts_perhaps_counts_or_does_not(codes: list[str]) -> None:
    found = check_modules(codes, RULES)
    chosen_hours = sum(each.hours or 240 for each in found.modules)

    assert found.space.counted + found.space.perhaps + found.space.refused == chosen_hours
    assert found.space.counted >= 0


def test_an_unknown_programme_is_refused_with_codes_that_look_like_it() -> None:
    with pytest.raises(UnknownCode):
        rules(Person(qualification="99999"))
