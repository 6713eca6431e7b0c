"""An invented vocabulary as large as the whole of ESCO: as many occupations, names, skills and links.

Counted in ESCO 1.2 in Dutch: 3,039 occupations with 24,000 names, 13,939 skills, 123,855 links between them. Names are
made of the words of everyday sayings, descriptions of eighty of them.
"""

import csv
import random
from collections.abc import Iterable
from pathlib import Path

from bouwsteen.adapters.language.sayings import shipped_sayings
from bouwsteen.questions.matching.language import telling_words

OCCUPATIONS, NAMES_EACH = 3_039, 8
SKILLS, LINKS = 13_939, 123_855
SKILLS_WITH_OTHER_NAMES, OTHER_NAMES = 0.13, 3
VERSION = "v1.2.0"


def write_vocabulary(folder: Path, seed: int = 20260801) -> None:
    """Three tables of a download of ESCO."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    said = _Words(chance)
    occupations = [_iri("occupation", chance) for _ in range(OCCUPATIONS)]
    skills = [_iri("skill", chance) for _ in range(SKILLS)]
    _table(
        folder / f"occupations_nl.{VERSION}.csv",
        "conceptType conceptUri iscoGroup code status preferredLabel altLabels description",
        (
            (
                "Occupation",
                iri,
                f"{group}",
                f"{group}.{place}",
                "released",
                *said.names(NAMES_EACH),
                said.text(80),
            )
            for place, iri in enumerate(occupations)
            for group in (1000 + place % 400,)
        ),
    )
    _table(
        folder / f"skills_nl.{VERSION}.csv",
        "conceptType conceptUri skillType reuseLevel status preferredLabel altLabels",
        (
            (
                "KnowledgeSkillCompetence",
                iri,
                "skill/competence",
                "sector-specific",
                "released",
                *said.names(count),
            )
            for iri in skills
            for count in (1 + OTHER_NAMES * (chance.random() < SKILLS_WITH_OTHER_NAMES),)
        ),
    )
    _table(
        folder / f"occupationSkillRelations_nl.{VERSION}.csv",
        "occupationUri relationType skillType skillUri",
        (
            (occupation, chance.choice(("essential", "optional")), "knowledge", skill)
            for occupation, skill in sorted(_pairs(occupations, skills, chance))
        ),
    )


class _Words:
    """Names and texts of words that people say."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._words = sorted({word for each in shipped_sayings() for word in telling_words(each.said)})

    def text(self, count: int) -> str:
        return " ".join(self._chance.choices(self._words, k=count))

    def names(self, count: int) -> tuple[str, str]:
        """The preferred name, and the others."""
        first, *others = (self.text(self._chance.choice((1, 2, 3, 4))) for _ in range(count))
        return first, "\n".join(others)


def _pairs(occupations: list[str], skills: list[str], chance: random.Random) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    while len(found) < LINKS:
        found.add((chance.choice(occupations), chance.choice(skills)))
    return found


def _iri(kind: str, chance: random.Random) -> str:
    number = f"{chance.getrandbits(128):032x}"
    pieces = (number[:8], number[8:12], number[12:16], number[16:20], number[20:])
    return f"http://data.europa.eu/esco/{kind}/{'-'.join(pieces)}"


def _table(path: Path, columns: str, rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(columns.split())
        writer.writerows(rows)
