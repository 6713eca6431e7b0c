"""What is said of the things that texts name: of an occupation the group that it is part of, and its description.

A question may share words with the description that no name has. That moves a name up or down beside what its letters
and meaning give. Of some things nothing is said: for them it is as if as much was said as of the best ten others.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bouwsteen.questions.matching.features import Weighted
from bouwsteen.questions.matching.vectors import Vectors
from bouwsteen.questions.matching.views import View

WORDS_WEIGHT, MEANING_WEIGHT = 0.3, 0.2
"""How much the words of all that is said count beside a name, and the meaning of the name of the group."""
BEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is said of each group of texts, in their order; `known` tells of which groups something is."""

    known: NDArray[np.bool_]
    words: View
    vectors: Vectors

    def added(
        self,
        scores: NDArray[np.float32],
        groups: NDArray[np.int32],
        words: Weighted,
        vector: NDArray[np.float32],
    ) -> NDArray[np.float32]:
        """The `scores` of texts of these `groups`, with what is said of their groups."""
        found = np.float32(WORDS_WEIGHT) * self.words.cosines(words, len(self.known))
        if len(vector):
            found += np.float32(MEANING_WEIGHT) * self.vectors.near(vector)
        here, added = self.known[groups], found[groups]
        places = np.flatnonzero(here)
        if not len(places):
            return scores
        best = places[np.argpartition(-scores[places], min(BEST, len(places)) - 1)[:BEST]]
        return np.where(here, scores + added - added[best].mean(), scores).astype(np.float32)
