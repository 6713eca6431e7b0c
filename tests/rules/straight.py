"""The diploma in straight lines, written apart from the rules: only known facts, and what is unknown tried out.

Plain functions over plain values; nothing of `bouwsteen.rules` but the names of terms. `verdict` gives yes or no for
a student of whom everything is known. `possible` tries every way in which a student can be, and gives the set of
verdicts: a rule engine may say yes only where all of them are yes, and no only where all of them are no.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations, product
from math import ceil

GOOD = ("voldoende", "goed", "voldaan", "vrijgesteld")


@dataclass(frozen=True)
class Outcome:
    """A mark, or a word, or nothing."""

    mark: Decimal | None = None
    word: str | None = None
    hours: int = 0


@dataclass(frozen=True)
class Student:
    """All that the diploma depends on."""

    start: date
    graduation: date
    years: int
    entered_year: int
    level: int
    type: str
    formative: bool
    statutory: bool
    tasks: tuple[Outcome, ...]
    modules: tuple[Outcome, ...]
    dutch: Decimal
    english: Decimal
    numeracy: Decimal
    citizenship: bool
    placement: bool
    statutory_met: bool


def later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def obligation(student: Student) -> int:
    if student.type in ("entree", "specialist"):
        return 240
    hours = {"basis": 480, "vak": 720, "middenkader": 720}[student.type]
    if student.type == "middenkader" and student.years >= 4 and student.graduation < date(2022, 8, 1):
        hours = 960
    return hours - 240 if student.formative else hours


def transition(student: Student) -> bool:
    last = {1: 2022, 2: 2023, 3: 2024, 4: 2025}[student.entered_year]
    early = student.start < date(2022, 8, 1) or student.start < date(last, 8, 1)
    return early and student.graduation < later(student.start, student.years + 2)


def generic(student: Student) -> bool:
    dutch, english, numeracy = student.dutch, student.english, student.numeracy
    if student.level == 1:
        return numeracy >= 6
    if student.level in (2, 3):
        low, high = sorted([dutch, numeracy])
        return (low >= 5 and high >= 6) or (transition(student) and dutch >= 5)
    marks = sorted([dutch, english, numeracy])
    now = marks[0] >= 5 and marks[1] >= 6
    low, high = sorted([dutch, english])
    return now or (transition(student) and low >= 5 and high >= 6)


def modules_pass(modules: tuple[Outcome, ...]) -> bool:
    if len(modules) == 1:
        (one,) = modules
        return one.mark >= 6 if one.mark is not None else one.word in GOOD
    graded = [each.mark for each in modules if each.mark is not None]
    if all(each.word in GOOD for each in modules if each.mark is None) and all(mark >= 6 for mark in graded):
        return True
    assert all(each.word in (None, "vrijgesteld") for each in modules)  # other words have no mark
    if not graded:
        return True
    mean = (sum(graded) / Decimal(len(graded))).quantize(Decimal(1), ROUND_HALF_UP)
    passed = [mark for mark in graded if mark >= 6]
    return mean >= 6 and len(passed) >= ceil(len(graded) / 2) and min(graded) >= 4


def choices(student: Student) -> Iterator[tuple[Outcome, ...]]:
    wanted = obligation(student)
    if sum(each.hours for each in student.modules) < wanted:
        yield student.modules
        return
    for size in range(1, len(student.modules) + 1):
        for chosen in combinations(student.modules, size):
            total = sum(each.hours for each in chosen)
            if total >= wanted and all(total - each.hours < wanted for each in chosen):
                yield chosen


def results(student: Student) -> set[bool]:
    """What the modules come to, for each choice that the board can make."""
    if student.start < date(2020, 8, 1):
        return {True}
    return {modules_pass(each) for each in choices(student)} or {True}


def verdicts(student: Student) -> set[bool]:
    """Every verdict that the board can come to: one, where its choice of modules makes no difference."""
    tasks = all((each.mark is not None and each.mark >= 6) or each.word in GOOD for each in student.tasks)
    rest = (
        tasks
        and generic(student)
        and student.citizenship
        and student.placement
        and (student.statutory_met or not student.statutory)
        and sum(each.hours for each in student.modules) >= obligation(student)
        and student.graduation < later(student.start, student.years + 2)
    )
    return {rest and each for each in results(student)}


def possible(student: Student, unknown: dict[str, tuple[object, ...]]) -> set[bool]:
    """The verdicts over every way in which the unknown fields can be."""
    return {
        verdict
        for values in product(*unknown.values())
        for verdict in verdicts(replace(student, **dict(zip(unknown, values, strict=True))))
    }
