"""The Dutch word vectors that the package ships: small, made once from an open encoder, read as they lie on disk.

A word is the sum of what is known of it: the word itself, and its groups of three to five letters, so that words
nobody foresaw (compounds, spelling errors) have a place too. A text is the sum of its words, in which verbs that say
little by themselves (uitvoeren, beheren) count less.

    features.npy   sorted CRC-32 of the known features            uint32, n
    scales.npy     what one step of a row means                   float16, n
    rows.npy       the vector of each feature                     int8, n × dimensions
    recipe.json    how they were made, from what, under which licences

Made by `tools/vectors`; docs/vectors.md tells how.
"""

import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bouwsteen.questions.matching.language import hashed, letter_groups, meaningfulness, words
from bouwsteen.questions.matching.texts import of_length_one

WORD_SIGN = "="
"""Stands before a word, so that a word and a group of the same letters are two features."""

SUM = 2
"""Raise it whenever words are added up in another way: what was made of the vectors before is not read any more."""
KEPT_WORDS = 10_000
"""So many words are remembered with their vectors: 10 MB at the most, about 2 MB for the titles of the structure."""


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
        self._rows = np.load(self._folder / "rows.npy", mmap_mode="r")
        self._known: dict[str, NDArray[np.float32]] = {}

    @property
    def name(self) -> str:
        return f"dutch-{self._recipe['digest']}-{SUM}"

    @property
    def dimensions(self) -> int:
        return int(self._rows.shape[1])

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one a text; zeros for a text of which nothing is known."""
        found = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(found, texts, strict=True):
            for word in words(text):
                row += self._word(word)
        return of_length_one(found)

    def _word(self, word: str) -> NDArray[np.float32]:
        vector = self._known.get(word)
        if vector is None:
            if len(self._known) >= KEPT_WORDS:
                self._known.clear()
            vector = self._known[word] = self._made(word)
        return vector

    def _made(self, word: str) -> NDArray[np.float32]:
        asked = hashed(features_of(word))
        places = np.minimum(np.searchsorted(self._features, asked), len(self._features) - 1)
        places = places[self._features[places] == asked]
        scales = self._scales[places] * np.float32(meaningfulness(word))
        found: NDArray[np.float32] = scales @ self._rows[places].astype(np.float32)
        return found
