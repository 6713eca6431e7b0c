"""Names of occupations, found by a title that is almost one of them.

A name is as like a title as the words they share are rare, and two words may be alike without being the same: one
holds the other (marktverkoper, verkoper), or there is a typing error in it (verkooper). This is Soft TF-IDF; the
score is a cosine from 0 to 1. It ranks, and proves nothing.

Source: Cohen, Ravikumar and Fienberg, A Comparison of String Distance Metrics for Name-Matching Tasks (2003).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product

from bouwsteen.questions.occupations.titles import folded

LEAST_ALIKE = 0.5
"""Share of common groups of three letters (Dice) from which two words may be one with a typing error."""
SPELT_ALIKE, HEAD, PART = 0.9, 0.6, 0.3
"""How much a word counts that is spelt alike; that ends in the other; that only holds it."""
LEAST_SCORE = 0.35
HEAD_LETTERS, PART_LETTERS = 3, 4
"""Shorter words say nothing inside another one."""
MOST_WAYS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """A name and how like the title it is; 1 only for the same words in any order."""

    name: str
    score: float


@dataclass(frozen=True, eq=False)
class NameIndex:
    """Names, indexed on first use. Linear in their words.

    `among` is the larger index that says how rare words are, so that a likeness is the same in both directions.
    """

    names: Sequence[str]
    among: "NameIndex | None" = None

    def same(self, title: str) -> tuple[str, ...]:
        """The names that are the title in one of its forms."""
        return self._by_words.get(tuple(sorted(folded(title))), ())

    def misspelt(self, title: str) -> tuple[str, ...]:
        """The names that are the title but for a typing error: one in a word of five letters, two from nine."""
        ways = [tuple(self._spelt_almost(word)) for word in folded(title)]
        if not ways or math.prod(map(len, ways)) > MOST_WAYS:
            return ()
        found = (self._by_words.get(tuple(sorted(words)), ()) for words in product(*ways))
        return tuple(dict.fromkeys(chain.from_iterable(found)))

    def alike(self, title: str, *, most: int = 20, least: float = LEAST_SCORE) -> tuple[Likeness, ...]:
        """The names that are most like the title, best first; equal ones in the order of the alphabet."""
        asked = folded(title)
        weights = self._weights(asked)
        scores: defaultdict[int, float] = defaultdict(float)
        for word in dict.fromkeys(asked):
            nearest: dict[int, float] = {}
            for other, alike in self._like(word).items():
                for place in self._places[other]:
                    value = alike * self._share(place, other)
                    if value > nearest.get(place, 0.0):
                        nearest[place] = value
            for place, value in nearest.items():
                scores[place] += weights[word] * value
        found = ((-round(min(1.0, score), 4), self.names[place]) for place, score in scores.items())
        best = sorted(each for each in found if -each[0] >= least)[:most]
        return tuple(Likeness(name=name, score=-score) for score, name in best)

    @cached_property
    def _words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(map(folded, self.names))

    @cached_property
    def _by_words(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        found: defaultdict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
        for name, words in zip(self.names, self._words, strict=True):
            if words:
                found[tuple(sorted(words))][name] = None
        return {words: tuple(names) for words, names in found.items()}

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, ...]]:
        """Word → the places of the names that hold it."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, words in enumerate(self._words):
            for word in dict.fromkeys(words):
                found[word].append(place)
        return {word: tuple(places) for word, places in found.items()}

    def _share(self, place: int, word: str) -> float:
        """The weight of a word in a name, as a vector of length one."""
        known = self._shares.get(place)
        if known is None:
            known = self._shares[place] = self._weights(self._words[place])
        return known[word]

    @cached_property
    def _shares(self) -> dict[int, Mapping[str, float]]:
        return {}  # most names are never asked for

    def _weights(self, words: Iterable[str]) -> Mapping[str, float]:
        rare = {word: self._rarity(word) for word in dict.fromkeys(words)}
        length = math.sqrt(sum(weight * weight for weight in rare.values())) or 1.0
        return {word: weight / length for word, weight in rare.items()}

    def _rarity(self, word: str) -> float:
        if self.among:
            return self.among._rarity(word)
        return math.log((len(self.names) + 1) / (len(self._places.get(word, ())) + 1)) + 1

    def _spelt_almost(self, word: str) -> Iterable[str]:
        if word in self._places:
            return (word,)
        near = {other for group in _groups(word) for other in self._by_group.get(group, ())}
        return sorted(other for other in near if _edits(word, other) <= _forgiven(word))

    def _like(self, word: str) -> Mapping[str, float]:
        """Known words → how much they count for `word`."""
        groups = _groups(word)
        shared = Counter(other for group in groups for other in self._by_group.get(group, ()))
        found: dict[str, float] = {}
        for other, count in shared.items():
            dice = 2 * count / (len(groups) + len(_groups(other)))
            alike = _alike(word, other, dice)
            if alike:
                found[other] = alike
        if word in self._places:
            found[word] = 1.0
        return found

    @cached_property
    def _by_group(self) -> Mapping[str, tuple[str, ...]]:
        """Group of three letters → the words that hold it."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._places:
            for group in _groups(word):
                found[group].append(word)
        return {group: tuple(words) for group, words in found.items()}


def _alike(word: str, other: str, dice: float) -> float:
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) >= HEAD_LETTERS and longer.endswith(shorter):
        return HEAD
    if len(shorter) >= PART_LETTERS and shorter in longer:
        return PART
    return SPELT_ALIKE * dice if dice >= LEAST_ALIKE else 0.0


def _forgiven(word: str) -> int:
    return 2 if len(word) >= 9 else 1 if len(word) >= 5 else 0


def _edits(word: str, other: str) -> int:
    """Letters put in, left out, changed, or swapped with the next (Damerau-Levenshtein, restricted)."""
    if abs(len(word) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word):
        two_before, before, row = before, row, [at + 1]
        for place, there in enumerate(other):
            cost = min(before[place] + (letter != there), before[place + 1] + 1, row[place] + 1)
            if at and place and letter == other[place - 1] and word[at - 1] == there:
                cost = min(cost, two_before[place - 1] + 1)
            row.append(cost)
    return row[-1]


def _groups(word: str) -> frozenset[str]:
    bordered = f" {word} "
    return frozenset(bordered[start : start + 3] for start in range(len(bordered) - 2))
