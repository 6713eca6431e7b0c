"""Vectors in eight bits, as they are shipped."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Student:
    """What is shipped: see `bouwsteen.adapters.language.vectors`."""

    features: NDArray[np.uint32]
    scales: NDArray[np.float16]
    rows: NDArray[np.int8]


def packed(numbers: NDArray[np.uint32], rows: NDArray[np.float32]) -> Student:
    """Sorted by number; of two features with one number the longer row stays."""
    order = np.lexsort((-np.linalg.norm(rows, axis=1), numbers))
    numbers, rows = numbers[order], rows[order]
    first = np.concatenate([[True], numbers[1:] != numbers[:-1]])
    numbers, rows = numbers[first], rows[first]
    scales = (np.abs(rows).max(axis=1) / 127).astype(np.float16)
    steps = np.maximum(scales.astype(np.float32), 1e-7)[:, None]
    return Student(
        features=numbers, scales=scales, rows=np.clip(np.rint(rows / steps), -127, 127).astype(np.int8)
    )


def written(student: Student, recipe: Mapping[str, Any], folder: Path) -> None:
    """The files that `bouwsteen.adapters.language.vectors` reads."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("features", "scales", "rows"):
        np.save(folder / f"{name}.npy", getattr(student, name))
    kept = {"digest": sha256(student.rows.tobytes()).hexdigest()[:16]}
    text = json.dumps(kept | {name: recipe[name] for name in recipe if name != "digest"}, indent=2)
    (folder / "recipe.json").write_text(text + "\n", "utf-8")
