"""Is a qualification still recognisable? Three measures for the balance between customisation and recognition.

In words:

* **common share**: the part of a qualification's elements that some other qualification has too. High: much can be
  exempted, and a diploma says less about this one occupation. Low: it stands alone.
* **coherence** of a core task: when one of its elements stands elsewhere, how much of the rest stands there too? The
  mean, over every other qualification with at least one of its elements, of the share that it has. 1: it always
  travels whole, so it can carry a certificate that people recognise. Unknown where none of it recurs.
* **nearest**: the qualification that shares most, as the share of the elements of both together that both have. Close
  to 1: two diplomas for nearly one thing.

They count elements, not hours, since hours below a qualification are estimates.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCoherence:
    """Of a core task: how much it holds together elsewhere, and in how many other qualifications some of it stands."""

    key: str
    coherence: Fraction | None
    elsewhere: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognisability:
    """The three measures of one qualification. `nearest` is None where nothing is shared with any."""

    crebo: str
    elements: int
    common_share: Fraction
    nearest: str | None
    nearest_overlap: Fraction
    tasks: tuple[TaskCoherence, ...]


def recognisability(
    crebo: str, tasks: Mapping[str, Sequence[str]], others: Mapping[str, frozenset[str]]
) -> Recognisability:
    """`tasks` are the elements of each core task of `crebo`; `others` those of every other qualification."""
    mine = frozenset(element for elements in tasks.values() for element in elements)
    shared = {other: mine & theirs for other, theirs in others.items() if mine & theirs}
    anywhere = frozenset[str]().union(*shared.values())
    overlaps = {other: Fraction(len(both), len(mine | others[other])) for other, both in shared.items()}
    nearest = min(overlaps, key=lambda other: (-overlaps[other], other), default=None)
    return Recognisability(
        crebo=crebo,
        elements=len(mine),
        common_share=Fraction(len(anywhere), len(mine)) if mine else Fraction(0),
        nearest=nearest,
        nearest_overlap=overlaps[nearest] if nearest else Fraction(0),
        tasks=tuple(_coherence(key, frozenset(elements), others) for key, elements in tasks.items()),
    )


def _coherence(key: str, elements: frozenset[str], others: Mapping[str, frozenset[str]]) -> TaskCoherence:
    shares = [Fraction(len(both), len(elements)) for theirs in others.values() if (both := elements & theirs)]
    return TaskCoherence(
        key=key,
        coherence=sum(shares, start=Fraction(0)) / len(shares) if shares else None,
        elsewhere=len(shares),
    )
