"""Gathers what must be judged: for each phrase the best titles of all systems together, shuffled, unmarked.

    python -m tools.quality.pool phrases.csv pool.csv

`phrases.csv` needs the columns `phrase_id` and `phrase`. `pool.csv` gets `phrase_id, phrase, title, core_tasks,
qualifications`: which system found a title, or how high, cannot be seen from it, so that it can be judged blind.
The order is decided by the phrase and title alone.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.questions.matching import activities_in
from tests.invented import DAY
from tools.quality.baselines import Scores
from tools.quality.systems import work_process_systems

DEPTH, DEPTH_OF_ACTIVITY = 10, 4
"""Of a whole phrase, and of each activity in it, so many titles of each system are judged."""
COLUMNS = ("phrase_id", "phrase", "title", "core_tasks", "qualifications")
MOST_NAMES = 3


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    with Path(arguments[0]).open(encoding="utf-8-sig", newline="") as file:
        phrases = [(row["phrase_id"], row["phrase"]) for row in csv.DictReader(file)]
    with Path(arguments[1]).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(COLUMNS)
        rows.writerows(pooled(phrases))
    return 0


def pooled(phrases: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """The rows of the pool, phrase by phrase."""
    titles, systems = work_process_systems()
    tasks, names = _contexts()
    for number, phrase in phrases:
        found = {
            title
            for text in (phrase, *activities_in(phrase))
            for scores in systems.values()
            for title in best_titles(titles, scores, text, DEPTH if text == phrase else DEPTH_OF_ACTIVITY)
        }
        for title in sorted(found, key=lambda each: sha256(f"{phrase}\0{each}".encode()).digest()):
            yield number, phrase, title, "; ".join(tasks[title]), "; ".join(names[title][:MOST_NAMES])


def best_titles(titles: Sequence[str], scores: Scores, text: str, depth: int = DEPTH) -> list[str]:
    """The `depth` best different titles that score above nothing."""
    found: dict[str, None] = {}
    given = scores(text)
    for place in np.lexsort((np.arange(len(titles)), -given)):
        if given[place] <= 0 or len(found) == depth:
            break
        found[titles[place]] = None
    return list(found)


def _contexts() -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """Title → the core tasks, and the qualifications, in which it stands."""
    structure = embedded_catalogue().on(DAY)
    tasks: defaultdict[str, dict[str, None]] = defaultdict(dict)
    names: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for crebo, held in structure.core_tasks.items():
        for task in held:
            for process in structure.work_processes(task.key):
                tasks[process.title][task.title] = None
                names[process.title][structure.qualifications[crebo].name] = None
    return (
        {title: list(each) for title, each in tasks.items()},
        {title: list(each) for title, each in names.items()},
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
