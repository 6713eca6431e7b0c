"""Does a text find its skill, and how often is a listed skill right? `make quality`.

Skills of VDAB with the ESCO skills that experts tied them to. What a person meets is measured: the labels of ESCO are
the skills of a catalogue, those of VDAB are asked as texts, what `match --skills` lists is compared. Thresholds were
chosen on the tuning part.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bouwsteen.entrances.forms.skills import together
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.concepts import Concept, ConceptKind
from bouwsteen.model.coverage import Fit
from bouwsteen.model.records import Records
from bouwsteen.model.sources import Confidence
from bouwsteen.services.find_skills import SKILLS, FoundSkill, find_skills
from bouwsteen.services.prepared import Language, PreparedStructure, prepared
from tests.invented import DAY, STRUCTURE
from tools.catalogue.material import material
from tools.quality.gold import REPORTING, TUNING, Gold, crosswalk, part_of
from tools.quality.measures import HEAD, NOT_FOUND, measures, ranks, row
from tools.quality.off_topic import off_topic
from tools.quality.systems import best_language, default_language, text_systems

FLOOR = 0.33
MOST = 100
"""So many skills may be asked for at the most; who asks for no number gets ten."""
OFF_TOPIC = Path(__file__).parent / "off_topic" / "texts.csv"

Listed = Mapping[str, Sequence[FoundSkill]]
"""Id of a question → the skills that are listed for it, best first."""


@pytest.fixture(scope="module")
def gold() -> Gold:
    found = material()
    if found is None:
        pytest.skip("left out: texts and skills, for BOUWSTEEN_MATERIAL is absent")
    return crosswalk(found / "data" / "skills" / "crosswalk_dev")


@pytest.mark.quality
@pytest.mark.timeout(1800)
def test_a_text_finds_its_skill(gold: Gold) -> None:
    reported = {}
    print(f"\n\n{HEAD}")
    for name, scores in text_systems(gold.texts):
        if name in ("BM25", "letters TF-IDF"):
            reported[name] = told(name, ranks(gold.asked, scores))
    for name, language in (("default", default_language()), ("with [semantic]", best_language())):
        if language:
            ready = imported(gold, language)
            listed = {each.id: together(find_skills(each.text, ready, most=MOST)) for each in gold.asked}
            told(f"{name}, {MOST} listed", ranks_in(gold, listed))
            reported[name] = told(f"{name}, {SKILLS} listed", ranks_in(gold, listed, most=SKILLS))
            shares = {part: told_of_fits(gold, listed, part) for part in (TUNING, REPORTING)}
            told_of_nothing(gold, listed, ready)

            assert shares[REPORTING][Fit.GOOD] > shares[REPORTING][Fit.POSSIBLE] > shares[REPORTING][Fit.WEAK]
            assert shares[REPORTING][Fit.GOOD] >= 0.3

    assert reported["default"] >= FLOOR
    assert reported["default"] >= max(reported["BM25"], reported["letters TF-IDF"]) + 0.02
    assert reported.get("with [semantic]", 1.0) >= reported["default"] + 0.02


def imported(gold: Gold, language: Language) -> PreparedStructure:
    concepts = tuple(
        Concept(
            iri=iri_of(place),
            language="nl",
            kind=ConceptKind.SKILL,
            scheme="esco",
            label=text.title,
            sources=("invented",),
            confidence=Confidence.OFFICIAL,
        )
        for place, text in enumerate(gold.texts)
    )
    return prepared(Catalogue(0, STRUCTURE + Records(concepts=concepts)), DAY, language=language)


def iri_of(place: int) -> str:
    return f"https://example.org/skill/{place}"


def right_of(gold: Gold) -> Mapping[str, frozenset[str]]:
    return {each.id: frozenset(map(iri_of, each.right)) for each in gold.asked}


def ranks_in(gold: Gold, listed: Listed, most: int = MOST) -> Mapping[str, int]:
    right = right_of(gold)
    return {
        number: next(
            (at for at, each in enumerate(found[:most], 1) if each.skill.iri in right[number]), NOT_FOUND
        )
        for number, found in listed.items()
    }


def told(name: str, found: Mapping[str, int]) -> float:
    """Prints a row for each part; gives the MRR of the reporting part."""
    for part in (TUNING, REPORTING):
        print(row(name, part, found=[rank for number, rank in found.items() if part_of(number) == part]))
    print(row(name, "all", found=found.values()), flush=True)
    return measures(rank for number, rank in found.items() if part_of(number) == REPORTING)["MRR"]


def told_of_fits(gold: Gold, listed: Listed, part: str) -> Mapping[Fit, float]:
    """The share that is right among the ten that are listed, and how often the first is."""
    right, shown, first = right_of(gold), defaultdict(list), defaultdict(list)
    for number, found in listed.items():
        if part_of(number) == part:
            for place, each in enumerate(found[:SKILLS]):
                shown[each.fit].append(each.skill.iri in right[number])
                if not place:
                    first[each.fit].append(each.skill.iri in right[number])
    for fit in Fit:
        share, at_first = (sum(each[fit]) / max(len(each[fit]), 1) for each in (shown, first))
        print(f"{part:10} {fit:9} {len(shown[fit]):6} shown, {share:.3f} right; first {at_first:.3f}")
    return {fit: sum(shown[fit]) / max(len(shown[fit]), 1) for fit in Fit}


def told_of_nothing(gold: Gold, listed: Listed, ready: PreparedStructure) -> None:
    for part in (TUNING, REPORTING):
        texts = [each.text for each in off_topic(OFF_TOPIC) if each.part == part]
        found = [together(find_skills(each, ready)) for each in texts]
        better = sum(any(each.fit is not Fit.WEAK for each in one) for one in found)
        none = sum(not found for number, found in listed.items() if part_of(number) == part)
        print(f"{part}: of {len(texts)} off topic {sum(map(bool, found))} found, {better} better than weak;")
        print(f"    {none} texts of skills get nothing")
