"""Makes the axes of vectors more even, so that a cosine does not hang on a few wide ones.

The vectors of many texts lie along some axes far wider than along others. They are turned to those axes, the widest
first, and each is divided by its spread to the power `evenness`: 0 changes no cosine, 1 makes all axes equally wide.

    python -m tools.vectors.evening --dictionary /usr/share/dict/dutch

does it to the shipped vectors as they are, without the encoder that they were learned from: each row read from its
eight bits, turned, and kept in eight bits again. Vectors that are made anew (`python -m tools.vectors`) are even.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bouwsteen.adapters.language.vectors import DutchVectors
from tools.vectors.packing import Student, packed, written
from tools.vectors.texts import training_texts

DATA = Path(__file__).parents[2] / "src" / "bouwsteen" / "data"
EVENNESS = 0.5
NARROWEST = 200
"""Axes after this one hold little but noise: they are widened as this one is, not more."""


def evening(texts: NDArray[np.float32], evenness: float) -> NDArray[np.float32]:
    """The square matrix that turns and evens rows; `texts` are vectors of length one, as many as there are."""
    spread, axes = np.linalg.eigh(texts.T.astype(np.float64) @ texts / len(texts))
    spread, axes = spread[::-1], axes[:, ::-1]
    widths = np.sqrt(np.maximum(spread, spread[min(NARROWEST, len(spread) - 1)]) / spread[0])
    return (axes / widths**evenness).astype(np.float32)


def evened(folder: Path, texts: list[str], evenness: float) -> Student:
    """The vectors in `folder`, more even for `texts`."""
    vectors = DutchVectors(folder)
    features, scales, rows = (np.load(folder / f"{name}.npy") for name in ("features", "scales", "rows"))
    return packed(
        features, (rows * scales.astype(np.float32)[:, None]) @ evening(vectors.encode(texts), evenness)
    )


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--dictionary", type=Path, default=Path("/usr/share/dict/dutch"))
    dictionary, folder = given.parse_args().dictionary, DATA / "vectors"
    recipe = json.loads((folder / "recipe.json").read_text("utf-8"))
    if "evenness" in recipe or not dictionary.is_file():
        print("these vectors are even already, or there is no list of words: see --help", file=sys.stderr)
        return 3
    student = evened(folder, training_texts(dictionary, DATA / "catalogue", seed=recipe["seed"]), EVENNESS)
    written(student, recipe | {"evenness": EVENNESS, "evened_from": recipe["digest"]}, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
