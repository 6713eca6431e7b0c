"""How like a title names are, letter by letter: cosines over groups of three to five letters.

A group counts as it is rare among the names that are compared, so what they all share (the head of a compound, mostly)
weighs little. That is why a few hundred names that are near already are put in a better order than thousands would be.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

_WORD = re.compile(r"[a-z0-9]+")
SIZES = (3, 4, 5)


def cosines(title: str, names: Sequence[str]) -> list[float]:
    """How like the title each name is, from 0 to 1."""
    counted = [Counter(_groups(name)) for name in names]
    frequency = Counter(group for counts in counted for group in counts)
    rarity = {group: math.log((1 + len(names)) / (1 + count)) + 1 for group, count in frequency.items()}
    unknown = math.log(1 + len(names)) + 1
    asked = _unit(Counter(_groups(title)), rarity, unknown)
    return [_product(asked, _unit(counts, rarity, unknown)) for counts in counted]


def _groups(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    bordered = [f" {word} " for word in _WORD.findall(plain)]
    return [
        word[start : start + size]
        for word in bordered
        for size in SIZES
        for start in range(len(word) - size + 1)
    ]


def _unit(counts: Counter[str], rarity: Mapping[str, float], unknown: float) -> Mapping[str, float]:
    weights = {group: (1 + math.log(count)) * rarity.get(group, unknown) for group, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {group: weight / length for group, weight in weights.items()}


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return min(1.0, sum(weight * other.get(group, 0.0) for group, weight in one.items()))
