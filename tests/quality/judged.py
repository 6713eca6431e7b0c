"""Pairs of real work processes that people judged blind: `judged_pairs.csv`, by the rules in `judged_pairs.md`.

Half of them, by a hash of their number, is for tuning, the other half for reporting. Where the two differ the lower
grade counts.
"""

import csv
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

FILE = Path(__file__).parent / "judged_pairs.csv"
GRADES = ("different", "variant", "duplicate")


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPair:
    """Two work processes with the titles of their core tasks, and what each judge said."""

    id: str
    titles: tuple[str, str, str, str]
    grades: tuple[str, ...]

    @property
    def report(self) -> bool:
        return bool(sha256(self.id.encode()).digest()[0] % 2)

    @property
    def grade(self) -> str:
        return min(self.grades, key=GRADES.index)

    @property
    def duplicate(self) -> bool:
        return self.grade == "duplicate"


def judged_pairs() -> list[JudgedPair]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return [
            JudgedPair(
                id=row["pair_id"],
                titles=(row["a_title"], row["b_title"], row["a_task"], row["b_task"]),
                grades=tuple(filter(None, (row["grade_1"], row["grade_2"]))),
            )
            for row in csv.DictReader(file)
        ]


def kappa(pairs: list[JudgedPair]) -> float | None:
    """Cohen's kappa: how much more the judges agree than chance would make them; None with one judge."""
    pairs = [each for each in pairs if len(each.grades) == 2]
    if not pairs:
        return None
    agreed = sum(each.grades[0] == each.grades[1] for each in pairs) / len(pairs)
    chance = (
        sum(
            sum(each.grades[0] == grade for each in pairs) * sum(each.grades[1] == grade for each in pairs)
            for grade in GRADES
        )
        / len(pairs) ** 2
    )
    return (agreed - chance) / (1 - chance)
