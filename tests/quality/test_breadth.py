"""Does the breadth measure agree with experts? `make quality`; the figures stand in docs/quality-reuse.md.

ESCO skills, transversal and cross-sector against the rest; five folds of whole skill groups; what is learned on a fold
is never reported on it, also not through the text scores that the last step learns from (nested).
"""

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.quality.boosting import Boosted
from tests.quality.experts import FOLDS, Experiment, area_under_the_curve, skills
from tools.catalogue.material import material

MATERIAL = "data/skills/esco_nl"
GAIN, GOAL = 0.03, 0.85


@pytest.fixture(scope="module")
def experiment() -> Experiment:
    here = material()
    folder = here / MATERIAL if here else None
    if folder is None or not folder.is_dir():
        pytest.skip("left out: breadth against experts, for BOUWSTEEN_MATERIAL is absent")
    return Experiment(skills(folder))


def nested_text_scores(experiment: Experiment, fold: int) -> NDArray[np.float64]:
    """By text; of each other fold learned without it and without `fold`, of `fold` learned from all others."""
    found = np.zeros(len(experiment.skills))
    for other in range(FOLDS):
        scores = experiment.ridge([each for each in range(FOLDS) if each not in (other, fold)])
        found[experiment.fold == other] = scores[experiment.fold == other]
    return found


def breadth(experiment: Experiment, columns: int) -> NDArray[np.float64]:
    """Own use, the use of what is near in words, and the text, weighed together."""
    found = np.zeros(len(experiment.skills))
    for fold in range(FOLDS):
        features = np.column_stack([nested_text_scores(experiment, fold), experiment.use[:, :columns]])
        learned = experiment.fold != fold
        model = Boosted(features[learned], experiment.broad[learned])
        found[~learned] = model.scores(features[~learned])
    return found


@pytest.mark.quality
def test_breadth_agrees_with_experts_better_than_frequency_or_text(experiment: Experiment) -> None:
    broad = experiment.broad
    frequency = area_under_the_curve(broad, experiment.frequency)
    text = area_under_the_curve(broad, experiment.by_text)
    use = area_under_the_curve(broad, breadth(experiment, 4))
    ours = area_under_the_curve(broad, breadth(experiment, experiment.use.shape[1]))
    print(
        f"\n{len(broad)} skills, {broad.mean():.2f} broad, {len({each.group for each in experiment.skills})} groups; "
        f"area under the curve: frequency {frequency:.3f}, text {text:.3f}, own use and text {use:.3f}, "
        f"breadth {ours:.3f} (goal {GOAL})"
    )

    assert ours >= max(frequency, text) + GAIN
