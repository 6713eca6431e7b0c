"""The diploma by rules equals the diploma in straight lines, also where something is unknown."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from bouwsteen.adapters.files.rules import law_folder, read_rules
from bouwsteen.rules.facts import ABSENT, Facts, Item, Items, Unknown, Value
from bouwsteen.rules.law import Law
from tests.rules.straight import Outcome, Student, obligation, possible, verdicts

LAW = Law(read_rules([law_folder()]))
ASKED = date(2026, 1, 1)
TYPES = {
    "entree": (1, (1,)),
    "basis": (2, (1, 2)),
    "vak": (3, (2, 3)),
    "middenkader": (4, (3, 4)),
    "specialist": (4, (1,)),
}
TURNS = [date(2020, 8, 1), date(2021, 8, 1), date(2022, 8, 1), date(2023, 8, 1)]


def somebody(random: Random) -> Student:
    """Mostly nearly good, so that every rule gets to decide."""
    type_ = random.choice(list(TYPES))
    level, durations = TYPES[type_]
    years = random.choice(durations)
    start = random.choice(TURNS) + timedelta(days=random.choice((-1, 0, 0, 30)))
    late = date(start.year + years + random.choice((0, 0, 0, 1, 2)), start.month, min(start.day, 28))
    student = Student(
        start=start,
        graduation=late + timedelta(days=random.choice((-40, -1, 0, 3))),
        years=years,
        entered_year=random.choice((1, 1, 1, min(2, years), min(3, years))),
        level=level,
        type=type_,
        formative=random.random() < 0.3 and type_ in ("basis", "vak", "middenkader"),
        statutory=random.random() < 0.3,
        tasks=tuple(task(random) for _ in range(random.randint(1, 5))),
        modules=(),
        dutch=mark(random),
        english=mark(random),
        numeracy=mark(random),
        citizenship=random.random() < 0.95,
        placement=random.random() < 0.95,
        statutory_met=random.random() < 0.9,
    )
    return replace(student, modules=modules(random, obligation(student)))


def mark(random: Random) -> Decimal:
    return Decimal(random.choice((4, 5, 5, 6, 6, 6, 7, 8)))


def task(random: Random) -> Outcome:
    if random.random() < 0.4:
        return Outcome(word=random.choice(("voldoende", "goed", "vrijgesteld") * 6 + ("onvoldoende",)))
    return Outcome(mark=Decimal(random.choice((6, 7, 8, 9) * 6 + (5,))))


def modules(random: Random, wanted: int) -> tuple[Outcome, ...]:
    marks = [Decimal(each) for each in ("3", "4", "5", "5.4", "5.5", "6", "6", "7", "8", "9")]
    found: list[Outcome] = []
    while sum(each.hours for each in found) < wanted or (random.random() < 0.25 and len(found) < 5):
        hours = random.choice((240, 240, 480, 720))
        exempted = random.random() < 0.15
        found.append(
            Outcome(word="vrijgesteld", hours=hours)
            if exempted
            else Outcome(mark=random.choice(marks), hours=hours)
        )
    return tuple(found[:-1] if random.random() < 0.1 else found)


def facts(student: Student, order: Random | None = None, **unknown: object) -> Facts:
    """What is known of the student, without the fields that are named as unknown."""
    values: dict[str, Value] = {
        "student.start": student.start,
        "student.qualification": "25809",
        "student.graduation": student.graduation,
        "student.decision": student.graduation,
        "student.years": student.years,
        "student.four-years": student.years >= 4,
        "student.entered-year": student.entered_year,
        "student.level": student.level,
        "student.type": student.type,
        "student.formative-parts": student.formative,
        "qualification.statutory-requirements": student.statutory,
        "qualification.ended": date(2015, 8, 2),
        **graded("dutch", student.dutch),
        **graded("english", student.english),
        **graded("numeracy", student.numeracy),
        **worded("citizenship", "voldaan" if student.citizenship else "niet voldaan"),
        **worded("placement", "positief" if student.placement else "niet positief"),
        **worded("statutory", "voldoende" if student.statutory_met else "onvoldoende"),
    }
    for name in unknown:
        for term in FIELDS.get(name, ()):
            values[term] = Unknown("not-said")
    tasks = [Item(f"B1-K{n}", outcome("core-task", each)) for n, each in enumerate(student.tasks, 1)]
    chosen = [Item(f"K{n:04}", outcome("module", each)) for n, each in enumerate(student.modules, 1)]
    if "tasks" in unknown:
        tasks[0] = Item(tasks[0].subject, {})
    if "modules" in unknown:
        chosen[0] = Item(chosen[0].subject, {**chosen[0].values, "module.mark": Unknown("no-result")})
    if order:
        order.shuffle(tasks)
        order.shuffle(chosen)
        shuffled = list(values.items())
        order.shuffle(shuffled)
        values = dict(shuffled)
    return Facts.of(values, {"core-tasks": Items(tuple(tasks)), "modules": Items(tuple(chosen))})


FIELDS = {
    "formative": ["student.formative-parts"],
    "graduation": ["student.graduation", "student.decision"],
    "statutory": ["qualification.statutory-requirements"],
    "dutch": ["dutch.mark", "dutch.judgement"],
    "numeracy": ["numeracy.mark", "numeracy.judgement"],
    "english": ["english.mark", "english.judgement"],
    "citizenship": ["citizenship.mark", "citizenship.judgement"],
}
MARKS = tuple(map(Decimal, range(1, 11)))
POSSIBLE: dict[str, tuple[object, ...]] = {
    "formative": (True, False),
    "statutory": (True, False),
    "dutch": MARKS,
    "numeracy": MARKS,
    "english": MARKS,
    "citizenship": (True, False),
}


def graded(scope: str, given: Decimal) -> dict[str, Value]:
    return {
        f"{scope}.mark": given,
        f"{scope}.judgement": ABSENT,
        f"{scope}.level": ABSENT,
        f"{scope}.taken": True,
    }


def worded(scope: str, word: str) -> dict[str, Value]:
    return {f"{scope}.judgement": word, f"{scope}.mark": ABSENT, f"{scope}.taken": True}


def outcome(scope: str, given: Outcome) -> dict[str, Value]:
    found: dict[str, Value] = {
        f"{scope}.mark": ABSENT if given.mark is None else given.mark,
        f"{scope}.judgement": given.word or ABSENT,
        f"{scope}.taken": True,
    }
    return {**found, "module.hours": given.hours} if scope == "module" else found


def said(verdict: set[bool]) -> str:
    return "unknown" if len(verdict) == 2 else "yes" if True in verdict else "no"


@pytest.mark.parametrize("seed", range(4))
def test_the_diploma_by_rules_is_the_diploma_in_straight_lines(seed: int) -> None:
    random = Random(seed)
    counted = {"yes": 0, "no": 0, "unknown": 0}

    for _ in range(1500):
        student = somebody(random)
        expected = said(verdicts(student))
        counted[expected] += 1
        assert LAW.ask("diploma", facts(student), on=ASKED).outcome == expected, student

    assert min(counted.values()) > 10, counted


def unknowns(student: Student, random: Random) -> dict[str, tuple[Any, ...]]:
    """One to three fields of which nothing is said, and all that each can be."""
    ways = dict(POSSIBLE)
    ways["graduation"] = tuple(
        date(year, month, day)
        for year in range(student.start.year, student.start.year + 8)
        for month, day in ((7, 31), (8, 1))
        if date(year, month, day) >= student.start
    )
    ways["tasks"] = tuple((Outcome(mark=each), *student.tasks[1:]) for each in MARKS)
    if student.modules and student.modules[0].mark is not None:
        first = student.modules[0]
        ways["modules"] = tuple((replace(first, mark=each), *student.modules[1:]) for each in MARKS)
    names = random.sample(sorted(ways), random.choice((1, 1, 2, 3)))
    return {name: ways[name] for name in names}


@pytest.mark.parametrize("seed", range(4))
def test_a_yes_or_no_holds_however_the_unknown_turns_out(seed: int) -> None:
    random = Random(1000 + seed)
    settled = exact = 0

    for _ in range(500):
        student = somebody(random)
        ways = unknowns(student, random)
        expected = said(possible(student, ways))
        found = LAW.ask("diploma", facts(student, **ways), on=ASKED).outcome
        assert found in ("unknown", expected), (student, ways)
        exact += found == expected
        settled += found != "unknown"

    assert settled > 50
    assert exact / 500 > 0.99, exact


def test_no_proof_changes_when_facts_come_in_another_order() -> None:
    random = Random(7)

    for _ in range(300):
        student = somebody(random)
        first = LAW.ask("diploma", facts(student), on=ASKED)
        assert LAW.ask("diploma", facts(student, order=random), on=ASKED).proof == first.proof


def test_a_better_result_never_turns_yes_into_no() -> None:
    """Marks of core tasks and generic subjects, and every mark of a module that was there already."""
    random = Random(11)
    yes = 0

    for _ in range(1500):
        student = somebody(random)
        if said(verdicts(student)) != "yes":
            continue
        yes += 1
        better = improved(student, random)
        assert LAW.ask("diploma", facts(better), on=ASKED).outcome == "yes", (student, better)

    assert yes > 100


def improved(student: Student, random: Random) -> Student:
    def up(given: Decimal) -> Decimal:
        return min(Decimal(10), given + random.choice((0, 1, 2)))

    return replace(
        student,
        dutch=up(student.dutch),
        english=up(student.english),
        numeracy=up(student.numeracy),
        tasks=tuple(
            replace(each, mark=up(each.mark)) if each.mark is not None else each for each in student.tasks
        ),
        modules=tuple(
            replace(each, mark=up(each.mark)) if each.mark is not None else each for each in student.modules
        ),
    )


def test_a_good_module_more_than_needed_never_turns_yes_into_no() -> None:
    """It can turn yes into unknown: the board may choose it instead of a better one."""
    random = Random(13)
    found: set[str] = set()

    for _ in range(1500):
        student = somebody(random)
        if said(verdicts(student)) != "yes":
            continue
        more = (*student.modules, Outcome(mark=Decimal(random.choice((6, 7, 9))), hours=240))
        found.add(LAW.ask("diploma", facts(replace(student, modules=more)), on=ASKED).outcome.value)

    assert found == {"yes", "unknown"}
