"""The alternatives that matching is measured against: BM25, and TF-IDF over groups of letters.

Plain and strong: lower case without accents, Dutch function words left out (BM25), k1 = 1.2 and b = 0.75; groups of
three to five letters within word borders, logarithmic counts, smoothed rarity, cosine.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from bouwsteen.questions.matching.language import FUNCTION_WORDS, letter_groups, words

Scores = Callable[[str], NDArray[np.float32]]
"""A text → a score for each title, in their order."""


def bm25(titles: Sequence[str], *, k1: float = 1.2, b: float = 0.75) -> Scores:
    said = [Counter(word for word in words(title) if word not in FUNCTION_WORDS) for title in titles]
    lengths = [each.total() for each in said]
    mean = sum(lengths) / len(lengths)
    places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, counts in enumerate(said):
        for word, count in counts.items():
            norm = k1 * (1 - b + b * lengths[place] / mean)
            places[word].append((place, count * (k1 + 1) / (count + norm)))
    rarity = {
        word: math.log(1 + (len(titles) - len(here) + 0.5) / (len(here) + 0.5))
        for word, here in places.items()
    }
    kept = _columns(places)

    def scores(text: str) -> NDArray[np.float32]:
        return _sum(kept, [(word, rarity[word]) for word in words(text) if word in rarity], len(titles))

    return scores


def letter_tfidf(titles: Sequence[str]) -> Scores:
    said = [Counter(_letters(title)) for title in titles]
    frequency = Counter(group for each in said for group in each)
    rarity = {group: math.log((1 + len(titles)) / (1 + count)) + 1 for group, count in frequency.items()}
    places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, counts in enumerate(said):
        for group, weight in _unit(counts, rarity).items():
            places[group].append((place, weight))
    kept = _columns(places)

    def scores(text: str) -> NDArray[np.float32]:
        asked = Counter(group for group in _letters(text) if group in rarity)
        return _sum(kept, list(_unit(asked, rarity).items()), len(titles))

    return scores


_Columns = dict[str, tuple[NDArray[np.int32], NDArray[np.float32]]]


def _columns(places: dict[str, list[tuple[int, float]]]) -> _Columns:
    return {
        name: (np.array([place for place, _ in here], np.int32), np.array([w for _, w in here], np.float32))
        for name, here in places.items()
    }


def _sum(columns: _Columns, asked: Sequence[tuple[str, float]], count: int) -> NDArray[np.float32]:
    found = np.zeros(count, dtype=np.float32)
    for name, weight in asked:
        places, weights = columns[name]
        found[places] += np.float32(weight) * weights
    return found


def _letters(text: str) -> list[str]:
    return [group for word in words(text) for group in letter_groups(word)]


def _unit(counts: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    weights = {group: (1 + math.log(count)) * rarity[group] for group, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {group: weight / length for group, weight in weights.items()}
