"""An index of work processes: every title with its context, as two sparse matrices that fit in a few megabytes.

Two views are kept: words and groups of letters. In each a title is a vector of length one, weighted by how rare
its features are, so that the product with a text's vector is a cosine.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bouwsteen.model.codes import PartKey
from bouwsteen.questions.matching.features import (
    Features,
    in_context,
    letter_features,
    parts_of,
    word_features,
)
from bouwsteen.questions.matching.language import stem, telling_words

FORM = 2
"""Raise it whenever an index made by older code must not be read any more."""

TASK_WEIGHT, NAME_WEIGHT = 0.5, 0.3
"""How much the title of the core task, and the name of the qualification, count beside the title itself."""
WORDS_AGAIN, LETTERS_AGAIN = 0.3, 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A work process to be found: its title, the title of its core task, the name of a qualification with it."""

    key: PartKey
    title: str
    task: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """One sparse matrix, feature by feature: the titles that have it (`places`) and how much (`weights`)."""

    names: Mapping[str, int]
    rarity: NDArray[np.float32]
    starts: NDArray[np.int32]
    places: NDArray[np.int32]
    weights: NDArray[np.float32]

    def cosines(self, features: Features, titles: int) -> NDArray[np.float32]:
        """The cosine of a text with each of the `titles` titles."""
        scores: NDArray[np.float32] = np.zeros(titles, dtype=np.float32)
        weighted = [
            (number, _dampened(count) * float(self.rarity[number]))
            for name, count in features.items()
            if (number := self.names.get(name)) is not None
        ]
        length = math.sqrt(sum(weight * weight for _, weight in weighted)) or 1.0
        for number, weight in sorted(weighted):
            here = slice(self.starts[number], self.starts[number + 1])
            scores[self.places[here]] += self.weights[here] * np.float32(weight / length)
        return scores


@dataclass(frozen=True, slots=True)
class WorkProcessIndex:
    """Titles in context, the keys that bear each, and the two views on them.

    `known` are the stems that compounds are split into; `carriers` says of each word of a title under which stems it
    can be met.
    """

    titles: tuple[str, ...]
    keys: tuple[tuple[PartKey, ...], ...]
    known: frozenset[str]
    carriers: Mapping[str, tuple[str, ...]]
    words: View
    letters: View

    def to_bytes(self) -> bytes:
        """The index as bytes, for `index_from_bytes`."""
        arrays = [*_arrays(self.words), *_arrays(self.letters)]
        head = json.dumps(
            {
                "titles": self.titles,
                "keys": [[str(key) for key in keys] for keys in self.keys],
                "known": sorted(self.known),
                "carriers": self.carriers,
                "words": list(self.words.names),
                "letters": list(self.letters.names),
                "arrays": [[array.dtype.str, len(array)] for array in arrays],
            },
            ensure_ascii=False,
        ).encode()
        return b"".join([len(head).to_bytes(8, "little"), head, *(array.tobytes() for array in arrays)])


def index_from_bytes(content: bytes) -> WorkProcessIndex:
    """The index that `to_bytes` wrote."""
    length = int.from_bytes(content[:8], "little")
    head = json.loads(content[8 : 8 + length])
    arrays, offset = [], 8 + length
    for kind, count in head["arrays"]:
        array = np.frombuffer(content, dtype=np.dtype(kind), count=count, offset=offset)
        offset += array.nbytes
        arrays.append(array)
    return WorkProcessIndex(
        titles=tuple(head["titles"]),
        keys=tuple(tuple(PartKey(*key.split("/")) for key in keys) for keys in head["keys"]),
        known=frozenset(head["known"]),
        carriers={word: tuple(stems) for word, stems in head["carriers"].items()},
        words=View(_numbered(head["words"]), *arrays[:4]),
        letters=View(_numbered(head["letters"]), *arrays[4:]),
    )


def index_of(entries: Iterable[Entry]) -> WorkProcessIndex:
    """The index of `entries`, whatever their order. Linear in the words of all titles."""
    bearers: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda each: (each.title, each.task, each.key)):
        bearers[entry.title, entry.task].append(entry)
    known = frozenset(
        stem(word) for title, task in bearers for word in telling_words(f"{title} {task}") if len(word) > 3
    )
    names = [" ".join(sorted({each.name for each in group})) for group in bearers.values()]
    words, letters = [], []
    for (title, task), name in zip(bearers, names, strict=True):
        words.append(_words_in_context(title, task, name, known))
        letters.append(
            in_context(letter_features(title), ((TASK_WEIGHT, task),), letter_features, LETTERS_AGAIN)
        )
    return WorkProcessIndex(
        titles=tuple(title for title, _ in bearers),
        keys=tuple(tuple(each.key for each in group) for group in bearers.values()),
        known=known,
        carriers={
            word: tuple(dict.fromkeys((stem(word), *word_features(word, known), *parts_of(word, known))))
            for title, _ in bearers
            for word in telling_words(title)
        },
        words=_view(words),
        letters=_view(letters),
    )


def _words_in_context(title: str, task: str, name: str, known: frozenset[str]) -> Features:
    contexts = ((TASK_WEIGHT, task), (NAME_WEIGHT, name))
    return in_context(
        word_features(title, known), contexts, lambda text: word_features(text, known), WORDS_AGAIN
    )


def fingerprint(entries: Iterable[Entry]) -> str:
    """A name for the index of `entries`: the same for the same entries in any order, and for this form only."""
    lines = sorted("\t".join((str(each.key), each.title, each.task, each.name)) for each in entries)
    return f"work-processes-{FORM}-{sha256(chr(10).join(lines).encode()).hexdigest()[:24]}"


def _view(rows: Sequence[Features]) -> View:
    frequency = Counter(chain.from_iterable(rows))
    names = _numbered(sorted(frequency))
    total = len(rows) + 1
    rarity = np.array([math.log(total / (frequency[name] + 1)) + 1 for name in names], dtype=np.float32)
    columns: list[list[tuple[int, float]]] = [[] for _ in names]
    for place, row in enumerate(rows):
        weighted = [
            (names[name], _dampened(count) * float(rarity[names[name]])) for name, count in row.items()
        ]
        length = math.sqrt(sum(weight * weight for _, weight in weighted)) or 1.0
        for number, weight in weighted:
            columns[number].append((place, weight / length))
    return View(
        names=names,
        rarity=rarity,
        starts=np.cumsum([0, *map(len, columns)], dtype=np.int32),
        places=np.array([place for column in columns for place, _ in column], dtype=np.int32),
        weights=np.array([weight for column in columns for _, weight in column], dtype=np.float32),
    )


def _dampened(count: float) -> float:
    """Saying a thing ten times is not ten times as much."""
    return 1 + math.log(count) if count >= 1 else count


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}


def _arrays(view: View) -> tuple[NDArray[np.generic], ...]:
    return view.rarity, view.starts, view.places, view.weights
