"""How well right texts are found: ranks, and what is told of them.

Equal scores are counted against a system: what scores as high as the best right text stands before it.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from tools.quality.gold import Asked

NOT_FOUND = 10**9


def rank(scores: NDArray[np.float32], right: Sequence[int]) -> int:
    """The rank of the first right text; other right texts do not stand in its way."""
    mine = scores[list(right)]
    best = mine.max()
    return int((scores >= best).sum() - (mine >= best).sum()) + 1 if best > 0 else NOT_FOUND


def ranks(asked: Iterable[Asked], scores: Callable[[str], NDArray[np.float32]]) -> dict[str, int]:
    """Id of a question → rank."""
    return {each.id: rank(scores(each.text), each.right) for each in asked}


def measures(found: Iterable[int]) -> dict[str, float]:
    """Mean reciprocal rank, and the share of questions with a right text among the first 1, 5 and 10."""
    given = list(found)
    count = max(len(given), 1)
    return {
        "n": len(given),
        "MRR": sum(1 / each for each in given) / count,
        **{f"S@{most}": sum(each <= most for each in given) / count for most in (1, 5, 10)},
    }


def row(*names: str, found: Iterable[int]) -> str:
    """A row of a table for `docs/quality.md`."""
    told = measures(found)
    figures = [f"{told['n']:.0f}", *(f"{told[name]:.3f}" for name in ("MRR", "S@1", "S@5", "S@10"))]
    return f"| {' | '.join((*names, *figures))} |"


HEAD = "| system | part | n | MRR | S@1 | S@5 | S@10 |\n|---|---|---|---|---|---|---|"
