"""What is learned from things with several names: how to get from the vector of one name to those of the others.

    B  =  argmin |xB - y|² + λ|B - aI|²      x: a name, y: the mean of the other names of its thing, of length one

With B names of one thing come nearer to one another, and what says nothing about which thing is meant counts less: a
register with many names teaches how its own names differ. λ is in parts of the mean spread of x.
"""

import numpy as np
from numpy.typing import NDArray

STRICTNESS = 0.1
ENOUGH = 5_000
"""From so many names of things with several on, there is enough to learn from."""


def bridge_of(vectors: NDArray[np.float32], groups: NDArray[np.int32]) -> NDArray[np.float32]:
    """The square matrix B; with fewer names than enough it has no rows, and changes nothing."""
    names = np.bincount(groups) if len(groups) else np.zeros(0, np.int64)
    several = names[groups] > 1 if len(groups) else np.zeros(0, np.bool_)
    if np.count_nonzero(several) < ENOUGH or not vectors.shape[1]:
        return np.empty((0, 0), dtype=np.float32)
    sums = np.zeros((len(names), vectors.shape[1]), dtype=np.float32)
    np.add.at(sums, groups, vectors)
    given = vectors[several].astype(np.float64)
    wanted = (sums[groups] - vectors)[several].astype(np.float64)
    wanted /= np.maximum(np.linalg.norm(wanted, axis=1, keepdims=True), 1e-9)
    spread, shared = given.T @ given, given.T @ wanted
    start = np.eye(len(spread)) * STRICTNESS * np.trace(spread) / len(spread)
    likely = np.trace(shared) / np.trace(spread)
    return np.linalg.solve(spread + start, shared + likely * start).astype(np.float32)


def across(vectors: NDArray[np.float32], bridge: NDArray[np.float32]) -> NDArray[np.float32]:
    """The vectors (one, or a row each) moved by the bridge, of length one; zeros stay zeros."""
    if not len(bridge):
        return vectors
    moved = vectors @ bridge
    lengths = np.linalg.norm(moved, axis=-1, keepdims=True)
    return (moved / np.where(lengths > 0, lengths, 1)).astype(np.float32)
