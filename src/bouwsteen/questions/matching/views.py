"""A view on many texts: a sparse matrix in which each text is a vector of length one, ready for cosines.

It is kept feature by feature: for each the texts that have it (`places`) and how much (`weights`). A feature is as
heavy as it is rare.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bouwsteen.questions.matching.features import Weighted

Bag = Sequence[tuple[float, str]]
"""Words with the weight at which each is said."""


MOST_IN_16_BITS = 2**16
ONE_OF_SEVERAL = 0.6
"""What saying one word of a text of several counts."""


@dataclass(frozen=True, slots=True)
class View:
    """One way of looking at texts. `features` are sorted; `places` are in 16 bits where these can count the texts."""

    features: NDArray[np.uint32]
    rarity: NDArray[np.float32]
    starts: NDArray[np.int32]
    places: NDArray[np.uint16] | NDArray[np.int32]
    weights: NDArray[np.float16]

    def cosines(self, said: Weighted, texts: int) -> NDArray[np.float32]:
        """The cosine of what is said with each of the `texts` texts. Linear in the texts that share a feature."""
        numbers, weights = self._known(said)
        if not len(numbers):
            return np.zeros(texts, dtype=np.float32)
        ranges = [slice(self.starts[number], self.starts[number + 1]) for number in numbers.tolist()]
        places = np.concatenate([self.places[here] for here in ranges])
        shares = [self.weights[here] * weight for here, weight in zip(ranges, weights, strict=True)]
        return np.bincount(places, np.concatenate(shares), minlength=texts).astype(np.float32)

    def covered(self, said: Weighted, texts: int) -> NDArray[np.float32]:
        """Of each of the `texts` texts how much of it is said, from 0 to 1; of one word among several only a part."""
        numbers, _ = self._known(said)
        found: NDArray[np.float32] = np.zeros(texts, dtype=np.float32)
        shared = np.zeros(texts, dtype=np.int32)
        for number in numbers.tolist():
            here = slice(self.starts[number], self.starts[number + 1])
            found[self.places[here]] += self.weights[here].astype(np.float32) ** 2
            shared[self.places[here]] += 1
        alone = (shared == 1) & (np.bincount(self.places, minlength=texts) > 1)
        found[alone] *= np.float32(ONE_OF_SEVERAL)
        return found

    def rarity_of(self, feature: int) -> float:
        """How rare a hashed feature is; 1 where no text has it."""
        place = int(np.searchsorted(self.features, feature))
        there = place < len(self.features) and self.features[place] == feature
        return float(self.rarity[place]) if there else 1.0

    def has(self, features: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """Of each feature whether a text has it."""
        if not len(self.features):
            return np.zeros(len(features), dtype=np.bool_)
        places = np.minimum(np.searchsorted(self.features, features), len(self.features) - 1)
        there: NDArray[np.bool_] = self.features[places] == features
        return there

    def _known(self, said: Weighted) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        features, weights = said
        if not len(self.features):
            return np.empty(0, np.int64), np.empty(0, np.float32)
        numbers = np.minimum(np.searchsorted(self.features, features), len(self.features) - 1)
        there = self.features[numbers] == features
        numbers, weights = numbers[there], weights[there] * self.rarity[numbers[there]]
        return numbers, weights / np.float32(math.sqrt(float(weights @ weights)) or 1.0)

    def arrays(self) -> tuple[NDArray[np.generic], ...]:
        return self.features, self.rarity, self.starts, self.places, self.weights


def said_in(bag: Bag, features: Callable[[str], Weighted]) -> Weighted:
    """The features of all words together, each once; saying a thing ten times is not ten times as much."""
    _, numbers, weights = _said([bag], features)
    return numbers, weights


def view_of(bags: Sequence[Bag], features: Callable[[str], Weighted]) -> View:
    """The view on texts given as bags of words, in their order."""
    places, numbers, weights = _said(bags, features)
    found, columns, spread = np.unique(numbers, return_inverse=True, return_counts=True)
    rarity = (np.log((len(bags) + 1) / (spread + 1)) + 1).astype(np.float32)
    weights = weights * rarity[columns]
    lengths = np.sqrt(np.bincount(places, weights * weights, minlength=len(bags)))
    weights /= np.maximum(lengths, 1e-9)[places].astype(np.float32)
    order = np.argsort(columns, kind="stable")
    starts = np.concatenate([[0], np.cumsum(spread)]).astype(np.int32)
    places = places[order]
    counted = places.astype(np.uint16) if len(bags) <= MOST_IN_16_BITS else places
    return View(found, rarity, starts, counted, weights[order].astype(np.float16))


def _said(
    bags: Sequence[Bag], features: Callable[[str], Weighted]
) -> tuple[NDArray[np.int32], NDArray[np.uint32], NDArray[np.float32]]:
    """Of each text each feature once: the place of the text, the feature, and how much it is said."""
    parts = [(place, *features(word), weight) for place, bag in enumerate(bags) for weight, word in bag]
    sizes = [len(numbers) for _, numbers, _, _ in parts]
    places = np.repeat(np.array([place for place, *_ in parts], dtype=np.uint64), sizes)
    numbers = np.concatenate([np.empty(0, np.uint32), *(each[1] for each in parts)])
    counts = np.concatenate([np.empty(0, np.float32), *(each[2] * np.float32(each[3]) for each in parts)])
    pairs, inverse = np.unique((places << np.uint64(32)) | numbers, return_inverse=True)
    weights = _dampened(np.bincount(inverse, counts, minlength=len(pairs)).astype(np.float32))
    return (pairs >> np.uint64(32)).astype(np.int32), pairs.astype(np.uint32), weights


def _dampened(counts: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.where(counts >= 1, 1 + np.log(np.maximum(counts, 1)), counts).astype(np.float32)
