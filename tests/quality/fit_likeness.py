"""How the weights in `questions/reuse/comparing.py` were found; `python -m tests.quality.fit_likeness` prints them.

`likeness` from planted pairs (seeds 11 to 13, the tuning half of the synonyms), and from pairs of real titles that
share something but not much, which are taken to be different; `sameness` from the tuning half of the judged pairs:
duplicates against the rest. Logistic regression with a ridge, by Newton's method.
"""

import numpy as np
from numpy.typing import NDArray

from bouwsteen.questions.reuse.comparing import WEIGHTS
from tests.quality.judged import judged_pairs
from tests.quality.likeness import Scorer

RIDGE = 4.0
FROM, UPTO, COUNT = 0.2, 0.45, 1000
"""Between these cosines of letters two real titles share something, and hardly ever are one piece of work."""
Matrix = NDArray[np.float64]


def logistic(features: Matrix, labels: Matrix, ridge: float = RIDGE) -> Matrix:
    """Weights on the scale of `features`, the first of which is the constant and goes without ridge."""
    mean, spread = features.mean(0), features.std(0) + 1e-9
    mean[0], spread[0] = 0, 1
    scaled = (features - mean) / spread
    penalty = np.eye(features.shape[1]) * ridge
    penalty[0, 0] = 1e-6
    weights = np.zeros(features.shape[1])
    for _ in range(60):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - labels) + penalty @ weights
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + penalty
        weights -= np.linalg.solve(curve, slope)
    found = weights / spread
    found[0] = weights[0] - mean @ found
    return found


def main() -> None:
    scorer = Scorer()
    planted = [pair for seed in (11, 12, 13) for pair in scorer.planted(seed, report=False)]
    tuned = [pair for pair in judged_pairs() if not pair.report]
    apart = scorer.loosely_near(FROM, UPTO, COUNT)
    sets = (
        (
            [(each.left, each.right, "x", "x") for each in planted] + apart,
            [each.same for each in planted] + [False] * len(apart),
        ),
        ([each.titles for each in tuned], [each.duplicate for each in tuned]),
    )
    columns = []
    for titles, labels in sets:
        features = np.array([each.values for each in scorer.comparisons(titles)])
        columns.append(logistic(features, np.array(labels, dtype=np.float64)))
    for (name, *_), like, same in zip(WEIGHTS, *columns, strict=True):
        print(f'    ("{name}", {like:.3f}, {same:.3f}),')


if __name__ == "__main__":
    main()
