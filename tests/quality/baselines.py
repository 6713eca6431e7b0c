"""The alternatives that matching is measured against: BM25, and TF-IDF over groups of letters.

Plain and strong: lower case without accents, Dutch function words left out (BM25), k1 = 1.2 and b = 0.75; groups of
three to five letters within word borders, logarithmic counts, smoothed rarity, cosine.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from bouwsteen.questions.matching.language import FUNCTION_WORDS, letter_groups, words

Scores = Callable[[str], list[float]]


def bm25(titles: Sequence[str], *, k1: float = 1.2, b: float = 0.75) -> Scores:
    said = [Counter(word for word in words(title) if word not in FUNCTION_WORDS) for title in titles]
    lengths = [each.total() for each in said]
    mean = sum(lengths) / len(lengths)
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, counts in enumerate(said):
        for word in counts:
            places[word].append(place)

    def scores(text: str) -> list[float]:
        found = [0.0] * len(titles)
        for word in words(text):
            here = places.get(word, [])
            rarity = math.log(1 + (len(titles) - len(here) + 0.5) / (len(here) + 0.5))
            for place in here:
                count = said[place][word]
                norm = k1 * (1 - b + b * lengths[place] / mean)
                found[place] += rarity * count * (k1 + 1) / (count + norm)
        return found

    return scores


def letter_tfidf(titles: Sequence[str]) -> Scores:
    said = [Counter(group for word in words(title) for group in letter_groups(word)) for title in titles]
    frequency = Counter(group for each in said for group in each)
    rarity = {group: math.log((1 + len(titles)) / (1 + count)) + 1 for group, count in frequency.items()}
    places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, counts in enumerate(said):
        for group, weight in _unit(counts, rarity).items():
            places[group].append((place, weight))

    def scores(text: str) -> list[float]:
        found = [0.0] * len(titles)
        asked = Counter(group for word in words(text) for group in letter_groups(word) if group in rarity)
        for group, weight in _unit(asked, rarity).items():
            for place, other in places[group]:
                found[place] += weight * other
        return found

    return scores


def _unit(counts: Counter[str], rarity: dict[str, float]) -> dict[str, float]:
    weights = {group: (1 + math.log(count)) * rarity[group] for group, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {group: weight / length for group, weight in weights.items()}
