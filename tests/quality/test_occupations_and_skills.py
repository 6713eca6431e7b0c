"""Are occupations found from job titles, and skills from skills of another register? `make quality`.

The same engine as for work processes, on the texts of the judged sets. Its weights were chosen on the tuning part.
What is asserted: the whole set, for which others published figures, and the reporting part reach the floors; the
reporting part beats the baselines.

    melo          names of ESCO occupations and ISCO-08 groups, each alone, as published figures have it
    melo-names    the names of one occupation help one another
    melo-import   as `import esco` knows occupations: also the name of their group, and their description
    crosswalk     labels of skills

"Occupations" ranks each occupation once, by its best name, as answers list them.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bouwsteen.questions.matching.texts import Described, groups_of
from tools.catalogue.material import material
from tools.quality.gold import (
    REPORTING,
    TUNING,
    Gold,
    by_group,
    crosswalk,
    melo,
    melo_concepts,
    part_of,
    said_of_occupations,
)
from tools.quality.measures import HEAD, measures, ranks, row
from tools.quality.systems import best_of_each, text_systems

FLOORS = {
    "melo": {"default": 0.49, "with [semantic]": 0.50},
    "melo-names": {"default": 0.50, "with [semantic]": 0.52},
    "melo-import": {"default": 0.50, "with [semantic]": 0.52},
    "crosswalk": {"default": 0.33, "with [semantic]": 0.39},
}
"""Of the whole set; of the reporting part too, but where each name stands alone."""


@pytest.fixture(scope="module")
def skills() -> Path:
    found = material()
    if found is None:
        pytest.skip("left out: occupations and skills, for BOUWSTEEN_MATERIAL is absent")
    return found / "data" / "skills"


@pytest.mark.quality
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("name", FLOORS)
def test_the_right_text_is_found(skills: Path, name: str) -> None:
    gold, said = judged(skills, name)
    groups = groups_of(gold.texts)
    print(f"\n\n{name}: {len(gold.texts)} texts\n\n{HEAD}")
    measured, whole = {}, {}
    for system, scores in text_systems(gold.texts, said):
        found = ranks(gold.asked, scores)
        told(system, found)
        measured[system], whole[system] = measures(reporting(found))["MRR"], measures(found.values())["MRR"]
        if len(groups):
            told(f"{system}, occupations", ranks(by_group(gold), best_of_each(scores, groups)))

    assert measured["default"] >= max(measured["BM25"], measured["letters TF-IDF"])
    for system, floor in FLOORS[name].items():
        assert whole.get(system, floor) >= floor
        assert name == "melo" or measured.get(system, floor) >= floor


def told(name: str, found: Mapping[str, int]) -> None:
    tuning = [rank for number, rank in found.items() if part_of(number) == TUNING]
    print(row(name, "all", found=found.values()))
    print(row(name, "tuning", found=tuning))
    print(row(name, "reporting", found=reporting(found)), flush=True)


def reporting(found: Mapping[str, int]) -> list[int]:
    return [rank for number, rank in found.items() if part_of(number) == REPORTING]


def judged(skills: Path, name: str) -> tuple[Gold, Mapping[str, Described] | None]:
    """The set, and what is said of the groups of its texts."""
    if name == "crosswalk":
        return crosswalk(skills / "crosswalk_dev"), None
    found = melo(skills / "melo_nl_dev")
    if name == "melo":
        return found, None
    concepts = melo_concepts(skills / "melo_nl_dev")
    texts = tuple(replace(text, group=concept) for text, concept in zip(found.texts, concepts, strict=True))
    said = said_of_occupations(skills / "esco_nl") if name == "melo-import" else None
    return replace(found, texts=texts), said
