"""An index of texts of any kind: titles with what stands around them, compared with a question in three ways.

    letters   groups of three to five letters: survives inflection, compounds and typing errors
    words     folded words, compounds also in parts: says why
    meaning   vectors of an encoder, where there is one: finds what shares no letter

Each gives a cosine; the score is their weighted sum.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from bouwsteen.questions.matching.around import Around
from bouwsteen.questions.matching.bridge import across, bridge_of
from bouwsteen.questions.matching.features import Weighted, letter_features, word_features
from bouwsteen.questions.matching.language import heaviness, stem, telling_words, title_words
from bouwsteen.questions.matching.vectors import Vectors, in_eight_bits
from bouwsteen.questions.matching.views import Bag, View, said_in, view_of

Encode = Callable[[Sequence[str]], NDArray[np.float32]]
"""Texts → vectors of length one, as `services.ports.Encoder.encode` gives them."""

GROUP_WEIGHT = 0.05
"""How much the other names of the same thing count: it decides between names that fit alike."""
OTHERWISE = 0.9
"""How much a text counts that is fit by another way to ask the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blend:
    """How much each way of comparing counts; together 1. Without vectors the others share the whole."""

    letters: float
    words: float
    meaning: float


TITLES = Blend(letters=0.25, words=0.25, meaning=0.5)
DESCRIPTIONS = Blend(letters=0.25, words=0.45, meaning=0.3)
LABELS = Blend(letters=0.1, words=0.0, meaning=0.9)
"""For titles in their context, asked by what people say or by what a document describes, in words nearer to titles; and
for short labels such as names of occupations and skills. Chosen on the tuning parts: docs/quality.md."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A text to be found, and what stands around it: pairs of a weight and a text.

    Texts of one `group` are names of one thing, such as an occupation; without it a text stands alone.
    """

    title: str
    context: tuple[tuple[float, str], ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, ready to be compared."""

    words: Weighted
    letters: Weighted
    vector: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextIndex:
    """Texts in three views. `known` are the stems that compounds are split into.

    `groups` has the number of the group of each text; it is empty where no text has one. `around` is what is said of
    these groups. `bridge` is what was learned of the names of one group; the vectors of the texts lie across it.
    """

    count: int
    known: frozenset[str]
    words: View
    letters: View
    vectors: Vectors
    groups: NDArray[np.int32]
    bridge: NDArray[np.float32]
    around: Around | None = None

    def asked(self, text: str, encode: Encode | None) -> Asked:
        """The question `text`; without `encode` it has no meaning, only words."""
        bag = [(heaviness(word), word) for word in dict.fromkeys(telling_words(text))]
        vector = encode([text])[0] if encode and self.vectors.dimensions else np.zeros(0, np.float32)
        return Asked(
            words=said_in(bag, partial(word_features, known=self.known)),
            letters=said_in(bag, letter_features),
            vector=vector,
        )

    def scores(
        self, asked: Asked, blend: Blend = LABELS, near: NDArray[np.float32] | None = None
    ) -> NDArray[np.float32]:
        """The score of each text, in their order: 1 for an equal text that stands alone; `near` where it is known."""
        found = self._alone(asked, blend, near)
        if self.around:
            found = self.around.added(found, self.groups, asked.words, asked.vector)
        return with_group(found, self.groups) if len(self.groups) else found

    def near(self, asked: Asked) -> NDArray[np.float32]:
        """How near the meaning of each text is to that of the question."""
        return self.vectors.near(across(asked.vector, self.bridge))

    def best(self, asked: Asked, most: int, *, otherwise: Sequence[Asked] = ()) -> list[tuple[int, float]]:
        """The places of the texts with the highest scores above 0, best first, with those scores.

        `otherwise` are other ways to ask the same: a text that fits one of them better counts nearly as much.
        """
        scores = self.scores(asked)
        for other in otherwise:
            scores = np.maximum(scores, np.float32(OTHERWISE) * self.scores(other))
        order = np.argsort(-scores, kind="stable")[:most].tolist()
        return [(place, float(scores[place])) for place in order if scores[place] > 0]

    def _alone(self, asked: Asked, blend: Blend, near: NDArray[np.float32] | None) -> NDArray[np.float32]:
        found = np.zeros(self.count, dtype=np.float32)
        for weight, view, said in (
            (blend.letters, self.letters, asked.letters),
            (blend.words, self.words, asked.words),
        ):
            if weight:
                found += np.float32(weight) * view.cosines(said, self.count)
        if not len(asked.vector):
            return found / np.float32(blend.letters + blend.words)
        return found + np.float32(blend.meaning) * (self.near(asked) if near is None else near)


def index_of_texts(
    texts: Iterable[Described], encode: Encode | None = None, around: Mapping[str, Described] | None = None
) -> TextIndex:
    """The index of `texts`, in their order; `around` has by group what is said of it. Linear in their words."""
    described = tuple(texts)
    bags = [_bag(each) for each in described]
    known = frozenset(
        stem(word)
        for each in described
        for text in (each.title, *(text for weight, text in each.context if weight >= 0.5))
        for word in title_words(text)
        if len(word) > 3
    )
    vectors, groups = vectors_of(described, encode), groups_of(described)
    bridge = bridge_of(vectors, groups)
    return TextIndex(
        count=len(described),
        known=known,
        words=view_of(bags, _once(partial(word_features, known=known))),
        letters=view_of(bags, _once(letter_features)),
        vectors=in_eight_bits(across(vectors, bridge)),
        groups=groups,
        bridge=bridge,
        around=_around(described, around, known, encode) if around else None,
    )


def _around(
    texts: Sequence[Described], said: Mapping[str, Described], known: frozenset[str], encode: Encode | None
) -> Around:
    """Only titles get vectors: contexts are long, and their words say enough."""
    groups = [said.get(group, Described(title="")) for group in dict.fromkeys(_group_names(texts))]
    titles = [Described(title=each.title) for each in groups]
    vectors = vectors_of(titles, encode)
    vectors[[not each.title for each in groups]] = 0
    return Around(
        known=np.array([bool(each.title or each.context) for each in groups]),
        words=view_of([_bag(each) for each in groups], _once(partial(word_features, known=known))),
        vectors=in_eight_bits(vectors),
    )


def with_group(scores: NDArray[np.float32], groups: NDArray[np.int32]) -> NDArray[np.float32]:
    """The scores, each with a little of the mean of its group."""
    means = np.bincount(groups, scores) / np.maximum(np.bincount(groups), 1)
    return scores + np.float32(GROUP_WEIGHT) * means[groups].astype(np.float32)


def groups_of(texts: Sequence[Described]) -> NDArray[np.int32]:
    """The number of the group of each text; empty where no text has one."""
    if not any(each.group for each in texts):
        return np.empty(0, dtype=np.int32)
    names = _group_names(texts)
    number = {name: place for place, name in enumerate(dict.fromkeys(names))}
    return np.array([number[name] for name in names], dtype=np.int32)


def _group_names(texts: Sequence[Described]) -> list[str]:
    """A text without a group is one by itself."""
    return [each.group or f"\0{place}" for place, each in enumerate(texts)]


def vectors_of(texts: Sequence[Described], encode: Encode | None) -> NDArray[np.float32]:
    """One row of length one a text: its title's vector with those of its context, each at its weight."""
    if encode is None:
        return np.zeros((len(texts), 0), dtype=np.float32)
    parts = [
        (row, weight, text)
        for row, each in enumerate(texts)
        for weight, text in ((1.0, each.title), *each.context)
    ]
    number = {text: place for place, text in enumerate(dict.fromkeys(text for _, _, text in parts))}
    made = encode(list(number))
    found = np.zeros((len(texts), made.shape[1]), dtype=np.float32)
    for row, weight, text in parts:
        found[row] += np.float32(weight) * made[number[text]]
    return of_length_one(found)


def of_length_one(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    """The rows, each of length one; zeros stay zeros."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def _bag(text: Described) -> Bag:
    """Every word once, at the highest weight at which it is said."""
    found: dict[str, float] = {}
    for weight, part in ((1.0, text.title), *text.context):
        for word in title_words(part):
            found[word] = max(found.get(word, 0.0), weight * heaviness(word))
    return [(weight, word) for word, weight in found.items()]


def _once(features: Callable[[str], Weighted]) -> Callable[[str], Weighted]:
    kept: dict[str, Weighted] = {}

    def found(word: str) -> Weighted:
        if word not in kept:
            kept[word] = features(word)
        return kept[word]

    return found
