"""Titles compared as families compare them, with the weights of the embedded catalogue."""

from collections.abc import Sequence

import numpy as np

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.questions.matching.language import stem
from bouwsteen.questions.reuse.comparing import Comparison, compared, other_context, weights_of
from bouwsteen.questions.reuse.near import letter_cosines, near_pairs
from bouwsteen.questions.reuse.titles import Reader
from tests.quality.planted import Planted, planted


class Scorer:
    """The titles of the embedded catalogue, read once."""

    def __init__(self) -> None:
        self.records = embedded_catalogue().records
        self.roles = sorted({each.name for each in self.records.qualifications})
        self.titles = sorted({each.title for each in self.records.work_processes})
        self.reader = Reader(stem, self.roles)

    def planted(self, seed: int, *, report: bool) -> list[Planted]:
        return planted(self.titles, self.roles, seed, report=report)

    def loosely_near(self, least: float, most: float, count: int) -> list[tuple[str, str, str, str]]:
        """Pairs of real titles whose letters are alike by `least` to `most`, evenly taken, under one core task."""
        stems = [self.reader.read(each).stems for each in self.titles]
        found = [each for each in near_pairs(stems, least=least) if each.letters < most]
        step = max(1, len(found) // count)
        return [(self.titles[each.left], self.titles[each.right], "x", "x") for each in found[::step]]

    def comparisons(self, pairs: Sequence[tuple[str, str, str, str]]) -> list[Comparison]:
        """Title, title, core task, core task → how they differ."""
        readings = [self.reader.read(each) for each in self.titles]
        tasks = {each.title for each in self.records.core_tasks}
        weights, about = weights_of(readings), weights_of(map(self.reader.read, sorted(tasks)))
        read = [tuple(map(self.reader.read, each)) for each in pairs]
        letters = letter_cosines(
            [each.stems for each in readings], [(each[0].stems, each[1].stems) for each in read]
        )
        return [
            compared(a, b, weights, letters=cosine, other_context=other_context(c, d, about))
            for (a, b, c, d), cosine in zip(read, letters, strict=True)
        ]


def average_precision(relevant: Sequence[bool], scores: Sequence[float]) -> float:
    """Mean of the precision at each relevant item; equal scores are counted against us."""
    order = sorted(range(len(scores)), key=lambda each: (-scores[each], relevant[each]))
    hits = np.cumsum([relevant[each] for each in order])
    found = [hits[place] / (place + 1) for place, each in enumerate(order) if relevant[each]]
    return float(np.mean(found))
