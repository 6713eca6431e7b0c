"""The facts of one student, from what they bring and what the structure says; nothing is guessed.

What nobody said is unknown. Several results of one part that differ are several candidates: an answer that is the
same for each of them is an answer. A mark without a judgement has none, and the other way round (`ABSENT`); a mark
and a judgement that contradict each other make the result unknown.

Source for the type and duration that follow from a level: WEB art. 7.2.2 and 7.2.4a (BWBR0007625).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bouwsteen.model.catalogue import Catalogue, DatedCatalogue
from bouwsteen.model.codes import CREBO, MODULE, WORK_CODE, PartKind, part_kind
from bouwsteen.model.period import Validity
from bouwsteen.model.person import GenericPart, Judgement, Person, Result
from bouwsteen.model.records import ProgrammeType, Qualification
from bouwsteen.rules.facts import ABSENT, NOT_SAID, Facts, Item, Items, Plain, Unknown, Value
from bouwsteen.rules.parameters import nominal_years, programme_type
from bouwsteen.rules.passing import GRADED, contradicts, final_marks, own_code

SCOPE_OF_PART: Mapping[str, str] = {
    GenericPart.DUTCH: "dutch",
    GenericPart.NUMERACY: "numeracy",
    GenericPart.ENGLISH: "english",
    GenericPart.CITIZENSHIP: "citizenship",
    GenericPart.PLACEMENT: "placement",
    GenericPart.STATUTORY: "statutory",
}
"""The word of a person's file → the scope of its terms."""

