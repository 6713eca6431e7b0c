"""What the rules get to know: one part, and one piece of evidence that may be about it.

Whatever nobody said is unknown, with the slug of what is lacking; so a rule that asks for it answers unknown, and
names it. Source of the terms: `bouwsteen.rules.terms`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import EvidenceKind, GenericPart, Person, Result
from bouwsteen.model.records import Qualification
from bouwsteen.questions.exemption.claims import Piece
from bouwsteen.questions.exemption.coverage import Nearness, Touch
from bouwsteen.questions.exemption.wanted import WantedKind, WantedPart
from bouwsteen.rules.case import SCOPE_OF_PART, case_of, judgement_of, mark_of
from bouwsteen.rules.facts import ABSENT, NOT_SAID, Facts, Item, Items, Unknown, Value
from bouwsteen.rules.law import Law
from bouwsteen.rules.parameters import LEVEL_OF
from bouwsteen.rules.passing import MAY_ROUND_TO_SUFFICIENT, judged
from bouwsteen.rules.terms import LEVELS, ORIGINS

EXAMINED = frozenset((EvidenceKind.EXAM, EvidenceKind.DIPLOMA, EvidenceKind.CERTIFICATE))
"""Kinds of evidence behind which an exam stands."""

_FOREIGN = frozenset(("foreign", "abroad", "buitenland", "buitenlands"))


@dataclass(frozen=True, kw_only=True)
class ExemptionCase:
    """One person who asks about one qualification on one day, under the law and perhaps a school's policy.

    `school` is the law with the policy of the school; None: no school was named, or it has no policy here.
    """

    person: Person
    qualification: Qualification
    structure: DatedCatalogue
    law: Law
    school: Law | None = None
    on: date
    student: Mapping[str, Value] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "student", _student(self))

    @property
    def modules_used(self) -> frozenset[str]:
        """The modules that already count for the obligation: chosen, or with a result."""
        return frozenset((*self.person.chosen, *(each.part for each in self.person.results)))


def _student(case: ExemptionCase) -> dict[str, Value]:
    """The values of the student in the wanted qualification; results of another one are no results here."""
    crebo = case.qualification.crebo
    results = case.person.results if case.person.qualification == crebo else ()
    there = replace(case.person, qualification=crebo, results=results)
    values = dict(case_of(there, case.structure, on=case.on).facts.values)
    graduation = case.person.graduation
    if graduation:
        values["student.days-until-diploma"] = (graduation - case.on).days
    return values


def part_facts(part: WantedPart, case: ExemptionCase) -> dict[str, Value]:
    """The values of the part itself, beside those of the student."""
    level: Value = ABSENT
    one_part: Value = ABSENT
    if part.kind is WantedKind.GENERIC:
        facts = Facts.of(case.student)
        level = case.law.value(LEVEL_OF[SCOPE_OF_PART[part.name]], facts, on=case.on)
        if part.name == GenericPart.ENGLISH:
            one_part = case.law.value("english-level-of-one-part", facts, on=case.on)
    return {
        **case.student,
        "part.kind": part.kind.value,
        "part.code": part.name,
        "part.subject": part.name if part.name in set(GenericPart) else ABSENT,
        "part.level": level,
        "part.level-of-one-part": one_part,
        "part.overlaps": Unknown("overlap-not-known", "part.overlaps", part.name),
        "part.lower-level": Unknown("level-of-module-not-known", "part.lower-level", part.name),
        "part.exam-unit": Unknown("school-decides", "part.exam-unit", part.name),
    }


def result_facts(piece: Piece, part: WantedPart) -> dict[str, Value]:
    """A result of the programme itself, as it counts for the diploma."""
    result = Result(part=part.name, mark=piece.mark, judgement=piece.judgement)
    return {
        "part.mark": mark_of(result),
        "part.judgement": judgement_of(result),
        "part.result-level": piece.level or ABSENT,
    }


def facts_of(values: Mapping[str, Value], item: Item | None) -> Facts:
    """The part with this one piece of evidence, or with none."""
    return Facts.of(values, {"evidence": Items((item,) if item else ())})


def as_if_counted(touch: Touch, part: WantedPart, values: Mapping[str, Value]) -> dict[str, Value]:
    """The earlier mark of a generic subject as a result, for rules about all subjects together.

    Where a mark exists it counts in the final mark. Source: EKB art. 3b (BWBR0027963).
    """
    piece = touch.piece
    if part.kind is not WantedKind.GENERIC or piece.mark is None:
        return {}
    scope = SCOPE_OF_PART[part.name]
    if not isinstance(values.get(f"{scope}.mark", NOT_SAID), Unknown):
        return {}  # there is a result of this programme itself
    level = values["part.level"]
    return {
        f"{scope}.mark": piece.mark,
        f"{scope}.judgement": ABSENT,
        f"{scope}.level": piece.level if piece.level in LEVELS else level,
        f"{scope}.taken": True,
    }


def evidence_item(touch: Touch, part: WantedPart, values: Mapping[str, Value], case: ExemptionCase) -> Item:
    """One piece as far as it is about the part."""
    piece = touch.piece
    level = _level(touch, part, case)
    wanted = values["part.level"]
    made: dict[str, Value] = {
        "evidence.kind": piece.kind.value,
        "evidence.origin": _origin(piece),
        "evidence.subject": touch.through,
        "evidence.level": level,
        "evidence.level-comparable": _comparable(level, wanted),
        "evidence.level-accepted": _lacking("level-not-said", "level", piece),
        "evidence.mark": _mark(piece),
        "evidence.day": piece.day or _lacking("day-not-said", "day", piece),
        "evidence.covers-part": _covers(touch),
        "evidence.passed": _passed(piece),
        "evidence.programme-level": _programme_level(piece, case),
        "evidence.same-programme": piece.here or case.qualification.crebo in piece.diplomas,
        "evidence.traceable": _lacking("board-must-see", "traceable", piece),
        "evidence.requirements-unchanged": touch.nearness is Nearness.SAME
        or _lacking("board-must-see", "requirements-unchanged", piece),
        "evidence.also-used": touch.through in case.modules_used,
        "evidence.foreign": from_abroad(piece),
    }
    return Item(piece.place, made)


def from_abroad(piece: Piece) -> bool:
    return piece.origin.casefold() in _FOREIGN


def _lacking(because: str, name: str, piece: Piece) -> Unknown:
    return Unknown(because, f"evidence.{name}", piece.place)


def _origin(piece: Piece) -> Value:
    """Where an exam was taken; what is no exam has an origin that matters to no rule."""
    said = piece.origin.casefold() or (piece.level if piece.level in ("havo", "vwo") else "")
    if from_abroad(piece):
        return _lacking("foreign-not-compared", "origin", piece)
    if said in ORIGINS:
        return said
    if not said and piece.kind in EXAMINED and any(isinstance(each.part, PartKey) for each in piece.named):
        return "mbo"
    if piece.kind not in EXAMINED:
        return "company"
    return _lacking("origin-not-said", "origin", piece)


def _covers(touch: Touch) -> Value:
    match touch.nearness:
        case Nearness.PERHAPS:
            return _lacking("certificate-may-belong", "covers-part", touch.piece)
        case Nearness.OTHER_SUBJECT:
            return _lacking("school-decides", "covers-part", touch.piece)
        case _:
            return True


def _passed(piece: Piece) -> Value:
    """Whether the exam was passed; a diploma or certificate says so itself."""
    if piece.kind in (EvidenceKind.DIPLOMA, EvidenceKind.CERTIFICATE):
        return True
    if piece.mark is not None:
        return piece.mark >= MAY_ROUND_TO_SUFFICIENT and judged(piece.judgement) is not Outcome.NO
    if piece.judgement is not None:
        return judged(piece.judgement) is Outcome.YES
    return _lacking("mark-not-said", "passed", piece)


def _mark(piece: Piece) -> Value:
    if piece.mark is not None:
        return piece.mark
    return _lacking("mark-not-said", "mark", piece) if piece.kind in EXAMINED else ABSENT


def _level(touch: Touch, part: WantedPart, case: ExemptionCase) -> Value:
    """The level of a generic subject: what was said, else the one that an mbo diploma of that day stands for."""
    piece = touch.piece
    if piece.level in LEVELS:
        return piece.level
    if part.name == GenericPart.DUTCH and touch.through in piece.diplomas:
        found = case.structure.qualifications[touch.through].level
        if found and piece.day:
            known: dict[str, Value] = {"student.level": found.value, "student.start": piece.day}
            return case.law.value("dutch-level", Facts.of(known), on=case.on)
    return ABSENT


def _comparable(level: Value, wanted: Value) -> bool:
    """Whether the two are on one scale; a level that is unknown is on none."""
    if not isinstance(level, str) or not isinstance(wanted, str):
        return False
    scales = [LEVELS[each][0] for each in (level, wanted) if each in LEVELS]
    return len(scales) == 2 and scales[0] == scales[1]


def _programme_level(piece: Piece, case: ExemptionCase) -> Value:
    known = case.structure.qualifications
    levels = {found.value for each in piece.diplomas if each in known and (found := known[each].level)}
    if piece.level in ("1", "2", "3", "4"):
        levels = {int(piece.level)}
    return levels.pop() if len(levels) == 1 else _lacking("level-not-said", "programme-level", piece)
