"""From a person and a structure to facts: nothing is guessed, nothing gets lost."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations
from random import Random

import pytest

from bouwsteen.adapters.files.rules import law_folder, read_rules
from bouwsteen.model.period import Validity
from bouwsteen.model.person import Judgement, Person, Result
from bouwsteen.model.records import OptionalModule, ProgrammeType, Records
from bouwsteen.rules.case import case_of
from bouwsteen.rules.facts import ABSENT, Unknown, Value
from bouwsteen.rules.law import Law
from bouwsteen.rules.passing import passed
from bouwsteen.services.check_diploma import CheckedDiploma, check_diploma
from bouwsteen.services.ports import RefusedFile
from tests.invented import SAID, STRUCTURE, VALID, catalogue, fact, parts, qualification

DAY = date(2027, 6, 1)
LAW = Law(read_rules([law_folder()]))
ENDS = Validity(start=date(2020, 8, 1), end=date(2025, 8, 1))
MODULES = Records(
    modules=tuple(
        OptionalModule(code=code, version="2023", title=code, study_load_hours=hours, valid=VALID, **SAID)
        for code, hours in (("K0001", 240), ("K0002", 480), ("K0003", None))
    )
)
WORLD = catalogue(
    STRUCTURE
    + MODULES
    + qualification("95004", level=fact(4), seen=())
    + qualification("95005", complete=False, incomplete_because="no-parts-known")
    + parts("95004", ["B1-K1"])
    + qualification("95006", valid=ENDS, statutory_requirements=True, type=fact(ProgrammeType.VAK))
    + parts("95006", ["B1-K1"])
)


def result(part: str, value: object, **fields: object) -> Result:
    word = value if isinstance(value, Judgement) else None
    mark = None if word or value is None else Decimal(str(value))
    return Result(part=part, mark=mark, judgement=word, **fields)  # type: ignore[arg-type]


RESULTS = (
    result("B1-K1", 7),
    result("B1-K2", Judgement.SUFFICIENT),
    result("90001/2023/P1-K1", 6),
    result("nederlands", 6, level="2F"),
    result("rekenen", 6, level="mbo-3"),
    result("loopbaan-burgerschap", Judgement.FULFILLED),
    result("bpv", Judgement.POSITIVE),
    result("K0001", 7),
    result("K0002", 6),
)
ANNA = Person(
    start=date(2023, 8, 1),
    qualification="95001",
    years=3,
    graduation=date(2026, 7, 1),
    formative_parts=False,
    results=RESULTS,
)


def checked(person: Person) -> CheckedDiploma:
    return check_diploma(person, WORLD, LAW, on=DAY, file="anna.toml")


def said(person: Person) -> str:
    return checked(person).verdict.outcome.value


def lacking(person: Person) -> set[tuple[str, str, str]]:
    return {(each.fact, each.subject, each.because) for each in checked(person).verdict.missing}


def without(*parts_: str) -> tuple[Result, ...]:
    return tuple(each for each in RESULTS if each.part not in parts_)


def values(person: Person) -> dict[str, Value]:
    return dict(case_of(person, WORLD.on(DAY), on=DAY).facts.values)


def test_somebody_with_everything_gets_the_diploma() -> None:
    assert said(ANNA) == "yes"
    assert checked(ANNA).verdict.missing == ()


@pytest.mark.parametrize("part", [each.part for each in RESULTS])
def test_without_a_result_the_answer_is_never_yes(part: str) -> None:
    answer = said(replace(ANNA, results=without(part)))

    assert answer == ("no" if part.startswith("K") else "unknown")


def test_what_is_missing_is_named() -> None:
    assert lacking(replace(ANNA, results=without("bpv", "B1-K2"))) == {
        ("core-task.mark", "B1-K2", "no-result"),
        ("core-task.judgement", "B1-K2", "no-result"),
        ("placement.judgement", "", "no-result"),
        ("placement.mark", "", "no-result"),
    }


def test_who_says_nothing_of_modules_is_not_refused_for_them() -> None:
    """What is not said is unknown (decision 17); a list of modules is taken as the whole list."""
    silent = replace(ANNA, results=tuple(each for each in ANNA.results if each.part[0] != "K"))

    assert said(silent) == "unknown"
    assert ("modules", "", "no-result") in lacking(silent)
    assert said(replace(ANNA, results=without("K0001"))) == "no"


def test_a_module_that_is_chosen_may_still_fill_the_obligation() -> None:
    waiting = replace(ANNA, results=without("K0001"), chosen=("K0001",))

    assert said(waiting) == "unknown"
    assert ("modules", "", "chosen-without-result") in lacking(waiting)
    assert said(replace(ANNA, chosen=("K0003",))) == "yes"


def test_hours_come_from_the_catalogue_or_else_from_the_person() -> None:
    third = (*without("K0001"), result("K0003", 6))
    named = (*without("K0001"), result("K0003", 6, study_load_hours=240))

    assert ("module.hours", "K0003", "hours-unknown") in lacking(replace(ANNA, results=third))
    assert said(replace(ANNA, results=named)) == "yes"


def test_hours_that_contradict_the_catalogue_are_a_mistake_each() -> None:
    wrong = (
        *without("K0001", "K0002"),
        result("K0001", 7, study_load_hours=480),
        result("K0002", 7, study_load_hours=240),
    )

    with pytest.raises(RefusedFile) as refused:
        checked(replace(ANNA, results=wrong))
    assert [(each.file, each.path, each.given, each.expected) for each in refused.value.mistakes] == [
        ("anna.toml", "results[8].study_load_hours", "K0001: 480", "240"),
        ("anna.toml", "results[9].study_load_hours", "K0002: 240", "480"),
    ]


def test_codes_that_nobody_knows_are_accepted_and_named() -> None:
    more = (*RESULTS, result("K9999", 3), result("B1-K9", 2))
    found = checked(replace(ANNA, results=more, qualification="95001"))

    assert found.unknown_codes == ("K9999", "B1-K9")
    assert checked(replace(ANNA, qualification="99999")).unknown_codes[0] == "99999"
    assert said(replace(ANNA, qualification="99999")) == "unknown"
    assert ("student.qualification", "", "qualification-unknown") in lacking(
        replace(ANNA, qualification="99999")
    )


def test_an_incomplete_qualification_gives_no_yes() -> None:
    person = replace(ANNA, qualification="95005")

    assert ("core-tasks", "", "no-parts-known") in lacking(person)
    assert said(replace(person, results=(*without("B1-K1"), result("B1-K1", 5)))) == "no"


def test_two_results_that_differ_decide_where_either_would() -> None:
    both_good = (*RESULTS, result("B1-K1", 9))
    one_good = (*RESULTS, result("B1-K1", 4))

    assert said(replace(ANNA, results=both_good)) == "yes"
    assert ("core-task.mark", "B1-K1", "results-differ") in lacking(replace(ANNA, results=one_good))


def test_a_mark_and_a_judgement_that_contradict_each_other_decide_nothing() -> None:
    odd = Result(part="B1-K1", mark=Decimal(4), judgement=Judgement.GOOD)

    assert said(replace(ANNA, results=(*without("B1-K1"), odd))) == "unknown"


@pytest.mark.parametrize("judgement", [None, Judgement.SUFFICIENT, Judgement.INSUFFICIENT])
@pytest.mark.parametrize("mark", ["5", "5.4", "5.5", "5.9", "6"])
def test_the_diploma_says_of_a_core_task_what_the_route_says(mark: str, judgement: Judgement | None) -> None:
    """Of 5.5 up to 6 only the school knows whether it is a 6; with its judgement the file says so."""
    task = Result(part="B1-K1", mark=Decimal(mark), judgement=judgement)
    by_judgement = {None: "unknown", Judgement.SUFFICIENT: "yes", Judgement.INSUFFICIENT: "no"}
    expected = {"5": "no", "5.4": "no", "6": "yes"}.get(mark, by_judgement[judgement])

    assert passed(task).value == expected
    if (
        judgement is None or expected == by_judgement[judgement]
    ):  # else mark and judgement contradict each other
        assert said(replace(ANNA, results=(*without("B1-K1"), task))) == expected


def test_a_mark_that_the_school_rounds_is_named() -> None:
    person = replace(ANNA, results=(*without("B1-K1"), result("B1-K1", 5.5)))

    assert lacking(person) == {("core-task.mark", "B1-K1", "school-rounds")}


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        (Judgement.SUFFICIENT, "yes"),
        (Judgement.INSUFFICIENT, "unknown"),  # a 5 would do beside a 6 for numeracy
        (Judgement.TAKEN, "unknown"),
    ],
)
def test_a_generic_subject_in_words_decides_where_every_mark_would(word: Judgement, answer: str) -> None:
    assert said(replace(ANNA, results=(*without("nederlands"), result("nederlands", word)))) == answer


def test_an_exemption_from_citizenship_in_the_file_counts() -> None:
    exempted = result("loopbaan-burgerschap", Judgement.EXEMPTED)

    assert said(replace(ANNA, results=(*without("loopbaan-burgerschap"), exempted))) == "yes"


def test_an_exemption_without_a_mark_counts_for_a_core_task_only() -> None:
    task = (*without("B1-K1"), result("B1-K1", Judgement.EXEMPTED))
    dutch = (*without("nederlands"), result("nederlands", Judgement.EXEMPTED))

    assert said(replace(ANNA, results=task)) == "yes"
    assert ("dutch.mark", "", "exempted-without-mark") in lacking(replace(ANNA, results=dutch))


@pytest.mark.parametrize(
    ("crebo", "years", "type_", "four"),
    [
        ("95001", None, ProgrammeType.VAK, False),
        ("95002", None, ProgrammeType.MIDDENKADER, "unknown"),
        ("95002", 4, ProgrammeType.MIDDENKADER, True),
        ("95004", None, "unknown", "unknown"),
        ("95004", 1, ProgrammeType.SPECIALIST, False),
        ("95004", 3, ProgrammeType.MIDDENKADER, False),
        ("95003", 3, "unknown", False),
    ],
)
def test_type_and_duration_follow_from_what_is_known(
    crebo: str, years: int | None, type_: str, four: bool | str
) -> None:
    found = values(replace(ANNA, qualification=crebo, years=years))

    assert outside(found["student.type"]) == type_
    assert outside(found["student.four-years"]) == four


def outside(value: Value) -> object:
    return "unknown" if isinstance(value, Unknown) else value


def test_a_duration_that_nobody_said_is_one_the_law_allows() -> None:
    found = values(replace(ANNA, years=None))["student.years"]

    assert isinstance(found, Unknown)
    assert found.candidates == (2, 3)
    assert said(replace(ANNA, years=None)) == "yes"


def test_the_structure_of_the_day_of_start_counts_and_its_end() -> None:
    late = replace(ANNA, qualification="95006", start=date(2020, 8, 1), graduation=date(2030, 7, 31))
    too_late = replace(late, graduation=date(2030, 8, 1))

    assert values(late)["qualification.ended"] == date(2025, 8, 1)
    assert values(late)["qualification.statutory-requirements"] is True
    for person, outcome in ((late, "yes"), (too_late, "no")):
        facts = case_of(person, WORLD.on(DAY), on=DAY).facts
        assert LAW.ask("qualification-in-force", facts, on=DAY).outcome == outcome


def test_where_the_structure_does_not_say_the_end_is_unknown() -> None:
    assert values(ANNA)["qualification.ended"] == Unknown("structure-silent")
    assert values(ANNA)["placement.mark"] is ABSENT


def test_nothing_said_is_all_unknown_and_no_error() -> None:
    assert said(Person()) == "unknown"
    assert ("student.start", "", "not-said") in lacking(Person())


def test_the_order_of_results_changes_nothing() -> None:
    random = Random(5)
    whole = replace(ANNA, results=(*RESULTS, result("K0003", 4, study_load_hours=240)), chosen=("K0009",))
    first = checked(whole)

    for _ in range(20):
        results = list(whole.results)
        random.shuffle(results)
        again = checked(replace(whole, results=tuple(results)))
        assert again.verdict == first.verdict


def test_one_good_result_more_never_turns_yes_into_no_or_takes_a_yes_away() -> None:
    """Over every set of results: it only becomes surer, but for the first module: one can be too few."""
    order = {"no": 0, "unknown": 1, "yes": 2}

    for size in range(len(RESULTS)):
        for chosen in combinations(RESULTS, size):
            before = said(replace(ANNA, results=chosen))
            for more in RESULTS:
                first_module = more.part.startswith("K") and not any(each.part[0] == "K" for each in chosen)
                if more not in chosen and not first_module:
                    after = said(replace(ANNA, results=(*chosen, more)))
                    assert order[after] >= order[before], (chosen, more)


def test_a_result_of_another_programme_is_no_result_of_this_one() -> None:
    foreign = replace(ANNA, results=(*without("B1-K1"), result("95004/2023/B1-K1", 9)))

    assert said(foreign) == "unknown"
    assert ("core-task.mark", "B1-K1", "no-result") in lacking(foreign)
    assert checked(foreign).elsewhere == ("95004/2023/B1-K1",)
    assert checked(ANNA).elsewhere == ()


@pytest.mark.parametrize(
    ("dutch", "numeracy", "verdict"),
    [
        ("5.5", "4.5", "yes"),
        ("5.49", "5.49", "no"),
        ("5.5", "4.49", "no"),
        ("6", "5", "yes"),
        ("5", "5", "no"),
    ],
)
def test_the_mark_of_a_generic_subject_is_whole_and_a_half_goes_up(
    dutch: str, numeracy: str, verdict: str
) -> None:
    marks = (result("nederlands", dutch, level="2F"), result("rekenen", numeracy, level="mbo-3"))

    assert said(replace(ANNA, results=(*without("nederlands", "rekenen"), *marks))) == verdict


def test_without_a_qualification_the_first_thing_to_say_is_which() -> None:
    for results in ((), RESULTS):
        nobody = replace(ANNA, qualification=None, results=results)

        assert said(nobody) == "unknown"
        assert lacking(nobody) == {("student.qualification", "", "not-said")}


def test_a_duration_that_the_level_does_not_have_leaves_open_which_it_is() -> None:
    four = replace(ANNA, years=4)

    assert values(four)["student.years"] == Unknown("years-not-of-level", candidates=(2, 3, 4))
    assert said(four) == "yes"
    late = replace(four, qualification="95006", start=date(2020, 8, 1), graduation=date(2031, 7, 31))
    facts = case_of(late, WORLD.on(DAY), on=DAY).facts
    assert LAW.ask("qualification-in-force", facts, on=DAY).outcome == "unknown"
