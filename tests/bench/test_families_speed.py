"""How fast families are found: 6,000 work processes, and whether ten times as many take ten times as long."""

import random
import time

import pytest

from bouwsteen.model.codes import PartKey
from bouwsteen.questions.matching.language import stem
from bouwsteen.questions.reuse.families import Element, families
from bouwsteen.questions.reuse.titles import Reader
from tests.bench.national import THINGS, VERBS, WAYS

MOST_TIMES = 20
"""Near linear: ten times as many take less than twenty times as long; comparing all with all takes a hundred."""


def work_processes(count: int, seed: int = 1) -> list[Element]:
    """Titles of invented work; with more of them comes more vocabulary, as in life. One in five is a near copy."""
    chance = random.Random(seed)
    kinds = [_kind(chance) for _ in range(count // 40)]
    titles: list[str] = []
    for _ in range(count):
        if titles and chance.random() < 0.2:
            titles.append(f"{chance.choice(titles)} {chance.choice(WAYS)}")
        else:
            thing = chance.choice(kinds) + chance.choice(THINGS)
            titles.append(f"{chance.choice(VERBS)} de {thing} {chance.choice(WAYS)}")
    return [
        Element(key=PartKey(f"f{place // 20}", "2026", f"B1-K1-W{place % 20 + 1}"), title=title)
        for place, title in enumerate(titles)
    ]


def _kind(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(3))


def seconds(count: int) -> float:
    """Of the processor, so that other work on the machine does not count."""
    elements, reader = work_processes(count), Reader(stem)
    start = time.process_time()
    found = families(elements, reader)
    passed = time.process_time() - start
    assert len(found.all) > count / 50
    return passed


@pytest.mark.bench
def test_families_of_six_thousand_and_of_sixty_thousand(benchmark: object) -> None:
    national = min(seconds(6_000) for _ in range(2))
    tenfold = seconds(60_000)
    benchmark.extra_info["times_longer_for_ten_times_as_many"] = round(tenfold / national, 1)
    benchmark.pedantic(lambda: None, rounds=1)
    print(
        f"\nfamilies: 6,000 work processes {national:.1f} s; 60,000 {tenfold:.1f} s, {tenfold / national:.1f}x"
    )

    assert tenfold / national < MOST_TIMES
