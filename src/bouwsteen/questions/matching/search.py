"""The work processes that a text is about, best first, and the words that carried each.

The score is of letters, words and meaning together, raised by what everyday words in the text mean. It ranks; it is no
percentage and grants nothing. What scores too low to mean anything is left out: then nothing fits.
"""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from bouwsteen.model.coverage import Fit, Match
from bouwsteen.questions.matching.clauses import is_description
from bouwsteen.questions.matching.errors import EmptyText, TextTooLong
from bouwsteen.questions.matching.index import WorkProcessIndex
from bouwsteen.questions.matching.language import hashed, letter_groups, stem, telling_words, title_words
from bouwsteen.questions.matching.sayings import Heard
from bouwsteen.questions.matching.texts import DESCRIPTIONS, TITLES, Asked, Blend, Encode

MOST_CHARACTERS = 10_000
SAYING_WEIGHT = 0.9
"""How much what an everyday saying means counts beside the text itself."""
LONG = 6
"""In a text of more stems than this some saying is heard by chance: each counts less, in one of twice as many none."""
GOOD_FROM, POSSIBLE_FROM, WEAK_FROM = 0.7, 0.35, 0.15
"""Scores from which a find is a good, a possible and a weak fit: docs/quality.md has how often each is right."""
SURENESS = {Fit.GOOD: (0.36, 0.57), Fit.POSSIBLE: (0.12, 0.28), Fit.WEAK: (0.05, 0.11)}
"""Of what was shown for phrases that nobody had read: the share that was right, and right or near (docs/quality.md)."""
NOTHING_BELOW, NOTHING_ALONE_BELOW = 0.26, 0.36
"""Where not even the best title scores this much, nothing is listed; the latter where no saying carries it."""
PLACES_PER_TITLE = 4
"""The best places, so many a title that is wanted, are sorted first; most often nobody asks for more."""
HEARD = 0.2
"""How much a saying must add to a score to be named as what carried it."""
ALIKE = 0.45
"""Share of common groups of letters (Dice) from which two words count as one with a typing error."""


def match(
    index: WorkProcessIndex,
    text: str,
    encode: Encode | None = None,
    *,
    titles: int = 100,
    people: bool = True,
) -> tuple[Match, ...]:
    """Every work process that bears one of the `titles` best different titles, best first; none when nothing fits.

    In what `people` say everyday sayings are heard; in a title of the structure they would only be heard by chance.
    Equal scores stand in the order of their keys. Raises `EmptyText` for a text without a letter and `TextTooLong`
    for one of over 10,000 characters.
    """
    must_be_a_text(text)
    asked = index.asked(text, encode)
    heard = index.heard(asked) if people else index.nothing_heard
    carried = _carried(asked, heard)
    scores = index.texts.scores(asked, blend_of(text)) + carried
    why = Why(index, asked, text)
    found: list[Match] = []
    for title, places in _best(index, scores, titles).items() if fits(scores, carried) else ():
        words = why.of(title)
        found += (
            Match(
                key=key,
                title=title,
                score=round(min(1.0, float(scores[place])), 4),
                why=words,
                fit=fit_of(float(scores[place])),
                saying=index.saying(heard, place) if carried[place] >= HEARD else "",
            )
            for place in places
            for key in index.keys[place]
        )
    return tuple(sorted(found, key=lambda each: (-each.score, each.key)))


def must_be_a_text(text: str) -> None:
    """Raises `EmptyText` for a text without a letter and `TextTooLong` for one of over 10,000 characters."""
    if len(text) > MOST_CHARACTERS:
        raise TextTooLong(len(text), MOST_CHARACTERS)
    if not any(sign.isalpha() for sign in text):
        raise EmptyText(text)


def fit_of(score: float) -> Fit:
    """How often a find with this score was right among judged examples."""
    if score >= GOOD_FROM:
        return Fit.GOOD
    return Fit.POSSIBLE if score >= POSSIBLE_FROM else Fit.WEAK


