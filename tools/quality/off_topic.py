"""Texts that are no work: pastimes, life, the world, other languages, noise. Nothing should be found for them."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.quality.gold import part_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OffTopic:
    """A text, and the part it belongs to."""

    text: str
    part: str


def off_topic(path: Path) -> Iterator[OffTopic]:
    """The rows of a file with the columns `phrase_id, phrase`."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield OffTopic(text=row["phrase"], part=part_of(row["phrase_id"]))
