"""Whole hours for the parts of a programme, so that together they stay what the programme takes.

Each rounded by itself, seventeen parts of one programme came to 4,810 hours where it has 4,800: half a year more for
ten hours. The largest remainders are rounded up instead, the first of equals first.

>>> rounded([Fraction(5, 2), Fraction(5, 2), Fraction(5, 2), Fraction(5, 2)])
[3, 3, 2, 2]
"""

from collections.abc import Sequence
from fractions import Fraction


def rounded(shares: Sequence[Fraction]) -> list[int]:
    """Each share in whole hours, rounded down or up; the sum is that of the shares, rounded half up."""
    whole = [int(each) for each in shares]
    missing = int(sum(shares, start=Fraction(0)) + Fraction(1, 2)) - sum(whole)
    by_remainder = sorted(range(len(shares)), key=lambda at: whole[at] - shares[at])
    for at in by_remainder[:missing]:
        whole[at] += 1
    return whole
