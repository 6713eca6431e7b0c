"""What goes with an answer: what to bring, what to know, whom to ask, and whether it frees from lessons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import EvidenceKind
from bouwsteen.model.precedents import DecidingBody
from bouwsteen.questions.exemption.coverage import Nearness, Touch, equal_keys
from bouwsteen.questions.exemption.facts import EXAMINED, ExemptionCase, evidence_item, facts_of, from_abroad
from bouwsteen.questions.exemption.judging import Judged, Standing, deciding_step
from bouwsteen.questions.exemption.wanted import WantedKind, WantedPart
from bouwsteen.rules.facts import Value
from bouwsteen.rules.law import Law
from bouwsteen.rules.passing import MAY_ROUND_TO_SUFFICIENT

LOWEST_FOR_DIPLOMA = Decimal("4.5")
"""A generic subject below this keeps somebody from the diploma, as a half goes up.

Source: EKB art. 3 and 17 (BWBR0027963).
"""

_BY_EXPERIENCE = frozenset((WantedKind.CORE_TASK, WantedKind.WORK_PROCESS, WantedKind.MODULE))


def needed(part: WantedPart, standing: Standing, kinds: Iterable[EvidenceKind]) -> tuple[str, ...]:
    """The slugs of what to bring: for a generic subject its exam, else what goes with each kind of evidence."""
    if standing is Standing.LAW:
        return ()
    if part.kind is WantedKind.GENERIC:
        return ("earlier-exam-in-subject",)
    found = tuple(dict.fromkeys(each.value for each in kinds))
    return found or (("any-evidence",) if part.kind in _BY_EXPERIENCE else ())


def notes(
    part: WantedPart, touches: Sequence[Touch], judged: Sequence[Judged], case: ExemptionCase
) -> Iterator[str]:
    """The slugs of what to know, each once."""
    if any(each.one_part for each in judged):
        yield "one-part-only"
    pieces = [each.piece for each in touches]
    marks = [each.mark for each in pieces if each.mark is not None and each.kind in EXAMINED]
    if marks:
        yield "mark-counts"
    level = case.qualification.level
    if part.kind is WantedKind.GENERIC and marks and level and level.value > 1:
        if max(marks) < LOWEST_FOR_DIPLOMA:
            yield "mark-below-5"
        elif max(marks) < MAY_ROUND_TO_SUFFICIENT:
            yield "mark-of-5"
    if part.kind is WantedKind.MODULE and any(each.kind not in EXAMINED for each in pieces):
        yield "no-mark-outside-mean"
    if any(from_abroad(each) for each in pieces) and part.kind is not WantedKind.GENERIC:
        yield "foreign-first"
    if part.kind is WantedKind.GENERIC and any(each.origin in ("havo", "vwo") for each in pieces):
        yield "must-be-exam"
    if any(each.nearness is Nearness.ASSUMED for each in touches):
        yield "version-assumed"
    if any(each.nearness is Nearness.EQUAL for each in touches):
        yield "equal-elsewhere"
    if any(each.piece.kind is EvidenceKind.DIPLOMA and part.kind is WantedKind.GENERIC for each in touches):
        yield "diploma-needs-results"


def school_notes(
    values: Mapping[str, Value], touches: Sequence[Touch], case: ExemptionCase, part: WantedPart
) -> Iterator[str]:
    """What the school itself says of the consequences, each once."""
    for touch in touches:
        for (conclusion, outcome), note in _SCHOOL_NOTES.items():
            if _says(case.school, conclusion, values, touch, part, case) is outcome:
                yield note


_SCHOOL_NOTES = {
    ("keeps-cum-laude", Outcome.NO): "no-cum-laude",
    ("counts-in-mean", Outcome.NO): "no-mark-outside-mean",
    ("result-stays-valid", Outcome.YES): "result-stays-valid",
}
"""What a school concludes about the consequences → the slug of what to know."""


def whom(
    part: WantedPart, values: Mapping[str, Value], touches: Sequence[Touch], case: ExemptionCase
) -> DecidingBody:
    """Who decides: the board, unless the school says that a team judges this."""
    by_team = [_says(case.school, "team-judges", values, each, part, case) for each in touches or (None,)]
    return DecidingBody.TEAM if Outcome.YES in by_team else DecidingBody.BOARD


def lessons(values: Mapping[str, Value], case: ExemptionCase) -> tuple[Outcome, str]:
    """Whether an exemption from the exam frees from lessons too, and who says so. The law does not say."""
    if case.school is None or "frees-from-lessons" not in case.school.conclusions:
        return Outcome.UNKNOWN, ""
    verdict = case.school.ask("frees-from-lessons", facts_of(values, None), on=case.on)
    return verdict.outcome, deciding_step(verdict.proof).source


def names(part: WantedPart, catalogue: Catalogue) -> frozenset[str]:
    """Under which names a precedent about this part, or one that is equal to it, stands."""
    if part.key is None:
        return frozenset((part.name,))
    keys: tuple[PartKey, ...] = (part.key, *equal_keys(catalogue, part.key))
    return frozenset(map(str, keys))


def _says(
    school: Law | None,
    conclusion: str,
    values: Mapping[str, Value],
    touch: Touch | None,
    part: WantedPart,
    case: ExemptionCase,
) -> Outcome:
    if school is None or conclusion not in school.conclusions:
        return Outcome.UNKNOWN
    item = evidence_item(touch, part, values, case) if touch else None
    return school.ask(conclusion, facts_of(values, item), on=case.on).outcome
