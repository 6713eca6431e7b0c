"""The Dutch word vectors that the package ships: small, made once from an open encoder, read as they lie on disk.

A word is the sum of what is known of it: the word itself, and its groups of three to five letters, so that words
nobody foresaw (compounds, spelling errors) have a place too. A text is the sum of its words, in which verbs that say
little by themselves (uitvoeren, beheren) count less.

Rows are read where they lie, a few for each new word. A map of the file would do the same, but what was once read
through it counts as memory of who reads: after some questions all of its eleven megabytes.

    features.npy   sorted CRC-32 of the known features            uint32, n
    scales.npy     what one step of a row means                   float16, n
    rows.npy       the vector of each feature                     int8, n × dimensions
    recipe.json    how they were made, from what, under which licences

Made by `tools/vectors`; docs/vectors.md tells how.
"""

import json
import os
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from weakref import finalize

import numpy as np
from numpy.typing import NDArray

from bouwsteen.questions.matching.language import hashed, letter_groups, meaningfulness, words
from bouwsteen.questions.matching.texts import of_length_one

WORD_SIGN = "="
"""Stands before a word, so that a word and a group of the same letters are two features."""

SUM = 2
"""Raise it whenever words are added up in another way: what was made of the vectors before is not read any more."""
KEPT_WORDS = 1_000
"""So many words are remembered with their vectors, a kilobyte each: those that many people say."""


def features_of(word: str) -> list[str]:
    """What is known of `word`: itself and its groups of letters.

    >>> features_of("af")
    ['=af', ' af', 'af ', ' af ']
    """
    return [WORD_SIGN + word, *letter_groups(word)]


class DutchVectors:
    """The shipped vectors as an encoder. Opens the files on first use and reads only what it needs."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or Path(str(files("bouwsteen") / "data" / "vectors"))
        self._recipe = json.loads((self._folder / "recipe.json").read_text("utf-8"))
        self._features = np.load(self._folder / "features.npy")
        self._scales = np.load(self._folder / "scales.npy").astype(np.float32)
        self._rows = _Rows(self._folder / "rows.npy")
        self._word = lru_cache(maxsize=KEPT_WORDS)(self._made)

    @property
    def name(self) -> str:
        return f"dutch-{self._recipe['digest']}-{SUM}"

    @property
    def dimensions(self) -> int:
        return self._rows.dimensions

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one a text; zeros for a text of which nothing is known."""
        found = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        said = [words(text) for text in texts]
        vectors = {word: self._word(word) for word in dict.fromkeys(chain.from_iterable(said))}
        for row, each in zip(found, said, strict=True):
            for word in each:
                row += vectors[word]
        return of_length_one(found)

    def _made(self, word: str) -> NDArray[np.float32]:
        asked = hashed(features_of(word))
        places = np.minimum(np.searchsorted(self._features, asked), len(self._features) - 1)
        places = places[self._features[places] == asked]
        scales = self._scales[places] * np.float32(meaningfulness(word))
        found: NDArray[np.float32] = scales @ self._rows.at(places).astype(np.float32)
        return found


class _Rows:
    """The rows in a file of numpy, read one by one where the system can do so, and else through a map."""

    def __init__(self, path: Path) -> None:
        mapped = np.load(path, mmap_mode="r")
        self.dimensions = int(mapped.shape[1])
        self._start = mapped.offset
        self._mapped = None if hasattr(os, "pread") else mapped
        self._file = os.open(path, os.O_RDONLY)
        finalize(self, os.close, self._file)

    def at(self, places: NDArray[np.int64]) -> NDArray[np.int8]:
        if self._mapped is not None:
            return np.asarray(self._mapped[places])
        size = self.dimensions
        read = b"".join(os.pread(self._file, size, self._start + place * size) for place in places.tolist())
        return np.frombuffer(read, dtype=np.int8).reshape(-1, size)
