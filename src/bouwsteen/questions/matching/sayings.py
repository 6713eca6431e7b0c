"""What people say, and what the structure calls it: "mensen wassen en aankleden" is "persoonlijke zorg en ADL".

A saying is compared with a question like any other text, so that words near it are heard too. What it means is
compared with the titles once, when the index is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bouwsteen.questions.matching.texts import (
    Asked,
    Blend,
    Described,
    Encode,
    TextIndex,
    index_of_texts,
)

HEARD_FROM = 0.43
"""Likeness below which a saying is not heard; from there what it means counts more, up to all at 1."""

WHOLE, ELSEWHERE = 0.9, 0.6
"""The likeness of a saying that a longer question says whole; and the share of it that is sure whatever is meant."""
HEARING = Blend(letters=0.5, words=0.0, meaning=0.5)
MEANING = Blend(letters=0.0, words=0.5, meaning=0.5)
"""How sayings are compared with a question, and what they mean with titles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One way in which people say what the structure says in `means` (one title or name, or its words)."""

    said: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """For each title how much the sayings in a question mean it, from 0 to 1; and what was heard.

    `sayings` has the number of each saying that was heard, how much it counts, and the row of what it means.
    """

    meant: NDArray[np.float32]
    sayings: tuple[tuple[int, np.float32, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """Sayings ready to be heard. `meaning` tells of each saying its rows in `likeness`: its likeness to each title."""

    said: tuple[str, ...]
    texts: TextIndex
    meaning: tuple[tuple[int, ...], ...]
    likeness: NDArray[np.float16]

    def heard(self, asked: Asked) -> Heard:
        """What the sayings in a question mean."""
        meant = np.zeros(self.likeness.shape[1], np.float32)
        if not self.said:
            return Heard(meant=meant, sayings=())
        near = self.texts.near(asked) if len(asked.vector) else None
        likeness = np.maximum(self.texts.scores(asked, HEARING, near), self._whole(asked, near))
        heard = tuple(
            (place, np.float32((likeness[place] - HEARD_FROM) / (1 - HEARD_FROM)), row)
            for place in np.flatnonzero(likeness >= HEARD_FROM).tolist()
            for row in self.meaning[place]
        )
        for _, counts, row in heard:
            np.maximum(meant, self.likeness[row] * counts, out=meant)
        return Heard(meant=meant, sayings=heard)

    def saying(self, heard: Heard, title: int) -> str:
        """Which of the sayings that were heard means the title of that number most; the first of equal ones."""
        place, *_ = max(heard.sayings, key=lambda each: float(self.likeness[each[2], title] * each[1]))
        return self.said[place]

    def _whole(self, asked: Asked, near: NDArray[np.float32] | None) -> NDArray[np.float32]:
        """The likeness of sayings that a question says whole, less where it means something else: rekenen, rekening."""
        covered = np.float32(WHOLE) * self.texts.words.covered(asked.words, self.texts.count)
        if near is None:
            return covered
        sure = np.clip(ELSEWHERE + near, 0, 1)
        found: NDArray[np.float32] = (covered * sure).astype(np.float32)
        return found


def sayings_of(sayings: Sequence[Saying], titles: TextIndex, encode: Encode | None) -> Sayings:
    """`sayings` ready to be heard, for `titles`."""
    rows: dict[str, list[str]] = {}
    for each in sayings:
        rows.setdefault(each.said, []).append(each.means)
    means = {text: place for place, text in enumerate(dict.fromkeys(each.means for each in sayings))}
    likeness = np.zeros((len(means), titles.count), dtype=np.float16)
    for text, row in means.items():
        likeness[row] = np.clip(titles.scores(titles.asked(text, encode), MEANING), 0, 1)
    return Sayings(
        said=tuple(rows),
        texts=index_of_texts((Described(title=said) for said in rows), encode),
        meaning=tuple(tuple(means[text] for text in texts) for texts in rows.values()),
        likeness=likeness,
    )
