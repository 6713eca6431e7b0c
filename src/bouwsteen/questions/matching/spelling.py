"""Words that nobody says, and the known word that each may be: wenkbrouwe is wenkbrauwen.

The known words that share the most letter groups are compared letter by letter: one mistake may stand in a short word,
two in a longer one, never in the first letter, for people seldom mistake that.

    >>> mistakes("kofie", "koffie", 2), mistakes("sneiden", "snijden", 2), mistakes("kok", "bakker", 2)
    (1, 2, 3)
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from bouwsteen.questions.matching.features import letter_features
from bouwsteen.questions.matching.language import stem
from bouwsteen.questions.matching.views import View, said_in, view_of

LEAST_LETTERS, LONG_FROM = 5, 9
COMPARED = 12
"""So many known words are compared letter by letter."""


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """The known words, and their letters."""

    words: tuple[str, ...]
    stems: frozenset[str]
    letters: View

    @cached_property
    def _joined(self) -> str:
        """All words in a row: what stands inside a longer one is known too (belasting, in belastingaangifte)."""
        return " ".join(self.words)

    def meant(self, word: str) -> str | None:
        """The known word that `word` may be; None where it is known itself, or like none."""
        if len(word) < LEAST_LETTERS or stem(word) in self.stems or stem(word) in self._joined:
            return None
        likeness = self.letters.cosines(said_in([(1.0, word)], letter_features), len(self.words))
        near = [self.words[place] for place in np.argsort(-likeness, kind="stable")[:COMPARED].tolist()]
        most = 2 if len(word) >= LONG_FROM else 1
        found = ((mistakes(word, each, most), place) for place, each in enumerate(near) if each[0] == word[0])
        count, place = min(found, default=(most + 1, 0))
        return near[place] if count <= most else None


def spelling_of(words: Iterable[str]) -> Spelling:
    """The spelling of `words`."""
    known = tuple(sorted({word for word in words if len(word) >= LEAST_LETTERS}))
    return Spelling(
        words=known,
        stems=frozenset(map(stem, known)),
        letters=view_of([[(1.0, word)] for word in known], letter_features),
    )


def mistakes(one: str, other: str, most: int) -> int:
    """How many letters are too many, lacking, wrong or changed places (`most` + 1 where there are more)."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [place]
        for column, opposite in enumerate(other, start=1):
            found = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != opposite))
            swapped = place > 1 and column > 1 and letter == other[column - 2] and one[place - 2] == opposite
            row.append(min(found, earlier[column - 2] + 1) if swapped else found)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
