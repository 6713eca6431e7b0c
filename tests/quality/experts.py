"""ESCO skills with what experts say of how widely they are used (`reuseLevel`), to hold a breadth measure against.

Broad: transversal or cross-sector. A skill's *group* is the broader concept that ESCO's collections name; where none is
known, the rarest word of its label that at least five labels share. Groups are never split over folds, so that no
near-copy of a skill is learned from. This test uses the ESCO classification of the European Commission.
"""

import csv
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Learned = Callable[[list[int]], Matrix]
"""Folds → the scores of all skills that they teach."""
FOLDS, SIZE, NEIGHBOURS = 5, 1024, 20


@dataclass(frozen=True, slots=True)
class Skill:
    """What a measure may see of a skill, and (`broad`) what it may not."""

    label: str
    description: str
    essential: int
    optional: int
    group: str
    broad: bool


def skills(folder: Path) -> list[Skill]:
    """The skills of which experts have judged the use."""
    with (folder / "esco_skills_nl_partial.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["reuseLevel"]]
    broader = _broader(folder)
    said = [re.findall(r"\w+", row["preferredLabel_nl"].lower()) for row in rows]
    shared = Counter(word for words in said for word in set(words) if len(word) > 3)
    return [
        Skill(
            label=row["preferredLabel_nl"],
            description=row["description_nl"],
            essential=int(row["n_occ_essential"] or 0),
            optional=int(row["n_occ_optional"] or 0),
            group=broader.get(row["conceptUri"]) or _group(words, shared),
            broad=row["reuseLevel"] in ("transversal", "cross-sector"),
        )
        for row, words in zip(rows, said, strict=True)
    ]


def _broader(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*Collection_nl*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row.get("broaderConceptUri"):
                    found[row["conceptUri"]] = row["broaderConceptUri"].split("|")[0].strip()
    return found


def _group(words: list[str], shared: Counter[str]) -> str:
    known = [word for word in words if shared[word] >= 5]
    return min(known, key=lambda word: (shared[word], word)) if known else " ".join(words)


class Experiment:
    """Everything that is measured, on the same folds."""

    def __init__(self, found: list[Skill], seed: int = 1) -> None:
        self.skills = found
        self.broad = np.array([each.broad for each in found], dtype=np.float64)
        groups = sorted({each.group for each in found})
        random.Random(seed).shuffle(groups)
        folds = {group: place % FOLDS for place, group in enumerate(groups)}
        self.fold = np.array([folds[each.group] for each in found])

    @cached_property
    def text(self) -> "Sparse":
        """Words and groups of letters of label and description, each at its rarity; rows of length one."""
        said = [Counter(_pieces(f"{each.label} {each.description}")) for each in self.skills]
        frequency = Counter(piece for counts in said for piece in counts)
        numbers = {
            piece: number for number, piece in enumerate(p for p, count in frequency.items() if count > 1)
        }
        rows = [
            {numbers[piece]: count for piece, count in counts.items() if piece in numbers} for counts in said
        ]
        rarity = np.array([np.log((1 + len(said)) / (1 + frequency[piece])) + 1 for piece in numbers])
        return Sparse(rows, rarity)

    def ridge(self, folds: list[int], ridge: float = 1.0) -> Matrix:
        """A classifier by text: scores of all skills, learned from `folds` by conjugate gradients."""
        rows = np.isin(self.fold, folds)
        target = self._target(rows)
        weights = np.zeros(self.text.width)
        rest = self.text.transposed(target)
        way, size = rest.copy(), rest @ rest
        for _ in range(30):
            product = self.text.transposed(np.where(rows, self.text.times(way), 0.0)) + ridge * way
            step = size / (way @ product)
            weights += step * way
            rest -= step * product
            size, before = rest @ rest, size
            way = rest + size / before * way
        return self.text.times(weights)

    def by_vectors(self, vectors: Matrix, folds: list[int], ridge: float = 10.0) -> Matrix:
        """The same by a vector of each label."""
        rows = np.isin(self.fold, folds)
        known = vectors[rows]
        weights = np.linalg.solve(
            known.T @ known + ridge * np.eye(vectors.shape[1]), known.T @ self._target(rows)[rows]
        )
        return vectors @ weights

    def _target(self, rows: NDArray[np.bool_]) -> Matrix:
        return np.where(rows, self.broad - self.broad[rows].mean(), 0.0)

    def each_fold(self, learned: "Learned") -> Matrix:
        """Scores of each fold by what the others teach."""
        found = np.zeros(len(self.skills))
        for fold in range(FOLDS):
            scores = learned([other for other in range(FOLDS) if other != fold])
            found[self.fold == fold] = scores[self.fold == fold]
        return found

    @cached_property
    def frequency(self) -> Matrix:
        return np.array([each.essential + each.optional for each in self.skills], dtype=np.float64)

    @cached_property
    def use(self) -> Matrix:
        """How a skill is used: its own counts, those of the skills nearest in words, and what kind of text it has."""
        essential = np.array([each.essential for each in self.skills], dtype=np.float64)
        optional = np.array([each.optional for each in self.skills], dtype=np.float64)
        total = essential + optional
        near = [self._near(np.log1p(counts)) for counts in (essential, optional)]
        kind = [(len(each.label.split()), len(each.label), len(each.description)) for each in self.skills]
        share = np.where(total > 0, essential / np.maximum(total, 1), 0.5)
        return np.column_stack([essential, optional, total, share, *near, np.array(kind, dtype=np.float64)])

    def _near(self, values: Matrix) -> Matrix:
        """The mean of `values` over the skills nearest by text; what experts say plays no part."""
        dense = self.text.hashed(SIZE)
        found = np.zeros(len(values))
        for start in range(0, len(values), 1000):
            cosines = dense[start : start + 1000] @ dense.T
            rows = np.arange(len(cosines))
            cosines[rows, start + rows] = 0
            best = np.argpartition(-cosines, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
            weights = np.take_along_axis(cosines, best, 1)
            found[start : start + 1000] = (weights * values[best]).sum(1) / (weights.sum(1) + 1e-9)
        return found


class Sparse:
    """A matrix of which most is zero, row by row."""

    def __init__(self, rows: list[dict[int, int]], rarity: Matrix) -> None:
        self.width = len(rarity)
        self.ids = np.array([each for row in rows for each in row], dtype=np.int64)
        self.row = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
        counts = np.array([count for row in rows for count in row.values()], dtype=np.float64)
        weights = (1 + np.log(counts)) * rarity[self.ids]
        lengths = np.sqrt(np.bincount(self.row, weights**2, len(rows)))
        self.weights, self.height = weights / lengths[self.row], len(rows)

    def times(self, vector: Matrix) -> Matrix:
        return np.bincount(self.row, self.weights * vector[self.ids], self.height)

    def transposed(self, vector: Matrix) -> Matrix:
        return np.bincount(self.ids, self.weights * vector[self.row], self.width)

    def hashed(self, size: int) -> NDArray[np.float32]:
        """Rows of length one in few dimensions, with signs, so that what falls together cancels out."""
        place = self.ids * 2654435761 % size
        signs = np.where(self.ids * 40503 % 65536 < 32768, 1.0, -1.0)
        flat = np.bincount(self.row * size + place, self.weights * signs, self.height * size)
        dense = flat.reshape(self.height, size).astype(np.float32)
        found: NDArray[np.float32] = dense / (np.linalg.norm(dense, axis=1, keepdims=True) + 1e-9)
        return found


def _pieces(text: str) -> list[str]:
    words = re.findall(r"\w+", text.lower())
    letters = [
        bordered[start : start + size]
        for word in words
        for bordered in [f" {word} "]
        for size in (3, 4, 5)
        for start in range(max(0, len(bordered) - size + 1))
    ]
    return [f"w{word}" for word in words] + letters


def area_under_the_curve(labels: Matrix, scores: Matrix) -> float:
    """The chance that a broad skill scores above another one; equal scores count half."""
    values, places = np.unique(scores, return_inverse=True)
    counts = np.bincount(places, minlength=len(values))
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[places]
    positive = labels > 0
    total = ranks[positive].sum() - positive.sum() * (positive.sum() + 1) / 2
    return float(total / (positive.sum() * (~positive).sum()))
