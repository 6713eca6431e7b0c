"""Whether a result is good enough to count as done, and for which programme it is a result.

>>> from decimal import Decimal
>>> passed(Result(part="B1-K1", mark=Decimal(6))), passed(Result(part="B1-K1", mark=Decimal("5.5")))
(<Outcome.YES: 'yes'>, <Outcome.UNKNOWN: 'unknown'>)
>>> passed(Result(part="nederlands", mark=Decimal("5.5")))
<Outcome.YES: 'yes'>

Of a generic subject the law says how a mark is rounded: a final mark is a whole number, a half goes up. Of other parts
it says nothing, so a mark from 5.5 up to 6 depends on the examination rules of the school, unless it gave its judgement
too; and so does every mark of a module that is not whole, for it counts in a mean, and none may be below 4.
Source: EKB art. 3 and 17 (BWBR0027963).
"""

from decimal import ROUND_HALF_UP, Decimal

from bouwsteen.model.codes import MODULE, PartKey
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import GenericPart, Judgement, Result
from bouwsteen.model.records import Qualification

SUFFICIENT_MARK = Decimal(6)
MAY_ROUND_TO_SUFFICIENT = Decimal("5.5")

GRADED = (GenericPart.DUTCH, GenericPart.NUMERACY, GenericPart.ENGLISH)
"""The parts that always have a mark, a whole number from 1 to 10. Source: EKB art. 3 (BWBR0027963)."""

_OF_WORDS = {
    Judgement.INSUFFICIENT: Outcome.NO,
    Judgement.SUFFICIENT: Outcome.YES,
    Judgement.GOOD: Outcome.YES,
    Judgement.FULFILLED: Outcome.YES,
    Judgement.NOT_FULFILLED: Outcome.NO,
    Judgement.POSITIVE: Outcome.YES,
    Judgement.NOT_POSITIVE: Outcome.NO,
    Judgement.TAKEN: Outcome.UNKNOWN,
    Judgement.EXEMPTED: Outcome.YES,
}


def passed(result: Result) -> Outcome:
    """Whether the part is done; unknown where the school's rounding decides, or where it was only taken."""
    enough = {mark >= SUFFICIENT_MARK for mark in final_marks(result)}
    if len(enough) == 2:
        return Outcome.UNKNOWN
    if enough:
        return Outcome.YES if enough.pop() else Outcome.NO
    return judged(result.judgement)


def judged(judgement: Judgement | None) -> Outcome:
    """Whether the part is done by the words of the school; unknown where it was only taken, or nothing is said."""
    return _OF_WORDS[judgement] if judgement else Outcome.UNKNOWN


def contradicts(mark: Decimal, judgement: Judgement | None) -> bool:
    """Whether they cannot both be true; from 5.5 up to 6 schools differ in rounding, and an exemption has no mark.

    >>> contradicts(Decimal(6), Judgement.INSUFFICIENT), contradicts(Decimal("5.5"), Judgement.INSUFFICIENT)
    (True, False)
    >>> contradicts(Decimal("5.4"), Judgement.SUFFICIENT), contradicts(Decimal("5.4"), Judgement.EXEMPTED)
    (True, False)
    """
    if mark >= SUFFICIENT_MARK:
        return judged(judgement) is Outcome.NO
    if mark >= MAY_ROUND_TO_SUFFICIENT or judgement is Judgement.EXEMPTED:
        return False
    return judged(judgement) is Outcome.YES


def final_marks(result: Result) -> tuple[Decimal, ...]:
    """The marks as which a result may count, the lower first: none, one, or two where only the school says which.

    >>> final_marks(Result(part="B1-K1", mark=Decimal("5.5")))
    (Decimal('5.5'), Decimal('6'))
    >>> final_marks(Result(part="B1-K1", mark=Decimal("5.5"), judgement=Judgement.SUFFICIENT))
    (Decimal('6'),)
    >>> final_marks(Result(part="K0059", mark=Decimal("3.9"))), final_marks(Result(part="B1-K1", mark=Decimal("3.9")))
    ((Decimal('3.9'), Decimal('4')), (Decimal('3.9'),))
    """
    mark = final_mark(result)
    if mark is None:
        return ()
    if not MAY_ROUND_TO_SUFFICIENT <= mark < SUFFICIENT_MARK:
        return _rounded_or_not(mark) if MODULE.fullmatch(result.part) else (mark,)
    match result.judgement:
        case None | Judgement.TAKEN | Judgement.EXEMPTED:
            return (mark, SUFFICIENT_MARK)
        case said:
            return (SUFFICIENT_MARK if judged(said) is Outcome.YES else mark,)


def _rounded_or_not(mark: Decimal) -> tuple[Decimal, ...]:
    return tuple(sorted({mark, _whole(mark)}))


def _whole(mark: Decimal) -> Decimal:
    return mark.quantize(Decimal(1), ROUND_HALF_UP)


def final_mark(result: Result) -> Decimal | None:
    """The mark as it counts: of Dutch, numeracy and English a whole number, a half goes up.

    >>> final_mark(Result(part="engels", mark=Decimal("5.4"))), final_mark(Result(part="K0059", mark=Decimal("5.4")))
    (Decimal('5'), Decimal('5.4'))
    """
    if result.mark is None or result.part not in GRADED:
        return result.mark
    return _whole(result.mark)


def own_code(part: str, crebo: str | None, programme: Qualification | None) -> str:
    """The code of a part of the programme that somebody follows; empty for the key of a part of another one.

    >>> own_code("B1-K1", "25698", None), own_code("25698/2024/B1-K1", "25698", None)
    ('B1-K1', 'B1-K1')
    >>> own_code("25808/2024/B1-K1", "25698", None)
    ''
    """
    if "/" not in part:
        return part
    key = PartKey.parse(part)
    return key.code if key.owner in (crebo, programme.owner if programme else None) else ""
