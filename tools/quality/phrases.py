"""People's phrases, judged: which titles are right for what somebody says of their work.

Every CSV file in a folder is read. A file with the columns `phrase_id, phrase` holds phrases (`split` may say which
part each belongs to), one with `phrase_id, title, grade` judgements. What nobody judged is not right.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.quality.gold import folded, part_of

RIGHT_GRADE = 2
"""From this grade a title is right: it names what the phrase says. Grade 1 is near it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What somebody says, the part it belongs to, and the grade of each judged title."""

    id: str
    text: str
    part: str
    grades: Mapping[str, int]

    @property
    def right(self) -> frozenset[str]:
        return frozenset(title for title, grade in self.grades.items() if grade >= RIGHT_GRADE)


def judged_phrases(folder: Path) -> tuple[Phrase, ...]:
    """The phrases of which something is judged, in the order of the files."""
    rows = list(_rows(folder))
    grades: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        if row.get("grade", "").strip():
            grades[row["phrase_id"]][folded(row["title"])] = int(float(row["grade"]))
    said = {row["phrase_id"]: row for row in rows if row.get("phrase") and "grade" not in row}
    return tuple(
        Phrase(
            id=number,
            text=row["phrase"],
            part=row.get("split", "").strip() or part_of(number),
            grades=grades[number],
        )
        for number, row in said.items()
        if grades[number]
    )


def _rows(folder: Path) -> Iterator[dict[str, str]]:
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file)
