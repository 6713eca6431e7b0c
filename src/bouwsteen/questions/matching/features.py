"""What a text is compared by: the words it says, whole and in parts, and the letters they are made of.

A word alone decides its features, so each word is taken apart once, however many texts have it.
"""

from collections.abc import Collection
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bouwsteen.questions.matching.language import (
    compound_parts,
    hashed,
    letter_groups,
    stem,
    without_ge,
    without_particle,
)

PART_WEIGHT = 0.8
"""A part of a word counts less than the word itself."""

Weighted = tuple[NDArray[np.uint32], NDArray[np.float32]]
"""Hashed features, and how much each is said."""


def stems_of(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The stems under which `word` can be met: of the whole first, then of its parts."""
    whole = without_ge(word, known) or stem(word)
    return tuple(dict.fromkeys((whole, *parts_of(word, known))))


def parts_of(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The known words inside `word`: parts of a compound, or the verb behind a particle."""
    compound = compound_parts(word, known) if len(word) >= 7 else ()
    verb = without_particle(word, known)
    return (*compound, verb) if verb and verb not in compound else compound


def word_features(word: str, known: Collection[str]) -> Weighted:
    """The stems of `word`, the parts of a compound at less weight than the whole."""
    stems = stems_of(word, known)
    weights = np.full(len(stems), PART_WEIGHT, dtype=np.float32)
    weights[0] = 1.0
    return hashed(stems), weights


LETTERS_KEPT = 512
"""Of so many words the groups of letters stay in memory, a kilobyte each: those that many people say."""


@lru_cache(maxsize=LETTERS_KEPT)
def letter_features(word: str) -> Weighted:
    """The groups of letters of `word` as it is written."""
    found, counts = np.unique(hashed(letter_groups(word)), return_counts=True)
    return found, counts.astype(np.float32)