NO_RESULT = Unknown("no-result")
CONTRADICTION = Unknown("mark-contradicts-judgement")
_MARKS_OF: Mapping[Judgement | None, tuple[int, ...]] = {
    Judgement.SUFFICIENT: (6, 7, 8, 9, 10),
    Judgement.GOOD: (6, 7, 8, 9, 10),
    Judgement.INSUFFICIENT: (1, 2, 3, 4, 5),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursConflict:
    """The person and the structure give different hours for a module; `index` is that of the result."""

    index: int
    module: str
    given: int
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A student before the law: the facts, the codes that nobody knows, and what contradicts the structure.

    `elsewhere` are results of parts of another programme: they are no result of this one.
    """

    facts: Facts
    unknown_codes: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    conflicts: tuple[HoursConflict, ...] = ()


def case_of(person: Person, structure: DatedCatalogue, *, on: date) -> Case:
    """The case of `person` on the day of asking; `structure` is the one of the day on which they started."""
    qualification = structure.qualifications.get(person.qualification or "")
    by_part: defaultdict[str, list[Result]] = defaultdict(list)
    elsewhere: list[str] = []
    for result in person.results:
        code = own_code(result.part, person.qualification, qualification)
        if code:
            by_part[code].append(result)
        else:
            elsewhere.append(result.part)
    values: dict[str, Value] = {
        **_student(person, qualification, on),
        **_qualification(qualification, person),
    }
    for part, scope in SCOPE_OF_PART.items():
        values |= _result(scope, by_part.get(part, ()))
    tasks, unknown_tasks = _core_tasks(by_part, qualification, structure)
    return Case(
        facts=Facts.of(values, {"core-tasks": tasks, "modules": _modules(by_part, person, structure)}),
        unknown_codes=tuple(_unknown_codes(person, by_part, structure, unknown_tasks)),
        elsewhere=tuple(elsewhere),
        conflicts=tuple(_conflicts(person, structure)),
    )


def structure_of_start(person: Person, catalogue: Catalogue, *, on: date) -> DatedCatalogue:
    """The structure of the day on which they started; of the day of asking where nothing is known of that day."""
    first = catalogue.first_known
    if person.start is not None and first is not None and person.start >= first:
        return catalogue.on(person.start)
    return catalogue.on(on)


def _student(person: Person, qualification: Qualification | None, on: date) -> dict[str, Value]:
    type_ = _type(person, qualification)
    level = qualification.level.value if qualification and qualification.level else None
    return {
        "student.start": _said(person.start),
        "student.qualification": _said(person.qualification),
        "student.entered-year": person.entered_year or 1,
        "student.graduation": _said(person.graduation),
        "student.decision": person.graduation or on,
        "student.years": _years(person, type_),
        "student.level": level if level is not None else _lacking(person, "level-unknown"),
        "student.type": type_,
        "student.four-years": _four_years(person, qualification, type_),
        "student.formative-parts": _said(person.formative_parts),
        "student.pathway": _said(person.pathway),
        "student.funded": _said(person.funded),
        "student.institution": _said(person.institution),
        "student.age": _age(person.born, on) if person.born else NOT_SAID,
        "student.leaving": _said(person.leaving),
        "student.start-qualification": _said(person.start_qualification),
        "student.assessed-parts": sum(1 for each in person.results if _is_given(each)),
    }


def _said(value: Plain | None) -> Value:
    return NOT_SAID if value is None else value


def _lacking(person: Person, because: str) -> Unknown:
    """Why something about the qualification is unknown: not said which, or not in the structure."""
    return Unknown(because if person.qualification else "not-said", "student.qualification")


def _type(person: Person, qualification: Qualification | None) -> Value:
    if qualification is None:
        return _lacking(person, "qualification-unknown")
    if qualification.type:
        return qualification.type.value
    level = qualification.level.value if qualification.level else None
    found = programme_type(level)
    if found or level != 4:
        return found or Unknown("level-unknown", "student.level")
    both = (ProgrammeType.MIDDENKADER, ProgrammeType.SPECIALIST)
    possible = [each for each in both if person.years is None or person.years in nominal_years(each)]
    return possible[0] if len(possible) == 1 else Unknown("type-of-level-4", candidates=tuple(both))


def _years(person: Person, type_: Value) -> Value:
    """The nominal duration; where it is not said, or not one that the law allows for the type, all that it may be."""
    types = type_.candidates if isinstance(type_, Unknown) else (type_,)
    years = {each for one in types for each in nominal_years(ProgrammeType(str(one)))}
    if person.years is None:
        return Unknown("not-said", candidates=tuple(sorted(years)))
    if not years or person.years in years:
        return person.years
    return Unknown("years-not-of-level", candidates=tuple(sorted({*years, person.years})))


def _four_years(person: Person, qualification: Qualification | None, type_: Value) -> Value:
    if person.years is not None:
        return person.years >= 4
    if not isinstance(type_, Unknown) and type_ != ProgrammeType.MIDDENKADER:
        return False
    if qualification is not None and qualification.four_years is False:
        return False
    return Unknown("not-said", "student.years")


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _qualification(qualification: Qualification | None, person: Person) -> dict[str, Value]:
    if qualification is None:
        lacking = _lacking(person, "qualification-unknown")
        return {"qualification.statutory-requirements": lacking, "qualification.ended": lacking}
    stated = qualification.statutory_requirements
    return {
        "qualification.statutory-requirements": Unknown("structure-silent") if stated is None else stated,
        "qualification.ended": _end(qualification.valid),
    }


def _end(valid: Validity) -> Value:
    if valid.end is not None:
        return valid.end
    return ABSENT if valid.end_known else Unknown("structure-silent")


def _is_given(result: Result) -> bool:
    return result.mark is not None or result.judgement is not None


def _result(scope: str, results: Sequence[Result]) -> dict[str, Value]:
    """The terms of one part: mark, judgement, level, and whether it was taken at all."""
    given = [each for each in results if _is_given(each)]
    if not given:
        return {f"{scope}.{name}": NO_RESULT for name in ("mark", "judgement", "level", "taken")}
    return {
        f"{scope}.mark": _one_of(map(mark_of, given)),
        f"{scope}.judgement": _one_of(map(judgement_of, given)),
        f"{scope}.level": _one_of(each.level or ABSENT for each in given),
        f"{scope}.taken": True,
    }


def _one_of(values: Iterable[Value]) -> Value:
    """The value; where results differ, each of them may be the one that counts."""
    found = tuple(dict.fromkeys(values))
    if len(found) == 1:
        return found[0]
    unknown = next((each for each in found if isinstance(each, Unknown)), None)
    return unknown or Unknown("results-differ", candidates=found)  # type: ignore[arg-type] # none is unknown


def mark_of(result: Result) -> Value:
    """The mark; of a generic subject in words the marks that it can stand for. Source: EKB art. 3 (BWBR0027963)."""
    if _contradicts(result):
        return CONTRADICTION
    marks = final_marks(result)
    if marks:
        return marks[0] if len(marks) == 1 else Unknown("school-rounds", candidates=marks)
    if result.part not in GRADED:
        return ABSENT
    if result.judgement is Judgement.EXEMPTED:
        return Unknown("exempted-without-mark")
    return Unknown("no-mark", candidates=_MARKS_OF.get(result.judgement, ()))


def judgement_of(result: Result) -> Value:
    """The judgement; none is absent, and one that its mark contradicts is unknown."""
    if _contradicts(result):
        return CONTRADICTION
    return ABSENT if result.judgement is None else result.judgement


def _contradicts(result: Result) -> bool:
    """Whether mark and judgement cannot both be true; where the school rounds, its judgement says how."""
    marks = final_marks(result)
    return bool(marks) and contradicts(marks[-1], result.judgement)


def _core_tasks(
    by_part: Mapping[str, Sequence[Result]], qualification: Qualification | None, structure: DatedCatalogue
) -> tuple[Items, set[str]]:
    """The core tasks of the qualification with their results, and the codes of tasks that it does not have."""
    known = [each.code for each in structure.core_tasks[qualification.crebo]] if qualification else []
    given = [code for code in by_part if _kind(code) is PartKind.CORE_TASK]
    strange = [code for code in given if code not in known]
    because = _incomplete_because(qualification, known)
    codes = [*known, *strange] if because else known
    items = tuple(Item(code, _result("core-task", by_part.get(code, ()))) for code in codes)
    return Items(items, because), set(strange)


def _kind(code: str) -> PartKind | None:
    return part_kind(code) if WORK_CODE.fullmatch(code) else None


def _incomplete_because(qualification: Qualification | None, known: Sequence[str]) -> str:
    if qualification is None:
        return "qualification-unknown"
    if qualification.complete and known:
        return ""
    return qualification.incomplete_because or "parts-unknown"


def _modules(by_part: Mapping[str, Sequence[Result]], person: Person, structure: DatedCatalogue) -> Items:
    """The modules with a result; there may be more where one is chosen that has none yet, or nothing is said of any."""
    codes = [
        code for code, results in by_part.items() if MODULE.fullmatch(code) and any(map(_is_given, results))
    ]
    waiting = [code for code in person.chosen if MODULE.fullmatch(code) and code not in codes]
    items = tuple(
        Item(
            code, {**_result("module", by_part[code]), "module.hours": _hours(code, by_part[code], structure)}
        )
        for code in codes
    )
    return Items(items, "chosen-without-result" if waiting else "" if items else "no-result")


def _hours(code: str, results: Iterable[Result], structure: DatedCatalogue) -> Value:
    known = structure.modules.get(code)
    if known is not None and known.study_load_hours is not None:
        return known.study_load_hours
    said = {each.study_load_hours for each in results if each.study_load_hours is not None}
    if len(said) == 1:
        return said.pop()
    if said:
        return Unknown("results-differ", candidates=tuple(sorted(said)))
    return Unknown("hours-unknown" if known is not None else "module-unknown")


def _conflicts(person: Person, structure: DatedCatalogue) -> Iterator[HoursConflict]:
    for index, result in enumerate(person.results):
        module = structure.modules.get(result.part)
        known = module.study_load_hours if module else None
        given = result.study_load_hours
        if known is not None and given is not None and known != given:
            yield HoursConflict(index=index, module=result.part, given=given, known=known)


def _unknown_codes(
    person: Person,
    by_part: Mapping[str, Sequence[Result]],
    structure: DatedCatalogue,
    strange_tasks: set[str],
) -> Iterator[str]:
    """Each code that the structure does not know, once: the programme, its parts, the modules."""
    crebo = person.qualification
    if crebo is not None and CREBO.fullmatch(crebo) and crebo not in structure.qualifications:
        yield crebo
    for code in dict.fromkeys((*by_part, *person.chosen)):
        if (crebo and code in strange_tasks) or (MODULE.fullmatch(code) and code not in structure.modules):
            yield code
