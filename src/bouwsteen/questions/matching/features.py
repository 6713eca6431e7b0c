"""What a text is compared by: the words it says, whole and in parts, and the letters they are made of."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping

from bouwsteen.questions.matching.language import (
    compound_parts,
    letter_groups,
    stem,
    telling_words,
    without_ge,
    without_particle,
)

PART_WEIGHT = 0.8
"""A part of a word counts less than the word itself."""

Features = Mapping[str, float]


def word_features(text: str, known: Collection[str]) -> Features:
    """Stem → how much `text` says it; compounds also in parts, separable verbs also without their particle."""
    found: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for word in telling_words(text):
        whole = without_ge(word, known) or stem(word)
        found[whole] += 1
        for part in parts_of(word, known):
            if part != whole:
                weights[part] = weights.get(part, 0.0) + PART_WEIGHT
    return {name: found.get(name, 0) + weights.get(name, 0.0) for name in (*found, *weights)}


def parts_of(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The known words inside `word`: parts of a compound, or the verb behind a particle."""
    compound = compound_parts(word, known) if len(word) >= 7 else ()
    verb = without_particle(word, known)
    return (*compound, verb) if verb and verb not in compound else compound


def letter_features(text: str) -> Features:
    """Group of letters → how often it stands in the stems of `text`."""
    return Counter(group for word in telling_words(text) for group in letter_groups(stem(word)))


def in_context(
    title: Features,
    contexts: tuple[tuple[float, str], ...],
    features: Callable[[str], Features],
    again: float,
) -> Features:
    """The features of a title, with those of its context at the weight of that context.

    What stands in both counts as in the title, and `again` times the weight of the context more.
    """
    found = dict(title)
    for weight, text in contexts:
        for name, count in features(text).items():
            found[name] = found[name] + again * weight if name in found else weight * min(count, 1.0)
    return found
