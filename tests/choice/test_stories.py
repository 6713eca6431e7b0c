"""The students of the letter, on real codes: Jim, Elin, Mila and Bob (Kamerstukken II 31 524, nr. 483)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import chain, combinations

import pytest

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.files.purposes import shipped_purposes
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import Judgement, Person, Result
from bouwsteen.model.records import Records, RelationKind
from bouwsteen.questions.choice.checking import Regime
from bouwsteen.questions.choice.optimum import Value, value_of
from bouwsteen.questions.choice.options import Option, Purpose
from bouwsteen.questions.choice.purposes import Nearness
from bouwsteen.services.check_choice import check_choice
from bouwsteen.services.prepared import prepared
from bouwsteen.services.suggest_modules import Question, Suggestion, suggest_modules
from bouwsteen.services.suggest_modules.goals import goals_of
from tests.choice.invented import RECORDS, STUDENT, law, module, relation
from tests.invented import DAY, catalogue

READY = prepared(embedded_catalogue(), DAY)
TABLE = shipped_purposes()
ASSISTANT, CARER, SOCIAL_WORKER, MECHANIC = "25698", "25696", "25958", "25669"
STARTED = date(2023, 8, 1)


def suggest(crebo: str, purpose: Purpose, **asked: object) -> Suggestion:
    person = Person(qualification=crebo, start=STARTED, goals=tuple(asked.pop("goals", ())))
    question = Question(person=person, purpose=purpose, **asked)
    return suggest_modules(question, READY, law(), TABLE, on=DAY)


def codes(answer: Suggestion) -> list[str]:
    return [each.code for each in answer.suggested]


@pytest.mark.parametrize("text", ["pabo", ""])
def test_jim_gets_preparation_for_teacher_training_with_the_reason(text: str) -> None:
    answer = suggest(ASSISTANT, Purpose.PROGRESSION, text=text)
    found = next(each for each in answer.suggested if each.code == "K0794")

    assert (found.because, found.towards, found.source) == ("title-names-goal", "pabo", "official title")
    assert found.nearness is Nearness.PROGRAMME
    assert found.hours == 480
    assert answer.proved


def test_jim_is_told_that_english_below_the_level_is_not_allowed() -> None:
    assert suggest(ASSISTANT, Purpose.PROGRESSION).refused == ("K0802",)


def test_jims_choice_is_unknown_and_says_what_would_settle_it() -> None:
    person = Person(qualification=ASSISTANT, start=STARTED, chosen=("K0794",))
    answer = check_choice(person, READY.structure, law(), TABLE, on=DAY)

    assert answer.checked.verdict.outcome is Outcome.UNKNOWN
    facts = {each.fact for each in answer.checked.verdict.missing}
    assert {"module.ended", "module.adopted", "module.coincides"} <= facts


def test_elins_answer_names_the_part_that_keeps_most_open() -> None:
    answer = suggest(ASSISTANT, Purpose.ORIENTATION, goals=(ASSISTANT, CARER, SOCIAL_WORKER))
    (part,) = answer.suggested

    assert part.title == "Werken aan kwaliteit en deskundigheid"
    assert set(part.counts_in) == {ASSISTANT, CARER}
    assert {each.crebo for each in answer.goals if each.short == 0} == {ASSISTANT, CARER}


def test_the_order_of_the_goals_changes_nothing() -> None:
    goals = (ASSISTANT, CARER, SOCIAL_WORKER)
    one, other = (suggest(ASSISTANT, Purpose.ORIENTATION, goals=each) for each in (goals, goals[::-1]))

    assert (one.suggested, one.goals) == (other.suggested, other.goals)


def test_what_elin_passed_is_no_longer_asked_for() -> None:
    person = Person(
        qualification=ASSISTANT,
        start=STARTED,
        goals=(ASSISTANT, CARER),
        results=(Result(part="B1-K2", mark=Decimal(7)),),
    )
    question = Question(person=person, purpose=Purpose.ORIENTATION, hours=1600)
    (part,) = suggest_modules(question, READY, law(), TABLE, on=DAY).suggested

    assert part.code.endswith("B1-K1")


def test_elin_is_told_what_only_looks_alike() -> None:
    answer = suggest(ASSISTANT, Purpose.ORIENTATION, goals=(ASSISTANT, CARER, SOCIAL_WORKER))
    social = next(each for each in answer.goals if each.crebo == SOCIAL_WORKER)

    assert social.short
    assert social.looks_alike


@pytest.mark.parametrize("regime", [Regime.LAW, Regime.LETTER])
@pytest.mark.parametrize("hours", [300, 720, 1600, 2400])
def test_elins_answer_equals_exhaustive_search(hours: int, regime: Regime) -> None:
    person = Person(qualification=ASSISTANT, start=STARTED, goals=(ASSISTANT, CARER, SOCIAL_WORKER))
    question = Question(person=person, purpose=Purpose.ORIENTATION, hours=hours, regime=regime)
    answer = suggest_modules(question, READY, law(), TABLE, on=DAY)
    goals = goals_of(question, READY, ASSISTANT)
    able = sorted((each for each in goals.options if each.hours <= hours), key=lambda each: each.code)

    def worth(some: tuple[Option, ...]) -> Value:
        return value_of(some, able, goals.targets)

    sets = chain.from_iterable(combinations(able, count) for count in range(1, len(able) + 1))
    fitting = [some for some in sets if sum(each.hours for each in some) <= hours]
    best = max(fitting, key=worth, default=())
    assert worth(best) == worth(tuple(each for each in able if each.code in codes(answer)))
    assert answer.proved


@pytest.mark.parametrize(
    ("result", "counts"),
    [
        (Result(part="B1-K1-W1", judgement=Judgement.SUFFICIENT), True),
        (Result(part="25698/2024/B1-K1-W1", mark=Decimal(6)), True),
        (Result(part="B1-K1-W1", mark=Decimal("5.4")), False),
        (Result(part="25180/2024/B1-K1-W1", judgement=Judgement.SUFFICIENT), False),
        (Result(part="K0071", judgement=Judgement.SUFFICIENT), False),
    ],
)
def test_what_is_done_of_the_own_programme_is_no_longer_asked(result: Result, counts: bool) -> None:
    person = Person(qualification=ASSISTANT, start=STARTED, goals=(ASSISTANT,), results=(result,))
    nobody = replace(person, results=())

    with_it, without = (
        goals_of(Question(person=each, purpose=Purpose.ORIENTATION), READY, ASSISTANT).gaps[ASSISTANT]
        for each in (person, nobody)
    )

    assert (with_it != without) is counts


def test_mila_finds_healthy_living_from_her_text() -> None:
    answer = suggest(ASSISTANT, Purpose.COMPANY, text="gezonde voeding, catering op scholen")
    healthy = {"K0219", "K1306", "K1469", "K1496"}

    assert "K0219" in codes(answer)
    assert healthy <= {*codes(answer), *(each.code for each in answer.others)}
    assert len(healthy & set(codes(answer))) == 1  # their titles look alike: one of them, and ask


@pytest.mark.parametrize("text", ["zelfrijdende auto's", "nieuwe technieken voor zelfrijdende auto's"])
def test_bob_is_told_honestly_that_no_known_part_is_about_self_driving_cars(text: str) -> None:
    answer = suggest(MECHANIC, Purpose.SPECIALISE, text=text)

    assert {"zelfrijdende", "auto's"} <= set(answer.not_found)
    assert answer.nearest


def test_bob_sees_what_is_nearest_in_his_own_field() -> None:
    answer = suggest(MECHANIC, Purpose.SPECIALISE, text="zelfrijdende auto's")

    assert answer.suggested == ()
    assert answer.nearest_by == "field"
    assert any("25670" in each.holders for each in answer.nearest)


def test_the_letter_widens_what_can_be_chosen() -> None:
    text = "componenten van voertuigen diagnosticeren"
    now, then = (
        suggest(MECHANIC, Purpose.SPECIALISE, text=text, regime=regime)
        for regime in (Regime.LAW, Regime.LETTER)
    )

    assert {each.kind for each in now.suggested} <= {"module"}
    assert then.considered > now.considered
    assert "core-task" in {each.kind for each in (*then.suggested, *then.others)}


@pytest.mark.parametrize("purpose", [Purpose.UPDATE, Purpose.CROSS_CUTTING, Purpose.PERSONAL])
def test_every_other_purpose_has_an_answer_with_reasons(purpose: Purpose) -> None:
    answer = suggest(ASSISTANT, purpose)

    assert answer.suggested
    assert sum(each.hours for each in answer.suggested) <= answer.hours
    assert all(each.because and each.source for each in answer.suggested)


def test_what_was_chosen_is_not_suggested_again_nor_what_looks_like_it() -> None:
    person = Person(qualification=ASSISTANT, start=STARTED, chosen=("K0974",))
    question = Question(person=person, purpose=Purpose.PROGRESSION)

    answer = suggest_modules(question, READY, law(), TABLE, on=DAY)

    assert {"K0974", "K0794"}.isdisjoint(codes(answer))
    assert answer.hours == 240


def test_a_module_that_the_register_relates_to_every_goal_keeps_them_open() -> None:
    """On the invented structure: K9030 is coupled to both programmes, so its hours are lost for neither."""
    both = Records(
        modules=(module("K9030", "Weven"),),
        relations=tuple(relation(RelationKind.DEVELOPED_FOR, "K9030", each) for each in ("95001", "95002")),
    )
    ready = prepared(catalogue(RECORDS + both), DAY)
    person = replace(STUDENT, goals=("95001", "95002"))
    question = Question(person=person, purpose=Purpose.ORIENTATION, hours=240)

    answer = suggest_modules(question, ready, law(), TABLE, on=DAY)

    assert codes(answer) == ["K9030"]
    assert answer.suggested[0].counts_in == ("95001", "95002")
    assert [each.short for each in answer.goals] == [0, 0]