def scores_of(
    index: WorkProcessIndex, text: str, encode: Encode | None = None, blend: Blend | None = None
) -> NDArray[np.float32]:
    """The score of each title in context, in the order of `index.titles`."""
    asked = index.asked(text, encode)
    return index.texts.scores(asked, blend or blend_of(text)) + _carried(asked, index.heard(asked))


def blend_of(text: str) -> Blend:
    """How `text` is compared with titles: by meaning most, by words most where it is a description."""
    return DESCRIPTIONS if is_description(text) else TITLES


def _carried(asked: Asked, heard: Heard) -> NDArray[np.float32]:
    """How much the sayings that were heard add to the score of each title."""
    sure = min(1.0, max(0.0, 2 - len(asked.words[0]) / LONG))
    return np.float32(SAYING_WEIGHT * sure) * heard.meant


def fits(scores: NDArray[np.float32], carried: NDArray[np.float32]) -> bool:
    """Whether the best title scores enough to list anything; `carried` is what sayings add to each score."""
    if not len(scores):
        return False
    best = int(scores.argmax())
    return bool(scores[best] >= (NOTHING_BELOW if carried[best] >= HEARD else NOTHING_ALONE_BELOW))


def _best(index: WorkProcessIndex, scores: NDArray[np.float32], titles: int) -> dict[str, list[int]]:
    """The `titles` best titles, each with its places that score high enough."""
    found: dict[str, list[int]] = {}
    for place in _high_first(scores, titles):
        if len(found) == titles:
            break
        title = index.titles[place]
        if title not in found:
            found[title] = [each for each in index.places[title] if scores[each] >= WEAK_FROM]
    return found


def _high_first(scores: NDArray[np.float32], likely: int) -> Iterator[int]:
    """The places that score high enough, best first, equal ones in their order; sorted as far as somebody reads.

    `likely` so many are wanted. A title can stand in several places, so more may be asked for: then all are sorted.
    """
    many = likely * PLACES_PER_TITLE
    some = float(np.partition(scores, -many)[-many]) if 0 < many < len(scores) else 0.0
    for least, most in ((max(some, WEAK_FROM), np.inf), (WEAK_FROM, some)):
        here = np.flatnonzero((scores >= least) & (scores < most))
        yield from here[np.lexsort((here, -scores[here]))].tolist()


class Why:
    """Says which words of a title carried it: what the text also says, whole, in part or misspelt, rarest first."""

    def __init__(self, index: WorkProcessIndex, asked: Asked, text: str) -> None:
        self._index = index
        self._said = frozenset(asked.words[0].tolist())
        self._strange = _strange(index, telling_words(text))
        self._strengths: dict[str, float] = {}

    def of(self, title: str) -> tuple[str, ...]:
        strength = {word: self._strength(word) for word in title_words(title)}
        return tuple(sorted((word for word in strength if strength[word]), key=lambda word: -strength[word]))

    def _strength(self, word: str) -> float:
        found = self._strengths.get(word)
        if found is None:
            found = self._strengths[word] = self._shared(word)
        return found

    def _shared(self, word: str) -> float:
        shared = [rarity for name, rarity in self._index.met_as(word) if name in self._said]
        if shared or not self._strange:
            return max(shared, default=0.0)
        mine = frozenset(letter_groups(word))
        alike = max(2 * len(mine & other) / (len(mine) + len(other)) for other in self._strange)
        return alike if alike >= ALIKE else 0.0


def _strange(index: WorkProcessIndex, said: Iterable[str]) -> tuple[frozenset[str], ...]:
    """The letters of the words that no title says."""
    words = tuple(said)
    known = index.texts.words.has(hashed(stem(word) for word in words))
    return tuple(
        frozenset(letter_groups(word)) for word, there in zip(words, known, strict=True) if not there
    )
