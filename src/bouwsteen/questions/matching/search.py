"""The work processes that a text is about, best first, and the words that carried each.

The score is the mean of two cosines: of words (whole, and in parts) and of groups of letters. It ranks; it is no
percentage and grants nothing. What scores too low to mean anything is left out: then nothing fits.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bouwsteen.model.coverage import Match
from bouwsteen.questions.matching.errors import EmptyText, TextTooLong
from bouwsteen.questions.matching.features import Features, letter_features, word_features
from bouwsteen.questions.matching.index import WorkProcessIndex
from bouwsteen.questions.matching.language import letter_groups, stem, telling_words

MOST_CHARACTERS = 10_000
LEAST_SCORE = 0.12
"""Below this a text shares no more with a title than any text does."""
LEAST_SHARE_OF_BEST = 0.3
ALIKE = 0.45
"""Share of common groups of letters (Dice) from which two words count as one with a typing error."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A text, ready to be compared: what it says, and the words in it that the index does not know."""

    words: Features
    letters: Features
    strange: tuple[frozenset[str], ...]


def asked(index: WorkProcessIndex, text: str) -> Asked:
    said = word_features(text, index.known)
    strange = (
        frozenset(letter_groups(word)) for word in telling_words(text) if stem(word) not in index.words.names
    )
    return Asked(said, letter_features(text), tuple(strange))


def match(index: WorkProcessIndex, text: str, *, titles: int = 100) -> tuple[Match, ...]:
    """Every work process that bears one of the `titles` best different titles, best first.

    Equal scores stand in the order of their keys. Raises `EmptyText` for a text without a letter and `TextTooLong`
    for one of over 10,000 characters.
    """
    if len(text) > MOST_CHARACTERS:
        raise TextTooLong(len(text), MOST_CHARACTERS)
    if not any(sign.isalpha() for sign in text):
        raise EmptyText(text)
    question = asked(index, text)
    scores = _scores(index, question)
    why: dict[str, tuple[str, ...]] = {}
    found: list[Match] = []
    for place in _fitting(scores):
        title, score = index.titles[place], float(scores[place])
        if title not in why:
            if len(why) >= titles:
                continue
            carried = why_it_matched(index, question, title)
            if not carried and score < 2 * LEAST_SCORE:
                continue
            why[title] = carried
        shown = round(min(1.0, score), 4)
        found += (Match(key=key, title=title, score=shown, why=why[title]) for key in index.keys[place])
    return tuple(sorted(found, key=lambda each: (-each.score, each.key)))


def _fitting(scores: NDArray[np.float32]) -> list[int]:
    """The places of the titles that score high enough to mean something, best first."""
    least = max(LEAST_SCORE, LEAST_SHARE_OF_BEST * float(scores.max(initial=0.0)))
    places = np.flatnonzero(scores >= least)
    return [int(place) for place in places[np.lexsort((places, -scores[places]))]]


def scores_of(index: WorkProcessIndex, text: str) -> NDArray[np.float32]:
    """The score of each title in context, in the order of `index.titles`."""
    return _scores(index, asked(index, text))


def _scores(index: WorkProcessIndex, question: Asked) -> NDArray[np.float32]:
    count = len(index.titles)
    by_word = index.words.cosines(question.words, count)
    by_letter = index.letters.cosines(question.letters, count)
    return (by_word + by_letter) * np.float32(0.5)


def why_it_matched(index: WorkProcessIndex, question: Asked, title: str) -> tuple[str, ...]:
    """The words of `title` that the text also says, whole, in part or misspelt, rarest first."""
    strength = {word: _strength(index, word, question) for word in dict.fromkeys(telling_words(title))}
    return tuple(sorted((word for word in strength if strength[word]), key=lambda word: -strength[word]))


def _strength(index: WorkProcessIndex, word: str, question: Asked) -> float:
    shared = [_rarity(index, name) for name in index.carriers[word] if name in question.words]
    if shared or not question.strange:
        return max(shared, default=0.0)
    mine = frozenset(letter_groups(word))
    alike = max(2 * len(mine & other) / (len(mine) + len(other)) for other in question.strange)
    return alike if alike >= ALIKE else 0.0


def _rarity(index: WorkProcessIndex, name: str) -> float:
    number = index.words.names.get(name)
    return float(index.words.rarity[number]) if number is not None else 1.0
