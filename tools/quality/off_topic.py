"""Texts that are no work: pastimes, life, the world, other languages, noise. Nothing should be found for them."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.quality.gold import part_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OffTopic:
    """A text, what kind of text it is, and the part it belongs to."""

    kind: str
    text: str
    part: str


def off_topic(path: Path) -> Iterator[OffTopic]:
    """The rows of a file with the columns `id, kind, text`."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield OffTopic(kind=row["kind"], text=row["text"], part=part_of(row["id"]))
