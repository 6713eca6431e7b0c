"""Does the breadth measure agree with experts? `make quality`; the figures stand in docs/quality-reuse.md.

ESCO skills, transversal and cross-sector against the rest; five folds of whole skill groups; what is learned on a fold
is never reported on it, also not through the text scores that the last step learns from (nested).
"""

from functools import partial

import numpy as np
import pytest

from bouwsteen.adapters.language.semantic import semantic_encoder
from tests.quality.boosting import Boosted
from tests.quality.experts import FOLDS, Experiment, Learned, Matrix, area_under_the_curve, skills
from tools.catalogue.material import material
from tools.quality.remembered import Remembered

MATERIAL = "data/skills/esco_nl"
GAIN, GOAL = 0.03, 0.85


@pytest.fixture(scope="module")
def experiment() -> Experiment:
    here = material()
    folder = here / MATERIAL if here else None
    if folder is None or not folder.is_dir():
        pytest.skip("left out: breadth against experts, for BOUWSTEEN_MATERIAL is absent")
    return Experiment(skills(folder))


def nested(experiment: Experiment, learned: Learned, fold: int) -> Matrix:
    """Of each other fold scores learned without it and without `fold`, of `fold` learned from all others."""
    found = np.zeros(len(experiment.skills))
    for other in range(FOLDS):
        scores = learned([each for each in range(FOLDS) if each not in (other, fold)])
        found[experiment.fold == other] = scores[experiment.fold == other]
    return found


def breadth(experiment: Experiment, columns: int, *texts: Learned) -> Matrix:
    """Own use, the use of what is near in words, and what the texts say, weighed together."""
    found = np.zeros(len(experiment.skills))
    for fold in range(FOLDS):
        said = [nested(experiment, learned, fold) for learned in texts]
        features = np.column_stack([*said, experiment.use[:, :columns]])
        known = experiment.fold != fold
        model = Boosted(features[known], experiment.broad[known])
        found[~known] = model.scores(features[~known])
    return found


@pytest.mark.quality
@pytest.mark.timeout(1800)
def test_breadth_agrees_with_experts_better_than_frequency_or_text(experiment: Experiment) -> None:
    broad, all_ = experiment.broad, experiment.use.shape[1]
    measured = {
        "frequency": experiment.frequency,
        "text": experiment.each_fold(experiment.ridge),
        "own use and text": breadth(experiment, 4, experiment.ridge),
        "breadth": breadth(experiment, all_, experiment.ridge),
    }
    encoder = semantic_encoder()
    if encoder:
        vectors = Remembered(encoder).encode([each.label for each in experiment.skills]).astype(np.float64)
        by_vectors = partial(experiment.by_vectors, vectors)
        measured["text, with [semantic]"] = experiment.each_fold(by_vectors)
        measured["breadth, with [semantic]"] = breadth(experiment, all_, experiment.ridge, by_vectors)
    found = {name: area_under_the_curve(broad, scores) for name, scores in measured.items()}
    groups = len({each.group for each in experiment.skills})
    print(
        f"\n{len(broad)} skills, {broad.mean():.2f} broad, {groups} groups; area under the curve (goal {GOAL}):"
    )
    for name, area in found.items():
        print(f"{name} {area:.3f}")

    assert found["breadth"] >= max(found["frequency"], found["text"]) + GAIN
    assert found.get("breadth, with [semantic]", 1.0) >= found.get("text, with [semantic]", 0.0) + GAIN
