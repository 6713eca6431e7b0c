"""What people say, and what the structure calls it: "mensen wassen en aankleden" is "persoonlijke zorg en ADL".

A saying is compared with a question like any other text, so that words near it are heard too. No titles are needed
for that: sayings are made ready once. What they mean is compared with titles when the index of those is made.
"""

from collections.abc import Iterator, Sequence
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

HEARD_FROM = 0.39
"""Likeness below which a saying is not heard; from there what it means counts more, up to all at 1."""

WHOLE, ELSEWHERE = 0.95, 0.6
"""The likeness of a saying that a longer question says whole; and the share of it that is sure whatever is meant."""
HEARING = Blend(letters=0.4, words=0.0, meaning=0.6)
MEANING = Blend(letters=0.0, words=0.5, meaning=0.5)
"""How sayings are compared with a question, and what they mean with titles."""
MEANT_FROM = 0.4
"""Likeness of a title to what a saying means below which it is not meant."""
AT_ONCE = 256
"""So many meanings are compared with all titles at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One way in which people say what the structure says in `means` (one title or name, or its words)."""

    said: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """For each title how much the sayings in a question mean it, from 0 to 1; and what was heard.

    `sayings` has the number of each saying that was heard, how much it counts, and the number of what it means.
    """

    meant: NDArray[np.float32]
    sayings: tuple[tuple[int, np.float32, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meanings:
    """What each meaning is in `count` titles: meaning after meaning the titles that are meant, and how much."""

    count: int
    starts: NDArray[np.int32]
    titles: NDArray[np.int32]
    likeness: NDArray[np.float16]

    def of(self, number: int) -> tuple[NDArray[np.int32], NDArray[np.float16]]:
        """The titles that a meaning means, in their order, and how much it means each."""
        here = slice(self.starts[number], self.starts[number + 1])
        return self.titles[here], self.likeness[here]

    def much(self, number: int, title: int) -> float:
        """How much a meaning means one title."""
        titles, likeness = self.of(number)
        place = int(np.searchsorted(titles, title))
        return float(likeness[place]) if place < len(titles) and titles[place] == title else 0.0

    def arrays(self) -> tuple[NDArray[np.generic], ...]:
        return self.starts, self.titles, self.likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """Sayings ready to be heard. `means` are the texts that they mean; `meaning` has of each saying their numbers."""

    said: tuple[str, ...]
    means: tuple[str, ...]
    meaning: tuple[tuple[int, ...], ...]
    texts: TextIndex

    def heard(self, asked: Asked, meanings: Meanings) -> Heard:
        """What the sayings in a question mean."""
        meant = np.zeros(meanings.count, np.float32)
        if not self.said:
            return Heard(meant=meant, sayings=())
        near = self.texts.near(asked) if len(asked.vector) else None
        likeness = np.maximum(self.texts.scores(asked, HEARING, near), self._whole(asked, near))
        heard = tuple(
            (place, np.float32((likeness[place] - HEARD_FROM) / (1 - HEARD_FROM)), number)
            for place in np.flatnonzero(likeness >= HEARD_FROM).tolist()
            for number in self.meaning[place]
        )
        for _, counts, number in heard:
            titles, much = meanings.of(number)
            meant[titles] = np.maximum(meant[titles], much * counts)
        return Heard(meant=meant, sayings=heard)

    def saying(self, heard: Heard, meanings: Meanings, title: int) -> str:
        """Which of the sayings that were heard means the title of that number most; the first of equal ones."""
        place, *_ = max(heard.sayings, key=lambda each: meanings.much(each[2], title) * each[1])
        return self.said[place]

    def _whole(self, asked: Asked, near: NDArray[np.float32] | None) -> NDArray[np.float32]:
        """The likeness of sayings that a question says whole, less where it means something else: rekenen, rekening."""
        covered = np.float32(WHOLE) * self.texts.words.covered(asked.words, self.texts.count)
        if near is None:
            return covered
        sure = np.clip(ELSEWHERE + near, 0, 1)
        found: NDArray[np.float32] = (covered * sure).astype(np.float32)
        return found


def sayings_of(sayings: Sequence[Saying], encode: Encode | None = None) -> Sayings:
    """`sayings` ready to be heard."""
    means = {text: number for number, text in enumerate(dict.fromkeys(each.means for each in sayings))}
    meaning: dict[str, list[int]] = {}
    for each in sayings:
        meaning.setdefault(each.said, []).append(means[each.means])
    return Sayings(
        said=tuple(meaning),
        means=tuple(means),
        meaning=tuple(map(tuple, meaning.values())),
        texts=index_of_texts((Described(title=said) for said in meaning), encode),
    )


def meanings_of(sayings: Sayings, titles: TextIndex, encode: Encode | None = None) -> Meanings:
    """What each of the texts that `sayings` mean is in `titles`."""
    found = [_meant(likeness) for likeness in _likeness(sayings.means, titles, encode)]
    sizes = [len(places) for places, _ in found]
    return Meanings(
        count=titles.count,
        starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32),
        titles=np.concatenate([np.empty(0, np.int32), *(places for places, _ in found)]),
        likeness=np.concatenate([np.empty(0, np.float16), *(much for _, much in found)]),
    )


def _meant(likeness: NDArray[np.float32]) -> tuple[NDArray[np.int32], NDArray[np.float16]]:
    places = np.flatnonzero(likeness >= MEANT_FROM).astype(np.int32)
    return places, np.minimum(likeness[places], 1).astype(np.float16)


def _likeness(
    means: Sequence[str], titles: TextIndex, encode: Encode | None
) -> Iterator[NDArray[np.float32]]:
    """Of each meaning its likeness to each title; their vectors are compared many at once."""
    for start in range(0, len(means), AT_ONCE):
        some = [titles.asked(text, encode) for text in means[start : start + AT_ONCE]]
        near = titles.vectors.near(np.array([each.vector for each in some]).T).T
        yield from (titles.scores(asked, MEANING, its) for asked, its in zip(some, near, strict=True))
