"""A route to real and invented diplomas: what counts, what counts once, and what stands where."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.files.person import read_person
from bouwsteen.adapters.files.rules import law_folder, read_rules
from bouwsteen.model.codes import PartKey
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.person import Evidence, EvidenceKind, Judgement, Person, Result
from bouwsteen.model.records import Certificate, OptionalModule, ProgrammeType, Records
from bouwsteen.questions.routing import First, steps
from bouwsteen.rules.law import Law
from bouwsteen.services.plan_route import (
    Because,
    Objective,
    Route,
    RouteQuestion,
    Standing,
    ThingKind,
    Why,
    plan_route,
)
from bouwsteen.services.prepared import PreparedStructure, prepared
from tests.invented import DAY, SAID, STRUCTURE, VALID, catalogue, fact, parts, qualification

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
LAW = Law(read_rules([law_folder()]))
BASIC, PROFILE = "90001/2023/B1-K1", "90001/2023/P1-K1"


def module(code: str, hours: int | None) -> Records:
    made = OptionalModule(
        code=code, version="2023", title=f"Keuzedeel {code}", study_load_hours=hours, valid=VALID, **SAID
    )
    return Records(modules=(made,))


def certificate(code: str, *, part: str = "", may: str = "", of_module: str = "") -> Records:
    made = Certificate(
        code=code,
        name=f"Certificaat {code}",
        part=PartKey.parse(part) if part else None,
        module=of_module or None,
        may_concern=(PartKey.parse(may),) if may else (),
        because="source-names-no-version" if may else "",
        **SAID,
    )
    return Records(certificates=(made,))


def invented(*more: Records) -> PreparedStructure:
    records = STRUCTURE
    for each in more:
        records += each
    return prepared(catalogue(records), DAY)


@cache
def embedded() -> PreparedStructure:
    return prepared(embedded_catalogue(), DAY)


def route(
    *goals: str, ready: PreparedStructure | None = None, person: Person | None = None, **asked: object
) -> Route:
    question = RouteQuestion(person=person or Person(), goals=goals, **asked)
    return plan_route(question, ready or invented(), LAW)


def evidence(kind: EvidenceKind, *covers: str, **more: object) -> Evidence:
    return Evidence(kind=kind, covers=covers, **({"origin": "mbo"} | more))


def done(part: str, mark: str = "7", **more: object) -> Result:
    return Result(part=part, mark=Decimal(mark), **more)


def todo(found: Route) -> dict[str, int]:
    """Key of everything that is to be done → its hours over all periods."""
    hours: dict[str, int] = {}
    for period in found.periods:
        for each in period.parts:
            hours[each.thing.key] = hours.get(each.thing.key, 0) + each.hours
    return hours


def test_who_has_nothing_does_everything_that_the_diploma_asks() -> None:
    found = route("95001")

    assert found.hours == found.hours_without == found.whole == 4800
    assert found.proved
    assert sum(todo(found).values()) == 4800
    assert len(found.periods) == 6
    assert {key for key in todo(found) if key.startswith("90001/")} == {
        f"90001/2023/{code}" for code in ("B1-K1-W1", "B1-K1-W2", "B1-K2-W1", "P1-K1-W1", "P1-K1-W2")
    }


def test_what_is_done_in_the_programme_is_done() -> None:
    person = Person(qualification="95001", results=(done("B1-K1"), done("nederlands"), done("bpv")))

    found = route("95001", person=person)

    assert {each.standing for each in found.brought} == {Standing.DONE}
    assert found.hours == found.hours_without < found.whole
    assert not {"90001/2023/B1-K1-W1", "dutch 2F", "95001/placement"} & todo(found).keys()


@pytest.mark.parametrize(
    "result",
    [
        pytest.param(done("B1-K1", "5"), id="a five"),
        pytest.param(done("B1-K1", "5.5"), id="a mark that the school's rounding decides"),
        pytest.param(Result(part="B1-K1", judgement=Judgement.INSUFFICIENT), id="onvoldoende"),
        pytest.param(done("B1-K9"), id="a part that the programme does not have"),
    ],
)
def test_what_is_not_done_does_not_count(result: Result) -> None:
    found = route("95001", person=Person(qualification="95001", results=(result,)))

    assert found.hours == found.whole


@pytest.mark.parametrize(
    ("start", "level", "counts"),
    [
        (date(2022, 7, 31), "3F", True),
        (date(2022, 7, 31), "2F", False),
        (date(2022, 8, 1), "3F", False),
        (date(2022, 8, 1), "mbo-4", True),
        (date(2022, 8, 1), "mbo-3", False),
        (None, "", True),
    ],
)
def test_numeracy_counts_at_the_level_of_the_day_of_the_start(
    start: date | None, level: str, counts: bool
) -> None:
    """Level 4: 3F for whoever started before 1 August 2022, then mbo-4."""
    person = Person(qualification="95002", start=start, results=(done("rekenen", level=level),))

    found = route("95002", person=person)

    assert ("numeracy mbo-4" not in todo(found)) == counts


def test_a_result_of_a_programme_of_unknown_level_is_its_own() -> None:
    person = Person(qualification="95003", results=(done("nederlands", level="2F"),))

    own = "95003/dutch"
    assert own in todo(route("95003"))
    assert own not in todo(route("95003", person=person))


ENTRY = (
    qualification("95007", level=fact(1), type=fact(ProgrammeType.ENTREE))
    + parts("95007", ["B1-K1"])
    + qualification("95008", level=fact(2), type=fact(ProgrammeType.BASIS))
    + parts("95008", ["B1-K1"])
)
"""An entry programme and one of level 2: the law speaks of mbo numeracy level 2 in both."""


@pytest.mark.parametrize(
    ("start", "level"), [(None, ""), (date(2021, 8, 1), "2F"), (date(2025, 8, 1), "mbo-2")]
)
def test_numeracy_of_the_entry_programme_counts_there_and_further_on_only_with_its_level(
    start: date | None, level: str
) -> None:
    """In the entry programme somebody develops towards mbo level 2; nothing says that it is reached."""
    result = done("rekenen", level=level)
    person = Person(qualification="95007", start=start, results=(result,))

    found = route("95007", "95008", ready=invented(ENTRY), person=person)

    counted = {need for each in found.brought for need in each.work.serves}
    assert "95007/numeracy" in counted
    assert ("95008/numeracy" in counted) == (level == "mbo-2")


def test_a_mark_that_the_school_rounds_is_a_question() -> None:
    person = Person(qualification="95001", results=(done("B1-K1", "5.5"), done("B1-K2", "5")))

    (found,) = route("95001", person=person).brought

    assert (found.code, found.standing, found.because) == ("B1-K1", Standing.ASK, Because.SCHOOL_ROUNDS)


def test_a_part_that_two_diplomas_ask_is_done_once() -> None:
    both, one, other = route("95001", "95002"), route("95001"), route("95002")

    shared = {key for key in todo(both) if "B1-K" in key}
    assert both.hours < one.hours + other.hours
    assert [each.hours for each in both.goals] == [one.hours, other.hours]
    assert shared == {f"90001/2023/{code}" for code in ("B1-K1-W1", "B1-K1-W2", "B1-K2-W1")}
    whys = {each.thing.key: each.because for period in both.periods for each in period.parts}
    assert {whys[key] for key in shared} == {Why.SERVES_SEVERAL}


def test_dutch_at_the_higher_level_serves_the_lower_one_too() -> None:
    found = route("95001", "95002")

    assert {key for key in todo(found) if key.startswith(("dutch", "numeracy"))} == {
        "dutch 3F",
        "numeracy mbo-4",
    }


def test_a_module_counts_for_one_diploma_only() -> None:
    ready = invented(module("K0001", 480))
    passed = Person(qualification="95001", results=(done("K0001"),))

    one, both = (
        route("95001", ready=ready, person=passed),
        route("95001", "95002", ready=ready, person=passed),
    )

    def of_choice(found: Route) -> int:
        return sum(hours for key, hours in todo(found).items() if "module-of-choice" in key)

    assert of_choice(one) == 720 - 480
    assert of_choice(both) == 2 * 720 - 480


def test_a_module_that_is_wanted_is_on_the_route() -> None:
    ready = invented(module("K0001", 480), module("K0002", None))

    found = route("95001", ready=ready, person=Person(chosen=("K0001", "K0002", "K9999")))

    assert {"K0001", "K0002", "K9999"} <= todo(found).keys()
    assert {each.key for each in found.unknown_hours} == {"K0002", "K9999", "95001/placement"}


HAVO, VMBO = {"origin": "havo"}, {"origin": "vmbo"}


@pytest.mark.parametrize(
    ("piece", "standing", "because"),
    [
        pytest.param(
            evidence(EvidenceKind.EXAM, "nederlands", **HAVO),
            Standing.LAW,
            Because.SAME_LEVEL_OR_HIGHER,
            id="Dutch at havo",
        ),
        pytest.param(
            evidence(EvidenceKind.EXAM, "nederlands", level="2F"),
            Standing.LAW,
            Because.SAME_LEVEL_OR_HIGHER,
            id="Dutch 2F at mbo",
        ),
        pytest.param(
            evidence(EvidenceKind.EXAM, "nederlands", **VMBO),
            Standing.IMPOSSIBLE,
            Because.GENERIC_OTHER_SCHOOL,
            id="Dutch at vmbo",
        ),
        pytest.param(
            evidence(EvidenceKind.VALIDATED_EXPERIENCE, "nederlands"),
            Standing.IMPOSSIBLE,
            Because.GENERIC_NEEDS_EXAM,
            id="Dutch by experience",
        ),
        pytest.param(
            evidence(EvidenceKind.EXAM, "rekenen", level="mbo-2"),
            Standing.ASK,
            Because.LEVEL_TOO_LOW,
            id="numeracy one level lower",
        ),
        pytest.param(
            evidence(EvidenceKind.EXAM, "rekenen"),
            Standing.ASK,
            Because.LEVEL_NOT_SAID,
            id="numeracy of an unknown level",
        ),
        pytest.param(
            evidence(EvidenceKind.EXAM, "nederlands", level="3F", mark=Decimal("5.4")),
            Standing.ASK,
            Because.INSUFFICIENT_MARK,
            id="an insufficient mark",
        ),
        pytest.param(
            evidence(EvidenceKind.CERTIFICATE, BASIC), Standing.BOARD, Because.CERTIFICATE, id="a certificate"
        ),
        pytest.param(
            evidence(EvidenceKind.PRACTICE_STATEMENT, f"{BASIC}-W1"),
            Standing.BOARD,
            Because.PRACTICE_STATEMENT,
            id="a practice statement",
        ),
        pytest.param(
            evidence(EvidenceKind.EXPERIENCE, BASIC),
            Standing.ASK,
            Because.EXPERIENCE_WITHOUT_PAPER,
            id="experience nobody assessed",
        ),
        pytest.param(
            evidence(EvidenceKind.DIPLOMA, "95002"), Standing.BOARD, Because.DIPLOMA, id="another diploma"
        ),
        pytest.param(
            evidence(EvidenceKind.CERTIFICATE, "95002"),
            Standing.ASK,
            Because.WHICH_PART,
            id="a certificate of a whole programme",
        ),
        pytest.param(
            evidence(EvidenceKind.CERTIFICATE, "B1-K1"),
            Standing.ASK,
            Because.OF_WHICH_PROGRAMME,
            id="a code without a programme",
        ),
        pytest.param(
            evidence(EvidenceKind.CERTIFICATE, "iets"),
            Standing.ASK,
            Because.UNKNOWN_CODE,
            id="an unknown code",
        ),
        pytest.param(
            evidence(EvidenceKind.CERTIFICATE, "vaag"),
            Standing.ASK,
            Because.CERTIFICATE_OF_WHICH_PART,
            id="a certificate whose part is not sure",
        ),
        pytest.param(
            evidence(EvidenceKind.CERTIFICATE, "zeker"),
            Standing.BOARD,
            Because.CERTIFICATE,
            id="a certificate by its own code",
        ),
        pytest.param(
            evidence(EvidenceKind.CERTIFICATE, "keuze"),
            Standing.BOARD,
            Because.MODULE,
            id="a certificate of a module",
        ),
    ],
)
def test_how_evidence_counts(piece: Evidence, standing: Standing, because: Because) -> None:
    ready = invented(
        module("K0001", 240),
        certificate("zeker", part=PROFILE),
        certificate("vaag", may=PROFILE),
        certificate("keuze", of_module="K0001"),
    )

    found = route("95001", ready=ready, person=Person(evidence=(piece,)))

    assert (found.brought[0].standing, found.brought[0].because) == (standing, because)
    assert (found.hours < found.whole) == (standing in (Standing.LAW, Standing.BOARD))
    assert (found.hours_without < found.whole) == (
        standing is Standing.LAW or EvidenceKind.DIPLOMA is piece.kind
    )


def test_a_diploma_that_is_there_already_is_no_goal() -> None:
    person = Person(evidence=(evidence(EvidenceKind.DIPLOMA, "95001"),))

    found = route("95001", person=person)

    assert found.goals[0].achieved
    assert (found.hours, found.periods) == (0, ())


def test_an_unknown_goal_is_refused() -> None:
    with pytest.raises(UnknownCode):
        route("10000")


@pytest.mark.parametrize(
    ("objective", "first"),
    [(Objective.HOURS, First.SHORTEST), (Objective.CERTIFICATE, First.CERTIFICATE)],
)
@pytest.mark.parametrize("crebo", ["25960", "25698", "25655", "25706", "25780"])
def test_the_order_is_that_of_the_steps_in_sandras_answer(
    crebo: str, objective: Objective, first: First
) -> None:
    ready = embedded()

    found = route(crebo, ready=ready, objective=objective)

    tasks = list(
        dict.fromkeys(
            each.thing.task_key
            for period in found.periods
            for each in period.parts
            if each.thing.kind is ThingKind.PART
        )
    )
    assert tasks == [step.key for step in steps(ready.requirements.by_crebo[crebo].tasks, first=first)]


def test_a_certificate_comes_first_where_that_is_wanted() -> None:
    ready = invented(certificate("zeker", part=PROFILE), certificate("vaag", may=BASIC))

    found = route("95001", ready=ready, objective=Objective.CERTIFICATE)

    assert [each.thing.code for each in found.periods[0].parts][:2] == ["P1-K1-W1", "P1-K1-W2"]
    assert found.periods[0].parts[0].because is Why.FIRST_CERTIFICATE
    assert [(each.certificate.code, each.certain, each.first) for each in found.certificates] == [
        ("zeker", True, True),
        ("vaag", False, False),
    ]


def test_a_module_with_a_certificate_fills_the_obligation_and_comes_first() -> None:
    ready = invented(module("K0001", 240), certificate("keuze", of_module="K0001"))

    found = route("95001", ready=ready, objective=Objective.CERTIFICATE)

    assert found.periods[0].parts[0].thing.key == "K0001"
    assert found.hours == found.whole == 4800
    assert "K0001" not in todo(route("95001", ready=ready))


def test_a_certificate_that_may_concern_a_part_is_only_perhaps() -> None:
    found = route("95001", ready=invented(certificate("vaag", may=PROFILE)), objective=Objective.CERTIFICATE)

    assert found.periods[0].parts[0].because is Why.PERHAPS_FIRST_CERTIFICATE
    assert not found.certificates[0].certain


def test_a_certificate_that_is_there_already_is_no_aim() -> None:
    had = Person(evidence=(evidence(EvidenceKind.CERTIFICATE, "vaag"),))
    ready = invented(certificate("vaag", may=PROFILE))

    found = route("95001", ready=ready, person=had, objective=Objective.CERTIFICATE)

    assert found.certificates == ()


def test_what_more_programmes_ask_comes_first_where_the_choice_must_stay_open() -> None:
    found = route("95001", objective=Objective.OPTIONS)

    order = [each.thing.code for period in found.periods for each in period.parts if each.starts]
    occupation = [code for code in order if code]
    assert [code[:2] for code in occupation] == ["B1", "B1", "B1", "P1", "P1"]
    assert found.options == {"95001": 3360, "95002": 2016}
    assert set(found.periods[0].open) >= {"95001", "95002"}
    assert "95002" not in found.periods[-1].open
    assert found.proved


@pytest.mark.parametrize(
    ("periods", "load", "fits", "needed"),
    [(None, None, None, 6), (None, 400, None, 12), (3, None, True, 3), (6, 800, True, 6), (5, 800, False, 6)],
)
def test_periods_and_load_follow_from_one_another(
    periods: int | None, load: int | None, fits: bool | None, needed: int
) -> None:
    found = route("95001", periods=periods, load=load)

    assert (found.fits, len(found.periods)) == (fits, needed)
    assert all(period.hours <= found.load for period in found.periods)


def test_an_adult_with_certificates_has_much_less_to_do() -> None:
    person = read_person(EXAMPLES / "adult.toml")

    found = route("25960", ready=embedded(), person=person)

    assert [each.standing for each in found.brought] == [
        Standing.ASK,
        Standing.BOARD,
        Standing.BOARD,
        Standing.BOARD,
        Standing.LAW,
    ]
    assert (found.hours, found.hours_without, found.whole) == (1297, 3040, 3200)
    assert {key for key in todo(found) if key.startswith("23385")} == {
        "23385/2025/P2-K1-W3",
        "23385/2025/P2-K1-W4",
    }


PIECES = [
    evidence(EvidenceKind.CERTIFICATE, BASIC),
    evidence(EvidenceKind.CERTIFICATE, "90001/2023/P2-K1"),
    evidence(EvidenceKind.PRACTICE_STATEMENT, f"{PROFILE}-W1"),
    evidence(EvidenceKind.DIPLOMA, "95003"),
    evidence(EvidenceKind.EXAM, "nederlands", level="3F"),
    evidence(EvidenceKind.EXAM, "rekenen", level="mbo-4"),
    evidence(EvidenceKind.CERTIFICATE, "K0001"),
    evidence(EvidenceKind.EXPERIENCE, BASIC),
    evidence(EvidenceKind.CERTIFICATE, "zeker", day=date(2020, 1, 1)),
]
READY = invented(module("K0001", 480), certificate("zeker", part=PROFILE))
OBJECTIVES = st.sampled_from(list(Objective))
FEWEST = st.sampled_from([Objective.HOURS, Objective.OPTIONS])
GOALS = st.lists(st.sampled_from(["95001", "95002"]), min_size=1, max_size=2, unique=True)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=5), st.sampled_from(PIECES), GOALS, FEWEST)
def test_a_route_never_gets_longer_with_more_evidence(
    has: list[Evidence], more: Evidence, goals: list[str], objective: Objective
) -> None:
    """Not where a certificate must come soonest: with more behind you another one may be soonest, for more hours."""
    before = route(*goals, ready=READY, person=Person(evidence=tuple(has)), objective=objective)
    after = route(*goals, ready=READY, person=Person(evidence=(*has, more)), objective=objective)

    assert after.hours <= before.hours
    assert after.hours_without <= before.hours_without
    assert len(after.periods) <= len(before.periods)
    assert before.hours <= before.hours_without <= before.whole


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=5), st.data(), GOALS, OBJECTIVES)
def test_the_order_of_the_file_and_of_the_goals_changes_nothing(
    has: list[Evidence], data: st.DataObject, goals: list[str], objective: Objective
) -> None:
    shuffled = data.draw(st.permutations(has))
    there = route(*goals, ready=READY, person=Person(evidence=tuple(has)), objective=objective)
    back = route(*reversed(goals), ready=READY, person=Person(evidence=tuple(shuffled)), objective=objective)

    assert (there.hours, there.hours_without, there.bound) == (back.hours, back.hours_without, back.bound)
    assert todo(there) == todo(back)
    assert there.options == back.options
    assert [each.certificate.code for each in there.certificates] == [
        each.certificate.code for each in back.certificates
    ]


def test_results_may_come_in_any_order() -> None:
    results = (done("B1-K1"), done("nederlands"), done("K0001"), done("P1-K1"))
    person = Person(qualification="95001", results=results)
    turned = replace(person, results=results[::-1])

    assert todo(route("95001", ready=READY, person=person)) == todo(
        route("95001", ready=READY, person=turned)
    )


def test_parts_of_an_unknown_level_are_still_routed() -> None:
    found = route("95003")

    assert "95003/2023/B1-K1-W1" in todo(found)
    assert {"english", "module-obligation"} <= set(found.perhaps)
    assert found.hours == 0
    assert found.unknown_hours


def test_equal_parts_of_another_version_are_one_work() -> None:
    newer = parts("90001", ["B1-K1", "B1-K1-W1"], "2026") + qualification(
        "95009", "90001", version="2026", study_load_hours=4800
    )
    ready = invented(newer)

    found = route("95001", "95009", ready=ready)

    assert sum("B1-K1-W1" in key for key in todo(found)) == 1


def follows(start: date, **marks: str) -> Person:
    """Somebody of level 4 who started then, with these marks, on the level of the programme."""
    return Person(
        start=start,
        qualification="25698",
        years=3,
        graduation=date(start.year + 3, 7, 1),
        formative_parts=False,
        results=tuple(done(part, mark) for part, mark in marks.items()),
    )


def generic_left(person: Person) -> set[str]:
    parts = [
        each for period in route("25698", ready=embedded(), person=person).periods for each in period.parts
    ]
    return {each.thing.title for each in parts if each.thing.kind is ThingKind.GENERIC}


@pytest.mark.parametrize(
    ("start", "marks", "left"),
    [
        (date(2022, 8, 1), {"nederlands": "5", "engels": "6", "rekenen": "6"}, set()),
        (date(2022, 8, 1), {"nederlands": "5", "engels": "5", "rekenen": "6"}, {"dutch", "english"}),
        (date(2022, 8, 1), {"nederlands": "6", "engels": "6", "rekenen": "4"}, {"numeracy"}),
        (date(2022, 7, 31), {"nederlands": "6", "engels": "6", "rekenen": "4"}, set()),
        (date(2022, 8, 1), {"nederlands": "5.5", "engels": "6", "rekenen": "4.5"}, set()),
    ],
)
def test_what_the_diploma_lets_count_is_not_on_the_route(
    start: date, marks: dict[str, str], left: set[str]
) -> None:
    assert generic_left(follows(start, **marks)) - {"career-and-citizenship"} == left


def test_modules_that_pass_together_are_done_for_the_own_programme_only() -> None:
    person = follows(date(2022, 8, 1), K0072="5", K0125="6", K0177="7")
    found = route("25698", "25696", ready=embedded(), person=person)
    by_code = {each.code: each for each in found.brought}

    assert by_code["K0072"].standing is Standing.DONE
    assert {need.partition("/")[0] for need in by_code["K0072"].work.serves} == {"25698"}
    alone = follows(date(2022, 8, 1), K0072="5", K0125="6")
    assert "K0072" not in {each.code for each in route("25698", ready=embedded(), person=alone).brought}
