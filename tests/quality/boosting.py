"""Boosted trees of depth three on few features: enough to see that a figure rises and then falls. Numpy only."""

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
BINS, ROUNDS, DEPTH, STEP, RIDGE, LEAST = 32, 300, 3, 0.08, 5.0, 30


class Boosted:
    """Fitted to `features` (one row a thing) and `labels` (0 or 1); the chance of 1 on a logistic scale."""

    def __init__(self, features: Matrix, labels: Matrix, *, rounds: int = ROUNDS) -> None:
        quantiles = np.linspace(0, 1, BINS + 1)[1:-1]
        self.edges = [np.unique(np.quantile(column, quantiles)) for column in features.T]
        binned = self._binned(features)
        share = labels.mean()
        self.start = float(np.log(share / (1 - share)))
        self.trees: list[tuple[list[tuple[int, int]], Matrix]] = []
        total = np.full(len(labels), self.start)
        for _ in range(rounds):
            chance = 1 / (1 + np.exp(-total))
            tree = _tree(binned, labels - chance, chance * (1 - chance))
            self.trees.append(tree)
            total += STEP * _leaves(tree, binned)

    def scores(self, features: Matrix) -> Matrix:
        binned = self._binned(features)
        return self.start + STEP * sum(
            (_leaves(tree, binned) for tree in self.trees), np.zeros(len(features))
        )

    def _binned(self, features: Matrix) -> NDArray[np.int64]:
        return np.array(
            [
                np.searchsorted(edges, column, side="right")
                for edges, column in zip(self.edges, features.T, strict=True)
            ]
        )


def _tree(binned: NDArray[np.int64], slope: Matrix, curve: Matrix) -> tuple[list[tuple[int, int]], Matrix]:
    """A tree that asks the same question on each level: its questions (feature, bin), and a value a leaf."""
    leaf = np.zeros(len(slope), dtype=np.int64)
    questions: list[tuple[int, int]] = []
    for level in range(DEPTH):
        gains = [_gains(column, leaf, slope, curve, 2**level) for column in binned]
        feature = int(np.argmax([gain.max() for gain in gains]))
        cut = int(gains[feature].argmax())
        questions.append((feature, cut))
        leaf = 2 * leaf + (binned[feature] > cut)
    size = 2**DEPTH
    values = np.bincount(leaf, slope, size) / (np.bincount(leaf, curve, size) + RIDGE)
    return questions, values


def _gains(
    column: NDArray[np.int64], leaf: NDArray[np.int64], slope: Matrix, curve: Matrix, leaves: int
) -> Matrix:
    """For each cut how much better all leaves become together."""
    size = BINS + 1
    place = leaf * size + column
    slopes = np.bincount(place, slope, leaves * size).reshape(leaves, size).cumsum(1)
    curves = np.bincount(place, curve, leaves * size).reshape(leaves, size).cumsum(1)
    counts = np.bincount(place, minlength=leaves * size).reshape(leaves, size).cumsum(1)
    left = slopes**2 / (curves + RIDGE)
    right = (slopes[:, -1:] - slopes) ** 2 / (curves[:, -1:] - curves + RIDGE)
    whole = slopes[:, -1:] ** 2 / (curves[:, -1:] + RIDGE)
    fits = (counts >= LEAST) & (counts[:, -1:] - counts >= LEAST)
    gains: Matrix = np.where(fits, left + right - whole, 0.0).sum(0)
    return gains


def _leaves(tree: tuple[list[tuple[int, int]], Matrix], binned: NDArray[np.int64]) -> Matrix:
    questions, values = tree
    leaf = np.zeros(binned.shape[1], dtype=np.int64)
    for feature, cut in questions:
        leaf = 2 * leaf + (binned[feature] > cut)
    found: Matrix = values[leaf]
    return found
