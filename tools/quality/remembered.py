"""The encoder of the extra with a memory on disk: it then costs its time once, not at every measurement."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bouwsteen.adapters.files.folders import cache_folder
from bouwsteen.adapters.language.semantic import SemanticEncoder
from bouwsteen.questions.matching.texts import of_length_one

ROUND = 256


class Remembered:
    """What `encoder` said of each text, a file a round of texts in the user's cache folder. May be thrown away."""

    def __init__(self, encoder: SemanticEncoder, folder: Path | None = None) -> None:
        self._encoder = encoder
        self._path = (folder or cache_folder()) / "encoded-e5-small-q4"
        self._known: dict[str, NDArray[np.float32]] = {}
        for file in sorted(self._path.glob("*.npz")) if self._path.is_dir() else ():
            with np.load(file) as kept:
                self._known |= dict(zip(kept["texts"].tolist(), kept["rows"].astype(np.float32), strict=True))

    @property
    def name(self) -> str:
        return self._encoder.name

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return of_length_one(self.as_taught(texts) - self._encoder.mean)

    def as_taught(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As `SemanticEncoder.as_taught`."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        for start in range(0, len(new), ROUND):
            self._learn(new[start : start + ROUND])
        rows = np.array([self._known[text] for text in texts], dtype=np.float32)
        return rows.reshape(len(texts), len(self._encoder.mean))

    def _learn(self, texts: Sequence[str]) -> None:
        rows = self._encoder.as_taught(texts)
        self._known |= dict(zip(texts, rows, strict=True))
        self._path.mkdir(parents=True, exist_ok=True)
        name = sha256("\0".join(texts).encode()).hexdigest()[:32]
        np.savez(self._path / f"{name}.npz", texts=np.array(texts), rows=rows.astype(np.float16))
