"""Are occupations found from job titles, and skills from skills of another register? `make quality`.

The same engine as for work processes, on the texts of the judged sets. Its weights were chosen on the tuning part.
What is asserted is the whole set, for which others published figures, and that the reporting part beats the baselines.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from tools.catalogue.material import material
from tools.quality.gold import REPORTING, Gold, crosswalk, melo, melo_concepts, part_of
from tools.quality.measures import HEAD, measures, ranks, row
from tools.quality.systems import text_systems

FLOORS = {
    "melo": {"default": 0.49, "with [semantic]": 0.50},
    "melo-names": {"default": 0.50, "with [semantic]": 0.52},
    "crosswalk": {"default": 0.32, "with [semantic]": 0.33},
}


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
    gold = judged(skills, name)
    print(f"\n\n{name}: {len(gold.texts)} texts\n\n{HEAD}")
    measured, whole = {}, {}
    for system, scores in text_systems(gold.texts):
        found = ranks(gold.asked, scores)
        kept = [rank for number, rank in found.items() if part_of(number) == REPORTING]
        measured[system], whole[system] = measures(kept)["MRR"], measures(found.values())["MRR"]
        print(row(system, "all", found=found.values()))
        print(row(system, "reporting", found=kept), flush=True)

    assert measured["default"] >= max(measured["BM25"], measured["letters TF-IDF"])
    for system, floor in FLOORS[name].items():
        assert whole.get(system, floor) >= floor


def judged(skills: Path, name: str) -> Gold:
    if name == "crosswalk":
        return crosswalk(skills / "crosswalk_dev")
    found = melo(skills / "melo_nl_dev")
    if name == "melo":
        return found
    concepts = melo_concepts(skills / "melo_nl_dev")
    return replace(
        found,
        texts=tuple(
            replace(text, group=concept) for text, concept in zip(found.texts, concepts, strict=True)
        ),
    )
