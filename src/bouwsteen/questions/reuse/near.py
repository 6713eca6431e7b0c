"""Which titles may be one piece of work: all pairs that are near one another, without comparing all with all.

Two titles are candidates when they share a rare piece: a word, or a group of letters of one. Pieces that very many
titles share only make candidates of neighbours in alphabetical order, so the work grows with the number of titles and
not with its square. The cosine of every candidate is then exact.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

LARGEST, NEIGHBOURS = 150, 12
"""Above `LARGEST` titles a piece is too common; then `NEIGHBOURS` on either side are candidates."""
PIECES_OF_WORD, PIECES_OF_TITLE = 2, 14
LEAST = 0.2
"""Pairs whose letters are less alike than this are no candidates for anything."""

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPair:
    """The places of two titles, the first before the second, and the cosine of their letters."""

    left: int
    right: int
    letters: float


def near_pairs(titles: Sequence[Stems], *, least: float = LEAST) -> Iterator[NearPair]:
    """The pairs of `titles` (their stems) that are near one another, by the place of the first, then the second."""
    space = _Space(titles)
    candidates = _candidates(titles, space)
    scratch: NDArray[np.float32] = np.zeros(len(space.rarity), dtype=np.float32)
    for left, others in enumerate(candidates):
        if not len(others):
            continue
        ids, weights = space.rows[left]
        scratch[ids] = weights
        for right, letters in zip(others.tolist(), space.cosines(scratch, others), strict=True):
            if letters >= least:
                yield NearPair(left=left, right=right, letters=letters)
        scratch[ids] = 0.0


def letter_cosines(titles: Sequence[Stems], pairs: Sequence[tuple[Stems, Stems]]) -> list[float]:
    """The cosine of the letters of each of `pairs`, in the space of `titles`."""
    space = _Space([*titles, *chain.from_iterable(pairs)])
    scratch: NDArray[np.float32] = np.zeros(len(space.rarity), dtype=np.float32)
    found = []
    for place in range(len(titles), len(titles) + 2 * len(pairs), 2):
        ids, weights = space.rows[place]
        scratch[ids] = weights
        found += space.cosines(scratch, np.array([place + 1]))
        scratch[ids] = 0.0
    return found


def rarity(titles: Sequence[Stems]) -> dict[str, float]:
    """Stem → how telling it is among `titles`: the rarer the more."""
    counts = Counter(chain.from_iterable(map(set, titles)))
    return {stem: math.log((1 + len(titles)) / (1 + count)) + 1 for stem, count in counts.items()}


class _Space:
    """Each title as a vector of length one over groups of letters."""

    def __init__(self, titles: Sequence[Stems]) -> None:
        self.numbers: dict[str, int] = {}
        counted = [Counter(chain.from_iterable(map(self._groups, title))) for title in titles]
        frequency = np.zeros(len(self.numbers), dtype=np.int64)
        for each in counted:
            frequency[list(each)] += 1
        self.frequency = frequency
        self.rarity = np.log((1 + len(titles)) / (1 + frequency)) + 1
        self.rows = [self._row(each) for each in counted]
        self.starts = np.cumsum([0, *(len(ids) for ids, _ in self.rows)])
        self.ids = np.concatenate([ids for ids, _ in self.rows] or [np.zeros(0, dtype=np.int64)])
        self.weights = np.concatenate([weights for _, weights in self.rows] or [np.zeros(0, np.float32)])

    def pieces(self, stem: str) -> list[int]:
        """The rarest groups of letters of a word that more than one title has."""
        known = {each for each in self._groups(stem) if self.frequency[each] > 1}
        return sorted(known, key=lambda each: (self.frequency[each], each))[:PIECES_OF_WORD]

    def cosines(self, scratch: NDArray[np.float32], others: NDArray[np.int64]) -> list[float]:
        """The cosine of the title that lies in `scratch` with each of `others`."""
        starts, lengths = self.starts[others], self.starts[others + 1] - self.starts[others]
        ends = np.cumsum(lengths)
        here = np.arange(ends[-1]) + np.repeat(starts - (ends - lengths), lengths)
        products = scratch[self.ids[here]] * self.weights[here]
        sums = np.add.reduceat(np.append(products, np.float32(0)), ends - lengths)
        return [float(total) if length else 0.0 for total, length in zip(sums, lengths, strict=True)]

    def _groups(self, stem: str) -> list[int]:
        return [self.numbers.setdefault(each, len(self.numbers)) for each in letter_groups(stem)]

    def _row(self, counts: Counter[int]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        ids = np.fromiter(sorted(counts), dtype=np.int64, count=len(counts))
        weights = np.array([1 + math.log(counts[each]) for each in ids.tolist()]) * self.rarity[ids]
        return ids, (weights / (np.linalg.norm(weights) or 1.0)).astype(np.float32)


@lru_cache(maxsize=100_000)
def letter_groups(word: str) -> tuple[str, ...]:
    """The groups of three to five letters of `word`, its borders marked by spaces."""
    bordered = f" {word} "
    return tuple(
        bordered[start : start + size]
        for size in (3, 4, 5)
        for start in range(max(0, len(bordered) - size + 1))
    )


def _candidates(titles: Sequence[Stems], space: _Space) -> Iterator[NDArray[np.int64]]:
    """For each title the later ones that share a rare piece with it."""
    pieces_of = {stem: space.pieces(stem) for stem in set(chain.from_iterable(titles))}
    words: Counter[str] = Counter(chain.from_iterable(map(set, titles)))
    blocks: defaultdict[str | int, list[int]] = defaultdict(list)
    ordered = sorted(range(len(titles)), key=lambda place: titles[place])
    pieces: list[list[str | int]] = [[] for _ in titles]
    for place in ordered:
        found: dict[str | int, int] = {}
        for stem in titles[place]:
            found[stem] = words[stem]
            found.update({each: int(space.frequency[each]) for each in pieces_of[stem]})
        pieces[place] = sorted(found, key=lambda each: (found[each], str(each)))[:PIECES_OF_TITLE]
        for each in pieces[place]:
            blocks[each].append(place)
    small = {name: np.array(block) for name, block in blocks.items() if 1 < len(block) <= LARGEST}
    beside = _beside({name: block for name, block in blocks.items() if len(block) > LARGEST})
    for place in range(len(titles)):
        near = [small[each] for each in pieces[place] if each in small]
        near += [np.array(sorted(beside[place]))] if place in beside else []
        others = np.unique(np.concatenate(near)) if near else np.zeros(0, dtype=np.int64)
        yield others[others > place]


def _beside(large: dict[str | int, list[int]]) -> dict[int, set[int]]:
    """Of pieces that are too common: each title with its neighbours in alphabetical order."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for block in large.values():
        for at, place in enumerate(block):
            for other in block[at + 1 : at + 1 + NEIGHBOURS]:
                found[min(place, other)].add(max(place, other))
    return found
