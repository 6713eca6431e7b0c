"""Two texts, word by word: what stayed, what went out, what came in.

>>> [(each.kind.value, each.words) for each in difference("Verzorgt de voorraad", "Beheert de voorraad")]
[('out', 'Verzorgt'), ('in', 'Beheert'), ('same', 'de voorraad')]
>>> share_kept("Verzorgt de voorraad", "de voorraad")
Fraction(1, 1)
"""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from fractions import Fraction


class Change(StrEnum):
    """What happened to words between one text and another."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that follow one another and share one fate."""

    kind: Change
    words: str


def difference(old: str, new: str) -> tuple[Run, ...]:
    """From `old` to `new`; capitals and end marks make no difference. About linear for texts that are alike."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, [_bare(each) for each in before], [_bare(each) for each in after], False)
    found: list[Run] = []
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind == "equal":
            found.append(Run(Change.SAME, " ".join(after[new_from:new_to])))
            continue
        if old_to > old_from:
            found.append(Run(Change.OUT, " ".join(before[old_from:old_to])))
        if new_to > new_from:
            found.append(Run(Change.IN, " ".join(after[new_from:new_to])))
    return tuple(found)


def share_kept(one: str, other: str) -> Fraction:
    """Of the telling words of the shorter text, the share that the other has too, each as often as it has it."""
    first, second = (Counter(filter(_tells, map(_bare, text.split()))) for text in (one, other))
    least = min(first.total(), second.total())
    return Fraction((first & second).total(), least) if least else Fraction(0)


def _bare(word: str) -> str:
    return re.sub(r"^\W+|\W+$", "", word.casefold())


def _tells(word: str) -> bool:
    """Short words stand in every text, and would make all of them alike."""
    return len(word) > 3
