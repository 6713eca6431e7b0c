"""Whether a result is good enough to count as done.

>>> from decimal import Decimal
>>> passed(Result(part="B1-K1", mark=Decimal(6))), passed(Result(part="B1-K1", mark=Decimal("5.5")))
(<Outcome.YES: 'yes'>, <Outcome.UNKNOWN: 'unknown'>)

A mark from 5.5 up to 6 depends on how the school rounds. Source: EKB art. 17 (BWBR0027963).
"""

from decimal import Decimal

from bouwsteen.model.period import Outcome
from bouwsteen.model.person import Judgement, Result

SUFFICIENT_MARK = Decimal(6)
MAY_ROUND_TO_SUFFICIENT = Decimal("5.5")

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
    if result.mark is not None:
        if result.mark >= SUFFICIENT_MARK:
            return Outcome.YES
        return Outcome.UNKNOWN if result.mark >= MAY_ROUND_TO_SUFFICIENT else Outcome.NO
    return _OF_WORDS[result.judgement] if result.judgement else Outcome.UNKNOWN
