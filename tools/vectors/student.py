"""Learns from an encoder's vectors what each feature of a word adds, in few dimensions and eight bits.

    x  =  rarity of each feature of a text (words, and groups of letters), of length one
    y  =  the encoder's vector of that text, less the mean of all
    W  =  argmin |xW - y|² + λ|W|², solved for all dimensions at once by conjugate gradients

The rows of W, weighted by rarity, are turned to the axes of greatest spread of y, cut to `dimensions`, made more even
(`evening`; the first dimensions matter most still), and kept in eight bits with a scale a row. numpy and scipy; the
same inputs give the same cosines within rounding.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from bouwsteen.adapters.language.vectors import features_of
from bouwsteen.questions.matching.language import hashed, words
from bouwsteen.questions.matching.texts import of_length_one
from tools.vectors.evening import evening
from tools.vectors.packing import Student, packed


def learned(
    texts: Sequence[str],
    taught: NDArray[np.float32],
    *,
    most_features: int,
    dimensions: int,
    strictness: float,
    evenness: float = 0.0,
    rounds: int = 40,
) -> Student:
    """The student of `taught` (one row a text)."""
    names, rarity, given = _matrix(texts, most_features)
    wanted = taught - taught.mean(axis=0)
    weights = _ridge(given, wanted, strictness, rounds)
    axes = np.linalg.svd(wanted[:: max(1, len(wanted) // 20_000)], full_matrices=False)[2][:dimensions]
    weights = weights @ axes.T
    weights @= evening(of_length_one(given @ weights), evenness)
    return packed(hashed(names), weights * rarity[:, None])


def _matrix(texts: Sequence[str], most: int) -> tuple[list[str], NDArray[np.float32], sparse.csr_matrix]:
    """The `most` features that the most texts have (two at least), their rarity, and the texts in them."""
    held = [Counter(feature for word in words(text) for feature in features_of(word)) for text in texts]
    spread = Counter(feature for each in held for feature in each)
    names = sorted(
        name
        for name, count in sorted(spread.items(), key=lambda item: (-item[1], item[0]))[:most]
        if count > 1
    )
    number = {name: place for place, name in enumerate(names)}
    rarity = np.array([np.log(len(texts) / spread[name]) + 1 for name in names], dtype=np.float32)
    indices, counts, starts = [], [], [0]
    for each in held:
        here = [(number[name], count) for name, count in each.items() if name in number]
        indices += [place for place, _ in here]
        counts += [count for _, count in here]
        starts.append(len(indices))
    given = sparse.csr_matrix(
        (np.array(counts, np.float32), np.array(indices), np.array(starts)), shape=(len(texts), len(names))
    )
    given = given.multiply(rarity).tocsr()
    lengths = np.sqrt(given.multiply(given).sum(axis=1)).A1
    return names, rarity, sparse.diags(1 / np.maximum(lengths, 1e-9)).astype(np.float32) @ given


def _ridge(
    given: sparse.csr_matrix, wanted: NDArray[np.float32], strictness: float, rounds: int
) -> NDArray[np.float32]:
    """Conjugate gradients on (XᵀX + λ)W = XᵀY, each dimension with its own step."""
    turned = given.T.tocsr()
    right = (turned @ wanted).astype(np.float32)
    found = np.zeros_like(right)
    left, way = right.copy(), right.copy()
    size = np.einsum("ij,ij->j", left, left)
    for _ in range(rounds):
        moved = turned @ (given @ way) + strictness * way
        step = size / np.maximum(np.einsum("ij,ij->j", way, moved), 1e-12)
        found += step * way
        left -= step * moved
        again = np.einsum("ij,ij->j", left, left)
        way = left + (again / np.maximum(size, 1e-12)) * way
        size = again
    return found
