"""Two encoders as one: the cosine of the joined vectors is the weighted mean of the two cosines."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bouwsteen.questions.matching.texts import of_length_one
from bouwsteen.services.ports import Encoder

VECTORS_SHARE = 0.15
"""The share of the shipped vectors beside the encoder of the extra: together they find more than either."""


class JoinedEncoder:
    """`first` at `share` of the cosine, `second` at the rest."""

    def __init__(self, first: Encoder, second: Encoder, *, share: float) -> None:
        self._first, self._second = first, second
        self._weights = np.sqrt(np.array([share, 1 - share], dtype=np.float32))

    @property
    def name(self) -> str:
        return f"{self._first.name}+{self._second.name}-{self._weights[0]:.2f}"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one a text: both rows beside each other."""
        rows = (self._first.encode(texts), self._second.encode(texts))
        return of_length_one(np.hstack([rows[0] * self._weights[0], rows[1] * self._weights[1]]))
